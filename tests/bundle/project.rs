//! A small project in a temporary folder, and what is assembled of it.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use sverka::bundle::{Asked, Assembled, Dated, FORMS, Settings, Step, assemble};
use sverka::checks::engine::Rules;
use sverka::diagnostic::Diagnostic;
use sverka::project::Project;
use sverka::text::Digest;
use tempfile::TempDir;

/// What begins the project file of most tests.
pub(crate) const WORKFLOW: &str = "[languages]\nsource = \"ru\"\ntargets = [\"en\"]\n\n\
    [[content]]\nname = \"news\"\npath = \"news/{lang}/{path}.md\"\n\n";

/// A project.
pub(crate) struct Small {
    folder: TempDir,
}

/// What came of it.
pub(crate) struct Outcome {
    /// What was decided, and what was wrong.
    pub(crate) found: Assembled,
    /// The files that were published, by path, without the marker.
    pub(crate) files: BTreeMap<String, String>,
}

impl Small {
    /// A project with this table `[bundle]`.
    pub(crate) fn new(bundle: &str) -> Self {
        let small = Self {
            folder: TempDir::new().unwrap(),
        };
        small.put("workflow.toml", &format!("{WORKFLOW}{bundle}"));
        small
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes a file.
    pub(crate) fn put(&self, path: &str, text: &str) -> &Self {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    /// Writes an article in Russian.
    pub(crate) fn ru(&self, name: &str, text: &str) -> &Self {
        self.put(&format!("news/ru/{name}.md"), text)
    }

    /// Writes its English translation, which reflects the source as it is.
    pub(crate) fn en(&self, name: &str, text: &str) -> &Self {
        let source = fs::read_to_string(self.path().join(format!("news/ru/{name}.md")));
        if let Ok(source) = source {
            self.put(&format!(".sverka/base/en/news/ru/{name}.md"), &source);
        }
        self.put(&format!("news/en/{name}.md"), text)
    }

    /// Assembles it on a day.
    pub(crate) fn assemble(&self, form: &str, now: &str) -> Outcome {
        self.assemble_while((form, now), &|_| {})
    }

    /// The same, while something else happens at each step.
    pub(crate) fn assemble_while(
        &self,
        (form, now): (&str, &str),
        meanwhile: &(dyn Fn(Step) + Sync),
    ) -> Outcome {
        let project = Project::open(self.path()).unwrap();
        let text = project.text;
        let project = project.project.unwrap();
        let discovery = project.discover();
        let (settings, wrong) = Settings::parse(&project.config, &text);
        assert!(wrong.is_empty(), "{wrong:?}");
        let (rules, wrong) = Rules::parse("workflow.toml", &text);
        assert!(wrong.is_empty(), "{wrong:?}");
        let names: Vec<&str> = settings.audit.iter().map(String::as_str).collect();
        let audit = Rules::parse("workflow.toml", &text).0.only(&names);
        let output = self.path().join(&settings.output);
        let asked = Asked {
            form: FORMS.iter().find(|one| one.name == form).unwrap(),
            archive: None,
            output: &output,
            now: Dated::read(now, &settings.time_zone).unwrap().moment,
            dry_run: false,
            audit: &audit,
            locked: false,
            salt: Digest::of(text.as_bytes()),
            progress: meanwhile,
        };
        let found = assemble((&project, &discovery), (&settings, &rules), &asked).unwrap();
        let mut files = BTreeMap::new();
        read(&output, "", &mut files);
        files.remove(".sverka-bundle");
        Outcome { found, files }
    }
}

impl Outcome {
    /// A published file.
    pub(crate) fn file(&self, path: &str) -> &str {
        let names: Vec<_> = self.files.keys().collect();
        self.files
            .get(path)
            .unwrap_or_else(|| panic!("{path} is not among {names:?}: {:?}", self.wrong()))
    }

    /// What is wrong, each in a line: its name, where, and what it says besides.
    pub(crate) fn wrong(&self) -> Vec<String> {
        self.found.diagnostics.iter().map(line).collect()
    }
}

fn line(found: &Diagnostic) -> String {
    let mut out = format!("{} {}", found.code, found.primary.span.file);
    for (name, value) in &found.args {
        let _ = write!(out, " {name}={value:?}");
    }
    out
}

fn read(folder: &Path, inside: &str, out: &mut BTreeMap<String, String>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let entry = entry.unwrap();
        let path = format!("{inside}{}", entry.file_name().to_str().unwrap());
        if entry.path().is_dir() {
            read(&entry.path(), &format!("{path}/"), out);
        } else {
            let bytes = fs::read(entry.path()).unwrap();
            out.insert(path, String::from_utf8_lossy(&bytes).into_owned());
        }
    }
}

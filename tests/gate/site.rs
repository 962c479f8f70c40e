//! A small project in two languages, and what the gate says of it.

use std::fs;
use std::path::Path;

use sverka::checks::engine::Rules;
use sverka::diagnostic::Code;
use sverka::gate::{Asked, Outcome, check_project};
use sverka::project::Project;
use sverka::track::Scope;
use tempfile::TempDir;

pub(crate) const LANGUAGES: &str = "[languages]\nsource = 'ru'\ntargets = ['en', 'de']\n\n\
                                    [[content]]\npath = '{slug}/{lang}.md'\nlanguages = ['en']\n\n";

/// Its texts, and the settings behind its languages.
pub(crate) struct Site {
    folder: TempDir,
}

impl Site {
    /// A project with these files; a translation has the source of today as its base.
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        let site = Self {
            folder: tempfile::tempdir().unwrap(),
        };
        site.settings("");
        for (path, text) in files {
            site.put(path, text);
            if let Some(folder) = path.strip_suffix("/ru.md") {
                site.put(&format!(".sverka/base/en/{folder}/ru.md"), text);
            }
        }
        site
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn settings(&self, settings: &str) {
        self.put("workflow.toml", format!("{LANGUAGES}{settings}"));
    }

    pub(crate) fn put(&self, path: &str, text: impl AsRef<[u8]>) {
        let place = self.path().join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
    }

    pub(crate) fn text(&self, path: &str) -> String {
        fs::read_to_string(self.path().join(path)).unwrap()
    }

    pub(crate) fn edit(&self, path: &str, from: &str, to: &str) {
        let text = self.text(path);
        assert!(text.contains(from), "{path}: {text}");
        self.put(path, text.replace(from, to));
    }

    /// What comes of a whole run.
    pub(crate) fn check(&self) -> Outcome {
        outcome(self.path(), &Scope::default(), &Asked::default())
    }

    /// `code file`, a line for each finding of a whole run.
    pub(crate) fn lines(&self) -> Vec<String> {
        lines(&self.check())
    }
}

/// The checks that these tests speak of, so that each new one does not change them.
fn spoken_of() -> Vec<String> {
    let files = Code::OF_FILES.iter().map(|code| code.name());
    let checks = ["missing", "orphan", "untracked", "stale", "draft"];
    let checks = checks.into_iter().chain(["not-approved", "repeated-words"]);
    files.chain(checks).map(str::to_owned).collect()
}

pub(crate) fn outcome(folder: &Path, scope: &Scope<'_>, asked: &Asked<'_>) -> Outcome {
    let opened = Project::open(folder).unwrap();
    let (rules, wrong) = Rules::parse("workflow.toml", &opened.text);
    assert_eq!(wrong, []);
    let project = opened.project.unwrap();
    let only = spoken_of();
    let asked = Asked {
        only: if asked.only.is_empty() {
            &only
        } else {
            asked.only
        },
        ..*asked
    };
    check_project(&project, &project.discover(), (&rules, scope, &asked)).unwrap()
}

/// `code file`, a line for each finding.
pub(crate) fn lines(outcome: &Outcome) -> Vec<String> {
    let findings = outcome.findings.iter().map(|one| &one.finding.diagnostic);
    let line = findings.map(|found| format!("{} {}", found.code, found.primary.span.file));
    line.collect()
}

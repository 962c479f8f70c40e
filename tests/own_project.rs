//! The repository is its own first project: the manual and the program's words, in two languages.

#![expect(clippy::unwrap_used, reason = "a test may fail anywhere")]
#![expect(
    clippy::disallowed_methods,
    reason = "the test damages a copy of the repository"
)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use sverka::document::{Format, Kind, Reader};
use sverka::project::Project;
use sverka::text::Lang;

fn home() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn every_translation_is_current() {
    let output = Command::new(env!("CARGO_BIN_EXE_sverka"))
        .args(["status", "--format", "json"])
        .current_dir(home())
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let status: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(status["diagnostics"], Value::Array(Vec::new()));
    let mut seen = BTreeSet::new();
    for article in status["articles"].as_array().unwrap() {
        let path = article["path"].as_str().unwrap();
        seen.insert(path.to_owned());
        let translations = article["translations"].as_array().unwrap();
        let found: Vec<_> = translations
            .iter()
            .map(|one| {
                (
                    one["lang"].as_str().unwrap(),
                    one["status"].as_str().unwrap(),
                )
            })
            .collect();
        assert_eq!(
            found,
            [("en", "current")],
            "{path}: translate what changed, then `cargo run -- sync {path} --lang en`"
        );
    }
    for folder in home().join("articles").read_dir().unwrap() {
        let slug = folder.unwrap().file_name().into_string().unwrap();
        assert!(seen.contains(&format!("articles/{slug}/ru.md")), "{slug}");
    }
}

#[test]
fn both_languages_pass_the_gate() {
    let output = Command::new(env!("CARGO_BIN_EXE_sverka"))
        .args(["check", "--format", "concise"])
        .current_dir(home())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{said}");
}

/// What is done to one of the files of messages, and what the gate then fails on.
struct Damage {
    file: &'static str,
    /// Stands in the file once.
    words: &'static str,
    instead: &'static str,
    /// The check, the file and the guilty line; the line is empty where the whole file is meant.
    found: &'static [(&'static str, &'static str, &'static str)],
}

const RU: &str = "locales/ru/checks.ftl";
const EN: &str = "locales/en/checks.ftl";

const DAMAGES: &[Damage] = &[
    // A plural category of Russian. That the source has changed is told besides.
    Damage {
        file: RU,
        words: "        [few] { $segments } сегмента\n",
        instead: "",
        found: &[
            ("stale", EN, ""),
            (
                "missing-plurals",
                RU,
                "stale = оригинал с тех пор изменился: { $segments ->",
            ),
        ],
    },
    // A plural category of English: what is left is one form for all numbers.
    Damage {
        file: EN,
        words: "        [one] one segment\n",
        instead: "",
        found: &[("lost-plurals", EN, "*[other] { $segments } segments")],
    },
    // A variable.
    Damage {
        file: EN,
        words: "draft = this { $lang } translation",
        instead: "draft = this translation",
        found: &[("variables", EN, "draft = this translation is a draft")],
    },
    // A message.
    Damage {
        file: EN,
        words: "draft = this { $lang } translation is a draft\n    \
                .help = finish it, then `sverka sync { $article } --lang { $lang }`\n",
        instead: "",
        found: &[(
            "missing-messages",
            EN,
            ".help = `sverka diff { $article } --lang { $lang }` shows what changed; \
             then `sverka sync { $article } --lang { $lang }`",
        )],
    },
    // A name.
    Damage {
        file: EN,
        words: "\ndraft = ",
        instead: "\ndrafts = ",
        found: &[
            (
                "missing-messages",
                EN,
                ".help = `sverka diff { $article } --lang { $lang }` shows what changed; \
                 then `sverka sync { $article } --lang { $lang }`",
            ),
            (
                "obsolete-messages",
                EN,
                "drafts = this { $lang } translation is a draft",
            ),
        ],
    },
];

#[test]
fn what_breaks_a_message_fails_the_gate() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["workflow.toml", ".sverka", "articles", "locales", "src"] {
        copy(&home().join(name), &folder.path().join(name));
    }
    assert_eq!(failures(folder.path()), (true, Vec::new()));
    for damage in DAMAGES {
        let path = folder.path().join(damage.file);
        let whole = fs::read_to_string(&path).unwrap();
        assert_eq!(whole.matches(damage.words).count(), 1, "{}", damage.words);
        fs::write(&path, whole.replace(damage.words, damage.instead)).unwrap();
        let (passes, found) = failures(folder.path());
        let lines = |(check, file, line): (String, String, usize)| {
            let text = fs::read_to_string(folder.path().join(&file)).unwrap();
            let line = line.checked_sub(1).and_then(|line| text.lines().nth(line));
            (check, file, line.unwrap_or_default().trim().to_owned())
        };
        let found: Vec<_> = found.into_iter().map(lines).collect();
        let expected = damage.found.iter();
        let expected: Vec<_> = expected
            .map(|(check, file, line)| ((*check).into(), (*file).into(), (*line).into()))
            .collect();
        assert_eq!((passes, found), (false, expected), "{}", damage.words);
        fs::write(&path, whole).unwrap();
    }
}

/// Whether a project passes, and what it fails on: check, file, line.
fn failures(project: &Path) -> (bool, Vec<(String, String, usize)>) {
    let output = Command::new(env!("CARGO_BIN_EXE_sverka"))
        .args(["check", "--format", "json"])
        .current_dir(project)
        .output()
        .unwrap();
    let check: Value = serde_json::from_slice(&output.stdout).unwrap();
    let findings = check["findings"].as_array().unwrap();
    let failing = findings.iter().filter(|one| one["fails"] == true);
    let told = failing.map(|one| {
        let words = |value: &Value| value.as_str().unwrap().to_owned();
        let line = one["place"]["line"].as_u64().unwrap_or(0);
        let line = usize::try_from(line).unwrap();
        (words(&one["code"]), words(&one["place"]["file"]), line)
    });
    (output.status.success(), told.collect())
}

fn copy(from: &Path, to: &Path) {
    if from.is_file() {
        fs::copy(from, to).unwrap();
        return;
    }
    fs::create_dir(to).unwrap();
    for entry in from.read_dir().unwrap() {
        let entry = entry.unwrap();
        copy(&entry.path(), &to.join(entry.file_name()));
    }
}

#[test]
fn both_languages_of_the_manual_have_the_same_blocks() {
    let opened = Project::open(home()).unwrap();
    let project = opened.project.unwrap();
    let articles = project.discover().articles;
    let is_page = |name: String| Format::of(&name) == Format::Markdown;
    for article in articles.iter().filter(|one| is_page(one.name())) {
        let kinds = |lang: &str| -> Vec<Kind> {
            let lang: Lang = lang.parse().unwrap();
            let file = article.path(&lang);
            let text = project.root.read(&file).unwrap();
            let reader = Reader {
                file: file.as_str().into(),
                lang,
                format: Format::Markdown,
                translate: Box::new(|key| article.rules().translate.matches(key)),
            };
            let read = reader.read(&text);
            assert_eq!(read.diagnostics, [], "{file}");
            read.document.segments.iter().map(|one| one.kind).collect()
        };
        assert_eq!(kinds("ru"), kinds("en"), "{}", article.name());
    }
}

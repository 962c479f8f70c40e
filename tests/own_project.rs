//! The repository is its own first project: the manual and the program's words, in two languages.

use std::collections::BTreeSet;
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

//! The jobs that the manual gives to copy: the same in both languages, with commands that exist, and
//! sound for the linters that are installed.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test that cannot go on fails; it says what it could not test"
)]
#![expect(
    clippy::disallowed_methods,
    reason = "the test reads the manual and lays its jobs out"
)]

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use sverka::messages::{Messages, UiLang};

/// The jobs of a page, by the word behind `yaml`.
fn jobs(lang: &str) -> BTreeMap<String, String> {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("articles/ci/{lang}.md"));
    let page = std::fs::read_to_string(page).unwrap();
    let mut out = BTreeMap::new();
    let mut open = None;
    for line in page.lines() {
        if let Some(name) = line.strip_prefix("```yaml ") {
            open = Some(name.to_owned());
        } else if line == "```" {
            open = None;
        } else if let Some(name) = &open {
            let job: &mut String = out.entry(name.clone()).or_default();
            job.push_str(line);
            job.push('\n');
        }
    }
    out
}

#[test]
fn both_languages_give_the_same_jobs() {
    let jobs = [jobs("ru"), jobs("en")];
    let names: Vec<&String> = jobs[0].keys().collect();
    assert_eq!(names, ["github", "gitlab", "pre-commit"]);
    assert_eq!(jobs[0], jobs[1]);
}

#[test]
fn their_commands_exist() {
    let command = sverka::cli::command(&Messages::new(UiLang::En));
    let hook = include_str!("../.pre-commit-hooks.yaml");
    let texts = jobs("en").into_values().chain([hook.to_owned()]);
    let mut seen = 0;
    for line in texts.flat_map(|text| text.lines().map(str::to_owned).collect::<Vec<_>>()) {
        let Some(at) = line.find("sverka check") else {
            continue;
        };
        let said = line[at..].split(" >>").next().unwrap();
        let words: Vec<&str> = said
            .split_whitespace()
            .map(|word| word.trim_matches('"'))
            .collect();
        // The name of a hook is no command.
        if words.len() > 2 {
            seen += 1;
            let parsed = command.clone().try_get_matches_from(&words);
            assert!(parsed.is_ok(), "{line}: {}", parsed.unwrap_err());
        }
    }
    assert!(seen >= 5, "{seen}");
}

#[test]
fn linters_find_nothing() {
    let folder = tempfile::tempdir().unwrap();
    for (name, job) in jobs("en") {
        let file = folder.path().join(format!("{name}.yml"));
        std::fs::write(&file, job).unwrap();
        let schema: &[&str] = match name.as_str() {
            "github" => &["--builtin-schema", "vendor.github-workflows"],
            "gitlab" => &[
                "--builtin-schema",
                "vendor.gitlab-ci",
                "--data-transform",
                "gitlab-ci",
            ],
            _ => continue,
        };
        let linter = Command::new("check-jsonschema")
            .args(schema)
            .arg(&file)
            .output();
        match linter {
            Ok(output) => assert!(output.status.success(), "{name}: {output:?}"),
            Err(_) => println!("{name}: there is no check-jsonschema here to lint it"),
        }
    }
}

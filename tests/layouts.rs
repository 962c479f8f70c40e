//! Every layout we promise: a small site each, its articles, and `init` recognising it.
#![expect(clippy::unwrap_used, reason = "a test may fail anywhere")]

use std::fmt::Write;
use std::path::{Path, PathBuf};

use sverka::project::layouts::{Comments, propose, render};
use sverka::project::{Config, Project, Root};
use sverka::text::Lang;

/// The folders of the fixtures.
fn layouts() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/layouts");
    let mut all: Vec<PathBuf> = folder
        .read_dir()
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    all.sort();
    assert!(all.len() >= 9);
    all
}

fn open(folder: &Path) -> Project {
    let opened = Project::open(folder).unwrap();
    assert_eq!(opened.diagnostics, [], "{}", folder.display());
    opened.project.unwrap()
}

/// Articles, languages and paths, as `expected.txt` has them; `-` before a file that is missing.
fn table(project: &Project) -> String {
    let found = project.discover();
    assert_eq!(found.diagnostics, []);
    let mut out = String::new();
    for article in &found.articles {
        writeln!(out, "{} [{}]", article.key, article.rules().name).unwrap();
        for lang in project.config.languages() {
            let mark = if article.files.contains_key(lang) {
                ' '
            } else {
                '-'
            };
            writeln!(out, "  {mark} {lang:<5} {}", article.path(lang)).unwrap();
        }
    }
    out
}

#[test]
#[expect(
    clippy::disallowed_methods,
    reason = "the test keeps its snapshots current"
)]
fn every_layout_has_its_articles() {
    for folder in layouts() {
        let now = table(&open(&folder));
        let path = folder.join("expected.txt");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &now).unwrap();
        }
        let stored = std::fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(stored, now, "{}", folder.display());
    }
}

#[test]
fn filling_what_was_matched_gives_the_path() {
    for folder in layouts() {
        let project = open(&folder);
        for article in project.discover().articles {
            for (lang, path) in &article.files {
                assert_eq!(article.expected_path(lang), **path);
                let found = article.rules().matches(path).unwrap();
                let from = if found.lang.is_some() {
                    &article.rules().target
                } else {
                    &article.rules().source
                };
                let spelling = found.spelling.unwrap_or_default();
                assert_eq!(
                    from.fill(&found.key, &spelling, &found.ext).as_deref(),
                    Some(&**path)
                );
            }
        }
    }
}

#[test]
fn every_layout_is_recognised() {
    let preferred: Lang = "ru".parse().unwrap();
    for folder in layouts() {
        let written = open(&folder);
        let root = Root::new(&folder).unwrap();
        let proposal = propose(&root, &preferred).unwrap();
        let text = render(&proposal, &Comments::default());
        let (config, wrong) = Config::parse("workflow.toml", &text);
        assert_eq!(wrong, [], "{text}");
        let proposed = Project {
            root,
            config: config.unwrap(),
        };
        assert_eq!(
            table(&proposed),
            table(&written),
            "{}\n{text}",
            folder.display()
        );
    }
}

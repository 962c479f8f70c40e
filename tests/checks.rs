//! The pages of the checks are their tests: what a page shows is what the check says.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use sverka::checks::engine::{File, Finding, Level, Rules, check_pair, check_single, settle};
use sverka::checks::{ALL, Entry};
use sverka::document::{Document, Format, Reader};
use sverka::gate::{Asked, check_project};
use sverka::messages::{Messages, UiLang};
use sverka::project::{Project, Root};
use sverka::report::{Drawing, draw};
use sverka::track::Scope;

/// A fence of a page: what stands behind the backticks, and its text.
struct Fence<'p> {
    info: &'p str,
    text: &'p str,
    /// Where its text stands in the page.
    at: usize,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/checks")
}

/// The fences of a page, at the margin.
fn fences(page: &str) -> Vec<Fence<'_>> {
    let mut out = Vec::new();
    let mut open: Option<(&str, &str, usize)> = None;
    let mut at = 0;
    for line in page.split_inclusive('\n') {
        let bare = line.trim_end();
        let ticks = &bare[..bare.len() - bare.trim_start_matches('`').len()];
        match open {
            None if ticks.len() >= 3 => open = Some((ticks, &bare[ticks.len()..], at + line.len())),
            Some((fence, info, start)) if bare == fence => {
                out.push(Fence {
                    info,
                    text: &page[start..at],
                    at: start,
                });
                open = None;
            }
            _ => {}
        }
        at += line.len();
    }
    assert!(open.is_none(), "a fence is not closed");
    out
}

/// Reads an example; its file is called by the words behind the backticks: `en`, `en html`.
fn example(fence: &Fence<'_>) -> (String, Document) {
    let mut words = fence.info.split_whitespace();
    let lang = words.next().unwrap();
    let name = format!("{lang}.{}", words.next().unwrap_or("md"));
    let reader = Reader {
        file: name.as_str().into(),
        lang: lang.parse().unwrap(),
        format: Format::of(&name),
        translate: Box::new(|key| key.ends_with("title") || key == "description"),
    };
    let document = reader.read(fence.text).document;
    (name, document)
}

/// What a check says of the examples; the first is the source of the second.
fn report(entry: &Entry, inputs: &[&Fence<'_>], lang: UiLang) -> String {
    let settings = settings(entry, inputs);
    let texts: Vec<&Fence<'_>> = inputs
        .iter()
        .filter(|fence| fence.info != "toml")
        .copied()
        .collect();
    let (mut findings, files) = if OF_RECORDS.contains(&entry.file) {
        in_a_project(&settings, &texts)
    } else {
        in_files(&settings, &texts)
    };
    findings.retain(|found| found.diagnostic.code == entry.code);
    findings.sort_by_key(|found| found.diagnostic.primary.span.clone());
    let sources = |name: &str| files.get(name).cloned();
    let how = Drawing {
        color: false,
        width: 100,
    };
    let messages = Messages::new(lang);
    let drawn: Vec<String> = findings
        .iter()
        .map(|found| draw(&found.diagnostic, &sources, &messages, how))
        .collect();
    let lines = drawn.iter().flat_map(|one| one.lines());
    let text: String = lines.flat_map(|line| [line.trim_end(), "\n"]).collect();
    if text.trim().is_empty() {
        String::new()
    } else {
        text
    }
}

/// Checks of what files and records say: their examples are a whole project.
const OF_RECORDS: &[&str] = &[
    "missing",
    "orphan",
    "untracked",
    "stale",
    "draft",
    "not_approved",
    "changed_terms",
];

/// The settings of an example; it shows the check at work wherever it is off.
fn settings(entry: &Entry, inputs: &[&Fence<'_>]) -> String {
    let settings = inputs.iter().find(|fence| fence.info == "toml");
    let settings = settings.map_or("", |fence| fence.text);
    let level = if settings.contains("level") || entry.levels.docs != Level::Off {
        ""
    } else {
        "level = 'warning'\n"
    };
    let own = format!("[checks.{}]\n", entry.code.name());
    if settings.contains(&own) {
        settings.replace(&own, &format!("{own}{level}"))
    } else {
        format!("{settings}\n{own}{level}")
    }
}

fn rules(settings: &str) -> Rules {
    let (rules, wrong) = Rules::parse("workflow.toml", settings);
    assert!(wrong.is_empty(), "{wrong:?}\n{settings}");
    rules
}

/// The findings in one text, or in a text and its translation, and the files they are in.
fn in_files(settings: &str, texts: &[&Fence<'_>]) -> (Vec<Finding>, BTreeMap<String, String>) {
    let rules = rules(settings);
    let read: Vec<(String, Document)> = texts.iter().map(|fence| example(fence)).collect();
    let file = |at: usize| File {
        name: &read[at].0,
        text: texts[at].text,
        document: &read[at].1,
    };
    let checked = match read.len() {
        1 => check_single(&rules, &file(0)),
        2 => check_pair(&rules, &file(0), &file(1)),
        many => panic!("{many} texts before a report"),
    };
    let mut findings = checked.findings;
    findings.extend(settle(&rules, &checked.facts));
    let texts = texts.iter().map(|fence| fence.text.to_owned());
    let names = read.into_iter().map(|(name, _)| name);
    (findings, names.zip(texts).collect())
}

/// The findings in a project with one article; `ru base` is what the translation was made from, and
/// `ru ftl`, `en ftl`, `ru base ftl` are the same of messages.
fn in_a_project(settings: &str, texts: &[&Fence<'_>]) -> (Vec<Finding>, BTreeMap<String, String>) {
    let folder = tempfile::tempdir().unwrap();
    let mut files = BTreeMap::new();
    for fence in texts {
        let (lang, extension) = match fence.info.strip_suffix(" ftl") {
            Some(lang) => (lang, "ftl"),
            None => (fence.info, "md"),
        };
        let path = match lang {
            "ru base" => format!(".sverka/base/en/articles/contest/ru.{extension}"),
            "toml review" => ".sverka/review/en/articles/contest/ru.md.toml".to_owned(),
            lang => format!("articles/contest/{lang}.{extension}"),
        };
        files.insert(path, fence.text.to_owned());
    }
    let messages = texts.iter().any(|fence| fence.info.ends_with(" ftl"));
    let extension = if messages { "ftl" } else { "md" };
    let project = format!(
        "[languages]\nsource = 'ru'\ntargets = ['en']\n\n\
        [[content]]\npath = 'articles/{{slug}}/{{lang}}.{extension}'\n\n"
    );
    let root = Root::new(folder.path()).unwrap();
    root.create("workflow.toml", format!("{project}{settings}").as_bytes())
        .unwrap();
    for (path, text) in &files {
        root.create(path, text.as_bytes()).unwrap();
    }
    let project = Project::open(folder.path()).unwrap().project.unwrap();
    let (rules, scope, asked) = (rules(settings), Scope::default(), Asked::default());
    let outcome = check_project(&project, &project.discover(), (&rules, &scope, &asked)).unwrap();
    let findings = outcome.findings.into_iter().map(|one| one.finding);
    (findings.collect(), files)
}

/// Holds a page to what the check says; `UPDATE=1` writes that into the page.
#[expect(
    clippy::disallowed_methods,
    reason = "the test keeps files of the repository current"
)]
fn hold(entry: &Entry, lang: UiLang) {
    let path = folder().join(format!("{}.{}.md", entry.file, lang.tag()));
    let page = std::fs::read_to_string(&path).unwrap();
    let all = fences(&page);
    let mut updated = page.clone();
    let mut inputs = Vec::new();
    let mut reports = 0;
    let mut edits = Vec::new();
    for fence in &all {
        if fence.info == "report" {
            reports += 1;
            let said = report(entry, &inputs, lang);
            edits.push((fence.at, fence.text.len(), said));
            inputs.clear();
        } else {
            inputs.push(fence);
        }
    }
    assert!(reports > 0, "{}: no example", path.display());
    let finds = edits.iter().any(|(_, _, said)| !said.is_empty());
    assert!(finds, "{}: no example has a finding", path.display());
    for (at, length, said) in edits.into_iter().rev() {
        updated.replace_range(at..at + length, &said);
    }
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &updated).unwrap();
    } else {
        assert_eq!(
            page,
            updated,
            "{}: run with `UPDATE=1` and look",
            path.display()
        );
    }
}

#[test]
fn the_pages_show_what_the_checks_say() {
    for entry in ALL {
        for lang in UiLang::ALL {
            hold(entry, lang);
        }
    }
}

#[test]
fn the_folder_the_table_and_the_pages_agree() {
    let mut names = BTreeSet::new();
    for entry in ALL {
        assert_eq!(entry.file.replace('_', "-"), entry.code.name());
        assert!(names.insert(entry.file), "{} stands twice", entry.file);
        for page in entry.pages {
            let title = format!("# {}\n", entry.code.name());
            assert!(page.starts_with(&title), "{}: {title}", entry.file);
        }
    }
    let mut found = BTreeSet::new();
    for file in folder().read_dir().unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        if let Some((stem, rest)) = name.split_once('.') {
            assert!(matches!(rest, "rs" | "ru.md" | "en.md"), "{name}");
            found.insert(stem.to_owned());
        }
    }
    found.remove("mod");
    let found: BTreeSet<&str> = found.iter().map(String::as_str).collect();
    assert_eq!(found, names);
}

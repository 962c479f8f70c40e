//! How long it takes to check the words of an interface, against the parsing of its files.
//!
//!     RAYON_NUM_THREADS=1 cargo bench --bench interface
//!
//! The locales are made here: 3,000 messages in Russian and in a hundred languages. `parse` is
//! `fluent_syntax::parser::parse` over the text of every file, in one thread; `whole` reads, judges, compares and
//! checks the same files in a project that tracks them. The figure to watch is the time of `whole` by the
//! time of `parse`: it is fair with one thread only, since `parse` has no more, and is to stay below 3.
//! The others are the parts of `whole` for one language: `read_language` makes documents of its files,
//! `align_language` lays them beside the source, `check_language` asks the checks.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a bench builds its own folder and stops where it cannot"
)]

#[path = "../tests/locales/mod.rs"]
mod locales;

use std::hint::black_box;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use locales::{BROWSER, LANGUAGES, Language, SOURCE};
use sverka::align::align;
use sverka::checks::engine::{File, Rules, check_pair};
use sverka::document::{Document, Format, Reader};
use sverka::gate::{Asked, check_project};
use sverka::project::Project;
use sverka::track::Scope;
use tempfile::TempDir;

/// The messages of one language.
const MESSAGES: usize = BROWSER.files * BROWSER.messages;

fn main() {
    divan::main();
}

/// The files of a language.
fn texts(language: &Language) -> Vec<String> {
    let file = |file| locales::file(language, (file, BROWSER.messages), 0);
    (0..BROWSER.files).map(file).collect()
}

fn bytes<'t>(texts: impl IntoIterator<Item = &'t String>) -> BytesCount {
    BytesCount::new(texts.into_iter().map(String::len).sum::<usize>())
}

#[divan::bench(sample_count = 5)]
fn parse(bencher: Bencher) {
    let all: Vec<String> = LANGUAGES.iter().chain([&SOURCE]).flat_map(texts).collect();
    let count = bytes(&all);
    bencher.counter(count).bench_local(|| {
        for text in &all {
            black_box(fluent_syntax::parser::parse(text.as_str()).unwrap());
        }
    });
}

#[divan::bench(sample_count = 3)]
fn whole(bencher: Bencher) {
    let (_folder, project) = project();
    let (rules, scope, asked) = (Rules::default(), Scope::default(), Asked::default());
    let count = ItemsCount::new(LANGUAGES.len() * MESSAGES);
    bencher.counter(count).bench_local(|| {
        let discovery = project.discover();
        check_project(&project, &discovery, (&rules, &scope, &asked)).unwrap()
    });
}

/// The languages of the parts: letters of one byte, two and three.
const SOME: [&str; 3] = ["en", "uk", "hi"];

fn some(code: &str) -> &'static Language {
    LANGUAGES.iter().find(|one| one.code == code).unwrap()
}

fn read(language: &Language, text: &str) -> Document {
    let reader = Reader {
        file: "part.ftl".into(),
        lang: language.code.parse().unwrap(),
        format: Format::Fluent,
        translate: Box::new(|_| true),
    };
    reader.read(text).document
}

fn documents(language: &Language, texts: &[String]) -> Vec<Document> {
    texts.iter().map(|text| read(language, text)).collect()
}

#[divan::bench(args = SOME)]
fn parse_language(bencher: Bencher, code: &str) {
    let all = texts(some(code));
    bencher.counter(bytes(&all)).bench_local(|| {
        for text in &all {
            black_box(fluent_syntax::parser::parse(text.as_str()).unwrap());
        }
    });
}

#[divan::bench(args = SOME)]
fn read_language(bencher: Bencher, code: &str) {
    let all = texts(some(code));
    let count = bytes(&all);
    bencher
        .counter(count)
        .bench_local(|| documents(some(code), &all).len());
}

#[divan::bench(args = SOME)]
fn align_language(bencher: Bencher, code: &str) {
    let sources = documents(&SOURCE, &texts(&SOURCE));
    let targets = documents(some(code), &texts(some(code)));
    bencher.counter(ItemsCount::new(MESSAGES)).bench_local(|| {
        for (source, target) in sources.iter().zip(&targets) {
            black_box(align(source, target));
        }
    });
}

/// All checks over both sides, also over the source alone; with their alignment.
#[divan::bench(args = SOME)]
fn check_language(bencher: Bencher, code: &str) {
    let (ours, theirs) = (texts(&SOURCE), texts(some(code)));
    let (sources, targets) = (documents(&SOURCE, &ours), documents(some(code), &theirs));
    let rules = Rules::default();
    bencher.counter(ItemsCount::new(MESSAGES)).bench_local(|| {
        for file in 0..BROWSER.files {
            let source = File {
                name: "ru.ftl",
                text: &ours[file],
                document: &sources[file],
            };
            let target = File {
                name: "target.ftl",
                text: &theirs[file],
                document: &targets[file],
            };
            black_box(check_pair(&rules, &source, &target));
        }
    });
}

/// A project that tracks every file; in each language one of them is older than its source.
fn project() -> (TempDir, Project) {
    let folder = tempfile::tempdir().unwrap();
    locales::write(folder.path(), &LANGUAGES);
    let opened = Project::open(folder.path()).unwrap();
    assert_eq!(opened.diagnostics, []);
    (folder, opened.project.unwrap())
}

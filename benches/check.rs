//! How long it takes to check an article, and what of that makes its text ready for the checks.
//!
//!     cargo bench --bench check
//!
//! The pages are made here. The figures to watch: `whole` is articles a second over a project, with
//! reading and judging; `article_with_all_checks` is one pair of 100 blocks and all checks; of that, `words` is the
//! masking of both pages and `units` laying them beside each other.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a bench builds its own folder and stops where it cannot"
)]

#[path = "../tests/long/mod.rs"]
mod long;

use std::fs;
use std::path::Path;

use divan::Bencher;
use divan::counter::ItemsCount;
use long::{Text, pages};
use sverka::align::align;
use sverka::checks::engine::{File, Page, Pair, Rules, check_pair};
use sverka::document::Document;
use sverka::gate::{Asked, check_project};
use sverka::project::Project;
use sverka::track::Scope;
use tempfile::TempDir;

const ARTICLES: usize = 300;

/// Blocks of an article.
const BLOCKS: usize = 100;

fn main() {
    divan::main();
}

/// An article and its translation: text, and the same read.
fn article() -> ([String; 2], [Document; 2]) {
    let pages = pages(BLOCKS, Text::Manual, true);
    let texts = [pages.source.join("\n\n"), pages.target.join("\n\n")];
    (texts, pages.read())
}

#[divan::bench]
fn article_with_all_checks(bencher: Bencher) {
    let (texts, documents) = article();
    let rules = Rules::default();
    let file = |at: usize| File {
        name: ["ru.md", "en.md"][at],
        text: &texts[at],
        document: &documents[at],
    };
    bencher
        .counter(ItemsCount::new(BLOCKS))
        .bench_local(|| check_pair(&rules, &file(0), &file(1)));
}

#[divan::bench]
fn words(bencher: Bencher) {
    let (texts, documents) = article();
    let rules = Rules::default();
    bencher.counter(ItemsCount::new(BLOCKS)).bench_local(|| {
        let page = |at: usize| {
            let words = rules.words(&documents[at].lang);
            Page::new("page.md", words, &texts[at], &documents[at])
                .passages()
                .count()
        };
        page(0) + page(1)
    });
}

#[divan::bench]
fn units(bencher: Bencher) {
    let (texts, documents) = article();
    let rules = Rules::default();
    let page = |at: usize| {
        let words = rules.words(&documents[at].lang);
        Page::new("page.md", words, &texts[at], &documents[at])
    };
    let (source, target) = (page(0), page(1));
    bencher.counter(ItemsCount::new(BLOCKS)).bench_local(|| {
        let alignment = align(&documents[0], &documents[1]);
        Pair::new(&source, &target, &alignment, &[]).units.len()
    });
}

fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn project() -> (TempDir, Project) {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    put(
        root,
        "workflow.toml",
        "[languages]\nsource = \"ru\"\ntargets = [\"en\"]\n\n[[content]]\npath = \"content/{lang}/{path}.md\"\n",
    );
    let ([source, target], _) = article();
    for number in 0..ARTICLES {
        put(root, &format!("content/ru/{number}.md"), &source);
        put(root, &format!("content/en/{number}.md"), &target);
        put(
            root,
            &format!(".sverka/base/en/content/ru/{number}.md"),
            &source,
        );
    }
    let project = Project::open(root).unwrap().project.unwrap();
    (folder, project)
}

#[divan::bench(sample_count = 3)]
fn whole(bencher: Bencher) {
    let (_folder, project) = project();
    let (rules, scope, asked) = (Rules::default(), Scope::default(), Asked::default());
    bencher.counter(ItemsCount::new(ARTICLES)).bench_local(|| {
        let discovery = project.discover();
        check_project(&project, &discovery, (&rules, &scope, &asked)).unwrap()
    });
}

//! How long it takes to judge a project, and to read one page.
//!
//!     cargo bench
//!
//! The pages are made here: 2,000 articles with a base each, one in four of them changed. The figures
//! to watch: `judge` grows with the number of articles and with what changed, not with the length
//! of what did not; `read_page` is megabytes a second.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a bench builds its own folder and stops where it cannot"
)]

use std::fmt::Write;
use std::fs;
use std::path::Path;

use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use sverka::document::{Format, Reader};
use sverka::project::Project;
use sverka::track::{Changes, Scope, survey};
use tempfile::TempDir;

const ARTICLES: usize = 2_000;

fn main() {
    divan::main();
}

/// A page of a dozen blocks; `edit` changes one sentence of it.
fn page(number: usize, edit: bool) -> String {
    let mut out = format!("---\ntitle: Страница {number}\ndate: 2026-01-01\n---\n\n");
    for section in 0..4 {
        let days = if edit && section == 2 { 14 } else { 10 };
        let _ = write!(
            out,
            "## Раздел {section}\n\nЗаявку {number} рассмотрят за {days} дней. Подробности — в [правилах](/ru/rules/{section}).\n\n\
             - копия паспорта\n- справка из школы номер {section}\n\n```sh\nsverka status --lang en\n```\n\n"
        );
    }
    out
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
    for number in 0..ARTICLES {
        let path = format!("{}/{number}.md", number % 20);
        put(
            root,
            &format!("content/ru/{path}"),
            &page(number, number % 4 == 0),
        );
        put(root, &format!("content/en/{path}"), &page(number, false));
        put(
            root,
            &format!(".sverka/base/en/content/ru/{path}"),
            &page(number, false),
        );
    }
    let project = Project::open(root).unwrap().project.unwrap();
    (folder, project)
}

#[divan::bench(sample_count = 10)]
fn judge(bencher: Bencher) {
    let (_folder, project) = project();
    bencher.counter(ItemsCount::new(ARTICLES)).bench_local(|| {
        let discovery = project.discover();
        survey(&project, &discovery, &Scope::default()).unwrap()
    });
}

fn reader() -> Reader<'static> {
    Reader {
        file: "page.md".into(),
        lang: "ru".parse().unwrap(),
        format: Format::Markdown,
        translate: Box::new(|key| key == "title"),
    }
}

#[divan::bench(args = [1, 100])]
fn read_page(bencher: Bencher, pages: usize) {
    let text = page(1, false).repeat(pages);
    let reader = reader();
    bencher
        .counter(BytesCount::new(text.len()))
        .bench_local(|| reader.read(&text));
}

#[divan::bench(args = [1, 100])]
fn compare(bencher: Bencher, pages: usize) {
    let reader = reader();
    let [old, new] = [false, true].map(|edit| {
        let text: String = (0..pages).map(|number| page(number, edit)).collect();
        reader.read(&text).document
    });
    bencher
        .counter(ItemsCount::new(new.blocks.len()))
        .bench_local(|| Changes::between(&old, &new));
}

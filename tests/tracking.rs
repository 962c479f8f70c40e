//! Small whole projects: what is said of each translation, and what becomes of its base.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "the tests build folders and break them"
)]

use std::fs;
use std::path::Path;
use std::time::Duration;

use sverka::project::Project;
use sverka::text::Lang;
use sverka::track::{Scope, Survey, survey};
use tempfile::TempDir;

const WORKFLOW: &str = "[languages]\nsource = \"ru\"\ntargets = [\"en\", \"de\"]\n\n[[content]]\npath = \"news/{slug}/{lang}.md\"\n";

fn project(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "workflow.toml", WORKFLOW);
    for (path, text) in files {
        put(folder.path(), path, text);
    }
    folder
}

fn put(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn judged(root: &Path) -> Survey {
    let project = Project::open(root).unwrap().project.unwrap();
    survey(&project, &project.discover(), &Scope::default()).unwrap()
}

/// `article lang status segments+removed words`, a line each, and the codes of what was wrong.
fn lines(root: &Path) -> Vec<String> {
    let found = judged(root);
    let mut out = Vec::new();
    for article in &found.articles {
        for pair in &article.pairs {
            let work = pair.work.unwrap_or_default();
            let renamed = pair
                .renamed_from
                .as_ref()
                .map(|from| format!(" ← {from}"))
                .unwrap_or_default();
            let figures = if pair.work.is_some() {
                format!(" {}+{} {}", work.segments, work.removed, work.words)
            } else {
                String::new()
            };
            out.push(format!(
                "{} {} {}{figures}{renamed}",
                article.name,
                pair.lang,
                pair.status.name()
            ));
        }
    }
    out.extend(
        found
            .all_diagnostics()
            .map(|found| format!("! {} {}", found.code, found.primary.span.file)),
    );
    out
}

#[test]
fn every_status_has_its_rule() {
    let folder = project(&[
        ("news/a/ru.md", "Приём до 15 июня.\n"),
        ("news/a/en.md", "Until 1 June.\n"),
        (".sverka/base/en/news/a/ru.md", "Приём до 1 июня.\n"),
        ("news/a/de.md", "Bis 15. Juni.\n"),
        (".sverka/base/de/news/a/ru.md", "Приём до 15 июня.\n"),
        ("news/b/ru.md", "Новость.\n"),
        ("news/b/en.md", "News.\n"),
        ("news/c/en.md", "Left over.\n"),
        ("news/d/ru.md", "См. [сайт](https://a.b/2).\n"),
        ("news/d/en.md", "See the [site](https://a.b/1).\n"),
        (
            ".sverka/base/en/news/d/ru.md",
            "См. [сайт](https://a.b/1).\n",
        ),
        (
            ".sverka/base/en/news/gone/ru.md",
            "Такой статьи больше нет.\n",
        ),
    ]);
    assert_eq!(
        lines(folder.path()),
        [
            "news/a/ru.md de current",
            "news/a/ru.md en stale 1+0 1",
            "news/b/ru.md de missing",
            "news/b/ru.md en untracked",
            "news/c/ru.md en orphan",
            "news/d/ru.md de missing",
            "news/d/ru.md en stale 0+0 0",
            "! stray-base .sverka/base/en/news/gone/ru.md",
        ]
    );
}

#[test]
fn an_article_may_name_another_source() {
    let folder = project(&[
        (
            "news/a/en.md",
            "---\ntitle: Original\nsource_lang: en\n---\nText.\n",
        ),
        ("news/a/ru.md", "---\ntitle: Перевод\n---\nТекст.\n"),
        (
            ".sverka/base/ru/news/a/en.md",
            "---\ntitle: Original\nsource_lang: en\n---\nText.\n",
        ),
        ("news/b/ru.md", "---\nsource_lang: fr\n---\nТекст.\n"),
    ]);
    assert_eq!(
        lines(folder.path()),
        [
            "news/a/en.md de missing",
            "news/a/en.md ru current",
            "news/b/ru.md de missing",
            "news/b/ru.md en missing",
            "! unknown-source-language news/b/ru.md",
        ]
    );
}

#[test]
fn a_renamed_article_keeps_its_base() {
    let body = "Первый абзац новости о приёме.\n\nВторой абзац о сроках и документах.\n\nТретий абзац об адресе.\n";
    let folder = project(&[
        ("news/new/ru.md", body),
        ("news/new/en.md", "One.\n\nTwo.\n\nThree.\n"),
        (".sverka/base/en/news/old/ru.md", body),
        (
            "news/edited/ru.md",
            &body
                .replace("приёме", "наборе студентов")
                .replace("новости", "статьи")
                .replace("адресе", "адресах"),
        ),
        ("news/edited/en.md", "One.\n\nTwo.\n\nThree.\n"),
    ]);
    assert_eq!(
        lines(folder.path())[1..],
        [
            "news/edited/ru.md en untracked",
            "news/new/ru.md de missing",
            "news/new/ru.md en current ← news/old/ru.md"
        ]
    );
    put(
        folder.path(),
        "news/new/ru.md",
        &(body.to_owned() + "\nЧетвёртый абзац.\n"),
    );
    assert_eq!(
        lines(folder.path())[3],
        "news/new/ru.md en stale 1+0 2 ← news/old/ru.md"
    );
    // The translation that kept its old name is missing under the new one, and its base is not lost.
    let moved = |from: &str, to: &str| {
        fs::create_dir_all(folder.path().join(to).parent().unwrap()).unwrap();
        fs::rename(folder.path().join(from), folder.path().join(to)).unwrap();
    };
    moved("news/new/en.md", "news/old/en.md");
    assert_eq!(
        lines(folder.path())[3..],
        [
            "news/new/ru.md en missing ← news/old/ru.md",
            "news/old/ru.md en orphan"
        ]
    );
    moved("news/old/en.md", "news/new/en.md");
    // A folder that was copied, not renamed, leaves the base where it is.
    put(folder.path(), "news/old/ru.md", body);
    assert_eq!(lines(folder.path())[3], "news/new/ru.md en untracked");
}

#[test]
fn a_current_translation_may_still_be_broken() {
    let folder = project(&[
        ("news/a/ru.md", "---\ntitle: Приём\n---\nТекст.\n"),
        ("news/a/en.md", "---\ntitle: Admission\nText.\n"),
        (
            ".sverka/base/en/news/a/ru.md",
            "---\ntitle: Приём\n---\nТекст.\n",
        ),
    ]);
    assert_eq!(
        lines(folder.path()),
        [
            "news/a/ru.md de missing",
            "news/a/ru.md en current",
            "! unclosed-front-matter news/a/en.md"
        ]
    );
}

#[test]
fn bases_are_kept_byte_for_byte() {
    let odd = "\u{feff}Приём\r\n\r\n\tтекст  \r\nбез конца строки";
    let folder = project(&[("news/a/ru.md", odd), ("news/a/en.md", "x\n")]);
    let project = Project::open(folder.path()).unwrap().project.unwrap();
    let lang: Lang = "en".parse().unwrap();
    let lock = project.store().lock(Duration::from_secs(1)).unwrap();
    lock.write_base(&lang, "news/a/ru.md", odd).unwrap();
    assert_eq!(
        fs::read(folder.path().join(".sverka/base/en/news/a/ru.md")).unwrap(),
        odd.as_bytes()
    );
    assert_eq!(lines(folder.path())[1], "news/a/ru.md en current");
}

#[test]
fn a_rename_keeps_the_bases_of_all_languages() {
    let body = "Первый абзац новости о приёме.\n\nВторой абзац о сроках.\n";
    let folder = project(&[
        ("news/new/ru.md", body),
        ("news/new/en.md", "One.\n\nTwo.\n"),
        ("news/new/de.md", "Eins.\n\nZwei.\n"),
        (".sverka/base/en/news/new/ru.md", body),
        (".sverka/base/de/news/old/ru.md", body),
        (
            "news/told/en.md",
            "---\nsource_lang: en\n---\nTold in English first.\n",
        ),
        ("news/told/ru.md", "Сначала по-английски.\n"),
        (
            ".sverka/base/ru/news/before/en.md",
            "---\nsource_lang: en\n---\nTold in English first.\n",
        ),
    ]);
    assert_eq!(
        lines(folder.path()),
        [
            "news/new/ru.md de current ← news/old/ru.md",
            "news/new/ru.md en current",
            "news/told/en.md de missing",
            "news/told/en.md ru current ← news/before/en.md",
        ]
    );
}

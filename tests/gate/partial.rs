//! A run that did not see everything: it says so, and never that all is well.

use sverka::gate::Asked;
use sverka::track::Scope;

use crate::repository::sverka;
use crate::site::{Site, lines, outcome};

const QUIET: &str = "[policy]\nfail = []\n";

fn site() -> Site {
    let site = Site::new(&[("a/ru.md", "Приём.\n"), ("a/en.md", "Admission.\n")]);
    site.settings(QUIET);
    assert_eq!(site.check().exit(), 0);
    site
}

/// What is broken, and the line that says so.
fn broken() -> Vec<(&'static str, &'static [u8], &'static str)> {
    vec![
        ("a/en.md", b"caf\xe9", "invalid-utf8 a/en.md"),
        ("a/ru.md", b"a\0b", "binary-file a/ru.md"),
        (
            ".sverka/base/en/a/ru.md",
            b"\xff",
            "invalid-utf8 .sverka/base/en/a/ru.md",
        ),
        (
            ".sverka/review/en/a/ru.md.toml",
            b"state = 'good'",
            "broken-review .sverka/review/en/a/ru.md.toml",
        ),
        (
            ".sverka/ignore.toml",
            b"[[ignore",
            "broken-ignore-list .sverka/ignore.toml",
        ),
        (
            ".sverka/ignore.toml",
            b"\xff",
            "invalid-utf8 .sverka/ignore.toml",
        ),
    ]
}

#[test]
fn what_cannot_be_read_is_told_whatever_is_asked() {
    for (path, bytes, line) in broken() {
        let site = site();
        site.put(path, bytes);
        let names = [
            "repeated-words".to_owned(),
            line.split(' ').next().unwrap().to_owned(),
        ];
        let known = site.check().today;
        let all = Asked::default();
        let only = Asked {
            only: &names[..1],
            ..Asked::default()
        };
        let skip = Asked {
            skip: &names,
            baseline: Some(&known),
            ..Asked::default()
        };
        for asked in [all, only, skip] {
            let found = outcome(site.path(), &Scope::default(), &asked);
            assert!(
                lines(&found).contains(&line.to_owned()),
                "{line}: {:?}",
                lines(&found)
            );
            assert_eq!(found.exit(), 2, "{line}");
        }
    }
}

#[test]
fn what_cannot_be_read_is_not_taken_for_mended() {
    let site = site();
    site.put("b/ru.md", "Снег снег.\n");
    site.put("b/en.md", "Snow.\n");
    let update = || {
        sverka(
            site.path(),
            &["check", "--baseline", "known.toml", "--update-baseline"],
        )
    };
    assert_eq!(update().code, 0);
    let known = site.text("known.toml");
    site.put("b/ru.md", b"\xff");
    assert_eq!(update().code, 2);
    assert_eq!(site.text("known.toml"), known);
}

#[cfg(unix)]
#[test]
fn a_link_is_not_followed() {
    let site = site();
    std::fs::rename(site.path().join("a/en.md"), site.path().join("outside")).unwrap();
    std::os::unix::fs::symlink("../outside", site.path().join("a/en.md")).unwrap();
    let found = site.check();
    assert!(lines(&found).contains(&"symbolic-link a/en.md".to_owned()));
    assert_eq!(found.exit(), 2);
}

#[test]
fn files_of_no_project_are_held_to_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let put = |path: &str, bytes: &[u8]| std::fs::write(folder.path().join(path), bytes).unwrap();
    put("page.ru.md", "Приём до 15 июня.\n".as_bytes());
    put("page.en.md", b"Apply by by 15 June.\n");
    put("page.txt", b"caf\xe9");
    let check = |words: &[&str]| {
        sverka(
            folder.path(),
            &[&["check", "--only", "repeated-words"], words].concat(),
        )
    };
    assert_eq!(check(&["page.ru.md"]).code, 0);
    let pair = check(&["page.ru.md", "page.en.md"]);
    assert!(
        pair.out.contains("page.en.md:1:10") && pair.code == 0,
        "{}",
        pair.out
    );
    let told = check(&["--lang", "ru", "--lang", "en", "page.ru.md", "page.en.md"]);
    assert_eq!(told.out, pair.out);
    for words in [
        &["page.txt"][..],
        &["page.en.md", "page.txt"],
        &["none.md"],
        &["page.ru.md", "."],
    ] {
        assert_eq!(check(words).code, 2, "{words:?}");
    }
}

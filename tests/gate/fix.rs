//! `--fix`: white space is put right, and nothing else is ever touched.

use std::path::Path;

use crate::repository::sverka;
use crate::site::Site;

const RU: &str =
    "# Приём   заявок\r\n\r\nПриём  до 15 июня ( или раньше ) .\r\n\r\n```\r\nx  y\r\n```\r\n";
const EN: &str =
    "# Call  for papers\r\n\r\nApply  by 15 June ( or earlier ) .\r\n\r\n```\r\nx  y\r\n```\r\n";

fn letters(text: &str) -> String {
    text.chars().filter(|sign| !sign.is_whitespace()).collect()
}

fn fix(folder: &Path, words: &[&str]) -> String {
    let run = sverka(folder, &[&["check", "--fix"], words].concat());
    run.err.lines().last().unwrap_or_default().to_owned()
}

#[test]
fn it_changes_white_space_only_and_once() {
    let site = Site::new(&[("a/ru.md", RU), ("a/en.md", EN)]);
    assert!(fix(site.path(), &[]).starts_with("white space was put right in"));
    for (path, before) in [("a/ru.md", RU), ("a/en.md", EN)] {
        let after = site.text(path);
        assert_ne!(after, before);
        assert_eq!(letters(&after), letters(before));
        // Line breaks stay what they are, and so does code.
        assert_eq!(
            after.matches("\r\n").count(),
            before.matches("\r\n").count()
        );
        assert!(after.contains("\r\nx  y\r\n"), "{after:?}");
    }
    assert_eq!(fix(site.path(), &[]), "there was nothing to put right");
}

#[test]
fn it_touches_only_what_is_asked_for() {
    let site = Site::new(&[("a/ru.md", RU), ("a/en.md", EN)]);
    fix(site.path(), &["--only", "repeated-words"]);
    fix(
        site.path(),
        &["--skip", "double-spaces", "--only", "double-spaces"],
    );
    assert_eq!(
        (site.text("a/ru.md").as_str(), site.text("a/en.md").as_str()),
        (RU, EN)
    );
    site.put("b/ru.md", "Снег  и лёд.\n");
    fix(site.path(), &["b"]);
    assert_eq!(
        (site.text("a/ru.md").as_str(), site.text("b/ru.md").as_str()),
        (RU, "Снег и лёд.\n")
    );
}

#[test]
fn files_of_no_project_are_mended_too() {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in [("a.ru.md", RU), ("a.en.md", EN)] {
        std::fs::write(folder.path().join(path), text).unwrap();
    }
    fix(folder.path(), &["a.ru.md", "a.en.md"]);
    for (path, before) in [("a.ru.md", RU), ("a.en.md", EN)] {
        let after = std::fs::read_to_string(folder.path().join(path)).unwrap();
        assert_eq!(letters(&after), letters(before));
        assert!(!after.contains("  ") || after.contains("x  y"), "{after:?}");
    }
    assert_eq!(
        fix(folder.path(), &["a.ru.md", "a.en.md"]),
        "there was nothing to put right"
    );
}

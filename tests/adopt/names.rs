//! Files are followed under the names that they had, and a commit that a page names is believed.

use super::repository::{Repository, sverka};

const RU: &str = "# Приём\n\nДокументы принимают до 20 июня.\n\nПлата вносится осенью.\n\n- паспорт\n- аттестат\n";
const EN: &str = "# Admission\n\nDocuments are accepted until 20 June.\n\nThe fee is paid in autumn.\n\n- a passport\n- a certificate\n";
const MORE: &str = "\nОбщежитие дают всем иногородним.\n";

fn moved(repository: &Repository, from: &str, to: &str) {
    let place = repository.path().join(to);
    std::fs::create_dir_all(place.parent().unwrap()).unwrap();
    repository.git(&["mv", from, to]);
    repository.commit(&format!("{from} is {to}"));
}

#[test]
fn renames_are_followed() {
    let source = ("content/ru/old.md", "content/ru/new.md");
    let translation = ("content/en/old.md", "content/en/new.md");
    let away = ("content", "texts/all");
    let back = ("texts/all", "content");
    for renames in [
        &[source, translation][..],
        &[translation, source],
        &[away, back, source, translation],
    ] {
        let Some(repository) = Repository::new() else {
            return;
        };
        repository.put("content/ru/old.md", RU);
        repository.put("content/en/old.md", EN);
        repository.commit("Приём открыт");
        for (from, to) in renames {
            moved(&repository, from, to);
        }
        repository.put("content/ru/new.md", RU.to_owned() + MORE);
        repository.commit("Про общежитие");
        let found = repository.proposal(&[]);
        assert_eq!(found["exact"], true, "{renames:?}");
        assert_eq!(found["doubts"], serde_json::json!([]), "{renames:?}");
        repository.write(&[]);
        assert_eq!(
            repository.base("en", "content/ru/new.md").unwrap(),
            RU,
            "{renames:?}"
        );
        assert_eq!(repository.status(), ["content/en/new.md stale 1+0"]);
    }
}

#[test]
fn a_renamed_and_edited_source_is_followed() {
    let Some(repository) = Repository::new() else {
        return;
    };
    repository.put("content/ru/old.md", RU);
    repository.put("content/en/old.md", EN);
    let made = repository.commit("Приём открыт");
    repository.git(&["mv", "content/ru/old.md", "content/ru/new.md"]);
    repository.git(&["mv", "content/en/old.md", "content/en/new.md"]);
    repository.put("content/ru/new.md", RU.to_owned() + MORE);
    repository.commit("Другое имя и общежитие");
    let found = repository.proposal(&[]);
    assert_eq!(
        (&found["commit"], &found["work"]["segments"]),
        (&made.into(), &1.into())
    );
    repository.write(&[]);
    assert_eq!(repository.base("en", "content/ru/new.md").unwrap(), RU);
}

/// A repository whose translation fits the second version; returns the first and the second.
fn two_versions() -> Option<(Repository, [String; 2])> {
    let repository = Repository::new()?;
    repository.put("content/ru/a.md", RU);
    let first = repository.commit("Приём открыт");
    repository.put("content/ru/a.md", RU.to_owned() + MORE);
    let second = repository.commit("Про общежитие");
    Some((repository, [first, second]))
}

fn with_field(field: &str) -> String {
    format!("---\n{field}\n---\n{EN}\nEverybody from out of town gets a room.\n")
}

#[test]
fn a_commit_in_the_front_matter_comes_first() {
    let Some((repository, [first, second])) = two_versions() else {
        return;
    };
    let short = &first[..9];
    for (field, name) in [
        (
            format!("l10n:\n  sourceCommit: {first}"),
            "l10n.sourceCommit",
        ),
        (format!("sourceCommit: \"{short}\""), "sourceCommit"),
        (format!("source_commit: '{first}'"), "source_commit"),
        (
            format!("default_lang_commit: {short}"),
            "default_lang_commit",
        ),
    ] {
        repository.put("content/en/a.md", with_field(&field));
        repository.commit("In English");
        let found = repository.proposal(&[]);
        assert_eq!(
            (&found["origin"], &found["field"]),
            (&"stated".into(), &name.into())
        );
        assert_eq!(
            (&found["commit"], &found["confidence"]),
            (&(*first).into(), &1.0.into())
        );
        let run = sverka(repository.path(), &["adopt", "a"]);
        let said = format!(
            "made from {} (2024-05-29), as its field {name} says",
            &first[..10]
        );
        assert!(run.out.contains(&said), "{}", run.out);
    }
    repository.write(&[]);
    assert_eq!(repository.base("en", "content/ru/a.md").unwrap(), RU);
    assert_ne!(first, second);
}

#[test]
fn a_commit_that_nobody_knows_is_said_and_the_text_decides() {
    let Some((repository, [_, second])) = two_versions() else {
        return;
    };
    let unknown = "f00f00f00f00f00f00f00f00f00f00f00f00f00f";
    for value in [
        unknown,
        "f00f00f",
        "HEAD",
        "main",
        "HEAD~1",
        "deadbeef:content/ru/a.md",
    ] {
        repository.put(
            "content/en/a.md",
            with_field(&format!("l10n:\n  sourceCommit: {value}")),
        );
        repository.commit("In English");
        let found = repository.proposal(&[]);
        assert_eq!(
            (&found["origin"], &found["commit"]),
            (&"version".into(), &(*second).into()),
            "{value}"
        );
        assert_eq!(
            found["doubts"],
            serde_json::json!(["unknown-commit"]),
            "{value}"
        );
        let run = sverka(repository.path(), &["adopt", "a"]);
        let said = "the commit that its front matter names is not in this clone";
        assert!(run.out.contains(said), "{value}: {}", run.out);
    }
    for empty in ["", "\"\"", "''"] {
        repository.put(
            "content/en/a.md",
            with_field(&format!("sourceCommit: {empty}")),
        );
        assert_eq!(
            repository.proposal(&[])["doubts"],
            serde_json::json!([]),
            "{empty}"
        );
    }
}

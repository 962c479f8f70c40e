//! What a person says goes: how sure to be, that all is current, or which revision is the base.

use super::repository::{Repository, files, proposals, sverka};

const RU_NAME: &str = "content/ru/a.md";
const EN_NAME: &str = "content/en/a.md";
const RU: &str = "# Приём\n\nДокументы принимают до 20 июня.\n";
const EN: &str = "# Admission\n\nDocuments are accepted until 20 June.\n";
const NEW: &str = "# Приём\n\nДокументы принимают до 25 июня.\n\nОбщежитие дают всем.\n";

/// A translation of the version with the tag `v1`, and a newer one with `v2`.
fn tagged() -> Option<Repository> {
    let repository = Repository::new()?;
    repository.put("content/ru/other.md", "Другая статья.\n");
    repository.commit("Пусто");
    repository.git(&["tag", "v0"]);
    repository.put(RU_NAME, RU);
    repository.put(EN_NAME, EN);
    repository.commit("Приём открыт");
    repository.git(&["tag", "--annotate", "v1", "--message", "Выпуск"]);
    repository.put(RU_NAME, NEW);
    repository.commit("Новый срок");
    repository.git(&["tag", "v2"]);
    Some(repository)
}

#[test]
fn nothing_is_written_unless_asked_for() {
    let Some(repository) = tagged() else {
        return;
    };
    let before = files(repository.path());
    for words in [
        &[][..],
        &["a"],
        &["--format", "json"],
        &["--assume-current"],
        &["a", "--base", "v1"],
    ] {
        let run = sverka(repository.path(), &[&["adopt"], words].concat());
        assert_eq!(run.code, 0, "{}", run.err);
        assert!(run.err.contains("--write"), "{words:?}: {}", run.err);
        assert_eq!(files(repository.path()), before, "{words:?}");
    }
    assert_eq!(repository.status(), [format!("{EN_NAME} untracked")]);
}

#[test]
fn what_is_less_sure_than_wanted_stays_untracked() {
    let Some(repository) = tagged() else {
        return;
    };
    repository.put(EN_NAME, "# Admission\n");
    repository.commit("Only the heading");
    let found = repository.proposal(&[]);
    let sure = found["confidence"].as_f64().unwrap();
    assert!((0.2..0.8).contains(&sure), "{found}");
    let (above, below) = ((sure + 0.01).to_string(), (sure - 0.01).to_string());
    for (least, recorded) in [("1", false), (above.as_str(), false), (&below, true)] {
        let found = proposals(repository.path(), &["--write", "--min-confidence", least]);
        assert_eq!(found[EN_NAME]["recorded"], recorded, "{least}");
    }
    for wrong in ["1.5", "-0.1", "NaN", "much", ""] {
        let least = format!("--min-confidence={wrong}");
        let run = sverka(repository.path(), &["adopt", &least]);
        assert_eq!(run.code, 2, "{wrong}: {}", run.out);
        assert!(run.err.contains("from 0 to 1"), "{wrong}: {}", run.err);
    }
}

#[test]
fn all_may_be_taken_for_current() {
    let Some(repository) = tagged() else {
        return;
    };
    repository.put(
        "content/en/other.md",
        "Quite another thing.\n\nLonger, too.\n\nMuch longer.\n",
    );
    repository.write(&["--assume-current"]);
    assert_eq!(repository.base("en", RU_NAME).unwrap(), NEW);
    let expected = ["content/en/a.md current", "content/en/other.md current"];
    assert_eq!(repository.status(), expected);
    let run = sverka(
        repository.path(),
        &["adopt", "a", "--assume-current", "--base", "v1"],
    );
    assert_eq!(run.code, 2, "{}", run.out);
}

#[test]
fn a_revision_may_be_the_base() {
    let Some(repository) = tagged() else {
        return;
    };
    let v1 = repository.git(&["rev-parse", "v1^{commit}"]);
    let found = repository.proposal(&["a", "--base", "v1"]);
    assert_eq!(
        (&found["origin"], &found["commit"]),
        (&"given".into(), &v1.trim().into())
    );
    // It need not fit: a person has looked.
    repository.write(&["a", "--base", "v2"]);
    assert_eq!(repository.status(), [format!("{EN_NAME} current")]);
    std::fs::remove_dir_all(repository.path().join(".sverka")).unwrap();
    for revision in ["v1", "HEAD~1", &v1[..8], "main^"] {
        repository.write(&["a", "--base", revision]);
        assert_eq!(repository.base("en", RU_NAME).unwrap(), RU, "{revision}");
        assert_eq!(
            repository.status(),
            [format!("{EN_NAME} stale 2+0")],
            "{revision}"
        );
        std::fs::remove_dir_all(repository.path().join(".sverka")).unwrap();
    }
    let run = sverka(repository.path(), &["adopt", "--base", "v1"]);
    assert_eq!(run.code, 2, "one commit for everything: {}", run.out);
}

#[test]
fn a_revision_without_the_article_is_no_base() {
    let Some(repository) = tagged() else {
        return;
    };
    for (revision, said) in [
        ("v3", "`v3`"),
        ("HEAD~9", "`HEAD~9`"),
        ("v1:content/ru/a.md", "`v1:content/ru/a.md`"),
        ("v0", "content/ru/a.md"),
    ] {
        let run = sverka(
            repository.path(),
            &["adopt", "a", "--write", "--base", revision],
        );
        assert_eq!(run.code, 2, "{revision}: {}", run.out);
        assert!(
            run.err.contains("error:") && run.err.contains(said),
            "{revision}: {}",
            run.err
        );
        assert_eq!(repository.base("en", RU_NAME), None, "{revision}");
    }
}

#[test]
fn an_article_or_a_language_that_is_not_there_is_refused() {
    let Some(repository) = tagged() else {
        return;
    };
    for words in [&["nowhere"][..], &["a", "--lang", "fr"]] {
        let run = sverka(repository.path(), &[&["adopt", "--write"], words].concat());
        assert_eq!(run.code, 2, "{words:?}: {}", run.out);
    }
    repository.write(&["a"]);
    let run = sverka(repository.path(), &["adopt", "a"]);
    assert!(
        run.err.contains("content/en/a.md has a base already"),
        "{}",
        run.err
    );
}

//! Where history is missing, that is said, and nothing looks current for want of it.

use super::repository::{Repository, WORKFLOW, proposals, status, sverka};

const RU_NAME: &str = "content/ru/a.md";
const EN_NAME: &str = "content/en/a.md";
const RU: &str = "# Приём\n\nДокументы принимают до 20 июня.\n";
const EN: &str = "# Admission\n\nDocuments are accepted until 20 June.\n";

/// The words of the source changed and the blocks did not: only history can tell that.
fn changed() -> Option<Repository> {
    let repository = Repository::new()?;
    repository.put(RU_NAME, RU);
    repository.put(EN_NAME, EN);
    repository.commit("Приём открыт");
    repository.put(
        RU_NAME,
        RU.replace("Документы принимают", "Заявления подают"),
    );
    repository.commit("Другие слова");
    Some(repository)
}

#[test]
fn without_a_repository_nothing_is_recorded() {
    let folder = tempfile::tempdir().unwrap();
    let put = |path: &str, text: &str| {
        let place = folder.path().join(path);
        std::fs::create_dir_all(place.parent().unwrap()).unwrap();
        std::fs::write(place, text).unwrap();
    };
    put("workflow.toml", WORKFLOW);
    put(RU_NAME, RU);
    put(EN_NAME, EN);
    let run = sverka(folder.path(), &["adopt", "--write"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(
        run.err.contains("there is no git history here"),
        "{}",
        run.err
    );
    assert_eq!(status(folder.path()), [format!("{EN_NAME} untracked")]);
    let found = &proposals(folder.path(), &[])[EN_NAME];
    assert_eq!(
        (&found["origin"], &found["doubts"][0]),
        (&"today".into(), &"no-history".into())
    );
    sverka(
        folder.path(),
        &["adopt", "--write", "--min-confidence", "0"],
    );
    assert_eq!(status(folder.path()), [format!("{EN_NAME} untracked")]);
    let run = sverka(folder.path(), &["adopt", "a", "--base", "HEAD"]);
    assert_eq!(run.code, 2, "{}", run.out);
    assert!(run.err.contains("--base"), "{}", run.err);
    let run = sverka(folder.path(), &["adopt", "--write", "--assume-current"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert_eq!(status(folder.path()), [format!("{EN_NAME} current")]);
}

#[test]
fn a_repository_without_a_commit_has_no_history_either() {
    let Some(repository) = Repository::new() else {
        return;
    };
    repository.put(RU_NAME, RU);
    repository.put(EN_NAME, EN);
    let run = sverka(repository.path(), &["adopt", "--write"]);
    assert!(
        run.err.contains("there is no git history here"),
        "{}",
        run.err
    );
    assert_eq!(repository.status(), [format!("{EN_NAME} untracked")]);
}

#[test]
fn a_shallow_clone_makes_nothing_current() {
    let Some(repository) = changed() else {
        return;
    };
    let clone = repository.clone("--depth=1", "shallow");
    let run = sverka(&clone, &["adopt", "--write"]);
    assert_eq!(run.code, 0, "{}", run.err);
    assert!(run.err.contains("this clone is shallow"), "{}", run.err);
    assert!(run.err.contains("git fetch --unshallow"), "{}", run.err);
    assert_eq!(status(&clone), [format!("{EN_NAME} untracked")]);
    let found = &proposals(&clone, &[])[EN_NAME];
    assert_eq!(found["doubts"], serde_json::json!(["shallow"]));
    assert!(found["confidence"].as_f64().unwrap() <= 0.5, "{found}");
    let run = sverka(&clone, &["adopt", "a"]);
    assert!(
        run.out.contains("an older version may fit better"),
        "{}",
        run.out
    );
    // The whole history makes up for it.
    repository.git(&["-C", "shallow", "fetch", "--quiet", "--unshallow"]);
    let run = sverka(&clone, &["adopt", "--write"]);
    assert!(!run.err.contains("shallow"), "{}", run.err);
    assert_eq!(status(&clone), [format!("{EN_NAME} stale 1+0")]);
}

#[test]
fn a_clone_that_is_deep_enough_is_shallow_for_nobody() {
    let Some(repository) = changed() else {
        return;
    };
    for text in ["раз", "два"] {
        repository.put("content/ru/b.md", text);
        repository.put("content/en/b.md", format!("{text} in English\n"));
        repository.commit(text);
    }
    let clone = repository.clone("--depth=3", "shallow");
    let found = proposals(&clone, &[]);
    assert_eq!(found[EN_NAME]["doubts"], serde_json::json!(["shallow"]));
    assert_eq!(
        found["content/en/b.md"]["doubts"],
        serde_json::json!([]),
        "{found:?}"
    );
}

#[test]
fn a_partial_clone_makes_nothing_current() {
    let Some(repository) = changed() else {
        return;
    };
    for (filter, name) in [
        ("--filter=blob:none", "blobless"),
        ("--filter=tree:0", "treeless"),
    ] {
        let clone = repository.clone(filter, name);
        let run = sverka(&clone, &["adopt", "--write"]);
        assert_eq!(run.code, 0, "{}", run.err);
        assert!(
            run.err.contains("this clone is partial"),
            "{name}: {}",
            run.err
        );
        assert!(
            run.err.contains("git fetch --refetch"),
            "{name}: {}",
            run.err
        );
        assert_eq!(status(&clone), [format!("{EN_NAME} untracked")], "{name}");
        // The version it was made from is not there, or cannot be found.
        let found = &proposals(&clone, &[])[EN_NAME];
        let sure = found["confidence"].as_f64().unwrap_or_default();
        assert!(sure <= 0.5, "{name}: {found}");
    }
    // Only the newest version is there, and the last edit is younger than that.
    repository.put(EN_NAME, EN.to_owned() + "\nBring a photo and a pen, too.\n");
    repository.commit("Own words");
    let clone = repository.clone("--filter=blob:none", "younger");
    let found = &proposals(&clone, &["--write"])[EN_NAME];
    assert_eq!(found["doubts"], serde_json::json!(["partial"]));
    assert!(found["confidence"].as_f64().unwrap() <= 0.5, "{found}");
    assert_eq!(found["recorded"], false);
}

#[test]
fn no_certainty_however_low_makes_current_what_history_leaves_open() {
    let Some(repository) = changed() else {
        return;
    };
    let translated = EN.replace("Documents", "Applications");
    repository.put(EN_NAME, &translated);
    repository.commit("Other words");
    for (option, name) in [("--depth=1", "shallow"), ("--filter=blob:none", "partial")] {
        let clone = repository.clone(option, name);
        for least in ["0.5", "0"] {
            let run = sverka(&clone, &["adopt", "--write", "--min-confidence", least]);
            assert!(
                run.out.contains("1 translation stays untracked"),
                "{}",
                run.out
            );
            assert_eq!(status(&clone), [format!("{EN_NAME} untracked")], "{name}");
        }
        let run = sverka(&clone, &["adopt", "--write", "--assume-current"]);
        assert_eq!(run.code, 0, "{}", run.err);
        assert_eq!(status(&clone), [format!("{EN_NAME} current")], "{name}");
    }
    repository.write(&[]);
    assert_eq!(repository.status(), [format!("{EN_NAME} current")]);
}

#[test]
fn a_base_that_a_clone_does_not_have_is_an_error() {
    let Some(repository) = changed() else {
        return;
    };
    let old = repository.git(&["rev-parse", "HEAD~1"]);
    let old = old.trim();
    for (option, name) in [("--depth=1", "shallow"), ("--filter=blob:none", "partial")] {
        let clone = repository.clone(option, name);
        let run = sverka(&clone, &["adopt", "a", "--write", "--base", old]);
        assert_eq!(run.code, 2, "{name}: {}{}", run.out, run.err);
        assert_eq!(status(&clone), [format!("{EN_NAME} untracked")], "{name}");
    }
    // What a page says of a commit that is out of reach is no more than a doubt.
    repository.put(EN_NAME, format!("---\nsourceCommit: {old}\n---\n{EN}"));
    repository.commit("Name the commit");
    assert_eq!(repository.proposal(&[])["origin"], "stated");
    for (option, name) in [
        ("--depth=1", "shallow2"),
        ("--filter=blob:none", "partial2"),
    ] {
        let clone = repository.clone(option, name);
        sverka(&clone, &["adopt", "--write"]);
        assert_eq!(status(&clone), [format!("{EN_NAME} untracked")], "{name}");
        let found = &proposals(&clone, &[])[EN_NAME];
        let doubts = found["doubts"].to_string();
        assert!(doubts.contains("unknown-commit"), "{name}: {doubts}");
    }
}

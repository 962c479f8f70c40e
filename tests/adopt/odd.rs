//! Line ends, odd bytes, links: what real work trees hold.

use super::repository::{Repository, WORKFLOW, proposals, sverka};

const RU_NAME: &str = "content/ru/a.md";
const EN_NAME: &str = "content/en/a.md";
const RU: &str = "# Приём\n\nДокументы принимают до 20 июня.\n\n- паспорт\n- аттестат\n";
const EN: &str =
    "# Admission\n\nDocuments are accepted until 20 June.\n\n- a passport\n- a certificate\n";

fn windows(text: &str) -> String {
    text.replace('\n', "\r\n")
}

#[test]
fn line_ends_of_the_work_tree_are_no_change() {
    let Some(repository) = Repository::new() else {
        return;
    };
    repository.put(RU_NAME, RU);
    repository.put(EN_NAME, EN);
    let made = repository.commit("Приём открыт");
    repository.put(RU_NAME, windows(RU));
    repository.put(EN_NAME, windows(EN));
    let found = repository.proposal(&[]);
    assert_eq!(
        (&found["commit"], &found["work"]),
        (&made.into(), &().into())
    );
    repository.write(&[]);
    assert_eq!(repository.base("en", RU_NAME).unwrap(), windows(RU));
    assert_eq!(repository.status(), [format!("{EN_NAME} current")]);
}

#[test]
fn line_ends_do_not_hide_what_changed() {
    let Some(repository) = Repository::new() else {
        return;
    };
    repository.put(RU_NAME, RU);
    repository.put(EN_NAME, EN.replace("- a passport\n", ""));
    repository.commit("Приём открыт");
    let today = RU.replace("20", "25");
    repository.put(RU_NAME, &today);
    repository.commit("Новый срок");
    repository.put(RU_NAME, windows(&today));
    repository.put(EN_NAME, windows(&EN.replace("- a passport\n", "")));
    repository.write(&[]);
    let base = windows(&RU.replace("- паспорт\n", ""));
    assert_eq!(repository.base("en", RU_NAME).unwrap(), base);
    assert_eq!(repository.status(), [format!("{EN_NAME} stale 2+0")]);
}

#[test]
fn line_ends_that_are_committed_are_kept() {
    let Some(repository) = Repository::new() else {
        return;
    };
    repository.put(RU_NAME, windows(RU));
    repository.put(EN_NAME, EN);
    repository.commit("Приём открыт");
    repository.put(RU_NAME, windows(RU) + "\r\nОбщежитие дают всем.\r\n");
    repository.commit("Про общежитие");
    repository.write(&[]);
    assert_eq!(repository.base("en", RU_NAME).unwrap(), windows(RU));
    assert_eq!(repository.status(), [format!("{EN_NAME} stale 1+0")]);
}

/// Three articles, of which only the first has a sound translation.
fn with_broken(break_it: impl Fn(&Repository)) -> Option<Repository> {
    let repository = Repository::new()?;
    for name in ["a", "b", "c"] {
        repository.put(&format!("content/ru/{name}.md"), RU);
        repository.put(&format!("content/en/{name}.md"), EN);
    }
    repository.commit("Приём открыт");
    std::fs::remove_file(repository.path().join("content/en/c.md")).unwrap();
    std::fs::remove_file(repository.path().join("content/en/b.md")).unwrap();
    break_it(&repository);
    Some(repository)
}

#[test]
fn a_translation_that_is_no_text_is_said_and_others_are_adopted() {
    let Some(repository) = with_broken(|it| it.put("content/en/b.md", b"caf\xe9\n")) else {
        return;
    };
    repository.commit("Broken");
    let run = sverka(repository.path(), &["adopt", "--write"]);
    assert!(
        run.err.contains("invalid-utf8") && run.err.contains("content/en/b.md"),
        "{}",
        run.err
    );
    assert_eq!(run.code, 2, "{}", run.err);
    let expected = ["content/en/a.md current", "content/en/b.md unreadable"];
    assert_eq!(repository.status(), expected);
    assert_eq!(repository.base("en", "content/ru/b.md"), None);
}

#[test]
fn a_source_that_is_or_was_no_text_is_passed_by() {
    let Some(repository) = with_broken(|it| it.put("content/ru/c.md", b"\xff\xfe\n")) else {
        return;
    };
    repository.put("content/en/c.md", EN);
    repository.put("content/ru/b.md", b"caf\xe9\n");
    repository.put("content/en/b.md", EN);
    repository.commit("Broken");
    repository.put(
        "content/ru/b.md",
        RU.to_owned() + "\nОбщежитие дают всем.\n",
    );
    repository.commit("Mended");
    let run = sverka(repository.path(), &["adopt", "--write"]);
    assert!(run.err.contains("content/ru/c.md"), "{}", run.err);
    assert_eq!(repository.base("en", "content/ru/b.md").unwrap(), RU);
    assert_eq!(repository.base("en", "content/ru/c.md"), None);
}

#[cfg(unix)]
#[test]
fn a_link_among_translations_is_said_and_others_are_adopted() {
    use std::os::unix::fs::symlink;
    let secret = tempfile::NamedTempFile::new().unwrap();
    let link = |it: &Repository| symlink(secret.path(), it.path().join("content/en/b.md")).unwrap();
    let Some(repository) = with_broken(link) else {
        return;
    };
    let run = sverka(repository.path(), &["adopt", "--write"]);
    assert!(
        run.err.contains("symbolic-link") && run.err.contains("content/en/b.md"),
        "{}",
        run.err
    );
    assert_eq!(run.code, 2, "{}", run.err);
    assert_eq!(repository.status(), ["content/en/a.md current"]);
}

#[cfg(unix)]
#[test]
fn a_store_that_leads_elsewhere_is_refused() {
    let Some(repository) = with_broken(|_| ()) else {
        return;
    };
    let elsewhere = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(elsewhere.path(), repository.path().join(".sverka")).unwrap();
    let run = sverka(repository.path(), &["adopt", "--write"]);
    assert_eq!(run.code, 2, "{}", run.err);
    assert_eq!(std::fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}

#[test]
fn a_project_in_a_folder_of_the_repository_is_adopted() {
    let Some(repository) = Repository::new() else {
        return;
    };
    let inside = |name: &str| format!("сайт/docs/{name}");
    repository.put(&inside("workflow.toml"), WORKFLOW);
    repository.put(&inside(RU_NAME), RU);
    repository.put(&inside(EN_NAME), EN);
    let made = repository.commit("Приём открыт");
    repository.put(&inside(RU_NAME), RU.replace("20", "25"));
    repository.commit("Новый срок");
    let folder = repository.path().join("сайт/docs");
    let found = proposals(&folder, &["--write"]);
    assert_eq!(found[EN_NAME]["commit"], made);
    let base = folder.join(".sverka/base/en").join(RU_NAME);
    assert_eq!(std::fs::read_to_string(base).unwrap(), RU);
}

#[test]
fn line_ends_that_only_the_history_has_are_no_change() {
    let Some(repository) = Repository::new() else {
        return;
    };
    repository.put(RU_NAME, windows(RU));
    repository.put(EN_NAME, windows(EN));
    repository.commit("Приём открыт");
    repository.put(RU_NAME, RU);
    repository.put(EN_NAME, EN);
    repository.write(&[]);
    assert_eq!(repository.base("en", RU_NAME).unwrap(), RU);
    assert_eq!(repository.status(), [format!("{EN_NAME} current")]);
}

//! What a change made worse: in repositories with a history.

use std::path::Path;

use sverka::gate::{Asked, Outcome, Since};
use sverka::history::History;
use sverka::track::Scope;

use crate::repository::{Repository, sverka};
use crate::site::{lines, outcome};

const RU: &str = "# Приём\n\nПриём приём до 15 июня.\n\nПо будням с девяти до шести.\n";
const EN: &str = "# Admission\n\nUntil 15 June.\n\nOn weekdays from from nine to six.\n";

/// A repository with one article that has been wrong for long, and another that is not translated.
fn repository() -> Option<Repository> {
    let repository = Repository::new()?;
    repository.put("content/ru/a.md", RU);
    repository.put("content/en/a.md", EN);
    repository.put(".sverka/base/en/content/ru/a.md", RU);
    repository.put("content/ru/b.md", "Снег.\n");
    repository.commit("as it was");
    Some(repository)
}

fn since(folder: &Path, revision: &str) -> Outcome {
    let history = History::open(folder).unwrap().unwrap();
    let commit = history.resolve(revision).unwrap().id;
    let since = Since::new(&history, commit).unwrap().unwrap();
    let asked = Asked {
        since: Some(&since),
        ..Asked::default()
    };
    outcome(folder, &Scope::default(), &asked)
}

/// What got worse since the last commit, which has to be a part of what there is.
fn worse(repository: &Repository) -> Vec<String> {
    let found = since(repository.path(), "HEAD");
    let all = outcome(repository.path(), &Scope::default(), &Asked::default());
    let notices = ["makes-stale", "base-not-moved"];
    for one in &found.findings {
        let notice = notices.contains(&one.finding.diagnostic.code.name());
        assert!(notice || all.findings.contains(one), "{one:?}");
    }
    lines(&found)
}

#[test]
fn no_change_makes_nothing_worse() {
    let Some(repository) = repository() else {
        return;
    };
    let all = outcome(repository.path(), &Scope::default(), &Asked::default());
    assert_eq!(all.findings.len(), 5);
    assert_eq!(worse(&repository), [""; 0]);
    // White space moves what there is, and makes none of it new.
    repository.put("content/en/a.md", format!("\n\n{EN}"));
    assert_eq!(worse(&repository), [""; 0]);
}

#[test]
fn the_author_of_a_source_hears_whom_it_makes_work() {
    let Some(repository) = repository() else {
        return;
    };
    repository.put("content/ru/a.md", RU.replace("15 июня", "20 июня"));
    assert_eq!(
        worse(&repository),
        ["stale content/en/a.md", "makes-stale content/ru/a.md"]
    );
    let run = sverka(repository.path(), &["check", "--since", "HEAD"]);
    assert!(
        run.out.contains("makes one translation stale"),
        "{}",
        run.out
    );
    assert!(
        run.out.contains("sverka diff content/ru/a.md"),
        "{}",
        run.out
    );
    // It is no mistake, so it does not fail.
    let workflow = crate::repository::WORKFLOW;
    let policy = "\n[policy]\nfail = ['warning']\n[checks.stale]\nlevel = 'info'\n";
    repository.put("workflow.toml", format!("{workflow}{policy}"));
    assert_eq!(since(repository.path(), "HEAD").exit(), 0);
}

#[test]
fn the_author_of_a_translation_hears_that_its_base_was_not_moved() {
    let Some(repository) = repository() else {
        return;
    };
    let new = RU.replace("15 июня", "20 июня");
    repository.put("content/ru/a.md", &new);
    repository.commit("the source went ahead");
    repository.put("content/en/a.md", EN.replace("15 June", "20 June"));
    assert_eq!(worse(&repository), ["base-not-moved content/en/a.md"]);
    repository.put(".sverka/base/en/content/ru/a.md", &new);
    assert_eq!(worse(&repository), [""; 0]);
}

#[test]
fn a_new_slip_is_told_and_an_old_one_is_not() {
    let Some(repository) = repository() else {
        return;
    };
    repository.put(
        "content/en/a.md",
        EN.replace("Admission", "The the admission"),
    );
    assert_eq!(worse(&repository), ["repeated-words content/en/a.md"]);
    repository.put("content/en/a.md", EN.replace("from from", "from"));
    assert_eq!(worse(&repository), [""; 0]);
}

#[test]
fn what_is_gone_is_told() {
    let Some(repository) = repository() else {
        return;
    };
    std::fs::remove_file(repository.path().join("content/en/a.md")).unwrap();
    assert_eq!(worse(&repository), ["missing content/ru/a.md"]);
    repository.put("content/en/a.md", EN);
    std::fs::remove_file(repository.path().join("content/ru/a.md")).unwrap();
    assert_eq!(worse(&repository), ["orphan content/en/a.md"]);
    std::fs::remove_file(repository.path().join("content/en/a.md")).unwrap();
    assert_eq!(
        worse(&repository),
        ["stray-base .sverka/base/en/content/ru/a.md"]
    );
}

#[test]
fn a_rename_makes_nothing_worse() {
    let Some(repository) = repository() else {
        return;
    };
    repository.git(&["mv", "content/ru/a.md", "content/ru/new.md"]);
    repository.git(&["mv", "content/en/a.md", "content/en/new.md"]);
    repository.commit("the base stays behind");
    assert_eq!(lines(&since(repository.path(), "HEAD~1")), [""; 0]);
    let base = ".sverka/base/en/content/ru";
    repository.git(&["mv", &format!("{base}/a.md"), &format!("{base}/new.md")]);
    repository.commit("and follows");
    assert_eq!(lines(&since(repository.path(), "HEAD~2")), [""; 0]);
    repository.put(
        "content/en/new.md",
        EN.replace("Admission", "The the admission"),
    );
    let found = lines(&since(repository.path(), "HEAD~2"));
    assert_eq!(found, ["repeated-words content/en/new.md"]);
}

#[test]
fn an_ignore_that_dies_brings_its_finding_back() {
    let Some(repository) = repository() else {
        return;
    };
    let all = outcome(repository.path(), &Scope::default(), &Asked::default());
    let slip = all
        .findings
        .iter()
        .find(|one| one.finding.token == "from")
        .unwrap();
    let list = sverka::gate::IgnoreList::with("", &[&slip.finding], "так в песне");
    repository.put(".sverka/ignore.toml", list);
    repository.commit("the note");
    assert_eq!(worse(&repository), [""; 0]);
    repository.put("content/en/a.md", EN.replace("nine", "ten"));
    let found = [
        "unused-ignore .sverka/ignore.toml",
        "repeated-words content/en/a.md",
    ];
    assert_eq!(worse(&repository), found);
}

#[test]
fn a_history_that_is_not_whole_is_never_all_well() {
    let Some(repository) = repository() else {
        return;
    };
    repository.put("content/ru/a.md", RU.replace("15 июня", "20 июня"));
    repository.put("content/en/a.md", EN.replace("nine", "ten"));
    repository.commit("a change");
    let check = |folder: &Path, revision: &str| sverka(folder, &["check", "--since", revision]);
    let shallow = repository.clone("--depth=1", "shallow");
    let run = check(&shallow, "HEAD~1");
    assert!(
        run.code == 2 && run.err.contains("git fetch --unshallow"),
        "{}",
        run.err
    );
    assert_eq!(check(&shallow, "HEAD").code, 0);
    let blobless = repository.clone("--filter=blob:none", "blobless");
    let run = check(&blobless, "HEAD~1");
    assert!(
        run.code == 2 && run.out.contains("--no-filter"),
        "{}",
        run.out
    );
    let treeless = repository.clone("--filter=tree:0", "treeless");
    let run = check(&treeless, "HEAD~1");
    assert!(
        run.code == 2 && run.err.contains("--no-filter"),
        "{}",
        run.err
    );
    assert_eq!(check(repository.path(), "none").code, 2);
    assert_eq!(check(tempfile::tempdir().unwrap().path(), "HEAD").code, 2);
}

#[test]
fn what_cannot_be_read_is_told_although_nobody_touched_it() {
    let Some(repository) = repository() else {
        return;
    };
    repository.put("content/en/b.md", b"caf\xe9");
    repository.commit("broken for long");
    let found = since(repository.path(), "HEAD");
    assert_eq!(
        (lines(&found), found.exit()),
        (vec!["invalid-utf8 content/en/b.md".to_owned()], 2)
    );
}

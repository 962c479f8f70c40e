//! Histories as people make them, and what is read of them.

use super::fixture::{Repository, article, open, story, walk};
use super::{Gap, History, HistoryError};

#[test]
fn every_change_is_a_version() {
    let Some(repository) = Repository::new() else {
        return;
    };
    repository.put("ru/a.md", "раз");
    repository.put("en/a.md", "one");
    let first = repository.commit("первый");
    repository.put("ru/a.md", "два");
    let second = repository.commit("второй\n\nи подробно");
    repository.put("other.md", "x");
    repository.commit("чужое");
    repository.put("en/a.md", "two");
    repository.commit("translated");
    let history = open(repository.path());
    let timeline = walk(&history, &["ru/a.md", "en/a.md", "en/none.md"]);
    assert_eq!(
        story(&timeline, "ru/a.md"),
        ["второй: ru/a.md", "первый: ru/a.md"]
    );
    assert_eq!(
        story(&timeline, "en/a.md"),
        ["translated: en/a.md", "первый: en/a.md"]
    );
    assert!(timeline.versions("en/none.md").is_empty());
    assert_eq!(timeline.commits(), 4);
    assert_eq!(history.gaps(), []);

    let [newest, oldest] = timeline.versions("ru/a.md") else {
        panic!()
    };
    assert_eq!(newest.commit.id.to_string(), second);
    assert_eq!(newest.commit.id.short(), second[..10]);
    assert_eq!(newest.commit.authored, newest.commit.time);
    assert!(newest.commit.time > oldest.commit.time && oldest.commit.time > 1_717_000_000);
    assert_eq!((newest.position, oldest.position), (2, 3));
    assert_eq!(
        history.blob(newest.blob).unwrap().unwrap(),
        "два".as_bytes()
    );

    let [translated, copied] = timeline.versions("en/a.md") else {
        panic!()
    };
    for (version, source) in [(translated, newest), (copied, oldest)] {
        let blob = history.at(&timeline, "ru/a.md", version).unwrap();
        assert_eq!(blob, Some(source.blob));
        assert_eq!(timeline.up_to("ru/a.md", version)[0], source);
    }
    let first = first.parse().unwrap();
    assert_eq!(
        history.blob_at(first, "ru/a.md").unwrap(),
        Some(oldest.blob)
    );
    assert_eq!(history.blob_at(first, "ru").unwrap(), None);
    assert_eq!(history.blob_at(first, "../../a.md").unwrap(), None);
}

#[test]
fn a_renamed_file_keeps_its_past() {
    let Some(repository) = Repository::new() else {
        return;
    };
    repository.put("старая папка/а б.md", &article("a", &[]));
    repository.put("старая папка/в.md", &article("b", &[]));
    repository.commit("written");
    repository.git(&["mv", "старая папка", "docs"]);
    repository.commit("folder renamed");
    repository.git(&["mv", "docs/а б.md", "docs/с начала.md"]);
    repository.put("docs/с начала.md", &article("a", &[1, 2, 3, 4, 5]));
    repository.commit("renamed and edited");
    repository.git(&["mv", "docs/в.md", "docs/г.md"]);
    repository.put("docs/г.md", &article("c", &[1, 2, 3, 4, 5]));
    repository.commit("written anew");
    let timeline = walk(&open(repository.path()), &["docs/с начала.md", "docs/г.md"]);
    assert_eq!(
        story(&timeline, "docs/с начала.md"),
        [
            "renamed and edited: docs/с начала.md",
            "folder renamed: docs/а б.md",
            "written: старая папка/а б.md",
        ]
    );
    assert_eq!(story(&timeline, "docs/г.md"), ["written anew: docs/г.md"]);
}

#[test]
fn the_source_is_found_under_the_name_it_had() {
    let Some(repository) = Repository::new() else {
        return;
    };
    repository.put("source/a.md", &article("раз", &[]));
    repository.put("en/a.md", "translation of the first");
    repository.commit("both");
    repository.git(&["mv", "source", "ru"]);
    repository.put("ru/a.md", &article("раз", &[7]));
    repository.commit("renamed and edited");
    let history = open(repository.path());
    let timeline = walk(&history, &["ru/a.md", "en/a.md"]);
    let translated = &timeline.versions("en/a.md")[0];
    let source = history.at(&timeline, "ru/a.md", translated).unwrap();
    assert_eq!(source, Some(timeline.versions("ru/a.md")[1].blob));
}

#[test]
fn a_copy_is_no_rename() {
    let Some(repository) = Repository::new() else {
        return;
    };
    repository.put("ru/a.md", &article("a", &[]));
    repository.put("old/ru/b.md", &article("b", &[]));
    repository.put("old/en/b.md", &article("b", &[]));
    repository.commit("written");
    // A translation begins as a copy of the original, and both are alike for a while.
    repository.put("en/a.md", &article("a", &[]));
    repository.commit("copied");
    repository.git(&["mv", "old/en/b.md", "en/b.md"]);
    repository.git(&["mv", "old/ru/b.md", "ru/b.md"]);
    repository.commit("moved");
    let timeline = walk(&open(repository.path()), &["en/a.md", "en/b.md", "ru/b.md"]);
    assert_eq!(story(&timeline, "en/a.md"), ["copied: en/a.md"]);
    assert_eq!(
        story(&timeline, "en/b.md"),
        ["moved: en/b.md", "written: old/en/b.md"]
    );
    assert_eq!(
        story(&timeline, "ru/b.md"),
        ["moved: ru/b.md", "written: old/ru/b.md"]
    );
}

#[test]
fn a_name_that_was_taken_over_is_not_mixed_up() {
    let Some(repository) = Repository::new() else {
        return;
    };
    repository.put("a.md", &article("a", &[]));
    repository.commit("a");
    repository.git(&["mv", "a.md", "b.md"]);
    repository.commit("a becomes b");
    repository.put("a.md", &article("нечто новое", &[]));
    repository.commit("another a");
    repository.git(&["rm", "--quiet", "a.md"]);
    repository.commit("away");
    repository.put("a.md", &article("нечто новое", &[3]));
    repository.commit("back");
    let timeline = walk(&open(repository.path()), &["a.md", "b.md"]);
    assert_eq!(story(&timeline, "a.md"), ["back: a.md", "another a: a.md"]);
    assert_eq!(story(&timeline, "b.md"), ["a becomes b: b.md", "a: a.md"]);
}

#[test]
fn a_merge_is_followed_to_where_the_change_was_made() {
    let Some(repository) = Repository::new() else {
        return;
    };
    repository.put("ru.md", &article("ru", &[]));
    repository.put("en.md", &article("en", &[]));
    repository.commit("both");
    repository.git(&["checkout", "--quiet", "-b", "side"]);
    repository.put("ru.md", &article("ru", &[2]));
    repository.commit("side: source");
    repository.git(&["checkout", "--quiet", "main"]);
    repository.put("en.md", &article("en", &[3]));
    repository.commit("main: translation");
    repository.put("ru.md", &article("ru", &[17]));
    repository.commit("main: source");
    repository.git(&["merge", "--quiet", "--message", "merged", "side"]);
    repository.git(&["checkout", "--quiet", "-b", "third"]);
    repository.put("en.md", &article("en", &[3, 4]));
    repository.commit("third: translation");
    repository.git(&["checkout", "--quiet", "main"]);
    repository.git(&["merge", "--quiet", "--no-ff", "--message", "taken", "third"]);
    let history = open(repository.path());
    let timeline = walk(&history, &["ru.md", "en.md"]);
    let sources = [
        "merged: ru.md",
        "main: source: ru.md",
        "side: source: ru.md",
        "both: ru.md",
    ];
    assert_eq!(story(&timeline, "ru.md"), sources);
    let targets = [
        "third: translation: en.md",
        "main: translation: en.md",
        "both: en.md",
    ];
    assert_eq!(story(&timeline, "en.md"), targets);
    // The side branch was older than the translation, but not merged: its text was not there.
    let translated = &timeline.versions("en.md")[1];
    let source = history.at(&timeline, "ru.md", translated).unwrap();
    let first = timeline.versions("ru.md").last().unwrap();
    assert_eq!(source, Some(first.blob));
    assert_eq!(timeline.up_to("ru.md", translated), [first]);
}

#[test]
fn a_project_in_a_folder_sees_its_own_paths() {
    let Some(repository) = Repository::new() else {
        return;
    };
    repository.put("articles/a.md", &article("a", &[]));
    repository.put("site/docs/b.md", "b");
    repository.commit("written");
    repository.git(&["mv", "articles/a.md", "site/docs/a.md"]);
    repository.commit("moved in");
    let history = open(&repository.path().join("site/docs"));
    let timeline = walk(&history, &["a.md", "b.md"]);
    let moved = ["moved in: a.md", "written: ../../articles/a.md"];
    assert_eq!(story(&timeline, "a.md"), moved);
    assert_eq!(story(&timeline, "b.md"), ["written: b.md"]);
    let [_, oldest] = timeline.versions("a.md") else {
        panic!()
    };
    let blob = history.blob_at(oldest.commit.id, &oldest.path).unwrap();
    assert_eq!(blob, Some(oldest.blob));
}

#[test]
fn a_shallow_clone_does_not_pretend_to_know_the_beginning() {
    let Some(repository) = Repository::new() else {
        return;
    };
    repository.put("a.md", "раз");
    repository.put("b.md", "one");
    repository.commit("1");
    repository.put("a.md", "два");
    repository.commit("2");
    repository.put("a.md", "три");
    repository.commit("3");
    let history = open(&repository.clone(&["--depth", "2"], "shallow"));
    assert_eq!(history.gaps(), [Gap::Shallow]);
    let timeline = walk(&history, &["a.md", "b.md"]);
    assert_eq!(story(&timeline, "a.md"), ["3: a.md", "2: a.md …"]);
    assert_eq!(story(&timeline, "b.md"), ["2: b.md …"]);
}

#[test]
fn a_partial_clone_is_read_as_far_as_it_goes() {
    let Some(repository) = Repository::new() else {
        return;
    };
    repository.put("old.md", &article("a", &[]));
    repository.put("b.md", "one");
    repository.commit("1");
    repository.git(&["mv", "old.md", "a.md"]);
    repository.put("a.md", &article("a", &[1]));
    repository.commit("2");
    repository.put("b.md", "two");
    repository.commit("3");

    let history = open(&repository.clone(&["--filter=blob:none"], "blobless"));
    assert_eq!(history.gaps(), [Gap::Partial]);
    let timeline = walk(&history, &["a.md", "b.md"]);
    assert_eq!(story(&timeline, "b.md"), ["3: b.md", "1: b.md"]);
    // Whether it was a rename, only the missing text could tell.
    assert_eq!(story(&timeline, "a.md"), ["2: a.md …"]);
    let [newest, oldest] = timeline.versions("b.md") else {
        panic!()
    };
    assert_eq!(history.blob(newest.blob).unwrap().unwrap(), b"two");
    assert_eq!(history.blob(oldest.blob).unwrap(), None);

    let history = open(&repository.clone(&["--filter=tree:0"], "treeless"));
    assert_eq!(history.gaps(), [Gap::Partial]);
    let timeline = walk(&history, &["a.md", "b.md"]);
    assert_eq!(story(&timeline, "a.md"), ["3: a.md …"]);
    let first = history.resolve("HEAD~2").unwrap();
    assert_eq!(history.blob_at(first.id, "b.md").unwrap(), None);
}

#[test]
fn no_repository_and_no_commit_are_no_history() {
    let folder = tempfile::tempdir().unwrap();
    assert!(History::open(folder.path()).unwrap().is_none());
    assert!(History::open(&folder.path().join("none")).is_err());
    let Some(repository) = Repository::new() else {
        return;
    };
    assert!(History::open(repository.path()).unwrap().is_none());
    let bare = Repository::with(&["--bare"]).unwrap();
    assert!(History::open(bare.path()).unwrap().is_none());
}

#[test]
fn work_trees_and_submodules_open() {
    let Some(repository) = Repository::new() else {
        return;
    };
    repository.put("docs/a.md", "раз");
    repository.commit("written");
    let bare = repository.clone(&["--bare"], "bare.git");
    repository.git(&["worktree", "add", "--quiet", "tree"]);
    repository.git(&["-C", "bare.git", "worktree", "add", "--quiet", "../second"]);
    let url = bare.display().to_string();
    repository.git(&["submodule", "--quiet", "add", &url, "module"]);
    for folder in ["tree/docs", "second/docs", "module/docs"] {
        let timeline = walk(&open(&repository.path().join(folder)), &["a.md"]);
        assert_eq!(story(&timeline, "a.md"), ["written: a.md"], "{folder}");
    }
}

#[test]
fn revisions_are_resolved_as_git_does() {
    let Some(repository) = Repository::new() else {
        return;
    };
    let first = repository.commit("первый");
    repository.git(&["tag", "--annotate", "v1", "--message", "выпуск"]);
    let second = repository.commit("второй");
    let history = open(repository.path());
    for (revision, id) in [
        ("HEAD", &second),
        ("HEAD~1", &first),
        ("v1", &first),
        ("main^", &first),
        (&first[..7], &first),
        (&second, &second),
    ] {
        assert_eq!(
            history.resolve(revision).unwrap().id.to_string(),
            **id,
            "{revision}"
        );
    }
    assert_eq!(history.resolve("v1").unwrap().subject, "первый");
    for revision in [
        "",
        "HEAD~2",
        "nowhere",
        "HEAD:a.md",
        "v1..main",
        "--help",
        "f00f00f",
    ] {
        let error = history.resolve(revision).unwrap_err();
        assert!(
            matches!(error, HistoryError::Revision { .. }),
            "{revision}: {error}"
        );
        assert!(error.to_string().contains(&format!("`{revision}`")));
    }
}

#[test]
fn other_formats_are_read_or_named() {
    let Some(repository) = Repository::with(&["--object-format=sha256"]) else {
        return;
    };
    repository.put("a.md", "раз");
    let id = repository.commit("written");
    let history = open(repository.path());
    assert_eq!(story(&walk(&history, &["a.md"]), "a.md"), ["written: a.md"]);
    assert_eq!(history.resolve("HEAD").unwrap().id.to_string(), id);

    // What `git init --ref-format=reftable` leaves, also where git is too old to know it.
    let repository = Repository::new().unwrap();
    repository.git(&["config", "core.repositoryFormatVersion", "1"]);
    repository.git(&["config", "extensions.refStorage", "reftable"]);
    let error = History::open(repository.path()).unwrap_err();
    assert!(matches!(error, HistoryError::References { .. }), "{error}");
}

#[test]
fn a_damaged_repository_is_an_error_with_a_name() {
    let Some(repository) = Repository::new() else {
        return;
    };
    repository.put("a.md", "раз");
    repository.commit("1");
    let tree = repository.git(&["rev-parse", "HEAD^{tree}"]);
    repository.put("a.md", "два");
    repository.commit("2");
    repository.remove(&format!(".git/objects/{}/{}", &tree[..2], &tree[2..]));
    let wanted = ["a.md".to_owned()].into();
    let error = open(repository.path()).walk(&wanted, None).unwrap_err();
    let HistoryError::Object { object, .. } = &error else {
        panic!("{error}")
    };
    assert_eq!(*object, tree);
    repository.put(".git/config", "[core\n");
    let error = History::open(repository.path()).unwrap_err();
    assert!(matches!(error, HistoryError::Open { .. }), "{error}");
}

#[test]
fn threads_may_share_a_history() {
    let Some(repository) = Repository::new() else {
        return;
    };
    repository.put("a.md", "раз");
    repository.commit("written");
    let history = open(repository.path());
    let timeline = walk(&history, &["a.md"]);
    let version = &timeline.versions("a.md")[0];
    std::thread::scope(|scope| {
        let read = || history.at(&timeline, "a.md", version).unwrap();
        let threads: Vec<_> = (0..4).map(|_| scope.spawn(read)).collect();
        for thread in threads {
            assert_eq!(thread.join().unwrap(), Some(version.blob));
        }
    });
}

//! Runs that are killed while they write: no file is ever half written, and the next run does the rest.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "the tests build folders, kill what works on them and say how that went"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use tempfile::TempDir;

const WORKFLOW: &str = "[languages]\nsource = \"ru\"\ntargets = [\"en\", \"de\"]\n\n\
                        [[content]]\npath = \"{path}/{lang}.md\"\n";
const ARTICLES: usize = 30;
const KILLS: u32 = 12;

const RU: &str =
    "# Приём\n\nСм. [сайт](https://a.b/1) и [форму](https://a.b/form).\n\nДо 20 июня.\n";
const EN: &str = "# Admission\n\nSee the [site](https://a.b/1) and the [form](https://a.b/form).\n\nUntil 20 June.\n";
const DE: &str = "# Zulassung\n\nSiehe [Seite](https://a.b/1) und [Formular](https://a.b/form).\n\nBis 20. Juni.\n";

/// Files below a folder, by path, with their texts.
type Files = BTreeMap<String, String>;

#[test]
fn adopt_may_be_killed_at_any_moment() {
    let folder = project();
    if !committed(folder.path()) {
        println!("there is no git here: nothing was tested");
        return;
    }
    change_sources(folder.path());
    killed(folder.path(), &["adopt", "--write"]);
}

#[test]
fn carry_may_be_killed_at_any_moment() {
    let folder = project();
    for at in 0..ARTICLES {
        for lang in ["en", "de"] {
            put(
                folder.path(),
                &format!(".sverka/base/{lang}/a{at}/ru.md"),
                RU,
            );
        }
    }
    change_sources(folder.path());
    killed(folder.path(), &["carry", "--all", "--write"]);
}

#[test]
fn approve_may_be_killed_at_any_moment() {
    let folder = project();
    let names: Vec<String> = (0..ARTICLES).map(|at| format!("a{at}/ru.md")).collect();
    for name in &names {
        put(folder.path(), &format!(".sverka/base/en/{name}"), RU);
    }
    let mut approve = vec!["approve", "--lang", "en", "--by", "Анна"];
    approve.extend(names.iter().map(String::as_str));
    killed(folder.path(), &approve);
}

#[test]
fn a_rename_that_was_killed_halfway_is_ended() {
    let folder = tempfile::tempdir().unwrap();
    let draft = "state = \"draft\"\n";
    let ru = RU.to_owned() + "\nКорпус стоит на берегу реки, и найти его нетрудно.\n";
    let en = EN.to_owned() + "\nThe building stands by the river and is easy to find.\n";
    put(folder.path(), "workflow.toml", WORKFLOW);
    put(folder.path(), "new/ru.md", &ru.replace("a.b/1", "a.b/2"));
    put(folder.path(), "new/en.md", &en);
    put(folder.path(), ".sverka/base/en/old/ru.md", &ru);
    put(folder.path(), ".sverka/review/en/new/ru.md.toml", draft);
    let carry = ["carry", "--all", "--write"];
    assert!(sverka(folder.path(), &carry).status().unwrap().success());
    let found = files(folder.path());
    assert_eq!(found[".sverka/base/en/new/ru.md"], found["new/ru.md"]);
    assert_eq!(found["new/en.md"], en.replace("a.b/1", "a.b/2"));
    assert_eq!(found[".sverka/review/en/new/ru.md.toml"], draft);
    assert!(!found.contains_key(".sverka/base/en/old/ru.md"));
}

/// Kills a command at moments that are spread over its whole run, again and again.
fn killed(folder: &Path, command: &[&str]) {
    let old = files(folder);
    let start = Instant::now();
    assert!(sverka(folder, command).status().unwrap().success());
    let whole = start.elapsed();
    let new = files(folder);
    assert!(new != old, "{command:?} did nothing");

    put_back(folder, &old);
    let mut halfway = 0;
    for kill in 0..KILLS {
        let mut child = sverka(folder, command).spawn().unwrap();
        std::thread::sleep(whole * kill / KILLS);
        child.kill().unwrap();
        let ended = child.wait().unwrap().success();
        let found = files(folder);
        whole_files(&found, &old, &new);
        nothing_is_taken_for_a_base(folder);
        halfway += usize::from(found != old && found != new);
        if ended {
            assert_eq!(found, new, "after kill {kill}");
            put_back(folder, &old);
        }
    }
    assert!(halfway > 0, "no run was killed while it wrote");
    assert!(sverka(folder, command).status().unwrap().success());
    assert_eq!(files(folder), new);
}

/// Each file says what it said, or what it is to say.
fn whole_files(found: &Files, old: &Files, new: &Files) {
    // Unfinished files and notes of what is being done go with the next run.
    let passing = |path: &str| path.contains("/.sverka-unfinished-") || path.contains("/cache/");
    for (path, text) in found.iter().filter(|(path, _)| !passing(path)) {
        let known = [old.get(path), new.get(path)].into_iter().flatten();
        let mut known = known.filter(|known| *known == text);
        assert!(known.next().is_some(), "{path}: {text:?}");
    }
    for path in old.keys() {
        assert!(found.contains_key(path), "{path} is gone");
    }
}

fn nothing_is_taken_for_a_base(folder: &Path) {
    let output = sverka(folder, &["status", "--format", "json"])
        .stdout(Stdio::piped())
        .output()
        .unwrap();
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["diagnostics"], serde_json::json!([]));
    assert_eq!(json["articles"].as_array().unwrap().len(), ARTICLES);
}

/// Articles that are the same in all languages.
fn project() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    put(folder.path(), "workflow.toml", WORKFLOW);
    for at in 0..ARTICLES {
        for (lang, text) in [("ru", RU), ("en", EN), ("de", DE)] {
            put(folder.path(), &format!("a{at}/{lang}.md"), text);
        }
    }
    folder
}

/// Gives each source another link.
fn change_sources(folder: &Path) {
    for at in 0..ARTICLES {
        let today = RU.replace("https://a.b/1", &format!("https://a.b/{}", at + 2));
        put(folder, &format!("a{at}/ru.md"), &today);
    }
}

/// Commits everything; whether there is a git to do it.
fn committed(folder: &Path) -> bool {
    let nowhere = if cfg!(windows) { "NUL" } else { "/dev/null" };
    let git = |words: &str| {
        let mut git = Command::new("git");
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("GIT_")) {
            git.env_remove(name);
        }
        git.args(["-c", "user.name=Anna", "-c", "user.email=anna@example.org"])
            .args(words.split(' '))
            .current_dir(folder)
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_CONFIG_GLOBAL", nowhere)
            .status()
    };
    let Ok(started) = git("init --quiet") else {
        return false;
    };
    let rest = ["add --all", "commit --quiet --message made"];
    assert!(started.success() && rest.iter().all(|words| git(words).unwrap().success()));
    true
}

fn sverka(folder: &Path, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sverka"));
    command
        .args(["--quiet", "-C"])
        .arg(folder)
        .args(words)
        .stdout(Stdio::null());
    command
}

fn put(folder: &Path, path: &str, text: &str) {
    let place = folder.join(path);
    fs::create_dir_all(place.parent().unwrap()).unwrap();
    fs::write(place, text).unwrap();
}

/// Makes everything as it was.
fn put_back(folder: &Path, old: &Files) {
    let _ = fs::remove_dir_all(folder.join(".sverka"));
    for (path, text) in old {
        put(folder, path, text);
    }
}

/// Every file but those of git and the lock.
fn files(folder: &Path) -> Files {
    let mut all = Files::new();
    collect(folder, "", &mut all);
    all.retain(|path, _| path != ".sverka/lock");
    all
}

fn collect(folder: &Path, prefix: &str, all: &mut Files) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{prefix}{}", entry.file_name().to_str().unwrap());
        if entry.path().is_file() {
            all.insert(path, fs::read_to_string(entry.path()).unwrap());
        } else if path != ".git" {
            collect(&entry.path(), &format!("{path}/"), all);
        }
    }
}

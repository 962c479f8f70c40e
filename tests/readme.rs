//! What the README and the manual show is what the program prints.
//!
//! A fence marked `console` holds commands after `$ ` and what they print. A second word names
//! a folder of `tests/manual/` to lay over the page's project before they run. If what is in it is
//! called by dates, it is a git repository in the project's place, and each of these is a commit: of
//! `2023-02-11-the-first-recipes` the subject is “the first recipes”. Each page begins with an empty
//! project. `UPDATE=1 cargo test --test readme` rewrites what they print.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test may fail anywhere")]
#![expect(clippy::print_stdout, reason = "it says when it could not test")]
#![expect(
    clippy::disallowed_methods,
    reason = "the test reads the manual and lays out the projects it speaks of"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

#[test]
fn the_readme_shows_what_is_printed() {
    check(&home().join("README.md"), "en");
}

#[test]
fn the_manual_shows_what_is_printed() {
    for article in home().join("articles").read_dir().unwrap() {
        for lang in ["ru", "en"] {
            check(
                &article.as_ref().unwrap().path().join(format!("{lang}.md")),
                lang,
            );
        }
    }
}

fn home() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

fn check(page: &Path, lang: &str) {
    let stored = fs::read_to_string(page).unwrap();
    let Some(now) = replayed(&stored, lang) else {
        println!("{}: there is no git here to replay it", page.display());
        return;
    };
    if std::env::var_os("UPDATE").is_some() && stored != now {
        fs::write(page, &now).unwrap();
        return;
    }
    assert_eq!(
        stored,
        now,
        "{}: see UPDATE in tests/readme.rs",
        page.display()
    );
}

/// The page with what its commands print today; none where it takes a git that is not there.
fn replayed(page: &str, lang: &str) -> Option<String> {
    let mut project = tempfile::tempdir().unwrap();
    let mut out = String::new();
    let mut inside = false;
    for line in page.lines() {
        if line == "```" {
            inside = false;
        } else if let Some(folder) = line.strip_prefix("```console") {
            inside = true;
            if !folder.is_empty() {
                let fixture = home().join("tests/manual").join(folder.trim());
                let commits = commits(&fixture);
                if commits.is_empty() {
                    lay_over(&fixture, project.path());
                } else {
                    project = repository(&fixture, &commits)?;
                }
            }
        }
        let command = line.strip_prefix("$ ").filter(|_| inside);
        if inside && command.is_none() && !line.starts_with("```") {
            continue;
        }
        out.extend([line, "\n"]);
        if let Some(command) = command {
            out.push_str(&printed(command, project.path(), lang));
        }
    }
    Some(out)
}

/// The folders of a fixture that are commits, in order.
fn commits(fixture: &Path) -> Vec<String> {
    let names = fixture.read_dir().unwrap().map(|entry| entry.unwrap());
    let names = names.map(|entry| entry.file_name().into_string().unwrap());
    let mut dated: Vec<String> = names.filter(|name| name.starts_with("20")).collect();
    dated.sort();
    dated
}

/// A repository with these commits; none where there is no git.
fn repository(fixture: &Path, commits: &[String]) -> Option<TempDir> {
    Command::new("git").arg("--version").output().ok()?;
    let folder = tempfile::tempdir().unwrap();
    git(folder.path(), "2000-01-01", &["init", "--quiet"]);
    for name in commits {
        lay_over(&fixture.join(name), folder.path());
        let (date, subject) = name.split_at(10);
        let subject = subject.replace('-', " ");
        git(folder.path(), date, &["add", "--all"]);
        git(
            folder.path(),
            date,
            &["commit", "--quiet", "-m", subject.trim()],
        );
    }
    Some(folder)
}

/// Runs `git`, the same on every machine: the names of commits are part of what is printed.
fn git(project: &Path, date: &str, words: &[&str]) {
    let mut git = Command::new("git");
    for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("GIT_")) {
        git.env_remove(name);
    }
    for role in ["AUTHOR", "COMMITTER"] {
        git.env(format!("GIT_{role}_NAME"), "Anna")
            .env(format!("GIT_{role}_EMAIL"), "anna@example.org")
            .env(format!("GIT_{role}_DATE"), format!("{date}T12:00:00Z"));
    }
    let output = git
        .args(["-c", "core.fileMode=false", "-c", "core.autocrlf=false"])
        .args(words)
        .current_dir(project)
        .env("HOME", project)
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_DEFAULT_HASH", "sha1")
        .env("GIT_DEFAULT_REF_FORMAT", "files")
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "git {words:?}: {errors}");
}

/// What a command prints, remarks and errors in their place.
fn printed(command: &str, project: &Path, lang: &str) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_sverka"));
    let path = std::env::var("PATH").unwrap();
    let output = Command::new("sh")
        .args(["-c", &format!("exec 2>&1; {command}")])
        .current_dir(project)
        .env(
            "PATH",
            format!("{}:{path}", program.parent().unwrap().display()),
        )
        .env("LC_ALL", format!("{lang}.UTF-8"))
        .env("COLUMNS", "90")
        .env("NO_COLOR", "1")
        // The day it is must not show.
        .env("SOURCE_DATE_EPOCH", "1767225600")
        .env_remove("LANGUAGE")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

fn lay_over(from: &Path, to: &Path) {
    for entry in from.read_dir().unwrap() {
        let (old, new) = (
            entry.as_ref().unwrap().path(),
            to.join(entry.unwrap().file_name()),
        );
        if old.is_dir() {
            fs::create_dir_all(&new).unwrap();
            lay_over(&old, &new);
        } else {
            fs::copy(&old, &new).unwrap();
        }
    }
}

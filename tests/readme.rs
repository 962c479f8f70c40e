//! What the README and the manual show is what the program prints.
//!
//! A fence marked `console` holds commands after `$ ` and what they print. A second word names
//! a folder of `tests/manual/` to lay over the page's project before they run. Each page begins
//! with an empty project. `UPDATE=1 cargo test --test readme` rewrites what they print.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test may fail anywhere")]
#![expect(
    clippy::disallowed_methods,
    reason = "the test reads the manual and lays out the projects it speaks of"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

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
    let now = replayed(&stored, lang);
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

/// The page with what its commands print today.
fn replayed(page: &str, lang: &str) -> String {
    let project = tempfile::tempdir().unwrap();
    let mut out = String::new();
    let mut inside = false;
    for line in page.lines() {
        if line == "```" {
            inside = false;
        } else if let Some(folder) = line.strip_prefix("```console") {
            inside = true;
            if !folder.is_empty() {
                let fixture = home().join("tests/manual").join(folder.trim());
                lay_over(&fixture, project.path());
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
    out
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

//! Repositories that tests make with `git`, the same on every machine.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use super::{History, Timeline};

/// A repository of its own in a temporary folder.
pub(super) struct Repository {
    pub(super) folder: TempDir,
    minutes: Cell<i64>,
}

impl Repository {
    /// An empty repository; `None` where there is no `git`, so that the test is passed over.
    pub(super) fn new() -> Option<Self> {
        Self::with(&[])
    }

    /// As [`Self::new`], of a special kind.
    pub(super) fn with(options: &[&str]) -> Option<Self> {
        let repository = Self {
            folder: tempfile::tempdir().unwrap(),
            minutes: Cell::new(0),
        };
        if Command::new("git").arg("--version").output().is_err() {
            println!("there is no git here: nothing was tested");
            return None;
        }
        let mut words = vec!["init", "--quiet", "--initial-branch=main"];
        words.extend(options);
        repository.git(&words);
        Some(repository)
    }

    pub(super) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Runs `git` in it and returns what it prints.
    pub(super) fn git(&self, words: &[&str]) -> String {
        // Each commit a minute after the other, on an evening of 2024.
        let date = format!("{} +0300", 1_717_000_000 + self.minutes.get() * 60);
        self.minutes.set(self.minutes.get() + 1);
        let mut git = Command::new("git");
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("GIT_")) {
            git.env_remove(name);
        }
        let output = git
            .args([
                "-c",
                "protocol.file.allow=always",
                "-c",
                "commit.gpgSign=false",
            ])
            .args(words)
            .current_dir(self.path())
            .env("HOME", self.path())
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env(
                "GIT_CONFIG_GLOBAL",
                if cfg!(windows) { "NUL" } else { "/dev/null" },
            )
            .env("GIT_AUTHOR_NAME", "Анна")
            .env("GIT_AUTHOR_EMAIL", "anna@example.org")
            .env("GIT_COMMITTER_NAME", "Ben")
            .env("GIT_COMMITTER_EMAIL", "ben@example.org")
            .env("GIT_AUTHOR_DATE", &date)
            .env("GIT_COMMITTER_DATE", &date)
            .output()
            .unwrap();
        let errors = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "git {words:?}: {errors}");
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "the test makes what is to be read"
    )]
    pub(super) fn put(&self, path: &str, text: &str) {
        let path = self.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "the test takes away what is to be missed"
    )]
    pub(super) fn remove(&self, path: &str) {
        std::fs::remove_file(self.path().join(path)).unwrap();
    }

    /// Commits all that is in the folder, and returns the name of the commit.
    pub(super) fn commit(&self, subject: &str) -> String {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--allow-empty", "--message", subject]);
        self.git(&["rev-parse", "HEAD"])
    }

    /// A clone of it in `name`, a folder inside.
    pub(super) fn clone(&self, options: &[&str], name: &str) -> PathBuf {
        let url = format!("file://{}", self.path().display());
        self.git(&["config", "uploadpack.allowFilter", "true"]);
        let mut words = vec!["clone", "--quiet"];
        words.extend(options);
        words.extend([url.as_str(), name]);
        self.git(&words);
        self.path().join(name)
    }
}

/// The history around `root`.
pub(super) fn open(root: &Path) -> History {
    History::open(root).unwrap().unwrap()
}

/// The walk for these files.
pub(super) fn walk(history: &History, paths: &[&str]) -> Timeline {
    let wanted: BTreeSet<String> = paths.iter().map(|path| (*path).to_owned()).collect();
    history.walk(&wanted, None).unwrap()
}

/// The versions of a file, a line each: subject, path, and `…` where older ones may be unknown.
pub(super) fn story(timeline: &Timeline, path: &str) -> Vec<String> {
    let versions = timeline.versions(path).iter();
    versions
        .map(|version| {
            let more = if version.boundary { " …" } else { "" };
            format!("{}: {}{more}", version.commit.subject, version.path)
        })
        .collect()
}

/// A text of twenty lines, of which those in `changed` differ from the usual.
pub(super) fn article(word: &str, changed: &[usize]) -> String {
    let line = |at: usize| {
        if changed.contains(&at) {
            format!("совсем другая {at}: something else entirely\n")
        } else {
            format!("{word}, строка {at} of the article\n")
        }
    };
    (0..20).map(line).collect()
}

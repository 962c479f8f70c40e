//! A project in a git repository of its own, made by the test, and what the program says of it.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

/// Articles lie in `content/ru`, their translations in `content/en` and `content/de`.
pub(crate) const WORKFLOW: &str = "[languages]\nsource = \"ru\"\ntargets = [\"en\", \"de\"]\n\n\
                                   [[content]]\npath = \"content/{lang}/{path}.md\"\n";

/// A repository in a temporary folder.
pub(crate) struct Repository {
    folder: TempDir,
    minutes: Cell<i64>,
}

/// What a run of the program left behind.
pub(crate) struct Run {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Repository {
    /// An empty project; `None` where there is no `git`, so that the test is passed over.
    pub(crate) fn new() -> Option<Self> {
        if Command::new("git").arg("--version").output().is_err() {
            println!("there is no git here: nothing was tested");
            return None;
        }
        let repository = Self {
            folder: tempfile::tempdir().unwrap(),
            minutes: Cell::new(0),
        };
        repository.git(&["init", "--quiet", "--initial-branch=main"]);
        repository.put("workflow.toml", WORKFLOW);
        Some(repository)
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Runs `git` in it and returns what it prints.
    pub(crate) fn git(&self, words: &[&str]) -> String {
        // Each commit a minute after the other, on an evening of 2024.
        let date = format!("{} +0300", 1_717_000_000 + self.minutes.get() * 60);
        self.minutes.set(self.minutes.get() + 1);
        let nowhere = if cfg!(windows) { "NUL" } else { "/dev/null" };
        let mut git = Command::new("git");
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("GIT_")) {
            git.env_remove(name);
        }
        let output = git
            .args(["-c", "protocol.file.allow=always"])
            .args(["-c", "commit.gpgSign=false", "-c", "core.autocrlf=false"])
            .args(words)
            .current_dir(self.path())
            .env("HOME", self.path())
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_CONFIG_GLOBAL", nowhere)
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
        String::from_utf8(output.stdout).unwrap()
    }

    pub(crate) fn put(&self, path: &str, text: impl AsRef<[u8]>) {
        let place = self.path().join(path);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, text).unwrap();
    }

    /// Commits all that is in the folder, and returns the name of the commit.
    pub(crate) fn commit(&self, subject: &str) -> String {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--allow-empty", "--message", subject]);
        self.git(&["rev-parse", "HEAD"]).trim().to_owned()
    }

    /// A clone of it in `name`, a folder inside.
    pub(crate) fn clone(&self, option: &str, name: &str) -> PathBuf {
        let url = format!("file://{}", self.path().display());
        self.git(&["config", "uploadpack.allowFilter", "true"]);
        self.git(&["clone", "--quiet", option, &url, name]);
        self.path().join(name)
    }

    /// What `sverka adopt` proposes for the one translation that it looks at.
    pub(crate) fn proposal(&self, words: &[&str]) -> Value {
        let found = proposals(self.path(), words);
        assert_eq!(found.len(), 1, "{found:?}");
        found.into_values().next().unwrap()
    }

    /// Runs `sverka adopt --write`, which must succeed.
    pub(crate) fn write(&self, words: &[&str]) {
        let run = sverka(self.path(), &[&["adopt", "--write"], words].concat());
        assert_eq!(run.code, 0, "{}{}", run.out, run.err);
    }

    /// The bytes of the base that was recorded for a language, if there is one.
    pub(crate) fn base(&self, lang: &str, source: &str) -> Option<String> {
        let base = self.path().join(".sverka/base").join(lang).join(source);
        fs::read_to_string(base).ok()
    }

    /// `path status segments+removed`, a line for each translation that is there.
    pub(crate) fn status(&self) -> Vec<String> {
        status(self.path())
    }
}

/// As [`Repository::status`], of any folder.
pub(crate) fn status(folder: &Path) -> Vec<String> {
    let run = sverka(folder, &["status", "--format", "json"]);
    let json: Value = serde_json::from_str(&run.out).unwrap();
    let articles = json["articles"].as_array().unwrap().iter();
    let pairs = articles.flat_map(|article| article["translations"].as_array().unwrap());
    let there = pairs.filter(|pair| pair["status"] != "missing");
    let line = |pair: &Value| {
        let (path, status) = (&pair["path"], &pair["status"]);
        let said = format!("{} {}", path.as_str().unwrap(), status.as_str().unwrap());
        match pair["work"].as_object() {
            Some(work) => format!("{said} {}+{}", work["segments"], work["removed"]),
            None => said,
        }
    };
    there.map(line).collect()
}

/// What `sverka adopt` proposes, by the path of the translation.
pub(crate) fn proposals(folder: &Path, words: &[&str]) -> BTreeMap<String, Value> {
    let run = sverka(folder, &[&["adopt", "--format", "json"], words].concat());
    let json: Value = serde_json::from_str(&run.out).unwrap_or_else(|error| {
        panic!("{error}: {}{}", run.out, run.err);
    });
    assert_eq!(json["schema"], "sverka.adopt/1");
    let list = json["translations"].as_array().unwrap().iter();
    list.map(|one| {
        let target = one["target"].as_str().unwrap().to_owned();
        let mut proposal = one["proposal"].clone();
        proposal["recorded"] = one["recorded"].clone();
        (target, proposal)
    })
    .collect()
}

/// Runs the program in a folder; it must not panic.
pub(crate) fn sverka(folder: &Path, words: &[&str]) -> Run {
    let output: Output = Command::new(env!("CARGO_BIN_EXE_sverka"))
        .args(["--ui-lang", "en", "-C"])
        .arg(folder)
        .args(words)
        .env("COLUMNS", "200")
        .env("NO_COLOR", "1")
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let run = Run {
        code: output.status.code().unwrap_or(-1),
        out: text(output.stdout),
        err: text(output.stderr),
    };
    assert!(!run.err.contains("panicked"), "{words:?}: {}", run.err);
    run
}

/// Every file below a folder with its bytes, but for what git keeps.
pub(crate) fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut out = BTreeMap::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with(".git") {
            out.extend(files(&path));
        } else if path.is_file() {
            out.insert(path.clone(), fs::read(path).unwrap());
        }
    }
    out
}

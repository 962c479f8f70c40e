//! Holds the modules to the order in which `src/lib.rs` lists them: data flows one way.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "the test reads the sources, and fails where it cannot"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The group of each module: how many `// ──` lines stand above it.
fn groups() -> BTreeMap<String, usize> {
    let mut groups = BTreeMap::new();
    let mut group = 0;
    for line in fs::read_to_string("src/lib.rs").unwrap().lines() {
        if line.starts_with("// ──") {
            group += 1;
        }
        if let Some(name) = line
            .strip_prefix("pub mod ")
            .and_then(|rest| rest.strip_suffix(';'))
        {
            groups.insert(name.to_owned(), group);
        }
    }
    groups
}

fn files(folder: &Path, out: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files(&path, out);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            out.push(path);
        }
    }
}

/// The module a file belongs to: the first part of its path under `src/`.
fn module(path: &Path) -> String {
    let inside = path.strip_prefix("src").unwrap();
    let first = inside.iter().next().unwrap().to_str().unwrap();
    first.trim_end_matches(".rs").to_owned()
}

#[test]
fn data_flows_one_way() {
    let groups = groups();
    assert!(groups.len() > 5, "{groups:?}");
    let mut all = Vec::new();
    files(Path::new("src"), &mut all);
    let mut wrong = Vec::new();
    for path in all {
        let own = module(&path);
        if own == "lib" || own == "main" {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        for (at, line) in text.lines().enumerate() {
            for used in line.split("crate::").skip(1) {
                let used: String = used
                    .chars()
                    .take_while(|c| c.is_alphanumeric() || *c == '_')
                    .collect();
                if used != own && groups.get(&used).is_none_or(|group| *group >= groups[&own]) {
                    wrong.push(format!("{}:{}: {own} uses {used}", path.display(), at + 1));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "against the order of src/lib.rs:\n{}",
        wrong.join("\n")
    );
}

#[test]
fn every_file_says_what_it_is_for() {
    let mut all = Vec::new();
    files(Path::new("src"), &mut all);
    let silent: Vec<PathBuf> = all
        .into_iter()
        .filter(|path| !fs::read_to_string(path).unwrap().starts_with("//! "))
        .collect();
    assert!(silent.is_empty(), "{silent:?}");
}

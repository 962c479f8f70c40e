//! How files of each type name messages: the built-in table, and what a project adds to it.

use std::sync::LazyLock;

use globset::{Glob, GlobSet, GlobSetBuilder};
use regex::Regex;
use serde::Deserialize;

use super::find::{Uses, find};

/// How the files of a program name messages.
#[derive(Debug, Clone, Default)]
pub struct Patterns {
    own: Vec<Ids>,
}

/// An expression whose groups are ids, and the files it is for.
#[derive(Debug, Clone)]
pub struct Ids {
    files: GlobSet,
    expression: Regex,
}

impl Ids {
    /// An expression with at least one group, for files whose paths these globs match.
    pub fn new(
        files: impl IntoIterator<Item = Glob>,
        expression: Regex,
    ) -> Result<Self, globset::Error> {
        let mut set = GlobSetBuilder::new();
        for glob in files {
            set.add(glob);
        }
        Ok(Self {
            files: set.build()?,
            expression,
        })
    }
}

impl Patterns {
    /// Adds a pattern to those that are built in.
    pub fn add(&mut self, ids: Ids) {
        self.own.push(ids);
    }

    /// The uses of messages in a file; mentions are those of ids that are `known`.
    pub fn uses(&self, path: &str, text: &str, known: &dyn Fn(&str) -> bool) -> Uses {
        let built_in = BUILT_IN.iter();
        let built_in = built_in.filter(|one| one.ends.iter().any(|end| path.ends_with(end)));
        let built_in = built_in.flat_map(|one| &one.expressions);
        let own = self.own.iter().filter(|one| one.files.is_match(path));
        find(text, built_in.chain(own.map(|one| &one.expression)), known)
    }
}

/// What the table says.
#[derive(Deserialize)]
struct Table {
    #[serde(rename = "type")]
    types: Vec<Said>,
}

#[derive(Deserialize)]
struct Said {
    ends: Vec<String>,
    ids: Vec<String>,
}

/// A type of files.
struct Type {
    ends: Vec<String>,
    expressions: Vec<Regex>,
}

/// An id between quotation marks.
const QUOTED: &str = "[\"'`]([^\"'`\\n]{1,200})[\"'`]";

static BUILT_IN: LazyLock<Vec<Type>> = LazyLock::new(|| {
    // A test reads the table, and compiles all of it.
    let table: Option<Table> = toml::from_str(include_str!("patterns.toml")).ok();
    let types = table.map(|table| table.types).unwrap_or_default();
    let compiled = types.into_iter().map(|said| Type {
        ends: said.ends,
        expressions: said
            .ids
            .iter()
            .filter_map(|text| compile(text).ok())
            .collect(),
    });
    compiled.collect()
});

fn compile(text: &str) -> Result<Regex, regex::Error> {
    Regex::new(&text.replace("{id}", QUOTED))
}

#[cfg(test)]
#[path = "patterns_tests.rs"]
mod tests;

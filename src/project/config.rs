//! What a project says of itself in `workflow.toml`: its languages and its collections.

use globset::GlobSet;
use serde::Deserialize;
use toml::de::{DeTable, Deserializer};

use super::config_reader::Reader;
use super::file::{File, OF_BUNDLE, OF_CHECKS, schema};
use super::interface::Interface;
use super::keys::Keys;
use super::pattern::{Match, Pattern};
use super::shape;
use crate::diagnostic::Diagnostic;
use crate::text::{Lang, Span};

/// A project file that makes sense.
#[derive(Debug, Clone)]
pub struct Config {
    /// The language in which articles are written unless they say otherwise.
    pub source: Lang,
    /// The languages into which they are translated, in the order of the file.
    pub targets: Vec<Lang>,
    /// The front-matter field by which an article says that its source is another language.
    pub source_key: String,
    /// The front-matter fields by which a translation names the commit that its source was at.
    pub commit_keys: Vec<String>,
    /// The families of articles, in the order of the file.
    pub collections: Vec<Collection>,
    /// The program whose words the Fluent files are.
    pub interface: Interface,
}

/// One `[[content]]` entry.
#[derive(Debug, Clone)]
pub struct Collection {
    /// What it is called in reports.
    pub name: String,
    /// The pattern of the source's paths; has no `{lang}` if [`Self::target`] is another one.
    pub source: Pattern,
    /// The pattern of the translations' paths.
    pub target: Pattern,
    /// The languages into which it is translated, in the order of the file.
    pub languages: Vec<Lang>,
    /// The languages in which it has to be complete, where it says so itself.
    pub required: Option<Vec<Lang>>,
    /// The front-matter fields to translate.
    pub translate: Keys,
    /// The front-matter fields that must be equal in all languages.
    pub equal: Keys,
    /// Where its pattern stands in `workflow.toml`.
    pub span: Span,
    pub(super) exclude: GlobSet,
}

impl Config {
    /// Reads the text of a project file; `file` is its path for the places of diagnostics.
    ///
    /// There is a configuration exactly if no diagnostic is an error.
    pub fn parse(file: &str, text: &str) -> (Option<Self>, Vec<Diagnostic>) {
        let (mut table, errors) = DeTable::parse_recoverable(text);
        let mut reader = Reader::new(file, text);
        for error in &errors {
            reader.say_toml(error);
        }
        if !errors.is_empty() {
            return (None, reader.wrong);
        }
        let elsewhere = |key: &str| OF_CHECKS.contains(&key) || key == OF_BUNDLE;
        shape::keep(table.get_mut(), |key| !elsewhere(key));
        let mut schema = schema();
        for key in OF_CHECKS.iter().chain([&OF_BUNDLE]) {
            // Known, so that a slip in one of them is told from a key that means nothing.
            schema["properties"][key] = serde_json::json!({});
        }
        reader.wrong = shape::fit(file, table.get_mut(), &schema);
        let config = match File::deserialize(Deserializer::from(table)) {
            Ok(said) => reader.config(&said),
            Err(error) => {
                reader.say_toml(&error);
                None
            }
        };
        reader.wrong.sort_by_key(|found| found.primary.span.start);
        (config.filter(|_| reader.wrong.is_empty()), reader.wrong)
    }

    /// The source language and the targets.
    pub fn languages(&self) -> impl Iterator<Item = &Lang> {
        std::iter::once(&self.source).chain(&self.targets)
    }
}

impl Collection {
    /// What `path` is here: a translation or a source by the first pattern that fits,
    /// targets first, so that `a.ru.md` is never an article `a.ru`.
    ///
    /// The language is `None` where the path leaves it open: then it is the project's source.
    pub fn matches(&self, path: &str) -> Option<Match> {
        let found = self
            .target
            .matches(path)
            .or_else(|| self.source.matches(path))?;
        (!self.excludes(path)).then_some(found)
    }

    /// Whether a glob of `exclude` takes this path out.
    pub fn excludes(&self, path: &str) -> bool {
        !self.exclude.is_empty() && self.exclude.is_match(path)
    }
}

#[cfg(test)]
#[path = "config_tests.rs"]
mod tests;

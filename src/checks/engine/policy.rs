//! What makes a project fail: languages that have to be there, levels, and how much may wait.

use std::collections::BTreeSet;

use toml::Spanned;

use super::level::Level;
use super::rules_file::PolicyFile;
use crate::diagnostic::{Code, Severity};
use crate::text::Lang;

/// What the project file says under `[policy]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    /// The languages in which every article has to be there, current and finished.
    pub required: Vec<Lang>,
    /// The lowest level that fails, if any does.
    pub level: Option<Level>,
    /// Codes that fail whatever their level is.
    pub codes: BTreeSet<String>,
    /// How many stale segments each language may have, if that is said.
    pub stale_segments: Option<usize>,
    /// How many words may wait in each language, if that is said.
    pub stale_words: Option<usize>,
    /// Whether a required translation has to be approved.
    pub approval: bool,
}

impl Policy {
    /// Makes sense of the table; every name is shown to `unknown`, which knows those that mean nothing.
    pub(super) fn of(said: PolicyFile, unknown: &mut dyn FnMut(&Spanned<String>)) -> Self {
        let mut level = said.fail.is_none().then_some(Level::Error);
        let mut codes = BTreeSet::new();
        for name in said.fail.into_iter().flatten() {
            unknown(&name);
            let found = match name.get_ref().as_str() {
                "error" => Level::Error,
                "warning" => Level::Warning,
                "info" => Level::Info,
                _ => {
                    codes.insert(name.into_inner());
                    continue;
                }
            };
            level = Some(level.map_or(found, |known| known.min(found)));
        }
        Self {
            required: said.required.into_iter().map(Spanned::into_inner).collect(),
            level,
            codes,
            stale_segments: said.stale_segments,
            stale_words: said.stale_words,
            approval: said.approval,
        }
    }

    /// Whether a language may have so many stale segments, with so many words to translate. A limit
    /// that is not given does not count beside one that is; where none is, nothing may wait.
    pub fn tolerates(&self, segments: usize, words: usize) -> bool {
        let said = self.stale_segments.is_some() || self.stale_words.is_some();
        let within = |most: Option<usize>, count| most.is_none_or(|most| count <= most);
        said && within(self.stale_segments, segments) && within(self.stale_words, words)
    }

    /// Whether a finding of this code and severity fails, whatever its language is.
    pub fn fails(&self, code: Code, severity: Severity) -> bool {
        let loud = self
            .level
            .is_some_and(|level| Level::from(severity) >= level);
        loud || self.codes.contains(code.name())
    }
}

//! Words that a project keeps as they are in every language.

use std::collections::BTreeSet;

use super::tokens::tokens;
use crate::checks::engine::Rules;

/// The words of all `keep` lists of the glossary, and what languages call themselves.
#[derive(Debug, Clone, Default)]
pub(in crate::checks) struct Keep(BTreeSet<String>);

impl Keep {
    /// Collects them.
    pub(in crate::checks) fn new(rules: &Rules) -> Self {
        let kept = rules.terms.iter().flat_map(|term| &term.keep);
        let all = kept.chain(&rules.lexicon.equivalents.language_names);
        let words = all.flat_map(|phrase| tokens(phrase));
        Self(words.map(|token| token.text.to_owned()).collect())
    }

    /// Whether a word is one of them.
    pub(in crate::checks) fn has(&self, word: &str) -> bool {
        self.0.contains(word)
    }
}

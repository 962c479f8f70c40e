//! Terms of the glossary, found in a text in whatever case they stand.

use std::ops::Range;

use super::stems::Stems;
use super::tokens::{Token, tokens};
use crate::checks::engine::{Passage, Rules, Term, TermKind};
use crate::document::Kind;
use crate::text::Lang;

/// One way to write a term, made ready to be found.
#[derive(Debug, Clone)]
pub(in crate::checks) struct Form {
    /// As the project file has it.
    pub(in crate::checks) written: String,
    /// Its words: stems, or the words themselves.
    words: Vec<String>,
    exact: bool,
    cased: bool,
}

/// A text with the stems of its words.
pub(in crate::checks) struct Stemmed<'t> {
    text: &'t str,
    tokens: Vec<Token<'t>>,
    stems: Vec<String>,
    /// Whether capitals say nothing here, as in headings.
    titled: bool,
}

/// So many other words may stand between two of a term.
const APART: usize = 2;

impl Form {
    /// Makes the ways to write `term` in a language ready.
    pub(in crate::checks) fn all(
        written: &[String],
        term: &Term,
        lang: &Lang,
        rules: &Rules,
    ) -> Vec<Self> {
        let exact = term.kind == TermKind::Acronym;
        let stems = Stems::new(rules.words(lang));
        let form = |written: &String| Self {
            words: tokens(written)
                .iter()
                .map(|token| {
                    if exact {
                        token.text.to_owned()
                    } else {
                        stems.of(token.text)
                    }
                })
                .collect(),
            written: written.clone(),
            exact,
            cased: term.cased(),
        };
        let all = written.iter().map(form);
        all.filter(|form| !form.words.is_empty()).collect()
    }

    /// A word that stays exactly as it is.
    pub(in crate::checks) fn kept(written: &str) -> Self {
        let words = tokens(written);
        Self {
            words: words.iter().map(|token| token.text.to_owned()).collect(),
            written: written.to_owned(),
            exact: true,
            cased: true,
        }
    }

    /// The first place of a text where it stands.
    pub(in crate::checks) fn find(&self, text: &Stemmed<'_>) -> Option<Range<usize>> {
        self.places(text).next()
    }

    /// Every place of a text where it stands.
    pub(in crate::checks) fn places<'f>(
        &'f self,
        text: &'f Stemmed<'_>,
    ) -> impl Iterator<Item = Range<usize>> + 'f {
        let starts = 0..text.tokens.len();
        starts.filter_map(move |start| self.at(text, start))
    }

    fn at(&self, text: &Stemmed<'_>, start: usize) -> Option<Range<usize>> {
        let (first, rest) = self.words.split_first()?;
        if !self.is(text, start, first) {
            return None;
        }
        let mut last = start;
        for word in rest {
            let near = last + 1..(last + 2 + APART).min(text.tokens.len());
            last = near.into_iter().find(|at| self.is(text, *at, word))?;
        }
        Some(text.tokens[start].range.start..text.tokens[last].range.end)
    }

    fn is(&self, text: &Stemmed<'_>, at: usize, word: &str) -> bool {
        let token = &text.tokens[at];
        if self.exact {
            return token.text == word;
        }
        if text.stems[at] != word {
            return false;
        }
        let capital = token.text.starts_with(char::is_uppercase);
        if self.cased {
            return capital || !self.written.starts_with(char::is_uppercase);
        }
        // In the middle of a sentence a capital makes another word of it: `Windows`.
        !capital || text.titled || text.begins(at) || self.written.starts_with(char::is_uppercase)
    }
}

impl<'t> Stemmed<'t> {
    /// Finds the stems of a passage.
    pub(in crate::checks) fn of(passage: &'t Passage<'_>) -> Self {
        let stems = Stems::new(passage.words());
        let text = passage.text();
        let tokens = tokens(text);
        Self {
            text,
            stems: tokens.iter().map(|token| stems.of(token.text)).collect(),
            tokens,
            titled: !matches!(passage.kind(), Kind::Paragraph | Kind::ListItem),
        }
    }

    /// Whether a word begins a sentence.
    fn begins(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else {
            return true;
        };
        let between = &self.text[self.tokens[before].range.end..self.tokens[at].range.start];
        between.contains(['.', '!', '?', '…', ':', '\n', '«', '“', '"'])
    }
}

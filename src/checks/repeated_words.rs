//! The same word twice in a row.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Passage, Signs};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::text::pattern;

/// Words that stand twice in a row.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct RepeatedWords {
    /// Words that may stand twice: `had`, `bye`.
    words: Vec<String>,
}

impl Rule for RepeatedWords {
    const CODE: Code = Code::new("repeated-words", Severity::Warning, &["word"]);
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for RepeatedWords {
    fn needs(&self, page: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::passage(Signs::GAP).only(!page.words.script.is_empty())
    }

    fn passage(&self, here: &Passage<'_>, other: Option<&Passage<'_>>, out: &mut Findings<'_>) {
        let found = self.repeated(here);
        if found.is_empty() || other.is_some_and(|other| !self.repeated(other).is_empty()) {
            return;
        }
        for (first, second) in found {
            let word = &here.text()[second.clone()];
            let said = out.at(here.span(second.clone())).with("word", word);
            out.add(said.related(here.span(first)).token(word.to_lowercase()));
        }
    }
}

impl RepeatedWords {
    /// The places of words and of what repeats them.
    fn repeated(&self, passage: &Passage<'_>) -> Vec<(Range<usize>, Range<usize>)> {
        let text = passage.text();
        let words = passage.words();
        let mut out = Vec::new();
        if words.script.is_empty() {
            // In a language of which nothing is known, it may be grammar: `vous vous`.
            return out;
        }
        let mut before: Option<regex::Match<'_>> = None;
        for word in WORD.find_iter(text) {
            if let Some(last) = before
                && word.as_str().chars().nth(1).is_some()
                && word.as_str().starts_with(char::is_alphabetic)
                && text[last.end()..word.start()].trim().is_empty()
                && last.as_str().to_lowercase() == word.as_str().to_lowercase()
                && !passage.masked().has_edge(&(last.start()..word.end()))
                && !is_known(&self.words, word.as_str())
                && !is_known(&words.may_repeat, word.as_str())
            {
                out.push((last.range(), word.range()));
            }
            before = Some(word);
        }
        out
    }
}

fn is_known(list: &[String], word: &str) -> bool {
    let small = word.to_lowercase();
    list.iter().any(|known| known.to_lowercase() == small)
}

/// A word of two letters or more; a hyphen or an apostrophe inside belongs to it.
static WORD: LazyLock<Regex> = LazyLock::new(|| pattern(r"\p{L}{2,}(?:[-’']\p{L}+)*|\S"));

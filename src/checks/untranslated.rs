//! A passage that nobody has translated.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Passage, Signs, Unit};
use super::reading::quoted::{cited, within};
use super::reading::tokens::{Token, says, script, tokens};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Passages that are the same in both languages.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Untranslated {
    /// The fewest words of a passage that is looked at.
    words: usize,
}

impl Default for Untranslated {
    fn default() -> Self {
        Self { words: 4 }
    }
}

impl Rule for Untranslated {
    const CODE: Code = Code::new("untranslated", Severity::Error, &["words", "source"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for Untranslated {
    fn needs(&self, page: &Page<'_>, source: Option<&Page<'_>>) -> Needs {
        Needs::unit(Signs::ANY).only(source.is_some_and(|source| source.lang != page.lang))
    }

    fn unit(&self, unit: &Unit<'_>, out: &mut Findings<'_>) {
        let (source, target) = (&unit.source, &unit.target);
        // Messages have a check of their own, for which one word is enough.
        if target.page.document.fluent.is_some() {
            return;
        }
        if source.page.lang == target.page.lang || !same(source.text(), target.text()) {
            return;
        }
        let all = self.counted(source, target);
        if all.len() < self.words || !says(&all, source, target) {
            return;
        }
        let found = out
            .at(target.whole())
            .with("words", all.len())
            .with("source", source.page.lang);
        out.add(found.related(source.whole()));
        out.stop();
    }
}

impl Untranslated {
    /// The words that a translator would have had to translate; none if the target has any of its own.
    fn counted<'t>(&self, source: &'t Passage<'_>, target: &Passage<'_>) -> Vec<Token<'t>> {
        let all = tokens(source.text());
        if all.len() < self.words {
            return Vec::new();
        }
        let (from, to) = (script(source), script(target));
        if from.is_some() && to.is_some() && from != to {
            let own = |token: &Token<'_>| to.is_some_and(|to| token.is(to));
            if from.is_some_and(|from| !all.iter().any(|token| token.is(from))) {
                return Vec::new();
            }
            // Latin letters stand in texts of any script; they are no sign that somebody was here.
            if !source.words().guests.contains(&target.words().script) && all.iter().any(own) {
                return Vec::new();
            }
        }
        let cited = cited(source, target);
        let free = |token: &Token<'_>| {
            cited.is_empty() || !within(&cited, &source.masked().place(&token.range))
        };
        all.into_iter()
            .filter(|token| token.text.starts_with(char::is_alphabetic) && free(token))
            .collect()
    }
}

/// Whether two texts are equal but for white space.
fn same(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

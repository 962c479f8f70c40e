//! Quotations in marks that are not usual in their language.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Passage, Rules};
use super::reading::nearby::words_after;
use super::reading::quotes::{STRAIGHT, Signs};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::text::{script_named, script_of};

/// Quotations in marks of another language.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct QuoteStyle {
    /// Pairs of marks that may stand beside the usual ones of a language: `“”`.
    also: Vec<String>,
    #[serde(skip)]
    signs: Signs,
}

impl Rule for QuoteStyle {
    const CODE: Code = Code::new(
        "quote-style",
        Severity::Warning,
        &["words", "open", "close", "pair"],
    );
    const LEVELS: Levels = Levels {
        docs: Level::Off,
        news: Level::Warning,
    };
}

impl Check for QuoteStyle {
    fn needs(&self, page: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::passage(self.signs.signs()).only(!page.words.quotes.is_empty())
    }

    fn prepare(&mut self, rules: &Rules) {
        self.signs = Signs::new(rules);
    }

    fn passage(&self, here: &Passage<'_>, _: Option<&Passage<'_>>, out: &mut Findings<'_>) {
        let Some(pair) = here.words().quotes.first() else { return };
        for part in here.parts() {
            for (open, close) in self.signs.read(&part).balance.pairs {
                let inside = &part.text()[open.at.end..close.at.start];
                if self.usual(&part, (open.sign, close.sign)) || !speaks(inside, &part.words().script) {
                    continue;
                }
                let words = words_after(inside, 0);
                let found = out.at(part.span(open.at)).with("words", &words).with("open", open.sign);
                let found = found.with("close", close.sign).with("pair", pair);
                out.add(found.related(part.span(close.at)).token(words));
            }
        }
    }
}

impl QuoteStyle {
    fn usual(&self, part: &Passage<'_>, (open, close): (char, char)) -> bool {
        let words = part.words();
        (open == STRAIGHT && words.straight_quotes)
            || words.quotes.iter().chain(&self.also).any(|two| two.chars().eq([open, close]))
    }
}

/// Whether the first letter of a quotation is one of the script: names of other scripts are quoted
/// as they are.
fn speaks(inside: &str, script: &str) -> bool {
    let first = inside.chars().find_map(script_of);
    first.is_some() && first == script_named(script)
}

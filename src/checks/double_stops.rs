//! Two full stops in a row: the stop of a short form and that of the sentence.

use std::sync::LazyLock;

use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Levels, Needs, Page, Passage, Signs};
use super::reading::nearby::word_before;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::text::pattern;

/// Two full stops in a row.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct DoubleStops {}

impl Rule for DoubleStops {
    const CODE: Code = Code::new("double-stops", Severity::Info, &["word"]);
    const LEVELS: Levels = Levels::NEWS;
}

impl Check for DoubleStops {
    fn needs(&self, page: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::passage(Signs::TWO_STOPS).only(!page.words.script.is_empty())
    }

    fn passage(&self, here: &Passage<'_>, _: Option<&Passage<'_>>, out: &mut Findings<'_>) {
        let text = here.text();
        if here.words().script.is_empty() {
            return;
        }
        for found in STOPS.find_iter(text).filter(|found| found.len() == 2) {
            let before = text[..found.start()].chars().next_back();
            let after = text[found.end()..].chars().next();
            let word = before.is_some_and(|c| c.is_alphabetic() || ")»”\"".contains(c));
            let ends = after.is_none_or(|c| c.is_whitespace() || ")»”\"".contains(c));
            if word && ends {
                let word = word_before(text, found.start());
                let said = out.at(here.span(found.range())).with("word", &word);
                out.add(said.token(word));
            }
        }
    }
}

static STOPS: LazyLock<Regex> = LazyLock::new(|| pattern(r"\.{2,}"));

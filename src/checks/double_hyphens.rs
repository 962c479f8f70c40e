//! Two hyphens in the place of a dash.

use std::sync::LazyLock;

use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Levels, Needs, Page, Passage, Signs};
use super::reading::nearby::{word_after, word_before};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::text::pattern;

/// Two hyphens in the place of a dash.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct DoubleHyphens {}

impl Rule for DoubleHyphens {
    const CODE: Code = Code::new("double-hyphens", Severity::Info, &["before", "after", "dash"]);
    const LEVELS: Levels = Levels::NEWS;
}

impl Check for DoubleHyphens {
    fn needs(&self, page: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::passage(Signs::TWO_HYPHENS).only(!page.words.dashes.is_empty())
    }

    fn passage(&self, here: &Passage<'_>, _: Option<&Passage<'_>>, out: &mut Findings<'_>) {
        let Some(dash) = here.words().dashes.first() else { return };
        let text = here.text();
        for found in HYPHENS.find_iter(text) {
            let left = text[..found.start()].chars().next_back();
            let right = text[found.end()..].chars().next();
            let (Some(left), Some(right)) = (left, right) else { continue };
            // Between spaces, or between letters; `--flag` is no dash.
            let apart = left.is_whitespace() && right.is_whitespace();
            let inside = left.is_alphabetic() && right.is_alphabetic();
            if !(apart || inside) {
                continue;
            }
            let (before, after) = (word_before(text, found.start()), word_after(text, found.end()));
            let said = out.at(here.span(found.range())).with("before", &before).with("after", &after);
            out.add(said.with("dash", dash).token(format!("{before} -- {after}")));
        }
    }
}

static HYPHENS: LazyLock<Regex> = LazyLock::new(|| pattern("-{2,3}"));

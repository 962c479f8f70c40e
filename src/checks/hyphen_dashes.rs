//! A hyphen between spaces, where a dash belongs.

use std::sync::LazyLock;

use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Levels, Needs, Page, Passage, Signs};
use super::reading::nearby::{word_after, word_before};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::{Kind, OBJECT};
use crate::text::pattern;

/// Hyphens in the place of dashes.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct HyphenDashes {}

impl Rule for HyphenDashes {
    const CODE: Code = Code::new("hyphen-dashes", Severity::Info, &["before", "after", "dash"]);
    const LEVELS: Levels = Levels::NEWS;
}

impl Check for HyphenDashes {
    fn needs(&self, page: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::passage(Signs::HYPHEN).only(!page.words.dashes.is_empty())
    }

    fn passage(&self, here: &Passage<'_>, _: Option<&Passage<'_>>, out: &mut Findings<'_>) {
        let Some(dash) = here.words().dashes.first() else { return };
        let text = here.text();
        for found in HYPHEN.find_iter(text) {
            let at = found.start() + 1;
            let (before, after) = (word_before(text, found.start()), word_after(text, found.end()));
            let (left, right) = (text[..found.start()].chars().next_back(), text[found.end()..].chars().next());
            let (Some(left), Some(right)) = (left, right) else { continue };
            // A minus stands between figures, and between two pieces of code.
            let sum = |c: char| c.is_numeric() || c == OBJECT;
            // A heading of a change log has the date behind the version.
            let date = matches!(here.kind(), Kind::Heading(_)) && right.is_numeric();
            if date || left == '\n' || right == '\n' || (sum(left) && sum(right)) {
                continue;
            }
            let said = out.at(here.span(at..at + 1)).with("before", &before).with("after", &after);
            out.add(said.with("dash", dash).token(format!("{before} - {after}")));
        }
    }
}

static HYPHEN: LazyLock<Regex> = LazyLock::new(|| pattern(r"[ \x{a0}]-[ \x{a0}]"));

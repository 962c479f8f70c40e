//! A space at which a line may break and should not.

use std::sync::LazyLock;

use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Levels, Needs, Page, Passage, Signs};
use super::reading::nearby::{word_after, word_before};
use super::words::Words;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::text::pattern;

/// Spaces that should not break.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct NonBreakingSpaces {
    /// Whether a dash stays on the line of the word before it.
    dashes: bool,
    /// Whether a figure stays with its unit, and with `№` and its like.
    figures: bool,
    /// Whether initials stay with their surname.
    initials: bool,
}

impl Default for NonBreakingSpaces {
    fn default() -> Self {
        Self {
            dashes: true,
            figures: true,
            initials: true,
        }
    }
}

impl Rule for NonBreakingSpaces {
    const CODE: Code = Code::new(
        "non-breaking-spaces",
        Severity::Info,
        &["before", "after", "count"],
    );
    const LEVELS: Levels = Levels::NEWS;
}

impl Check for NonBreakingSpaces {
    fn needs(&self, page: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::passage(Signs::SPACE).only(!page.words.units.is_empty())
    }

    /// One finding for a passage: a page that has none of these spaces lacks hundreds.
    fn passage(&self, here: &Passage<'_>, _: Option<&Passage<'_>>, out: &mut Findings<'_>) {
        let words = here.words();
        if words.units.is_empty() {
            return;
        }
        let text = here.text();
        let spaces = text.match_indices(' ').map(|(at, _)| at..at + 1);
        let places: Vec<_> = spaces
            .filter(|space| self.holds(&text[..space.start], &text[space.end..], words))
            .filter(|space| here.written(space.clone()) == " ")
            .collect();
        let Some(first) = places.first() else { return };
        let (before, after) = (word_before(text, first.start), word_after(text, first.end));
        let mut found = out.at(here.span(first.clone())).with("before", &before).with("after", &after);
        for place in &places {
            found = found.fix(here.span(place.clone()), "\u{a0}");
        }
        out.add(found.with("count", places.len()).token(format!("{before} {after}")));
    }
}

impl NonBreakingSpaces {
    /// Whether the space between two texts holds them together.
    fn holds(&self, before: &str, after: &str, words: &Words) -> bool {
        let (Some(left), Some(right)) = (before.chars().next_back(), after.chars().next()) else {
            return false;
        };
        if left.is_whitespace() || right.is_whitespace() {
            return false;
        }
        let dash = || {
            let rest = words.dashes.iter().find_map(|dash| after.strip_prefix(dash.as_str()));
            rest.is_some_and(|rest| rest.chars().next().is_none_or(char::is_whitespace))
        };
        let figure = || {
            let unit = |unit: &String| {
                let rest = after.strip_prefix(unit.as_str());
                rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
            };
            let sign = |sign: &String| {
                let rest = before.strip_suffix(sign.as_str());
                rest.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
            };
            (left.is_numeric() && words.units.iter().any(unit))
                || (right.is_numeric() && words.before_figures.iter().any(sign))
        };
        let initial = || left == '.' && right.is_uppercase() && {
            let start = before.floor_char_boundary(before.len().saturating_sub(8));
            INITIAL.is_match(&before[start..]) && NAME.is_match(after)
        };
        (self.dashes && dash()) || (self.figures && figure()) || (self.initials && initial())
    }
}

static INITIAL: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?:^|[\s(«„“.\x{a0}])\p{Lu}\.$"));

static NAME: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\p{Lu}(?:\.|\p{Ll})"));

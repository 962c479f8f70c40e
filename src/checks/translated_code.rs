//! Inline code that somebody translated.

use std::sync::LazyLock;

use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Signs, Unit};
use crate::document::PlaceholderKind;
use super::reading::{Span, foreign, spans_of};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::text::pattern;

/// Inline code that was translated.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct TranslatedCode {}

impl Rule for TranslatedCode {
    const CODE: Code = Code::new("translated-code", Severity::Warning, &["code", "source"]);
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for TranslatedCode {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::unit(Signs::things(PlaceholderKind::Code))
    }

    fn unit(&self, unit: &Unit<'_>, out: &mut Findings<'_>) {
        let right = spans_of(&unit.target);
        if !right.iter().any(|code| foreign(&code.shown)) {
            return;
        }
        let left = spans_of(&unit.source);
        if left.is_empty() || left.len().max(right.len()) > MOST || left.iter().any(|code| foreign(&code.shown)) {
            return;
        }
        let lost = |code: &&Span| !right.iter().any(|other| other.value == code.value);
        let mut lost: Vec<&Span> = left.iter().filter(lost).collect();
        for code in right.iter().filter(|code| foreign(&code.shown)) {
            // Code that begins the same is most likely the same.
            let start = |one: &&Span| common(&one.shown, &code.shown);
            let Some(best) = (0..lost.len()).rev().max_by_key(|&at| start(&lost[at])) else {
                return;
            };
            let source = lost.remove(best);
            if MEANT_TO_BE.is_match(&source.shown) || joined(&code.shown) {
                continue;
            }
            let found = out.at(unit.target.page.span(code.place.clone()));
            let found = found.related(unit.source.page.span(source.place.clone()));
            let found = found.with("code", &code.shown).with("source", &source.shown);
            out.add(found.token(code.shown.as_str()));
        }
    }
}

/// No text that people write has more code in a passage.
const MOST: usize = 500;

/// Whether words are joined as programmers join them (`имяПроекта`): somebody chose a name to be
/// understood, and knew what they did.
fn joined(code: &str) -> bool {
    let mut before = ' ';
    code.chars().any(|c| {
        let hump = before.is_lowercase() && !before.is_ascii() && c.is_uppercase();
        before = c;
        hump
    })
}

/// How many bytes two texts begin with.
fn common(one: &str, other: &str) -> usize {
    one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count()
}

/// Code that is meant to be translated: a gap to fill, the value of an option, a text in quotes, a
/// comment, words on a button or of a sentence.
static MEANT_TO_BE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r#"[<{\[].*[>}\]]|=|["'“].*["'”]|//|#\s|\.\.\.|^\w+(?:[ ,.:!?]+\w+)+[.:!?…]*$|^[A-Z][\w’'-]*(?:[ >→/…-]+[A-Z\d][\w’'-]*)+…?$"#)
});

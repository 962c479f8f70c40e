//! Characters that no one typed: what a copied page leaves behind.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Passage, Signs};
use super::reading::mojibake::broken;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Characters that no one typed.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Characters {
    /// Characters that may stand in a text all the same: `U+F8FF`, the sign of a brand in a font.
    allow: Vec<String>,
}

impl Rule for Characters {
    const CODE: Code = Code::new("characters", Severity::Error, &["kind", "shown"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for Characters {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::passage(ODD)
    }

    fn passage(&self, here: &Passage<'_>, _: Option<&Passage<'_>>, out: &mut Findings<'_>) {
        let text = here.text();
        if text.is_ascii() && !text.bytes().any(|b| b.is_ascii_control() && b != b'\n') {
            return;
        }
        let right_to_left = text.chars().any(is_right_to_left);
        let mut last: Option<(&str, Range<usize>)> = None;
        // Bytes of a wrong encoding are told together.
        let latin = |c: char| matches!(c, '\u{80}'..='\u{9f}');
        let bytes = if text.contains(latin) {
            broken(text, true)
        } else {
            Vec::new()
        };
        let inside = |at: usize| bytes.iter().any(|one| one.range.contains(&at));
        let signs = text
            .char_indices()
            .filter(|(at, c)| !(latin(*c) && inside(*at)));
        let odd = signs.filter_map(|(at, c)| Some((kind(c)?, at..at + c.len_utf8())));
        for (kind, range) in odd {
            let passed = kind == "direction" && right_to_left;
            if passed || self.allows(&text[range.clone()]) {
                continue;
            }
            // One finding for a run of them.
            last = match last {
                Some((known, run)) if known == kind && run.end == range.start => Some((kind, run.start..range.end)),
                _ => {
                    say(here, last, out);
                    Some((kind, range))
                }
            };
        }
        say(here, last, out);
    }
}

impl Characters {
    fn allows(&self, one: &str) -> bool {
        !self.allow.is_empty() && self.allow.iter().any(|known| *known == code(one) || known == one)
    }
}

fn say(here: &Passage<'_>, what: Option<(&'static str, Range<usize>)>, out: &mut Findings<'_>) {
    let Some((kind, range)) = what else { return };
    let run = &here.text()[range.clone()];
    let shown = code(run);
    let found = out.at(here.span(range)).with("kind", kind).with("shown", &shown);
    out.add(found.token(shown));
}

/// The number of the first character, as Unicode writes it.
fn code(run: &str) -> String {
    run.chars().next().map_or_else(String::new, |c| format!("U+{:04X}", u32::from(c)))
}

fn kind(c: char) -> Option<&'static str> {
    match c {
        '\n' | '\t' | '\r' => None,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => Some("direction"),
        '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10ffff}' => Some("private"),
        c if c.is_control() => Some("control"),
        _ => None,
    }
}

fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}')
}

/// What odd characters, and letters of a wrong encoding, begin with.
const ODD: Signs = Signs::CONTROL
    .or(Signs::LATIN_1)
    .or(Signs::ACCENT)
    .or(Signs::CYRILLIC)
    .or(Signs::GENERAL)
    .or(Signs::OTHER);

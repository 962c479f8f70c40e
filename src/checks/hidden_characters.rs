//! Characters that nobody sees, and letters that are put together in an unusual way.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::engine::{Findings, Level, Levels, Needs, Page, Passage, Signs};
use super::reading::tokens::tokens;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::text::{Script, script_of};

/// Characters that nobody sees.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct HiddenCharacters {
    /// Characters that may stand in a text, as they are or by number: `U+00AD`.
    allow: Vec<String>,
}

impl Rule for HiddenCharacters {
    const CODE: Code = Code::new(
        "hidden-characters",
        Severity::Info,
        &["character", "count", "word"],
    );
    const LEVELS: Levels = Levels::both(Level::Info);
}

impl Check for HiddenCharacters {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::passage(HIDING)
    }

    fn passage(&self, here: &Passage<'_>, _: Option<&Passage<'_>>, out: &mut Findings<'_>) {
        let text = here.text();
        if text.is_ascii() {
            return;
        }
        let mut seen: BTreeMap<char, (usize, usize)> = BTreeMap::new();
        let mut before = None;
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let after = chars.peek().map(|next| next.1);
            if is_hidden(c, before, after) {
                seen.entry(c).or_insert((at, 0)).1 += 1;
            }
            before = Some(c);
        }
        for (c, (at, count)) in seen {
            let number = format!("U+{:04X}", u32::from(c));
            if self.allow.iter().any(|one| *one == number || *one == c.to_string()) {
                continue;
            }
            let found = out
                .at(here.span(at..at + c.len_utf8()))
                .with("character", &number)
                .with("count", count)
                .with("word", "");
            out.add(found.token(number));
        }
        if is_nfc_quick(text.chars()) == IsNormalized::Yes {
            return;
        }
        let loose = |word: &&str| !word.chars().eq(word.nfc());
        let all = tokens(text);
        let mut odd = all.iter().filter(|token| loose(&token.text));
        if let Some(first) = odd.next() {
            let found = out
                .at(here.span(first.range.clone()))
                .with("character", "")
                .with("count", 1 + odd.count())
                .with("word", first.text);
            out.add(found.token(first.text));
        }
    }
}

/// Whether nobody sees the character and no script needs it there.
fn is_hidden(c: char, before: Option<char>, after: Option<char>) -> bool {
    match c {
        '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{180e}' => true,
        // Joiners hold emoji together, and letters of scripts that connect them.
        '\u{200c}' | '\u{200d}' => [before, after].into_iter().flatten().any(plain),
        _ => false,
    }
}

/// Whether letters of this script never need a joiner, or it is a space.
fn plain(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            script_of(c),
            Some(Script::Latin | Script::Cyrillic | Script::Greek)
        )
}

/// What signs that hide begin with, and those that have another canonical spelling.
const HIDING: Signs = Signs::LATIN_1
    .or(Signs::GREEK)
    .or(Signs::HEBREW)
    .or(Signs::ARABIC)
    .or(Signs::INDIC)
    .or(Signs::GENERAL)
    .or(Signs::OTHER);

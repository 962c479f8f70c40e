//! The words of a text, each with its place and its script.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::checks::engine::Passage;
use crate::checks::words::Words;
use crate::text::{Script, is_letter, is_mark, script_named, script_of};

/// A run of letters, marks and digits; an apostrophe inside belongs to it, a hyphen does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::checks) struct Token<'t> {
    /// As it is written.
    pub(in crate::checks) text: &'t str,
    /// Its bytes in the text.
    pub(in crate::checks) range: Range<usize>,
    /// The scripts of its letters.
    pub(in crate::checks) scripts: Scripts,
}

/// The scripts of a word's letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::checks) enum Scripts {
    /// It has no letters that belong to a script.
    None,
    /// All its letters are of one script.
    One(Script),
    /// They are not.
    Many,
}

impl Token<'_> {
    /// Whether all its letters are of this script.
    pub(in crate::checks) fn is(&self, script: Script) -> bool {
        self.scripts == Scripts::One(script)
    }
}

/// Whether the word is one of those that make up sentences of a language.
pub(in crate::checks) fn is_function_word(word: &str, words: &Words) -> bool {
    // All of them are short, and a long word need not be turned to lower case.
    word.len() <= 24 && {
        let small = word.to_lowercase();
        words.function_words.contains(&small)
    }
}

/// The script of the passage's language, and the others that its texts use as they are.
pub(in crate::checks) fn own_scripts(words: &Words) -> Option<(Script, Vec<Script>)> {
    let own = script_named(&words.script)?;
    let guests = words.guests.iter().filter_map(|name| script_named(name));
    Some((own, guests.collect()))
}

/// The script of a passage's language, if it is known.
pub(in crate::checks) fn script(passage: &Passage<'_>) -> Option<Script> {
    script_named(&passage.words().script)
}

/// The beginning of a long text, for a sentence about it.
pub(in crate::checks) fn shortened(text: &str) -> String {
    const MOST: usize = 60;
    let one_line: Vec<&str> = text.split_whitespace().take(MOST).collect();
    let one_line = one_line.join(" ").replace('\u{fffc}', "…");
    match one_line.char_indices().nth(MOST) {
        Some((end, _)) => format!("{}…", one_line[..end].trim_end()),
        None => one_line,
    }
}

/// The words of a text, in order.
pub(in crate::checks) fn tokens(text: &str) -> Vec<Token<'_>> {
    let mut out = Vec::new();
    let mut start = None;
    let mut scripts = Scripts::None;
    let mut apostrophe = None;
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let inside = start.is_some();
        if is_letter(c) || c.is_numeric() || (inside && is_mark(c)) {
            start.get_or_insert(at);
            scripts = match (scripts, script_of(c)) {
                (known, None) => known,
                (Scripts::None, Some(new)) => Scripts::One(new),
                (Scripts::One(old), Some(new)) if old == new => Scripts::One(old),
                _ => Scripts::Many,
            };
            apostrophe = None;
            end = at + c.len_utf8();
        } else if inside && apostrophe.is_none() && matches!(c, '\'' | '’') {
            apostrophe = Some(at);
        } else if let Some(from) = start.take() {
            out.push(Token {
                text: &text[from..end],
                range: from..end,
                scripts,
            });
            (scripts, apostrophe) = (Scripts::None, None);
        }
    }
    if let Some(from) = start {
        out.push(Token {
            text: &text[from..end],
            range: from..end,
            scripts,
        });
    }
    out
}

/// Whether the words make up a sentence of the source's language, or a piece of one, and not of the
/// target's: two words or more that only its sentences are made of.
pub(in crate::checks) fn says(
    words: &[Token<'_>],
    source: &Passage<'_>,
    target: &Passage<'_>,
) -> bool {
    let told = |token: &&Token<'_>| {
        is_function_word(token.text, source.words())
            && !is_function_word(token.text, target.words())
    };
    let distinct: BTreeSet<String> = words
        .iter()
        .filter(told)
        .map(|token| token.text.to_lowercase())
        .take(64)
        .collect();
    distinct.len() >= 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_apostrophes_and_leave_hyphens() {
        let found = tokens("It’s JSON-объект: 'cтрока', М61\u{fffc}бо\u{301}льшую.");
        let texts: Vec<&str> = found.iter().map(|token| token.text).collect();
        assert_eq!(
            texts,
            ["It’s", "JSON", "объект", "cтрока", "М61", "бо\u{301}льшую"]
        );
        assert!(found[0].is(Script::Latin) && found[2].is(Script::Cyrillic));
        assert_eq!(found[3].scripts, Scripts::Many);
        assert!(found[4].is(Script::Cyrillic) && found[5].is(Script::Cyrillic));
    }
}

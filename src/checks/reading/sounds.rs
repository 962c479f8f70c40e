//! Names in another script: two spellings of one name are compared by the sounds of their
//! consonants, which most ways to write a name in another script keep.

use std::collections::BTreeMap;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::tokens::tokens;
use crate::checks::engine::Passage;
use crate::checks::words::Words;
use crate::text::is_mark;

/// The capitalised words of the other text, in order, and by the keys of their sounds.
#[derive(Debug, Clone, Default)]
pub(in crate::checks) struct Capitals<'t> {
    pub(in crate::checks) list: Vec<Capital<'t>>,
    by_key: BTreeMap<String, usize>,
}

/// A capitalised word of the other text, with the key of its sounds.
#[derive(Debug, Clone)]
pub(in crate::checks) struct Capital<'t> {
    pub(in crate::checks) text: &'t str,
    pub(in crate::checks) range: Range<usize>,
    pub(in crate::checks) key: String,
    /// Whether it follows the one before it with only a space between.
    pub(in crate::checks) follows: bool,
}

impl<'t> Capitals<'t> {
    /// The capitalised words of a passage.
    pub(in crate::checks) fn of(passage: &'t Passage<'_>) -> Self {
        let mut out = Self::default();
        out.add(passage);
        out
    }

    /// Adds those of another.
    pub(in crate::checks) fn add(&mut self, passage: &'t Passage<'_>) {
        let text = passage.text();
        let mut end = None;
        for token in tokens(text) {
            if !token.text.starts_with(char::is_uppercase) {
                continue;
            }
            let possessive = ["’s", "'s"]
                .iter()
                .find_map(|ending| token.text.strip_suffix(ending));
            let bare = possessive.unwrap_or(token.text);
            let range = token.range.start..token.range.start + bare.len();
            let key = key(bare, passage.words());
            let at = self.list.len();
            self.by_key.entry(key.clone()).or_insert(at);
            self.list.push(Capital {
                text: bare,
                follows: end.is_some_and(|end: usize| text[end..range.start].trim().is_empty()),
                range,
                key,
            });
            end = Some(token.range.end);
        }
    }

    /// The first word that sounds like `own`, which may stand in another case.
    pub(super) fn find(&self, own: &str, words: &Words) -> Option<usize> {
        let bare = words
            .cases
            .iter()
            .filter_map(|ending| own.strip_suffix(ending.as_str()));
        let all = std::iter::once(own).chain(bare.filter(|bare| bare.len() > 1));
        let mut all = all.filter(|key| !key.is_empty());
        all.find_map(|key| self.by_key.get(key).copied())
    }
}

/// Whether two keys are of one name, the first perhaps in another case.
pub(in crate::checks) fn sounds(own: &str, other: &str, words: &Words) -> bool {
    match own.strip_prefix(other) {
        Some("") => !own.is_empty(),
        Some(rest) => other.len() > 1 && words.cases.iter().any(|ending| ending == rest),
        None => false,
    }
}

/// The sounds of a word's consonants.
pub(in crate::checks) fn key(word: &str, words: &Words) -> String {
    let bare = word.to_lowercase().replace(['й', 'ё'], "");
    let letters: Vec<char> = bare.nfd().filter(|c| !is_mark(*c)).collect();
    let mut out = String::new();
    let mut at = 0;
    while at < letters.len() {
        let longest = (1..=4.min(letters.len() - at)).rev().find_map(|length| {
            let group: String = letters[at..at + length].iter().collect();
            Some((length, words.sounds.get(&group)?))
        });
        let (length, found) = longest.map_or((1, ""), |(length, found)| (length, found.as_str()));
        for sound in found.chars() {
            if !out.ends_with(sound) {
                out.push(sound);
            }
        }
        at += length;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::engine::Rules;

    #[test]
    fn a_name_sounds_the_same_in_both_scripts() {
        let rules = Rules::default();
        let words = |lang: &str| rules.words(&lang.parse().unwrap()).clone();
        let (ru, en) = (words("ru"), words("en"));
        for (own, other) in [
            ("Ибрагимова", "Ibragimov"),
            ("Абузагиром", "Abuzaghir"),
            ("Александр", "Alexander"),
            ("Щукин", "Shchukin"),
            ("Хабибов", "Khabibov"),
            ("Евгений", "Yevgeny"),
        ] {
            assert!(
                sounds(&key(own, &ru), &key(other, &en), &ru),
                "{own} {other}"
            );
        }
        assert!(!sounds(&key("Ибрагимов", &ru), &key("Ibrahimov", &en), &ru));
    }
}

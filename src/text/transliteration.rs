//! Words of one script written in the letters of another, by a published scheme.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

/// A way to write the words of a language in Latin letters. The letters of every table are small;
/// a capital becomes the same with its first letter capital.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Scheme {
    /// What each letter becomes: `щ = "shch"`.
    pub letters: BTreeMap<String, String>,
    /// What a letter becomes at the beginning of a word and behind the letters of `after`.
    pub initial: BTreeMap<String, String>,
    /// The letters behind which those of `initial` change: `аеиоу`.
    pub after: String,
    /// What a group of letters becomes wherever it stands: `кс = "x"`.
    pub groups: BTreeMap<String, String>,
    /// What a group of letters becomes at the end of a word: `ий = "y"`.
    pub endings: BTreeMap<String, String>,
}

impl Scheme {
    /// Writes a text in the letters of the scheme; what it does not know stays as it is.
    pub fn write(&self, text: &str) -> String {
        let letters: Vec<char> = text.chars().collect();
        let small: Vec<char> = letters.iter().map(|c| lower(*c)).collect();
        let is_letter = |at: usize| letters.get(at).is_some_and(|c| c.is_alphabetic());
        let mut out = String::with_capacity(text.len());
        let mut at = 0;
        while at < letters.len() {
            let begins = at == 0 || !is_letter(at - 1);
            let (length, written) = self.step(
                &small[at..],
                begins,
                at.checked_sub(1).map(|last| small[last]),
            );
            match written {
                Some(written) if letters[at].is_uppercase() => {
                    let shouted = is_letter(at + length) && letters[at + length].is_uppercase()
                        || at > 0 && is_letter(at - 1) && letters[at - 1].is_uppercase();
                    capital(written, shouted, &mut out);
                }
                Some(written) => out.push_str(written),
                None => out.push(letters[at]),
            }
            at += length;
        }
        out
    }

    /// How many letters come next as one, and what they become.
    fn step(&self, rest: &[char], begins: bool, before: Option<char>) -> (usize, Option<&str>) {
        let longest = self.groups.keys().chain(self.endings.keys());
        let longest = longest.map(|key| key.chars().count()).max().unwrap_or(0);
        for length in (2..=longest.min(rest.len())).rev() {
            let group: String = rest[..length].iter().collect();
            let ends = rest.get(length).is_none_or(|c| !c.is_alphabetic());
            let found = self.endings.get(&group).filter(|_| ends && !begins);
            if let Some(found) = found.or_else(|| self.groups.get(&group)) {
                return (length, Some(found));
            }
        }
        let letter = rest[0].to_string();
        let first = begins || before.is_some_and(|before| self.after.contains(before));
        let initial = self.initial.get(&letter).filter(|_| first);
        let found = initial.or_else(|| self.letters.get(&letter));
        (1, found.map(String::as_str))
    }
}

fn lower(c: char) -> char {
    c.to_lowercase().next().unwrap_or(c)
}

/// What a capital becomes: `Щ` is `Shch` in a word and `SHCH` among capitals.
fn capital(written: &str, shouted: bool, out: &mut String) {
    for (at, c) in written.chars().enumerate() {
        if at == 0 || shouted {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
    }
}

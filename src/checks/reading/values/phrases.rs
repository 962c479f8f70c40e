//! Words and phrases of a table, found in a text in one pass.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::text::is_letter;

/// Words, signs and phrases with what each of them means.
///
/// A phrase that ends with `*` stands for all words that begin so; one that begins with a capital
/// letter is found only where the text has one, too. A space stands for white space of any kind,
/// and `ё` is `е`.
#[derive(Debug, Clone)]
pub(in crate::checks) struct Phrases<T> {
    by_first: BTreeMap<char, Vec<Phrase<T>>>,
}

#[derive(Debug, Clone)]
struct Phrase<T> {
    /// Its letters behind the first one, folded.
    rest: Vec<char>,
    /// Whether any letters may follow.
    open: bool,
    capital: bool,
    meaning: T,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self {
            by_first: BTreeMap::new(),
        }
    }
}

impl<T> Phrases<T> {
    /// Adds a phrase.
    pub(in crate::checks) fn add(&mut self, pattern: &str, meaning: T) {
        let (written, open) = match pattern.strip_suffix('*') {
            Some(start) => (start, true),
            None => (pattern, false),
        };
        let mut letters = written.chars();
        let Some(first) = letters.next() else { return };
        let phrase = Phrase {
            rest: letters.map(fold).collect(),
            open,
            capital: first.is_uppercase(),
            meaning,
        };
        self.by_first.entry(fold(first)).or_default().push(phrase);
    }

    /// The longest phrases that begin at byte `at`: where they end, and what they mean.
    pub(in crate::checks) fn at<'p>(&'p self, text: &str, at: usize) -> Vec<(usize, &'p T)> {
        let mut out: Vec<(usize, &T)> = Vec::new();
        let mut longest = (0, 0);
        let mut letters = text[at..].chars();
        let Some(first) = letters.next() else {
            return out;
        };
        let behind = at + first.len_utf8();
        for phrase in self.by_first.get(&fold(first)).into_iter().flatten() {
            if phrase.capital && !first.is_uppercase() {
                continue;
            }
            let Some(end) = phrase.end(text, behind, first) else {
                continue;
            };
            // Of two beginnings of one word the longer one knows more.
            let length = (end, phrase.rest.len());
            if length > longest {
                out.clear();
                longest = length;
            }
            if length == longest {
                out.push((end, &phrase.meaning));
            }
        }
        out
    }

    /// All phrases of a text, in order; a phrase begins where a word, a figure or a sign does.
    pub(in crate::checks) fn find<'p>(&'p self, text: &str) -> Vec<(Range<usize>, &'p T)> {
        let mut out = Vec::new();
        if self.by_first.is_empty() {
            return out;
        }
        let (mut letter_before, mut digit_before) = (false, false);
        for (at, letter) in text.char_indices() {
            let (is_alphabetic, is_digit) = (is_letter(letter), letter.is_ascii_digit());
            let inside =
                (is_alphabetic && letter_before) || (is_digit && (letter_before || digit_before));
            (letter_before, digit_before) = (is_alphabetic, is_digit);
            if !inside && !letter.is_whitespace() {
                let found = self.at(text, at).into_iter();
                out.extend(found.map(|(end, meaning)| (at..end, meaning)));
            }
        }
        out
    }
}

impl<T> Phrase<T> {
    /// Where the phrase ends, if the text goes on with it at byte `at`, behind its first letter.
    fn end(&self, text: &str, mut at: usize, first: char) -> Option<usize> {
        let mut last = first;
        for &wanted in &self.rest {
            let rest = &text[at..];
            let letter = rest.chars().next()?;
            if wanted == ' ' {
                let spaces = rest.len() - rest.trim_start().len();
                if spaces == 0 {
                    return None;
                }
                at += spaces;
            } else if fold(letter) == wanted {
                at += letter.len_utf8();
            } else {
                return None;
            }
            last = wanted;
        }
        let rest = &text[at..];
        if self.open {
            let more = rest.find(|letter: char| !letter.is_alphabetic());
            return Some(at + more.unwrap_or(rest.len()));
        }
        let cut = last.is_alphanumeric() && rest.starts_with(char::is_alphanumeric);
        (!cut).then_some(at)
    }
}

/// A letter as it is compared.
fn fold(letter: char) -> char {
    match letter {
        'ё' | 'Ё' => 'е',
        '\u{2010}' | '\u{2011}' => '-',
        '’' => '\'',
        _ if letter.is_ascii() => letter.to_ascii_lowercase(),
        _ if letter.is_whitespace() => ' ',
        _ => letter.to_lowercase().next().unwrap_or(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(patterns: &[&'static str], text: &'t str) -> Vec<&'t str> {
        let mut phrases = Phrases::default();
        for pattern in patterns {
            phrases.add(pattern, ());
        }
        let places = phrases.find(text).into_iter();
        places.map(|(range, ())| &text[range]).collect()
    }

    #[test]
    fn phrases_are_whole_words_unless_they_are_open() {
        assert_eq!(
            found(
                &["тыс.", "трёх*", "per cent", "May"],
                "5 тыс. из трехсот, 3 per\u{a0}cent, may"
            ),
            ["тыс.", "трехсот", "per\u{a0}cent"]
        );
        assert_eq!(found(&["май", "May"], "майор maybe May"), ["May"]);
    }

    #[test]
    fn the_longest_phrase_wins() {
        assert_eq!(found(&["втор*", "вторник*"], "во вторник"), ["вторник"]);
        assert_eq!(found(&["$", "US$"], "US$5 and $6"), ["US$", "$", "$"]);
    }
}

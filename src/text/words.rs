//! Words, and which of them differ.

use similar::DiffOp;
use unicode_segmentation::UnicodeSegmentation;

use super::sequence::diff_ops_within;

/// The words of a text, by the rules of Unicode (UAX 29), without spaces and punctuation.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.unicode_words()
}

/// How many words a text has.
pub fn count_words(text: &str) -> usize {
    words(text).count()
}

/// What a piece of a word diff is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Tone {
    /// Stands in both texts.
    Same,
    /// Stands in the old text only.
    Removed,
    /// Stands in the new text only.
    Added,
}

/// The difference of two texts, word by word: pieces in reading order.
///
/// The pieces that are not `Added`, joined, are the old text; those that are not
/// `Removed`, the new one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WordDiff {
    /// The pieces; neighbours differ in tone.
    pub pieces: Vec<(Tone, String)>,
}

impl WordDiff {
    /// The pieces that make up the old text.
    pub fn old_side(&self) -> impl Iterator<Item = &(Tone, String)> {
        self.pieces.iter().filter(|piece| piece.0 != Tone::Added)
    }

    /// The pieces that make up the new text.
    pub fn new_side(&self) -> impl Iterator<Item = &(Tone, String)> {
        self.pieces.iter().filter(|piece| piece.0 != Tone::Removed)
    }
}

/// What comparing two very long texts may cost, in pairs of words: paragraphs that need more are
/// no paragraphs, and a page may have thousands of them.
const STEPS: usize = 10_000_000;

/// Compares two texts word by word.
///
/// Spaces between two changed words count as changed with them, so that a rewritten
/// phrase is one piece and not a comb.
pub fn diff_words(old: &str, new: &str) -> WordDiff {
    let (left, right): (Vec<&str>, Vec<&str>) = (
        old.split_word_bounds().collect(),
        new.split_word_bounds().collect(),
    );
    let tokens = tokens(&left, &right);
    let mut out = WordDiff::default();
    let mut at = 0;
    while at < tokens.len() {
        let run = changed_run(&tokens[at..]);
        if run == 0 {
            push(&mut out.pieces, Tone::Same, tokens[at].1);
            at += 1;
            continue;
        }
        for wanted in [Tone::Removed, Tone::Added] {
            let side = tokens[at..at + run]
                .iter()
                .filter(|t| t.0 == wanted || t.0 == Tone::Same);
            let text: String = side.map(|t| t.1).collect();
            push(&mut out.pieces, wanted, &text);
        }
        at += run;
    }
    out
}

/// The tokens of both sides with what became of them.
fn tokens<'t>(old: &[&'t str], new: &[&'t str]) -> Vec<(Tone, &'t str)> {
    let mut out = Vec::with_capacity(old.len() + new.len());
    for op in diff_ops_within(STEPS, old, new) {
        let (left, right) = (&old[op.old_range()], &new[op.new_range()]);
        if let DiffOp::Equal { .. } = op {
            out.extend(left.iter().map(|token| (Tone::Same, *token)));
        } else {
            out.extend(left.iter().map(|token| (Tone::Removed, *token)));
            out.extend(right.iter().map(|token| (Tone::Added, *token)));
        }
    }
    out
}

/// How many tokens from the start form one change: changed ones, and white space between two of them.
fn changed_run(tokens: &[(Tone, &str)]) -> usize {
    let mut end = 0;
    for (at, (tone, text)) in tokens.iter().enumerate() {
        match tone {
            Tone::Same if end > 0 && text.trim().is_empty() => {}
            Tone::Same => break,
            Tone::Removed | Tone::Added => end = at + 1,
        }
    }
    end
}

fn push(pieces: &mut Vec<(Tone, String)>, tone: Tone, text: &str) {
    if text.is_empty() {
        return;
    }
    match pieces.last_mut() {
        Some(last) if last.0 == tone => last.1.push_str(text),
        _ => pieces.push((tone, text.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_rewritten_phrase_is_one_piece() {
        let diff = diff_words(
            "Приём заявок до 1 июня.",
            "Приём заявок до 15 июля 2026 года.",
        );
        let pieces: Vec<_> = diff.pieces.iter().map(|(t, s)| (*t, s.as_str())).collect();
        assert_eq!(
            pieces,
            [
                (Tone::Same, "Приём заявок до "),
                (Tone::Removed, "1 июня"),
                (Tone::Added, "15 июля 2026 года"),
                (Tone::Same, "."),
            ]
        );
    }

    proptest! {
        #[test]
        fn pieces_give_both_texts_back(old in "[а-в .,]{0,30}", new in "[а-в .,]{0,30}") {
            let diff = diff_words(&old, &new);
            prop_assert_eq!(diff.old_side().map(|p| p.1.as_str()).collect::<String>(), old);
            prop_assert_eq!(diff.new_side().map(|p| p.1.as_str()).collect::<String>(), new);
        }
    }
}

//! How alike two texts are.

use similar::algorithms::diff_slices;
use similar::{Algorithm, DiffOp, capture_diff_slices, diff_ratio};
use unicode_segmentation::UnicodeSegmentation;

use super::words;

/// The share of tokens that two texts have in common, in order: 0 nothing, 1 everything.
///
/// Tokens are words and marks of punctuation; the measure is 2·LCS / (m + n), as in
/// Ratcliff and Metzener (1988) with the longest common subsequence in place of theirs.
pub fn ratio<T: Ord + std::hash::Hash>(left: &[T], right: &[T]) -> f64 {
    if left.is_empty() && right.is_empty() {
        return 1.0;
    }
    let ops = capture_diff_slices(Algorithm::Myers, left, right);
    f64::from(diff_ratio(&ops, left.len(), right.len()))
}

/// The share of two sorted lists that is common to both, from 0 to 1, in linear time: what
/// [`ratio`] says at most.
pub fn shared<T: Ord>(left: &[T], right: &[T]) -> f64 {
    let (mut i, mut j, mut common) = (0, 0, 0_u32);
    while let (Some(one), Some(other)) = (left.get(i), right.get(j)) {
        common += u32::from(one == other);
        (i, j) = (i + usize::from(one <= other), j + usize::from(other <= one));
    }
    let all = u32::try_from(left.len() + right.len()).unwrap_or(u32::MAX);
    2.0 * f64::from(common) / f64::from(all.max(1))
}

/// More words than this are not slips but another text.
const MOST_SLIPS: usize = 3;

/// Whether `new` is `old` with its slips of the pen mended: the same words but for a
/// few, and each of those a letter or two away from the one it replaces.
///
/// A word that comes or goes is no slip (it may be "not"), and neither is a digit.
pub fn typo_like(old: &str, new: &str) -> bool {
    let (old, new): (Vec<_>, Vec<_>) = (words(old).collect(), words(new).collect());
    // Every slip replaces a word by one, so all words keep their places; a glance at them
    // spares us comparing long texts that have little in common.
    let moved = old.iter().zip(&new).filter(|(old, new)| old != new).count();
    if old.len() != new.len() || moved > MOST_SLIPS {
        return false;
    }
    let mut changed = 0;
    for op in capture_diff_slices(Algorithm::Myers, &old, &new) {
        match op {
            DiffOp::Equal { .. } => {}
            DiffOp::Replace {
                old_index,
                old_len,
                new_index,
                new_len,
            } if old_len == new_len => {
                changed += old_len;
                let pairs = old[old_index..][..old_len]
                    .iter()
                    .zip(&new[new_index..][..new_len]);
                if !pairs.into_iter().all(|(a, b)| slip(a, b)) {
                    return false;
                }
            }
            _ => return false,
        }
    }
    changed > 0 && changed <= MOST_SLIPS
}

/// Two spellings of one word: long enough to tell, and at most two letters apart.
fn slip(old: &str, new: &str) -> bool {
    let has_digit = |word: &str| word.chars().any(char::is_numeric);
    let (old, new): (Vec<_>, Vec<_>) =
        (old.graphemes(true).collect(), new.graphemes(true).collect());
    let shorter = old.len().min(new.len());
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    // What comes or goes at the start of a word is a prefix, and may turn it round: "insecure".
    let prefix = head < if old.len() == new.len() { 1 } else { 2 };
    let allowed = if shorter >= 6 { 2 } else { 1 };
    let sorted = |word: &[&str]| {
        let mut letters: Vec<String> = word.iter().map(|letter| (*letter).to_owned()).collect();
        letters.sort_unstable();
        letters
    };
    // Two letters that changed places are one slip, though two letters differ.
    let swapped = sorted(&old) == sorted(&new);
    shorter >= 4
        && !prefix
        && !has_digit(&old.concat())
        && !has_digit(&new.concat())
        && edit_letters(&old, &new) <= if swapped { 2 } else { allowed }
}

/// Letters to replace, add or drop: the longer side of every difference, added up.
fn edit_letters(old: &[&str], new: &[&str]) -> usize {
    let mut counter = Counter::default();
    // The hook cannot fail: its error type has no values.
    let Ok(()) = diff_slices(Algorithm::Myers, &mut counter, old, new);
    counter.flush();
    counter.total
}

#[derive(Default)]
struct Counter {
    removed: usize,
    added: usize,
    total: usize,
}

impl Counter {
    fn flush(&mut self) {
        self.total += self.removed.max(self.added);
        (self.removed, self.added) = (0, 0);
    }
}

impl similar::algorithms::DiffHook for Counter {
    type Error = std::convert::Infallible;

    fn equal(&mut self, _: usize, _: usize, _: usize) -> Result<(), Self::Error> {
        self.flush();
        Ok(())
    }

    fn delete(&mut self, _: usize, len: usize, _: usize) -> Result<(), Self::Error> {
        self.removed += len;
        Ok(())
    }

    fn insert(&mut self, _: usize, _: usize, len: usize) -> Result<(), Self::Error> {
        self.added += len;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mended_word_is_a_slip() {
        assert!(typo_like(
            "Откройте насройки сайта.",
            "Откройте настройки сайта."
        ));
        assert!(typo_like("It recieves mail", "It receives mail"));
        assert!(typo_like("The frist page", "The first page"));
    }

    #[test]
    fn a_word_more_or_another_figure_is_not() {
        assert!(!typo_like("Вход разрешён.", "Вход не разрешён."));
        assert!(!typo_like("Since 2023 only", "Since 2024 only"));
        assert!(!typo_like("You can go", "You cannot go"));
        assert!(!typo_like("It is secure", "It is insecure"));
        assert!(!typo_like("Приём включено", "Приём выключено"));
        assert!(!typo_like("the same", "the same"));
    }

    #[test]
    fn ratio_counts_common_tokens() {
        assert!((ratio(&["a", "b", "c"], &["a", "c"]) - 0.8).abs() < 1e-6);
        assert!((ratio::<u8>(&[], &[]) - 1.0).abs() < 1e-6);
    }
}

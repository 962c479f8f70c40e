//! The spelling of numbers: carried only between spellings that mean the same in every language.

use std::ops::Range;

use super::Why;
use super::marks::bytes;
use super::prose::differs;
use crate::document::Segment;
use crate::text::{Reading, read_numbers};

/// The edits that spell the numbers of a segment as the source does now.
///
/// A comma or a point between digits is one thing in Russian and another in English, so whoever
/// wrote the translation chose it; groups divided by spaces, or not at all, nobody misreads.
pub(super) fn edits(
    file: &str,
    old: &Segment,
    new: &Segment,
    there: &Segment,
) -> Result<Vec<(Range<usize>, String)>, Why> {
    let (before, after) = (read_numbers(&old.text), read_numbers(&new.text));
    if before.len() != after.len() || around(&old.text, &before) != around(&new.text, &after) {
        return Err(Why::OwnRules);
    }
    let mut out = Vec::new();
    let pairs = before.iter().zip(&after);
    let spelled =
        pairs.map(|(one, two)| (&old.text[one.range.clone()], &new.text[two.range.clone()]));
    for (one, two) in spelled.filter(|(one, two)| one != two) {
        if !is_neutral(one) || !is_neutral(two) || count(&old.text, one) != 1 {
            return Err(Why::OwnRules);
        }
        match (count(&there.text, one), count(&there.text, two)) {
            (1, 0) => {}
            (0, 1) => continue,
            (0, _) => return Err(differs(one)),
            _ => {
                return Err(Why::Ambiguous {
                    value: one.to_owned(),
                });
            }
        }
        let found = read_numbers(&there.text);
        let place = found
            .iter()
            .find(|number| there.text[number.range.clone()] == *one);
        let range = place.and_then(|number| bytes(file, there, &number.range));
        out.push((range.ok_or(Why::Unsure)?, two.to_owned()));
    }
    Ok(out)
}

/// The text without its numbers.
fn around(text: &str, numbers: &[Reading]) -> String {
    let mut out = String::new();
    let mut at = 0;
    for number in numbers {
        out.push_str(&text[at..number.range.start]);
        out.push('0');
        at = number.range.end;
    }
    out + &text[at..]
}

fn is_neutral(spelling: &str) -> bool {
    spelling
        .chars()
        .all(|c| c.is_ascii_digit() || c.is_whitespace())
}

fn count(text: &str, spelling: &str) -> usize {
    let numbers = read_numbers(text).into_iter();
    numbers
        .filter(|number| text[number.range.clone()] == *spelling)
        .count()
}

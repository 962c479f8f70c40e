//! What is set off from the text around it: quotations, emphasis, the words of links.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::checks::engine::Passage;
use crate::document::{Part, PlaceholderKind};

/// A quotation longer than this many characters is none: its end was forgotten.
const LONGEST: usize = 300;

const MARKS: &[(char, char)] = &[
    ('«', '»'),
    ('“', '”'),
    ('„', '“'),
    ('‘', '’'),
    ('"', '"'),
    ('‹', '›'),
];

/// The insides of quotation marks, in bytes of `text`, in order; a quotation in another is part of it.
pub(in crate::checks) fn quotations(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(found) = text[from..].find(|c| MARKS.iter().any(|mark| mark.0 == c)) {
        let open = from + found;
        let sign = text[open..].chars().next().unwrap_or('"');
        let start = open + sign.len_utf8();
        let end = text[start..]
            .char_indices()
            .take(LONGEST)
            .find(|(_, c)| MARKS.contains(&(sign, *c)));
        from = start;
        if let Some((length, close)) = end {
            out.push(start..start + length);
            from = start + length + close.len_utf8();
        }
    }
    out
}

/// What stands between the two halves of a placeholder, in bytes of the file, with its closing half.
pub(in crate::checks) fn between<'p>(
    passage: &'p Passage<'_>,
    kind: PlaceholderKind,
) -> Vec<(Range<usize>, &'p str)> {
    let mut out = Vec::new();
    for segment in &passage.segments {
        let mut open = Vec::new();
        for mark in segment.placeholders.iter().filter(|mark| mark.kind == kind) {
            match mark.part {
                Part::Open => open.push(mark.range.end),
                Part::Close => {
                    if let Some(start) = open.pop()
                        && start <= mark.range.start
                    {
                        let inside = segment.place(&(start..mark.range.start));
                        out.push((inside, &segment.text[mark.range.clone()]));
                    }
                }
                Part::Whole => {}
            }
        }
    }
    out.sort_by_key(|(range, _)| range.start);
    out
}

/// Whether one of the ranges, which are in order, holds all of this one.
pub(in crate::checks) fn within(ranges: &[Range<usize>], one: &Range<usize>) -> bool {
    let after = ranges.partition_point(|range| range.start <= one.start);
    // Only a few can be nested, so that looking back a little is enough.
    let near = &ranges[after.saturating_sub(4)..after];
    near.iter().any(|range| range.end >= one.end)
}

/// The words of links to other sites that the other side has with the same address, in bytes of the
/// file: titles of works, which stay as they are.
pub(in crate::checks) fn cited(here: &Passage<'_>, other: &Passage<'_>) -> Vec<Range<usize>> {
    let links = between(here, PlaceholderKind::Link);
    if links.is_empty() {
        return Vec::new();
    }
    let there: BTreeSet<&str> = between(other, PlaceholderKind::Link)
        .into_iter()
        .filter_map(|(_, close)| address(close))
        .collect();
    let same = |close: &str| address(close).is_some_and(|address| there.contains(&address));
    links
        .into_iter()
        .filter(|(_, close)| same(close))
        .map(|(range, _)| range)
        .collect()
}

/// The address of another site in the closing half of a link.
fn address(close: &str) -> Option<&str> {
    let inside = close.strip_prefix("](")?.trim_start_matches('<');
    let end = inside.find([' ', ')', '>', '\n']).unwrap_or(inside.len());
    let address = &inside[..end];
    address.contains("://").then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_end_with_the_sign_that_belongs_to_theirs() {
        let text = "«Наука» и \"the word\", „да“, “yes”; «открыто";
        let found: Vec<&str> = quotations(text)
            .into_iter()
            .map(|range| &text[range])
            .collect();
        assert_eq!(found, ["Наука", "the word", "да", "yes"]);
        assert!(quotations(&"«".repeat(10_000)).is_empty());
    }
}

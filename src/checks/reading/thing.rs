//! Something that a translation keeps, found on a page.

use std::ops::Range;

use crate::document::{PlaceholderKind, Segment, Shown};

/// Something to be found on the other page, too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Thing {
    /// What is compared.
    pub(crate) value: String,
    /// How it is written.
    pub(crate) shown: String,
    /// Its bytes in the file.
    pub(crate) place: Range<usize>,
    /// The segment it stands in.
    pub(crate) segment: usize,
}

/// Stands for each byte that is no word. It is no space and no letter, so nothing joins over it.
pub(crate) const HOLE: char = '\u{1}';

/// The words of a segment, byte for byte where its text has them, with [`HOLE`]s for the rest:
/// code, targets of links, tags, marks of emphasis.
pub(crate) fn plain(segment: &Segment) -> String {
    let mut out = String::with_capacity(segment.text.len());
    for piece in &segment.visible {
        let Range { start, end } = piece.range;
        if start < out.len() {
            continue;
        }
        fill(&mut out, start);
        match piece.shown {
            Shown::Written => out.push_str(&segment.text[start..end]),
            // One byte of white space: a line break with spaces before it.
            Shown::Space => {
                out.push('\n');
                fill(&mut out, end);
            }
            _ => fill(&mut out, end),
        }
    }
    fill(&mut out, segment.text.len());
    out
}

/// Whether a range of a segment's text touches a mark of one of these kinds.
pub(crate) fn touches(segment: &Segment, range: &Range<usize>, kinds: &[PlaceholderKind]) -> bool {
    let marks = &segment.placeholders;
    let end = marks.partition_point(|mark| mark.range.start < range.end);
    // Marks lie in order and apart, so that the search ends soon.
    let near = marks[..end].iter().rev();
    near.take_while(|mark| mark.range.end > range.start)
        .any(|mark| kinds.contains(&mark.kind))
}

fn fill(out: &mut String, to: usize) {
    while out.len() < to {
        out.push(HOLE);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Reader;

    #[test]
    fn only_words_are_left_where_they_stood() {
        let text = "Звоните **нам**: [сайт](/a) и `код`, \\#тег\n";
        let read = Reader::for_test("a.md").read(text).document;
        let found = plain(&read.segments[0]);
        assert_eq!(found.len(), read.segments[0].text.len());
        for word in ["Звоните", "нам", "сайт", "#тег"] {
            assert_eq!(found.find(word), read.segments[0].text.find(word), "{word}");
        }
        assert!(!found.contains("код") && !found.contains("/a"));
    }
}

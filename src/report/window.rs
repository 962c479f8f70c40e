//! The few lines of a file that a diagnostic shows, short enough for a terminal.

use std::borrow::Cow;
use std::ops::Range;

use crate::text::LineIndex;

/// Lines of a file around guilty ranges, cut where they are long.
pub(super) struct Window {
    /// The lines to show, with `…` where something was cut away.
    pub(super) text: String,
    /// The guilty ranges in `text`, at character boundaries, in the order in which they were asked for.
    pub(super) ranges: Vec<Range<usize>>,
    /// How many lines of each are not shown.
    pub(super) hidden: Vec<usize>,
    /// The number of the first line, counted from 1.
    pub(super) line: usize,
    /// Whether something was cut away.
    pub(super) cut: bool,
}

/// A range over more lines than this is a whole passage: its first line stands for it.
const MOST_LINES: usize = 3;
/// What is kept at least on either side of a range in a line that is cut, in characters.
const LEAST_MARGIN: usize = 12;
const CUT: char = '…';

/// Chooses what to show of `ranges`, which are close together; a range out of bounds is moved into
/// them. A line longer than `width`, in characters, is cut around them.
pub(super) fn window(
    text: &str,
    index: &LineIndex,
    ranges: &[Range<usize>],
    width: usize,
) -> Window {
    let ranges: Vec<_> = ranges.iter().map(|range| clamp(text, range)).collect();
    let lines: Vec<_> = ranges.iter().map(|range| shown(index, range)).collect();
    let first = lines.iter().map(|lines| lines.0).min().unwrap_or(1);
    let last = lines.iter().map(|lines| lines.1).max().unwrap_or(first);
    let mut out = Window {
        text: String::new(),
        ranges: vec![0..0; ranges.len()],
        hidden: lines.iter().map(|lines| lines.2).collect(),
        cut: false,
        line: first,
    };
    for number in first..=last {
        let bytes = index.range(number);
        let line = text[bytes.clone()].trim_end_matches(['\n', '\r']);
        let here: Vec<usize> = (0..lines.len())
            .filter(|&at| (lines[at].0..=lines[at].1).contains(&number))
            .collect();
        // The range within this line; on the lines between its ends, the whole line.
        let within = |at: usize| at.saturating_sub(bytes.start).min(line.len());
        let guilty = here
            .iter()
            .map(|&at| within(ranges[at].start)..within(ranges[at].end));
        let guilty: Vec<Range<usize>> = guilty.collect();
        let pieces = pieces(line, &guilty, width);
        out.cut |= pieces.len() > 1
            || pieces
                .first()
                .is_some_and(|piece| *piece != (0..line.len()));
        let moved = push_line(&mut out.text, line, &pieces);
        for (&at, guilty) in here.iter().zip(&guilty) {
            if number == lines[at].0 {
                out.ranges[at].start = moved(guilty.start);
            }
            out.ranges[at].end = moved(guilty.end);
        }
        out.text.push('\n');
    }
    out
}

/// The first and the last line of a range that are shown, and how many more it has.
pub(super) fn shown(index: &LineIndex, range: &Range<usize>) -> (usize, usize, usize) {
    let (first, last) = index.lines(range);
    if last - first < MOST_LINES {
        (first, last, 0)
    } else {
        (first, first, last - first)
    }
}

/// `range` moved into `text` and out to whole characters.
pub(super) fn clamp(text: &str, range: &Range<usize>) -> Range<usize> {
    let start = floor(text, range.start.min(text.len()));
    let mut end = range.end.clamp(start, text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    start..end
}

/// What is kept of a line: all of it, or what stands around its guilty ranges, in order.
fn pieces(line: &str, guilty: &[Range<usize>], width: usize) -> Vec<Range<usize>> {
    if line.chars().nth(width).is_none() {
        return std::iter::once(0..line.len()).collect();
    }
    if guilty.is_empty() {
        let end = to_word(line, 0, forward(line, 0, width));
        return std::iter::once(0..end).collect();
    }
    // A guilty range that is itself long is shown from its start.
    let longest = width * 3 / 5 / guilty.len();
    let mut kept: Vec<Range<usize>> = guilty
        .iter()
        .map(|range| range.start..range.end.min(forward(line, range.start, longest)))
        .collect();
    kept.sort_by_key(|range| (range.start, range.end));
    let kept = joined(line, kept, LEAST_MARGIN * 2);
    let used = kept.iter().map(|range| line[range.clone()].chars().count());
    let left = width.saturating_sub(used.sum());
    let margin = (left / (2 * kept.len())).max(LEAST_MARGIN);
    let around = kept.iter().map(|range| {
        // What one side has no use for, the other may have.
        let from = back(line, range.start, margin);
        let spare = margin - line[from..range.start].chars().count();
        let to = forward(line, range.end, margin + spare);
        let spare = margin.saturating_sub(line[range.end..to].chars().count());
        let from = back(line, range.start, margin + spare);
        from_word(line, from, range.start)..to_word(line, range.end, to)
    });
    joined(line, around.collect(), 2)
}

/// Ranges in order, those with at most `gap` characters between them made one.
fn joined(line: &str, ranges: Vec<Range<usize>>, gap: usize) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    for range in ranges {
        match out.last_mut() {
            Some(last) if range.start <= forward(line, last.end, gap) => {
                last.end = last.end.max(range.end);
            }
            _ => out.push(range),
        }
    }
    out
}

/// Adds the pieces of `line` to `out`; gives where an offset of the line stands in what was added.
fn push_line<'p>(
    out: &mut String,
    line: &str,
    pieces: &'p [Range<usize>],
) -> impl Fn(usize) -> usize + use<'p> {
    let mut starts = Vec::with_capacity(pieces.len());
    for (at, piece) in pieces.iter().enumerate() {
        if at > 0 || piece.start > 0 {
            out.push(CUT);
        }
        starts.push(out.len());
        out.push_str(&same_length(&line[piece.clone()]));
    }
    if pieces.last().is_some_and(|piece| piece.end < line.len()) {
        out.push(CUT);
    }
    move |offset| {
        let at = pieces.iter().rposition(|piece| piece.start <= offset);
        let at = at.unwrap_or(0);
        let piece = &pieces[at];
        starts[at] + offset.clamp(piece.start, piece.end) - piece.start
    }
}

/// The letters that steer a terminal and that nothing behind us writes out, as others of two bytes.
fn same_length(text: &str) -> Cow<'_, str> {
    let steers = |c: char| ('\u{80}'..='\u{9f}').contains(&c);
    if text.chars().any(steers) {
        Cow::Owned(text.replace(steers, "¿"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The offset `count` characters before `at`, or the start.
fn back(line: &str, at: usize, count: usize) -> usize {
    let before = line[..at].char_indices().rev().take(count).last();
    before.map_or(at, |(offset, _)| offset)
}

/// The offset `count` characters after `at`, or the end.
fn forward(line: &str, at: usize, count: usize) -> usize {
    let after = line[at..].char_indices().nth(count);
    after.map_or(line.len(), |(offset, _)| at + offset)
}

/// The first start of a word in `from..before`; `from` itself where it is the start of the line.
fn from_word(line: &str, from: usize, before: usize) -> usize {
    if from == 0 {
        return from;
    }
    let space = line[from..before].find(char::is_whitespace);
    space.map_or(from, |at| from + at)
}

/// The last end of a word in `after..to`; `to` itself where it is the end of the line.
fn to_word(line: &str, after: usize, to: usize) -> usize {
    if to == line.len() {
        return to;
    }
    let space = line[after..to].rfind(char::is_whitespace);
    space.map_or(to, |at| after + at)
}

/// The start of the character that `at` is in.
fn floor(text: &str, mut at: usize) -> usize {
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDTH: usize = 100;

    fn shown(text: &str, range: Range<usize>) -> (Window, String) {
        let window = window(text, &LineIndex::new(text), &[range], WIDTH);
        let guilty = window.text[window.ranges[0].clone()].to_owned();
        (window, guilty)
    }

    #[test]
    fn a_long_line_is_cut_around_the_word() {
        let text = format!(
            "начало\n{}слово{}\n",
            "до ".repeat(50_000),
            " после".repeat(50_000)
        );
        let at = text.find("слово").unwrap();
        let (window, guilty) = shown(&text, at..at + "слово".len());
        assert_eq!(guilty, "слово");
        assert_eq!(window.line, 2);
        assert!(window.text.chars().count() <= WIDTH + 4, "{}", window.text);
        assert!(window.text.starts_with('…') && window.text.ends_with("…\n"));
    }

    #[test]
    fn any_range_gives_a_window_in_bounds() {
        let long = format!(
            "{}\r\n\r\n{}",
            "длинная строка ".repeat(30),
            "ещё\n".repeat(20)
        );
        for text in ["", "\n", "слово", "раз\nдва\n", "a\r\n", long.as_str()] {
            for start in 0..text.len() + 3 {
                for length in [0, 1, 7, 300, text.len()] {
                    let (window, _) = shown(text, start..start + length);
                    assert!(window.text.lines().count() <= MOST_LINES);
                }
            }
        }
    }

    #[test]
    fn two_words_far_apart_in_one_line_are_both_shown() {
        let text = format!("слово {}второе {}", "до ".repeat(500), "и ".repeat(500));
        let second = text.find("второе").unwrap();
        let ranges = [second..second + "второе".len(), 0..10];
        let window = window(&text, &LineIndex::new(&text), &ranges, WIDTH);
        let said = window
            .ranges
            .iter()
            .map(|range| &window.text[range.clone()]);
        assert_eq!(said.collect::<Vec<_>>(), ["второе", "слово"]);
        assert_eq!(window.text.matches('…').count(), 2, "{}", window.text);
        assert!(window.text.chars().count() <= WIDTH + 4, "{}", window.text);
    }

    #[test]
    fn a_whole_passage_is_its_first_line() {
        let text = "раз\nдва\nтри\nчетыре\nпять\n";
        let (window, guilty) = shown(text, 0..text.len() - 1);
        assert_eq!((guilty.as_str(), window.hidden[0]), ("раз", 4));
    }
}

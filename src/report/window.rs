//! The few lines of a file that a diagnostic shows, short enough for a terminal.

use std::ops::Range;

use crate::text::LineIndex;

/// Lines of a file around a guilty range, cut where they are long.
pub(super) struct Window {
    /// The lines to show, with `…` where something was cut away.
    pub(super) text: String,
    /// The guilty range in `text`, at character boundaries.
    pub(super) range: Range<usize>,
    /// The number of the first line, counted from 1.
    pub(super) line: usize,
    /// Whether something was cut away.
    pub(super) cut: bool,
}

/// A line is shown whole up to here, in characters, and otherwise cut around the range.
const LONGEST_LINE: usize = 200;
/// What is kept of a long line on either side of where the range begins or ends.
const MARGIN: usize = 60;
/// What a range over many lines shows of itself.
const MOST_LINES: usize = 6;
const CUT: char = '…';

/// Chooses what to show of `range` in `text`; a range out of bounds is moved into them.
pub(super) fn window(text: &str, index: &LineIndex, range: &Range<usize>) -> Window {
    let range = clamp(text, range);
    let (first, last) = index.lines(&range);
    let last = last.min(first + MOST_LINES - 1);
    let mut shown = Window {
        text: String::new(),
        range: 0..0,
        cut: false,
        line: first,
    };
    for number in first..=last {
        let bytes = index.range(number);
        let line = text[bytes.clone()].trim_end_matches(['\n', '\r']);
        // The range within this line; on the lines between its ends, the whole line.
        let within = |at: usize| at.saturating_sub(bytes.start).min(line.len());
        let guilty = within(range.start)..within(range.end);
        shown.cut |= is_long(line);
        let at = shown.text.len();
        let guilty = push_line(&mut shown.text, line, &guilty);
        if number == first {
            shown.range.start = at + guilty.start;
        }
        shown.range.end = at + guilty.end;
        shown.text.push('\n');
    }
    shown
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

/// Adds `line` to `out`, cut around `guilty` if it is long; gives the range in what was added.
fn push_line(out: &mut String, line: &str, guilty: &Range<usize>) -> Range<usize> {
    if !is_long(line) {
        out.push_str(line);
        return guilty.clone();
    }
    let from = back(line, guilty.start, MARGIN);
    // A guilty range that is itself long is shown from its start.
    let most = forward(line, from, LONGEST_LINE - MARGIN);
    let end = guilty.end.min(most);
    let to = forward(line, end, MARGIN);
    let head = if from > 0 { CUT.len_utf8() } else { 0 };
    if from > 0 {
        out.push(CUT);
    }
    out.push_str(&line[from..to]);
    if to < line.len() {
        out.push(CUT);
    }
    head + guilty.start - from..head + end - from
}

fn is_long(line: &str) -> bool {
    line.chars().nth(LONGEST_LINE).is_some()
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

    fn shown(text: &str, range: Range<usize>) -> (Window, String) {
        let window = window(text, &LineIndex::new(text), &range);
        let guilty = window.text[window.range.clone()].to_owned();
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
        assert!(
            window.text.chars().count() < 2 * MARGIN + 20,
            "{}",
            window.text
        );
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
}

//! The text that the Markdown parser sees, and the way back from it to the file.
//!
//! A view has no BOM and only `\n`; lines that are no Markdown are empty in it, and lines
//! inside an indented MDX element stand where they would without the element. Each of its
//! lines remembers the byte of the file it came from, so spans are still exact.

use std::ops::Range;

/// Markdown, line by line, with the place in the file of each line.
#[derive(Debug, Default)]
pub(crate) struct View {
    /// What to parse.
    pub(crate) text: String,
    /// Start of each line here, and in the file.
    lines: Vec<(usize, usize)>,
}

impl View {
    /// Adds a line (without its break) that begins at byte `at` of the file.
    pub(super) fn push(&mut self, line: &str, at: usize) {
        self.lines.push((self.text.len(), at));
        self.text.push_str(line);
        self.text.push('\n');
    }

    /// The byte of the file that `offset` came from.
    pub(crate) fn origin(&self, offset: usize) -> usize {
        let line = self.lines.partition_point(|&(start, _)| start <= offset);
        let (start, at) = self
            .lines
            .get(line.saturating_sub(1))
            .copied()
            .unwrap_or_default();
        at + (offset - start)
    }

    /// The bytes of the file that `range` came from. The end belongs to the last byte of the
    /// range, not to the line after it.
    pub(crate) fn range(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.origin(range.start);
        let end = match range.end.checked_sub(1) {
            Some(last) if last >= range.start => self.origin(last) + 1,
            _ => start,
        };
        start..end.max(start)
    }

    /// `range` without white space at its ends.
    pub(super) fn trim(&self, range: Range<usize>) -> Range<usize> {
        let Some(text) = self.text.get(range.clone()) else {
            return range.start..range.start;
        };
        let start = range.start + (text.len() - text.trim_start().len());
        let end = range.start + text.trim_end().len();
        start..end.max(start)
    }

    /// The starts of the lines that begin inside `range`, not counting one at its start.
    pub(super) fn breaks(&self, range: &Range<usize>) -> impl Iterator<Item = usize> {
        let first = self
            .lines
            .partition_point(|&(start, _)| start <= range.start);
        let rest = self.lines.get(first..).unwrap_or_default();
        let end = range.end;
        rest.iter()
            .map(|&(start, _)| start)
            .take_while(move |&start| start < end)
    }
}

/// The lines of `text` from byte `from` on: each with its start, without its break.
pub(crate) fn lines(text: &str, from: usize) -> impl Iterator<Item = (usize, &str)> {
    let mut at = from;
    text.get(from..)
        .unwrap_or_default()
        .split_inclusive('\n')
        .map(move |line| {
            let start = at;
            at += line.len();
            let line = line.strip_suffix('\n').unwrap_or(line);
            (start, line.strip_suffix('\r').unwrap_or(line))
        })
}

//! From bytes to lines and columns, for people and for formats that count so.

use std::ops::Range;

/// The starts of the lines of one text.
///
/// A line ends with `\n`; a `\r` before it belongs to the line.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<usize>,
    len: usize,
}

impl LineIndex {
    /// Finds the lines of `text`.
    pub fn new(text: &str) -> Self {
        let ends = memchr::memchr_iter(b'\n', text.as_bytes()).map(|end| end + 1);
        Self {
            starts: std::iter::once(0).chain(ends).collect(),
            len: text.len(),
        }
    }

    /// The line that holds `offset`, counted from 1. An offset past the end is on the last line.
    pub fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|&start| start <= offset)
    }

    /// The bytes of a line, counted from 1, with its line break.
    pub fn range(&self, line: usize) -> Range<usize> {
        let at = |line: usize| self.starts.get(line).copied().unwrap_or(self.len);
        at(line.saturating_sub(1))..at(line)
    }

    /// Line and column of `offset` in `text`, both counted from 1, the column in characters.
    pub fn position(&self, text: &str, offset: usize) -> (usize, usize) {
        let line = self.line(offset);
        let start = self.range(line).start;
        let head = text.get(start..offset.min(text.len())).unwrap_or_default();
        (line, head.chars().count() + 1)
    }

    /// The first and the last line that `range` touches, counted from 1.
    ///
    /// A range that ends with a line break does not touch the line after it.
    pub fn lines(&self, range: &Range<usize>) -> (usize, usize) {
        let last = range.end.saturating_sub(1).max(range.start);
        (self.line(range.start), self.line(last))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_letters_not_bytes() {
        let text = "раз\nдва три\n";
        let index = LineIndex::new(text);
        let three = text.find("три").unwrap();
        assert_eq!(index.position(text, three), (2, 5));
        assert_eq!(index.lines(&(0..text.len())), (1, 2));
        assert_eq!(&text[index.range(1)], "раз\n");
    }
}

//! A place in a file.

use std::ops::Range;
use std::sync::Arc;

/// A range of bytes of one file.
///
/// Bytes, always: lines and columns are worked out by [`super::LineIndex`] where a
/// person will read them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// Path of the file, relative to the project's root, with `/` between its parts.
    pub file: Arc<str>,
    /// First byte of the range.
    pub start: usize,
    /// The byte after the last one of the range.
    pub end: usize,
}

impl Span {
    /// A span over `range` of `file`.
    pub fn new(file: impl Into<Arc<str>>, range: Range<usize>) -> Self {
        Self {
            file: file.into(),
            start: range.start,
            end: range.end,
        }
    }

    /// A span that speaks of a file as a whole: the empty range at its start.
    pub fn file(file: impl Into<Arc<str>>) -> Self {
        Self::new(file, 0..0)
    }

    /// The bytes as a range.
    pub fn range(&self) -> Range<usize> {
        self.start..self.end
    }
}

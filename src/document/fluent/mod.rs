//! Fluent becomes segments: the value of each message and term, and each of their attributes.
//!
//! A file is parsed once, by the runtime's own parser: what is read here is later handed to the
//! runtime as it is. A pattern begins behind the `=` of its name and ends before whatever comes next.

mod bound;
mod messages;
mod pattern;
mod places;
mod said;
mod ways;

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use fluent::FluentResource;
use fluent_syntax::parser::ErrorKind;

use super::{Draft, Segment};
use crate::diagnostic::Code;
use bound::{MAX_DEPTH, bound};

pub use pattern::{Arguments, Element, Expression, Pattern, Placeable, Reference, Select, Variant};
pub use ways::{Choice, Way};

/// What a file of Fluent is beyond its segments.
#[derive(Clone)]
pub struct Fluent {
    /// The file as the runtime takes it.
    pub resource: Arc<FluentResource>,
    /// Its messages and terms, in the order of the file.
    pub entries: Vec<Entry>,
    /// What no parser understands.
    pub broken: Vec<Broken>,
}

/// A message or term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name; that of a term begins with `-`.
    pub id: String,
    /// The place of the name.
    pub place: Range<usize>,
    /// The bytes of the comment that belongs to it.
    pub comment: Option<Range<usize>>,
    /// Its value, if it has one, and its attributes, as indexes into [`super::Document::segments`].
    pub segments: Range<usize>,
}

/// A piece of a file that is no message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Where reading stopped.
    pub at: Range<usize>,
    /// All that was passed by.
    pub all: Range<usize>,
    /// What was wrong.
    pub kind: ErrorKind,
}

/// A message with placeables, part by part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    /// Its parts.
    pub pattern: Pattern,
    /// Each of the ways in which it can be said, by its defaults first; none where it has no choices,
    /// or far too many.
    pub ways: Vec<Way>,
    /// Whether it has more choices than can be looked at one by one.
    pub too_many_ways: bool,
}

impl Entry {
    /// Whether it is a term.
    pub fn is_term(&self) -> bool {
        self.id.starts_with('-')
    }
}

impl PartialEq for Fluent {
    fn eq(&self, other: &Self) -> bool {
        let own = |one: &Self| one.resource.source() == other.resource.source();
        own(self) && self.entries == other.entries && self.broken == other.broken
    }
}

impl Eq for Fluent {}

impl fmt::Debug for Fluent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Fluent")
            .field("entries", &self.entries)
            .field("broken", &self.broken)
            .finish_non_exhaustive()
    }
}

/// Reads a whole Fluent file.
pub(super) fn read(draft: &mut Draft<'_>) {
    let file = draft.text;
    let (bounded, too_deep) = bound(file);
    if let Some(at) = too_deep {
        let found = draft.diagnostic(Code::DEEP_NESTING, at..at + 1);
        draft
            .diagnostics
            .push(found.with("depth", MAX_DEPTH + 1).with("limit", MAX_DEPTH));
    }
    let text = bounded.as_ref().trim_start_matches('\u{feff}');
    let shift = file.len() - text.len();
    let (resource, errors) = match FluentResource::try_new(text.to_owned()) {
        Ok(resource) => (resource, Vec::new()),
        Err(both) => both,
    };
    let place = |range: Range<usize>| letters(file, range.start + shift..range.end + shift);
    let mut broken = Vec::with_capacity(errors.len());
    for error in errors {
        let all = place(error.slice.unwrap_or(error.pos.clone()));
        let at = place(error.pos);
        let found = draft.diagnostic(Code::BROKEN_MESSAGE, at.clone());
        draft.diagnostics.push(found.with("reason", &error.kind));
        let kind = error.kind;
        broken.push(Broken { at, all, kind });
    }
    let entries = messages::read(draft, &resource, shift);
    draft.fluent = Some(Fluent {
        resource: Arc::new(resource),
        entries,
        broken,
    });
}

/// Counts the segments of each entry, now that all of the file are there and in order.
pub(super) fn number(fluent: &mut Fluent, segments: &[Segment]) {
    let mut ends = fluent
        .entries
        .iter()
        .skip(1)
        .map(|entry| entry.place.start)
        .collect::<Vec<_>>();
    ends.push(usize::MAX);
    for (entry, end) in fluent.entries.iter_mut().zip(ends) {
        let from = segments.partition_point(|segment| segment.span.start < entry.place.start);
        // The name of a message without a value stands before its attributes.
        let inside = |segment: &&Segment| segment.span.start < end;
        let own = segments[from..].iter().take_while(inside);
        let from = from + own.take_while(|segment| segment.key.is_none()).count();
        let own = segments[from..].iter().take_while(inside);
        let count = own.take_while(|segment| segment.key.is_some()).count();
        entry.segments = from..from + count;
    }
}

/// A range moved to where letters begin and end: the parser counts bytes, and may pass the end.
fn letters(file: &str, range: Range<usize>) -> Range<usize> {
    let start = file.floor_char_boundary(range.start);
    start..file.ceil_char_boundary(range.end.min(file.len()).max(start))
}

#[cfg(test)]
mod tests;

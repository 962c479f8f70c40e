//! Fluent becomes segments: the value of each message and term, and each of their attributes.
//!
//! A file is parsed once, by the runtime's own parser: what is read here is later handed to the
//! runtime as it is. A pattern begins behind the `=` of its name and ends before whatever comes next.

mod bound;
mod pattern;
mod said;
mod ways;

use std::collections::BTreeSet;
use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use fluent::FluentResource;
use fluent_syntax::ast::{self, Attribute};
use fluent_syntax::parser::ErrorKind;

use super::inline::Extra;
use super::markdown::whole_lines;
use super::{Draft, Kind, Segment, Shown, Visible};
use crate::diagnostic::Code;
use bound::{MAX_DEPTH, bound};
use pattern::Places;

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
    let mut messages = Messages {
        places: Places {
            text: resource.source(),
            shift,
            selects: 0,
        },
        keys: BTreeSet::new(),
        entries: Vec::new(),
        draft,
    };
    let starts: Vec<usize> = resource
        .entries()
        .map(|entry| messages.start(entry))
        .collect();
    for (entry, at) in resource.entries().zip(1..) {
        let end = starts.get(at).copied().unwrap_or(file.len());
        messages.entry(entry, end);
    }
    let entries = messages.entries;
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

struct Messages<'d, 't, 'r> {
    draft: &'d mut Draft<'t>,
    places: Places<'r>,
    keys: BTreeSet<String>,
    entries: Vec<Entry>,
}

/// The value or attribute that is added next.
struct Part<'a, 'r> {
    key: String,
    kind: Kind,
    tree: &'a ast::Pattern<&'r str>,
    /// From behind its name to whatever comes next.
    range: Range<usize>,
}

impl<'r> Messages<'_, '_, 'r> {
    /// The byte where an entry begins.
    fn start(&self, entry: &ast::Entry<&str>) -> usize {
        let slice = match entry {
            ast::Entry::Message(message) => message.id.name,
            ast::Entry::Term(term) => term.id.name,
            ast::Entry::Junk { content } => content,
            _ => "",
        };
        let at = self.places.place(slice).start;
        at - usize::from(matches!(entry, ast::Entry::Term(_)))
    }

    /// Adds the value and the attributes of an entry that ends before byte `end`.
    fn entry(&mut self, entry: &ast::Entry<&'r str>, end: usize) {
        let (id, attributes, value, sign) = match entry {
            ast::Entry::Message(message) => (
                message.id.name,
                &message.attributes,
                message.value.as_ref(),
                "",
            ),
            ast::Entry::Term(term) => (term.id.name, &term.attributes, Some(&term.value), "-"),
            _ => return,
        };
        let place = self.places.place(id);
        let id = format!("{sign}{id}");
        let end = self.last_line(place.end..end);
        self.entries.push(Entry {
            comment: comment(self.draft.text, place.start),
            id: id.clone(),
            place: place.start - sign.len()..place.end,
            segments: 0..0,
        });
        let dot = |attribute: &Attribute<&str>| {
            let name = self.places.place(attribute.id.name).start;
            self.draft.text[..name].rfind('.').unwrap_or(name)
        };
        let mut bounds: Vec<usize> = attributes.iter().map(dot).collect();
        bounds.push(end);
        if let Some(tree) = value {
            self.push(Part {
                key: id.clone(),
                kind: Kind::Message,
                tree,
                range: place.end..bounds[0],
            });
        }
        for (attribute, &end) in attributes.iter().zip(&bounds[1..]) {
            let name = attribute.id.name;
            self.push(Part {
                key: format!("{id}.{name}"),
                kind: Kind::Attribute,
                tree: &attribute.value,
                range: self.places.place(name).end..end,
            });
        }
    }

    /// The end of an entry whose rest is `range`: behind it stand comments and blank lines.
    fn last_line(&self, range: Range<usize>) -> usize {
        let mut end = range.end;
        loop {
            let text = self.draft.text[range.start..end].trim_end();
            let start = text.rfind('\n').map_or(0, |at| at + 1);
            let line = &text[start..];
            end = range.start + text.len();
            if start == 0 || !line.starts_with('#') {
                return end;
            }
            end = range.start + start;
        }
    }

    /// Adds the pattern that stands behind the `=` in a range.
    fn push(&mut self, part: Part<'_, 'r>) {
        let Part {
            key,
            kind,
            tree,
            range,
        } = part;
        let file = self.draft.text;
        let Some(equals) = file[range.clone()].find('=') else {
            return;
        };
        let from = range.start + equals + 1;
        let raw = &file[from..range.end];
        let start = range.end - raw.trim_start().len();
        let span = start..start + raw.trim().len();
        let lines = whole_lines(file, &(range.start..span.end.max(span.start)));
        if !self.keys.insert(key.clone()) {
            let found = self.draft.diagnostic(Code::DUPLICATE_KEY, span.clone());
            self.draft.diagnostics.push(found.with("key", &key));
        }
        let raw = &file[span.clone()];
        let (text, origins) = canonical(raw, span.start);
        let mut segment = Segment {
            key: Some(key),
            kind,
            prose: true,
            span,
            lines,
            reader: String::new(),
            placeholders: Vec::new(),
            visible: Vec::new(),
            origins,
            text,
            wording: None,
        };
        if memchr::memchr(b'{', segment.text.as_bytes()).is_some() {
            self.placeables(&mut segment, tree, from);
        } else {
            let words = Visible::new(0..segment.text.len(), Shown::Written);
            if Extra::Page.may_be_in(&segment.text) || segment.text.contains('<') {
                said::finish(&mut segment, vec![words], Vec::new());
            } else if !segment.text.is_empty() {
                segment.visible.push(words);
            }
        }
        segment.reader = said::words(&segment);
        self.draft.segments.push(segment);
    }

    /// Reads what is put into a message.
    fn placeables(&mut self, segment: &mut Segment, tree: &ast::Pattern<&str>, from: usize) {
        let file = self.draft.text;
        self.places.selects = 0;
        let (pattern, _) = self.places.pattern(tree, from);
        let place = |range: &Range<usize>| {
            let within = |at| segment.within(at);
            within(range.start)..within(range.end).max(within(range.start))
        };
        let (visible, marks) = said::whole(file, &pattern, &place);
        said::finish(segment, visible, marks);
        let ways = if self.places.selects == 0 {
            Some(Vec::new())
        } else {
            ways::ways(file, &pattern, segment)
        };
        segment.wording = Some(Box::new(Wording {
            too_many_ways: ways.is_none(),
            ways: ways.unwrap_or_default(),
            pattern,
        }));
    }
}

/// The lines of the comment that stands right before the line of byte `at`, if there is one.
fn comment(file: &str, at: usize) -> Option<Range<usize>> {
    let line = file[..at].rfind('\n')?;
    let mut start = line + 1;
    for row in file[..line].rsplit('\n') {
        let text = row.trim_end_matches('\r');
        let bare = text.trim_start_matches('\u{feff}');
        if !(bare == "#" || bare.starts_with("# ")) {
            break;
        }
        start -= row.len() + 1 - (text.len() - bare.len());
    }
    let end = file[..line].trim_end_matches('\r').len();
    (start < end).then_some(start..end)
}

/// The pattern `raw`, which begins at byte `start` of the file, with `\n` for line breaks and without
/// the indentation that Fluent drops; and where each line of it begins, there and in the file.
fn canonical(raw: &str, start: usize) -> (String, Vec<(usize, usize)>) {
    if memchr::memchr2(b'\n', b'\r', raw.as_bytes()).is_none() {
        return (raw.to_owned(), vec![(0, start)]);
    }
    let rows: Vec<&str> = raw.split_inclusive('\n').collect();
    let indent = |row: &&str| row.len() - row.trim_start().len();
    let common = rows
        .iter()
        .skip(1)
        .filter(|row| !row.trim().is_empty())
        .map(indent)
        .min()
        .unwrap_or(0);
    let mut text = String::with_capacity(raw.len());
    let mut origins = Vec::with_capacity(rows.len());
    let mut at = start;
    for (number, row) in rows.iter().enumerate() {
        let line = row.trim_end();
        let skip = if number == 0 {
            0
        } else {
            common.min(line.len())
        };
        if number > 0 {
            text.push('\n');
        }
        origins.push((text.len(), at + skip));
        text.push_str(line.get(skip..).unwrap_or_default());
        at += row.len();
    }
    (text, origins)
}

#[cfg(test)]
mod tests;

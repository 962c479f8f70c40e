//! The values and attributes of a file, one after the other, as segments.

use std::collections::BTreeSet;
use std::ops::Range;

use fluent::FluentResource;
use fluent_syntax::ast::{self, Attribute};

use super::places::Places;
use super::{Entry, Wording, said, ways};
use crate::diagnostic::Code;
use crate::document::inline::Extra;
use crate::document::markdown::whole_lines;
use crate::document::{Draft, Kind, Segment, Shown, Visible};

/// Adds the segments of a file that begins `shift` bytes before the text of the resource; returns its
/// messages and terms.
pub(super) fn read(draft: &mut Draft<'_>, resource: &FluentResource, shift: usize) -> Vec<Entry> {
    let length = draft.text.len();
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
        let end = starts.get(at).copied().unwrap_or(length);
        messages.entry(entry, end);
    }
    messages.entries
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

//! Fluent becomes segments: the value of each message and term, and each of their attributes.
//!
//! The syntax tree has no places, but over `&str` each of its leaves is a slice of the
//! input, so the place of a name is the distance of the two pointers. A pattern begins
//! behind the `=` of its name and ends before whatever comes next.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use fluent_syntax::ast::{Attribute, Entry};
use fluent_syntax::parser;
use regex::Regex;

use super::markdown::whole_lines;
use super::{Draft, Kind, Part, Placeholder, PlaceholderKind, Segment, Shown, Visible};
use crate::diagnostic::Code;
use crate::text::pattern;

/// How deep placeables and calls may nest. The parser calls itself for each level.
const MAX_DEPTH: usize = 50;

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
    let text: &str = bounded.as_ref().trim_start_matches('\u{feff}');
    let shift = file.len() - text.len();
    let resource = match parser::parse(text) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let found = draft.diagnostic(
                    Code::BROKEN_MESSAGE,
                    error.pos.start + shift..error.pos.end + shift,
                );
                draft.diagnostics.push(found.with("reason", &error.kind));
            }
            resource
        }
    };
    let mut messages = Messages {
        draft,
        keys: BTreeSet::new(),
        shift,
    };
    let starts: Vec<usize> = resource
        .body
        .iter()
        .filter_map(|entry| start(text, entry))
        .collect();
    for entry in &resource.body {
        let (id, attributes, sign, has_value) = match entry {
            Entry::Message(message) => (
                message.id.name,
                &message.attributes,
                "",
                message.value.is_some(),
            ),
            Entry::Term(term) => (term.id.name, &term.attributes, "-", true),
            _ => continue,
        };
        let from = offset(text, id);
        let next = starts.partition_point(|&at| at <= from);
        let end = starts.get(next).copied().unwrap_or(text.len());
        messages.entry(
            text,
            &format!("{sign}{id}"),
            from + id.len()..end,
            (attributes, has_value),
        );
    }
}

/// The text with every brace that opens too deep a level replaced, and where the first one was.
fn bound(text: &str) -> (Cow<'_, str>, Option<usize>) {
    let mut depth = 0_usize;
    let mut deep = Vec::new();
    let mut line_start = true;
    for (at, byte) in text.bytes().enumerate() {
        // Only a new entry ends what was left open; any other line may still be inside.
        if line_start && begins_entry(&text.as_bytes()[at..]) {
            depth = 0;
        }
        line_start = byte == b'\n';
        match byte {
            // The arguments of a function nest as placeables do.
            b'{' | b'(' if byte == b'{' || depth > 0 => {
                depth += 1;
                if depth > MAX_DEPTH {
                    deep.push(at);
                }
            }
            b'}' | b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    let Some(&first) = deep.first() else {
        return (Cow::Borrowed(text), None);
    };
    let mut bytes = text.as_bytes().to_vec();
    for at in deep {
        bytes[at] = b'x';
    }
    match String::from_utf8(bytes) {
        Ok(masked) => (Cow::Owned(masked), Some(first)),
        Err(_) => (Cow::Borrowed(""), Some(first)),
    }
}

/// Whether a line begins with the name of a message or term and `=`.
fn begins_entry(line: &[u8]) -> bool {
    let name = line.strip_prefix(b"-").unwrap_or(line);
    let is_name = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(**byte, b'-' | b'_');
    let length = name.iter().take_while(is_name).count();
    let spaces = name[length..]
        .iter()
        .take_while(|byte| **byte == b' ')
        .count();
    name.first().is_some_and(u8::is_ascii_alphabetic) && name.get(length + spaces) == Some(&b'=')
}

/// Where a slice of `text` stands in it.
fn offset(text: &str, slice: &str) -> usize {
    (slice.as_ptr() as usize).saturating_sub(text.as_ptr() as usize)
}

/// The line where an entry begins, with the comment that belongs to it.
fn start(text: &str, entry: &Entry<&str>) -> Option<usize> {
    let (comment, id) = match entry {
        Entry::Message(message) => (message.comment.as_ref(), Some(message.id.name)),
        Entry::Term(term) => (term.comment.as_ref(), Some(term.id.name)),
        Entry::Comment(comment)
        | Entry::GroupComment(comment)
        | Entry::ResourceComment(comment) => (Some(comment), None),
        Entry::Junk { content } => (None, Some(*content)),
    };
    let slice = comment
        .and_then(|comment| comment.content.first().copied())
        .or(id)?;
    let at = offset(text, slice);
    Some(text[..at].rfind('\n').map_or(0, |line| line + 1))
}

struct Messages<'d, 't> {
    draft: &'d mut Draft<'t>,
    keys: BTreeSet<String>,
    shift: usize,
}

impl Messages<'_, '_> {
    /// Adds the value and attributes that stand at `body`, behind the name.
    fn entry(
        &mut self,
        text: &str,
        id: &str,
        body: Range<usize>,
        parts: (&[Attribute<&str>], bool),
    ) {
        let (attributes, has_value) = parts;
        let names: Vec<usize> = attributes
            .iter()
            .map(|attribute| offset(text, attribute.id.name))
            .collect();
        if has_value {
            let end = names.first().map_or(body.end, |&name| dot(text, name));
            self.push(text, id.to_owned(), Kind::Message, body.start..end);
        }
        for (at, attribute) in attributes.iter().enumerate() {
            let from = names[at] + attribute.id.name.len();
            let end = names.get(at + 1).map_or(body.end, |&name| dot(text, name));
            self.push(
                text,
                format!("{id}.{}", attribute.id.name),
                Kind::Attribute,
                from..end,
            );
        }
    }

    /// Adds the pattern that stands behind the `=` in `range`.
    fn push(&mut self, text: &str, key: String, kind: Kind, range: Range<usize>) {
        let Some(equals) = text[range.clone()].find('=') else {
            return;
        };
        let raw = &text[range.start + equals + 1..range.end];
        let start = range.end - raw.trim_start().len();
        let span = start + self.shift..start + raw.trim().len() + self.shift;
        let lines = whole_lines(
            self.draft.text,
            &(range.start + self.shift..span.end.max(span.start)),
        );
        if !self.keys.insert(key.clone()) {
            let found = self.draft.diagnostic(Code::DUPLICATE_KEY, span.clone());
            self.draft.diagnostics.push(found.with("key", &key));
        }
        let raw = &self.draft.text[span.clone()];
        let text = canonical(raw);
        let origins = origins(raw, &text, span.start);
        self.draft.segments.push(Segment {
            key: Some(key),
            kind,
            prose: true,
            span,
            lines,
            reader: text.split_whitespace().collect::<Vec<_>>().join(" "),
            placeholders: placeables(&text),
            visible: visible(&text),
            origins,
            text,
        });
    }
}

/// The dot before the name of an attribute.
fn dot(text: &str, name: usize) -> usize {
    text[..name].rfind('.').unwrap_or(name)
}

/// The pattern with `\n` for line breaks and without the indentation that Fluent drops.
fn canonical(pattern: &str) -> String {
    let rows: Vec<&str> = pattern.lines().collect();
    let indent = |row: &&&str| row.len() - row.trim_start().len();
    let common = rows
        .iter()
        .skip(1)
        .filter(|row| !row.trim().is_empty())
        .map(|row| indent(&row))
        .min()
        .unwrap_or(0);
    let cut = rows.iter().enumerate().map(|(at, row)| {
        if at == 0 {
            row
        } else {
            row.get(common..).unwrap_or("")
        }
    });
    cut.map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// Where each line of the canonical `text` begins, there and in the file, in which the pattern
/// `raw` begins at byte `start`: each is the rest of its line but for white space.
fn origins(raw: &str, text: &str, start: usize) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let (mut here, mut there) = (0, start);
    for (line, row) in text.split('\n').zip(raw.split_inclusive('\n')) {
        let rest = row.trim_end();
        let skipped = rest.len().saturating_sub(line.len());
        out.push((here, there + skipped));
        here += line.len() + 1;
        there += row.len();
    }
    out
}

/// What is read of a pattern: all but its placeables.
fn visible(text: &str) -> Vec<Visible> {
    let mut out = Vec::new();
    let mut at = 0;
    for found in placeables(text) {
        if at < found.range.start {
            out.push(Visible::new(at..found.range.start, Shown::Written));
        }
        at = found.range.end;
        out.push(Visible::new(found.range, Shown::Object));
    }
    if at < text.len() {
        out.push(Visible::new(at..text.len(), Shown::Written));
    }
    out
}

/// The placeables that hold no others: variables, references, calls.
fn placeables(text: &str) -> Vec<Placeholder> {
    PLACEABLE
        .find_iter(text)
        .filter(|found| !found.as_str().contains("->"))
        .map(|found| Placeholder {
            kind: PlaceholderKind::Variable,
            part: Part::Whole,
            range: found.range(),
        })
        .collect()
}

static PLACEABLE: LazyLock<Regex> = LazyLock::new(|| pattern(r"\{[^{}]*\}"));

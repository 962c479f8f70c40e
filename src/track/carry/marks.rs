//! The values inside a segment that a translation keeps as they are: targets, code, attributes.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::document::{Document, Part, PlaceholderKind, Segment};
use crate::text::pattern;

/// What a value is the value of, so that a link is not taken for an image.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Name {
    pub(super) kind: PlaceholderKind,
    part: Part,
    /// Of a tag, its name and that of the attribute.
    attribute: String,
}

/// A value, and where it stands in the text of its segment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Value {
    pub(super) name: Name,
    pub(super) range: Range<usize>,
}

/// A change of one value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Replaced {
    pub(super) name: Name,
    pub(super) old: String,
    pub(super) new: String,
}

/// The values that differ between two versions of a segment; none where more than values does.
pub(super) fn replaced(old: &Segment, new: &Segment) -> Option<Vec<Replaced>> {
    let (left, right) = (values(old), values(new));
    let names =
        |values: &[Value]| -> Vec<Name> { values.iter().map(|value| value.name.clone()).collect() };
    if names(&left) != names(&right) || frame(old, &left) != frame(new, &right) {
        return None;
    }
    let both = left.into_iter().zip(right);
    let pairs = both.map(|(one, two)| Replaced {
        old: old.text[one.range].to_owned(),
        new: new.text[two.range].to_owned(),
        name: one.name,
    });
    Some(pairs.filter(|pair| pair.old != pair.new).collect())
}

/// The values of a segment, in order.
pub(super) fn values(segment: &Segment) -> Vec<Value> {
    let mut out = Vec::new();
    for mark in &segment.placeholders {
        let text = &segment.text[mark.range.clone()];
        let at = mark.range.start;
        let value = |attribute: String, range: Range<usize>| Value {
            name: Name {
                kind: mark.kind,
                part: mark.part,
                attribute,
            },
            range: at + range.start..at + range.end,
        };
        match mark.kind {
            PlaceholderKind::Link | PlaceholderKind::Image => {
                let range = address(text).unwrap_or(0..text.len());
                out.push(value(String::new(), range));
            }
            PlaceholderKind::Tag => out.extend(
                attributes(text)
                    .into_iter()
                    .map(|(name, range)| value(name, range)),
            ),
            _ => out.push(value(String::new(), 0..text.len())),
        }
    }
    if segment.placeholders.is_empty() && !segment.prose {
        // A tag that stands alone and was not looked into.
        let name = |attribute| Name {
            kind: PlaceholderKind::Tag,
            part: Part::Whole,
            attribute,
        };
        out.extend(
            attributes(&segment.text)
                .into_iter()
                .map(|(of, range)| Value {
                    name: name(of),
                    range,
                }),
        );
    }
    out
}

/// How often each value stands in a document.
pub(super) type Counts = BTreeMap<(Name, String), usize>;

/// Counts the values of a document.
pub(super) fn count_all(document: &Document) -> Counts {
    let mut out = BTreeMap::new();
    for segment in &document.segments {
        for value in values(segment) {
            let text = segment.text[value.range].to_owned();
            *out.entry((value.name, text)).or_default() += 1;
        }
    }
    out
}

/// The text around the values, as one word after the other.
fn frame(segment: &Segment, values: &[Value]) -> String {
    let mut out = String::new();
    let mut at = 0;
    for value in values {
        out.push_str(segment.text.get(at..value.range.start).unwrap_or("?"));
        out.push('\0');
        at = value.range.end.max(at);
    }
    out.push_str(segment.text.get(at..).unwrap_or("?"));
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The address in `](address "title")`.
fn address(mark: &str) -> Option<Range<usize>> {
    let open = mark.find("](")? + 2;
    let start = open + (mark[open..].len() - mark[open..].trim_start().len());
    let rest = &mark[start..];
    if rest.starts_with('<') {
        return Some(start..start + rest.find('>')? + 1);
    }
    let mut depth = 0_usize;
    for (at, c) in rest.char_indices() {
        match c {
            '(' => depth += 1,
            ')' if depth == 0 => return (at > 0).then_some(start..start + at),
            ')' => depth -= 1,
            c if c.is_whitespace() => return (at > 0).then_some(start..start + at),
            _ => {}
        }
    }
    None
}

/// The values of a tag's attributes with the names of both; what a person reads is left out.
fn attributes(tag: &str) -> Vec<(String, Range<usize>)> {
    let name: String = tag
        .trim_start_matches(['<', '/'])
        .chars()
        .take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '.' | ':' | '_'))
        .collect();
    if name.is_empty() || !tag.starts_with('<') || tag.starts_with("<!--") {
        return vec![(String::new(), 0..tag.len())];
    }
    let found = ATTRIBUTE.captures_iter(tag);
    let all = found.filter_map(|found| Some((found.get(1)?, found.get(2)?)));
    all.filter(|(attribute, _)| !READ.contains(&attribute.as_str().to_lowercase().as_str()))
        .map(|(attribute, value)| (format!("{name}.{}", attribute.as_str()), value.range()))
        .collect()
}

/// Attributes whose values are words: they stay part of what has to be equal.
const READ: [&str; 8] = [
    "alt",
    "title",
    "label",
    "aria-label",
    "placeholder",
    "caption",
    "summary",
    "description",
];

static ATTRIBUTE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r#"\s([\w:@.-]+)\s*=\s*("[^"]*"|'[^']*'|\{[^{}]*\}|[^\s"'<>=]+)"#));

/// The bytes of the file that `range` of a segment's text is; none where that is not plain.
pub(super) fn bytes(file: &str, segment: &Segment, range: &Range<usize>) -> Option<Range<usize>> {
    let raw = file.get(segment.span.clone())?;
    let wanted = segment.text.get(range.clone())?;
    let row = segment.text[..range.start].matches('\n').count();
    let line = segment.text.split('\n').nth(row)?;
    let start: usize = segment
        .text
        .split('\n')
        .take(row)
        .map(|line| line.len() + 1)
        .sum();
    let mut rows = raw.split('\n');
    if rows.clone().count() != segment.text.split('\n').count() {
        return None;
    }
    let before: usize = rows.clone().take(row).map(|line| line.len() + 1).sum();
    let there = rows.nth(row)?.trim_end();
    let shift = there.strip_suffix(line.trim_end())?.len();
    let from = segment.span.start + before + shift + (range.start - start);
    let found = from..from + wanted.len();
    (file.get(found.clone())? == wanted).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_and_attributes_are_found() {
        for (mark, found) in [
            ("](/a)", "/a"),
            ("](/a_(b) \"Имя\")", "/a_(b)"),
            ("![](<a b.png>)", "<a b.png>"),
        ] {
            assert_eq!(&mark[address(mark).unwrap()], found);
        }
        assert_eq!(address("][a]"), None);
        let tag = r#"<img src="a.png" alt="Схема" width=5 />"#;
        let found: Vec<_> = attributes(tag)
            .into_iter()
            .map(|(name, range)| format!("{name} {}", &tag[range]))
            .collect();
        assert_eq!(found, ["img.src \"a.png\"", "img.width 5"]);
    }
}

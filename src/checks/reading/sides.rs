//! The values and attributes of messages, and what stands in them.

use std::collections::BTreeMap;
use std::ops::Range;

use crate::checks::engine::{Entry, Message, Page, pattern};
use crate::document::{Expression, Pattern, Segment, Select};
use crate::text::Span;

/// A value or attribute of a message in one language.
#[derive(Clone, Copy)]
pub(in crate::checks) struct Side<'a> {
    /// Its page.
    pub(in crate::checks) page: &'a Page<'a>,
    /// The value or attribute.
    pub(in crate::checks) segment: &'a Segment,
}

impl<'a> Side<'a> {
    /// Its parts, if something is put in.
    pub(in crate::checks) fn pattern(self) -> Option<&'a Pattern> {
        pattern(self.segment)
    }

    /// Its name: `id` or `id.attribute`.
    pub(in crate::checks) fn key(self) -> &'a str {
        self.segment.key.as_deref().unwrap_or_default()
    }

    /// What stands in a range of its file.
    pub(in crate::checks) fn text(self, range: &Range<usize>) -> &'a str {
        self.page.text.get(range.clone()).unwrap_or_default()
    }

    /// A place in its file.
    pub(in crate::checks) fn span(self, range: &Range<usize>) -> Span {
        self.page.span(range.clone())
    }

    /// The place of all of it.
    pub(in crate::checks) fn whole(self) -> Span {
        self.span(&self.segment.span)
    }

    /// Everything that is put in, in the order of the file.
    pub(in crate::checks) fn expressions(self) -> Vec<&'a Expression> {
        self.pattern().map_or_else(Vec::new, Pattern::expressions)
    }

    /// Its choices, outer ones first.
    pub(in crate::checks) fn selects(self) -> Vec<&'a Select> {
        let wording = self.segment.wording.as_deref();
        let chooses = wording.is_some_and(|one| one.too_many_ways || !one.ways.is_empty());
        let pattern = self.pattern().filter(|_| chooses);
        pattern.map_or_else(Vec::new, Pattern::selects)
    }
}

/// The value and the attributes of an entry in which something is put in.
pub(in crate::checks) fn parts(entry: Entry<'_>) -> impl Iterator<Item = Side<'_>> {
    let filled = |segment: &&Segment| segment.wording.is_some();
    let segments = entry.segments().iter().filter(filled);
    segments.map(move |segment| Side {
        page: entry.page,
        segment,
    })
}

/// The value and the attributes that a message has in both languages, source and target, as far as
/// something is put in in one of them.
pub(in crate::checks) fn both<'a>(message: &Message<'a>) -> Vec<[Side<'a>; 2]> {
    let Some((source, target)) = message.source.zip(message.target) else {
        return Vec::new();
    };
    let filled = |entry: Entry<'_>| entry.segments().iter().any(|one| one.wording.is_some());
    if !filled(source) && !filled(target) {
        return Vec::new();
    }
    let mut known = BTreeMap::new();
    for segment in source.segments() {
        let page = source.page;
        known
            .entry(segment.key.as_deref())
            .or_insert(Side { page, segment });
    }
    let pairs = target.segments().iter().filter_map(|segment| {
        let source = known.remove(&segment.key.as_deref())?;
        let page = target.page;
        Some([source, Side { page, segment }])
    });
    pairs
        .filter(|sides| sides.iter().any(|side| side.segment.wording.is_some()))
        .collect()
}

/// What was put in by a name: a variable, wherever it stands in an expression.
pub(in crate::checks) fn variables<'a>(
    expressions: &[&'a Expression],
) -> impl Iterator<Item = &'a Range<usize>> {
    let all = expressions.iter().copied();
    all.filter_map(|expression| match expression {
        Expression::Variable(name) => Some(name),
        _ => None,
    })
}

/// The place of a variable, sign and all, by that of its name.
pub(in crate::checks) fn with_sign(name: &Range<usize>) -> Range<usize> {
    name.start.saturating_sub(1)..name.end
}

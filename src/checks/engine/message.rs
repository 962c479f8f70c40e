//! A message or term of Fluent, as the checks see it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::page::Page;
use crate::document::{self, Pattern, Segment, Way};
use crate::text::Span;

/// A message or term of a page.
#[derive(Clone, Copy)]
pub struct Entry<'a> {
    /// The page it stands on.
    pub page: &'a Page<'a>,
    /// The entry itself.
    pub entry: &'a document::Entry,
}

/// A message or term in both languages, or in one of them.
pub struct Message<'a> {
    /// What the source says.
    pub source: Option<Entry<'a>>,
    /// What the translation says.
    pub target: Option<Entry<'a>>,
    /// The other page, for what stands in one of them only.
    pub pages: [&'a Page<'a>; 2],
    /// The keys of the segments that have changed in the source since it was translated.
    pub stale: Vec<&'a str>,
    /// What the translation has before the place where it stands, or would.
    pub after: Option<Entry<'a>>,
    /// Of what stands in the translation only: the message of the source that it lacks and that has
    /// nearly the same name.
    pub renamed: Option<Entry<'a>>,
    /// Whether the translation has something of this name that nobody can read.
    pub broken: bool,
    /// Whether the project asks for the translation to be complete.
    pub required: bool,
    /// The keys of messages that are new in the source since, or built of other parts.
    pub(super) rebuilt: &'a BTreeSet<String>,
}

impl<'a> Message<'a> {
    /// It in both languages, where both have it.
    pub fn both(&self) -> Option<[Entry<'a>; 2]> {
        Some([self.source?, self.target?])
    }

    /// Whether a segment of it is new in the source since it was translated, or built of other parts.
    pub fn is_rebuilt(&self, segment: &Segment) -> bool {
        let key = segment.key.as_deref();
        key.is_some_and(|key| self.rebuilt.contains(key))
    }

    /// Whether a segment of it has changed in the source since it was translated.
    pub fn is_stale(&self, segment: &Segment) -> bool {
        let key = segment.key.as_deref();
        key.is_some_and(|key| self.stale.contains(&key))
    }
}

impl<'a> Entry<'a> {
    /// Its name; that of a term begins with `-`.
    pub fn id(self) -> &'a str {
        &self.entry.id
    }

    /// Its value, if it has one, and its attributes.
    pub fn segments(self) -> &'a [Segment] {
        &self.page.document.segments[self.entry.segments.clone()]
    }

    /// Its value, if it has one.
    pub fn value(self) -> Option<&'a Segment> {
        self.segments()
            .iter()
            .find(|segment| segment.key.as_deref() == Some(self.id()))
    }

    /// Its attributes, by name.
    pub fn attributes(self) -> impl Iterator<Item = (&'a str, &'a Segment)> {
        self.segments().iter().filter_map(move |segment| {
            let name = segment.key.as_deref()?.strip_prefix(self.id())?;
            Some((name.strip_prefix('.')?, segment))
        })
    }

    /// One of its attributes.
    pub fn attribute(self, name: &str) -> Option<&'a Segment> {
        self.attributes()
            .find(|(other, _)| *other == name)
            .map(|(_, segment)| segment)
    }

    /// The place of its name.
    pub fn place(self) -> Span {
        self.page.span(self.entry.place.clone())
    }

    /// The comment that belongs to it, signs and all.
    pub fn comment(self) -> Option<&'a str> {
        self.written(self.entry.comment.clone()?)
    }

    /// All of it as it stands in the file, but for its comment.
    pub fn text(self) -> &'a str {
        self.written(self.entry.place.start..self.end())
            .unwrap_or_default()
    }

    /// The place behind it, where another may follow.
    pub fn behind(self) -> Span {
        self.page.span(self.end()..self.end())
    }

    fn end(self) -> usize {
        let end = self.segments().last().map(|segment| segment.span.end);
        end.unwrap_or(self.entry.place.end)
    }

    /// What stands in a range of its file.
    pub fn written(self, range: Range<usize>) -> Option<&'a str> {
        self.page.text.get(range)
    }
}

/// The parts of a segment in which something is put in; none of one that is only words.
pub fn pattern(segment: &Segment) -> Option<&Pattern> {
    Some(&segment.wording.as_deref()?.pattern)
}

/// The ways of a message, by what is chosen in them.
pub(super) struct Counterparts<'w> {
    first: Option<&'w Way>,
    by_choices: BTreeMap<Vec<(&'w str, &'w str)>, &'w Way>,
}

impl<'w> Counterparts<'w> {
    /// Those of one language.
    pub(super) fn new(ways: &'w [Way]) -> Self {
        let mut by_choices = BTreeMap::new();
        for way in ways {
            by_choices.entry(chosen(way)).or_insert(way);
        }
        let first = ways.first();
        Self { first, by_choices }
    }

    /// The one to compare with a way of the other language: with the same choices, or by the defaults.
    pub(super) fn of(&self, way: &Way) -> Option<&'w Way> {
        let same = self.by_choices.get(chosen(way).as_slice());
        same.copied().or(self.first)
    }
}

fn chosen(way: &Way) -> Vec<(&str, &str)> {
    let pairs = way.choices.iter();
    pairs
        .map(|choice| (choice.selector.as_str(), choice.key.as_str()))
        .collect()
}

/// How many messages of one language only are looked through for one that was renamed.
const MOST_RENAMED: usize = 100;

/// Longer names than this, in bytes, are not compared letter by letter.
const LONGEST_NAME: usize = 200;

/// Says of messages that the translation alone has which of those that it lacks has nearly the same name.
pub(super) fn find_renamed(messages: &mut [Message<'_>]) {
    let short = |entry: &Entry<'_>| entry.id().len() <= LONGEST_NAME;
    let lacking = messages.iter().filter(|message| message.target.is_none());
    let lacking = lacking.filter_map(|message| message.source).filter(short);
    let lacking: Vec<Entry<'_>> = lacking.collect();
    let names: Vec<&str> = lacking.iter().map(|entry| entry.id()).collect();
    if names.is_empty() || names.len() > MOST_RENAMED {
        return;
    }
    let alone = messages
        .iter_mut()
        .filter(|message| message.source.is_none());
    for message in alone.take(MOST_RENAMED) {
        let near = message.target.filter(short).and_then(|target| {
            similar::get_close_matches(target.id(), &names, 1, 0.7)
                .first()
                .copied()
        });
        message.renamed = lacking
            .iter()
            .find(|entry| Some(entry.id()) == near)
            .copied();
    }
}

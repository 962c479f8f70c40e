//! One file in one language, as the checks see it.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use super::masked::Masked;
use super::message::Entry;
use super::signs::Signs;
use crate::checks::words::Words;
use crate::document::{Document, Kind, Segment, Way};
use crate::text::{Lang, Span};

/// A document with its words made ready.
pub struct Page<'a> {
    /// The path of the file, as diagnostics show it.
    pub path: Arc<str>,
    /// Its language.
    pub lang: &'a Lang,
    /// What is known of its language.
    pub words: &'a Words,
    /// The whole text of the file.
    pub text: &'a str,
    /// The same, read.
    pub document: &'a Document,
    /// The words of each segment.
    masked: Vec<Masked>,
    /// The signs of each segment.
    signs: Vec<Signs>,
    /// The signs of all of them.
    all: Signs,
}

impl<'a> Page<'a> {
    /// Makes a document ready: each of its segments is masked once, here.
    pub fn new(path: &str, words: &'a Words, text: &'a str, document: &'a Document) -> Self {
        let masked: Vec<Masked> = document.segments.iter().map(Masked::of).collect();
        let both = document.segments.iter().zip(&masked);
        let signs: Vec<Signs> = both
            .map(|(segment, masked)| Signs::of(segment, &masked.text))
            .collect();
        Self {
            all: signs.iter().fold(Signs::NONE, |all, one| all | *one),
            signs,
            path: path.into(),
            lang: &document.lang,
            words,
            text,
            document,
            masked,
        }
    }

    /// The signs of everything on it.
    pub fn signs(&self) -> Signs {
        self.all
    }

    /// The signs of one segment.
    pub fn signs_of(&self, segment: usize) -> Signs {
        self.signs[segment]
    }

    /// What one segment says.
    pub fn passage(&self, segment: usize) -> Passage<'_> {
        Passage {
            page: self,
            segments: vec![&self.document.segments[segment]],
            masked: Cow::Borrowed(&self.masked[segment]),
            signs: self.signs[segment],
        }
    }

    /// What one segment says: of a message with choices, what it says in each of its ways.
    pub(super) fn said(&self, segment: usize) -> Vec<Passage<'_>> {
        let ways = self.ways(segment);
        if ways.is_empty() {
            return vec![self.passage(segment)];
        }
        ways.iter().map(|way| self.way(way)).collect()
    }

    /// The ways in which a message with choices can be said.
    pub(super) fn ways(&self, segment: usize) -> &'a [Way] {
        let wording = self.document.segments[segment].wording.as_deref();
        wording.map_or(&[], |wording| &wording.ways)
    }

    /// What a message says in one of its ways.
    pub(super) fn way(&self, way: &'a Way) -> Passage<'_> {
        let masked = Masked::of(&way.segment);
        Passage {
            page: self,
            segments: vec![&way.segment],
            signs: Signs::of(&way.segment, &masked.text),
            masked: Cow::Owned(masked),
        }
    }

    /// What the segments of several blocks say together. `blocks` are in order.
    pub fn passage_of(&self, blocks: &[usize]) -> Passage<'_> {
        let all = |at: &usize| self.document.blocks[*at].segments.clone();
        let segments: Vec<usize> = blocks.iter().flat_map(all).collect();
        if let [one] = segments.as_slice() {
            return self.passage(*one);
        }
        let masked = segments.iter().map(|&at| &self.masked[at]);
        let signs = segments.iter().map(|&at| self.signs[at]);
        // Each of them stands on a line of its own.
        let lines = Signs::LINE | Signs::LINE.written();
        Passage {
            page: self,
            signs: signs.fold(lines, |all, one| all | one),
            masked: Cow::Owned(Masked::joined(masked)),
            segments: segments
                .iter()
                .map(|&at| &self.document.segments[at])
                .collect(),
        }
    }

    /// The passages of the page that a reader reads, segment by segment; a message with choices is
    /// several of them.
    pub fn passages(&self) -> impl Iterator<Item = Passage<'_>> {
        let all = self.document.segments.iter().enumerate();
        all.filter(|(_, segment)| segment.prose)
            .flat_map(|(at, _)| self.said(at))
    }

    /// The messages and terms of a file of Fluent.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'_>> {
        let all = self
            .document
            .fluent
            .iter()
            .flat_map(|fluent| &fluent.entries);
        all.map(|entry| Entry { page: self, entry })
    }

    /// What the pieces of a file of Fluent are called that cannot be read.
    pub(super) fn broken_names(&self) -> BTreeSet<&str> {
        let fluent = self.document.fluent.iter();
        let broken = fluent.flat_map(|fluent| &fluent.broken);
        let names = broken.filter_map(|broken| {
            let piece = self.text.get(broken.all.clone())?;
            Some(piece.split_once('=')?.0.trim())
        });
        names.collect()
    }

    /// Which segment this one is.
    fn number(&self, segment: &Segment) -> usize {
        let all = &self.document.segments;
        all.partition_point(|one| one.span.start < segment.span.start)
    }

    /// A place in the file.
    pub fn span(&self, range: Range<usize>) -> Span {
        Span::new(Arc::clone(&self.path), range)
    }

    /// The file as a whole.
    pub fn whole(&self) -> Span {
        Span::file(Arc::clone(&self.path))
    }
}

/// What one side of a unit says: usually one segment.
pub struct Passage<'a> {
    /// The page it stands on.
    pub page: &'a Page<'a>,
    /// The segments it consists of, in order.
    pub segments: Vec<&'a Segment>,
    masked: Cow<'a, Masked>,
    signs: Signs,
}

impl Passage<'_> {
    /// Its words, masked: the text that all ranges here count in.
    pub fn text(&self) -> &str {
        &self.masked.text
    }

    /// The words with their places.
    pub fn masked(&self) -> &Masked {
        &self.masked
    }

    /// The kinds of signs that it has.
    pub fn signs(&self) -> Signs {
        self.signs
    }

    /// Whether a reader reads any of it.
    pub fn prose(&self) -> bool {
        self.segments.iter().any(|segment| segment.prose)
    }

    /// What its first segment is.
    pub fn kind(&self) -> Kind {
        self.segments
            .first()
            .map_or(Kind::Other, |segment| segment.kind)
    }

    /// The key of its first segment.
    pub fn key(&self) -> Option<&str> {
        self.segments.first()?.key.as_deref()
    }

    /// What is known of its language.
    pub fn words(&self) -> &Words {
        self.page.words
    }

    /// Its text as it is written, markup and all.
    pub fn raw(&self) -> String {
        let parts: Vec<&str> = self
            .segments
            .iter()
            .map(|segment| segment.text.as_str())
            .collect();
        parts.join("\n")
    }

    /// How many bytes that is.
    pub fn raw_len(&self) -> usize {
        let all: usize = self.segments.iter().map(|one| one.text.len() + 1).sum();
        all.saturating_sub(1)
    }

    /// The place in the file of a range of [`Self::text`].
    pub fn span(&self, range: Range<usize>) -> Span {
        self.page.span(self.masked.place(&range))
    }

    /// What stands in the file where a range of [`Self::text`] came from, markup and all.
    pub fn written(&self, range: Range<usize>) -> &str {
        let place = self.masked.place(&range);
        self.page.text.get(place).unwrap_or_default()
    }

    /// Its segments, each as a passage of its own.
    pub fn parts(&self) -> Vec<Passage<'_>> {
        if let [segment] = self.segments.as_slice() {
            return vec![Passage {
                page: self.page,
                segments: vec![*segment],
                masked: Cow::Borrowed(&*self.masked),
                signs: self.signs,
            }];
        }
        let numbers = self
            .segments
            .iter()
            .map(|segment| self.page.number(segment));
        numbers.map(|at| self.page.passage(at)).collect()
    }

    /// Which segment of the page its first one is.
    pub fn number(&self) -> usize {
        let first = self.segments.first();
        first.map_or(0, |segment| self.page.number(segment))
    }

    /// The place of all of it.
    pub fn whole(&self) -> Span {
        let start = self
            .segments
            .first()
            .map_or(0, |segment| segment.span.start);
        let end = self
            .segments
            .last()
            .map_or(start, |segment| segment.span.end);
        self.page.span(start..end)
    }
}

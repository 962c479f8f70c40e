//! What of a block survives translation: its kind, its length, its anchors and its outline.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::document::{Block, Document, Kind, OBJECT, Part, PlaceholderKind, Segment};
use crate::text::read_numbers;

/// What two blocks are compared by.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Features {
    /// What the block is.
    pub(super) class: Class,
    /// Its length in letters; of code, in bytes.
    pub(super) length: f32,
    /// How it is built.
    pub(super) outline: Outline,
}

/// Kinds of blocks that take the place of one another in translations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// A heading and its level.
    Heading(u8),
    /// Text on its own.
    Text,
    /// An item of a list.
    Item,
    /// A row of a table and the number of its cells.
    Row(usize),
    /// Code.
    Code,
}

/// A piece of a block that is expected in its translation as it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Anchor {
    /// The hash of what it is and how it is spelled.
    pub(super) id: u64,
    /// How far it is to be trusted, from 0 to 1.
    pub(super) strength: f32,
    /// Whether it says nothing where the other page lacks it: an English word in an English page.
    pub(super) soft: bool,
}

/// What is looked at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look<'l> {
    /// Languages by the names that they have in the targets of links, where they do not count.
    pub(super) languages: &'l [String],
    /// Whether soft anchors are wanted.
    pub(super) soft: bool,
}

/// How many traits an [`Outline`] has.
pub(super) const TRAITS: usize = 7;

/// The traits before this one are counts.
pub(super) const SUMMED: usize = 5;

/// The trait that is the last sign.
pub(super) const ENDS: usize = 5;

/// Counts and signs that a translation mostly keeps, a small number each: links, objects, pieces of
/// emphasis, tags, sentences, the last sign and the sign of the list.
pub(super) type Outline = [u8; TRAITS];

impl Features {
    /// The features of a block, and its anchors, each once.
    pub(super) fn of(document: &Document, block: &Block, look: Look<'_>) -> (Self, Vec<Anchor>) {
        let class = Class::of(document, block);
        let mut anchors = Anchors {
            look,
            found: BTreeMap::new(),
        };
        if class == Class::Code {
            anchors.code(&block.text);
            let features = Self {
                class,
                length: count(block.text.len()),
                outline: Outline::default(),
            };
            return (features, anchors.finish());
        }
        let mut length = 0;
        for segment in block.of(document) {
            anchors.segment(segment);
            length += segment.reader.chars().count();
        }
        let features = Self {
            class,
            length: count(length),
            outline: outline(document, block),
        };
        (features, anchors.finish())
    }
}

impl Class {
    fn of(document: &Document, block: &Block) -> Self {
        match block.kind(document) {
            Kind::Heading(level) => Self::Heading(level),
            Kind::ListItem => Self::Item,
            Kind::TableCell => Self::Row(block.segments.len()),
            Kind::Code => Self::Code,
            // Whether an image stands alone or HTML has words is no difference of structure.
            _ => Self::Text,
        }
    }
}

/// The anchors of a block while they are collected.
struct Anchors<'l> {
    look: Look<'l>,
    found: BTreeMap<u64, Anchor>,
}

impl Anchors<'_> {
    fn code(&mut self, text: &str) {
        let fence = |line: &str| line.starts_with("```") || line.starts_with("~~~");
        for line in text.lines().map(str::trim) {
            if !line.is_empty() && !fence(line) {
                self.add(("line", line), 0.7, false);
            }
        }
        self.latin(text);
    }

    fn segment(&mut self, segment: &Segment) {
        for mark in &segment.placeholders {
            let text = &segment.text[mark.range.clone()];
            match mark.kind {
                PlaceholderKind::Emphasis | PlaceholderKind::TaskBox => {}
                PlaceholderKind::Link | PlaceholderKind::Image | PlaceholderKind::Url => {
                    let target = target(text, self.look.languages);
                    if !target.is_empty() {
                        self.add(("target", &target), 1.0, false);
                    }
                }
                _ => {
                    let bare = text.trim_matches(|c: char| !c.is_alphanumeric() && c != '/');
                    if !bare.is_empty() {
                        self.add(("mark", bare), 1.0, false);
                        // What is code on one side may be plain on the other.
                        self.latin(bare);
                    }
                }
            }
        }
        for number in read_numbers(&segment.reader) {
            for value in number.values {
                let strength = if value.len() > 1 { 1.0 } else { 0.6 };
                self.add(("number", &value), strength, false);
            }
        }
        self.latin(&segment.reader);
    }

    fn latin(&mut self, text: &str) {
        if !self.look.soft {
            return;
        }
        let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '.' | '+' | '#' | '-');
        for found in text.split(|c| !word(c)) {
            let found = found.trim_matches(|c: char| !c.is_ascii_alphanumeric() && c != '#');
            if found.len() > 1 && found.starts_with(|c: char| c.is_ascii_alphabetic()) {
                self.add(("latin", &found.to_ascii_lowercase()), 0.5, true);
            }
        }
    }

    fn add(&mut self, what: (&str, &str), strength: f32, soft: bool) {
        let id = hash(&what);
        self.found
            .entry(id)
            .or_insert(Anchor { id, strength, soft });
    }

    fn finish(self) -> Vec<Anchor> {
        self.found.into_values().collect()
    }
}

/// A number for a text: equal texts have equal ones, and that one pair in a billion billions has
/// by accident costs nothing but a wrong anchor.
pub(super) fn hash(what: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    hasher.finish()
}

/// The target of a link without its fragment and its language: those are translated.
fn target(mark: &str, languages: &[String]) -> String {
    let bare = mark.trim_matches(|c: char| !c.is_alphanumeric() && c != '/' && c != '_');
    let page = bare.split('#').next().unwrap_or(bare);
    let page = page.split_once("://").map_or(page, |(_, rest)| rest);
    let named = |part: &&str| !languages.contains(&part.to_lowercase());
    page.split('/').filter(named).collect::<Vec<_>>().join("/")
}

fn outline(document: &Document, block: &Block) -> Outline {
    let segments = block.of(document);
    let marks = || segments.iter().flat_map(|segment| &segment.placeholders);
    let number = |kinds: &[PlaceholderKind]| {
        let found = marks().filter(|mark| mark.part != Part::Close && kinds.contains(&mark.kind));
        small(found.count())
    };
    let reader = segments.iter().map(|segment| segment.reader.trim_end());
    let last = reader
        .clone()
        .next_back()
        .and_then(|text| text.chars().next_back());
    let ends = match last {
        Some('.') => 1,
        Some(':') => 2,
        Some('?') => 3,
        Some('!') => 4,
        Some(',' | ';') => 5,
        Some(OBJECT) => 6,
        Some(_) => 7,
        None => 0,
    };
    let objects: usize = reader.map(|text| text.matches(OBJECT).count()).sum();
    let sentences: usize = segments.iter().map(sentences).sum();
    [
        number(&[
            PlaceholderKind::Link,
            PlaceholderKind::Image,
            PlaceholderKind::Url,
        ]),
        small(objects),
        number(&[PlaceholderKind::Emphasis]),
        number(&[PlaceholderKind::Tag, PlaceholderKind::Expression]),
        small(sentences),
        ends,
        list_sign(&block.text),
    ]
}

/// How often a sentence ends.
fn sentences(segment: &Segment) -> usize {
    let text = segment.reader.as_bytes();
    let ends = (0..text.len()).filter(|&at| {
        let next = text.get(at + 1).is_none_or(u8::is_ascii_whitespace);
        next && matches!(text[at], b'.' | b'!' | b'?')
    });
    ends.count()
}

/// 1 for a bullet, from 2 on the number of an item.
fn list_sign(text: &str) -> u8 {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if text.starts_with(['-', '*', '+']) {
        return 1;
    }
    let number = text
        .get(..digits)
        .and_then(|digits| digits.parse::<u8>().ok());
    number.map_or(0, |number| number.saturating_add(1))
}

fn small(count: usize) -> u8 {
    u8::try_from(count).unwrap_or(u8::MAX)
}

fn count(number: usize) -> f32 {
    f32::from(u16::try_from(number).unwrap_or(u16::MAX))
}

//! Raw HTML: its tags and the text between them, and the links and ids in its attributes.

use std::ops::Range;

use super::body::Gathering;
use super::{images, policy};
use crate::document::{HtmlTag, Token, Tokens, said};

/// A stretch of raw HTML.
pub(super) struct Raw {
    /// The HTML, without what stands before its lines in a quote or list.
    pub(super) text: String,
    pub(super) kind: RawKind,
    pub(super) pieces: Vec<Piece>,
    /// Where each of its lines begins, here and in the file.
    places: Vec<(usize, usize)>,
}

/// Where a stretch of raw HTML stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum RawKind {
    /// In a line of Markdown.
    Inline,
    /// On lines of its own in Markdown.
    Block,
    /// It is the whole page.
    Whole,
}

/// A piece of raw HTML; all ranges are bytes of its text.
pub(super) enum Piece {
    Text(Range<usize>),
    Open(Element),
    Close(String, Range<usize>),
    Comment(Range<usize>),
    /// A document type, a tag without a name, one that never ends.
    Nothing(Range<usize>),
}

/// A tag that begins an element.
pub(super) struct Element {
    pub(super) name: String,
    pub(super) range: Range<usize>,
    pub(super) attributes: Vec<Attribute>,
    /// Whether it ends with `/>`, which means something in drawings only.
    pub(super) closed: bool,
    /// The number of the heading that it begins.
    pub(super) heading: Option<usize>,
}

/// An attribute of a tag; of two with one name the first.
pub(super) struct Attribute {
    pub(super) name: String,
    /// Its value with entities decoded.
    pub(super) value: String,
    /// The bytes of its value as it is written, without quotes.
    pub(super) range: Range<usize>,
    /// The links in its value: their bytes there, their numbers.
    pub(super) links: Vec<(Range<usize>, usize)>,
}

impl Element {
    /// The value of an attribute.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|one| one.name == name)?;
        Some(&found.value)
    }
}

impl Raw {
    /// Reads HTML whose lines begin in the file where `places` says, and tells `gathering` of the
    /// links and ids in it.
    pub(super) fn read(
        text: String,
        places: Vec<(usize, usize)>,
        kind: RawKind,
        gathering: &mut Gathering,
    ) -> Self {
        let mut raw = Self {
            text,
            kind,
            pieces: Vec::new(),
            places,
        };
        let mut pieces = Vec::new();
        let mut tokens = Tokens::new(&raw.text, 0);
        let mut at = 0;
        while let Some(token) = tokens.next() {
            let range = token.range();
            if at < range.start {
                pieces.push(Piece::Text(at..range.start));
            }
            at = range.end;
            pieces.push(match token {
                Token::Open(tag) => {
                    tokens.content_of(&tag.name);
                    Piece::Open(raw.element(tag, gathering))
                }
                Token::Close(name, range) => Piece::Close(name, range),
                Token::Comment(range) => Piece::Comment(range),
                Token::Nothing(range) => Piece::Nothing(range),
            });
        }
        let end = tokens.end();
        if at < end {
            pieces.push(Piece::Text(at..end));
        }
        if end < raw.text.len() {
            pieces.push(Piece::Nothing(end..raw.text.len()));
        }
        raw.pieces = pieces;
        if !raw.is_plain() {
            gathering.has_html();
        }
        raw
    }

    /// Whether there is nothing in it but comments, and text that needs no care.
    pub(super) fn is_plain(&self) -> bool {
        self.pieces.iter().all(|piece| match piece {
            Piece::Comment(_) => true,
            Piece::Text(range) => !self.text[range.clone()].contains(['<', '>', '&']),
            _ => false,
        })
    }

    /// Whether there is nothing in it but comments and white space.
    pub(super) fn is_silent(&self) -> bool {
        self.pieces.iter().all(|piece| match piece {
            Piece::Comment(_) => true,
            Piece::Text(range) => self.text[range.clone()].trim().is_empty(),
            _ => false,
        })
    }

    /// Tells `gathering` what readers read in it.
    pub(super) fn count(&self, gathering: &mut Gathering) {
        let mut swallowed = Swallowed::default();
        for piece in &self.pieces {
            match piece {
                Piece::Open(element) => _ = swallowed.begins(element),
                Piece::Close(name, _) => _ = swallowed.ends(name),
                Piece::Text(range) if !swallowed.any() => {
                    gathering.text(&said(&self.text[range.clone()], false));
                }
                _ => {}
            }
        }
    }

    /// The pieces of a heading of level 1 that stands before all text of a whole page.
    pub(super) fn title(&self) -> Option<Range<usize>> {
        let says = |piece: &Piece| match piece {
            Piece::Text(range) => !self.text[range.clone()].trim().is_empty(),
            Piece::Open(element) => is_heading(&element.name) || element.name == "img",
            _ => false,
        };
        let first = self.pieces.iter().position(says)?;
        let title = |piece: &Piece| matches!(piece, Piece::Open(one) if one.name == "h1");
        if self.kind != RawKind::Whole || !title(&self.pieces[first]) {
            return None;
        }
        let end = |piece: &Piece| matches!(piece, Piece::Close(name, _) if is_heading(name));
        let length = self.pieces[first..].iter().position(end)?;
        Some(first..first + length + 1)
    }

    /// The bytes of the file that a range of the text came from.
    pub(super) fn place(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.origin(range.start);
        let end = match range.end.checked_sub(1) {
            Some(last) if last >= range.start => self.origin(last) + 1,
            _ => start,
        };
        start..end.max(start)
    }

    fn origin(&self, at: usize) -> usize {
        let line = self.places.partition_point(|&(start, _)| start <= at);
        let (start, file) = self
            .places
            .get(line.saturating_sub(1))
            .copied()
            .unwrap_or_default();
        file + (at - start)
    }

    fn element(&self, tag: HtmlTag, gathering: &mut Gathering) -> Element {
        let known = policy::element(&tag.name).is_some();
        let mut attributes: Vec<Attribute> = Vec::new();
        for found in tag.attributes {
            // No tag has so many; without a bound, each could be compared with all before it.
            let seen = attributes.iter().any(|one| one.name == found.name);
            if seen || attributes.len() >= MOST_ATTRIBUTES {
                continue;
            }
            let written = self.text.get(found.value.clone()).unwrap_or_default();
            let value = said(written, true).into_owned();
            let range = found.value;
            let kind = policy::link(&tag.name, &found.name);
            let within = kind.map_or_else(Vec::new, |kind| match kind {
                policy::Link::Sizes => images::sizes(&value),
                policy::Link::Page | policy::Link::File => vec![trimmed(&value)],
            });
            let image = kind != Some(policy::Link::Page);
            let links = within.into_iter().map(|within| {
                let to = value[within.clone()].to_owned();
                let number = gathering.link(to, image, self.place(&range));
                (within, number)
            });
            let links = links.collect();
            let anchor = found.name == "id" || (tag.name == "a" && found.name == "name");
            let heading = self.kind == RawKind::Whole && is_heading(&tag.name);
            if known && anchor && !heading {
                gathering.anchor(super::ids::valid(&value));
            }
            attributes.push(Attribute {
                name: found.name,
                value,
                range,
                links,
            });
        }
        Element {
            name: tag.name,
            range: tag.range,
            attributes,
            closed: tag.closed,
            heading: None,
        }
    }
}

/// An element that stands open and whose content is no text of the page; and how often it stands in
/// itself.
#[derive(Default)]
pub(super) struct Swallowed(Option<(String, usize)>);

impl Swallowed {
    /// Whether one stands open.
    pub(super) fn any(&self) -> bool {
        self.0.is_some()
    }

    /// An element begins; whether it is one, or stands in one.
    pub(super) fn begins(&mut self, element: &Element) -> bool {
        let name = &element.name;
        let nothing = element.closed && matches!(name.as_str(), "svg" | "math");
        match &mut self.0 {
            Some((open, depth)) if open == name && !nothing => *depth += 1,
            Some(_) => {}
            None if !policy::is_swallowed(name) => return false,
            None if nothing => {}
            None => self.0 = Some((name.clone(), 1)),
        }
        true
    }

    /// An element ends; whether it is one, or stands in one.
    pub(super) fn ends(&mut self, name: &str) -> bool {
        let Some((open, depth)) = &mut self.0 else {
            return false;
        };
        if open == name {
            *depth -= 1;
            if *depth == 0 {
                self.0 = None;
            }
        }
        true
    }

    /// What it stands in has ended.
    pub(super) fn reset(&mut self) {
        self.0 = None;
    }
}

/// How many attributes of a tag are looked at.
const MOST_ATTRIBUTES: usize = 100;

/// Whether an element is a heading.
pub(super) fn is_heading(name: &str) -> bool {
    matches!(name.as_bytes(), [b'h', b'1'..=b'6'])
}

/// The bytes of a value without white space at its ends.
fn trimmed(value: &str) -> Range<usize> {
    let start = value.len() - value.trim_start().len();
    start..start + value.trim().len()
}

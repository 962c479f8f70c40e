//! A file as it is rendered: parts in order, and what they say of the page.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::body::{Body, Gathering};
use super::callout::Callout;
use super::raw::Raw;
use super::{Refusal, Refused, markdown, whole};
use crate::document::{Cut, Format, Purpose, cut, lines};

/// A piece of a page.
pub(super) enum Part<'t> {
    /// What needs no more than the parser says.
    Event(Event<'t>),
    /// The beginning of a heading: its number, its classes.
    Heading(usize, Vec<CowStr<'t>>),
    /// The beginning of a link: its number, its title.
    Link(usize, CowStr<'t>),
    /// The beginning of an image: its number, its title.
    Image(usize, CowStr<'t>),
    /// The beginning of a note set apart, with a title of its own.
    Callout(Callout, Option<&'t str>),
    /// The end of one.
    CalloutEnd,
    /// HTML as it is written.
    Raw(Raw),
}

/// A page in parts.
pub(super) struct Page<'t> {
    pub(super) parts: Vec<Part<'t>>,
    /// The parts of each footnote, by its name in lower case.
    pub(super) notes: BTreeMap<String, Vec<Part<'t>>>,
    pub(super) body: Body,
    /// What was left out in reading.
    pub(super) refused: Vec<Refused>,
}

/// A file that is read.
pub(super) struct Source<'t> {
    text: &'t str,
    from: usize,
    format: Format,
    /// Of Markdown, what its parser gets to see.
    cut: Option<Cut>,
}

impl<'t> Source<'t> {
    pub(super) fn new(text: &'t str, from: usize, format: Format) -> Self {
        // A place inside a letter is none.
        let from = text.ceil_char_boundary(from.min(text.len()));
        let markdown = format == Format::Markdown;
        Self {
            text,
            from,
            format,
            cut: markdown.then(|| cut(text, from, false, Purpose::Publishing)),
        }
    }

    /// The file in parts.
    pub(super) fn page(&self, gathering: Gathering) -> Page<'_> {
        match (&self.cut, self.format) {
            (Some(cut), _) => markdown::read(self.text, cut, gathering),
            (None, Format::Html) => whole::read(self.text, self.from, gathering),
            (None, Format::Text) => plain(self.text, self.from, gathering),
            (None, _) => Page {
                parts: Vec::new(),
                notes: BTreeMap::new(),
                body: Body::default(),
                refused: Vec::new(),
            },
        }
    }
}

/// What the first line of a plain text says while it is a draft.
const DRAFT: &str = "# draft";

/// Plain text: paragraphs between blank lines.
fn plain(text: &str, from: usize, mut gathering: Gathering) -> Page<'_> {
    let mut parts = Vec::new();
    let mut open = false;
    for (number, (_, line)) in lines(text, from).enumerate() {
        let line = line.trim_start_matches('\u{feff}').trim();
        if line.is_empty() || (number == 0 && line == DRAFT) {
            if std::mem::take(&mut open) {
                parts.push(Part::Event(Event::End(TagEnd::Paragraph)));
                gathering.end_paragraph();
            }
            continue;
        }
        if open {
            parts.push(Part::Event(Event::SoftBreak));
            gathering.text(" ");
        } else {
            parts.push(Part::Event(Event::Start(Tag::Paragraph)));
            gathering.paragraph();
            open = true;
        }
        parts.push(Part::Event(Event::Text(line.into())));
        gathering.text(line);
    }
    if open {
        parts.push(Part::Event(Event::End(TagEnd::Paragraph)));
    }
    Page {
        parts,
        notes: BTreeMap::new(),
        body: gathering.finish(),
        refused: Vec::new(),
    }
}

/// What is left out at `range` of the file, called by how it begins.
pub(super) fn left_out(file: &str, kind: Refusal, range: Range<usize>) -> Refused {
    const SHOWN: usize = 60;
    let written = file.get(range.clone()).unwrap_or_default().trim();
    let first = written.lines().next().unwrap_or_default();
    let what = match first.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &first[..end]),
        None => first.to_owned(),
    };
    Refused { kind, what, range }
}

//! The text of a message as a reader gets it, and where each piece of it stands in the file.

use std::ops::Range;

use super::pattern::{Element, Expression, Pattern, Placeable};
use crate::document::inline::{Extra, HTML_TAG, Inline, comments_closed};
use crate::document::{OBJECT, Part, Placeholder, PlaceholderKind, Segment, Shown, Visible};

/// A text in the making, from pieces of the file.
#[derive(Default)]
pub(super) struct Said {
    pub(super) text: String,
    visible: Vec<Visible>,
    marks: Vec<Placeholder>,
    /// Where each piece begins, here and in the file.
    origins: Vec<(usize, usize)>,
}

impl Said {
    /// Adds words as they stand in the file.
    pub(super) fn text(&mut self, file: &str, range: &Range<usize>) {
        let mut at = range.start;
        for line in file.get(range.clone()).unwrap_or_default().split('\r') {
            let start = self.piece(line, at);
            if start < self.text.len() {
                self.visible
                    .push(Visible::new(start..self.text.len(), Shown::Written));
            }
            at += line.len() + 1;
        }
    }

    /// Adds what is put in: a text in quotes is words, all else an object.
    pub(super) fn placeable(&mut self, file: &str, placeable: &Placeable) {
        let written = file.get(placeable.range.clone()).unwrap_or_default();
        let start = self.piece(written, placeable.range.start);
        let range = start..self.text.len();
        let shown = placeable.words(file).map_or(Shown::Object, Shown::Decoded);
        if shown == Shown::Object {
            self.marks.push(variable(range.clone()));
        }
        self.visible.push(Visible::new(range, shown));
    }

    /// Adds text; returns where it begins.
    fn piece(&mut self, text: &str, at: usize) -> usize {
        let start = self.text.len();
        self.origins.push((start, at));
        self.text.push_str(text);
        start
    }

    /// What was said, as a segment of the message `whole`.
    pub(super) fn segment(self, whole: &Segment) -> Segment {
        let mut out = Segment {
            text: self.text,
            origins: self.origins,
            wording: None,
            ..whole.clone()
        };
        finish(&mut out, self.visible, self.marks);
        out.reader = words(&out);
        out
    }
}

/// A placeable that stands for something at run time.
fn variable(range: Range<usize>) -> Placeholder {
    Placeholder {
        kind: PlaceholderKind::Variable,
        part: Part::Whole,
        range,
    }
}

impl Placeable {
    /// Its words, if it is nothing but a text in quotes. `file` is the text of the file.
    pub fn words(&self, file: &str) -> Option<String> {
        match &self.expression {
            Expression::Text(range) => {
                let mut out = String::new();
                let written = file.get(range.clone())?;
                fluent_syntax::unicode::unescape_unicode(&mut out, written).ok()?;
                Some(out)
            }
            Expression::Nested(inner) => inner.words(file),
            _ => None,
        }
    }
}

/// Gives a segment with a text what is seen of it: tags, addresses and what is put in are no words.
pub(super) fn finish(
    segment: &mut Segment,
    mut visible: Vec<Visible>,
    mut marks: Vec<Placeholder>,
) {
    let text = &segment.text;
    if memchr::memchr(b'<', text.as_bytes()).is_some() {
        let tags = HTML_TAG
            .find_iter(&comments_closed(text))
            .map(|tag| tag.range())
            .collect::<Vec<_>>();
        hide(&tags, &mut visible);
        marks.extend(tags.into_iter().map(|range| Placeholder {
            kind: PlaceholderKind::Tag,
            part: Part::Whole,
            range,
        }));
        marks.sort_by_key(|mark| (mark.range.start, mark.range.end));
    }
    if may_have_addresses(text) {
        let inline = Inline::of(visible, marks).refined(text, Extra::Page);
        (segment.visible, segment.placeholders) = inline.parts();
    } else {
        (segment.visible, segment.placeholders) = (visible, marks);
    }
}

/// A quick look for URLs and addresses of e-mail: most messages have none.
fn may_have_addresses(text: &str) -> bool {
    let bytes = text.as_bytes();
    memchr::memchr2(b'@', b':', bytes).is_some() || memchr::memmem::find(bytes, b"www.").is_some()
}

/// What a reader reads of a segment.
pub(super) fn words(segment: &Segment) -> String {
    let mut out = String::with_capacity(segment.text.len());
    for piece in &segment.visible {
        match &piece.shown {
            Shown::Written => out.push_str(&segment.text[piece.range.clone()]),
            Shown::Decoded(words) => out.push_str(words),
            Shown::Space => out.push(' '),
            Shown::Hidden => {}
            Shown::Object => out.push(OBJECT),
        }
    }
    if out.bytes().any(|byte| matches!(byte, b'\n' | b'\t')) || out.contains("  ") {
        out = out.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    out
}

/// Takes tags out of what is seen. Both are in order.
fn hide(tags: &[Range<usize>], visible: &mut Vec<Visible>) {
    if tags.is_empty() {
        return;
    }
    let mut out = Vec::with_capacity(visible.len() + 2 * tags.len());
    let mut next = 0;
    for piece in visible.drain(..) {
        let mut at = piece.range.start;
        while next < tags.len() && tags[next].end <= at {
            next += 1;
        }
        let mut here = next;
        while let Some(tag) = tags.get(here).filter(|tag| tag.start < piece.range.end) {
            if at < tag.start {
                out.push(part(&piece, at..tag.start));
            }
            if tag.start >= piece.range.start {
                out.push(Visible::new(tag.clone(), Shown::Hidden));
            }
            at = at.max(tag.end);
            here += 1;
        }
        if at < piece.range.end {
            out.push(part(&piece, at..piece.range.end));
        }
    }
    *visible = out;
}

fn part(piece: &Visible, range: Range<usize>) -> Visible {
    Visible::new(range, piece.shown.clone())
}

/// What is seen of a whole message: the words of all its variants, a space between them.
pub(super) fn whole(
    file: &str,
    pattern: &Pattern,
    place: &dyn Fn(&Range<usize>) -> Range<usize>,
) -> (Vec<Visible>, Vec<Placeholder>) {
    let (mut visible, mut marks) = (Vec::new(), Vec::new());
    collect(file, pattern, place, (&mut visible, &mut marks));
    (visible, marks)
}

type Seen<'s> = (&'s mut Vec<Visible>, &'s mut Vec<Placeholder>);

fn collect(
    file: &str,
    pattern: &Pattern,
    place: &dyn Fn(&Range<usize>) -> Range<usize>,
    (visible, marks): Seen<'_>,
) {
    for element in &pattern.elements {
        match element {
            Element::Text(range) => visible.push(Visible::new(place(range), Shown::Written)),
            Element::Placeable(placeable) => {
                let mut inner = placeable;
                while let Expression::Nested(nested) = &inner.expression {
                    inner = nested;
                }
                let range = place(&placeable.range);
                if let Expression::Select(select) = &inner.expression {
                    for variant in &select.variants {
                        let gap = place(&variant.key);
                        visible.push(Visible::new(gap, Shown::Space));
                        collect(file, &variant.pattern, place, (visible, marks));
                    }
                } else if let Some(words) = placeable.words(file) {
                    visible.push(Visible::new(range, Shown::Decoded(words)));
                } else {
                    marks.push(variable(range.clone()));
                    visible.push(Visible::new(range, Shown::Object));
                }
            }
        }
    }
}

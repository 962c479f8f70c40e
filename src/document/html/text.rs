//! A text with its inline elements: what is seen of each piece, and the placeholders.

use std::ops::Range;

use super::elements::{Skip, Words, mark};
use super::seen::seen;
use crate::document::{Kind, Part, Placeholder, PlaceholderKind, Shown, Visible};

/// One thing in a text.
pub(super) struct Piece {
    pub(super) range: Range<usize>,
    pub(super) what: What,
    /// The attributes that are read.
    pub(super) words: Vec<Words>,
}

/// What a piece is.
pub(super) enum What {
    /// Words or white space.
    Seen(Shown),
    /// The start and the end of an inline element.
    Open(String),
    Close(String),
    /// Something without content: its placeholder, and what is seen of it.
    Alone(PlaceholderKind, Shown),
    /// An element whose content is not read, and whether there is any.
    Object(PlaceholderKind, bool),
    /// What is skipped as a whole.
    Skipped(Kind, Skip),
}

/// The text of one segment in the making.
pub(super) struct Text<'t> {
    file: &'t str,
    pub(super) visible: Vec<Visible>,
    pub(super) marks: Vec<Placeholder>,
}

impl<'t> Text<'t> {
    pub(super) fn new(file: &'t str) -> Self {
        Self {
            file,
            visible: Vec::new(),
            marks: Vec::new(),
        }
    }

    /// Adds the part number `at`, whose partner is in the same text.
    pub(super) fn part(&mut self, part: &Piece, partner: Option<usize>, at: usize) {
        let range = part.range.clone();
        match &part.what {
            What::Seen(Shown::Space) if self.ends_with_space() => self.show(range, Shown::Hidden),
            What::Seen(shown) => self.show(range, shown.clone()),
            What::Open(name) | What::Close(name) => {
                let side = match partner {
                    Some(partner) if at < partner => Part::Open,
                    Some(_) => Part::Close,
                    None => Part::Whole,
                };
                self.mark(mark(name), side, range.clone());
                self.show(range, Shown::Hidden);
            }
            What::Alone(PlaceholderKind::Image, _) => self.image(part),
            What::Alone(kind, shown) => {
                self.mark(*kind, Part::Whole, range.clone());
                self.show(range, shown.clone());
            }
            What::Object(kind, full) => {
                self.mark(*kind, Part::Whole, range.clone());
                self.show(range, if *full { Shown::Object } else { Shown::Hidden });
            }
            What::Skipped(_, skip) => {
                self.mark(PlaceholderKind::Tag, Part::Whole, range.clone());
                let drawing = *skip == Skip::Drawing;
                self.show(
                    range,
                    if drawing {
                        Shown::Object
                    } else {
                        Shown::Hidden
                    },
                );
            }
        }
    }

    /// An image among words: its text is read there, as that of an image in Markdown is.
    fn image(&mut self, part: &Piece) {
        let range = part.range.clone();
        let alt = part
            .words
            .iter()
            .find(|words| words.kind == Kind::Image && !words.mute);
        let visible = alt
            .map(|alt| seen(self.file, &alt.range, true))
            .unwrap_or_default();
        let (Some(first), Some(last)) = (visible.first(), visible.last()) else {
            self.mark(PlaceholderKind::Image, Part::Whole, range.clone());
            return self.show(range, Shown::Object);
        };
        let (start, end) = (first.range.start, last.range.end);
        self.mark(PlaceholderKind::Image, Part::Open, range.start..start);
        self.show(range.start..start, Shown::Hidden);
        self.visible.extend(visible);
        self.mark(PlaceholderKind::Image, Part::Close, end..range.end);
        self.show(end..range.end, Shown::Hidden);
    }

    /// Takes white space from the ends, and says what is left of `span`.
    pub(super) fn trim(&mut self, span: Range<usize>) -> Range<usize> {
        let raw = &self.file[span.clone()];
        let start = span.start + (raw.len() - raw.trim_start().len());
        let span = start..start + raw.trim().len();
        if let Some(first) = self.visible.first_mut() {
            first.range.start = first.range.start.max(span.start);
        }
        if let Some(last) = self.visible.last_mut() {
            last.range.end = last.range.end.min(span.end);
        }
        span
    }

    fn ends_with_space(&self) -> bool {
        self.visible
            .last()
            .is_some_and(|last| last.shown == Shown::Space)
    }

    fn show(&mut self, range: Range<usize>, shown: Shown) {
        self.visible.push(Visible::new(range, shown));
    }

    fn mark(&mut self, kind: PlaceholderKind, part: Part, range: Range<usize>) {
        self.marks.push(Placeholder { kind, part, range });
    }
}

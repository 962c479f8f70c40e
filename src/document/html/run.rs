//! A run of text with its inline elements becomes one segment, and segments for what stands
//! beside its words: attributes, comments, drawings.

use std::ops::Range;

use super::elements::{Skip, Words};
use super::seen::seen;
use super::text::{Piece, Text, What};
use crate::document::laid::Found;
use crate::document::{Kind, PlaceholderKind, Shown};

/// What stands in a text, in the order of the file.
#[derive(Default)]
pub(super) struct Run {
    parts: Vec<Piece>,
    /// Whether the last part is an object that has not ended.
    inside: bool,
}

/// How far back the start of an element is looked for.
const NEAR: usize = 256;

impl Run {
    pub(super) fn text(&mut self, file: &str, range: &Range<usize>) {
        for piece in seen(file, range, false) {
            self.push(piece.range, What::Seen(piece.shown), Vec::new());
        }
    }

    pub(super) fn open(&mut self, name: String, range: Range<usize>, words: Vec<Words>) {
        self.push(range, What::Open(name), words);
    }

    pub(super) fn close(&mut self, name: String, range: Range<usize>) {
        self.push(range, What::Close(name), Vec::new());
    }

    /// An element without content.
    pub(super) fn alone(
        &mut self,
        (kind, shown): (PlaceholderKind, Shown),
        range: Range<usize>,
        words: Vec<Words>,
    ) {
        self.push(range, What::Alone(kind, shown), words);
    }

    pub(super) fn skipped(&mut self, kind: Kind, skip: Skip, range: Range<usize>) {
        self.push(range, What::Skipped(kind, skip), Vec::new());
    }

    /// Adds to the object that stands open, or begins one. `full` if something is seen there.
    pub(super) fn object(&mut self, kind: PlaceholderKind, range: Range<usize>, full: bool) {
        match self.parts.last_mut() {
            Some(Piece {
                range: last,
                what: What::Object(_, seen),
                ..
            }) if self.inside => {
                last.end = range.end;
                *seen |= full;
            }
            _ => self.push(range, What::Object(kind, full), Vec::new()),
        }
        self.inside = true;
    }

    /// The object that stands open has ended.
    pub(super) fn outside(&mut self) {
        self.inside = false;
    }

    fn push(&mut self, range: Range<usize>, what: What, words: Vec<Words>) {
        self.inside = false;
        self.parts.push(Piece { range, what, words });
    }

    /// All that there is, and whether there are words; the run is empty then.
    pub(super) fn take(&mut self, file: &str, mute: bool) -> (Vec<Found>, bool) {
        self.inside = false;
        let parts = std::mem::take(&mut self.parts);
        let solid = |part: &Piece| part.is_solid(file);
        let (Some(first), Some(last)) =
            (parts.iter().position(solid), parts.iter().rposition(solid))
        else {
            return (
                parts.iter().flat_map(|part| part.beside(file)).collect(),
                false,
            );
        };
        // What has segments of its own stands before and behind the words, never among them.
        let apart = |part: &Piece| part.is_apart();
        let head = parts[..first]
            .iter()
            .rposition(apart)
            .map_or(0, |at| at + 1);
        let tail = parts[last + 1..].iter().position(apart);
        let tail = tail.map_or(parts.len(), |at| last + 1 + at);
        let partners = partners(&parts);
        let within = |at: usize, side: Range<usize>| {
            partners[at].is_some_and(|partner| side.contains(&partner))
        };
        let start = (head..first)
            .find(|&at| within(at, first..tail))
            .unwrap_or(first);
        let end = (last + 1..tail).rfind(|&at| within(at, start..last + 1));
        let core = start..end.unwrap_or(last) + 1;
        let mut out: Vec<Found> = Vec::new();
        out.extend(parts[..start].iter().flat_map(|part| part.beside(file)));
        let mut text = Text::new(file);
        for at in core.clone() {
            text.part(
                &parts[at],
                partners[at].filter(|partner| core.contains(partner)),
                at,
            );
        }
        let span = text.trim(parts[core.start].range.start..parts[core.end - 1].range.end);
        out.push(Found {
            kind: Kind::Paragraph,
            key: None,
            span,
            visible: text.visible,
            marks: text.marks,
            mute,
        });
        out.extend(parts[core.end..].iter().flat_map(|part| part.beside(file)));
        (out, true)
    }
}

impl Piece {
    /// Whether there is something to read or to see in the middle of a text.
    fn is_solid(&self, file: &str) -> bool {
        match &self.what {
            What::Seen(Shown::Written) => !file[self.range.clone()].trim().is_empty(),
            What::Seen(Shown::Decoded(words)) => !words.trim().is_empty(),
            What::Object(_, full) => *full,
            _ => false,
        }
    }

    /// Whether it has segments of its own where it stands beside the words.
    fn is_apart(&self) -> bool {
        !self.words.is_empty()
            || matches!(
                self.what,
                What::Skipped(..) | What::Alone(PlaceholderKind::Image, _)
            )
    }

    /// Its own segments.
    fn beside(&self, file: &str) -> Vec<Found> {
        if let What::Skipped(kind, _) = self.what {
            return vec![Found {
                kind,
                key: None,
                span: self.range.clone(),
                visible: Vec::new(),
                marks: Vec::new(),
                mute: true,
            }];
        }
        self.words
            .iter()
            .filter_map(|words| attribute(file, words))
            .collect()
    }
}

/// The segment of an attribute, unless it is blank.
pub(super) fn attribute(file: &str, words: &Words) -> Option<Found> {
    let raw = file.get(words.range.clone())?;
    let start = words.range.start + (raw.len() - raw.trim_start().len());
    let span = start..start + raw.trim().len();
    (!span.is_empty()).then(|| Found {
        kind: words.kind,
        key: words.key.clone(),
        visible: seen(file, &span, true),
        span,
        marks: Vec::new(),
        mute: words.mute,
    })
}

/// For each start of an element where its end is, and the other way round.
fn partners(parts: &[Piece]) -> Vec<Option<usize>> {
    let mut out = vec![None; parts.len()];
    let mut open: Vec<(&str, usize)> = Vec::new();
    for (at, part) in parts.iter().enumerate() {
        match &part.what {
            What::Open(name) => open.push((name, at)),
            What::Close(name) => {
                let near = open.iter().rev().take(NEAR);
                let Some(back) = near.clone().position(|(opened, _)| opened == name) else {
                    continue;
                };
                open.truncate(open.len() - back);
                out[at] = open.pop().map(|(_, start)| start);
                if let Some(start) = out[at] {
                    out[start] = Some(at);
                }
            }
            _ => {}
        }
    }
    out
}

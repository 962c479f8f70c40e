//! Edits of a text, and the blocks that it must have afterwards.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::document::{Block, Document, Kind};

/// Bytes of the translation, and what comes in their place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Splice {
    pub(super) range: Range<usize>,
    pub(super) text: String,
    /// Orders what comes in at one place: the block of the source it is.
    pub(super) order: usize,
}

/// What an edit makes of the blocks of the translation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Effect {
    /// A block has another text and reads as before. Its kind is new where one is given.
    Inside(usize, Option<Kind>),
    /// A block is gone.
    Gone(usize),
    /// A block comes in behind this many blocks of the translation, as the `order`th.
    Come {
        behind: usize,
        order: usize,
        kind: Kind,
        text: String,
    },
    /// A block goes behind this many others.
    Moved {
        block: usize,
        behind: usize,
        order: usize,
    },
}

/// Edits that only make sense together, for one change or several.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) changes: BTreeSet<usize>,
    pub(super) splices: Vec<Splice>,
    pub(super) effects: Vec<Effect>,
}

impl Step {
    /// The same step, for one more change.
    pub(super) fn by(mut self, change: usize) -> Self {
        self.changes.insert(change);
        self
    }

    /// An edit inside one block.
    pub(super) fn inside(block: usize, splices: Vec<(Range<usize>, String)>) -> Self {
        Self {
            changes: BTreeSet::new(),
            splices: splices
                .into_iter()
                .map(|(range, text)| Splice {
                    range,
                    text,
                    order: 0,
                })
                .collect(),
            effects: vec![Effect::Inside(block, None)],
        }
    }

    /// All bytes that it edits, from the first to the last.
    pub(super) fn extent(&self) -> Option<Range<usize>> {
        let start = self.splices.iter().map(|splice| splice.range.start).min()?;
        let end = self.splices.iter().map(|splice| splice.range.end).max()?;
        Some(start..end)
    }
}

/// The text with all edits made; none where two of them touch the same bytes.
pub(super) fn apply(text: &str, steps: &[&Step]) -> Option<String> {
    let mut splices: Vec<&Splice> = steps.iter().flat_map(|step| &step.splices).collect();
    splices.sort_by_key(|splice| (splice.range.start, splice.range.end, splice.order));
    let mut out = String::with_capacity(text.len() + 256);
    let mut at = 0;
    for splice in splices {
        out.push_str(text.get(at..splice.range.start)?);
        out.push_str(&splice.text);
        at = splice.range.end;
    }
    out.push_str(text.get(at..)?);
    Some(out)
}

/// Whether `after` has just the blocks that `steps` make of those of `before`.
pub(super) fn as_expected(before: &Document, after: &Document, steps: &[&Step]) -> bool {
    let mut wanted: Vec<Expected<'_>> = before
        .blocks
        .iter()
        .enumerate()
        .map(|(at, block)| Expected {
            place: (at + 1, 0, 0),
            block: Some(block),
            kind: block.kind(before),
            text: Some(&block.text),
            gone: false,
        })
        .collect();
    for effect in steps.iter().flat_map(|step| &step.effects) {
        match effect {
            Effect::Inside(at, kind) => {
                wanted[*at].text = None;
                wanted[*at].kind = kind.unwrap_or(wanted[*at].kind);
            }
            Effect::Gone(at) => wanted[*at].gone = true,
            Effect::Moved {
                block,
                behind,
                order,
            } => wanted[*block].place = (*behind, 1, *order),
            Effect::Come {
                behind,
                order,
                kind,
                text,
            } => wanted.push(Expected {
                place: (*behind, 1, *order),
                block: None,
                kind: *kind,
                text: Some(text),
                gone: false,
            }),
        }
    }
    wanted.retain(|expected| !expected.gone);
    wanted.sort_by_key(|expected| expected.place);
    let same = |(expected, block): (&Expected<'_>, &Block)| expected.met(before, (after, block));
    wanted.len() == after.blocks.len()
        && wanted.iter().zip(&after.blocks).all(same)
        && before.front_matter.is_some() == after.front_matter.is_some()
}

/// A block that has to be there.
struct Expected<'a> {
    place: (usize, usize, usize),
    /// The block that it was.
    block: Option<&'a Block>,
    kind: Kind,
    /// Its text, unless that is what was edited.
    text: Option<&'a str>,
    gone: bool,
}

impl Expected<'_> {
    fn met(&self, before: &Document, (after, block): (&Document, &Block)) -> bool {
        let text = self.text.is_none_or(|text| text == block.text);
        text && self.kind == block.kind(after)
            && match self.block {
                Some(was) => {
                    let (old, new) = (was.of(before), block.of(after));
                    old.len() == new.len()
                        && old.iter().zip(new).all(|(old, new)| {
                            old.key == new.key
                                && old.prose == new.prose
                                && plain(&old.reader) == plain(&new.reader)
                        })
                }
                None => !block.prose(after),
            }
    }
}

/// What is read, without the spaces: numbers may have others now.
fn plain(reader: &str) -> String {
    reader
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '\'' | '’'))
        .collect()
}

//! Where in the translation each block of the base is.
//!
//! What a reader sees is placed by the alignment. The rest (tags, imports, comments, link
//! definitions) lies in the gaps between, and is placed there: where both gaps hold the same
//! kinds in the same order, one by one; otherwise what stands once in each.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{SURE, Sides, Why};
use crate::document::{Block, Document, Kind};

/// The place of each block of the base.
pub(super) struct Places {
    of_base: Vec<Result<Place, Why>>,
    /// The other way round.
    of_target: BTreeMap<usize, usize>,
}

/// A block of the translation, and how sure it is that it is the one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    pub(super) block: usize,
    pub(super) confidence: f64,
}

impl Places {
    pub(super) fn of(sides: Sides<'_>) -> Self {
        let (base, target) = (sides.base.document, sides.target.document);
        let mut of_base: Vec<Result<Place, Why>> = (0..base.blocks.len())
            .map(|old| aligned(sides, old))
            .collect();
        for (left, right) in gaps(&of_base, base, target) {
            pair_hidden((base, &left), (target, &right), &mut of_base);
        }
        let placed = of_base.iter().enumerate();
        let of_target = placed
            .filter_map(|(old, place)| place.as_ref().ok().map(|place| (place.block, old)))
            .collect();
        Self { of_base, of_target }
    }

    /// The place of a block, sure or not.
    pub(super) fn find(&self, old: usize) -> Result<Place, Why> {
        self.of_base
            .get(old)
            .cloned()
            .unwrap_or(Err(Why::NoCounterpart))
    }

    /// The block, if the place is sure.
    pub(super) fn sure(&self, old: usize) -> Result<usize, Why> {
        let place = self.find(old)?;
        if place.confidence >= SURE {
            Ok(place.block)
        } else {
            Err(Why::Unsure)
        }
    }

    /// The block of the base that a block of the translation stands for.
    pub(super) fn back(&self, target: usize) -> Option<usize> {
        self.of_target.get(&target).copied()
    }
}

/// What the alignment says of a block.
fn aligned(sides: Sides<'_>, old: usize) -> Result<Place, Why> {
    let Some(unit) = sides.alignment.of_source(old) else {
        return Err(Why::NoCounterpart);
    };
    match (unit.source.as_slice(), unit.target.as_slice()) {
        (_, []) => Err(Why::NoCounterpart),
        ([_], &[block]) => Ok(Place {
            block,
            confidence: unit.confidence,
        }),
        _ => Err(Why::NotOneToOne),
    }
}

/// Stretches of base and translation between what is surely the same: the front matter, then
/// between each two neighbours of the page.
fn gaps(
    of_base: &[Result<Place, Why>],
    base: &Document,
    target: &Document,
) -> Vec<(Range<usize>, Range<usize>)> {
    let (front, other) = (front(base), front(target));
    let mut out = vec![(0..front, 0..other)];
    let (mut left, mut right) = (front, other);
    for (old, place) in of_base.iter().enumerate().skip(front) {
        let Ok(place) = place else { continue };
        if place.confidence < SURE || place.block < right {
            continue;
        }
        out.push((left..old, right..place.block));
        (left, right) = (old + 1, place.block + 1);
    }
    out.push((left..base.blocks.len(), right..target.blocks.len()));
    out
}

/// How many blocks are front matter.
pub(super) fn front(document: &Document) -> usize {
    let end = document.front_matter.as_ref().map_or(0, |bytes| bytes.end);
    document
        .blocks
        .partition_point(|block| block.lines.start < end)
}

type Stretch<'a> = (&'a Document, &'a Range<usize>);

fn pair_hidden(base: Stretch<'_>, target: Stretch<'_>, of_base: &mut [Result<Place, Why>]) {
    let hidden = |(document, range): Stretch<'_>| -> Vec<usize> {
        let hidden = |block: &Block| !block.kind(document).is_content();
        range
            .clone()
            .filter(|&at| hidden(&document.blocks[at]))
            .collect()
    };
    let (left, right) = (hidden(base), hidden(target));
    let key = |document: &Document, at: usize| -> (Kind, String) {
        let block = &document.blocks[at];
        (block.kind(document), block.text.clone())
    };
    let lefts: Vec<_> = left.iter().map(|&at| key(base.0, at)).collect();
    let rights: Vec<_> = right.iter().map(|&at| key(target.0, at)).collect();
    let kinds = |keys: &[(Kind, String)]| keys.iter().map(|key| key.0).collect::<Vec<_>>();
    if kinds(&lefts) == kinds(&rights) {
        for (at, (&old, &block)) in left.iter().zip(&right).enumerate() {
            let confidence = if lefts[at] == rights[at] { 1.0 } else { SURE };
            of_base[old] = Ok(Place { block, confidence });
        }
        return;
    }
    let once = |keys: &[(Kind, String)], key: &(Kind, String)| {
        keys.iter().filter(|other| *other == key).count() == 1
    };
    for (at, &old) in left.iter().enumerate() {
        let found = rights.iter().position(|key| *key == lefts[at]);
        if let Some(found) = found.filter(|_| once(&lefts, &lefts[at]) && once(&rights, &lefts[at]))
        {
            of_base[old] = Ok(Place {
                block: right[found],
                confidence: 1.0,
            });
        }
    }
}

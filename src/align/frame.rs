//! What stands around the text: imports, tags, comments, the targets of links.
//!
//! It is laid side by side once the text is: what stands behind the same unit belongs together.

use std::collections::BTreeMap;

use super::Unit;
use super::features::hash;
use crate::document::{Document, Kind};
use crate::text::{best_pairs, shared};

/// How sure it is that two blocks of one text behind one unit belong together.
const EQUAL: f64 = 0.99;

/// How sure at most when the text differs.
const ALIKE: f64 = 0.9;

/// Two blocks that have less in common than this do not belong together.
const LEAST: f64 = 0.4;

/// More pairs than this in one place are not compared.
const PAIRS: usize = 40_000;

/// Of a long comment, so many words are compared.
const WORDS: usize = 400;

/// Adds the units of what no reader sees to `units`.
pub(super) fn add(units: &mut Vec<Unit>, source: &Document, target: &Document) {
    let mut found = definitions(source, target);
    let places = [
        places(units, source, |unit| &unit.source),
        places(units, target, |unit| &unit.target),
    ];
    for (place, left) in &places[0] {
        let Some(right) = places[1].get(place) else {
            continue;
        };
        if left.len() * right.len() > PAIRS {
            continue;
        }
        let hidden = |document: &'_ Document, blocks: &[usize]| -> Vec<Hidden> {
            blocks.iter().map(|&at| Hidden::of(document, at)).collect()
        };
        let (one, other) = (hidden(source, left), hidden(target, right));
        let alike = |i: usize, j: usize| one[i].alike(&other[j]);
        for (i, j) in best_pairs(left.len(), right.len(), alike) {
            found.push((left[i], right[j], alike(i, j)));
        }
    }
    units.extend(found.into_iter().map(|(left, right, confidence)| Unit {
        source: vec![left],
        target: vec![right],
        confidence,
    }));
}

/// The hidden blocks of a page by the unit that they stand behind.
fn places(
    units: &[Unit],
    document: &Document,
    side: fn(&Unit) -> &Vec<usize>,
) -> BTreeMap<Option<usize>, Vec<usize>> {
    let mut unit_of = vec![None; document.blocks.len()];
    for (at, unit) in units.iter().enumerate() {
        if !unit.source.is_empty() && !unit.target.is_empty() {
            for &block in side(unit) {
                unit_of[block] = Some(at);
            }
        }
    }
    let mut out: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    let mut last = None;
    for (at, block) in document.blocks.iter().enumerate() {
        last = unit_of[at].or(last);
        let kind = block.kind(document);
        let framed = block.key(document).is_none() && !kind.is_content();
        if framed && kind != Kind::Definition {
            out.entry(last).or_default().push(at);
        }
    }
    out
}

/// What a block that no reader sees is compared by.
struct Hidden {
    kind: Kind,
    text: u64,
    /// The name of a tag.
    first: Option<u64>,
    /// Its words in order of their hashes.
    words: Vec<u64>,
}

impl Hidden {
    fn of(document: &Document, at: usize) -> Self {
        let block = &document.blocks[at];
        let words = block.text.split(|c: char| !c.is_alphanumeric());
        let words = words.filter(|word| !word.is_empty());
        let mut words: Vec<u64> = words.take(WORDS).map(|word| hash(&word)).collect();
        let first = words.first().copied();
        words.sort_unstable();
        Self {
            kind: block.kind(document),
            text: hash(&block.text),
            first,
            words,
        }
    }

    /// How alike two are; 0 where they cannot be one.
    fn alike(&self, other: &Self) -> f64 {
        if self.kind != other.kind {
            return 0.0;
        }
        if self.text == other.text {
            return EQUAL;
        }
        if self.kind == Kind::Tag && self.first == other.first {
            return ALIKE;
        }
        let common = shared(&self.words, &other.words);
        if common < LEAST { 0.0 } else { ALIKE * common }
    }
}

/// The targets of reference links go by their labels.
fn definitions(source: &Document, target: &Document) -> Vec<(usize, usize, f64)> {
    let mut there = labels(target);
    labels(source)
        .into_iter()
        .filter_map(|(label, left)| there.remove(&label).map(|right| (left, right, EQUAL)))
        .collect()
}

/// Where each label is defined first.
fn labels(document: &Document) -> BTreeMap<String, usize> {
    let mut out = BTreeMap::new();
    for (at, block) in document.blocks.iter().enumerate() {
        if block.kind(document) == Kind::Definition {
            let label = block.text.split("]:").next().unwrap_or("");
            out.entry(label.to_lowercase()).or_insert(at);
        }
    }
    out
}

//! Words of the two languages that translate each other, learned from the page itself.
//!
//! A first alignment is right for most blocks. Words that keep coming together in it are linked
//! one to one, the surest first, as in Melamed, "Models of Translational Equivalence among Words"
//! (2000), and serve the second alignment as anchors: so a heading of one word finds its place.

use std::collections::BTreeMap;

use super::features::{Anchor, hash};
use super::model::number;
use super::order::Bead;
use super::side::Side;
use crate::document::Document;

/// How far such an anchor is to be trusted.
const STRENGTH: f32 = 0.5;

/// Words must come together so often.
const OFTEN: usize = 2;

/// And so much more often together than apart: the coefficient of Dice.
const TOGETHER: f32 = 0.75;

/// Adds to the features of both sides an anchor for each pair of words that `beads` show to
/// translate each other.
pub(super) fn learn(
    beads: &[Bead],
    documents: [&Document; 2],
    source: &mut Side,
    target: &mut Side,
) {
    let words = [stems(documents[0], source), stems(documents[1], target)];
    let links = links(beads, &words);
    let mut left: BTreeMap<u64, u64> = BTreeMap::new();
    let mut right: BTreeMap<u64, u64> = BTreeMap::new();
    for (one, other) in links {
        let id = hash(&("words", one, other));
        left.insert(one, id);
        right.insert(other, id);
    }
    for (side, words, known) in [(source, &words[0], &left), (target, &words[1], &right)] {
        let anchor = |word: &u64| {
            known.get(word).map(|&id| Anchor {
                id,
                strength: STRENGTH,
                soft: true,
            })
        };
        let anchors = words
            .iter()
            .map(|words| words.iter().filter_map(anchor).collect());
        side.add(&anchors.collect::<Vec<_>>());
    }
}

/// The words of each block, each once, cut short so that the forms of one word are one, in order.
fn stems(document: &Document, side: &Side) -> Vec<Vec<u64>> {
    let stem = |word: &str| -> Option<u64> {
        let letters: String = word
            .chars()
            .flat_map(char::to_lowercase)
            .take(STEM)
            .collect();
        (letters.chars().count() > 2).then(|| hash(&letters))
    };
    let of = |at: &usize| {
        let block = &document.blocks[*at];
        let segments = block.of(document).iter().filter(|segment| segment.prose);
        let mut words: Vec<u64> = segments
            .flat_map(|segment| segment.reader.split(|c: char| !c.is_alphabetic()))
            .filter_map(stem)
            .collect();
        words.sort_unstable();
        words.dedup();
        words.truncate(WORDS);
        words
    };
    side.blocks.iter().map(of).collect()
}

/// Of a longer block, those words that come first by their hashes: the same ones in all blocks.
const WORDS: usize = 400;

/// Letters of a word that are kept.
const STEM: usize = 5;

/// Pairs of words, each in one pair at most.
fn links(beads: &[Bead], words: &[Vec<Vec<u64>>; 2]) -> Vec<(u64, u64)> {
    let mut counts: [BTreeMap<u64, usize>; 2] = Default::default();
    let pair =
        beads.iter().filter_map(
            |bead| match (bead.source.as_slice(), bead.target.as_slice()) {
                ([one], [other]) if bead.cost < SURE => Some((&words[0][*one], &words[1][*other])),
                _ => None,
            },
        );
    let pair: Vec<_> = pair.collect();
    for (left, right) in &pair {
        for (counts, words) in counts.iter_mut().zip([left, right]) {
            for &word in *words {
                *counts.entry(word).or_default() += 1;
            }
        }
    }
    let often = pair.len() / 3 + OFTEN;
    let counted = |words: &[u64], counts: &BTreeMap<u64, usize>| -> Vec<(u64, usize)> {
        let counted = words.iter().map(|word| (*word, counts[word]));
        counted
            .filter(|(_, count)| (OFTEN..=often).contains(count))
            .collect()
    };
    let pair: Vec<_> = pair
        .into_iter()
        .map(|(left, right)| [counted(left, &counts[0]), counted(right, &counts[1])])
        .collect();
    let mut found = together(&pair);
    found.sort_by(|a, b| {
        b.0.total_cmp(&a.0)
            .then((b.1, a.2, a.3).cmp(&(a.1, b.2, b.3)))
    });
    let mut taken: [std::collections::BTreeSet<u64>; 2] = Default::default();
    found.retain(|found| {
        let free = !taken[0].contains(&found.2) && !taken[1].contains(&found.3);
        if free {
            taken[0].insert(found.2);
            taken[1].insert(found.3);
        }
        free
    });
    found.into_iter().map(|found| (found.2, found.3)).collect()
}

/// Only pairs of blocks that cost less teach.
const SURE: f32 = 5.0;

/// The pairs of words, each with how often it is in all, that come together often enough: how much
/// more than apart, how often, and the words.
fn together(blocks: &[[Vec<(u64, usize)>; 2]]) -> Vec<(f32, usize, u64, u64)> {
    let dice = |common: usize, one: usize, other: usize| 2.0 * number(common) / number(one + other);
    let all: usize = blocks
        .iter()
        .map(|[left, right]| left.len() * right.len())
        .sum();
    // Long pages have too many pairs to be counted at once.
    let parts = 1 + all as u64 / AT_ONCE;
    let mut out = Vec::new();
    for part in 0..parts {
        let mut pairs = Vec::new();
        for [left, right] in blocks {
            for &(word, one) in left.iter().filter(|(word, _)| word % parts == part) {
                // Words of very different counts cannot come together often enough.
                let alike = |other: usize| dice(one.min(other), one, other) >= TOGETHER;
                let right = right.iter().filter(|(_, other)| alike(*other));
                pairs.extend(right.map(|&(to, other)| (word, to, one, other)));
            }
        }
        pairs.sort_unstable();
        for run in pairs.chunk_by(|one, other| one == other) {
            let (word, to, one, other) = run[0];
            let dice = dice(run.len(), one, other);
            if dice >= TOGETHER && run.len() >= OFTEN {
                out.push((dice, run.len(), word, to));
            }
        }
    }
    out
}

/// So many pairs of words are counted at once.
const AT_ONCE: u64 = 4_000_000;

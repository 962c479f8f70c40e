//! Words of the two languages that translate each other, learned from the page itself.
//!
//! A first alignment is right for most blocks. Words that keep coming together in it are linked
//! one to one, the surest first, as in Melamed, "Models of Translational Equivalence among Words"
//! (2000), and serve the second alignment as anchors: so a heading of one word finds its place.

use std::collections::BTreeMap;

use super::features::{Anchor, hash};
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
        words
    };
    side.blocks.iter().map(of).collect()
}

/// Letters of a word that are kept.
const STEM: usize = 5;

/// Pairs of words, each in one pair at most.
fn links(beads: &[Bead], words: &[Vec<Vec<u64>>; 2]) -> Vec<(u64, u64)> {
    let mut counts: [BTreeMap<u64, usize>; 2] = Default::default();
    let mut pairs: BTreeMap<(u64, u64), usize> = BTreeMap::new();
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
    let [one, other] = &counts;
    let often = pair.len() / 3 + OFTEN;
    let telling = |count: usize| (OFTEN..=often).contains(&count);
    for (left, right) in pair {
        for &word in left.iter().filter(|word| telling(one[word])) {
            for &to in right.iter().filter(|word| telling(other[word])) {
                *pairs.entry((word, to)).or_default() += 1;
            }
        }
    }
    let dice = |(&(word, to), &common): (&(u64, u64), &usize)| {
        let all = number(one[&word] + other[&to]);
        (2.0 * number(common) / all, common, word, to)
    };
    let mut found: Vec<(f32, usize, u64, u64)> = pairs.iter().map(dice).collect();
    found.retain(|found| found.0 >= TOGETHER && found.1 >= OFTEN);
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

fn number(count: usize) -> f32 {
    f32::from(u16::try_from(count).unwrap_or(u16::MAX))
}

//! What it costs to say that some blocks translate some others.
//!
//! Costs are negative logarithms of likelihoods, as in Gale and Church, "A Program for Aligning
//! Sentences in Bilingual Corpora" (1993). To their lengths come the kinds of the blocks and the
//! anchors that both sides hold, each counting for more the rarer it is in the two pages.

use std::cell::OnceCell;
use std::ops::Range;

use super::features::{Anchor, Class, ENDS, Features, Outline, SUMMED, TRAITS};
use super::side::Side;

/// What a block that has no counterpart costs.
pub(super) const GAP: f32 = 10.5;

/// What a pair of blocks costs that cannot be.
pub(super) const NEVER: f32 = 1e9;

/// What two blocks in place of one cost by themselves.
const MERGE: f32 = 11.0;

/// An anchor that only one of the pages has weighs this much where it is missed.
const LONELY: f32 = 2.0;

/// In pages with fewer blocks than this an anchor is as rare as in one with so many.
const FEWEST: f32 = 50.0;

/// How much of the weight of missed anchors counts.
const MISSED: f32 = 1.0;

/// What anchors can say of a pair at most, and what lengths can.
const MOST_ANCHORS: f32 = 30.0;
const MOST_LENGTH: f32 = 10.0;

/// How far each trait of an outline is to be trusted.
const TRAIT: [f32; TRAITS] = [0.5, 0.7, 0.55, 0.4, 0.4, 0.55, 0.4];

/// The variance of the length of a translation for each letter of the source; Gale and Church found
/// 6.8 for sentences.
const VARIANCE: f32 = 5.4;

/// More counterparts than this, and an anchor tells nothing.
const COMMON: usize = 200;

/// The costs between the blocks of two pages.
pub(super) struct Model<'a> {
    pub(super) source: &'a Side,
    pub(super) target: &'a Side,
    /// Letters of the target for each letter of the source.
    ratio: f32,
    /// What each anchor of the vocabularies weighs: of the source, of the target.
    weights: [Vec<f32>; 2],
    /// For each anchor of the source, its place in the vocabulary of the target.
    twins: Vec<Option<usize>>,
    /// For each anchor of the target, the blocks that hold it; worked out when first needed.
    holders: OnceCell<Vec<Vec<usize>>>,
    /// What is lost when no anchor of a block is in the other.
    totals: [Vec<f32>; 2],
    /// What each trait of a block weighs.
    traits: [Vec<[f32; TRAITS]>; 2],
}

impl<'a> Model<'a> {
    /// Weighs what the two pages have.
    pub(super) fn new(source: &'a Side, target: &'a Side) -> Self {
        let total = number(source.len() + target.len()).max(FEWEST);
        let twins = twins(source, target);
        let lonely = |side: &Side| -> Vec<f32> {
            let weight = |(anchor, _): &(Anchor, usize)| {
                if anchor.soft {
                    0.0
                } else {
                    LONELY * anchor.strength
                }
            };
            side.vocabulary.iter().map(weight).collect()
        };
        let mut weights = [lonely(source), lonely(target)];
        for (at, twin) in twins.iter().enumerate() {
            let Some(twin) = *twin else { continue };
            let (anchor, count) = source.vocabulary[at];
            let counts = [count, target.vocabulary[twin].1];
            let both = number(counts[0] + counts[1]);
            let tells = counts.iter().all(|&count| count <= COMMON);
            let weight = if tells {
                (1.0 + total / both).ln() * anchor.strength
            } else {
                0.0
            };
            weights[0][at] = weight;
            weights[1][twin] = weight;
        }
        let sum = |side: &Side, weights: &[f32]| -> Vec<f32> {
            let block = |held: &Vec<usize>| held.iter().map(|&at| weights[at]).sum();
            side.held.iter().map(block).collect()
        };
        let rarities = rarities(source, target);
        let traits = |side: &Side| {
            let weigh = |block: &Features| {
                std::array::from_fn(|at| rarities[at][usize::from(block.outline[at])] * TRAIT[at])
            };
            side.features.iter().map(weigh).collect()
        };
        Self {
            ratio: ratio(source, target),
            totals: [sum(source, &weights[0]), sum(target, &weights[1])],
            traits: [traits(source), traits(target)],
            weights,
            twins,
            holders: OnceCell::new(),
            source,
            target,
        }
    }

    /// The weights that a block of the source shares with the blocks `within` the target.
    pub(super) fn row(&self, source: usize, within: &Range<usize>) -> Vec<f32> {
        let holders = self.holders.get_or_init(|| {
            let mut holders = vec![Vec::new(); self.target.vocabulary.len()];
            for (block, held) in self.target.held.iter().enumerate() {
                for &at in held {
                    holders[at].push(block);
                }
            }
            holders
        });
        let mut row = vec![0.0; within.len()];
        for &at in &self.source.held[source] {
            let Some(twin) = self.twins[at] else { continue };
            let holders = &holders[twin];
            if holders.len() <= COMMON {
                let first = holders.partition_point(|&block| block < within.start);
                for &block in holders[first..]
                    .iter()
                    .take_while(|&&block| block < within.end)
                {
                    row[block - within.start] += self.weights[0][at];
                }
            }
        }
        row
    }

    /// The anchors of a block of the source that the target has too, by their places there.
    pub(super) fn kept(&self, source: usize) -> impl Iterator<Item = usize> {
        let held = self.source.held[source].iter();
        held.filter_map(|&at| self.twins[at])
    }

    /// The weight that two blocks share: one place of a [`Self::row`], without the others.
    pub(super) fn shared(&self, source: usize, target: usize) -> f32 {
        let held = &self.target.held[target];
        let common = self.source.held[source]
            .iter()
            .filter(|&&at| self.twins[at].is_some_and(|twin| held.binary_search(&twin).is_ok()));
        common.map(|&at| self.weights[0][at]).sum()
    }

    /// What it costs that one block translates one other; they share anchors of the weight `common`.
    pub(super) fn pair(&self, source: usize, target: usize, common: f32) -> f32 {
        let (left, right) = (&self.source.features[source], &self.target.features[target]);
        let Some(kinds) = kinds(left.class, right.class) else {
            return NEVER;
        };
        let mut shared = common;
        let mut missed = self.totals[0][source] + self.totals[1][target] - 2.0 * common;
        if left.class != Class::Code {
            for at in 0..TRAITS {
                let (one, two) = (self.traits[0][source][at], self.traits[1][target][at]);
                if left.outline[at] == right.outline[at] {
                    shared += one;
                } else {
                    missed += one + two;
                }
            }
        }
        let length = self.length(left.class, left.length, right.length);
        kinds + length + anchors(shared, missed)
    }

    /// Several blocks of the source as one; none where one of them is no text.
    pub(super) fn join_source(&self, blocks: &[usize]) -> Option<Joined> {
        Joined::of(self.source, blocks, &self.totals[0], &self.traits[0])
    }

    /// The same of the target.
    pub(super) fn join_target(&self, blocks: &[usize]) -> Option<Joined> {
        Joined::of(self.target, blocks, &self.totals[1], &self.traits[1])
    }

    /// What it costs that several blocks translate one, or one several; they share anchors of the
    /// weight `common`.
    pub(super) fn joined(&self, left: &Joined, right: &Joined, common: f32) -> f32 {
        let mut missed = left.weight + right.weight - 2.0 * common;
        let mut shared = common;
        for at in 0..TRAITS {
            let (one, two) = (left.traits[at], right.traits[at]);
            if left.outline[at] == right.outline[at] {
                shared += f32::midpoint(one, two);
            } else {
                missed += one + two;
            }
        }
        MERGE + self.length(Class::Text, left.length, right.length) + anchors(shared, missed)
    }

    /// The negative logarithm of the chance that lengths differ so much or more.
    fn length(&self, class: Class, source: f32, target: f32) -> f32 {
        let ratio = if class == Class::Code {
            1.0
        } else {
            self.ratio
        };
        let mean = f32::midpoint(source, target / ratio).max(1.0);
        let z = (ratio * source - target).abs() / (VARIANCE * mean).sqrt();
        tail(z).min(MOST_LENGTH)
    }
}

fn anchors(shared: f32, missed: f32) -> f32 {
    MISSED * missed.clamp(0.0, MOST_ANCHORS) - shared.min(MOST_ANCHORS)
}

/// Several blocks of text as if they were one.
#[derive(Debug, Clone)]
pub(super) struct Joined {
    length: f32,
    weight: f32,
    outline: Outline,
    traits: [f32; TRAITS],
}

impl Joined {
    /// None where one of the blocks is no text.
    fn of(side: &Side, blocks: &[usize], totals: &[f32], traits: &[[f32; TRAITS]]) -> Option<Self> {
        let (first, last) = (*blocks.first()?, *blocks.last()?);
        let mut sum = Self {
            length: 0.0,
            weight: 0.0,
            outline: side.features[first].outline,
            traits: traits[first],
        };
        sum.outline[..SUMMED].fill(0);
        sum.outline[ENDS] = side.features[last].outline[ENDS];
        sum.traits[ENDS] = traits[last][ENDS];
        for &at in blocks {
            let block = &side.features[at];
            if block.class != Class::Text {
                return None;
            }
            sum.length += block.length;
            sum.weight += totals[at];
            for (sum, count) in sum.outline[..SUMMED].iter_mut().zip(&block.outline) {
                *sum = sum.saturating_add(*count);
            }
            for (sum, weight) in sum.traits[..SUMMED].iter_mut().zip(&traits[at]) {
                *sum = sum.max(*weight);
            }
        }
        Some(sum)
    }
}

/// What a pair of these kinds costs; none where it cannot be.
fn kinds(left: Class, right: Class) -> Option<f32> {
    match (left, right) {
        _ if left == right => Some(0.0),
        (Class::Heading(_), Class::Heading(_)) => Some(3.0),
        (Class::Row(_), Class::Row(_)) => Some(4.0),
        (Class::Text, Class::Item) | (Class::Item, Class::Text) => Some(5.0),
        (Class::Code, _) | (_, Class::Code) => None,
        _ => Some(8.0),
    }
}

/// −ln of the two-sided tail of the normal distribution at `z`, by the bounds of Borjesson and
/// Sundberg (1979), exact to a few percent.
fn tail(z: f32) -> f32 {
    let (a, b) = (0.339, 5.51);
    let root = ((1.0 - a) * z + a * (z * z + b).sqrt()).ln();
    z * z / 2.0 + root + 0.5 * std::f32::consts::TAU.ln() - std::f32::consts::LN_2
}

/// For each anchor of the source, its place in the vocabulary of the target.
fn twins(source: &Side, target: &Side) -> Vec<Option<usize>> {
    let mut there = 0;
    let twin = |(anchor, _): &(Anchor, usize)| {
        let rest = &target.vocabulary[there..];
        there += rest.partition_point(|known| known.0.id < anchor.id);
        let found = target.vocabulary.get(there)?;
        (found.0.id == anchor.id).then_some(there)
    };
    source.vocabulary.iter().map(twin).collect()
}

/// How much it says that two blocks have the same value of a trait, by trait and value.
fn rarities(source: &Side, target: &Side) -> Vec<[f32; 256]> {
    let total = number(source.len() + target.len());
    let mut out = vec![[0.0; 256]; TRAITS];
    for block in source.features.iter().chain(&target.features) {
        for (counts, &value) in out.iter_mut().zip(&block.outline) {
            counts[usize::from(value)] += 1.0;
        }
    }
    for weight in out.iter_mut().flatten().filter(|weight| **weight > 0.0) {
        *weight = (total / *weight).ln();
    }
    out
}

/// So many letters are taken to be as long as their translation before any is seen: the less there
/// is of a page, the less its own lengths say.
const PRIOR: f32 = 1000.0;

/// How much longer the target is, in letters; code does not count.
fn ratio(source: &Side, target: &Side) -> f32 {
    let length = |side: &Side| -> f32 {
        let prose = side
            .features
            .iter()
            .filter(|block| block.class != Class::Code);
        PRIOR + prose.map(|block| block.length).sum::<f32>()
    };
    (length(target) / length(source)).clamp(0.33, 3.0)
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts are weighed, and no page has more blocks than a float has digits"
)]
pub(super) fn number(count: usize) -> f32 {
    count as f32
}

//! Sections that stand elsewhere in the translation.
//!
//! Going in order cannot find them. Here the blocks of the source are laid on those of the target
//! one after another as in the alignment models of Vogel, Ney and Tillmann, "HMM-Based Word Alignment
//! in Statistical Translation" (1996): going on behind the last place costs nothing, jumping back has a
//! price. What the cheapest way lays elsewhere in one stretch has moved.

use std::ops::Range;

use super::features::Class;
use super::model::{GAP, Model};

/// A stretch of the source and where its translation stands, as places in two lists of blocks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Stretch {
    pub(super) source: Range<usize>,
    pub(super) target: Range<usize>,
}

/// What a jump costs.
pub(super) const JUMP: f32 = 8.75;

/// What it is worth that a block stands right behind the one before it.
const NEXT: f32 = 1.5;

/// Larger tables are not filled.
const TABLE: usize = 4_000_000;

/// Whether pages are so long that only what stands alone can be looked for elsewhere.
pub(super) fn too_long(n: usize, m: usize) -> bool {
    n.saturating_mul(m) > TABLE
}

/// The stretches of `left` that stand elsewhere in `right`: all but those, heaviest together, that keep
/// their order.
pub(super) fn moved(model: &Model<'_>, left: &[usize], right: &[usize]) -> Vec<Stretch> {
    let mut found = found(model, left, right);
    let main = heaviest(&found);
    let mut at = 0..found.len();
    found.retain(|(_, gain)| at.next().is_some_and(|at| !main.contains(&at)) && *gain > JUMP);
    let mut out: Vec<Stretch> = found.into_iter().map(|(stretch, _)| stretch).collect();
    for at in 0..out.len() {
        while let Some(longer) = with_heading(model, (left, right), &out, at) {
            out[at] = longer;
        }
    }
    out
}

/// A stretch with the headings right before it: what moves takes its heading along, though that
/// may look as much like another one.
fn with_heading(
    model: &Model<'_>,
    (left, right): (&[usize], &[usize]),
    all: &[Stretch],
    at: usize,
) -> Option<Stretch> {
    let Stretch { source, target } = &all[at];
    let (i, j) = (source.start.checked_sub(1)?, target.start.checked_sub(1)?);
    let class = |at: usize| model.source.features[left[at]].class;
    let above = class(i);
    let headings =
        matches!(above, Class::Heading(_)) && above == model.target.features[right[j]].class;
    let taken = all
        .iter()
        .any(|other| other.source.contains(&i) || other.target.contains(&j));
    // A section that begins with a heading of this level is complete.
    (headings && class(source.start) != above && !taken).then_some(Stretch {
        source: i..source.end,
        target: j..target.end,
    })
}

/// The stretches of `left` that stand in `right`, where nothing of both is in order.
pub(super) fn strayed(model: &Model<'_>, left: &[usize], right: &[usize]) -> Vec<Stretch> {
    let found = found(model, left, right).into_iter();
    let found = found.filter(|(_, gain)| *gain > JUMP);
    found.map(|(stretch, _)| stretch).collect()
}

/// Every stretch, in the order of the source, and what it gains.
fn found(model: &Model<'_>, left: &[usize], right: &[usize]) -> Vec<(Stretch, f32)> {
    let (n, m) = (left.len(), right.len());
    if too_long(n, m) || n == 0 || m == 0 {
        return Vec::new();
    }
    let mut found = stretches(&laid(model, left, right));
    found.sort_by_key(|(stretch, _)| stretch.source.start);
    found
}

/// For each block of the source, the block of the target it is laid on and what that gains.
fn laid(model: &Model<'_>, left: &[usize], right: &[usize]) -> Vec<Option<(usize, f32)>> {
    let (n, m) = (left.len(), right.len());
    let all = 0..model.target.len();
    // The best way whose last block lies on each block of the target; the place behind the last
    // stands for none yet.
    let mut best = vec![-JUMP; m];
    let mut from: Vec<Vec<u32>> = Vec::with_capacity(n);
    let mut gains: Vec<Vec<f32>> = Vec::with_capacity(n);
    for &block in left {
        let row = model.row(block, &all);
        let gain = |&j: &usize| 2.0 * GAP - model.pair(block, j, row[j]);
        let gain: Vec<f32> = right.iter().map(gain).collect();
        let top = (0..m)
            .max_by(|&a, &b| best[a].total_cmp(&best[b]))
            .unwrap_or(0);
        let mut next = best.clone();
        let mut came = vec![STAY; m];
        let mut before: Option<usize> = None;
        for j in 0..m {
            // A way that begins here, one that jumps here, one that goes on, one that goes right on.
            let mut ways = [
                (0.0, NONE),
                (best[top] - JUMP, index(top)),
                (f32::MIN, 0),
                (f32::MIN, 0),
            ];
            if let Some(before) = before {
                ways[2] = (best[before], index(before));
            }
            if j > 0 {
                ways[3] = (best[j - 1] + NEXT, index(j - 1));
            }
            let way = ways.into_iter().max_by(|a, b| a.0.total_cmp(&b.0));
            if let Some((value, place)) = way
                && value + gain[j] > next[j]
            {
                next[j] = value + gain[j];
                came[j] = place;
            }
            if before.is_none_or(|before| best[j] > best[before]) {
                before = Some(j);
            }
        }
        best = next;
        from.push(came);
        gains.push(gain);
    }
    let mut out = vec![None; n];
    let mut at = (0..m)
        .max_by(|&a, &b| best[a].total_cmp(&best[b]))
        .unwrap_or(0);
    for i in (0..n).rev() {
        match from[i][at] {
            STAY => {}
            place => {
                out[i] = Some((at, gains[i][at]));
                if place == NONE {
                    break;
                }
                at = place as usize;
            }
        }
    }
    without_doubles(&mut out, m);
    out
}

/// The block of the source is laid on nothing, or is the first that is laid on anything.
const STAY: u32 = u32::MAX;
const NONE: u32 = u32::MAX - 1;

/// A block of the target is kept by the block of the source that gains most.
fn without_doubles(laid: &mut [Option<(usize, f32)>], m: usize) {
    let mut owner: Vec<Option<usize>> = vec![None; m];
    for i in 0..laid.len() {
        let Some((j, gain)) = laid[i] else { continue };
        match owner[j].and_then(|other| laid[other].map(|(_, had)| (other, had))) {
            Some((_, had)) if had >= gain => laid[i] = None,
            Some((other, _)) => {
                laid[other] = None;
                owner[j] = Some(i);
            }
            None => owner[j] = Some(i),
        }
    }
}

/// Stretches in which both sides rise, and what each gains.
fn stretches(laid: &[Option<(usize, f32)>]) -> Vec<(Stretch, f32)> {
    let placed: Vec<(usize, usize, f32)> = laid
        .iter()
        .enumerate()
        .filter_map(|(i, on)| on.map(|(j, gain)| (i, j, gain)))
        .collect();
    let mut order: Vec<usize> = placed.iter().map(|place| place.1).collect();
    order.sort_unstable();
    let mut out: Vec<(Stretch, f32)> = Vec::new();
    for (i, j, gain) in placed {
        // Nothing of another stretch may lie between two blocks of one.
        let joins = out.last().is_some_and(|(last, _)| {
            let behind = order.partition_point(|&other| other < last.target.end);
            last.target.end <= j && order.get(behind) == Some(&j)
        });
        match out.last_mut().filter(|_| joins) {
            Some((last, sum)) => {
                last.source.end = i + 1;
                last.target.end = j + 1;
                *sum += gain;
            }
            None => out.push((
                Stretch {
                    source: i..i + 1,
                    target: j..j + 1,
                },
                gain,
            )),
        }
    }
    out
}

/// The stretches that rise together and gain most, as places in `found`, which rises in the source.
fn heaviest(found: &[(Stretch, f32)]) -> Vec<usize> {
    let mut best: Vec<(f32, Option<usize>)> = Vec::with_capacity(found.len());
    for (at, (stretch, gain)) in found.iter().enumerate() {
        let before = (0..at).filter(|&b| found[b].0.target.end <= stretch.target.start);
        let before = before.max_by(|&a, &b| best[a].0.total_cmp(&best[b].0));
        let sum = gain + before.map_or(0.0, |before| best[before].0);
        best.push((sum, before));
    }
    let last = (0..best.len()).max_by(|&a, &b| best[a].0.total_cmp(&best[b].0));
    std::iter::successors(last, |&at| best[at].1).collect()
}

fn index(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(0)
}

//! What two long sequences have in common, in order, in bounded time.
//!
//! The best answer costs the product of the lengths when little is common. Texts that people
//! write are far from that; for those that somebody made to keep us busy, items that stand once
//! on both sides hold the rest together, as in Cohen's patience diff, and what lies between two
//! of them is compared in full only while there is time. Time is counted in steps, not in
//! seconds: two runs give the same answer.

use std::collections::BTreeMap;
use std::hash::Hash;
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// Up to this product of lengths everything is compared with everything.
const SMALL: usize = 4_000_000;

/// All such products of one pair of sequences together.
const STEPS: usize = 100_000_000;

/// How `new` comes from `old`, without gaps and in order.
pub fn diff_ops<T: Ord + Hash>(old: &[T], new: &[T]) -> Vec<DiffOp> {
    diff_ops_within(STEPS, old, new)
}

/// As [`diff_ops`], with another bound.
pub(super) fn diff_ops_within<T: Ord + Hash>(steps: usize, old: &[T], new: &[T]) -> Vec<DiffOp> {
    if trimmed(old, new) <= SMALL {
        return capture_diff_slices(Algorithm::Myers, old, new);
    }
    let mut common = Common {
        old,
        new,
        steps,
        pairs: Vec::new(),
    };
    common.anchored(0..old.len(), 0..new.len());
    ops(&common.pairs, old.len(), new.len())
}

/// The product of what is left of two sequences without their common head and tail.
fn trimmed<T: PartialEq>(old: &[T], new: &[T]) -> usize {
    let head = head(old, new);
    let tail = tail(&old[head..], &new[head..]);
    (old.len() - head - tail).saturating_mul(new.len() - head - tail)
}

fn head<T: PartialEq>(old: &[T], new: &[T]) -> usize {
    old.iter().zip(new).take_while(|(a, b)| a == b).count()
}

fn tail<T: PartialEq>(old: &[T], new: &[T]) -> usize {
    let both = old.iter().rev().zip(new.iter().rev());
    both.take_while(|(a, b)| a == b).count()
}

struct Common<'a, T> {
    old: &'a [T],
    new: &'a [T],
    steps: usize,
    /// Indexes of equal items, in order on both sides.
    pairs: Vec<(usize, usize)>,
}

impl<T: Ord + Hash> Common<'_, T> {
    /// Holds the two ranges together by what stands once in each.
    fn anchored(&mut self, old: Range<usize>, new: Range<usize>) {
        let anchors = rising(&self.unique(&old, &new));
        let (mut i, mut j) = (old.start, new.start);
        for (a, b) in anchors {
            self.between(i..a, j..b);
            self.pairs.push((a, b));
            (i, j) = (a + 1, b + 1);
        }
        self.between(i..old.end, j..new.end);
    }

    /// Compares what lies between two anchors.
    fn between(&mut self, old: Range<usize>, new: Range<usize>) {
        let (left, right) = (&self.old[old.clone()], &self.new[new.clone()]);
        let head = head(left, right);
        let tail = tail(&left[head..], &right[head..]);
        let (n, m) = (left.len() - head - tail, right.len() - head - tail);
        let pairs = |count: usize, i: usize, j: usize| (0..count).map(move |at| (i + at, j + at));
        self.pairs.extend(pairs(head, old.start, new.start));
        let size = n.saturating_mul(m);
        if size > 0 && size <= self.steps {
            self.steps -= size;
            let (i, j) = (old.start + head, new.start + head);
            let found =
                capture_diff_slices(Algorithm::Myers, &self.old[i..i + n], &self.new[j..j + m]);
            for op in found {
                if let DiffOp::Equal {
                    old_index,
                    new_index,
                    len,
                } = op
                {
                    self.pairs.extend(pairs(len, i + old_index, j + new_index));
                }
            }
        }
        self.pairs
            .extend(pairs(tail, old.end - tail, new.end - tail));
    }

    /// Places of what stands once in both ranges, in the order of the old one.
    fn unique(&self, old: &Range<usize>, new: &Range<usize>) -> Vec<(usize, usize)> {
        let mut places: BTreeMap<&T, [(usize, usize); 2]> = BTreeMap::new();
        for at in old.clone() {
            let seen = &mut places.entry(&self.old[at]).or_default()[0];
            *seen = (seen.0 + 1, at);
        }
        for at in new.clone() {
            // What only the new side has is of no use.
            if let Some(places) = places.get_mut(&self.new[at]) {
                places[1] = (places[1].0 + 1, at);
            }
        }
        let mut pairs: Vec<(usize, usize)> = places
            .into_values()
            .filter(|[old, new]| old.0 == 1 && new.0 == 1)
            .map(|[old, new]| (old.1, new.1))
            .collect();
        pairs.sort_unstable();
        pairs
    }
}

/// The longest part of `pairs`, which rise on the left, that rises on the right as well.
pub fn rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // For each length, the pair that ends a row of it lowest; for each pair, the one before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (at, &(_, right)) in pairs.iter().enumerate() {
        let length = ends.partition_point(|&end| pairs[end].1 < right);
        before.push(length.checked_sub(1).map(|last| ends[last]));
        if length == ends.len() {
            ends.push(at);
        } else {
            ends[length] = at;
        }
    }
    let mut out = Vec::with_capacity(ends.len());
    let mut next = ends.last().copied();
    while let Some(at) = next {
        out.push(pairs[at]);
        next = before[at];
    }
    out.reverse();
    out
}

/// What is common, and what lies between, as operations.
fn ops(pairs: &[(usize, usize)], old_len: usize, new_len: usize) -> Vec<DiffOp> {
    let mut out: Vec<DiffOp> = Vec::new();
    let (mut i, mut j) = (0, 0);
    for &(a, b) in pairs {
        if let (true, Some(DiffOp::Equal { len, .. })) = (a == i && b == j, out.last_mut()) {
            *len += 1;
        } else {
            out.extend(gap(i..a, j..b));
            out.push(DiffOp::Equal {
                old_index: a,
                new_index: b,
                len: 1,
            });
        }
        (i, j) = (a + 1, b + 1);
    }
    out.extend(gap(i..old_len, j..new_len));
    out
}

fn gap(old: Range<usize>, new: Range<usize>) -> Option<DiffOp> {
    let (old_index, old_len, new_index, new_len) = (old.start, old.len(), new.start, new.len());
    match (old_len, new_len) {
        (0, 0) => None,
        (_, 0) => Some(DiffOp::Delete {
            old_index,
            old_len,
            new_index,
        }),
        (0, _) => Some(DiffOp::Insert {
            old_index,
            new_index,
            new_len,
        }),
        _ => Some(DiffOp::Replace {
            old_index,
            old_len,
            new_index,
            new_len,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bounded(old: &[u8], new: &[u8], steps: usize) -> Vec<DiffOp> {
        let mut common = Common {
            old,
            new,
            steps,
            pairs: Vec::new(),
        };
        common.anchored(0..old.len(), 0..new.len());
        ops(&common.pairs, old.len(), new.len())
    }

    #[test]
    fn much_that_differs_is_answered_at_once() {
        let old: Vec<usize> = (0..200_000).collect();
        let new: Vec<usize> = old.iter().map(|at| at * 7 % 200_003 + 100_000).collect();
        let start = std::time::Instant::now();
        assert!(!diff_ops(&old, &new).is_empty());
        assert!(start.elapsed().as_secs() < 10);
    }

    proptest! {
        #[test]
        fn operations_lead_from_old_to_new(old in prop::collection::vec(0_u8..9, 0..40), new in prop::collection::vec(0_u8..9, 0..40), steps in 0_usize..200) {
            let (mut i, mut j) = (0, 0);
            for op in bounded(&old, &new, steps) {
                prop_assert_eq!((op.old_range().start, op.new_range().start), (i, j));
                if let DiffOp::Equal { .. } = op {
                    prop_assert_eq!(&old[op.old_range()], &new[op.new_range()]);
                }
                (i, j) = (op.old_range().end, op.new_range().end);
            }
            prop_assert_eq!((i, j), (old.len(), new.len()));
        }
    }
}

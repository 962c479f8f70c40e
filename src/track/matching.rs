//! Which block of the base is which block of the source.
//!
//! In five steps, each on what the one before has left: fields and messages by key; blocks of
//! the same text in the same order (the heaviest common subsequence, so that a long paragraph
//! outweighs a row of closing tags); blocks of the same text elsewhere; blocks of like text
//! between the same neighbours; blocks of very like text elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use similar::DiffOp;

use super::likeness::Likeness;
use crate::document::{Block, Document};
use crate::text::{best_pairs, diff_ops};

/// What became of a block: indexes into the blocks of the base and of the source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Match {
    Same(usize, usize),
    Changed(usize, usize),
    Moved(usize, usize),
    Removed(usize),
    Added(usize),
}

/// Matches all blocks of two versions of a source; each block is in exactly one match.
pub(super) fn match_blocks(base: &Document, source: &Document) -> Vec<Match> {
    let mut matcher = Matcher {
        base,
        source,
        old: (0..base.blocks.len()).collect(),
        new: (0..source.blocks.len()).collect(),
        spine: Vec::new(),
        out: Vec::new(),
    };
    matcher.by_key();
    matcher.in_order();
    matcher.exact_elsewhere();
    matcher.alike_in_place();
    matcher.alike_elsewhere();
    matcher
        .out
        .extend(matcher.old.iter().map(|&old| Match::Removed(old)));
    matcher
        .out
        .extend(matcher.new.iter().map(|&new| Match::Added(new)));
    matcher.out
}

/// A block elsewhere must be liker, the more so the shorter it is.
const ALIKE_ELSEWHERE: f64 = 0.7;
const SHORT_ALIKE_ELSEWHERE: f64 = 0.95;
const SHORT: usize = 40;

/// Shorter blocks are too common to say that one has moved.
const MOVABLE: usize = 12;

/// Tables larger than this are not filled; a plain diff does instead.
const TABLE: usize = 4_000_000;

/// More comparisons than this are not made to choose the order again.
const CROSSINGS: usize = 2_500;

/// More comparisons than this are not made to find a reworded block far away.
const FAR_PAIRS: usize = 100_000;

struct Matcher<'d> {
    base: &'d Document,
    source: &'d Document,
    /// What is not matched yet, in order.
    old: BTreeSet<usize>,
    new: BTreeSet<usize>,
    /// Blocks of the same text in the same order.
    spine: Vec<(usize, usize)>,
    out: Vec<Match>,
}

impl<'d> Matcher<'d> {
    fn take(&mut self, found: Match) {
        let (Match::Same(old, new) | Match::Changed(old, new) | Match::Moved(old, new)) = found
        else {
            return;
        };
        self.old.remove(&old);
        self.new.remove(&new);
        self.out.push(found);
    }

    fn old_block(&self, at: usize) -> &Block {
        &self.base.blocks[at]
    }

    fn new_block(&self, at: usize) -> &Block {
        &self.source.blocks[at]
    }

    fn by_key(&mut self) {
        let mut keyed: BTreeMap<&str, usize> = BTreeMap::new();
        for &at in &self.new {
            if let Some(key) = self.source.blocks[at].key(self.source) {
                keyed.entry(key).or_insert(at);
            }
        }
        let pairs: Vec<(usize, usize)> = self
            .old
            .iter()
            .filter_map(|&at| self.base.blocks[at].key(self.base).map(|key| (at, key)))
            .filter_map(|(at, key)| keyed.remove(key).map(|new| (at, new)))
            .collect();
        for (old, new) in pairs {
            let same = self.old_block(old).text == self.new_block(new).text;
            self.take(if same {
                Match::Same(old, new)
            } else {
                Match::Changed(old, new)
            });
        }
    }

    /// Blocks without a key that are still free, on both sides.
    fn free(&self) -> (Vec<usize>, Vec<usize>) {
        let old = self
            .old
            .iter()
            .copied()
            .filter(|&at| self.old_block(at).key(self.base).is_none());
        let new = self
            .new
            .iter()
            .copied()
            .filter(|&at| self.new_block(at).key(self.source).is_none());
        (old.collect(), new.collect())
    }

    fn in_order(&mut self) {
        let (old, new) = self.free();
        let (base, source) = (self.base, self.source);
        let text = |i: usize, j: usize| base.blocks[old[i]].text == source.blocks[new[j]].text;
        let (n, m) = (old.len(), new.len());
        // Most of most pages has not changed: only what lies between is numbered and compared.
        let head = (0..n.min(m)).take_while(|&at| text(at, at)).count();
        let tail = (1..=n.min(m) - head)
            .take_while(|&at| text(n - at, m - at))
            .count();
        let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
        let mut numbered = |document: &'d Document, blocks: &[usize]| -> Vec<usize> {
            let texts = blocks.iter().map(|&at| document.blocks[at].text.as_str());
            texts.map(|text| intern(&mut ids, text)).collect()
        };
        let left = numbered(base, &old[head..n - tail]);
        let right = numbered(source, &new[head..m - tail]);
        let weight = |at: usize| weight(base, &base.blocks[old[head + at]]);
        let between = heaviest_common(&left, &right, &weight);
        let between = between
            .into_iter()
            .map(|(i, j)| (old[head + i], new[head + j]));
        self.spine.extend((0..head).map(|at| (old[at], new[at])));
        self.spine.extend(between);
        self.spine
            .extend((0..tail).rev().map(|at| (old[n - 1 - at], new[m - 1 - at])));
        self.reconsider();
        for (i, j) in self.spine.clone() {
            self.take(Match::Same(i, j));
        }
    }

    /// Drops blocks of the spine that stand in the way of more than they hold together.
    ///
    /// On a page that was edited nearly everywhere, one paragraph that stayed the same and moved to
    /// the front would be all of the spine, and everything that stayed in place would seem to
    /// have moved round it. So where blocks are left over on different sides of the spine, the
    /// order is chosen again with the likeness of what is left over counted in.
    fn reconsider(&mut self) {
        let (old, new) = self.left_over();
        if !self.crosses(&old, &new) || old.len() * new.len() > CROSSINGS {
            return;
        }
        let mut left: Vec<usize> = old
            .iter()
            .copied()
            .chain(self.spine.iter().map(|pair| pair.0))
            .collect();
        let mut right: Vec<usize> = new
            .iter()
            .copied()
            .chain(self.spine.iter().map(|pair| pair.1))
            .collect();
        left.sort_unstable();
        right.sort_unstable();
        if left.len() * right.len() > TABLE {
            return;
        }
        let spine: BTreeMap<usize, usize> = self.spine.iter().copied().collect();
        let (old, new): (BTreeSet<usize>, BTreeSet<usize>) =
            (old.into_iter().collect(), new.into_iter().collect());
        let mut alike = Likeness::new(self.base, self.source);
        let score = |i: usize, j: usize| {
            let (i, j) = (left[i], right[j]);
            if spine.get(&i) == Some(&j) {
                weight(self.base, &self.base.blocks[i])
            } else if old.contains(&i) && new.contains(&j) {
                // Equal text says more of where a block belongs than like text does.
                0.5 * alike.of(i, j) * weight(self.base, &self.base.blocks[i])
            } else {
                0.0
            }
        };
        let pairs = best_pairs(left.len(), right.len(), score);
        let pairs = pairs.into_iter().map(|(i, j)| (left[i], right[j]));
        self.spine = pairs.filter(|(i, j)| spine.get(i) == Some(j)).collect();
    }

    /// Content without a counterpart on the spine, on both sides.
    fn left_over(&self) -> (Vec<usize>, Vec<usize>) {
        let (olds, news): (BTreeSet<usize>, BTreeSet<usize>) = self.spine.iter().copied().unzip();
        let (old, new) = self.free();
        let old = old
            .into_iter()
            .filter(|at| !olds.contains(at) && self.old_block(*at).kind(self.base).is_content());
        let new = new
            .into_iter()
            .filter(|at| !news.contains(at) && self.new_block(*at).kind(self.source).is_content());
        (old.collect(), new.collect())
    }

    /// Whether one gap of the spine has too many blocks of the base and another too many of the source.
    fn crosses(&self, old: &[usize], new: &[usize]) -> bool {
        let gap = |at: usize, side: fn(&(usize, usize)) -> usize| {
            self.spine.partition_point(|pair| side(pair) < at)
        };
        let mut balance: BTreeMap<usize, isize> = BTreeMap::new();
        for &at in old {
            *balance.entry(gap(at, |pair| pair.0)).or_default() += 1;
        }
        for &at in new {
            *balance.entry(gap(at, |pair| pair.1)).or_default() -= 1;
        }
        balance.values().any(|&rest| rest > 0) && balance.values().any(|&rest| rest < 0)
    }

    fn exact_elsewhere(&mut self) {
        let (old, new) = self.free();
        let mut places: BTreeMap<&str, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for at in old {
            places
                .entry(&self.base.blocks[at].text)
                .or_default()
                .0
                .push(at);
        }
        for at in new {
            places
                .entry(&self.source.blocks[at].text)
                .or_default()
                .1
                .push(at);
        }
        let movable = |text: &str| text.chars().count() >= MOVABLE;
        let found: Vec<(usize, usize)> = places
            .into_iter()
            .filter(|(text, _)| movable(text))
            .filter_map(|(_, (old, new))| match (old.as_slice(), new.as_slice()) {
                ([old], [new]) => Some((*old, *new)),
                _ => None,
            })
            .filter(|&(old, _)| self.old_block(old).kind(self.base).is_content())
            .collect();
        for &(old, new) in &found {
            self.take(Match::Moved(old, new));
        }
        self.along(&found);
    }

    /// What stands beside a moved block has moved with it, however short it is: the heading over a
    /// paragraph, the items of a list.
    fn along(&mut self, moved: &[(usize, usize)]) {
        let mut reached = moved.to_vec();
        while let Some((old, new)) = reached.pop() {
            let before = old.checked_sub(1).zip(new.checked_sub(1));
            for (i, j) in before.into_iter().chain([(old + 1, new + 1)]) {
                let free = self.old.contains(&i) && self.new.contains(&j);
                if free && self.base.blocks[i].text == self.source.blocks[j].text {
                    self.take(Match::Moved(i, j));
                    reached.push((i, j));
                }
            }
        }
    }

    /// Pairs what is left between two blocks of the spine, keeping the order.
    fn alike_in_place(&mut self) {
        let mut bounds = self.spine.clone();
        bounds.sort_unstable();
        bounds.push((self.base.blocks.len(), self.source.blocks.len()));
        let (mut from_old, mut from_new) = (0, 0);
        let mut alike = Likeness::new(self.base, self.source);
        for (to_old, to_new) in bounds {
            let old: Vec<usize> = self.unkeyed_old(from_old, to_old);
            let new: Vec<usize> = self.unkeyed_new(from_new, to_new);
            (from_old, from_new) = (to_old + 1, to_new + 1);
            if old.is_empty() || new.is_empty() || old.len() * new.len() > FAR_PAIRS {
                continue;
            }
            let score = |i: usize, j: usize| alike.of(old[i], new[j]);
            for (i, j) in best_pairs(old.len(), new.len(), score) {
                self.take(Match::Changed(old[i], new[j]));
            }
        }
    }

    fn unkeyed_old(&self, from: usize, to: usize) -> Vec<usize> {
        let range = self.old.range(from..to.max(from)).copied();
        range
            .filter(|&at| self.old_block(at).key(self.base).is_none())
            .collect()
    }

    fn unkeyed_new(&self, from: usize, to: usize) -> Vec<usize> {
        let range = self.new.range(from..to.max(from)).copied();
        range
            .filter(|&at| self.new_block(at).key(self.source).is_none())
            .collect()
    }

    fn alike_elsewhere(&mut self) {
        let (old, new) = self.free();
        let content = |document: &Document, block: &Block| {
            block.kind(document).is_content() && block.text.chars().count() >= MOVABLE
        };
        let old: Vec<usize> = old
            .into_iter()
            .filter(|&at| content(self.base, self.old_block(at)))
            .collect();
        let new: Vec<usize> = new
            .into_iter()
            .filter(|&at| content(self.source, self.new_block(at)))
            .collect();
        if old.len() * new.len() > FAR_PAIRS {
            return;
        }
        let mut alike = Likeness::new(self.base, self.source);
        let mut found = Vec::new();
        for &i in &old {
            let long = self.old_block(i).text.chars().count() >= SHORT;
            let least = if long {
                ALIKE_ELSEWHERE
            } else {
                SHORT_ALIKE_ELSEWHERE
            };
            for &j in &new {
                let score = alike.of(i, j);
                if score >= least {
                    found.push((score, i, j));
                }
            }
        }
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        for (_, i, j) in found {
            if self.old.contains(&i) && self.new.contains(&j) {
                self.take(Match::Moved(i, j));
            }
        }
    }
}

/// A number for each different text.
fn intern<'d>(ids: &mut BTreeMap<&'d str, usize>, text: &'d str) -> usize {
    let next = ids.len();
    *ids.entry(text).or_insert(next)
}

/// How much it matters that a block finds its equal.
fn weight(document: &Document, block: &Block) -> f64 {
    let length = f64::from(u32::try_from(block.text.len().min(300)).unwrap_or(300));
    if block.kind(document).is_content() {
        1.0 + length / 40.0
    } else {
        0.5 + length / 400.0
    }
}

/// The common subsequence of two sequences with the greatest weight, as pairs of indexes.
fn heaviest_common(
    left: &[usize],
    right: &[usize],
    weight: &dyn Fn(usize) -> f64,
) -> Vec<(usize, usize)> {
    if left.len() * right.len() > TABLE {
        return plain_common(left, right).collect();
    }
    let score = |i: usize, j: usize| if left[i] == right[j] { weight(i) } else { 0.0 };
    best_pairs(left.len(), right.len(), score)
}

fn plain_common(left: &[usize], right: &[usize]) -> impl Iterator<Item = (usize, usize)> {
    diff_ops(left, right).into_iter().flat_map(|op| match op {
        DiffOp::Equal {
            old_index,
            new_index,
            len,
        } => (old_index..old_index + len)
            .zip(new_index..new_index + len)
            .collect(),
        _ => Vec::new(),
    })
}

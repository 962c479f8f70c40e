//! Which places of a table are looked at.

use std::ops::Range;

use super::model::Model;
use super::table::STEPS;

/// The places of the target that are looked at for each place of the source: ranges whose beginnings
/// and ends never go back, each touching the one before, from the first place to the last.
pub(super) struct Band {
    rows: Vec<Range<usize>>,
    /// Whether every place is looked at.
    full: bool,
}

/// Up to so many places every place is looked at.
const FULL: usize = 4_000_000;

/// The places of a first look at a larger table, and of the look after one that led to the edge.
pub(super) const LOOKS: [usize; 2] = [8_000_000, 32_000_000];

/// So far from the middle places are looked at in any case.
const LEAST: usize = 50;

/// A way that comes nearer to the edge may go on behind it.
const MARGIN: usize = 20;

impl Band {
    /// All places of a small table; of a larger one about `places`, around those with as much text
    /// before them on both sides.
    pub(super) fn new(model: &Model<'_>, left: &[usize], right: &[usize], places: usize) -> Self {
        let (n, m) = (left.len(), right.len());
        if n.saturating_mul(m) <= FULL {
            return Self {
                rows: vec![0..m + 1; n + 1],
                full: true,
            };
        }
        let half = (places / (2 * n)).max(LEAST);
        let source = so_far(left.iter().map(|&at| model.source.features[at].length));
        let target = so_far(right.iter().map(|&at| model.target.features[at].length));
        let middle = |i: usize| match source.get(i) {
            Some(share) if i < n => target.partition_point(|other| other < share),
            _ => m,
        };
        let row = |i: usize| middle(i).saturating_sub(half)..(middle(i + 1) + half).min(m) + 1;
        Self {
            rows: (0..=n).map(row).collect(),
            full: false,
        }
    }

    /// The places up to `reach` from a way through the table.
    pub(super) fn around(path: &[usize], (n, m): (usize, usize), reach: usize) -> Self {
        let mut rows = vec![m..0; n + 1];
        let (mut i, mut j) = (0_usize, 0_usize);
        for step in path.iter().map(|&step| STEPS[step]).chain([(0, 0)]) {
            for row in &mut rows[i..=i + step.0] {
                row.start = row.start.min(j.saturating_sub(reach));
                row.end = row.end.max((j + step.1 + reach).min(m) + 1);
            }
            (i, j) = (i + step.0, j + step.1);
        }
        Self { rows, full: false }
    }

    /// The places of the target for place `i` of the source.
    pub(super) fn row(&self, i: usize) -> Range<usize> {
        self.rows[i].clone()
    }

    /// Whether a way through the table comes so near to the edge that a better one may lie behind it.
    pub(super) fn is_left(&self, path: &[usize]) -> bool {
        let m = self.rows.last().map_or(0, |row| row.end - 1);
        let (mut i, mut j) = (0, 0);
        path.iter().any(|&step| {
            (i, j) = (i + STEPS[step].0, j + STEPS[step].1);
            let row = &self.rows[i];
            let near = |edge: usize| j.abs_diff(edge) < MARGIN;
            !self.full && (row.start > 0 && near(row.start) || row.end <= m && near(row.end))
        })
    }
}

/// The share of the text before each place of a list, by the lengths of the blocks.
fn so_far(lengths: impl Iterator<Item = f32>) -> Vec<f64> {
    let mut sum = 0.0;
    let mut out = vec![0.0];
    for length in lengths {
        sum += f64::from(length + BLOCK);
        out.push(sum);
    }
    for share in &mut out {
        *share /= sum.max(1.0);
    }
    out
}

/// Letters that a block without any counts for.
const BLOCK: f32 = 10.0;

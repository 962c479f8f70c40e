//! The cheapest way to say which blocks translate which, in order.

use super::cuts;
use super::model::{GAP, Model};
use super::table::{STEPS, Table};

/// Some blocks of the source with the blocks of the target that translate them, by their places
/// in the lists of the model.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Bead {
    pub(super) source: Vec<usize>,
    pub(super) target: Vec<usize>,
    /// What it costs by the model.
    pub(super) cost: f32,
    /// How likely it is among all there could be, from 0 to 1.
    pub(super) confidence: f32,
}

/// Anchors of one block depend on each other, so that costs say more than they know: chances are
/// worked out at this temperature.
pub(super) const TEMPERATURE: f32 = 2.0;

/// Aligns the blocks `left` of the source with the blocks `right` of the target, both in order.
pub(super) fn in_order(model: &Model<'_>, left: &[usize], right: &[usize]) -> Vec<Bead> {
    let mut out = Vec::new();
    for (source, target) in cuts::pieces(model, left, right) {
        let table = Table::new(model, &left[source], &right[target]);
        let path = table.path();
        let chances = table.chances(&path);
        let beads = beads(&table, &path).zip(chances);
        out.extend(beads.map(|(bead, confidence)| Bead { confidence, ..bead }));
    }
    out
}

/// The same for all blocks of both pages, without saying how sure it is.
pub(super) fn roughly(model: &Model<'_>) -> Vec<Bead> {
    let all = |blocks: usize| (0..blocks).collect::<Vec<_>>();
    let (left, right) = (all(model.source.len()), all(model.target.len()));
    let mut out = Vec::new();
    for (source, target) in cuts::pieces(model, &left, &right) {
        let table = Table::new(model, &left[source], &right[target]);
        out.extend(beads(&table, &table.path()));
    }
    out
}

/// How likely it is that a pair of blocks with this cost is one, and not two blocks alone.
pub(super) fn against_gaps(cost: f32) -> f32 {
    1.0 / (1.0 + ((cost - 2.0 * GAP) / TEMPERATURE).exp())
}

fn beads(table: &Table<'_>, path: &[usize]) -> impl Iterator<Item = Bead> {
    let (mut i, mut j) = (0, 0);
    let costs = table.costs(path);
    path.iter().zip(costs).map(move |(&step, cost)| {
        let (a, b) = STEPS[step];
        let bead = Bead {
            source: table.left[i..i + a].to_vec(),
            target: table.right[j..j + b].to_vec(),
            cost,
            confidence: 0.0,
        };
        (i, j) = (i + a, j + b);
        bead
    })
}

//! The whole alignment of the text: what kept its order in order, what moved by itself.

use super::model::Model;
use super::moves;
use super::order::{self, Bead};

/// Aligns in order what kept its order, and each stretch that moved by itself.
pub(super) fn anywhere(model: &Model<'_>) -> Vec<Bead> {
    let (n, m) = (model.source.len(), model.target.len());
    let all = |blocks: usize| (0..blocks).collect::<Vec<_>>();
    let (all_left, all_right) = (all(n), all(m));
    let straight = order::in_order(model, &all_left, &all_right);
    if moves::too_long(n, m) {
        return with_strayed(model, straight);
    }
    let moved = if n < 2 || m < 2 {
        Vec::new()
    } else {
        moves::moved(model, &all_left, &all_right)
    };
    if moved.is_empty() {
        return straight;
    }
    let (mut left, mut right) = (vec![true; n], vec![true; m]);
    let mut elsewhere = Vec::new();
    for stretch in &moved {
        left[stretch.source.clone()].fill(false);
        right[stretch.target.clone()].fill(false);
        let (source, target) = (stretch.source.clone(), stretch.target.clone());
        elsewhere.extend(order::in_order(
            model,
            &all_left[source],
            &all_right[target],
        ));
    }
    let rest = |kept: &[bool]| -> Vec<usize> { (0..kept.len()).filter(|&at| kept[at]).collect() };
    elsewhere.extend(order::in_order(model, &rest(&left), &rest(&right)));
    let cost = |beads: &[Bead]| beads.iter().map(|bead| bead.cost).sum::<f32>();
    let jumps = moved.iter().map(|_| moves::JUMP).sum::<f32>();
    if cost(&elsewhere) + jumps < cost(&straight) {
        elsewhere
    } else {
        straight
    }
}

/// On long pages only what is left alone on both sides is looked for elsewhere.
fn with_strayed(model: &Model<'_>, mut beads: Vec<Bead>) -> Vec<Bead> {
    let alone = |bead: &Bead| bead.source.is_empty() || bead.target.is_empty();
    let mut lists = [Vec::new(), Vec::new()];
    for bead in beads.iter().filter(|bead| alone(bead)) {
        lists[0].extend(&bead.source);
        lists[1].extend(&bead.target);
    }
    let [left, right] = lists;
    let mut elsewhere = Vec::new();
    let mut taken = [model.source, model.target].map(|side| vec![false; side.len()]);
    for stretch in moves::strayed(model, &left, &right) {
        let (source, target) = (&left[stretch.source], &right[stretch.target]);
        for (taken, blocks) in taken.iter_mut().zip([source, target]) {
            for &at in blocks {
                taken[at] = true;
            }
        }
        elsewhere.extend(order::in_order(model, source, target));
    }
    beads.retain(|bead| {
        let blocks = [&bead.source, &bead.target];
        let mut blocks = blocks.into_iter().zip(&taken);
        !blocks.any(|(blocks, taken)| blocks.iter().any(|&at| taken[at]))
    });
    beads.extend(elsewhere);
    beads
}

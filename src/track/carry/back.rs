//! What a translation has already, found by looking back from the source.
//!
//! Seen from the source, a change leads from there to the base. Where that way back would be a
//! sure edit of the translation, it says what the source says: somebody has carried the change
//! before, by hand or in a run that was cut short.

use std::collections::BTreeSet;

use super::{Outcome, Sides, Work};
use crate::align::align;
use crate::track::changes::{Change, ChangeKind, Changes};

/// The changes that the translation reflects.
pub(super) fn already_there(sides: Sides<'_>) -> BTreeSet<usize> {
    if sides
        .changes
        .list
        .iter()
        .all(|change| change.nature.is_work())
    {
        return BTreeSet::new();
    }
    let changes = reversed(sides.changes);
    let alignment = align(sides.source.document, sides.target.document);
    let back = Sides {
        base: sides.source,
        source: sides.base,
        target: sides.target,
        changes: &changes,
        alignment: &alignment,
    };
    let found = Work::new(back, true).outcomes().into_iter();
    found
        .filter(|(_, outcome)| matches!(outcome, Outcome::Edit(_)))
        .flat_map(|(group, _)| group)
        .collect()
}

/// The same changes from the other side, in the same order.
fn reversed(changes: &Changes) -> Changes {
    let turned = |change: &Change| Change {
        kind: match change.kind {
            ChangeKind::Added => ChangeKind::Removed,
            ChangeKind::Removed => ChangeKind::Added,
            kind => kind,
        },
        old: change.new,
        new: change.old,
        ..change.clone()
    };
    Changes {
        list: changes.list.iter().map(turned).collect(),
        same: changes.same.iter().map(|&(old, new)| (new, old)).collect(),
    }
}

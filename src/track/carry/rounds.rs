//! One round after the other, each from what the one before has made.

use std::collections::BTreeMap;
use std::ops::Range;

use super::settle::Settled;
use super::splice::{Splice, Step};
use super::{Carried, Done, Sides, Why, round};
use crate::align::align;
use crate::document::{Document, Reader};
use crate::track::changes::{Change, Changes};
use crate::track::take::Version;

/// More rounds than this are not made; the second finds little, a third hardly ever anything.
const ROUNDS: usize = 4;

pub(super) fn all(sides: Sides<'_>, readers: (&Reader<'_>, &Reader<'_>)) -> Carried {
    let mut all = Rounds {
        first: sides,
        splices: Vec::new(),
        done: BTreeMap::new(),
        left: BTreeMap::new(),
    };
    let mut last = round(sides, readers);
    let own: Vec<usize> = (0..sides.changes.list.len()).collect();
    all.note(&last, &own);
    for _ in 1..ROUNDS {
        let open = last.left.iter().any(|(_, why)| *why != Why::Words);
        if last.kept.is_empty() || !open {
            break;
        }
        let Settled { target, base, .. } = last;
        let old = readers.0.read(&base).document;
        let translated = readers.1.read(&target).document;
        let changes = Changes::between(&old, sides.source.document);
        let Some(names) = all.names(&old, &changes) else {
            last = Settled {
                target,
                base,
                kept: Vec::new(),
                left: Vec::new(),
            };
            break;
        };
        let next = Sides {
            base: Version {
                text: &base,
                document: &old,
            },
            source: sides.source,
            target: Version {
                text: &target,
                document: &translated,
            },
            changes: &changes,
            alignment: &align(&old, &translated),
        };
        let found = round(next, readers);
        all.note(&found, &names);
        last = found;
    }
    Carried {
        taken: all.done.keys().copied().collect(),
        done: all
            .done
            .into_iter()
            .map(|(change, edited)| Done { change, edited })
            .collect(),
        left: all.left.into_iter().collect(),
        target: last.target,
        base: last.base,
    }
}

/// What all rounds have done, in terms of the changes and the translation of the first.
struct Rounds<'a> {
    first: Sides<'a>,
    /// The edits of each round, in order.
    splices: Vec<Vec<Splice>>,
    done: BTreeMap<usize, Option<Range<usize>>>,
    left: BTreeMap<usize, Why>,
}

impl Rounds<'_> {
    /// Notes a round; `names` are its changes among those of the first.
    fn note(&mut self, round: &Settled, names: &[usize]) {
        for step in &round.kept {
            let edited = step.extent().map(|range| self.origin(range));
            for &change in &step.changes {
                self.done.insert(names[change], edited.clone());
                self.left.remove(&names[change]);
            }
        }
        let left = round.left.iter();
        self.left
            .extend(left.map(|(at, why)| (names[*at], why.clone())));
        let splices = round
            .kept
            .iter()
            .flat_map(|step: &Step| step.splices.clone());
        let mut splices: Vec<Splice> = splices.collect();
        splices.sort_by_key(|splice| (splice.range.start, splice.range.end, splice.order));
        self.splices.push(splices);
    }

    /// Bytes of the translation as it is now, in the one that was there first.
    fn origin(&self, range: Range<usize>) -> Range<usize> {
        let mut range = range;
        for splices in self.splices.iter().rev() {
            range = before(splices, range.start)..before(splices, range.end);
        }
        range.start..range.end.max(range.start)
    }

    /// Which of the first changes those of a later round are: the pending ones, by their texts.
    fn names(&self, old: &Document, changes: &Changes) -> Option<Vec<usize>> {
        type Key = (Option<String>, Option<String>);
        let source = self.first.source.document;
        let key = |change: &Change, old: &Document| -> Key {
            let text = |document: &Document, at: usize| document.blocks[at].text.clone();
            (
                change.old.map(|at| text(old, at)),
                change.new.map(|at| text(source, at)),
            )
        };
        let mut open: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
        for &at in self.left.keys().rev() {
            let change = &self.first.changes.list[at];
            open.entry(key(change, self.first.base.document))
                .or_default()
                .push(at);
        }
        let list = changes.list.iter();
        list.map(|change| open.get_mut(&key(change, old))?.pop())
            .collect()
    }
}

/// The byte that was at `at` before these edits were made.
fn before(splices: &[Splice], at: usize) -> usize {
    let mut now = 0;
    let mut was = 0;
    for splice in splices {
        let start = now + splice.range.start.saturating_sub(was);
        if at <= start {
            break;
        }
        let end = start + splice.text.len();
        if at < end {
            return splice.range.start;
        }
        (now, was) = (end, splice.range.end);
    }
    was + (at - now)
}

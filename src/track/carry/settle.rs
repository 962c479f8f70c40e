//! As many steps as hold together, with the two texts that they make.

use std::collections::{BTreeMap, BTreeSet};

use super::super::changes::{Change, Changes};
use super::super::take::taken_alone;
use super::splice::{Step, apply, as_expected};
use super::{Sides, Why};
use crate::document::{Document, Reader};

/// Tries all steps at once, and if that does not hold, halves of them down to single ones.
pub(super) fn settle(
    sides: Sides<'_>,
    readers: (&Reader<'_>, &Reader<'_>),
    steps: &[Step],
    mut left: Vec<(usize, Why)>,
) -> Settled {
    let mut settling = Settling {
        sides,
        readers,
        kept: Vec::new(),
        target: sides.target.text.to_owned(),
        base: sides.base.text.to_owned(),
        left: Vec::new(),
    };
    if steps.is_empty() && left.is_empty() {
        // Blank lines between the blocks are all that differs, and a translation has its own.
        sides.source.text.clone_into(&mut settling.base);
    }
    settling.add(&steps.iter().collect::<Vec<_>>());
    left.append(&mut settling.left);
    left.sort_by_key(|(at, _)| *at);
    Settled {
        kept: settling.kept.into_iter().cloned().collect(),
        target: settling.target,
        base: settling.base,
        left,
    }
}

/// What holds together, and what does not.
pub(super) struct Settled {
    pub(super) target: String,
    pub(super) base: String,
    pub(super) kept: Vec<Step>,
    pub(super) left: Vec<(usize, Why)>,
}

struct Settling<'a, 's> {
    sides: Sides<'a>,
    readers: (&'a Reader<'a>, &'a Reader<'a>),
    kept: Vec<&'s Step>,
    target: String,
    base: String,
    left: Vec<(usize, Why)>,
}

impl<'s> Settling<'_, 's> {
    fn add(&mut self, steps: &[&'s Step]) {
        if steps.is_empty() {
            return;
        }
        let all = [self.kept.as_slice(), steps].concat();
        match self.tried(&all) {
            Ok((target, base)) => {
                (self.target, self.base) = (target, base);
                self.kept = all;
            }
            Err(why) if steps.len() == 1 => {
                let changes = steps[0].changes.iter();
                self.left.extend(changes.map(|&at| (at, why.clone())));
            }
            Err(_) => {
                let (first, second) = steps.split_at(steps.len() / 2);
                self.add(first);
                self.add(second);
            }
        }
    }

    /// The translation and the base with these steps made.
    fn tried(&self, steps: &[&Step]) -> Result<(String, String), Why> {
        let sides = self.sides;
        let target = apply(sides.target.text, steps).ok_or(Why::Unsafe)?;
        if target != sides.target.text {
            let after = self.readers.1.read(&target).document;
            if !as_expected(sides.target.document, &after, steps) {
                return Err(Why::Unsafe);
            }
        }
        let chosen: BTreeSet<usize> = steps
            .iter()
            .flat_map(|step| &step.changes)
            .copied()
            .collect();
        let (old, new) = (sides.base, sides.source);
        let base =
            taken_alone(old, new, sides.changes, &chosen, self.readers.0).ok_or(Why::Tied)?;
        if base != new.text {
            let document = self.readers.0.read(&base).document;
            let rest = Changes::between(&document, new.document);
            let list = sides.changes.list.iter().enumerate();
            let ours = list
                .filter(|(at, _)| !chosen.contains(at))
                .map(|(_, change)| change);
            if !covers(
                &Pending::of(ours, old.document, new.document),
                &Pending::of(rest.list.iter(), &document, new.document),
            ) {
                return Err(Why::Tied);
            }
        }
        Ok((target, base))
    }
}

/// Changes that are not taken: those without work by their texts, and how many hold work.
struct Pending {
    mechanical: BTreeMap<(Option<String>, Option<String>), usize>,
    work: usize,
}

impl Pending {
    fn of<'c>(changes: impl Iterator<Item = &'c Change>, old: &Document, new: &Document) -> Self {
        let mut out = Self {
            mechanical: BTreeMap::new(),
            work: 0,
        };
        for change in changes {
            if change.nature.is_work() {
                out.work += 1;
                continue;
            }
            let text = |at: Option<usize>, document: &Document| {
                at.map(|at| document.blocks[at].text.clone())
            };
            let key = (text(change.old, old), text(change.new, new));
            *out.mechanical.entry(key).or_default() += 1;
        }
        out
    }
}

/// Whether nothing is pending `now` that was not pending before.
fn covers(before: &Pending, now: &Pending) -> bool {
    let known = |key, count: &usize| before.mechanical.get(key).is_some_and(|had| had >= count);
    now.work <= before.work && now.mechanical.iter().all(|(key, count)| known(key, count))
}

//! What only stands elsewhere now: whole sections, or what is between texts that stay.

use std::ops::Range;

use super::places::front;
use super::splice::{Effect, Splice, Step};
use super::{Outcome, Why, Work};
use crate::document::{Document, Kind};
use crate::track::changes::ChangeKind;

impl Work<'_> {
    /// What was moved, in runs of neighbours.
    pub(super) fn moves(&self, changes: &[usize]) -> Vec<(Vec<usize>, Outcome)> {
        let list = &self.sides.changes.list;
        let place = |at: usize| list[at].old.zip(list[at].new).unwrap_or_default();
        let mut runs: Vec<Vec<usize>> = Vec::new();
        for &at in changes {
            let near = runs
                .last()
                .and_then(|run| run.last())
                .map(|last| place(*last));
            match runs.last_mut() {
                Some(run) if near.is_some_and(|(old, new)| place(at) == (old + 1, new + 1)) => {
                    run.push(at);
                }
                _ => runs.push(vec![at]),
            }
        }
        let judge = |run: Vec<usize>| {
            let (old, new) = run.first().map_or((0, 0), |at| place(*at));
            let outcome = self.moved(old..old + run.len(), new..new + run.len());
            (run, outcome.unwrap_or_else(Outcome::Left))
        };
        runs.into_iter().map(judge).collect()
    }

    fn moved(&self, old: Range<usize>, new: Range<usize>) -> Result<Outcome, Why> {
        let (base, source, target) = (self.sides.base, self.sides.source, self.sides.target);
        let edge = front(target.document);
        let there = old.clone().map(|at| self.places.sure(at));
        let there = there.collect::<Result<Vec<usize>, Why>>()?;
        let first = *there.first().ok_or(Why::NoCounterpart)?;
        if there
            .iter()
            .enumerate()
            .any(|(at, block)| *block != first + at)
            || first < edge
        {
            return Err(Why::NotOneToOne);
        }
        let blocks = first..first + there.len();
        let head = |text: &str, document: &Document, at: usize| {
            let block = &document.blocks[at];
            let start = block.of(document)[0].span.start;
            text.get(block.lines.start..start).map(str::to_owned)
        };
        if head(base.text, base.document, old.start)
            != head(source.text, source.document, new.start)
        {
            return Err(Why::AmongWords);
        }
        if is_section(source.document, &new) {
            if !is_section(base.document, &old) {
                return Err(Why::BesideWords);
            }
        } else {
            // What is less belongs to the text around it.
            let near = |range: &Range<usize>| [range.start.checked_sub(1), Some(range.end)];
            for at in near(&old).into_iter().flatten() {
                self.may_stand_beside(|change| change.old == Some(at))?;
            }
            for at in near(&new).into_iter().flatten() {
                self.may_stand_beside(|change| change.new == Some(at))?;
            }
        }
        let room = self.room(&new)?;
        if room.between.contains(&first) {
            // Whatever else stands there leaves, too, or it would not be between.
            return Ok(Outcome::Right);
        }
        if !room.between.clone().all(|at| self.leaves(at)) {
            return Err(Why::Ambiguous {
                value: source.document.blocks[new.start].text.clone(),
            });
        }
        let list = &target.document.blocks;
        let own = list[blocks.start].lines.start..list[blocks.end - 1].lines.end;
        let text = target.text.get(own).ok_or(Why::Unsure)?;
        Ok(Outcome::Edit(Step {
            splices: vec![
                room.splice(text, new.start),
                Splice {
                    range: self.with_gap(&blocks),
                    text: String::new(),
                    order: 0,
                },
            ],
            effects: blocks
                .zip(new)
                .map(|(block, order)| Effect::Moved {
                    block,
                    behind: room.behind,
                    order,
                })
                .collect(),
            ..Step::default()
        }))
    }

    /// Whether a block of the translation translates something that went or was moved.
    fn leaves(&self, target: usize) -> bool {
        let Some(old) = self.places.back(target) else {
            return false;
        };
        let list = &self.sides.changes.list;
        list.iter().any(|change| {
            change.old == Some(old)
                && matches!(change.kind, ChangeKind::Removed | ChangeKind::Moved)
        })
    }
}

/// Whether blocks are one section or several, from a heading to before the next one.
fn is_section(document: &Document, blocks: &Range<usize>) -> bool {
    let level = |at: usize| match document.blocks.get(at).map(|block| block.kind(document)) {
        Some(Kind::Heading(level)) => Some(level),
        Some(_) => None,
        // The end of the page ends everything.
        None => Some(0),
    };
    let first = level(blocks.start);
    let next = level(blocks.end);
    first.zip(next).is_some_and(|(first, next)| next <= first)
}

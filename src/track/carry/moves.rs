//! What only stands elsewhere now, and the room in the translation for what comes in.

use std::ops::Range;

use super::lines::line_break;
use super::places::front;
use super::splice::{Effect, Splice, Step};
use super::{Outcome, Why, Work};
use crate::document::{Document, Kind};
use crate::track::changes::ChangeKind;

/// Where in the translation something belongs.
pub(super) struct Room {
    /// The byte.
    at: usize,
    /// Behind how many blocks.
    pub(super) behind: usize,
    /// Blocks that stand between the two neighbours.
    pub(super) between: Range<usize>,
    /// The neighbour before it, if there is one: in source and translation.
    pub(super) before: Option<(usize, usize)>,
    /// What is to stand before and behind it.
    gaps: (String, String),
}

impl Room {
    pub(super) fn splice(&self, text: &str, order: usize) -> Splice {
        Splice {
            range: self.at..self.at,
            text: format!("{}{text}{}", self.gaps.0, self.gaps.1),
            order,
        }
    }
}

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

    /// Where blocks of the source belong: between the translations of their nearest neighbours
    /// that stand where they stood.
    pub(super) fn room(&self, blocks: &Range<usize>) -> Result<Room, Why> {
        let (source, target) = (self.sides.source, self.sides.target);
        let edge = front(source.document);
        let stays =
            |new: usize| {
                let same = self
                    .sides
                    .changes
                    .same
                    .iter()
                    .find(|(_, same)| *same == new);
                let changed =
                    self.sides.changes.list.iter().find(|change| {
                        change.kind == ChangeKind::Changed && change.new == Some(new)
                    });
                same.map(|(old, _)| *old)
                    .or_else(|| changed.and_then(|change| change.old))
                    .map(|old| (new, old))
            };
        let before = (edge..blocks.start).rev().find_map(stays);
        let after = (blocks.end..source.document.blocks.len()).find_map(stays);
        let sure = |found: Option<(usize, usize)>| {
            found
                .map(|(new, old)| self.places.sure(old).map(|block| (new, block)))
                .transpose()
        };
        let (before, after) = (sure(before)?, sure(after)?);
        let start = before.map_or(front(target.document), |(_, block)| block + 1);
        let end = after.map_or(target.document.blocks.len(), |(_, block)| block);
        if start > end || (before.is_none() && after.is_none()) {
            return Err(Why::Unsure);
        }
        let list = &target.document.blocks;
        let lines = |at: usize| source.document.blocks[at].lines.clone();
        let gap = |from: usize, to: usize| -> Result<usize, Why> {
            let gap = source.text.get(from..to).ok_or(Why::Unsure)?;
            if gap.trim().is_empty() {
                // One blank line says as much as several.
                Ok(gap.matches('\n').count().min(2))
            } else {
                Err(Why::Unsure)
            }
        };
        let is_body = |at: usize| at >= edge && at < source.document.blocks.len();
        let wanted = (
            match blocks.start.checked_sub(1).filter(|at| is_body(*at)) {
                Some(near) => gap(lines(near).end, lines(blocks.start).start)?,
                None => 0,
            },
            match Some(blocks.end).filter(|at| is_body(*at)) {
                Some(near) => gap(lines(blocks.end - 1).end, lines(near).start)?,
                None => 0,
            },
        );
        let line = line_break(target.text);
        let (at, gaps) = if before.is_some() {
            let at = list[start - 1].lines.end;
            let own = list.get(start).map_or(0, |next| {
                target.text[at..next.lines.start].matches('\n').count()
            });
            let missing = if after.is_some() {
                wanted.1.saturating_sub(own)
            } else {
                0
            };
            (at, (line.repeat(wanted.0.max(1)), line.repeat(missing)))
        } else {
            let at = list[start].lines.start;
            (at, (String::new(), line.repeat(wanted.1.max(1))))
        };
        Ok(Room {
            at,
            behind: start,
            between: start..end,
            before,
            gaps,
        })
    }

    /// Refuses blocks that stand deeper than where they would come to stand.
    pub(super) fn same_indent(&self, blocks: &Range<usize>, room: &Room) -> Result<(), Why> {
        let (source, target) = (self.sides.source, self.sides.target);
        let head = |text: &str, document: &Document, at: usize| {
            let block = &document.blocks[at];
            let start = block.of(document)[0].span.start;
            text.get(block.lines.start..start).unwrap_or("?").to_owned()
        };
        let mut heads = blocks
            .clone()
            .map(|at| head(source.text, source.document, at));
        if heads.clone().all(|head| head.is_empty()) {
            return Ok(());
        }
        let blank = heads.all(|head| head.trim().is_empty());
        let same = room.before.is_some_and(|(new, block)| {
            let one = head(source.text, source.document, new);
            let two = head(target.text, target.document, block);
            one.chars().count() == two.chars().count()
        });
        if blank && same {
            Ok(())
        } else {
            Err(Why::Unsure)
        }
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

//! Code, tags and fields that came or went as a whole.

use std::collections::BTreeSet;
use std::ops::Range;

use super::code::refers;
use super::lines::{line_break, with_breaks};
use super::places::front;
use super::prose::differs;
use super::splice::{Effect, Splice, Step};
use super::{Outcome, Why, Work};
use crate::document::{Document, Kind};
use crate::track::changes::{Change, ChangeKind};

type Group = (Vec<usize>, Outcome);

impl Work<'_> {
    /// What went: each by itself.
    pub(super) fn removals(&self, changes: &[usize]) -> Vec<Group> {
        let list = &self.sides.changes.list;
        let judge = |&at: &usize| {
            let old = list[at].old?;
            let outcome = if self.is_replaced(at) {
                Outcome::Left(Why::Tied)
            } else {
                self.removal(old).unwrap_or_else(Outcome::Left)
            };
            Some((vec![at], outcome))
        };
        changes.iter().filter_map(judge).collect()
    }

    /// Whether code goes where other code comes: taking out the one while the other waits would leave
    /// the reader with neither.
    fn is_replaced(&self, at: usize) -> bool {
        let list = &self.sides.changes.list;
        let (base, source) = (self.sides.base.document, self.sides.source.document);
        let code = |document: &Document, block: Option<usize>| {
            block.is_some_and(|block| document.blocks[block].kind(document) == Kind::Code)
        };
        let comes = |near: usize| {
            let change = list.get(near);
            change
                .is_some_and(|change| change.kind == ChangeKind::Added && code(source, change.new))
        };
        code(base, list[at].old) && (comes(at + 1) || at.checked_sub(1).is_some_and(comes))
    }

    fn removal(&self, old: usize) -> Result<Outcome, Why> {
        let (base, target) = (self.sides.base.document, self.sides.target.document);
        let block = &base.blocks[old];
        if block.kind(base) == Kind::Field {
            let Some(there) = self.keyed(base, old) else {
                return Ok(Outcome::Right);
            };
            let value = |document: &Document, at: usize| {
                let fields = document.blocks[at].of(document).iter();
                fields.map(|field| field.text.clone()).collect::<Vec<_>>()
            };
            return if value(target, there) == value(base, old) {
                Ok(self.drop_block(there))
            } else {
                Err(differs(&block.text))
            };
        }
        let neighbours = [old.checked_sub(1), Some(old + 1)];
        for near in neighbours.into_iter().flatten() {
            self.may_stand_beside(|change| change.old == Some(near))?;
        }
        let place = match self.places.find(old) {
            Ok(place) => place,
            Err(Why::NoCounterpart)
                if target.blocks.iter().all(|there| there.text != block.text) =>
            {
                return Ok(Outcome::Right);
            }
            Err(why) => return Err(why),
        };
        if target.blocks[place.block].text != block.text {
            return Err(differs(&block.text));
        }
        if block.kind(base) == Kind::Import && self.is_used(&block.text) {
            return Err(Why::BesideWords);
        }
        self.is_the_one(old, place)?;
        Ok(self.drop_block(place.block))
    }

    /// Whether the translation still has, where words changed, what an import brings in.
    fn is_used(&self, import: &str) -> bool {
        let names = import.split(|c: char| !c.is_alphanumeric() && c != '_');
        let mut tags = names
            .filter(|name| name.starts_with(char::is_uppercase))
            .map(|name| format!("<{name}"));
        let target = self.sides.target.document;
        tags.any(|tag| {
            let blocks = target.blocks.iter().filter(|block| block.prose(target));
            blocks.clone().any(|block| block.text.contains(&tag))
        })
    }

    /// Takes a block out, and the narrower of the gaps around it.
    fn drop_block(&self, at: usize) -> Outcome {
        Outcome::Edit(Step {
            splices: vec![Splice {
                range: self.with_gap(&(at..at + 1)),
                text: String::new(),
                order: 0,
            }],
            effects: vec![Effect::Gone(at)],
            ..Step::default()
        })
    }

    /// The bytes of some blocks of the translation with the narrower of the gaps around them.
    pub(super) fn with_gap(&self, blocks: &Range<usize>) -> Range<usize> {
        let target = self.sides.target;
        let list = &target.document.blocks;
        let own = list[blocks.start].lines.start..list[blocks.end - 1].lines.end;
        let body = target.document.front_matter.as_ref();
        let same_part =
            |byte: usize| body.is_none_or(|front| (byte < front.end) == (own.start < front.end));
        let before = blocks.start.checked_sub(1).map(|at| list[at].lines.end);
        let before = before.filter(|&end| same_part(end.saturating_sub(1)));
        let after = list.get(blocks.end).map(|block| block.lines.start);
        let after = after.filter(|&start| same_part(start));
        let breaks = |gap: Range<usize>| target.text[gap].matches('\n').count();
        match (before, after) {
            (Some(before), Some(after)) if breaks(before..own.start) > breaks(own.end..after) => {
                own.start..after
            }
            (Some(before), _) => before..own.end,
            (None, Some(after)) => own.start..after,
            (None, None) => {
                let end = target.text[own.end..]
                    .find('\n')
                    .map_or(own.end, |at| own.end + at + 1);
                own.start..end
            }
        }
    }

    /// Refuses what stands beside a change of words of the same place.
    pub(super) fn may_stand_beside(&self, is_near: impl Fn(&Change) -> bool) -> Result<(), Why> {
        match self
            .sides
            .changes
            .list
            .iter()
            .find(|change| is_near(change))
        {
            _ if self.back => Ok(()),
            Some(near) if near.nature.is_work() => Err(Why::BesideWords),
            Some(near) if near.kind == ChangeKind::Moved => Err(Why::Unsure),
            _ => Ok(()),
        }
    }

    /// What came, in runs of neighbours; `gone` is what went. Tags that come or go do so
    /// together: one without its other half would break the page.
    pub(super) fn additions(&self, changes: &[usize], mut gone: Vec<Group>) -> Vec<Group> {
        let list = &self.sides.changes.list;
        let edge = front(self.sides.source.document);
        let mut runs: Vec<Vec<usize>> = Vec::new();
        for &at in changes {
            let new = list[at].new.unwrap_or_default();
            let near = runs.last().and_then(|run| list[*run.last()?].new);
            match runs.last_mut() {
                Some(run)
                    if near
                        .is_some_and(|near| near + 1 == new && (near < edge) == (new < edge)) =>
                {
                    run.push(at);
                }
                _ => runs.push(vec![at]),
            }
        }
        for run in runs {
            let new = |at: &usize| list[*at].new.unwrap_or_default();
            let blocks = run.first().map_or(0, new)..run.last().map_or(0, new) + 1;
            if blocks.end <= edge {
                let outcome = self.add_fields(&blocks).unwrap_or_else(Outcome::Left);
                gone.push((run, outcome));
                continue;
            }
            match self.addition(&blocks, &gone) {
                Ok((outcome, with)) => {
                    let mut group = (run, outcome);
                    for index in with.into_iter().rev() {
                        group = joined(group, gone.remove(index));
                    }
                    gone.push(group);
                }
                Err(why) => gone.push((run, Outcome::Left(why))),
            }
        }
        self.tags_together(self.same_together(gone))
    }

    /// The edit that brings some blocks, and the removals (indexes into `gone`) that it needs.
    fn addition(
        &self,
        blocks: &Range<usize>,
        gone: &[Group],
    ) -> Result<(Outcome, BTreeSet<usize>), Why> {
        let (source, target) = (self.sides.source, self.sides.target);
        let list = &source.document.blocks;
        // Where imports and definitions stand says nothing.
        let apart = |at: usize| {
            matches!(
                list[at].kind(source.document),
                Kind::Import | Kind::Definition
            )
        };
        let neighbours = [blocks.start.checked_sub(1), Some(blocks.end)];
        let beside = neighbours.into_iter().flatten();
        for near in beside.filter(|_| !blocks.clone().all(apart)) {
            self.may_stand_beside(|change| change.new == Some(near))?;
        }
        let room = self.room(blocks)?;
        let texts: Vec<&str> = blocks.clone().map(|at| list[at].text.as_str()).collect();
        let between: Vec<&str> = room
            .between
            .clone()
            .map(|at| target.document.blocks[at].text.as_str())
            .collect();
        if between.ends_with(&texts) || between.starts_with(&texts) {
            return Ok((Outcome::Right, BTreeSet::new()));
        }
        let mut with = BTreeSet::new();
        for at in room.between.clone() {
            let drops = |group: &Group| match &group.1 {
                Outcome::Edit(step) => step.effects.contains(&Effect::Gone(at)),
                _ => false,
            };
            // What stands there and does not go makes the place one of several.
            with.insert(gone.iter().position(drops).ok_or(Why::BesideWords)?);
        }
        let words = texts.iter().flat_map(|text| text.lines());
        let code = blocks
            .clone()
            .any(|at| list[at].kind(source.document) == Kind::Code);
        if code && !self.back && !self.habit.allows(words, false) {
            return Err(Why::WordsInCode);
        }
        let blocks_of = blocks.clone().map(|at| &list[at]);
        let mut local = blocks_of
            .filter(|block| refers(block.kind(source.document)) && self.is_local("", &block.text));
        if let Some(block) = local.next() {
            return Err(Why::Localised {
                value: block.text.clone(),
            });
        }
        self.same_indent(blocks, &room)?;
        let text = source
            .text
            .get(list[blocks.start].lines.start..list[blocks.end - 1].lines.end);
        let text = with_breaks(text.ok_or(Why::Unsure)?, line_break(target.text));
        let step = Step {
            splices: vec![room.splice(&text, blocks.start)],
            effects: blocks
                .clone()
                .map(|at| Effect::Come {
                    behind: room.behind,
                    order: at,
                    kind: list[at].kind(source.document),
                    text: list[at].text.clone(),
                })
                .collect(),
            ..Step::default()
        };
        Ok((Outcome::Edit(step), with))
    }

    /// What went here and came there with the same text stands in the translation in one of the
    /// two places: it goes and comes in one step, or it has done both.
    fn same_together(&self, mut groups: Vec<Group>) -> Vec<Group> {
        let list = &self.sides.changes.list;
        let (base, source) = (self.sides.base.document, self.sides.source.document);
        let gone = |at: &usize| {
            let old = list[*at].old.filter(|_| list[*at].new.is_none())?;
            Some(base.blocks[old].text.as_str())
        };
        let come = |at: &usize| {
            let new = list[*at].new.filter(|_| list[*at].old.is_none())?;
            Some(source.blocks[new].text.as_str())
        };
        let all = || groups.iter().flat_map(|(changes, _)| changes);
        let went: BTreeSet<&str> = all().filter_map(gone).collect();
        let both: BTreeSet<&str> = all()
            .filter_map(come)
            .filter(|text| went.contains(text))
            .collect();
        for text in both {
            let is_one = |at: &usize| gone(at) == Some(text) || come(at) == Some(text);
            let (same, others): (Vec<Group>, Vec<Group>) = groups
                .into_iter()
                .partition(|(changes, _)| changes.iter().any(is_one));
            groups = others;
            let edits = same
                .iter()
                .filter(|(_, outcome)| matches!(outcome, Outcome::Edit(_)))
                .count();
            if edits == 0 || edits == same.len() {
                groups.extend(same.into_iter().reduce(joined));
            } else {
                let value = text.to_owned();
                let changes = same.into_iter().flat_map(|(changes, _)| changes).collect();
                groups.push((changes, Outcome::Left(Why::Ambiguous { value })));
            }
        }
        groups
    }

    /// Tags and imports that came or went are one step with each other, or stay.
    fn tags_together(&self, groups: Vec<Group>) -> Vec<Group> {
        let is_tag = |at: &usize| {
            let change = &self.sides.changes.list[*at];
            let kind = match (change.new, change.old) {
                (Some(new), _) => {
                    let source = self.sides.source.document;
                    source.blocks[new].kind(source)
                }
                (None, old) => {
                    let base = self.sides.base.document;
                    base.blocks[old.unwrap_or_default()].kind(base)
                }
            };
            matches!(kind, Kind::Tag | Kind::Import)
        };
        if self.back {
            return groups;
        }
        let (tags, mut others): (Vec<Group>, Vec<Group>) = groups
            .into_iter()
            .partition(|(changes, _)| changes.iter().any(is_tag));
        let all = tags.into_iter().reduce(|one, two| match (&one.1, &two.1) {
            (Outcome::Left(_), _) | (_, Outcome::Left(_)) => {
                let why = match (&one.1, &two.1) {
                    (Outcome::Left(why), _) | (_, Outcome::Left(why)) => why.clone(),
                    _ => Why::Unsure,
                };
                ([one.0, two.0].concat(), Outcome::Left(why))
            }
            _ => joined(one, two),
        });
        others.extend(all);
        others
    }
}

/// Two groups that are carried together.
fn joined(one: Group, two: Group) -> Group {
    let changes = [one.0, two.0].concat();
    let outcome = match (one.1, two.1) {
        (Outcome::Edit(mut step), Outcome::Edit(other)) => {
            step.splices.extend(other.splices);
            step.effects.extend(other.effects);
            Outcome::Edit(step)
        }
        (Outcome::Left(why), _) | (_, Outcome::Left(why)) => Outcome::Left(why),
        (Outcome::Edit(step), Outcome::Right) | (Outcome::Right, Outcome::Edit(step)) => {
            Outcome::Edit(step)
        }
        (Outcome::Right, Outcome::Right) => Outcome::Right,
    };
    (changes, outcome)
}

//! Changes that need no translator: carried from the source into the translation itself.
//!
//! For each mechanical change between base and source the place in the translation is looked up
//! and those bytes alone are edited; then the base takes the change. Why so careful: nobody
//! reads the result at once. Whatever is not certain (a value that the translation spells in its
//! own way, a place that could be another one) stays pending with a reason. And before anything
//! is handed out, the new translation is read again: where its blocks are not exactly those that
//! were to be expected, or where the base cannot take just these changes, the edit is dropped.

mod around;
mod back;
mod blocks;
mod code;
mod fields;
mod habit;
mod lines;
mod marks;
mod moves;
mod numbers;
mod places;
mod prose;
mod room;
mod rounds;
mod settle;
mod splice;

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::changes::{Change, ChangeKind, Changes};
use super::nature::{Nature, Reason};
use super::take::Version;
use crate::align::Alignment;
use crate::document::{Kind, Reader};
use habit::Habit;
use marks::Counts;
use places::Places;
use settle::Settled;
use splice::Step;

/// A pair laid open, as far as carrying looks at it.
#[derive(Clone, Copy)]
pub struct Sides<'a> {
    /// What the translation reflects.
    pub base: Version<'a>,
    /// What the article says today.
    pub source: Version<'a>,
    /// The translation.
    pub target: Version<'a>,
    /// What differs between base and source.
    pub changes: &'a Changes,
    /// Which blocks of the translation translate which blocks of the base.
    pub alignment: &'a Alignment,
}

/// What came of it: two new texts, and what became of each change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Carried {
    /// The translation.
    pub target: String,
    /// The base.
    pub base: String,
    /// What was carried, by change.
    pub done: Vec<Done>,
    /// The changes that the base has now, as indexes into [`Changes::list`].
    pub taken: BTreeSet<usize>,
    /// The changes that stay pending, and why.
    pub left: Vec<(usize, Why)>,
}

/// A change that is done with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// Which one, as an index into [`Changes::list`].
    pub change: usize,
    /// The bytes of the old translation that were edited; none where it was right already.
    pub edited: Option<Range<usize>>,
}

/// Why a change stays pending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// The words changed.
    Words,
    /// Nothing in the translation stands for it.
    NoCounterpart,
    /// The translation divides the text otherwise.
    NotOneToOne,
    /// What stands for it in the translation is only a guess.
    Unsure,
    /// The translation has something else in place of `base`.
    Differs {
        /// What the translation was made from.
        base: String,
    },
    /// It cannot be told which one is meant.
    Ambiguous {
        /// What stands there another number of times.
        value: String,
    },
    /// Markup came, went or changed around words, and where it belongs only who reads them knows.
    AmongWords,
    /// It belongs to words beside it that wait for a translator.
    BesideWords,
    /// Punctuation, case, the spelling of numbers: each language has its own rules.
    OwnRules,
    /// The new value may be another one in this language: it names a language or a heading.
    Localised {
        /// The new value.
        value: String,
    },
    /// The code holds words, and this translation translates those.
    WordsInCode,
    /// The base cannot take it without other changes.
    Tied,
    /// The translation would not read as it should.
    Unsafe,
}

/// How sure an alignment must be for an edit that nothing else confirms.
const SURE: f64 = 0.8;

/// What is to be done about one change.
enum Outcome {
    /// Edits of the translation; other changes may be part of the same step.
    Edit(Step),
    /// The translation is right as it is.
    Right,
    /// It stays.
    Left(Why),
}

/// Carries the mechanical changes of a pair. The first reader is the source's, the second the
/// translation's.
///
/// What is carried makes it surer where the rest belongs, so it goes on until nothing more is:
/// who carries twice has as much as who carries once.
pub fn carry(sides: Sides<'_>, readers: (&Reader<'_>, &Reader<'_>)) -> Carried {
    rounds::all(sides, readers)
}

/// One round of it.
fn round(sides: Sides<'_>, readers: (&Reader<'_>, &Reader<'_>)) -> Settled {
    let ahead = Work::new(sides, false).outcomes();
    let (mut steps, mut left) = (Vec::new(), Vec::new());
    let there = back::already_there(sides);
    for (group, outcome) in ahead {
        let (known, open): (Vec<usize>, Vec<usize>) =
            group.into_iter().partition(|at| there.contains(at));
        let is_move = |at: &usize| sides.changes.list[*at].kind == ChangeKind::Moved;
        let by = |step: Step, group: &[usize]| group.iter().fold(step, |step, at| step.by(*at));
        match outcome {
            Outcome::Edit(step) if known.iter().all(is_move) => {
                steps.push(by(by(step, &known), &open));
            }
            // Seen from the base it has the old value, seen from the source the new one.
            Outcome::Edit(_) => {
                let value = String::new();
                let why = Why::Ambiguous { value };
                left.extend(known.into_iter().chain(open).map(|at| (at, why.clone())));
            }
            Outcome::Right => steps.push(by(by(Step::default(), &known), &open)),
            Outcome::Left(why) => {
                steps.extend(known.iter().map(|at| Step::default().by(*at)));
                left.extend(open.into_iter().map(|at| (at, why.clone())));
            }
        }
    }
    settle::settle(sides, readers, &steps, left)
}

/// What all kinds of edits look at.
struct Work<'a> {
    sides: Sides<'a>,
    places: Places,
    habit: Habit,
    /// Whether it is only asked what a translation has already: see [`back`].
    back: bool,
    /// Blocks of the source that stand where they stood, with those of the base.
    stays: BTreeMap<usize, usize>,
    /// How often each value stands in base and translation, once somebody asks.
    counts: OnceCell<[Counts; 2]>,
}

impl<'a> Work<'a> {
    fn new(sides: Sides<'a>, back: bool) -> Self {
        let places = Places::of(sides);
        let in_place = sides.changes.list.iter();
        let in_place = in_place.filter(|change| change.kind == ChangeKind::Changed);
        let changed = in_place.filter_map(|change| change.new.zip(change.old));
        let same = sides.changes.same.iter().map(|&(old, new)| (new, old));
        Self {
            stays: same.chain(changed).collect(),
            sides,
            habit: Habit::of(sides, &places),
            places,
            back,
            counts: OnceCell::new(),
        }
    }

    /// What to do about each change, or each group of changes that goes together.
    fn outcomes(&self) -> Vec<(Vec<usize>, Outcome)> {
        let mut out = Vec::new();
        let mut rest = BTreeSet::new();
        for (at, change) in self.sides.changes.list.iter().enumerate() {
            match self.judge(change) {
                Some(outcome) => out.push((vec![at], outcome)),
                None => drop(rest.insert(at)),
            }
        }
        out.extend(self.groups(&rest));
        out
    }

    /// What to do about a change that can be looked at by itself.
    fn judge(&self, change: &Change) -> Option<Outcome> {
        let Nature::Mechanical(reason) = change.nature else {
            return Some(Outcome::Left(Why::Words));
        };
        match (change.kind, change.old, change.new) {
            (ChangeKind::Changed, Some(old), Some(new)) => Some(self.changed(reason, old, new)),
            (ChangeKind::Moved, ..) if reason != Reason::Move => {
                Some(Outcome::Left(Why::AmongWords))
            }
            _ => None,
        }
    }

    /// Changes that come in runs: what was moved, what went, what came.
    fn groups(&self, rest: &BTreeSet<usize>) -> Vec<(Vec<usize>, Outcome)> {
        let of = |kind: ChangeKind| -> Vec<usize> {
            let list = &self.sides.changes.list;
            let ours = rest.iter().copied();
            let mut ours: Vec<usize> = ours.filter(|&at| list[at].kind == kind).collect();
            ours.sort_by_key(|&at| (list[at].new, list[at].old));
            ours
        };
        let mut out = self.moves(&of(ChangeKind::Moved));
        let gone = self.removals(&of(ChangeKind::Removed));
        out.extend(self.additions(&of(ChangeKind::Added), gone));
        out
    }

    fn changed(&self, reason: Reason, old: usize, new: usize) -> Outcome {
        if reason == Reason::Spacing {
            // A translation has its own lines.
            return Outcome::Right;
        }
        let (base, source) = (self.sides.base.document, self.sides.source.document);
        let (before, after) = (&base.blocks[old], &source.blocks[new]);
        let prose = before.prose(base) || after.prose(source);
        let outcome = match before.kind(base) {
            Kind::Field if !prose => self.field(old, new),
            Kind::Code if after.kind(source) == Kind::Code => self.code(old, new),
            _ if prose || before.kind(base).is_content() => self.prose(old, new),
            _ => self.hidden(old, new),
        };
        outcome.unwrap_or_else(Outcome::Left)
    }
}

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;

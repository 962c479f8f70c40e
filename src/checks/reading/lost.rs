//! Things of a page beside those of its translation: first as multisets, then place by place.

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;

use super::thing::Thing;
use crate::checks::engine::{Findings, Fingerprint, Found, Pair, Unit};

/// Which unit each segment of either page belongs to.
pub(crate) struct Layout<'p, 'a> {
    pair: &'p Pair<'a>,
    /// Found when something is to be laid out: most pages have nothing.
    places: OnceCell<Places>,
    /// The unit that was spoken of last, and what stands for its texts.
    last: RefCell<Option<(usize, String)>>,
}

/// Where the segments of two pages belong.
struct Places {
    /// Of each segment of the source, its unit.
    source: Vec<Option<usize>>,
    /// Of each segment of the target, its unit.
    target: Vec<Option<usize>>,
    /// Of each segment of the source, its block.
    blocks: Vec<usize>,
}

/// Something that the translation lacks.
#[derive(Debug)]
pub(crate) struct Lost<'t> {
    /// What it is.
    pub(crate) thing: &'t Thing,
    /// The unit it stands in; none where it is not certain what translates it.
    pub(crate) unit: Option<usize>,
    /// What the translation has in the same place, and the source has not.
    pub(crate) instead: Option<&'t Thing>,
}

/// What each page has and the other has not.
#[derive(Debug, Default)]
pub(crate) struct Comparison<'t> {
    /// What the translation lacks, in the order of the source.
    pub(crate) lost: Vec<Lost<'t>>,
    /// What the translation lacks with the whole passage that it stands in, so that it is not worth
    /// a finding of its own.
    pub(crate) gone: Vec<&'t Thing>,
    /// What only the translation has, without what stands instead of something lost.
    pub(crate) extra: Vec<&'t Thing>,
}

impl<'p, 'a> Layout<'p, 'a> {
    /// Lays out a pair.
    pub(crate) fn of(pair: &'p Pair<'a>) -> Self {
        Self {
            pair,
            places: OnceCell::new(),
            last: RefCell::new(None),
        }
    }

    /// The unit that a segment of the source is in.
    pub(crate) fn unit_of(&self, segment: usize) -> Option<&'p Unit<'a>> {
        self.pair.units.get(self.places().source[segment]?)
    }

    fn places(&self) -> &Places {
        self.places.get_or_init(|| Places::of(self.pair))
    }
}

impl Places {
    fn of(pair: &Pair<'_>) -> Self {
        let mut source = vec![None; pair.source.document.segments.len()];
        let mut target = vec![None; pair.target.document.segments.len()];
        for (at, unit) in pair.units.iter().enumerate() {
            let sides = [
                (&mut source, pair.source, &unit.source),
                (&mut target, pair.target, &unit.target),
            ];
            for (units, page, passage) in sides {
                for segment in &passage.segments {
                    let all = &page.document.segments;
                    let place = all.partition_point(|one| one.span.start < segment.span.start);
                    if let Some(slot) = units.get_mut(place) {
                        *slot = Some(at);
                    }
                }
            }
        }
        let mut blocks = vec![0; source.len()];
        for (at, block) in pair.source.document.blocks.iter().enumerate() {
            for segment in block.segments.clone() {
                blocks[segment] = at;
            }
        }
        Self {
            source,
            target,
            blocks,
        }
    }
}

impl Layout<'_, '_> {
    /// Whether a segment of the source has no counterpart: then all that is in it is missing, and
    /// other findings say so.
    pub(crate) fn is_alone(&self, segment: usize) -> bool {
        let block = self.places().blocks[segment];
        self.pair.alone.get(block).copied().unwrap_or(false)
    }

    /// Whether a segment of the source has changed since it was translated.
    pub(crate) fn is_stale(&self, segment: usize) -> bool {
        let block = self.places().blocks[segment];
        self.pair.stale.get(block).copied().unwrap_or(false)
    }

    /// Compares things of both pages by value and number. Where one of several equal things is
    /// missing, it is the one whose translation has none.
    pub(crate) fn compare<'t>(&self, source: &'t [Thing], target: &'t [Thing]) -> Comparison<'t> {
        if source.is_empty() && target.is_empty() {
            return Comparison::default();
        }
        let mut by_value: BTreeMap<&str, [Vec<usize>; 2]> = BTreeMap::new();
        for (side, things) in [source, target].into_iter().enumerate() {
            for (at, thing) in things.iter().enumerate() {
                by_value.entry(&thing.value).or_default()[side].push(at);
            }
        }
        let mut missing = Vec::new();
        let mut extra = Vec::new();
        for [left, right] in by_value.into_values() {
            let (left, right) = self.unmatched(source, target, left, right);
            missing.extend(left);
            extra.extend(right);
        }
        missing.sort_unstable();
        extra.sort_unstable();
        let mut spare: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for &at in extra.iter().rev() {
            if let Some(unit) = self.places().target[target[at].segment] {
                spare.entry(unit).or_default().push(at);
            }
        }
        let (mut lost, mut gone) = (Vec::new(), Vec::new());
        let mut used = Vec::new();
        for thing in missing.into_iter().map(|at| &source[at]) {
            let unit = self.places().source[thing.segment];
            let instead = unit.and_then(|unit| spare.get_mut(&unit)?.pop());
            used.extend(instead);
            if unit.is_none() && self.is_alone(thing.segment) {
                gone.push(thing);
                continue;
            }
            lost.push(Lost {
                thing,
                unit,
                instead: instead.map(|at| &target[at]),
            });
        }
        used.sort_unstable();
        extra.retain(|at| used.binary_search(at).is_err());
        Comparison {
            lost,
            gone,
            extra: extra.into_iter().map(|at| &target[at]).collect(),
        }
    }

    /// What is left of equal things when each has its counterpart: first within units, then wherever
    /// they stand.
    fn unmatched(
        &self,
        source: &[Thing],
        target: &[Thing],
        left: Vec<usize>,
        right: Vec<usize>,
    ) -> (Vec<usize>, Vec<usize>) {
        let mut here: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut rest = Vec::new();
        for at in right.into_iter().rev() {
            match self.places().target[target[at].segment] {
                Some(unit) => here.entry(unit).or_default().push(at),
                None => rest.push(at),
            }
        }
        let mut left: Vec<usize> = left
            .into_iter()
            .filter(|&at| {
                let unit = self.places().source[source[at].segment];
                let found = unit.and_then(|unit| here.get_mut(&unit)?.pop());
                found.is_none()
            })
            .collect();
        rest.extend(here.into_values().flatten());
        // What has no place in the translation is more likely to stand somewhere else in it.
        left.sort_by_key(|&at| self.places().source[source[at].segment].is_some());
        let moved = left.len().min(rest.len());
        rest.sort_unstable();
        (left.split_off(moved), rest.split_off(moved))
    }

    /// A finding about something lost: in the translation, at what stands instead or at the passage.
    pub(crate) fn finding(&self, lost: &Lost<'_>, out: &Findings<'_>) -> Found {
        let (source, target) = (self.pair.source, self.pair.target);
        let place = match (lost.instead, lost.unit) {
            (Some(thing), _) => target.span(thing.place.clone()),
            (None, Some(unit)) => self.pair.units[unit].target.whole(),
            (None, None) => target.whole(),
        };
        let found = out
            .at(place)
            .related(source.span(lost.thing.place.clone()))
            .token(lost.thing.value.trim_start_matches('/'));
        let found = match lost.unit {
            Some(unit) => self.about(found, unit),
            None => found.about(
                [lost.thing.shown.as_str()],
                self.is_stale(lost.thing.segment),
            ),
        };
        let instead = lost.instead.map_or("", |thing| thing.shown.as_str());
        found
            .with("value", &lost.thing.shown)
            .with("instead", instead)
    }

    /// A finding about something that only the translation has, beside the passage that it translates.
    pub(crate) fn beside(&self, found: Found, extra: &Thing) -> Found {
        match self.places().target.get(extra.segment).copied().flatten() {
            Some(unit) => {
                let passage = self.pair.units[unit].source.whole();
                self.about(found, unit).related(passage)
            }
            None => found,
        }
    }

    /// A finding about the texts of a unit.
    fn about(&self, found: Found, unit: usize) -> Found {
        let mut last = self.last.borrow_mut();
        if last.as_ref().is_none_or(|(known, _)| *known != unit) {
            *last = Some((unit, key(&self.pair.units[unit])));
        }
        let text = last.as_ref().map_or("", |(_, key)| key.as_str());
        found.about([text], self.pair.units[unit].stale)
    }
}

/// Stands for the texts of a unit in the fingerprints of findings: a passage may have many of them,
/// and is read once.
pub(crate) fn key(unit: &Unit<'_>) -> String {
    let (source, target) = (unit.source.raw(), unit.target.raw());
    Fingerprint::of([source.as_str(), target.as_str()]).to_string()
}

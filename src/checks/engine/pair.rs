//! A source beside its translation, as the checks see them.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::Zip;
use std::ops::Range;

use super::message::{Counterparts, Entry, Message, find_renamed};
use super::page::{Page, Passage};
use crate::align::{self, Alignment};
use crate::text::Span;
use crate::track::PairStatus;

/// Two pages, one of which translates the other, and what translates what.
pub struct Pair<'a> {
    /// The page that is translated.
    pub source: &'a Page<'a>,
    /// The translation.
    pub target: &'a Page<'a>,
    /// What can be compared, in the order of the source.
    pub units: Vec<Unit<'a>>,
    /// Of each block of the source, whether it has changed since it was translated.
    pub stale: Vec<bool>,
    /// Whether any has.
    any_stale: bool,
    /// Of each block of the source, whether nothing in the translation is its counterpart.
    pub alone: Vec<bool>,
    /// Whether the project asks for the translation to be there and complete.
    pub required: bool,
    /// The keys of what the source no longer has since it was translated.
    pub removed: BTreeSet<String>,
    /// The keys of messages that are new in the source since, or built of other parts.
    pub rebuilt: BTreeSet<String>,
}

/// Source and target of one piece of text.
pub struct Unit<'a> {
    /// What the source says.
    pub source: Passage<'a>,
    /// What the translation says.
    pub target: Passage<'a>,
    /// Whether the source has changed since it was translated.
    pub stale: bool,
    /// Whether it is the same message as the unit before, said in another way.
    pub again: bool,
}

/// A translation as its files and records show it, whether or not there is one.
pub struct Translation<'a> {
    /// What was worked out.
    pub pair: &'a PairStatus,
    /// Whether the project asks for it to be there, current and finished.
    pub required: bool,
    /// Whether the project asks for it to be approved, too.
    pub approval: bool,
    /// The source as a whole.
    pub source: Span,
    /// The translation as a whole: as it is, or where it would be.
    pub target: Span,
    /// The lines of the source that wait for a translator.
    pub changed: Vec<Span>,
}

/// Units that are not surely what they seem are not compared.
const SURE: f64 = 0.5;

impl<'a> Pair<'a> {
    /// Lays two pages beside each other. `stale` says of each block of the source whether it has
    /// changed since it was translated; a block it does not reach has not.
    pub fn new(
        source: &'a Page<'a>,
        target: &'a Page<'a>,
        alignment: &Alignment,
        stale: &[bool],
    ) -> Self {
        let mut units = Vec::new();
        let sure = |unit: &&align::Unit| {
            !unit.source.is_empty() && !unit.target.is_empty() && unit.confidence >= SURE
        };
        let changed = |at: &usize| stale.get(*at).copied().unwrap_or(false);
        for unit in alignment.units.iter().filter(sure) {
            let stale = unit.source.iter().any(changed);
            let rows = (unit.source.as_slice(), unit.target.as_slice());
            match cells(source, target, rows) {
                Some(cells) => {
                    for (one, other) in cells {
                        units.extend(said(source, target, (one, other), stale));
                    }
                }
                None => units.push(Unit {
                    source: source.passage_of(&unit.source),
                    target: target.passage_of(&unit.target),
                    stale,
                    again: false,
                }),
            }
        }
        let blocks = source.document.blocks.len();
        let alone = |at| {
            let unit = alignment.of_source(at);
            unit.is_none_or(|unit| unit.target.is_empty())
        };
        Self {
            source,
            target,
            units,
            stale: (0..blocks).map(|at| changed(&at)).collect(),
            any_stale: stale.contains(&true),
            alone: (0..blocks).map(alone).collect(),
            required: false,
            removed: BTreeSet::new(),
            rebuilt: BTreeSet::new(),
        }
    }
}

impl Pair<'_> {
    /// The messages of Fluent in both languages, and those of one that the other lacks. Of several
    /// with one name the first counts.
    pub fn messages(&self) -> Vec<Message<'_>> {
        let mut others = BTreeMap::new();
        for entry in self.target.entries() {
            others.entry(entry.id()).or_insert(entry);
        }
        let broken = self.target.broken_names();
        let mut met = BTreeSet::new();
        let mut out = Vec::new();
        let mut after = None;
        let pages = [self.source, self.target];
        for source in self.source.entries() {
            if met.insert(source.id()) {
                let target = others.remove(source.id());
                let mut stale = self.stale_keys(source);
                stale.extend(
                    target
                        .into_iter()
                        .flat_map(|entry| self.removed_keys(entry)),
                );
                out.push(Message {
                    source: Some(source),
                    target,
                    pages,
                    stale,
                    after,
                    renamed: None,
                    broken: target.is_none() && broken.contains(source.id()),
                    required: self.required,
                    rebuilt: &self.rebuilt,
                });
                after = target.or(after);
            }
        }
        let alone = others
            .into_values()
            .filter(|entry| !met.contains(entry.id()));
        let both = out.len();
        out.extend(alone.map(|target| Message {
            source: None,
            target: Some(target),
            pages,
            stale: self.removed_keys(target).collect(),
            after: None,
            renamed: None,
            broken: false,
            required: self.required,
            rebuilt: &self.rebuilt,
        }));
        if out.len() > both {
            find_renamed(&mut out);
        }
        out
    }

    /// The keys of a translation's segments that the source no longer has.
    fn removed_keys<'e>(&self, entry: Entry<'e>) -> impl Iterator<Item = &'e str> + use<'e, '_> {
        let own = if self.removed.is_empty() {
            &[]
        } else {
            entry.segments()
        };
        let keys = own.iter().filter_map(|segment| segment.key.as_deref());
        keys.filter(|key| self.removed.contains(*key))
    }

    /// The keys of a source's segments that have changed since they were translated.
    fn stale_keys<'e>(&self, entry: Entry<'e>) -> Vec<&'e str> {
        if !self.any_stale {
            return Vec::new();
        }
        let blocks = &self.source.document.blocks;
        let own = entry.entry.segments.clone();
        let stale = own.filter(|at| {
            let block = blocks.partition_point(|block| block.segments.end <= *at);
            self.stale.get(block).copied().unwrap_or(false)
        });
        stale
            .filter_map(|at| entry.page.document.segments[at].key.as_deref())
            .collect()
    }
}

/// A segment beside the one that translates it: of messages with choices, each way of the translation
/// beside the same way of the source.
fn said<'a>(
    source: &'a Page<'a>,
    target: &'a Page<'a>,
    (one, other): (usize, usize),
    stale: bool,
) -> Vec<Unit<'a>> {
    let (left, right) = (source.ways(one), target.ways(other));
    let unit = |source, target, again| Unit {
        source,
        target,
        stale,
        again,
    };
    if right.is_empty() {
        let source = match left.first() {
            Some(first) => source.way(first),
            None => source.passage(one),
        };
        return vec![unit(source, target.passage(other), false)];
    }
    let counterparts = Counterparts::new(left);
    let ways = right.iter().enumerate().map(|(number, way)| {
        let beside = counterparts.of(way);
        let beside = beside.map_or_else(|| source.passage(one), |way| source.way(way));
        unit(beside, target.way(way), number > 0)
    });
    ways.collect()
}

/// The cells of a row beside those of the row that translates it.
fn cells(
    source: &Page<'_>,
    target: &Page<'_>,
    rows: (&[usize], &[usize]),
) -> Option<Zip<Range<usize>, Range<usize>>> {
    let ([one], [other]) = rows else { return None };
    let cells = source.document.blocks[*one].segments.clone();
    let others = target.document.blocks[*other].segments.clone();
    (cells.len() == others.len()).then(|| cells.zip(others))
}

//! A source beside its translation, as the checks see them.

use std::iter::Zip;
use std::ops::Range;

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
    /// Of each block of the source, whether nothing in the translation is its counterpart.
    pub alone: Vec<bool>,
}

/// Source and target of one piece of text.
pub struct Unit<'a> {
    /// What the source says.
    pub source: Passage<'a>,
    /// What the translation says.
    pub target: Passage<'a>,
    /// Whether the source has changed since it was translated.
    pub stale: bool,
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
            units.extend(cells(source, target, rows).map_or_else(
                || {
                    vec![Unit {
                        source: source.passage_of(&unit.source),
                        target: target.passage_of(&unit.target),
                        stale,
                    }]
                },
                |cells| {
                    let unit = |(one, other)| Unit {
                        source: source.passage(one),
                        target: target.passage(other),
                        stale,
                    };
                    cells.map(unit).collect()
                },
            ));
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
            alone: (0..blocks).map(alone).collect(),
        }
    }
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

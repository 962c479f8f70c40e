//! Blocks of code and tags that stand alone: line by line, as `diff3` merges.

use std::collections::BTreeMap;
use std::ops::Range;

use similar::DiffOp;

use super::lines::{Lines, line_break};
use super::marks::replaced;
use super::places::Place;
use super::prose::{differs, swap};
use super::splice::Step;
use super::{Outcome, SURE, Why, Work, habit};
use crate::document::{Block, Document, Kind};
use crate::text::diff_ops;
use crate::track::take::Version;

impl Work<'_> {
    /// A block of code that changed.
    pub(super) fn code(&self, old: usize, new: usize) -> Result<Outcome, Why> {
        let place = self.places.find(old)?;
        let there = &self.sides.target.document.blocks[place.block];
        if there.kind(self.sides.target.document) != Kind::Code {
            return Err(Why::NoCounterpart);
        }
        let after = &self.sides.source.document.blocks[new];
        // Code between fences and code by its indentation stand differently: lines of one do not fit
        // into the other.
        if there.text != after.text && is_fenced(there) != is_fenced(after) {
            return Err(Why::Unsafe);
        }
        self.is_the_one(old, place)?;
        self.lines(old, new, place.block)
    }

    /// A tag, import, comment or definition that changed.
    pub(super) fn hidden(&self, old: usize, new: usize) -> Result<Outcome, Why> {
        let (base, source) = (self.sides.base.document, self.sides.source.document);
        let (before, after) = (&base.blocks[old], &source.blocks[new]);
        let target = self.sides.target.document;
        let place = match self.places.sure(old) {
            Ok(place) => place,
            // Where nothing is what it was, the new text may be there already.
            Err(why) => {
                let is_new = |block: &&Block| block.text == after.text;
                let there = target.blocks.iter().filter(is_new).count();
                let wanted = source.blocks.iter().filter(is_new).count();
                return if there == wanted {
                    Ok(Outcome::Right)
                } else {
                    Err(why)
                };
            }
        };
        let there = &target.blocks[place];
        if there.text == before.text {
            if refers(after.kind(source)) && self.is_local(&before.text, &after.text) {
                return Err(Why::Localised {
                    value: after.text.clone(),
                });
            }
            return self.lines(old, new, place);
        }
        if there.text == after.text {
            return Ok(Outcome::Right);
        }
        let ([one], [two], [three]) = (before.of(base), after.of(source), there.of(target)) else {
            return Err(differs(&before.text));
        };
        let pairs = replaced(one, two).filter(|pairs| !pairs.is_empty());
        let pairs = pairs.ok_or_else(|| differs(&before.text))?;
        if pairs.iter().any(|pair| self.is_local(&pair.old, &pair.new)) {
            return Err(Why::Localised {
                value: after.text.clone(),
            });
        }
        let edits = swap(self.sides.target.text, (one, two, three), &pairs)?;
        Ok(if edits.is_empty() {
            Outcome::Right
        } else {
            Outcome::Edit(Step::inside(place, edits))
        })
    }

    /// Refuses a place that is not sure enough for a block of this text. Where the translation has
    /// more of it than the base, another one may be meant; where both have one, it is that one.
    pub(super) fn is_the_one(&self, old: usize, place: Place) -> Result<(), Why> {
        let text = &self.sides.base.document.blocks[old].text;
        let target = self.sides.target.document;
        let copies = |document: &Document| {
            let blocks = document.blocks.iter();
            blocks.filter(|block| block.text == *text).count()
        };
        let enough = match (copies(self.sides.base.document), copies(target)) {
            (1, 1) if target.blocks[place.block].text == *text => 0.0,
            (base, target) if target > base => return Err(Why::Unsure),
            _ => SURE,
        };
        if place.confidence < enough {
            return Err(Why::Unsure);
        }
        Ok(())
    }

    fn lines(&self, old: usize, new: usize, block: usize) -> Result<Outcome, Why> {
        let sides = self.sides;
        let base = laid(sides.base, old).ok_or(Why::Unsure)?;
        let source = laid(sides.source, new).ok_or(Why::Unsure)?;
        let there = laid(sides.target, block).ok_or(Why::Unsure)?;
        if there.text == source.text {
            return Ok(Outcome::Right);
        }
        let hunks = hunks(&base.text, &source.text);
        if there.text != base.text {
            if merged(&source.text, &hunks, Side::New, &there.text).is_some() {
                return Ok(Outcome::Right);
            }
            if !habit::same_code(&base.text, &there.text) {
                return Err(differs(&sides.base.document.blocks[old].text));
            }
        }
        let places = merged(&base.text, &hunks, Side::Old, &there.text)
            .ok_or_else(|| differs(&sides.base.document.blocks[old].text))?;
        let came = |hunk: &Hunk| {
            let lines = source.text[hunk.new.clone()].iter();
            lines
                .filter(|line| !base.text.contains(*line))
                .copied()
                .collect::<Vec<_>>()
        };
        let words = hunks.iter().flat_map(came);
        let is_code = sides.source.document.blocks[new].kind(sides.source.document) == Kind::Code;
        if is_code && !self.back && !self.habit.allows(words, there.text != base.text) {
            return Err(Why::WordsInCode);
        }
        let mut edits = Vec::new();
        for (hunk, at) in hunks.iter().zip(places) {
            let lines = &source.text[hunk.new.clone()];
            edits.push(splice(sides.target.text, &there, &at, lines).ok_or(Why::Unsure)?);
        }
        Ok(Outcome::Edit(Step::inside(block, edits)))
    }
}

fn is_fenced(block: &Block) -> bool {
    block.text.starts_with("```") || block.text.starts_with("~~~")
}

/// Whether what is of this kind can hold an address.
pub(super) fn refers(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Tag | Kind::Definition | Kind::Import | Kind::Image
    )
}

/// The lines of a block of a version.
pub(super) fn laid(version: Version<'_>, block: usize) -> Option<Lines<'_>> {
    let block = &version.document.blocks[block];
    let start = block.of(version.document).first()?.span.start;
    Lines::of(version.text, block, start)
}

/// Lines that differ between two texts.
struct Hunk {
    old: Range<usize>,
    new: Range<usize>,
}

fn hunks(old: &[&str], new: &[&str]) -> Vec<Hunk> {
    let ops = diff_ops(old, new).into_iter();
    ops.filter(|op| !matches!(op, DiffOp::Equal { .. }))
        .map(|op| Hunk {
            old: op.old_range(),
            new: op.new_range(),
        })
        .collect()
}

#[derive(Clone, Copy)]
enum Side {
    Old,
    New,
}

/// The lines of `there` that the hunks' lines of `text` are: all of them, each where nobody
/// has touched anything, or none.
fn merged(text: &[&str], hunks: &[Hunk], side: Side, there: &[&str]) -> Option<Vec<Range<usize>>> {
    let mut same: BTreeMap<usize, usize> = BTreeMap::new();
    for op in diff_ops(text, there) {
        if let DiffOp::Equal {
            old_index,
            new_index,
            len,
        } = op
        {
            same.extend((0..len).map(|at| (old_index + at, new_index + at)));
        }
    }
    let once =
        |line: &str, lines: &[&str]| lines.iter().filter(|other| **other == line).count() == 1;
    let mut out = Vec::new();
    for hunk in hunks {
        let lines = match side {
            Side::Old => hunk.old.clone(),
            Side::New => hunk.new.clone(),
        };
        // With its neighbours, which must be there as well, right beside it.
        let around = lines.start.saturating_sub(1)..(lines.end + 1).min(text.len());
        let first = *same.get(&around.start)?;
        let follow = around.clone().enumerate();
        if !follow
            .into_iter()
            .all(|(at, line)| same.get(&line) == Some(&(first + at)))
        {
            return None;
        }
        let in_place = text.len() == there.len() && first == around.start;
        let known = || {
            around
                .clone()
                .any(|at| once(text[at], text) && once(text[at], there))
        };
        if !in_place && !known() {
            return None;
        }
        let start = first + (lines.start - around.start);
        out.push(start..start + lines.len());
    }
    Some(out)
}

/// The edit that puts `lines` in the place of the lines `at`.
fn splice(
    file: &str,
    there: &Lines<'_>,
    at: &Range<usize>,
    lines: &[&str],
) -> Option<(Range<usize>, String)> {
    let end = line_break(file);
    let own_first = there.first == there.rest;
    let laid: Vec<String> = lines.iter().map(|line| there.lay(line)).collect();
    let text = laid.join(end);
    if at.start == 0 && !own_first {
        // The sign of the list stays with the first line.
        if at.is_empty() || lines.is_empty() {
            return None;
        }
        let text = text.strip_prefix(there.rest.as_str())?.to_owned();
        return Some((there.bytes[0].start..there.whole[at.end - 1].end, text));
    }
    let last = there.whole.last()?.end;
    Some(match (at.is_empty(), lines.is_empty()) {
        (true, false) if at.start < there.whole.len() => {
            let place = there.whole[at.start].start;
            (place..place, text + end)
        }
        (true, false) => (last..last, format!("{end}{text}")),
        (false, true) if at.end < there.whole.len() => {
            (there.whole[at.start].start..there.whole[at.end].start, text)
        }
        (false, true) if at.start > 0 => (there.whole[at.start - 1].end..last, text),
        (_, true) => return None,
        (false, false) => (
            there.whole[at.start].start..there.whole[at.end - 1].end,
            text,
        ),
    })
}

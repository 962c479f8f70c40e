//! Moving a base forward by some changes only, as `git add -p` does.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::changes::{ChangeKind, Changes};
use crate::document::{Document, Kind, Reader};

/// One version of a source: its text and what was read from it.
#[derive(Debug, Clone, Copy)]
pub struct Version<'a> {
    /// The file as it is.
    pub text: &'a str,
    /// Its segments.
    pub document: &'a Document,
}

/// A base after some changes were taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taken {
    /// Its text.
    pub text: String,
    /// The changes that it has now; more than were asked for where some cannot be told apart.
    pub changes: BTreeSet<usize>,
}

/// The base with the changes `chosen` (indexes into [`Changes::list`]) taken from the source.
///
/// Blocks that were not chosen stay byte for byte, and when all changes are chosen the result
/// is the source itself. Each call leaves fewer changes than there were, so taking them in any
/// order ends at the source: a change that means nothing by itself (the row of a table whose
/// head is not there yet) takes its neighbours along.
pub fn take(
    base: Version<'_>,
    source: Version<'_>,
    changes: &Changes,
    chosen: &BTreeSet<usize>,
    reader: &Reader<'_>,
) -> Taken {
    let mut chosen = chosen.clone();
    let all = changes.list.len();
    loop {
        let text = patched(base, source, changes, &chosen);
        let next = (0..all).filter(|at| !chosen.contains(at));
        let near = |at: &usize| chosen.iter().map(|taken| taken.abs_diff(*at)).min();
        let next = next.min_by_key(near);
        match next {
            Some(next) if left(&text, source, reader) + chosen.len() > all => chosen.insert(next),
            _ => {
                return Taken {
                    text,
                    changes: chosen,
                };
            }
        };
    }
}

/// The base with just the changes `chosen` taken; none where they cannot be told apart from others.
pub(super) fn taken_alone(
    base: Version<'_>,
    source: Version<'_>,
    changes: &Changes,
    chosen: &BTreeSet<usize>,
    reader: &Reader<'_>,
) -> Option<String> {
    if chosen.is_empty() && !changes.list.is_empty() {
        return Some(base.text.to_owned());
    }
    let text = patched(base, source, changes, chosen);
    let fits = left(&text, source, reader) + chosen.len() <= changes.list.len();
    fits.then_some(text)
}

/// How many changes still lie between `text` and the source.
fn left(text: &str, source: Version<'_>, reader: &Reader<'_>) -> usize {
    Changes::between(&reader.read(text).document, source.document)
        .list
        .len()
}

fn patched(
    base: Version<'_>,
    source: Version<'_>,
    changes: &Changes,
    chosen: &BTreeSet<usize>,
) -> String {
    if (0..changes.list.len()).all(|at| chosen.contains(&at)) {
        return source.text.to_owned();
    }
    let plan = Plan::new(changes, chosen);
    let mut out = String::with_capacity(source.text.len());
    let fields = (Region::front(base), Region::front(source));
    match fields {
        (Some(old), Some(new)) => out.push_str(&plan.lay(&old, &new)),
        // A fence makes no sense without the other: front matter comes and goes as a whole.
        (None, Some(new)) if plan.touches(&new.blocks, Side::Source) => out.push_str(new.text()),
        (Some(old), None) if !plan.touches(&old.blocks, Side::Base) => out.push_str(old.text()),
        _ => {}
    }
    out.push_str(&plan.lay(&Region::body(base), &Region::body(source)));
    out
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Base,
    Source,
}

/// A part of a file whose blocks are laid out together.
struct Region<'a> {
    version: Version<'a>,
    bytes: Range<usize>,
    blocks: Range<usize>,
}

impl<'a> Region<'a> {
    fn front(version: Version<'a>) -> Option<Self> {
        let bytes = version.document.front_matter.clone()?;
        let blocks = &version.document.blocks;
        let first = blocks.partition_point(|block| block.lines.start < bytes.start);
        let last = blocks.partition_point(|block| block.lines.start < bytes.end);
        Some(Self {
            version,
            bytes: 0..bytes.end,
            blocks: first..last,
        })
    }

    fn body(version: Version<'a>) -> Self {
        let start = version
            .document
            .front_matter
            .as_ref()
            .map_or(0, |bytes| bytes.end);
        let blocks = &version.document.blocks;
        let first = blocks.partition_point(|block| block.lines.start < start);
        Self {
            version,
            bytes: start..version.text.len(),
            blocks: first..blocks.len(),
        }
    }

    fn text(&self) -> &'a str {
        &self.version.text[self.bytes.clone()]
    }

    fn lines(&self, at: usize) -> Range<usize> {
        self.version.document.blocks[at].lines.clone()
    }

    fn block(&self, at: usize) -> &'a str {
        &self.version.text[self.lines(at)]
    }

    /// What stands before a block, up to the one before it or the start of the region.
    fn before(&self, at: usize) -> &'a str {
        let from = if at > self.blocks.start {
            self.lines(at - 1).end
        } else {
            self.bytes.start
        };
        &self.version.text[from..self.lines(at).start]
    }

    /// What stands behind the last block.
    fn tail(&self) -> &'a str {
        let from = if self.blocks.is_empty() {
            self.bytes.start
        } else {
            self.lines(self.blocks.end - 1).end
        };
        &self.version.text[from..self.bytes.end]
    }

    fn kind(&self, at: usize) -> Kind {
        self.version.document.blocks[at].kind(self.version.document)
    }

    fn has(&self, at: usize) -> bool {
        self.blocks.contains(&at)
    }
}

/// A block of the result: which one of the base or the source it is, and whose text it has.
#[derive(Debug, Clone, Copy)]
struct Item {
    base: Option<usize>,
    source: Option<usize>,
    from: Side,
}

/// What becomes of each block.
struct Plan {
    /// Blocks of the base with their counterparts in the source, moved ones that stay put left out.
    pairs: BTreeMap<usize, usize>,
    /// Blocks of the base whose text comes from the source.
    replaced: BTreeSet<usize>,
    /// Blocks of the base that go.
    dropped: BTreeSet<usize>,
    /// Blocks of the source that come.
    inserted: BTreeSet<usize>,
}

impl Plan {
    fn new(changes: &Changes, chosen: &BTreeSet<usize>) -> Self {
        let mut plan = Self {
            pairs: changes.same.iter().copied().collect(),
            replaced: BTreeSet::new(),
            dropped: BTreeSet::new(),
            inserted: BTreeSet::new(),
        };
        for (at, change) in changes.list.iter().enumerate() {
            let taken = chosen.contains(&at);
            match (change.kind, change.old, change.new) {
                (ChangeKind::Changed, Some(old), Some(new)) => {
                    plan.pairs.insert(old, new);
                    if taken {
                        plan.replaced.insert(old);
                    }
                }
                _ if !taken => {}
                (_, old, new) => {
                    plan.dropped.extend(old);
                    plan.inserted.extend(new);
                }
            }
        }
        plan
    }

    /// Whether any block of `blocks` comes or goes.
    fn touches(&self, blocks: &Range<usize>, side: Side) -> bool {
        let set = if side == Side::Source {
            &self.inserted
        } else {
            &self.dropped
        };
        set.range(blocks.clone()).next().is_some()
    }

    fn lay(&self, base: &Region<'_>, source: &Region<'_>) -> String {
        let items = self.items(base, source);
        let mut out = String::new();
        for (at, item) in items.iter().enumerate() {
            let last = at.checked_sub(1).map(|before| items[before]);
            out.push_str(between(last, *item, base, source));
            out.push_str(match item.from {
                Side::Base => item.base.map_or("", |at| base.block(at)),
                Side::Source => item.source.map_or("", |at| source.block(at)),
            });
        }
        let ends_source = items.last().is_some_and(|item| {
            item.from == Side::Source && item.source == source.blocks.clone().last()
        });
        out.push_str(if ends_source {
            source.tail()
        } else {
            base.tail()
        });
        out
    }

    fn items(&self, base: &Region<'_>, source: &Region<'_>) -> Vec<Item> {
        let kept = base.blocks.clone().filter(|at| !self.dropped.contains(at));
        let mut items: Vec<Item> = kept
            .map(|at| Item {
                base: Some(at),
                source: self.pairs.get(&at).copied().filter(|&new| source.has(new)),
                from: if self.replaced.contains(&at) {
                    Side::Source
                } else {
                    Side::Base
                },
            })
            .collect();
        for &new in self.inserted.range(source.blocks.clone()) {
            let item = Item {
                base: None,
                source: Some(new),
                from: Side::Source,
            };
            items.insert(place(&items, new), item);
        }
        items
    }
}

/// Where a block of the source goes: behind the nearest one before it that is there.
fn place(items: &[Item], new: usize) -> usize {
    let before = items
        .iter()
        .enumerate()
        .filter_map(|(at, item)| item.source.map(|source| (source, at)));
    let nearest = before.filter(|&(source, _)| source < new).max();
    nearest.map_or(0, |(_, at)| at + 1)
}

/// What stands between two neighbours of the result.
fn between<'a>(last: Option<Item>, next: Item, base: &Region<'a>, source: &Region<'a>) -> &'a str {
    let Some(last) = last else {
        return match (next.base, next.source) {
            (Some(at), _) if at == base.blocks.start => base.before(at),
            (_, Some(at)) if at == source.blocks.start => source.before(at),
            _ if !base.blocks.is_empty() => base.before(base.blocks.start),
            _ => "",
        };
    };
    let follow = |one: Option<usize>, two: Option<usize>| {
        one.zip(two).is_some_and(|(one, two)| one + 1 == two)
    };
    if follow(last.base, next.base) {
        return next.base.map_or("\n\n", |at| base.before(at));
    }
    if follow(last.source, next.source) {
        return next.source.map_or("\n\n", |at| source.before(at));
    }
    // Strangers: the wider of the gaps that each of them had.
    let own = |item: Item| match item.from {
        Side::Base => item.base.map(|at| (base, at)),
        Side::Source => item.source.map(|at| (source, at)),
    };
    let behind = own(last)
        .filter(|(region, at)| region.has(at + 1))
        .map(|(region, at)| region.before(at + 1));
    let ahead = own(next)
        .filter(|(region, at)| *at > region.blocks.start)
        .map(|(region, at)| region.before(at));
    let breaks = |gap: &str| gap.matches('\n').count();
    let widest = [behind, ahead]
        .into_iter()
        .flatten()
        .max_by_key(|gap| breaks(gap));
    match widest {
        Some(gap) if breaks(gap) > 1 || alike(last, next, base, source) => gap,
        _ if base.text().contains("\r\n") => "\r\n\r\n",
        _ => "\n\n",
    }
}

/// Whether two blocks are of one kind, such as items of a list, and may stand close.
fn alike(last: Item, next: Item, base: &Region<'_>, source: &Region<'_>) -> bool {
    let kind = |item: Item| match item.from {
        Side::Base => item.base.map(|at| base.kind(at)),
        Side::Source => item.source.map(|at| source.kind(at)),
    };
    kind(last) == kind(next) && !matches!(kind(last), Some(Kind::Paragraph))
}

#[cfg(test)]
mod tests;

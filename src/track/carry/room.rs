//! The room in the translation for what comes in: between the translations of its neighbours.

use std::ops::Range;

use super::lines::line_break;
use super::places::front;
use super::splice::Splice;
use super::{Why, Work};
use crate::document::Document;

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
    /// Where blocks of the source belong: between the translations of their nearest neighbours
    /// that stand where they stood.
    pub(super) fn room(&self, blocks: &Range<usize>) -> Result<Room, Why> {
        let (source, target) = (self.sides.source, self.sides.target);
        let edge = front(source.document);
        let pair = |(new, old): (&usize, &usize)| (*new, *old);
        let mut before = self.stays.range(edge.min(blocks.start)..blocks.start);
        let before = before.next_back().map(pair);
        let after = self.stays.range(blocks.end..).next().map(pair);
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

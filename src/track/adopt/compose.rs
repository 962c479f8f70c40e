//! A base that says no more than the translation does.
//!
//! A version of the source fits most of a translation. Where the translation lacks something, the
//! base takes the block as an older version had it, if that fits; else what is lacking is left out
//! of the base. So it shows as a change of the source, which is what it is to the translator.

use std::ops::Range;

use super::fit::{Lack, Missing, lacks};
use super::versions::Shelf;
use crate::align::Unit;
use crate::document::{Block, Document};
use crate::track::changes::Changes;

/// A version of a source while parts are taken out.
pub(super) struct Composed {
    /// The text.
    pub(super) text: String,
    /// What of `lacks` it accounts for, as indexes.
    pub(super) settled: Vec<usize>,
}

/// More than this is not taken out piece by piece.
const MOST: usize = 400;

/// `version` as a base of `target`, given what that lacks; `older` are older versions, newest first.
pub(super) fn compose(
    shelf: &Shelf<'_>,
    (text, version): (&str, &Document),
    target: &Document,
    found: &[Lack],
    older: &[Document],
) -> Composed {
    let mut edits: Vec<(Range<usize>, String, usize)> = Vec::new();
    for (number, lack) in found.iter().enumerate().take(MOST) {
        let block = &version.blocks[lack.block];
        let edit = match &lack.what {
            Missing::Block => Some(without(text, block)),
            Missing::Figures(_) | Missing::Code(_) => {
                let before = from_older((text, version), target, lack, older);
                before.or_else(|| stripped(text, block, &lack.what))
            }
        };
        edits.extend(edit.map(|(range, new)| (range, new, number)));
    }
    // From the end to the beginning, so that places stay where they were.
    edits.sort_by(|a, b| b.0.start.cmp(&a.0.start));
    let mut out = Composed {
        text: text.to_owned(),
        settled: Vec::new(),
    };
    let mut behind = text.len() + 1;
    for (range, new, number) in edits {
        if range.end > behind {
            continue;
        }
        let mut tried = out.text.clone();
        tried.replace_range(range.clone(), &new);
        // Each edit must be one change: one that tears its surroundings is not made.
        let changes = Changes::between(&shelf.read(&tried), version);
        if changes.list.len() == out.settled.len() + 1 {
            out.text = tried;
            out.settled.push(number);
            behind = range.start;
        }
    }
    out
}

/// Takes a block out, with the blank lines behind it.
fn without(text: &str, block: &Block) -> (Range<usize>, String) {
    let mut end = block.lines.end;
    let mut rest = text[end..].split_inclusive('\n');
    // The end of its own last line, then the blank ones.
    for line in rest.by_ref() {
        if end > block.lines.end && !line.trim().is_empty() {
            break;
        }
        end += line.len();
    }
    let start = text[..block.lines.start].rfind('\n').map_or(0, |at| at + 1);
    (start..end, String::new())
}

/// The block as the newest older version had it that the translation lacks nothing of.
fn from_older(
    (text, version): (&str, &Document),
    target: &Document,
    lack: &Lack,
    older: &[Document],
) -> Option<(Range<usize>, String)> {
    let block = &version.blocks[lack.block];
    let now = text[block.lines.clone()].trim();
    for before in older {
        let changes = Changes::between(before, version);
        let mut pairs = changes
            .same
            .iter()
            .copied()
            .chain(changes.list.iter().filter_map(|change| change.old.zip(change.new)));
        let (old, _) = pairs.find(|&(_, new)| new == lack.block)?;
        let unit = Unit {
            source: vec![old],
            target: lack.target.clone(),
            confidence: 1.0,
        };
        if before.blocks[old].text != block.text && lacks(before, target, &unit).is_empty() {
            // Only where the block stands by itself: quotes and lists put signs before each line.
            return (block.text == now).then(|| {
                let start = block.lines.start + text[block.lines.clone()].find(now).unwrap_or(0);
                (start..start + now.len(), before.blocks[old].text.clone())
            });
        }
    }
    None
}

/// The block without the figures or lines of code that are missing.
fn stripped(text: &str, block: &Block, what: &Missing) -> Option<(Range<usize>, String)> {
    let lines = &text[block.lines.clone()];
    let new = match what {
        Missing::Block => return None,
        Missing::Code(missing) => {
            let kept = lines.split_inclusive('\n').filter(|line| {
                let bare = line.trim();
                !missing.iter().any(|gone| gone.trim() == bare)
            });
            kept.collect::<String>()
        }
        Missing::Figures(missing) => {
            let mut new = lines.to_owned();
            for figure in missing {
                // Of two places nobody can say which one is meant.
                if new.matches(figure.as_str()).count() != 1 {
                    return None;
                }
                new = new.replacen(figure.as_str(), "", 1);
            }
            new
        }
    };
    (new != lines).then(|| (block.lines.clone(), new))
}

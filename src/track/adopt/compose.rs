//! A base that says no more than the translation does.
//!
//! A version of the source fits most of a translation. Where the translation lacks something, the
//! base takes the block as an older version had it, if that fits; else what is lacking is left out
//! of the base. So it shows as a change of the source, which is what it is to the translator.

use std::collections::BTreeMap;
use std::ops::Range;

use super::fit::{Lack, Missing, distance, lacks};
use crate::align::Unit;
use crate::document::{Block, Document};
use crate::track::changes::Changes;

/// A version of a source while parts are taken out.
pub(super) struct Composed {
    /// The text.
    pub(super) text: String,
    /// What of the lacks it accounts for, as indexes.
    pub(super) settled: Vec<usize>,
    /// Which of the lacks are none: the translation has it as the source has it by now, or has
    /// something of its own in the place.
    pub(super) excused: Vec<usize>,
    /// What is missing of a newer version that the translation is nearer to.
    pub(super) newer: BTreeMap<usize, Missing>,
}

/// A base that is a version as it is.
pub(super) fn whole(text: &str) -> Composed {
    Composed {
        text: text.to_owned(),
        settled: Vec::new(),
        excused: Vec::new(),
        newer: BTreeMap::new(),
    }
}

/// A piece of the text and what comes in its place.
type Swap = (Range<usize>, String);

/// What is done for one of the lacks.
#[derive(Clone)]
struct Edit {
    swap: Swap,
    lack: usize,
    /// What else will do, where that would tear what surrounds it.
    instead: Vec<Swap>,
}

/// Another version of the source, and whether it is newer than the chosen one.
pub(super) struct Other {
    pub(super) document: Document,
    pub(super) newer: bool,
}

/// `version` as a base of `target`, given what that lacks; `others` are other versions, of which an
/// earlier one is preferred where two fit alike.
pub(super) fn compose(
    read: &dyn Fn(&str) -> Document,
    (text, version): (&str, &Document),
    target: &Document,
    found: &[Lack],
    others: impl Iterator<Item = Other>,
) -> Composed {
    let nearer = nearer(version, target, found, others);
    let mut out = whole(text);
    let mut edits = Vec::new();
    for (at, (lack, near)) in found.iter().zip(nearer).enumerate() {
        let block = &version.blocks[lack.block];
        let mut swaps = Vec::new();
        match (&lack.what, near) {
            (Missing::Block, _) => {}
            (_, Near::Older(other)) => swaps.extend(replaced(text, block, &other)),
            (_, Near::Newer(other, missing)) => {
                match missing {
                    Some(missing) => drop(out.newer.insert(at, missing)),
                    None => out.excused.push(at),
                }
                swaps.extend(replaced(text, block, &other));
            }
            (what, Near::This { omits: true }) => swaps.extend(stripped(text, block, what)),
            (_, Near::This { omits: false }) => out.excused.push(at),
        }
        if !out.excused.contains(&at) {
            // At worst the whole block: what is not said to be missing would be taken for done.
            swaps.extend(without(text, block));
        }
        let mut swaps = swaps.into_iter();
        edits.extend(swaps.next().map(|swap| Edit {
            swap,
            lack: at,
            instead: swaps.collect(),
        }));
    }
    edits.sort_by_key(|edit| edit.swap.0.start);
    edits.dedup_by(|next, edit| next.swap.0.start < edit.swap.0.end);
    let check = Check {
        read,
        text,
        version,
    };
    check.settle(edits, &mut out);
    out
}

/// What trying edits out may cost for one translation, in bytes that are read again.
const EFFORT: usize = 4_000_000;

/// Sees to it that each edit is one change and tears nothing that surrounds it.
struct Check<'a> {
    read: &'a dyn Fn(&str) -> Document,
    text: &'a str,
    version: &'a Document,
}

impl Check<'_> {
    /// Makes all edits that can be made, halving those that cannot be made together.
    fn settle(&self, edits: Vec<Edit>, out: &mut Composed) {
        let mut kept: Vec<Edit> = Vec::new();
        let mut open = vec![edits];
        let mut effort = EFFORT;
        while let Some(mut some) = open.pop() {
            let Some(rest) = effort.checked_sub(self.text.len()) else {
                break;
            };
            effort = rest;
            let mut tried = kept.clone();
            tried.extend(some.iter().cloned());
            if let Some(text) = self.tried(&tried) {
                kept = tried;
                out.text = text;
            } else if some.len() > 1 {
                let right = some.split_off(some.len() / 2);
                open.extend([right, some]);
            } else if let Some(mut edit) = some.pop().filter(|edit| !edit.instead.is_empty()) {
                edit.swap = edit.instead.remove(0);
                let free = |other: &Edit| {
                    let (one, two) = (&edit.swap.0, &other.swap.0);
                    one.end <= two.start || two.end <= one.start
                };
                if kept.iter().all(free) {
                    open.push(vec![edit]);
                }
            }
        }
        out.settled = kept.iter().map(|edit| edit.lack).collect();
    }

    /// The text after these edits, if they are just so many changes.
    fn tried(&self, edits: &[Edit]) -> Option<String> {
        let mut swaps: Vec<&Swap> = edits.iter().map(|edit| &edit.swap).collect();
        swaps.sort_by_key(|swap| swap.0.start);
        let (mut out, mut at) = (String::with_capacity(self.text.len()), 0);
        for (range, new) in swaps {
            out.push_str(self.text.get(at..range.start)?);
            out.push_str(new);
            at = range.end;
        }
        out.push_str(&self.text[at..]);
        let changes = Changes::between(&(self.read)(&out), self.version);
        (changes.list.len() == edits.len()).then_some(out)
    }
}

/// The version of a block that the translation is nearest to.
enum Near {
    /// The chosen one; whether the translation has less than it, and not other things in its place.
    This { omits: bool },
    /// An older one: its text, without what the translation lacks of it, too.
    Older(String),
    /// A newer one, and what the translation lacks of that.
    Newer(String, Option<Missing>),
}

/// For each lack, the version of the block that differs least from what the translation says.
fn nearer(
    version: &Document,
    target: &Document,
    found: &[Lack],
    others: impl Iterator<Item = Other>,
) -> Vec<Near> {
    let inside = |lack: &Lack| lack.what != Missing::Block;
    let far = |source: &Document, block: usize, lack: &Lack| {
        distance((source, block), (target, &lack.target))
    };
    let start = |lack: &Lack| {
        let (missing, own) = far(version, lack.block, lack);
        (
            missing + own,
            // Samples of code are often a translator's own; a figure hardly ever is.
            Near::This {
                omits: missing > own || matches!(lack.what, Missing::Figures(_)),
            },
        )
    };
    let mut best: Vec<(usize, Near)> = found
        .iter()
        .map(|lack| {
            if inside(lack) {
                start(lack)
            } else {
                (0, Near::This { omits: true })
            }
        })
        .collect();
    for other in others {
        if best.iter().all(|(distance, _)| *distance == 0) {
            break;
        }
        let changes = Changes::between(&other.document, version);
        let pairs = changes
            .list
            .iter()
            .filter_map(|change| change.old.zip(change.new));
        for (old, new) in pairs {
            for (lack, best) in found.iter().zip(&mut best) {
                if lack.block != new || !inside(lack) {
                    continue;
                }
                let (missing, own) = far(&other.document, old, lack);
                let distance = missing + own;
                if distance < best.0
                    && let Some((text, missing)) = rest(&other.document, old, target, lack)
                {
                    let near = if other.newer {
                        Near::Newer(text, missing)
                    } else {
                        Near::Older(text)
                    };
                    *best = (distance, near);
                }
            }
        }
    }
    best.into_iter().map(|(_, near)| near).collect()
}

/// A block of another version without what the translation lacks of it, too, and what that is.
fn rest(
    other: &Document,
    block: usize,
    target: &Document,
    lack: &Lack,
) -> Option<(String, Option<Missing>)> {
    let unit = Unit {
        source: vec![block],
        target: lack.target.clone(),
        confidence: 1.0,
    };
    let text = &other.blocks[block].text;
    match lacks(other, target, &unit).pop() {
        None => Some((text.clone(), None)),
        Some(more) => Some((stripped_text(text, &more.what)?, Some(more.what))),
    }
}

/// Puts a block in the place of another. Only where that stands by itself: quotes and lists put signs
/// before each line.
fn replaced(text: &str, block: &Block, new: &str) -> Option<Swap> {
    let lines = &text[block.lines.clone()];
    let bare = lines.trim();
    let start = block.lines.start + lines.find(bare)?;
    let crlf = lines.contains("\r\n");
    let plain = if crlf {
        bare.replace("\r\n", "\n")
    } else {
        bare.to_owned()
    };
    let new = if crlf {
        new.replace('\n', "\r\n")
    } else {
        new.to_owned()
    };
    (block.text == plain).then_some((start..start + bare.len(), new))
}

/// Takes a block out with the blank lines behind it; they stay where they part what stood before
/// the block from what stands behind it. Or leaves a blank line in its place.
fn without(text: &str, block: &Block) -> [Swap; 2] {
    let start = text[..block.lines.start].rfind('\n').map_or(0, |at| at + 1);
    let before = text[..start].lines().next_back();
    let parted = before.is_none_or(|line| line.trim_matches(['>', ' ', '\t', '\r']).is_empty());
    let mut rest = text[block.lines.end..].split_inclusive('\n');
    let own = block.lines.end + rest.next().map_or(0, str::len);
    let mut end = own;
    for line in rest.take_while(|line| parted && line.trim().is_empty()) {
        end += line.len();
    }
    let blank = if text[start..own].ends_with("\r\n") {
        "\r\n"
    } else {
        "\n"
    };
    [(start..end, String::new()), (start..own, blank.to_owned())]
}

/// The block without the figures or lines of code that are missing.
fn stripped(text: &str, block: &Block, what: &Missing) -> Option<Swap> {
    let new = stripped_text(&text[block.lines.clone()], what)?;
    Some((block.lines.clone(), new))
}

fn stripped_text(text: &str, what: &Missing) -> Option<String> {
    let new = match what {
        Missing::Block => return None,
        Missing::Code(missing) => {
            let kept = text.split_inclusive('\n').filter(|line| {
                let bare = line.trim();
                !missing.iter().any(|gone| gone.trim() == bare)
            });
            kept.collect::<String>()
        }
        Missing::Figures(missing) => {
            let mut new = text.to_owned();
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
    (new != text).then_some(new)
}

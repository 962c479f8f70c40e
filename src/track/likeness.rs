//! How alike two blocks are, by the words they share.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::document::{Block, Document, Kind, Part, PlaceholderKind};
use crate::text::{ratio, shared};

/// Two blocks in place of one another must have this share of their tokens in common.
const ALIKE: f64 = 0.4;

/// What comparing the blocks of one page may cost in all, in pairs of words. After that, blocks
/// count as different: a page that needs more was made to keep us busy.
const STEPS: usize = 300_000_000;

/// Two texts with a larger table of pairs of words are compared by what they have in common,
/// without their order.
const TABLE: usize = 4_000_000;

/// What looking at a pair of blocks costs by itself.
const PAIR: usize = 20;

/// How alike blocks of the base and of the source are, with their tokens kept.
pub(super) struct Likeness<'d> {
    base: &'d Document,
    source: &'d Document,
    tokens: BTreeMap<(bool, usize), Tokens>,
    /// Steps that are left: see [`STEPS`].
    steps: usize,
}

impl<'d> Likeness<'d> {
    /// Between the blocks of these two documents.
    pub(super) fn new(base: &'d Document, source: &'d Document) -> Self {
        Self {
            base,
            source,
            tokens: BTreeMap::new(),
            steps: STEPS,
        }
    }

    /// 0 when the two cannot be versions of one block, else the share of common tokens.
    pub(super) fn of(&mut self, old: usize, new: usize) -> f64 {
        let (before, after) = (&self.base.blocks[old], &self.source.blocks[new]);
        if !compatible(before.kind(self.base), after.kind(self.source)) {
            return 0.0;
        }
        self.prepare(false, old);
        self.prepare(true, new);
        let (left, right) = (&self.tokens[&(false, old)], &self.tokens[&(true, new)]);
        let (one, other) = (left.written.len(), right.written.len());
        let (short, long) = (one.min(other), one.max(other));
        // No common subsequence is longer than the shorter side.
        if short + long == 0 || 2 * short * 10 < (short + long) * 4 {
            return 0.0;
        }
        let pair = PAIR + short + long;
        if self.steps < pair {
            return 0.0;
        }
        self.steps -= pair;
        // What is common regardless of order is never less than what is common in order, and
        // found at once: most pairs have nothing to do with each other.
        let share = shared(&left.sorted, &right.sorted);
        if share < ALIKE {
            return 0.0;
        }
        let table = short.saturating_mul(long);
        let found = if table <= self.steps.min(TABLE) {
            self.steps -= table;
            ratio(&left.written, &right.written)
        } else {
            share
        };
        if found >= ALIKE { found } else { 0.0 }
    }

    fn prepare(&mut self, new: bool, at: usize) {
        if self.tokens.contains_key(&(new, at)) {
            return;
        }
        let document = if new { self.source } else { self.base };
        let text = core(document, &document.blocks[at]);
        let written: Vec<u64> = tokens(&text).map(fingerprint).collect();
        let mut sorted = written.clone();
        sorted.sort_unstable();
        self.tokens.insert((new, at), Tokens { written, sorted });
    }
}

/// The tokens of a block: as written, and sorted.
struct Tokens {
    written: Vec<u64>,
    sorted: Vec<u64>,
}

/// Words and single signs, white space left out. Where words begin is not asked of Unicode here: for
/// how much two texts share it makes no difference, and this is asked often.
fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text.trim_start();
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let word = |c: char| c.is_alphanumeric() || c == '_';
        let end = if word(first) {
            rest.find(|c| !word(c)).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let token = &rest[..end];
        rest = rest[end..].trim_start();
        Some(token)
    })
}

/// A token as a number, whatever its case: equal tokens have equal ones, and for the share of
/// common tokens it does not matter that in a billion texts two others might.
fn fingerprint(token: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    for letter in token.chars().flat_map(char::to_lowercase) {
        letter.hash(&mut hasher);
    }
    hasher.finish()
}

/// The text of a block without what says nothing of its content: targets, tags, ids, emphasis.
fn core(document: &Document, block: &Block) -> String {
    if !block.prose(document) {
        return block.text.clone();
    }
    let mut out = String::new();
    for segment in block.of(document) {
        let mut at = 0;
        for mark in &segment.placeholders {
            if mark.kind == PlaceholderKind::Code || mark.range.start < at {
                continue;
            }
            out.push_str(&segment.text[at..mark.range.start]);
            if mark.part == Part::Close && mark.kind == PlaceholderKind::Link {
                out.push_str(" ](");
            }
            out.push(' ');
            at = mark.range.end;
        }
        out.push_str(&segment.text[at..]);
        out.push('\n');
    }
    out
}

/// Whether a block of one kind can become one of the other.
fn compatible(old: Kind, new: Kind) -> bool {
    let text = |kind| {
        matches!(
            kind,
            Kind::Paragraph | Kind::ListItem | Kind::Html | Kind::Image | Kind::Directive
        )
    };
    match (old, new) {
        (Kind::Heading(_), Kind::Heading(_)) => true,
        _ => old == new || (text(old) && text(new)),
    }
}

//! What a translation keeps of a block, and how alike two blocks are by it.

use std::collections::BTreeSet;

use crate::document::{Block, Document, Kind, PlaceholderKind};
use crate::text::read_numbers;

/// The language-neutral parts of a block, and its length.
pub(super) struct Anchors {
    tokens: BTreeSet<String>,
    length: usize,
}

impl Anchors {
    /// Collects inline code, targets, figures, words in Latin letters; of code, its lines.
    /// The names of `languages` in targets do not count.
    pub(super) fn of(document: &Document, block: &Block, languages: &BTreeSet<String>) -> Self {
        if block.kind(document) == Kind::Code {
            let lines = block.text.lines().map(|line| line.trim().to_owned());
            return Self {
                tokens: lines.filter(|line| line.len() > 2).collect(),
                length: block.text.len(),
            };
        }
        let mut tokens = BTreeSet::new();
        for segment in block.of(document) {
            for mark in &segment.placeholders {
                if !matches!(
                    mark.kind,
                    PlaceholderKind::Emphasis | PlaceholderKind::TaskBox
                ) {
                    tokens.insert(target(&segment.text[mark.range.clone()], languages));
                }
            }
            tokens.extend(
                read_numbers(&segment.reader)
                    .into_iter()
                    .flat_map(|number| number.values),
            );
            let latin = segment
                .reader
                .split(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-');
            tokens.extend(latin.filter(|word| word.len() > 1).map(str::to_lowercase));
        }
        tokens.remove("");
        Self {
            tokens,
            length: block.reader(document).chars().count(),
        }
    }

    /// From 0 to a little over 1: the share of common tokens, and how near the lengths are. None if
    /// both sides hold several such tokens and none in common: then neither translates the other.
    pub(super) fn likeness(&self, other: &Self) -> Option<f64> {
        let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        let (short, long) = (self.length.min(other.length), self.length.max(other.length));
        let near = (number(short) + 4.0) / (number(long) + 4.0);
        let common = self.tokens.intersection(&other.tokens).count();
        let smaller = self.tokens.len().min(other.tokens.len());
        if smaller >= SEVERAL && common == 0 {
            return None;
        }
        let kept = if smaller == 0 {
            0.0
        } else {
            number(common) / number(smaller)
        };
        Some(0.4 * near + kept * (1.0 - 1.0 / (1.0 + number(common))))
    }
}

/// So many tokens are no accident.
const SEVERAL: usize = 2;

/// The target of a link without its fragment and its language: those are translated.
fn target(mark: &str, languages: &BTreeSet<String>) -> String {
    let bare = mark.trim_matches(|c: char| !c.is_alphanumeric() && c != '/' && c != '_');
    let page = bare.split('#').next().unwrap_or(bare);
    let parts = page
        .split('/')
        .filter(|part| !languages.contains(&part.to_lowercase()));
    parts.collect::<Vec<_>>().join("/")
}

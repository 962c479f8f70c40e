//! One page as the aligner sees it: the blocks without a key that a reader sees, and what they keep.

use super::features::{Anchor, Features, Look};
use crate::document::{Block, Document};

/// The blocks of one page, and the anchors in them.
#[derive(Debug, Clone)]
pub(super) struct Side {
    /// The places of the blocks in the document.
    pub(super) blocks: Vec<usize>,
    /// What each of them is compared by.
    pub(super) features: Vec<Features>,
    /// Every anchor of the page once, by its id, with the number of blocks that hold it.
    pub(super) vocabulary: Vec<(Anchor, usize)>,
    /// The anchors of each block, as places in the vocabulary, rising.
    pub(super) held: Vec<Vec<usize>>,
}

impl Side {
    /// Reads what the blocks of a page keep.
    pub(super) fn of(document: &Document, look: Look<'_>) -> Self {
        let seen =
            |block: &Block| block.key(document).is_none() && block.kind(document).is_content();
        let blocks = document.blocks.iter().enumerate();
        let blocks: Vec<usize> = blocks
            .filter(|(_, block)| seen(block))
            .map(|(at, _)| at)
            .collect();
        let (features, anchors) = blocks
            .iter()
            .map(|&at| Features::of(document, &document.blocks[at], look))
            .unzip();
        let mut side = Self {
            blocks,
            features,
            vocabulary: Vec::new(),
            held: Vec::new(),
        };
        side.count(anchors);
        side
    }

    /// Adds anchors to its blocks.
    pub(super) fn add(&mut self, more: &[Vec<Anchor>]) {
        let mut anchors: Vec<Vec<Anchor>> = Vec::with_capacity(self.held.len());
        for (held, more) in self.held.iter().zip(more) {
            let held = held.iter().map(|&at| self.vocabulary[at].0);
            anchors.push(held.chain(more.iter().copied()).collect());
        }
        self.count(anchors);
    }

    /// How many blocks there are.
    pub(super) fn len(&self) -> usize {
        self.blocks.len()
    }

    fn count(&mut self, anchors: Vec<Vec<Anchor>>) {
        let mut all: Vec<Anchor> = anchors.iter().flatten().copied().collect();
        all.sort_unstable_by_key(|anchor| anchor.id);
        self.vocabulary.clear();
        for anchor in all {
            match self.vocabulary.last_mut() {
                Some(last) if last.0.id == anchor.id => last.1 += 1,
                _ => self.vocabulary.push((anchor, 1)),
            }
        }
        let place = |anchor: Anchor| {
            let at = self
                .vocabulary
                .binary_search_by_key(&anchor.id, |known| known.0.id);
            at.unwrap_or_default()
        };
        let places = |block: Vec<Anchor>| {
            let mut held: Vec<usize> = block.into_iter().map(place).collect();
            held.sort_unstable();
            held
        };
        self.held = anchors.into_iter().map(places).collect();
    }
}

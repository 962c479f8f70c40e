//! What there is to say about a translation: its status, and the work in it.

use schemars::JsonSchema;
use serde::Serialize;

use super::changes::{Change, ChangeKind, Changes};
use super::nature::Nature;
use crate::document::Document;

/// What we work out about a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// There is a source and no translation.
    Missing,
    /// There is a translation, and nobody has said what it was made from.
    Untracked,
    /// The source has changed since; how much of that is work, [`Work`] says.
    Stale,
    /// The base is the source, byte for byte.
    Current,
    /// There is a translation and no source.
    Orphan,
    /// A file of the pair could not be read, so nothing can be said.
    Unreadable,
}

impl Status {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 6] = [
        Self::Missing,
        Self::Untracked,
        Self::Stale,
        Self::Current,
        Self::Orphan,
        Self::Unreadable,
    ];

    /// The name, as options and JSON have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Untracked => "untracked",
            Self::Stale => "stale",
            Self::Current => "current",
            Self::Orphan => "orphan",
            Self::Unreadable => "unreadable",
        }
    }
}

/// How much has changed between a base and its source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Work {
    /// Segments of the source that a translator has to touch: added and changed ones.
    pub segments: usize,
    /// All segments of the source that are translated.
    pub of: usize,
    /// Segments of the base that are gone and still stand in the translation.
    pub removed: usize,
    /// Words in the source that the base did not have.
    pub words: usize,
    /// How many of the changes are slips of the pen.
    pub minor: usize,
    /// Changes that need no translator.
    pub mechanical: usize,
    /// Words in the segments that changed only mechanically.
    pub mechanical_words: usize,
}

impl Work {
    /// Adds up what changed.
    pub fn of(changes: &Changes, base: &Document, source: &Document) -> Self {
        let mut work = Self {
            of: source
                .segments
                .iter()
                .filter(|segment| segment.prose)
                .count(),
            ..Self::default()
        };
        for change in &changes.list {
            work.add(change, base, source);
        }
        work
    }

    /// Whether nothing of it is a translator's business.
    pub fn is_mechanical(&self) -> bool {
        self.segments == 0 && self.removed == 0
    }

    fn add(&mut self, change: &Change, base: &Document, source: &Document) {
        let (segments, words) = change.size(base, source);
        match change.nature {
            Nature::Mechanical(_) => {
                self.mechanical += 1;
                let reader = change.new.map(|at| source.blocks[at].reader(source));
                self.mechanical_words += reader.map_or(0, |text| crate::text::count_words(&text));
            }
            _ if change.kind == ChangeKind::Removed => {
                self.removed += segments;
            }
            _ => {
                self.segments += segments;
                self.words += words;
                self.minor += usize::from(change.nature == Nature::Minor);
            }
        }
    }
}

//! What the translations into one language add up to.

use schemars::JsonSchema;
use serde::Serialize;

use super::pair::PairStatus;
use super::status::Status;
use crate::text::Lang;

/// The sums of one language.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Totals {
    /// The language.
    pub lang: Lang,
    /// Translations that do not exist.
    pub missing: usize,
    /// Translations without a base.
    pub untracked: usize,
    /// Stale translations that hold work.
    pub stale: usize,
    /// Stale translations that hold none.
    pub mechanical: usize,
    /// Translations whose base is the source, drafts not counted.
    pub current: usize,
    /// Drafts whose base is the source.
    pub draft: usize,
    /// Translations without a source.
    pub orphan: usize,
    /// Pairs that could not be read.
    pub unreadable: usize,
    /// Segments to touch: added, changed and removed ones.
    pub segments: usize,
    /// Words to translate.
    pub words: usize,
}

impl Totals {
    /// Nothing yet.
    pub(super) fn new(lang: Lang) -> Self {
        Self {
            lang,
            missing: 0,
            untracked: 0,
            stale: 0,
            mechanical: 0,
            current: 0,
            draft: 0,
            orphan: 0,
            unreadable: 0,
            segments: 0,
            words: 0,
        }
    }

    /// Adds a translation; each is counted in one place.
    pub(super) fn add(&mut self, pair: &PairStatus) {
        let place = match pair.status {
            Status::Missing => &mut self.missing,
            Status::Untracked => &mut self.untracked,
            Status::Stale if pair.is_mechanical() => &mut self.mechanical,
            Status::Stale => &mut self.stale,
            Status::Current if pair.is_draft() => &mut self.draft,
            Status::Current => &mut self.current,
            Status::Orphan => &mut self.orphan,
            Status::Unreadable => &mut self.unreadable,
        };
        *place += 1;
        let work = pair.work.unwrap_or_default();
        self.segments += work.segments + work.removed;
        self.words += work.words;
    }
}

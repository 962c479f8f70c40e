//! A stale translation laid open: base, source and target side by side, for `diff` and `sync`.

use std::collections::BTreeMap;

use super::carry::Sides;
use super::changes::{Change, ChangeKind, Changes};
use super::pair::{Base, PairStatus, Sources};
use super::take::Version;
use crate::align::{Alignment, align};
use crate::document::Document;
use crate::text::Lang;

/// The three texts of a pair, read, and what differs between the first two.
pub struct Comparison {
    /// The language of the translation.
    pub lang: Lang,
    /// The path of the source file.
    pub source_path: String,
    /// The path of the translation.
    pub target_path: String,
    /// What the translation was made from.
    pub base: Base,
    /// What the article says today.
    pub source: String,
    /// What the translation says today.
    pub target: String,
    /// The base, read.
    pub old: Document,
    /// The source, read.
    pub new: Document,
    /// The translation, read.
    pub translated: Document,
    /// What differs between base and source.
    pub changes: Changes,
    alignment: Alignment,
    /// Blocks of the source that stand where they stood, with the blocks that translate them.
    placed: BTreeMap<usize, usize>,
}

impl Comparison {
    /// Lays a pair that was judged open; none without a base, a source and a translation that can
    /// be read.
    pub fn of(sources: &Sources<'_>, pair: &PairStatus) -> Option<Self> {
        let lang = &pair.lang;
        let base = sources.base_of(pair).ok().flatten()?;
        let source = sources.source()?.to_owned();
        let target = sources.texts.get(lang)?.clone();
        let (old, new) = sources.versions(&base.text, &source);
        let target_path = sources.article.path(lang);
        let translated = sources.parse(lang, &target_path, &target).document;
        let changes = Changes::between(&old, &new);
        let alignment = align(&old, &translated);
        let in_place = changes
            .list
            .iter()
            .filter(|change| change.kind == ChangeKind::Changed)
            .filter_map(|change| change.old.zip(change.new));
        let known = changes.same.iter().copied().chain(in_place);
        let placed = known.filter_map(|(old, new)| {
            let target = alignment.of_source(old)?.target.last()?;
            Some((new, *target))
        });
        Some(Self {
            placed: placed.collect(),
            changes,
            lang: lang.clone(),
            source_path: sources.name(),
            alignment,
            target_path,
            base,
            source,
            target,
            old,
            new,
            translated,
        })
    }

    /// A change in one line: its number, and the text it is about.
    pub fn line(&self, at: usize) -> String {
        let change = &self.changes.list[at];
        let text = match (change.new, change.old) {
            (Some(new), _) => &self.new.blocks[new].text,
            (None, Some(old)) => &self.old.blocks[old].text,
            (None, None) => "",
        };
        format!(
            "{} {}",
            at + 1,
            text.split_whitespace().collect::<Vec<_>>().join(" ")
        )
    }

    /// The base as a version to take changes into.
    pub fn base_version(&self) -> Version<'_> {
        Version {
            text: &self.base.text,
            document: &self.old,
        }
    }

    /// The source as a version to take changes from.
    pub fn source_version(&self) -> Version<'_> {
        Version {
            text: &self.source,
            document: &self.new,
        }
    }

    /// What carrying looks at.
    pub fn sides(&self) -> Sides<'_> {
        Sides {
            base: self.base_version(),
            source: self.source_version(),
            target: Version {
                text: &self.target,
                document: &self.translated,
            },
            changes: &self.changes,
            alignment: &self.alignment,
        }
    }

    /// The block of the translation that a change is about: the one that translates the block of
    /// the base, or, where there is none, the one with the same key.
    pub fn target_of(&self, change: &Change) -> Option<usize> {
        if let Some(old) = change.old {
            return self.alignment.of_source(old)?.target.first().copied();
        }
        let key = self.new.blocks[change.new?].key(&self.new)?;
        let mut blocks = self.translated.blocks.iter();
        blocks.position(|block| block.key(&self.translated) == Some(key))
    }

    /// The block of the translation of a block that did not change.
    pub fn target_of_same(&self, source: usize) -> Option<usize> {
        self.placed.get(&source).copied()
    }

    /// The block of the translation behind which the translation of an added block belongs: that of
    /// the nearest block before it that the base has, too.
    pub fn place_for(&self, source: usize) -> Option<usize> {
        let before = self.placed.range(..source).next_back();
        before.map(|(_, target)| *target)
    }
}

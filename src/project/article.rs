//! One piece of content in all its languages, as its paths tell it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::config::Collection;
use crate::text::Lang;

/// An article: where it is in each language, and where it would be.
///
/// In which language it was written first is for its front matter to say; here the
/// source is the project's, which decides where a file stands.
#[derive(Debug, Clone)]
pub struct Article {
    /// The number of its collection in the project file, from 0.
    pub collection: usize,
    /// What tells it apart in its collection: what the pattern's variables stood for.
    pub key: String,
    /// Its files, by language; the paths are relative to the root.
    pub files: BTreeMap<Lang, Arc<str>>,
    pub(super) family: Arc<Family>,
}

/// What the articles of a collection share.
#[derive(Debug)]
pub(super) struct Family {
    pub(super) collection: Collection,
    /// The project's source language.
    pub(super) source: Lang,
    /// How the paths of the collection spell its languages.
    pub(super) spellings: BTreeMap<Lang, String>,
}

impl Article {
    /// Whether it is the same article, whatever files either knows of.
    pub fn is(&self, other: &Self) -> bool {
        self.collection == other.collection && self.key == other.key
    }

    /// The path of its file in the project's source language, whether or not it exists:
    /// what people call the article.
    pub fn name(&self) -> String {
        self.path(&self.family.source)
    }

    /// The path of its file in a language: as it is, or as it would be, with the spelling
    /// that the collection's folders use and the extension of the source.
    pub fn path(&self, lang: &Lang) -> String {
        match self.files.get(lang) {
            Some(path) => path.to_string(),
            None => self.expected_path(lang),
        }
    }

    /// Where its file in a language would be.
    pub fn expected_path(&self, lang: &Lang) -> String {
        let collection = &self.family.collection;
        let pattern = if *lang == self.family.source {
            &collection.source
        } else {
            &collection.target
        };
        let spelling = self.family.spellings.get(lang);
        let spelling = spelling.cloned().unwrap_or_else(|| lang.to_string());
        let path = pattern.fill(&self.key, &spelling, &self.extension());
        // Source and target have the same shape, so what one matched fills the other.
        path.unwrap_or_else(|| self.key.clone())
    }

    /// The rules of its collection.
    pub fn rules(&self) -> &Collection {
        &self.family.collection
    }

    fn extension(&self) -> String {
        let source = self.files.get(&self.family.source);
        let file = source.or_else(|| self.files.values().next());
        let found = file.and_then(|path| self.family.collection.matches(path));
        found.map(|found| found.ext).unwrap_or_default()
    }
}

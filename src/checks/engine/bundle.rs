//! All messages of one language that are loaded together, as the checks see them.

use std::collections::{BTreeMap, BTreeSet};

use super::message::Entry;
use super::page::Page;
use crate::text::Lang;

/// What one language has: the pages of its messages, and those that are loaded beside them.
pub struct Bundle<'a> {
    /// The language.
    pub lang: &'a Lang,
    /// The pages that are checked.
    pub pages: Vec<&'a Page<'a>>,
    /// Files that are loaded beside them, to be looked up only.
    pub shared: Vec<&'a Page<'a>>,
    /// The same in the language of the source, unless this is it.
    pub source: Option<&'a Self>,
    /// The functions that the program gives to its messages beside those of the runtime, with the
    /// names of their options.
    pub functions: &'a BTreeMap<String, Vec<String>>,
    /// The names of the values and attributes that have changed in the source since they were translated.
    pub stale: BTreeSet<&'a str>,
    /// The first message or term of each name; that of a term begins with `-`.
    entries: BTreeMap<&'a str, Entry<'a>>,
}

impl<'a> Bundle<'a> {
    /// Puts pages of one language together.
    pub fn new(
        lang: &'a Lang,
        (pages, shared): (Vec<&'a Page<'a>>, Vec<&'a Page<'a>>),
        (source, functions): (Option<&'a Self>, &'a BTreeMap<String, Vec<String>>),
    ) -> Self {
        let mut entries = BTreeMap::new();
        for page in pages.iter().chain(&shared) {
            for entry in page.entries() {
                entries.entry(entry.id()).or_insert(entry);
            }
        }
        Self {
            lang,
            pages,
            shared,
            source,
            functions,
            stale: BTreeSet::new(),
            entries,
        }
    }

    /// Says which values and attributes have changed in the source since they were translated.
    #[must_use]
    pub fn with_stale(mut self, stale: impl IntoIterator<Item = &'a str>) -> Self {
        self.stale.extend(stale);
        self
    }

    /// The message or term of this name; that of a term begins with `-`.
    pub fn find(&self, id: &str) -> Option<Entry<'a>> {
        self.entries.get(id).copied()
    }

    /// Every message and term of the pages that are checked, page by page.
    pub fn entries(&self) -> impl Iterator<Item = Entry<'a>> {
        self.pages.iter().flat_map(|page| page.entries())
    }

    /// The names of all messages and terms, in alphabetical order.
    pub fn names(&self) -> impl Iterator<Item = &'a str> {
        self.entries.keys().copied()
    }
}

//! The addresses that articles have or had, so that no other article gets them by itself.

use std::collections::{BTreeMap, BTreeSet};

use super::{Given, Slugs};
use crate::text::Lang;

/// Who has which address.
pub(super) struct Reserved {
    /// The article, by language and address in lower case.
    owners: BTreeMap<(Lang, String), String>,
    /// The number that comes next behind an address that many articles want.
    next: BTreeMap<(Lang, String), usize>,
}

impl Reserved {
    /// The addresses that are written down of articles that there still are, published today or not.
    pub(super) fn new(given: &Given<'_>, slugs: &BTreeMap<Lang, Slugs>) -> Self {
        let names: BTreeSet<&str> = given.articles.iter().map(|one| one.name.as_str()).collect();
        let mut owners = BTreeMap::new();
        for (lang, slugs) in slugs {
            let known = slugs.pages.iter();
            for (name, locked) in known.filter(|(name, _)| names.contains(name.as_str())) {
                let place = (lang.clone(), locked.path.to_lowercase());
                owners.entry(place).or_insert_with(|| name.clone());
            }
        }
        Self {
            owners,
            next: BTreeMap::new(),
        }
    }

    /// The article that has an address.
    pub(super) fn owner(&self, lang: &Lang, path: &str) -> Option<&str> {
        let place = (lang.clone(), path.to_lowercase());
        self.owners.get(&place).map(String::as_str)
    }

    /// This address, or with a number behind it if another article has it: `a/`, `a-2/`, `a-3/`.
    pub(super) fn free(&mut self, path: String, lang: &Lang, article: &str) -> String {
        let is_free = |path: &str| self.owner(lang, path).is_none_or(|owner| owner == article);
        if is_free(&path) {
            return path;
        }
        let bare = path.trim_end_matches('/');
        let place = (lang.clone(), path.to_lowercase());
        let mut number = self.next.get(&place).copied().unwrap_or(2);
        while !is_free(&format!("{bare}-{number}/")) {
            number += 1;
        }
        self.next.insert(place, number + 1);
        format!("{bare}-{number}/")
    }

    /// Gives an address to an article, unless another has it.
    pub(super) fn keep(&mut self, lang: &Lang, path: &str, article: &str) {
        let place = (lang.clone(), path.to_lowercase());
        let owner = self.owners.entry(place);
        owner.or_insert_with(|| article.to_owned());
    }
}

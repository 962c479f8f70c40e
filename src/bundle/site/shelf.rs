//! What the lists of one language have: which articles, in which order.

use std::collections::BTreeMap;

use crate::bundle::plan::{Page, of_tag};
use crate::bundle::work::Work;
use crate::text::Lang;

/// The lists of one language, of the numbers of pages. Pages on which the source stands in for a
/// translation are in the lists of the first page only: what readers look for by year or by tag is
/// in their language.
#[derive(Debug, Default)]
pub(super) struct Shelf {
    /// All pages with a date, the newest first.
    pub(super) dated: Vec<usize>,
    /// All pages without one, by collection, in the order of the plan.
    pub(super) undated: BTreeMap<usize, Vec<usize>>,
    /// The pages of each year, the newest first.
    pub(super) years: BTreeMap<i16, Vec<usize>>,
    /// The pages of each tag, by its part of the address.
    pub(super) tags: BTreeMap<String, Tagged>,
    /// The part of the address of each tag, by its name.
    pub(super) slugs: BTreeMap<String, String>,
    /// The pages before and behind each page in its collection.
    pub(super) beside: BTreeMap<usize, (Option<usize>, Option<usize>)>,
}

/// A tag.
#[derive(Debug, Default)]
pub(super) struct Tagged {
    /// Its name, as most articles spell it.
    pub(super) name: String,
    /// Its pages: those with a date, the newest first, then the others.
    pub(super) pages: Vec<usize>,
}

impl Shelf {
    /// The lists of an edition.
    pub(super) fn new(work: &Work<'_>, number: usize) -> Self {
        let edition = &work.plan.editions[number];
        let mut out = Self::default();
        for page in &edition.pages {
            if work.plan.pages[*page].date.is_some() {
                out.dated.push(*page);
            } else {
                let collection = work.plan.pages[*page].collection;
                out.undated.entry(collection).or_default().push(*page);
            }
        }
        out.dated.sort_by_cached_key(|page| {
            let page = &work.plan.pages[*page];
            let moment = page.date.as_ref().map(|date| date.moment);
            (std::cmp::Reverse(moment), &page.title, &page.path)
        });
        let listed = |page: &&usize| work.plan.pages[**page].policy.shows_translation();
        for page in out.dated.iter().filter(listed) {
            if let Some(date) = &work.plan.pages[*page].date {
                out.years.entry(date.day.year()).or_default().push(*page);
            }
        }
        out.tag(work, &edition.lang);
        for pair in edition.pages.windows(2) {
            let collection = |page: usize| work.plan.pages[page].collection;
            if collection(pair[0]) == collection(pair[1]) {
                out.beside.entry(pair[0]).or_default().1 = Some(pair[1]);
                out.beside.entry(pair[1]).or_default().0 = Some(pair[0]);
            }
        }
        out
    }

    /// Puts the pages under their tags.
    fn tag(&mut self, work: &Work<'_>, lang: &Lang) {
        let all = self.dated.iter().chain(self.undated.values().flatten());
        let mut spellings: BTreeMap<&str, BTreeMap<&str, usize>> = BTreeMap::new();
        let page_of = |page: usize| -> &Page { &work.plan.pages[page] };
        let listed = |page: &usize| page_of(*page).policy.shows_translation();
        let all: Vec<usize> = all.copied().filter(listed).collect();
        for tag in all.iter().flat_map(|page| &page_of(*page).tags) {
            if !self.slugs.contains_key(tag) {
                let slug = of_tag(tag, lang, (work.settings, work.rules));
                self.slugs.insert(tag.clone(), slug);
            }
        }
        for page in all {
            for tag in &page_of(page).tags {
                let slug = &self.slugs[tag];
                let pages = &mut self.tags.entry(slug.clone()).or_default().pages;
                // Two spellings of one tag on one page count once.
                if pages.last() != Some(&page) {
                    pages.push(page);
                }
                let spellings = spellings.entry(slug).or_default();
                *spellings.entry(tag).or_default() += 1;
            }
        }
        for (slug, spellings) in spellings {
            let most = spellings.iter().rev().max_by_key(|(_, count)| **count);
            if let (Some((name, _)), Some(tagged)) = (most, self.tags.get_mut(slug)) {
                (*name).clone_into(&mut tagged.name);
            }
        }
    }
}

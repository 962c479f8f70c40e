//! The one decision about each article and language, from which everything in a bundle follows.
//!
//! Whatever stands in the output (a page, its banner, its alternates, the sitemap, the feed, the
//! search data, the language switcher, the links, the manifest) is read off the [`Plan`], so no two
//! of them can disagree. The plan is made of facts and settings alone; nothing is read for it but
//! which files there are beside the articles.

mod address;
mod anchors;
mod collisions;
mod fields;
mod files;
mod judge;
mod links;
mod places;
mod releases;
mod reserved;
mod rooted;
mod slugs;

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use rayon::prelude::*;
use serde::Serialize;

use super::facts::Dated;
use super::gather::{Gathered, Told};
use super::settings::Settings;
use super::standing::{Policy, Standing};
use crate::diagnostic::{Code, Diagnostic};
use crate::text::{Lang, Span};

use self::judge::{Verdict, judge};
use self::reserved::Reserved;
pub use address::{Edition, Site};
pub(in crate::bundle) use address::{encoded, relative};
pub use links::{Asset, Leads, Resolved};
pub(crate) use slugs::of_tag;
pub use slugs::{Locked, Slugs};

/// What is published, and what is not.
pub struct Plan {
    /// The languages, the source first.
    pub editions: Vec<Edition>,
    /// The sites that the languages stand on.
    pub sites: Vec<Site>,
    /// The pages, by article and then in the order of the editions.
    pub pages: Vec<Page>,
    /// What is not published, in the same order.
    pub withheld: Vec<Withheld>,
    /// What stands in the way of publishing.
    pub diagnostics: Vec<Diagnostic>,
    /// The addresses of every language, for the files that keep them.
    pub slugs: BTreeMap<Lang, Slugs>,
    /// The pages of each article, by the numbers of both.
    pub of_article: Vec<Vec<usize>>,
    /// The number of the edition that each article was written in.
    pub source_of: Vec<Option<usize>>,
    /// The number of the edition for readers of no language of the site.
    pub x_default: Option<usize>,
}

/// One article in one language, as readers will see it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Page {
    /// The number of its article.
    pub article: usize,
    /// The number of its edition.
    pub edition: usize,
    /// The number of its collection.
    pub collection: usize,
    /// How it stands.
    pub standing: Standing,
    /// What becomes of it: published, with a banner, or the source in its place.
    pub policy: Policy,
    /// The language of the text that is shown: the source's where that stands in its place.
    pub text: Lang,
    /// Its address below that of its edition, with a slash at its end.
    pub path: String,
    /// Addresses that lead here, likewise.
    pub redirects: Vec<String>,
    /// What it is called.
    pub title: String,
    /// What it is about; may be empty.
    pub description: String,
    /// When it was first published.
    pub date: Option<Dated>,
    /// When it last changed.
    pub updated: Option<Dated>,
    /// When its source last changed, as far as anybody said so.
    pub source_updated: Option<Dated>,
    /// Its tags.
    pub tags: Vec<String>,
    /// The image that stands for it, as the article names it.
    pub image: Option<String>,
    /// Its place among others.
    pub weight: Option<f64>,
    /// Who wrote it.
    pub authors: Vec<String>,
}

/// One article in one language that is not published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Withheld {
    /// The number of its article.
    pub article: usize,
    /// The language.
    pub lang: Lang,
    /// Why.
    pub standing: Standing,
    /// By which policy: omitted, or the bundle refused.
    pub policy: Policy,
    /// The release that holds it back.
    pub release: Option<String>,
}

/// What the plan is made of.
pub struct Given<'a> {
    /// The articles.
    pub articles: &'a [Gathered],
    /// The settings.
    pub settings: &'a Settings,
    /// The paths of all articles of the project in every language, published or not, in lower case, as
    /// some systems tell no others: what they say goes out as a page or not at all.
    pub sources: &'a BTreeSet<String>,
    /// The fields that are translated, by collection.
    pub translated: &'a [crate::project::Keys],
    /// The addresses that articles had, by language.
    pub slugs: &'a BTreeMap<Lang, Slugs>,
    /// The tables of transliteration, by language.
    pub rules: &'a crate::checks::engine::Rules,
    /// The time.
    pub now: Timestamp,
}

impl Plan {
    /// Decides about every article and language.
    pub fn new(given: &Given<'_>) -> Self {
        let settings = given.settings;
        let editions = address::editions(settings);
        let articles = given.articles.par_iter();
        let judged = articles.map(|article| judge(given, article));
        let mut verdicts: Vec<Vec<Verdict>> = judged.collect();
        releases::hold(given, &mut verdicts);
        let mut plan = Self {
            x_default: editions
                .iter()
                .position(|one| one.lang == settings.x_default),
            sites: address::sites(&editions),
            editions,
            pages: Vec::new(),
            withheld: Vec::new(),
            diagnostics: Vec::new(),
            slugs: given.slugs.clone(),
            of_article: Vec::new(),
            source_of: Vec::new(),
        };
        slugs::follow(&mut plan.slugs, given.articles);
        let mut reserved = Reserved::new(given, &plan.slugs);
        // All but the addresses is known of an article without the others.
        let articles = given.articles.par_iter().zip(&verdicts).enumerate();
        let looked_at = articles.map(|(number, (article, verdicts))| {
            let editions = plan.editions.iter().enumerate();
            let each = editions.filter_map(|(at, edition)| {
                let text = article.texts.iter();
                let text = text
                    .zip(verdicts)
                    .find(|(told, _)| told.lang == edition.lang);
                let (told, verdict) = text?;
                let published = verdict.policy.is_published();
                let page =
                    published.then(|| fields::page(given, (number, article), (at, told, verdict)));
                Some((told, verdict, page.flatten()))
            });
            each.collect()
        });
        for (number, found) in looked_at.collect::<Vec<Vec<_>>>().into_iter().enumerate() {
            plan.add(given, number, found, &mut reserved);
        }
        collisions::collisions(&mut plan, given, &reserved);
        plan.order();
        plan
    }

    /// The pages of an article whose text is in the language of their edition: what search engines
    /// are to know of each other.
    pub fn alternates(&self, article: usize) -> impl Iterator<Item = &Page> {
        let pages = self.of_article.get(article).into_iter().flatten();
        pages
            .map(|page| &self.pages[*page])
            .filter(|page| page.policy.shows_translation())
    }

    /// The page of an article in an edition.
    pub fn page(&self, article: usize, edition: usize) -> Option<&Page> {
        let mut pages = self
            .of_article
            .get(article)?
            .iter()
            .map(|page| &self.pages[*page]);
        pages.find(|page| page.edition == edition)
    }

    /// The page of the source of an article, if it is published.
    pub fn source(&self, article: usize) -> Option<&Page> {
        self.page(article, (*self.source_of.get(article)?)?)
    }

    /// The page of an article for readers of no language of the site: that of the edition for them,
    /// if the article is published there in its language, else its source.
    pub fn x_default_of(&self, article: usize) -> Option<&Page> {
        let page = self
            .x_default
            .and_then(|edition| self.page(article, edition));
        page.filter(|page| page.policy.shows_translation())
            .or_else(|| self.source(article))
    }

    /// What search engines are told of the languages of an article (`hreflang`), the same in its
    /// pages and in sitemaps: each language with its page, and at last `x-default`. Nothing where the
    /// article is published in one language only.
    pub fn hreflang(&self, article: usize) -> Vec<(String, &Page)> {
        let pages = self.alternates(article);
        let mut out: Vec<(String, &Page)> =
            pages.map(|page| (page.text.to_string(), page)).collect();
        if out.len() < 2 {
            return Vec::new();
        }
        let default = self.x_default_of(article);
        out.extend(default.map(|page| ("x-default".to_owned(), page)));
        out
    }

    /// Adds an article: what was found of each of its languages, in the order of the editions.
    fn add(
        &mut self,
        given: &Given<'_>,
        number: usize,
        found: Vec<(&Told, &Verdict, Option<Page>)>,
        reserved: &mut Reserved,
    ) {
        let article = &given.articles[number];
        let mut own = Vec::new();
        let mut editions = self.editions.iter();
        let source = editions.position(|one| one.lang == article.source);
        self.source_of.push(source);
        for (told, verdict, page) in found {
            if verdict.policy == Policy::Fail {
                // A file that is not there cannot be looked into.
                let file = if verdict.standing == Standing::Missing {
                    &article.name
                } else {
                    &told.path
                };
                let found = Diagnostic::new(Code::NOT_PUBLISHABLE, Span::file(file.as_str()))
                    .with("standing", verdict.standing.name())
                    .with("lang", &told.lang);
                self.diagnostics.push(found);
            }
            if let Some(page) = page {
                own.push(self.pages.len());
                let page = slugs::addressed(page, given, (article, told), (self, reserved));
                self.pages.push(page);
            } else {
                self.withheld.push(Withheld {
                    article: number,
                    lang: told.lang.clone(),
                    standing: verdict.standing,
                    policy: verdict.policy.max(Policy::Omit),
                    release: verdict.release.clone(),
                });
            }
        }
        self.of_article.push(own);
    }

    /// Puts the pages of each edition into the order of its lists: by weight, then the newest first,
    /// then by title.
    fn order(&mut self) {
        let pages = &self.pages;
        for (number, edition) in self.editions.iter_mut().enumerate() {
            let all = pages
                .iter()
                .enumerate()
                .filter(|(_, page)| page.edition == number);
            edition.pages = all.map(|(at, _)| at).collect();
            edition.pages.sort_by(|a, b| {
                let (a, b) = (&pages[*a], &pages[*b]);
                let weight = |page: &Page| page.weight.unwrap_or(f64::INFINITY);
                let day = |page: &Page| page.date.as_ref().map(|date| date.moment);
                a.collection
                    .cmp(&b.collection)
                    .then_with(|| weight(a).total_cmp(&weight(b)))
                    .then_with(|| day(b).cmp(&day(a)))
                    .then_with(|| a.title.cmp(&b.title))
                    .then_with(|| a.path.cmp(&b.path))
            });
        }
    }
}

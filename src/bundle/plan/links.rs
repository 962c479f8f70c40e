//! Where every link of every page leads.
//!
//! A link between articles goes to the page of the same language. Where there is none, the policy
//! decides. A fragment is looked for among the headings of the text that is shown; one that is a
//! heading of the text in another language means the heading at the same place.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;
use rayon::prelude::*;

use super::anchors::Anchors;
use super::files::{may_go_out, of_language};
use super::places::{Places, joined};
use super::rooted::rooted;
use super::{Given, Page, Plan};
use crate::bundle::gather::Told;
use crate::bundle::render::{Link, refused};
use crate::bundle::settings_file::LinkPolicy;
use crate::diagnostic::{Code, Diagnostic};
use crate::text::{Lang, Span};

/// Where the links of a page lead, by their numbers.
pub type Leads = Vec<Resolved>;

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub enum Resolved {
    /// Out of the site, as it is written.
    Outside,
    /// To another place of the same page.
    Here {
        /// The id.
        fragment: String,
    },
    /// To a page, by its number.
    Page {
        /// Its number in [`Plan::pages`].
        page: usize,
        /// The id on it, or nothing.
        fragment: String,
    },
    /// To a page of another language, because there is none in this.
    Foreign {
        /// Its number in [`Plan::pages`].
        page: usize,
        /// The id on it, or nothing.
        fragment: String,
    },
    /// To a file beside the articles: the number of the asset.
    Asset(Asset),
    /// To what the bundle itself has besides articles: a first page, a list, a file that is copied.
    Place {
        /// The number of the edition.
        edition: usize,
        /// The path below its address; may be empty.
        path: String,
        /// The id there, or nothing.
        fragment: String,
    },
    /// Nowhere: the words are left.
    Words,
}

/// A file that is no article and is published with those that name it, by its path from the root of
/// the project.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Asset(pub String);

/// Tells whether there is such a file, by its path from the root of the project. What stands in the
/// way of knowing is a reason to refuse the bundle.
pub(crate) type Exists<'a> = &'a (dyn Fn(&str) -> Result<bool, Box<Diagnostic>> + Sync);

impl Plan {
    /// Where the links and images of every page lead, by the numbers of the pages, and what leads
    /// nowhere.
    pub fn links(&self, given: &Given<'_>, exists: Exists<'_>) -> (Vec<Leads>, Vec<Diagnostic>) {
        let (places, anchors) =
            rayon::join(|| Places::new(given, self), || Anchors::new(given.articles));
        let room = Room {
            plan: self,
            given,
            places: &places,
            anchors,
            exists,
        };
        let led = self.pages.par_iter().map(|page| room.page(page));
        let mut out = Vec::with_capacity(self.pages.len());
        let mut wrong: BTreeMap<(String, usize), Diagnostic> = BTreeMap::new();
        for (leads, found) in led.collect::<Vec<_>>() {
            out.push(leads);
            for one in found {
                let place = (one.primary.span.file.to_string(), one.primary.span.start);
                wrong.entry(place).or_insert(one);
            }
        }
        (out, wrong.into_values().collect())
    }

    /// The file of the text that a page shows.
    pub fn shown<'g>(&self, given: &Given<'g>, page: &Page) -> Option<&'g Told> {
        given.articles.get(page.article)?.told(&page.text)
    }
}

struct Room<'a, 'g> {
    plan: &'a Plan,
    given: &'a Given<'g>,
    places: &'a Places,
    anchors: Anchors<'g>,
    exists: Exists<'a>,
}

impl Room<'_, '_> {
    fn page(&self, page: &Page) -> (Leads, Vec<Diagnostic>) {
        let mut wrong = Vec::new();
        let told = self.plan.shown(self.given, page);
        let Some((told, facts)) = told.and_then(|told| Some((told, told.facts.as_ref()?))) else {
            return (Vec::new(), wrong);
        };
        let leads = facts.body.links.iter().map(|link| {
            self.link(page, told, link).unwrap_or_else(|found| {
                wrong.push(*found);
                Resolved::Words
            })
        });
        let mut leads: Leads = leads.collect();
        // The image of a page stands behind the links of its body.
        if let Some(image) = &page.image {
            let link = Link {
                to: image.clone(),
                image: true,
                range: 0..facts.body_start,
            };
            // A field that was taken over names a file beside the source.
            let source = self.given.articles[page.article].told(&self.source(page));
            let own = facts.fields.image.is_some();
            let from = source.filter(|_| !own).unwrap_or(told);
            let lead = match refused(image, true) {
                None => self.link(page, from, &link),
                Some(scheme) => {
                    let place = Span::file(from.path.as_str());
                    let found = Diagnostic::new(Code::REFUSED_MARKUP, place);
                    Err(Box::new(found.with("found", &scheme)))
                }
            };
            leads.push(lead.unwrap_or_else(|found| {
                wrong.push(*found);
                Resolved::Words
            }));
        }
        (leads, wrong)
    }

    fn source(&self, page: &Page) -> Lang {
        self.given.articles[page.article].source.clone()
    }

    fn link(&self, page: &Page, told: &Told, link: &Link) -> Result<Resolved, Box<Diagnostic>> {
        let (path, fragment) = link.to.split_once('#').unwrap_or((&link.to, ""));
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let decoded = |text: &str| percent_decode_str(text).decode_utf8_lossy().into_owned();
        let fragment = decoded(fragment);
        let broken = |code: Code| {
            let place = Span::new(told.path.as_str(), link.range.clone());
            Box::new(Diagnostic::new(code, place).with("link", &link.to))
        };
        if path.is_empty() && query.is_empty() {
            if fragment.is_empty() {
                return Ok(Resolved::Outside);
            }
            let found = self.anchors.find(page.article, &page.text, &fragment);
            return found
                .map(|fragment| Resolved::Here { fragment })
                .ok_or_else(|| broken(Code::BROKEN_ANCHOR));
        }
        let own = &self.plan.editions[page.edition];
        if let Some((article, _)) = self.places.address(path, own) {
            return self.to_article(page, (article, &fragment), &broken);
        }
        let whole = (self.plan, self.given);
        if let Some(lead) = rooted(whole, self.exists, (page.edition, path, &fragment))? {
            return Ok(lead);
        }
        if has_scheme(path) || path.starts_with("//") {
            return Ok(Resolved::Outside);
        }
        let path = decoded(path);
        let inside = joined(&told.path, &path).ok_or_else(|| broken(Code::LINK_LEADS_OUT))?;
        // What stands beside a picture of the same name is no picture: only a whole name counts.
        let article = if link.image {
            self.places.whole_file(&inside)
        } else {
            self.places.file(&inside)
        };
        if let Some(article) = article {
            return self.to_article(page, (article, &fragment), &broken);
        }
        // A picture of all languages often stands beside the source alone.
        let article = &self.given.articles[page.article];
        let beside_source = joined(&article.name, &path).filter(|other| *other != inside);
        for inside in [Some(inside), beside_source].into_iter().flatten() {
            for candidate in of_language(&inside, &self.plan.editions[page.edition].lang) {
                let is_text = || self.given.sources.contains(&candidate.to_lowercase());
                if !candidate.is_empty()
                    && may_go_out(&candidate)
                    && !is_text()
                    && (self.exists)(&candidate)?
                {
                    return Ok(Resolved::Asset(Asset(candidate)));
                }
            }
        }
        Err(broken(if link.image {
            Code::MISSING_ASSET
        } else {
            Code::BROKEN_LINK
        }))
    }

    fn to_article(
        &self,
        page: &Page,
        (article, fragment): (usize, &str),
        broken: &dyn Fn(Code) -> Box<Diagnostic>,
    ) -> Result<Resolved, Box<Diagnostic>> {
        let own = &self.plan.of_article[article];
        let in_edition = |edition: usize| {
            own.iter()
                .copied()
                .find(|number| self.plan.pages[*number].edition == edition)
        };
        let anchored = |number: usize| {
            let to = &self.plan.pages[number];
            let told = self.plan.shown(self.given, to);
            if fragment.is_empty() || told.is_none_or(|told| told.facts.is_none()) {
                return Ok(String::new());
            }
            let found = self.anchors.find(article, &to.text, fragment);
            // What a heading is called in a language that the article does not have, nobody knows.
            let unknown = self.given.articles[article].told(&page.text);
            let unknown = unknown.is_none_or(|told| told.facts.is_none());
            found
                .or_else(|| unknown.then(String::new))
                .ok_or_else(|| broken(Code::BROKEN_ANCHOR))
        };
        if let Some(number) = in_edition(page.edition) {
            let fragment = anchored(number)?;
            return Ok(Resolved::Page {
                page: number,
                fragment,
            });
        }
        let source = &self.given.articles[article].source;
        let source = self
            .plan
            .editions
            .iter()
            .position(|one| one.lang == *source);
        let source = source.and_then(in_edition);
        match (self.given.settings.links, source) {
            (LinkPolicy::Source, Some(number)) => {
                let fragment = anchored(number)?;
                Ok(Resolved::Foreign {
                    page: number,
                    fragment,
                })
            }
            (LinkPolicy::Fail, _) => Err(broken(Code::LINK_TO_UNPUBLISHED)),
            // Where not even the source is published, there is nothing to lead to.
            _ => Ok(Resolved::Words),
        }
    }
}

fn has_scheme(link: &str) -> bool {
    let Some((scheme, _)) = link.split_once(':') else {
        return false;
    };
    scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"+-.".contains(&b))
}

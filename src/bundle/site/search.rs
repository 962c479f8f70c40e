//! What is searched in a language: the titles, descriptions, headings and tags of its articles as data
//! for a search that the site brings itself. Articles where the source stands in are not in it.

use serde::Serialize;

use crate::bundle::plan::{Page, encoded};
use crate::bundle::work::Work;

/// Its name in each bundle.
pub(super) const NAME: &str = "search.json";
/// What the field `schema` says.
const VERSION: &str = "sverka.search/1";

/// What is searched.
#[derive(Serialize)]
struct Search<'a> {
    schema: &'a str,
    lang: String,
    articles: Vec<Article<'a>>,
}

/// An article.
#[derive(Serialize)]
struct Article<'a> {
    /// Its address from that of its language on.
    url: String,
    title: &'a str,
    description: &'a str,
    date: Option<String>,
    tags: &'a [String],
    headings: Vec<&'a str>,
}

/// What is searched in an edition.
pub(super) fn write(work: &Work<'_>, edition: usize) -> Vec<u8> {
    let edition = &work.plan.editions[edition];
    let pages = edition.pages.iter().map(|page| &work.plan.pages[*page]);
    let search = Search {
        schema: VERSION,
        lang: edition.lang.to_string(),
        articles: pages
            .filter(|page| page.policy.shows_translation())
            .map(|page| article(work, page))
            .collect(),
    };
    // Nothing in these values can fail to be written.
    let mut bytes = serde_json::to_vec(&search).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn article<'w>(work: &Work<'w>, page: &'w Page) -> Article<'w> {
    let told = work.articles[page.article].told(&page.text);
    let facts = told.and_then(|told| told.facts.as_ref());
    let headings = facts.into_iter().flat_map(|facts| &facts.body.headings);
    Article {
        url: encoded(&page.path).into_owned(),
        title: &page.title,
        description: &page.description,
        date: page.date.as_ref().map(ToString::to_string),
        tags: &page.tags,
        headings: headings
            .map(|heading| heading.text.as_str())
            .filter(|text| *text != page.title)
            .collect(),
    }
}

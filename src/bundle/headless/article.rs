//! An article as data: what the forms `json` and `ndjson` write, and their JSON Schemas.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::bundle::body::{Way, image};
use crate::bundle::plan::{Asset, Resolved};
use crate::bundle::standing::{Policy, Standing};
use crate::bundle::work::Work;
use crate::text::Lang;

/// What the field `schema` of a document says.
pub(super) const VERSION: &str = "sverka.articles/1";
/// What the field `schema` of a line says.
pub(super) const LINE_VERSION: &str = "sverka.article/1";

/// All articles that are published in a language.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Articles {
    /// Name and version of this form: `sverka.articles/1`.
    pub schema: String,
    /// The language.
    pub lang: Lang,
    /// The address of the site in this language, if the project names one.
    pub url: Option<String>,
    /// The articles in the order of lists: by collection, by weight, the newest first, by title.
    pub articles: Vec<Article>,
}

/// One line of the form `ndjson`.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct ArticleLine {
    /// Name and version of this form: `sverka.article/1`.
    pub schema: String,
    /// The article.
    #[serde(flatten)]
    pub article: Article,
}

/// An article that is published in a language.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Article {
    /// The path of its source file, from the root of the project: what identifies it in all languages.
    pub source: String,
    /// The name of its collection.
    pub collection: String,
    /// The language it is published in.
    pub lang: Lang,
    /// The language of its text: the source's where that stands in for a translation.
    pub text_lang: Lang,
    /// How the translation stands.
    pub status: Standing,
    /// What the policy made of that: `publish`, `banner` (say that it is behind its source) or `source` (the source stands in: say so, and keep it out of search engines).
    pub policy: Policy,
    /// Its path below the address of its language, with a slash at its end.
    pub path: String,
    /// Its whole address, if the project names one.
    pub url: Option<String>,
    /// The whole address that search engines are to know: its own, or that of the source that stands in for it.
    pub canonical: Option<String>,
    /// Paths that it had once, likewise.
    pub redirects: Vec<String>,
    /// What it is called.
    pub title: String,
    /// What it is about; may be empty.
    pub description: String,
    /// When it was first published: a date, or a date and time with zone (RFC 3339).
    pub date: Option<String>,
    /// When it last changed, likewise.
    pub updated: Option<String>,
    /// Its tags.
    pub tags: Vec<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// The image that stands for it: an address, or a path from the root of the site.
    pub image: Option<String>,
    /// Its place among others: the smallest first.
    pub weight: Option<f64>,
    /// Its text as HTML, without the title. Links to other articles and to files begin at the root of the site.
    pub html: String,
    /// Its text as readers read it, with an empty line between paragraphs.
    pub text: String,
    /// The SHA-256 of its source file.
    pub source_hash: Option<String>,
    /// The SHA-256 of the file of the translation.
    pub target_hash: Option<String>,
    /// The SHA-256 of the base: the source text that the translation reflects.
    pub base_hash: Option<String>,
    /// What `hreflang` says: the languages in which it is published as a text of that language, this one among them, and at last `x-default`. Empty where there is one only, or where the source stands in.
    pub alternates: Vec<Alternate>,
    /// The files that it names, by their paths in the bundle.
    pub assets: Vec<String>,
}

/// An article in one of its languages.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
pub struct Alternate {
    /// The tag of the language, or `x-default`: the one for readers of all others.
    pub lang: String,
    /// Its whole address, if the project names one.
    pub url: Option<String>,
    /// Its path below the address of that language.
    pub path: String,
}

impl Articles {
    /// The JSON Schema of the form `json`.
    pub fn schema() -> serde_json::Value {
        schemars::schema_for!(Self).to_value()
    }
}

impl ArticleLine {
    /// The JSON Schema of each line of the form `ndjson`.
    pub fn schema() -> serde_json::Value {
        schemars::schema_for!(Self).to_value()
    }
}

/// The article that a page is of, all but its text.
pub(super) fn without_text(work: &Work<'_>, number: usize) -> Article {
    let page = &work.plan.pages[number];
    let edition = &work.plan.editions[page.edition];
    let article = &work.articles[page.article];
    let section = work.settings.collections.get(page.collection);
    let digest = |lang: &Lang| {
        let facts = article.told(lang)?.facts.as_ref()?;
        Some(facts.digest.to_string())
    };
    let canonical = if page.policy.shows_translation() {
        Some(page)
    } else {
        work.plan.source(page.article)
    };
    let address =
        |page: &crate::bundle::plan::Page| work.plan.editions[page.edition].absolute(&page.path);
    let assets = work.leads[number].iter().filter_map(|lead| match lead {
        Resolved::Asset(asset) => asset_path(work, asset),
        _ => None,
    });
    let mut assets: Vec<String> = assets.collect();
    assets.sort_unstable();
    assets.dedup();
    Article {
        source: article.name.clone(),
        collection: section.map_or_else(String::new, |one| one.name.clone()),
        lang: edition.lang.clone(),
        text_lang: page.text.clone(),
        status: page.standing,
        policy: page.policy,
        path: page.path.clone(),
        url: edition.absolute(&page.path),
        canonical: canonical.and_then(address),
        redirects: page.redirects.clone(),
        title: page.title.clone(),
        description: page.description.clone(),
        date: page.date.as_ref().map(ToString::to_string),
        updated: page.updated.as_ref().map(ToString::to_string),
        tags: page.tags.clone(),
        authors: page.authors.clone(),
        image: image(work, number, Way::FromRoot),
        weight: page.weight.filter(|weight| weight.is_finite()),
        html: String::new(),
        text: String::new(),
        source_hash: digest(&article.source),
        target_hash: digest(&edition.lang).filter(|_| edition.lang != article.source),
        base_hash: article
            .told(&edition.lang)
            .and_then(|told| told.base)
            .map(|base| base.to_string()),
        alternates: alternates(work, number),
        assets,
    }
}

fn alternates(work: &Work<'_>, number: usize) -> Vec<Alternate> {
    let page = &work.plan.pages[number];
    if !page.policy.shows_translation() {
        return Vec::new();
    }
    let all = work.plan.hreflang(page.article).into_iter();
    let all = all.map(|(lang, page)| Alternate {
        lang,
        url: work.plan.editions[page.edition].absolute(&page.path),
        path: page.path.clone(),
    });
    all.collect()
}

fn asset_path(work: &Work<'_>, asset: &Asset) -> Option<String> {
    Some(work.assets.named.get(asset)?.path.clone())
}

//! What templates see.
//!
//! Every template sees `site`, `page`, `list` and `root`, whatever it is of; what a page does not
//! have is none or empty, so that nothing has to be asked for twice. A name that is not among these
//! is a mistake and told. Besides the filters of minijinja there are four functions: `t(id, name=value)`
//! says a message in the language of the reader, `date(day, "long")` writes a day as that language
//! does (`full`, `long`, `medium` or `short`), `number(value)` a number, and `url(path)` is the
//! address of a file of the theme.

use std::borrow::Cow;

use minijinja::Value;
use serde::Serialize;

/// What every page of a language has in common: `site`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Site {
    /// The message `site-title`; where the project has none, the host of its address.
    pub title: String,
    /// The message `site-intro`, if the project has one: stands on the first page.
    pub intro: Option<String>,
    /// The message `site-footer`, if the project has one: stands at the foot of every page.
    pub footer: Option<String>,
    /// The language of the reader: a tag (BCP 47).
    pub lang: String,
    /// Which way it is written: `ltr` or `rtl`.
    pub dir: &'static str,
    /// The address of the site in this language, with a slash at its end.
    pub url: String,
    /// The feed, as `url` takes it; none if there is none.
    pub feed: Option<&'static str>,
    /// Whether there is an archive: articles with a date.
    pub archive: bool,
    /// Whether there are tags.
    pub tags: bool,
}

/// The page: `page`.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct Page<'a> {
    /// What it is: `article`, `index`, `archive`, `year`, `tags`, `tag`, `redirect` or `not-found`.
    pub kind: &'static str,
    /// What it is called. On pages that are no articles: the title of the article that a redirect
    /// leads to, the year, the name of the tag; else nothing, the template has words for it.
    pub title: Cow<'a, str>,
    /// What it is about: its description, else its first paragraph.
    pub description: &'a str,
    /// The language of its text: that of the site, unless the source stands in for a translation.
    pub lang: String,
    /// Which way that is written: `ltr` or `rtl`.
    pub dir: &'static str,
    /// The whole address that search engines are to know it by; none if they are to know none.
    pub canonical: Option<String>,
    /// Whether search engines are to pass it by.
    pub noindex: bool,
    /// The same page in every language that it is published in, this one too, and `x-default`;
    /// empty where there are no two.
    pub alternates: Vec<Alternate>,
    /// Every language of the site, in its order.
    pub switcher: Vec<Switch>,
    /// The pages above this one, but for the first page of the site.
    pub trail: Vec<Crumb>,
    /// When it was first published: `2026-08-21`.
    pub date: Option<String>,
    /// When it last changed, if that is another day.
    pub updated: Option<String>,
    /// Its tags.
    pub tags: Vec<Tag<'a>>,
    /// Who wrote it.
    pub authors: &'a [String],
    /// The image that stands for it.
    pub image: Option<Image>,
    /// What readers must know of it before they read.
    pub notice: Option<Notice>,
    /// Its headings of levels 2 and 3.
    pub toc: Vec<Entry<'a>>,
    /// The article before it in its collection, without a description.
    pub previous: Option<Card<'a>>,
    /// The article behind it, likewise.
    pub next: Option<Card<'a>>,
    /// Where a redirect leads.
    pub target: Option<String>,
    /// The HTML of its body.
    pub content: Value,
}

/// A page in a language, for search engines.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Alternate {
    /// The tag of the language, or `x-default`.
    pub lang: String,
    /// The whole address.
    pub url: String,
}

/// A language of the site, for readers.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Switch {
    /// Its tag.
    pub lang: String,
    /// What it calls itself: its own message `language-name`.
    pub name: String,
    /// Which way it is written: `ltr` or `rtl`.
    pub dir: &'static str,
    /// This page in it; where there is none, its first page.
    pub url: String,
    /// Whether it is the language of this page.
    pub here: bool,
    /// Whether this page is published in it: if not, the address is that of its first page, or of a
    /// page with the source in its place.
    pub published: bool,
}

/// A page above another.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Crumb {
    /// The message that names it.
    pub message: &'static str,
    /// Its address.
    pub url: String,
}

/// A tag.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Tag<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its page; none if that has no articles.
    pub url: Option<String>,
    /// How many articles it has.
    pub count: usize,
}

/// An image.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Image {
    /// Its address from this page.
    pub src: String,
    /// Its whole address.
    pub url: String,
}

/// What readers must know of a page before they read.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Notice {
    /// The message that says it: `banner-` and the standing of the translation, with `-since` where
    /// the date is known; where the source stands in for it, `notice-` and the standing; of a source
    /// itself, `banner-` and the standing with `-source`.
    pub message: String,
    /// How the translation stands: `stale`, `missing` and so on.
    pub standing: &'static str,
    /// Whether the source stands in for the translation.
    pub source: bool,
    /// Whether the page is that of the source itself.
    pub own: bool,
    /// The language of the source.
    pub lang: String,
    /// When the source last changed.
    pub date: Option<String>,
    /// The page of the source, if it is published.
    pub url: Option<String>,
}

/// A heading, with those below it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Entry<'a> {
    /// Its id.
    pub id: &'a str,
    /// Its text.
    pub text: &'a str,
    /// The headings of level 3 below it.
    pub below: Vec<Entry<'a>>,
}

/// An article in a list.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Card<'a> {
    /// What it is called.
    pub title: &'a str,
    /// Its address.
    pub url: String,
    /// What it is about; may be empty.
    pub description: &'a str,
    /// When it was first published.
    pub date: Option<String>,
    /// The language of its text, if it is not that of the site.
    pub lang: Option<String>,
    /// Which way it is written: `ltr` or `rtl`.
    pub dir: &'static str,
}

/// What a page lists: `list`.
#[derive(Debug, Clone, Default, Serialize)]
pub(super) struct List<'a> {
    /// Articles with a date: on the first page the newest, on that of a year or a tag all of them.
    pub articles: Vec<Card<'a>>,
    /// Articles without a date, by collection: on the first page.
    pub groups: Vec<Group<'a>>,
    /// The years that have articles, the newest first: on the first page and in the archive.
    pub years: Vec<Year>,
    /// All tags: on the page of tags.
    pub tags: Vec<Tag<'a>>,
}

/// The articles of a collection.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Group<'a> {
    /// The message `collection-` with the name of the collection, if the project has one.
    pub title: Option<String>,
    /// Whether its articles have an order, by `weight`.
    pub ordered: bool,
    /// The articles.
    pub articles: Vec<Card<'a>>,
}

/// A year of the archive.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Year {
    /// The year itself.
    #[serde(rename = "year")]
    pub number: i16,
    /// Its page.
    pub url: String,
    /// How many articles it has.
    pub count: usize,
}

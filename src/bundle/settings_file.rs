//! What the table `[bundle]` of `workflow.toml` may say, word for word; [`super::Settings`] is what it means.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::archive::Archive;
use super::render::RawHtml;
use super::standing::Policy;
use crate::text::Lang;

/// The table of the project file that this room reads.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct File {
    /// What is published, and how.
    pub(super) bundle: Bundle,
}

/// What is published, and how.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Bundle {
    /// The address of the site: `https://example.org/`, where the source stands and the other languages in folders below it, or `https://example.org/{lang}/`. A language may have another one (`[bundle.language.en]`).
    #[schemars(with = "Option<String>")]
    pub(super) url: Option<Spanned<String>>,
    /// The folder that bundles are published in, from the root of the project. Default: `public`.
    #[schemars(with = "Option<String>")]
    pub(super) output: Option<Spanned<String>>,
    /// The form: `site` (the default), `hugo`, `zola`, `docusaurus`, `starlight`, `json` or `ndjson`.
    #[serde(rename = "as")]
    #[schemars(with = "Option<String>")]
    pub(super) form: Option<Spanned<String>>,
    /// Packs each bundle into an archive: `tar.zst`, `tar.gz` or `zip`. Default: a folder.
    pub(super) archive: Option<Archive>,
    /// The language for readers whose language the site does not have (`hreflang="x-default"`). Default: the source language.
    #[schemars(with = "Option<Lang>")]
    pub(super) x_default: Option<Spanned<Lang>>,
    /// What of raw HTML in articles reaches the pages: `escape`, `sanitize` (the default) or `allow`.
    pub(super) raw_html: RawHtml,
    /// How far the clock is from Greenwich where dates name no time zone: `+03:00`. Default: `+00:00`.
    #[schemars(with = "Option<String>")]
    pub(super) time_zone: Option<Spanned<String>>,
    /// The folder with templates and styles that replace those of the program, each by its name. Default: none.
    #[schemars(with = "Option<String>")]
    pub(super) theme: Option<Spanned<String>>,
    /// The Fluent files with the words of the pages, with `{lang}` where each language has its own: `locales/{lang}/site.ftl`. What they do not say, the program says in Russian and English.
    #[schemars(with = "Vec<String>")]
    pub(super) messages: Vec<Spanned<String>>,
    /// Folders whose files are copied as they are, from the root of the project: `static`.
    #[schemars(with = "Vec<String>")]
    pub(super) copy: Vec<Spanned<String>>,
    /// How many of the newest articles stand in the feed of each language. Default: 20; with 0 there is no feed.
    pub(super) feed: Option<usize>,
    /// What the addresses of articles are made of: `path` (the default) or `title`. The field `slug` of an article comes before both.
    pub(super) slug: SlugSource,
    /// How the letters of addresses are written: `keep` (the default), or in Latin letters by `gost-779b` or `icao-9303`.
    pub(super) letters: Letters,
    /// What becomes of a link to an article that is not published in the language of the page: `source` (the default) leads to the source and says so, `words` leaves the words of the link, `fail` refuses the bundle.
    pub(super) links: LinkPolicy,
    /// The checks that every page is looked at with before readers have it. Default: `script-leak`, `mixed-script`, `empty-labels`.
    #[schemars(with = "Option<Vec<String>>")]
    pub(super) audit: Option<Vec<Spanned<String>>>,
    /// What becomes of a page by the standing of its translation.
    #[schemars(with = "BTreeMap<String, Policy>")]
    pub(super) policy: BTreeMap<Spanned<String>, Spanned<Policy>>,
    /// Policies for some collections and languages only; a later one wins.
    pub(super) rule: Vec<RuleFile>,
    /// What holds for one language: `[bundle.language.en]`.
    #[schemars(with = "BTreeMap<Lang, LanguageFile>")]
    pub(super) language: BTreeMap<Spanned<String>, LanguageFile>,
    /// What holds for one collection, by its name: `[bundle.collection.news]`.
    #[schemars(with = "BTreeMap<String, CollectionFile>")]
    pub(super) collection: BTreeMap<Spanned<String>, CollectionFile>,
    /// Articles that go out in all their languages or not at all.
    pub(super) release: Vec<ReleaseFile>,
}

/// Policies for some collections and languages.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct RuleFile {
    /// The names of the collections. Default: all.
    #[schemars(with = "Vec<String>")]
    pub(super) collection: Vec<Spanned<String>>,
    /// The languages. Default: all.
    #[schemars(with = "Vec<Lang>")]
    pub(super) lang: Vec<Spanned<Lang>>,
    /// What becomes of a page by the standing of its translation.
    #[schemars(with = "BTreeMap<String, Policy>")]
    pub(super) policy: BTreeMap<Spanned<String>, Spanned<Policy>>,
}

/// What holds for one language.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct LanguageFile {
    /// The address of the site in this language.
    #[schemars(with = "Option<String>")]
    pub(super) url: Option<Spanned<String>>,
    /// What the addresses of articles are made of.
    pub(super) slug: Option<SlugSource>,
    /// How the letters of addresses are written.
    pub(super) letters: Option<Letters>,
}

/// What holds for one collection.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct CollectionFile {
    /// The folder of its articles in addresses; may be empty. Default: its name, and nothing where there is one collection only.
    #[schemars(with = "Option<String>")]
    pub(super) path: Option<Spanned<String>>,
    /// Whether its articles are published at all. Default: yes.
    pub(super) publish: Option<bool>,
}

/// Articles that go out together.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(extend("required" = ["name", "articles"]))]
pub(super) struct ReleaseFile {
    /// What it is called in reports.
    pub(super) name: String,
    /// Globs of the paths of their sources. An article may also say so itself: `release: NAME`.
    #[schemars(with = "Vec<String>")]
    pub(super) articles: Vec<Spanned<String>>,
}

/// What the address of an article is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum SlugSource {
    /// What its path says beside its language.
    #[default]
    Path,
    /// Its title in the language of the page.
    Title,
}

/// How the letters of an address are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum Letters {
    /// As they are.
    #[default]
    Keep,
    /// By GOST 7.79-2000, system B.
    #[serde(rename = "gost-779b")]
    Gost,
    /// By ICAO Doc 9303, as in passports.
    #[serde(rename = "icao-9303")]
    Icao,
}

/// What becomes of a link to an article that is not published in the language of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum LinkPolicy {
    /// It leads to the source, and says in which language that is.
    #[default]
    Source,
    /// Its words are left.
    Words,
    /// The bundle is refused.
    Fail,
}

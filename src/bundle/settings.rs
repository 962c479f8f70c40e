//! What a project says of its bundles, made sense of.

use std::collections::BTreeMap;

use globset::GlobSet;
use jiff::tz::TimeZone;
use schemars::generate::SchemaSettings;
use serde::Deserialize;
use serde_json::Value;
use toml::Spanned;
use toml::de::{DeTable, Deserializer};
use url::Url;

use super::archive::Archive;
use super::render::RawHtml;
use super::settings_file::{File, Letters, LinkPolicy, SlugSource};
use super::settings_reader::Reader;
use super::standing::{Policy, Standing};
use crate::checks;
use crate::diagnostic::{Code, Diagnostic};
use crate::project::{self, Config, FILE, OF_BUNDLE};
use crate::text::{Lang, Span};

/// What is published, and how.
#[derive(Debug, Clone)]
pub struct Settings {
    /// What holds for each language of the project: the source first.
    pub languages: Vec<Language>,
    /// The folder that bundles are published in, from the root of the project.
    pub output: String,
    /// The name of the form; one of [`super::FORMS`], or a slip that the caller tells.
    pub form: Option<Spanned<String>>,
    /// How each bundle is packed.
    pub archive: Option<Archive>,
    /// The language for readers of no language of the site.
    pub x_default: Lang,
    /// What of raw HTML reaches the pages.
    pub raw_html: RawHtml,
    /// Where clocks hang that do not say so.
    pub time_zone: TimeZone,
    /// The folder with templates of the project's own.
    pub theme: Option<String>,
    /// The patterns of Fluent files with the words of pages; `{lang}` is the language.
    pub messages: Vec<String>,
    /// Folders whose files are copied as they are.
    pub copy: Vec<String>,
    /// How many of the newest articles stand in a feed.
    pub feed: usize,
    /// What becomes of a link to an article that is not published in the language.
    pub links: LinkPolicy,
    /// The checks that every page is looked at with before readers have it.
    pub audit: Vec<String>,
    /// What holds for each collection, in the order of the project.
    pub collections: Vec<Section>,
    /// Articles that go out together.
    pub releases: Vec<Release>,
    pub(super) rules: Vec<Rule>,
}

/// What holds for one language.
#[derive(Debug, Clone)]
pub struct Language {
    /// The language.
    pub lang: Lang,
    /// The address of the site in it, with a slash at its end; none if the project names none.
    pub url: Option<Url>,
    /// What the addresses of articles are made of.
    pub slug: SlugSource,
    /// How the letters of addresses are written.
    pub letters: Letters,
}

/// What holds for one collection.
#[derive(Debug, Clone)]
pub struct Section {
    /// Its name.
    pub name: String,
    /// The folder of its articles in addresses, without slashes around it; may be empty.
    pub path: String,
    /// Whether its articles are published.
    pub publish: bool,
}

/// Articles that go out in all their languages or not at all.
#[derive(Debug, Clone)]
pub struct Release {
    /// What it is called.
    pub name: String,
    /// The paths of their sources.
    pub articles: GlobSet,
}

/// Policies for some collections and languages.
#[derive(Debug, Clone)]
pub(super) struct Rule {
    /// Their names; all if there is none.
    pub(super) collections: Vec<String>,
    /// Likewise.
    pub(super) languages: Vec<Lang>,
    pub(super) policy: BTreeMap<Standing, Policy>,
}

impl Settings {
    /// Reads the table `[bundle]` of a project file, which need not be there.
    ///
    /// Settings that come with a diagnostic are not what the project means.
    pub fn parse(config: &Config, text: &str) -> (Self, Vec<Diagnostic>) {
        let (mut table, _) = DeTable::parse_recoverable(text);
        project::keep(table.get_mut(), |key| key == OF_BUNDLE);
        let mut wrong = project::fit(FILE, table.get_mut(), &own_schema());
        let said = File::deserialize(Deserializer::from(table)).unwrap_or_else(|error| {
            let place = Span::new(FILE, error.span().unwrap_or_default());
            wrong.push(Diagnostic::new(Code::BAD_CONFIG, place).with("reason", error.message()));
            File::default()
        });
        let mut reader = Reader { config, wrong };
        let settings = reader.settings(&said.bundle);
        (settings, reader.wrong)
    }

    /// What holds for a language of the project.
    pub fn language(&self, lang: &Lang) -> Option<&Language> {
        self.languages.iter().find(|one| one.lang == *lang)
    }

    /// What becomes of each standing in a collection and a language.
    pub fn policy(&self, collection: usize, lang: &Lang) -> BTreeMap<Standing, Policy> {
        let name = self
            .collections
            .get(collection)
            .map(|one| one.name.as_str());
        let mut out = BTreeMap::new();
        for rule in &self.rules {
            let here = rule.collections.is_empty()
                || rule
                    .collections
                    .iter()
                    .any(|one| Some(one.as_str()) == name);
            if here && (rule.languages.is_empty() || rule.languages.contains(lang)) {
                out.extend(
                    rule.policy
                        .iter()
                        .map(|(standing, policy)| (*standing, *policy)),
                );
            }
        }
        out
    }
}

/// The JSON Schema of `workflow.toml` as a whole, with what this room reads of it.
pub fn schema() -> Value {
    let mut whole = checks::engine::schema();
    let own = own_schema();
    whole["properties"][OF_BUNDLE] = own["properties"][OF_BUNDLE].clone();
    whole
}

fn own_schema() -> Value {
    let settings =
        SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    let mut schema = settings.into_generator().into_root_schema_for::<File>();
    project::without_null(&mut schema);
    schema.to_value()
}

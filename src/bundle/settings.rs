//! What a project says of its bundles, made sense of.

use std::collections::BTreeMap;

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use jiff::tz::{Offset, TimeZone};
use schemars::generate::SchemaSettings;
use serde::Deserialize;
use serde_json::Value;
use toml::Spanned;
use toml::de::{DeTable, Deserializer};
use url::Url;

use super::archive::Archive;
use super::audit::AUDITED;
use super::render::RawHtml;
use super::settings_file::{Bundle, File, Letters, LinkPolicy, SlugSource};
use super::standing::{Policy, Standing};
use crate::checks;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Format;
use crate::project::{self, Config, FILE, OF_BUNDLE, Reason};
use crate::text::{Lang, Span};

/// How many of the newest articles stand in a feed.
const FEED: usize = 20;
/// Where bundles are published.
const OUTPUT: &str = "public";

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
    rules: Vec<Rule>,
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
struct Rule {
    collections: Vec<String>,
    languages: Vec<Lang>,
    policy: BTreeMap<Standing, Policy>,
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

/// The address of a language where the project names one for all: the source stands there, and the
/// others in folders below it, unless it says where languages stand.
fn shared(said: &Spanned<String>, lang: &Lang, source: &Lang) -> String {
    let url = said.get_ref();
    if url.contains("{lang}") || lang == source {
        return url.clone();
    }
    format!("{}/{{lang}}/", url.trim_end_matches('/'))
}

struct Reader<'c> {
    config: &'c Config,
    wrong: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn settings(&mut self, said: &Bundle) -> Settings {
        let languages = self.languages(said);
        let x_default = said.x_default.as_ref().map(|lang| {
            self.known(lang.get_ref(), lang.span());
            lang.get_ref().clone()
        });
        let mut rules = vec![Rule {
            collections: Vec::new(),
            languages: Vec::new(),
            policy: self.policy(&said.policy),
        }];
        for rule in &said.rule {
            for name in &rule.collection {
                self.collection(name);
            }
            for lang in &rule.lang {
                self.known(lang.get_ref(), lang.span());
            }
            rules.push(Rule {
                collections: rule
                    .collection
                    .iter()
                    .map(|one| one.get_ref().clone())
                    .collect(),
                languages: rule.lang.iter().map(|one| one.get_ref().clone()).collect(),
                policy: self.policy(&rule.policy),
            });
        }
        let output = said.output.as_ref().map(|path| self.path(path));
        let theme = said.theme.as_ref().map(|path| self.path(path));
        Settings {
            languages,
            output: output.unwrap_or_else(|| OUTPUT.to_owned()),
            form: said.form.clone(),
            archive: said.archive,
            x_default: x_default.unwrap_or_else(|| self.config.source.clone()),
            raw_html: said.raw_html,
            time_zone: self.zone(said.time_zone.as_ref()),
            theme,
            messages: said.messages.iter().map(|path| self.path(path)).collect(),
            copy: said.copy.iter().map(|path| self.path(path)).collect(),
            feed: said.feed.unwrap_or(FEED),
            links: said.links,
            audit: self.audit(said.audit.as_deref()),
            collections: self.sections(said),
            releases: self.releases(said),
            rules,
        }
    }

    fn languages(&mut self, said: &Bundle) -> Vec<Language> {
        for tag in said.language.keys() {
            match tag.get_ref().parse::<Lang>() {
                Ok(lang) => self.known(&lang, tag.span()),
                Err(_) => self.bad_language(Reason::BadTag, tag.get_ref(), tag.span()),
            }
        }
        let languages: Vec<Lang> = self.config.languages().cloned().collect();
        let source = &self.config.source;
        let of = |lang: Lang| {
            let mut own = said.language.iter();
            let own = own.find(|(tag, _)| tag.get_ref().parse().as_ref() == Ok(&lang));
            let own = own.map(|(_, own)| own);
            let whole = said.url.as_ref();
            let whole = whole.map(|url| (url, shared(url, &lang, source)));
            let url = own.and_then(|own| own.url.as_ref());
            let url = url.map(|url| (url, url.get_ref().clone())).or(whole);
            Language {
                url: url.and_then(|(said, url)| self.url(said, &url, &lang)),
                slug: own.and_then(|own| own.slug).unwrap_or(said.slug),
                letters: own.and_then(|own| own.letters).unwrap_or(said.letters),
                lang,
            }
        };
        let out: Vec<Language> = languages.into_iter().map(of).collect();
        for (number, one) in out.iter().enumerate() {
            let same = |other: &Language| one.url.is_some() && other.url == one.url;
            if out[..number].iter().any(same) {
                let place = said.url.as_ref().map_or(0..0, Spanned::span);
                self.say(Reason::SameAddress, place);
            }
        }
        out
    }

    /// An address that pages can stand under: of the web, and without a query.
    fn url(&mut self, said: &Spanned<String>, url: &str, lang: &Lang) -> Option<Url> {
        let mut text = url.replace("{lang}", &lang.to_string());
        if !text.ends_with('/') {
            text.push('/');
        }
        let url = Url::parse(&text).ok().filter(|url| {
            let web = matches!(url.scheme(), "http" | "https") && url.host_str().is_some();
            web && url.query().is_none() && url.fragment().is_none()
        });
        if url.is_none() {
            self.say(Reason::BadAddress, said.span());
        }
        url
    }

    fn policy(
        &mut self,
        said: &BTreeMap<Spanned<String>, Spanned<Policy>>,
    ) -> BTreeMap<Standing, Policy> {
        let mut out = BTreeMap::new();
        for (name, policy) in said {
            let mut all = Standing::ALL.into_iter();
            let standing = all.find(|one| one.name() == name.get_ref());
            let Some(standing) = standing.filter(|one| !one.choices().is_empty()) else {
                let known = Standing::ALL
                    .into_iter()
                    .filter(|one| !one.choices().is_empty());
                let known: Vec<&str> = known.map(Standing::name).collect();
                let near = similar::get_close_matches(name.get_ref().as_str(), &known, 1, 0.6);
                let found = Diagnostic::new(Code::UNKNOWN_KEY, Span::new(FILE, name.span()));
                let near = near.first().copied().unwrap_or_default();
                self.wrong
                    .push(found.with("key", name.get_ref()).with("nearest", near));
                continue;
            };
            if !standing.choices().contains(policy.get_ref()) {
                let choices = standing.choices().iter().map(|policy| policy.name());
                let choices: Vec<&str> = choices.collect();
                let found = Diagnostic::new(Code::BAD_POLICY, Span::new(FILE, policy.span()));
                let found = found.with("standing", standing.name());
                self.wrong.push(found.with("choices", choices.join(", ")));
            }
            out.insert(standing, *policy.get_ref());
        }
        out
    }

    fn sections(&mut self, said: &Bundle) -> Vec<Section> {
        for name in said.collection.keys() {
            self.collection(name);
        }
        let all = &self.config.collections;
        let mut out = Vec::new();
        let mut published = 0;
        for one in all {
            let own = said
                .collection
                .iter()
                .find(|(name, _)| *name.get_ref() == one.name);
            let own = own.map(|(_, own)| own);
            let publish = own.and_then(|own| own.publish).unwrap_or(true);
            // Files of messages are no pages.
            let publish = publish && Format::of(one.source.as_str()) != Format::Fluent;
            published += usize::from(publish);
            let path = own.and_then(|own| own.path.as_ref());
            out.push((one.name.clone(), path, publish));
        }
        let sections = out.into_iter().map(|(name, path, publish)| {
            let path = match path {
                Some(path) if path.get_ref().trim_matches('/').is_empty() => String::new(),
                Some(path) => self.path(path),
                None if published < 2 => String::new(),
                None => name.trim_matches('/').to_owned(),
            };
            Section {
                name,
                path: path.trim_matches('/').to_owned(),
                publish,
            }
        });
        sections.collect()
    }

    fn releases(&mut self, said: &Bundle) -> Vec<Release> {
        let mut out = Vec::new();
        for release in &said.release {
            let mut set = GlobSetBuilder::new();
            for glob in &release.articles {
                match GlobBuilder::new(glob.get_ref())
                    .literal_separator(true)
                    .build()
                {
                    Ok(glob) => {
                        set.add(glob);
                    }
                    Err(error) => {
                        let place = Span::new(FILE, glob.span());
                        let found = Diagnostic::new(Code::BAD_GLOB, place);
                        let found = found.with("glob", glob.get_ref());
                        self.wrong.push(found.with("reason", error.kind()));
                    }
                }
            }
            out.push(Release {
                name: release.name.clone(),
                articles: set.build().unwrap_or_default(),
            });
        }
        out
    }

    /// The names of checks.
    fn audit(&mut self, said: Option<&[Spanned<String>]>) -> Vec<String> {
        let Some(said) = said else {
            return AUDITED.iter().map(ToString::to_string).collect();
        };
        let known: Vec<&str> = checks::ALL.iter().map(|entry| entry.code.name()).collect();
        for name in said {
            if checks::find(name.get_ref()).is_none() {
                let near = similar::get_close_matches(name.get_ref().as_str(), &known, 1, 0.6);
                let found = Diagnostic::new(Code::UNKNOWN_CHECK, Span::new(FILE, name.span()));
                let near = near.first().copied().unwrap_or_default();
                self.wrong
                    .push(found.with("check", name.get_ref()).with("nearest", near));
            }
        }
        said.iter().map(|name| name.get_ref().clone()).collect()
    }

    /// A path inside the project.
    fn path(&mut self, said: &Spanned<String>) -> String {
        let path = said.get_ref().trim_end_matches('/');
        let bad = |part: &str| matches!(part, "" | "." | "..") || part.contains(['\\', ':', '\0']);
        if path.split('/').any(bad) {
            self.say(Reason::BadPath, said.span());
        }
        path.to_owned()
    }

    /// A distance from Greenwich: `+03:00`.
    fn zone(&mut self, said: Option<&Spanned<String>>) -> TimeZone {
        let Some(said) = said else {
            return TimeZone::UTC;
        };
        let read = |text: &str| -> Option<Offset> {
            let (sign, rest) = match text.split_at_checked(1)? {
                ("+", rest) => (1, rest),
                ("-", rest) => (-1, rest),
                _ => return None,
            };
            let (hours, minutes) = rest.split_once(':')?;
            let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
            let inside = (0..=14).contains(&hours) && (0..60).contains(&minutes);
            let seconds = sign * (hours * 3600 + minutes * 60);
            inside.then(|| Offset::from_seconds(seconds).ok()).flatten()
        };
        read(said.get_ref()).map_or_else(
            || {
                self.say(Reason::BadTimeZone, said.span());
                TimeZone::UTC
            },
            Offset::to_time_zone,
        )
    }

    /// That the project has this collection.
    fn collection(&mut self, name: &Spanned<String>) {
        let known: Vec<&str> = self
            .config
            .collections
            .iter()
            .map(|one| one.name.as_str())
            .collect();
        if !known.contains(&name.get_ref().as_str()) {
            let near = similar::get_close_matches(name.get_ref().as_str(), &known, 1, 0.6);
            let found = Diagnostic::new(Code::UNKNOWN_KEY, Span::new(FILE, name.span()));
            let near = near.first().copied().unwrap_or_default();
            self.wrong
                .push(found.with("key", name.get_ref()).with("nearest", near));
        }
    }

    /// That the project has this language.
    fn known(&mut self, lang: &Lang, span: std::ops::Range<usize>) {
        if self.config.languages().all(|known| known != lang) {
            self.bad_language(Reason::NotATarget, &lang.to_string(), span);
        }
    }

    fn bad_language(&mut self, reason: Reason, lang: &str, span: std::ops::Range<usize>) {
        let found = Diagnostic::new(Code::BAD_LANGUAGES, Span::new(FILE, span));
        self.wrong
            .push(found.with("reason", reason.name()).with("lang", lang));
    }

    fn say(&mut self, reason: Reason, span: std::ops::Range<usize>) {
        let found = Diagnostic::new(Code::BAD_CONFIG, Span::new(FILE, span));
        self.wrong.push(found.with("reason", reason.name()));
    }
}

//! Makes settings of the table `[bundle]`, and tells what is wrong with it and where.

use std::collections::BTreeMap;

use globset::{GlobBuilder, GlobSetBuilder};
use jiff::tz::{Offset, TimeZone};
use toml::Spanned;

use super::audit::AUDITED;
use super::settings::{Release, Rule, Section, Settings};
use super::settings_file::Bundle;
use super::standing::{Policy, Standing};
use crate::checks;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Format;
use crate::project::{Config, FILE, Reason};
use crate::text::{Lang, Span};

/// How many of the newest articles stand in a feed.
const FEED: usize = 20;
/// Where bundles are published.
const OUTPUT: &str = "public";

/// Reads the table.
pub(super) struct Reader<'c> {
    pub(super) config: &'c Config,
    /// What is wrong with it so far.
    pub(super) wrong: Vec<Diagnostic>,
}

impl Reader<'_> {
    /// What the table means.
    pub(super) fn settings(&mut self, said: &Bundle) -> Settings {
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
    pub(super) fn known(&mut self, lang: &Lang, span: std::ops::Range<usize>) {
        if self.config.languages().all(|known| known != lang) {
            self.bad_language(Reason::NotATarget, &lang.to_string(), span);
        }
    }

    pub(super) fn bad_language(
        &mut self,
        reason: Reason,
        lang: &str,
        span: std::ops::Range<usize>,
    ) {
        let found = Diagnostic::new(Code::BAD_LANGUAGES, Span::new(FILE, span));
        self.wrong
            .push(found.with("reason", reason.name()).with("lang", lang));
    }

    pub(super) fn say(&mut self, reason: Reason, span: std::ops::Range<usize>) {
        let found = Diagnostic::new(Code::BAD_CONFIG, Span::new(FILE, span));
        self.wrong.push(found.with("reason", reason.name()));
    }
}

//! Which checks run, with which options, at which level: what a project says of them.

use std::collections::BTreeMap;

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, Deserializer};

use super::glossary::{Person, Term};
use super::level::Level;
use super::policy::Policy;
use super::rules_file::{File, OneCheck, project_languages};
use super::schema::own_schema;
use super::user_rules::UserRule;
use crate::checks::words::{Lexicon, Words};
use crate::checks::{ALL, Check, Entry};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::project::{self, OF_CHECKS, Reason};
use crate::text::{Lang, Span};

/// The code of a finding that no check made: it never leaves this room.
pub(super) const NONE: Code = Code::new("none", Severity::Info, &[]);

/// Who writes the articles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub(super) enum Profile {
    /// People who write documentation, and do not care for typography.
    #[default]
    Docs,
    /// People who write news, and do.
    News,
}

/// The checks of a project, ready to be asked.
pub struct Rules {
    /// Every check, in the order of the table, also those that are off.
    pub(super) running: Vec<Running>,
    overrides: Vec<(GlobSet, BTreeMap<String, Level>)>,
    /// What is known of each language.
    pub lexicon: Lexicon,
    /// What fails.
    pub policy: Policy,
    /// The terms of the project.
    pub terms: Vec<Term>,
    /// The people its articles name.
    pub people: Vec<Person>,
    /// Its own rules.
    pub own: Vec<UserRule>,
    /// Whether every check is asked about every text, also about one in which it can find nothing:
    /// slower, and the same.
    pub asks_everything: bool,
}

/// A check with its options.
pub(super) struct Running {
    pub(super) entry: &'static Entry,
    pub(super) check: Box<dyn Check>,
    level: Level,
    ignore: GlobSet,
}

impl Running {
    /// Whether the project wants nothing said of this token.
    pub(super) fn ignores(&self, token: &str) -> bool {
        !self.ignore.is_empty() && self.ignore.is_match(token)
    }
}

impl Default for Rules {
    /// The checks as they come, for files of no project.
    fn default() -> Self {
        let mut wrong = Wrong::new("");
        Self::of(File::default(), &mut wrong)
    }
}

impl Rules {
    /// Reads what a project file says of checks; `file` is its path for the places of diagnostics.
    ///
    /// What it says of languages and collections is [`project::Config`]'s to read. Rules that come
    /// with an error are not what the project means.
    pub fn parse(file: &str, text: &str) -> (Self, Vec<Diagnostic>) {
        let (mut table, _) = DeTable::parse_recoverable(text);
        let mut wrong = Wrong::new(file);
        let languages = project_languages(table.get_ref());
        project::keep(table.get_mut(), |key| OF_CHECKS.contains(&key));
        let schema = own_schema();
        wrong.list = project::fit(file, table.get_mut(), schema);
        let said = File::deserialize(Deserializer::from(table)).unwrap_or_else(|error| {
            wrong.toml(&error);
            File::default()
        });
        wrong.required(&said.policy.required, &languages);
        let rules = Self::of(said, &mut wrong);
        (rules, wrong.list)
    }

    /// The same, without any other checks than these.
    #[must_use]
    pub fn only(mut self, names: &[&str]) -> Self {
        let wanted = |one: &Running| names.contains(&one.entry.code.name());
        self.running.retain(wanted);
        self
    }

    /// What is known of a language.
    pub fn words(&self, lang: &Lang) -> &Words {
        self.lexicon.words(lang)
    }

    /// The level of a check where no path changes it.
    pub fn level_of(&self, entry: &Entry) -> Level {
        let mut running = self.running.iter();
        let found = running.find(|one| one.entry.code == entry.code);
        found.map_or(Level::Off, |running| running.level)
    }

    /// Whether a check runs for any file at all.
    pub fn runs(&self, name: &str) -> bool {
        let on =
            |running: &Running| running.entry.code.name() == name && running.level != Level::Off;
        let overridden = self.overrides.iter();
        self.running.iter().any(on)
            || overridden
                .flat_map(|(_, levels)| levels.keys())
                .any(|one| one == name)
    }

    /// The level of a check for a file.
    pub(super) fn level(&self, running: &Running, path: &str) -> Level {
        let mut level = running.level;
        for (globs, levels) in &self.overrides {
            if let Some(said) = levels.get(running.entry.code.name())
                && globs.is_match(path)
            {
                level = *said;
            }
        }
        level
    }

    fn of(said: File, wrong: &mut Wrong<'_>) -> Self {
        let profile = said.profile.unwrap_or_default();
        let mut checks = said.checks;
        let mut running = Vec::new();
        for entry in ALL {
            let options = checks.remove(entry.code.name());
            let span = options.as_ref().map_or(0..0, Spanned::span);
            let mut options = options.map(Spanned::into_inner).unwrap_or_default();
            let one = one_check(&mut options).unwrap_or_else(|error| {
                wrong.config(span.clone(), error.message());
                OneCheck::default()
            });
            let check = (entry.load)(options).or_else(|error| {
                wrong.config(span.clone(), error.message());
                (entry.load)(toml::Table::new())
            });
            let Ok(check) = check else { continue };
            let level = one.level.unwrap_or(match profile {
                Profile::Docs => entry.levels.docs,
                Profile::News => entry.levels.news,
            });
            running.push(Running {
                entry,
                check,
                level,
                ignore: wrong.globs(one.ignore.iter().map(|glob| (glob.as_str(), span.clone()))),
            });
        }
        let mut overrides = Vec::new();
        for one in said.overrides {
            let globs = one
                .path
                .iter()
                .map(|glob| (glob.get_ref().as_str(), glob.span()));
            let globs = wrong.globs(globs);
            let levels = one.level.into_iter().map(|(check, level)| {
                wrong.name(&check, false);
                (check.into_inner(), level)
            });
            overrides.push((globs, levels.collect()));
        }
        let mut rules = Self {
            running,
            overrides,
            policy: Policy::of(said.policy, &mut |name| wrong.name(name, true)),
            lexicon: Lexicon::new(said.words, said.equivalents, &mut |reason| {
                wrong.config(0..0, reason);
            }),
            terms: said.term,
            people: said.person,
            own: said
                .rule
                .iter()
                .filter_map(|rule| UserRule::new(rule, &mut |span, why| wrong.config(span, why)))
                .collect(),
            asks_everything: false,
        };
        rules.prepare();
        rules
    }

    /// Lets every check look at what the project knows as a whole.
    fn prepare(&mut self) {
        let mut running = std::mem::take(&mut self.running);
        for one in &mut running {
            one.check.prepare(self);
        }
        self.running = running;
    }
}

/// Takes the reserved keys out of a check's options.
fn one_check(options: &mut toml::Table) -> Result<OneCheck, toml::de::Error> {
    let mut reserved = toml::Table::new();
    for key in ["level", "ignore"] {
        if let Some(value) = options.remove(key) {
            reserved.insert(key.to_owned(), value);
        }
    }
    OneCheck::deserialize(reserved)
}

/// What is wrong with the settings.
struct Wrong<'f> {
    file: &'f str,
    list: Vec<Diagnostic>,
}

impl<'f> Wrong<'f> {
    fn new(file: &'f str) -> Self {
        Self {
            file,
            list: Vec::new(),
        }
    }

    fn toml(&mut self, error: &toml::de::Error) {
        self.config(error.span().unwrap_or_default(), error.message());
    }

    fn config(&mut self, span: std::ops::Range<usize>, reason: &str) {
        let found = Diagnostic::new(Code::BAD_CONFIG, Span::new(self.file, span));
        self.list.push(found.with("reason", reason));
    }

    /// That a check has this name; or, where `levels` may stand too, a level.
    fn name(&mut self, said: &Spanned<String>, levels: bool) {
        let of_checks = ALL.iter().map(|entry| entry.code.name());
        let mut known: Vec<&str> = of_checks.collect();
        if levels {
            known.extend(Code::OF_FILES.iter().map(|code| code.name()));
            known.extend(["error", "warning", "info"]);
        }
        let name = said.get_ref().as_str();
        if !known.contains(&name) {
            let near = similar::get_close_matches(name, &known, 1, 0.6);
            let found = Diagnostic::new(Code::UNKNOWN_CHECK, Span::new(self.file, said.span()));
            let near = near.first().copied().unwrap_or_default();
            self.list
                .push(found.with("check", name).with("nearest", near));
        }
    }

    /// That required languages are languages of the project: no article can be there in another. The
    /// source language may be required, since an article may be written in another one.
    fn required(&mut self, said: &[Spanned<Lang>], languages: &[String]) {
        for lang in said {
            let known = languages
                .iter()
                .any(|known| known.parse().as_ref() == Ok(lang.get_ref()));
            if !known && !languages.is_empty() {
                let found = Diagnostic::new(Code::BAD_LANGUAGES, Span::new(self.file, lang.span()));
                let found = found.with("reason", Reason::NotATarget.name());
                self.list.push(found.with("lang", lang.get_ref()));
            }
        }
    }

    /// The globs that can be read.
    fn globs<'g>(
        &mut self,
        globs: impl Iterator<Item = (&'g str, std::ops::Range<usize>)>,
    ) -> GlobSet {
        let mut set = GlobSetBuilder::new();
        for (text, span) in globs {
            match GlobBuilder::new(text).literal_separator(false).build() {
                Ok(glob) => {
                    set.add(glob);
                }
                Err(error) => {
                    let found = Diagnostic::new(Code::BAD_GLOB, Span::new(self.file, span));
                    self.list
                        .push(found.with("glob", text).with("reason", error.kind()));
                }
            }
        }
        set.build().unwrap_or_default()
    }
}

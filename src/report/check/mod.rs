//! What the checks found, in every form that leaves the program: a file and a line in [`FORMATS`] each.

mod concise;
mod escape;
mod excerpt;
mod github;
mod gitlab;
mod html;
mod human;
mod json;
mod jsonl;
mod junit;
mod markdown;
mod sarif;
mod sarif_log;
mod summary;

use jiff::civil::DateTime;

use self::escape::one_line;
use super::texts::Texts;
use crate::diagnostic::{Diagnostic, Severity};
use crate::gate::{Outcome, Weighed};
use crate::messages::Messages;
use crate::report::{Drawing, Sources};
use crate::text::Lang;

pub use json::FindingsJson;
pub use jsonl::FindingsLine;

/// Gives the language of a file by its path from the project's root, if it has one.
pub type Langs<'a> = &'a dyn Fn(&str) -> Option<Lang>;

/// Everything a form may want to say.
pub struct CheckReport<'a> {
    /// What was found, and what it weighs.
    pub outcome: &'a Outcome,
    /// The least severity that is shown one by one; what is less is counted.
    pub level: Severity,
    /// Whether to show the fingerprint of each finding, for ignores.
    pub fingerprints: bool,
    /// Whether to show what is ignored, and why.
    pub ignored: bool,
    /// The texts that places are in.
    pub sources: Sources<'a>,
    /// The languages of the files that places are in.
    pub langs: Langs<'a>,
    /// The translations that were looked at, by article and language, whatever was found in them;
    /// empty where nobody lists them.
    pub pairs: &'a [(String, Lang)],
    /// When the checks ran.
    pub moment: DateTime,
    /// The program's words.
    pub messages: &'a Messages,
    /// How to draw for people.
    pub drawing: Drawing,
}

impl<'a> CheckReport<'a> {
    /// The findings that are shown one by one.
    pub fn shown(&self) -> impl Iterator<Item = &'a Weighed> + use<'a> {
        let level = self.level;
        let findings = self.outcome.findings.iter();
        findings.filter(move |one| one.fails || one.finding.diagnostic.severity >= level)
    }

    /// The same, article by article.
    fn by_article(&self) -> Vec<(&'a str, Vec<&'a Weighed>)> {
        let mut out: Vec<(&str, Vec<&Weighed>)> = Vec::new();
        for one in self.shown() {
            match out.last_mut() {
                Some((article, list)) if *article == one.finding.article => list.push(one),
                _ => out.push((&one.finding.article, vec![one])),
            }
        }
        out
    }

    fn texts(&self) -> Texts<'a> {
        Texts::new(self.sources)
    }
}

/// The sentence of a finding in one line, behind the message of Fluent that it is about.
fn sentence(diagnostic: &Diagnostic, texts: &Texts<'_>, messages: &Messages) -> String {
    let said = one_line(&messages.diagnostic(diagnostic).0);
    match key(diagnostic, texts, &said) {
        Some(key) => format!("{key}: {said}"),
        None => said,
    }
}

/// The message of Fluent, or the attribute, that a finding is about, unless its sentence names it: of
/// one that is missing, what the source calls it.
fn key(diagnostic: &Diagnostic, texts: &Texts<'_>, said: &str) -> Option<String> {
    let place = &diagnostic.primary.span;
    let other = diagnostic.related.first();
    let other = other.filter(|_| place.start == place.end && place.end > 0);
    let key = texts.key(place).or_else(|| texts.key(&other?.span))?;
    let quoted = |[open, close]: [&str; 2]| said.contains(&[open, &key, close].concat());
    let named = [["“", "”"], ["«", "»"], ["`", "`"]].into_iter().any(quoted);
    (!named).then_some(key)
}

/// A form.
pub struct CheckFormat {
    /// Its name, as `--format` takes it.
    pub name: &'static str,
    /// Whether machines read it, so that it goes out exactly as it is.
    pub exact: bool,
    /// Writes it.
    pub write: fn(&CheckReport<'_>) -> String,
}

/// Declares the forms: name, whether machines read it, module.
macro_rules! formats {
    ($($name:literal, $exact:literal, $module:ident;)*) => {
        /// Every form there is.
        pub static FORMATS: &[CheckFormat] = &[$(CheckFormat {
            name: $name,
            exact: $exact,
            write: $module::write,
        },)*];
    };
}

formats! {
    "human", false, human;
    "concise", false, concise;
    "json", true, json;
    "jsonl", true, jsonl;
    "sarif", true, sarif;
    "junit", true, junit;
    "github", true, github;
    "gitlab", true, gitlab;
    "markdown", true, markdown;
    "html", true, html;
}

//! What people say is no mistake: notes in the articles, and the list of the project.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::checks::engine::{Finding, Ignore};
use crate::diagnostic::{Code, Diagnostic};
use crate::project::Project;
use crate::text::Span;

/// A finding that is no mistake, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ignored {
    /// What was seen.
    pub finding: Finding,
    /// Why it is no mistake.
    pub reason: String,
    /// Where that is said.
    pub place: Span,
}

/// What the project's list says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IgnoreList {
    /// What it ignores, with the file that the finding was in when it was written down.
    pub ignores: Vec<(String, Ignore)>,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
}

/// The file, word for word.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct File {
    ignore: Vec<toml::Spanned<Entry>>,
}

/// An entry that lacks something is told by itself: the others are read.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Entry {
    check: String,
    fingerprint: String,
    reason: String,
    file: String,
}

impl IgnoreList {
    /// Where it stands, relative to the root of the project.
    pub const PATH: &str = ".sverka/ignore.toml";

    /// The text of a list with these findings added, for a reason. What people wrote in it stays.
    pub fn with(text: &str, findings: &[&Finding], reason: &str) -> String {
        let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let mut out = text.to_owned();
        for found in findings {
            if !out.is_empty() && !out.ends_with('\n') {
                out.push_str(end);
            }
            let quoted = |text: &str| toml::Value::from(text).to_string();
            let place = &found.diagnostic.primary.span.file;
            let facts = [
                ("check", quoted(found.diagnostic.code.name())),
                ("file", quoted(place)),
                ("fingerprint", quoted(&found.fingerprint.to_string())),
                ("reason", quoted(reason)),
            ];
            if !out.is_empty() {
                out.push_str(end);
            }
            out.extend(["[[ignore]]", end]);
            for (key, value) in facts {
                out.extend([key, " = ", &value, end]);
            }
        }
        out
    }

    /// Reads the list of a project; it need not have one.
    pub fn read(project: &Project) -> Self {
        match project.root.read_if_any(Self::PATH) {
            Ok(Some(text)) => Self::parse(&text),
            Ok(None) => Self::default(),
            Err(found) => Self {
                diagnostics: vec![*found],
                ..Self::default()
            },
        }
    }

    /// Reads the text of a list.
    pub fn parse(text: &str) -> Self {
        let mut out = Self::default();
        let said: File = match toml::from_str(text) {
            Ok(said) => said,
            Err(error) => {
                let span = Span::new(Self::PATH, error.span().unwrap_or_default());
                let found = Diagnostic::new(Code::BROKEN_IGNORE_LIST, span);
                out.diagnostics.push(found.with("reason", error.message()));
                return out;
            }
        };
        for entry in said.ignore {
            let place = Span::new(Self::PATH, entry.span());
            let entry = entry.into_inner();
            let said = (entry.check, entry.fingerprint, entry.reason);
            match Ignore::new(said, place) {
                Ok(ignore) => out.ignores.push((entry.file, ignore)),
                Err(found) => out.diagnostics.push(*found),
            }
        }
        out
    }

    /// Whether it cannot be read at all, so that nobody can say what is ignored.
    pub fn is_broken(&self) -> bool {
        self.diagnostics
            .iter()
            .any(|found| super::hides(found.code))
    }
}

/// Ignores, found by the check and the beginning of the fingerprint.
pub(super) struct Notes<'i> {
    by: BTreeMap<(&'i str, String), Vec<&'i Ignore>>,
}

impl<'i> Notes<'i> {
    pub(super) fn new(ignores: impl IntoIterator<Item = &'i Ignore>) -> Self {
        let mut by: BTreeMap<_, Vec<&Ignore>> = BTreeMap::new();
        for ignore in ignores {
            by.entry(key(ignore)).or_default().push(ignore);
        }
        Self { by }
    }

    /// Takes out the findings that are spoken of.
    pub(super) fn take_out(&self, findings: &mut Vec<Finding>) -> Vec<Ignored> {
        if self.by.is_empty() {
            return Vec::new();
        }
        let mut out = Vec::new();
        let mut kept = Vec::with_capacity(findings.len());
        for finding in findings.drain(..) {
            match self.about(&finding) {
                Some(ignore) => out.push(Ignored {
                    finding,
                    reason: ignore.reason.clone(),
                    place: ignore.place.clone(),
                }),
                None => kept.push(finding),
            }
        }
        *findings = kept;
        out
    }

    fn about(&self, found: &Finding) -> Option<&'i Ignore> {
        let key = (found.diagnostic.code.name(), found.fingerprint.short());
        let mut all = self.by.get(&key)?.iter();
        all.find(|ignore| ignore.is_about(found)).copied()
    }
}

/// The check and the first digits, by which an ignore finds what it may speak of.
fn key(ignore: &Ignore) -> (&str, String) {
    let start = ignore.fingerprint.get(..8).unwrap_or_default();
    (&ignore.check, start.to_ascii_lowercase())
}

/// Those of `ignores` that speak of none of what was ignored.
pub(super) fn idle<'i>(
    ignores: impl IntoIterator<Item = &'i Ignore>,
    spoken_of: &[Ignored],
) -> Vec<&'i Ignore> {
    let mut spoken: BTreeMap<(&str, String), Vec<&Finding>> = BTreeMap::new();
    for one in spoken_of {
        let found = &one.finding;
        let key = (found.diagnostic.code.name(), found.fingerprint.short());
        spoken.entry(key).or_default().push(found);
    }
    let is_idle = |one: &&Ignore| {
        let findings = spoken.get(&key(one)).into_iter().flatten();
        !findings.into_iter().any(|found| one.is_about(found))
    };
    ignores.into_iter().filter(is_idle).collect()
}

/// That an ignore speaks of no finding any more.
pub(super) fn unused(ignore: &Ignore) -> Diagnostic {
    Diagnostic::new(Code::UNUSED_IGNORE, ignore.place.clone())
        .with("check", &ignore.check)
        .with("fingerprint", &ignore.fingerprint)
        .with("reason", &ignore.reason)
}

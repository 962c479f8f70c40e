//! What people say is no mistake: notes in the articles, and the list of the project.

use serde::{Deserialize, Serialize};

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
#[derive(Debug, Clone, Default)]
pub struct IgnoreList {
    pub(super) ignores: Vec<(String, Ignore)>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// The file, word for word.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct File {
    ignore: Vec<toml::Spanned<Entry>>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    check: String,
    fingerprint: String,
    reason: String,
    #[serde(default)]
    file: String,
}

impl IgnoreList {
    /// Where it stands, relative to the root of the project.
    pub const PATH: &str = ".sverka/ignore.toml";

    /// The text of a list with these findings added, for a reason. What people wrote in it stays.
    pub fn with(text: &str, findings: &[&Finding], reason: &str) -> String {
        let mut out = text.to_owned();
        for found in findings {
            if !out.is_empty() && !out.ends_with('\n') {
                out.push('\n');
            }
            let quoted = |text: &str| toml::Value::from(text).to_string();
            let place = &found.diagnostic.primary.span.file;
            let facts = [
                ("check", quoted(found.diagnostic.code.name())),
                ("file", quoted(place)),
                ("fingerprint", quoted(&found.fingerprint.to_string())),
                ("reason", quoted(reason)),
            ];
            let gap = if out.is_empty() { "" } else { "\n" };
            out.push_str(gap);
            out.push_str("[[ignore]]\n");
            for (key, value) in facts {
                out.extend([key, " = ", &value, "\n"]);
            }
        }
        out
    }

    /// Reads the list of a project; it need not have one.
    pub fn read(project: &Project) -> Self {
        let text = match project.root.read_if_any(Self::PATH) {
            Ok(Some(text)) => text,
            Ok(None) => return Self::default(),
            Err(found) => {
                return Self {
                    diagnostics: vec![*found],
                    ..Self::default()
                };
            }
        };
        Self::parse(&text)
    }

    fn parse(text: &str) -> Self {
        let mut out = Self::default();
        let said: File = match toml::from_str(text) {
            Ok(said) => said,
            Err(error) => {
                let span = Span::new(Self::PATH, error.span().unwrap_or_default());
                let found = Diagnostic::new(Code::BAD_IGNORE, span);
                out.diagnostics.push(found.with("said", error.message()));
                return out;
            }
        };
        for entry in said.ignore {
            let place = Span::new(Self::PATH, entry.span());
            let entry = entry.into_inner();
            let said = format!("{} {} {}", entry.check, entry.fingerprint, entry.reason);
            match Ignore::parse(&said, place) {
                Ok(ignore) => out.ignores.push((entry.file, ignore)),
                Err(found) => out.diagnostics.push(*found),
            }
        }
        out
    }
}

/// Takes out the findings that `ignores` speak of; gives them, and the ignores that spoke of none.
pub(super) fn take_out(
    findings: &mut Vec<Finding>,
    ignores: Vec<Ignore>,
) -> (Vec<Ignored>, Vec<Ignore>) {
    if ignores.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let mut used = vec![false; ignores.len()];
    let mut out = Vec::new();
    let mut kept = Vec::with_capacity(findings.len());
    for finding in findings.drain(..) {
        match ignores.iter().position(|ignore| ignore.is_about(&finding)) {
            Some(at) => {
                used[at] = true;
                out.push(Ignored {
                    finding,
                    reason: ignores[at].reason.clone(),
                    place: ignores[at].place.clone(),
                });
            }
            None => kept.push(finding),
        }
    }
    *findings = kept;
    let unused = ignores.into_iter().zip(used).filter(|(_, used)| !used);
    (out, unused.map(|(ignore, _)| ignore).collect())
}

/// That an ignore speaks of no finding any more.
pub(super) fn unused(ignore: &Ignore) -> Diagnostic {
    Diagnostic::new(Code::UNUSED_IGNORE, ignore.place.clone())
        .with("check", &ignore.check)
        .with("fingerprint", &ignore.fingerprint)
        .with("reason", &ignore.reason)
}

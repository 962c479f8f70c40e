//! What the checks found, in every form that leaves the program: a file and a line in [`FORMATS`] each.

mod human;

use crate::diagnostic::Severity;
use crate::gate::{Outcome, Weighed};
use crate::messages::Messages;
use crate::report::{Drawing, Sources};

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
    /// The program's words.
    pub messages: &'a Messages,
    /// How to draw for people.
    pub drawing: Drawing,
}

impl CheckReport<'_> {
    /// The findings that are shown one by one.
    pub fn shown(&self) -> impl Iterator<Item = &Weighed> {
        let findings = self.outcome.findings.iter();
        findings.filter(|one| one.fails || one.finding.diagnostic.severity >= self.level)
    }
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

/// Every form there is.
pub static FORMATS: &[CheckFormat] = &[CheckFormat {
    name: "human",
    exact: false,
    write: human::write,
}];

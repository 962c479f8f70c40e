//! A translation that no editor has approved as it stands.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Translation};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::project::State;
use crate::track::Status;

/// Translations that nobody has approved, where the policy asks for it.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct NotApproved {}

impl Rule for NotApproved {
    const CODE: Code = Code::new("not-approved", Severity::Warning, &["article", "lang", "undone"]);
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for NotApproved {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::NEVER
    }

    fn translation(&self, of: &Translation<'_>, out: &mut Findings<'_>) {
        let there = matches!(of.pair.status, Status::Current | Status::Stale);
        let waits = there && !of.pair.is_draft() && of.pair.state != Some(State::Approved);
        if of.approval && waits {
            let undone = if of.pair.undone { "yes" } else { "" };
            let found = out.at(of.target.clone()).with("lang", &of.pair.lang);
            let found = found.with("article", &of.source.file).with("undone", undone);
            out.add(found.required(of.required));
        }
    }
}

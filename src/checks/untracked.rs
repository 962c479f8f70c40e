//! A translation of which nobody has said what it was made from.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Translation};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::track::Status;

/// Translations without a base.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Untracked {}

impl Rule for Untracked {
    const CODE: Code = Code::new("untracked", Severity::Warning, &["article", "lang"]);
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for Untracked {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::NEVER
    }

    fn translation(&self, of: &Translation<'_>, out: &mut Findings<'_>) {
        if of.pair.status == Status::Untracked {
            let found = out.at(of.target.clone()).with("lang", &of.pair.lang);
            let found = found.with("article", &of.source.file);
            out.add(found.required(of.required));
        }
    }
}

//! A translation whose source is gone.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Translation};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::track::Status;

/// Translations without a source.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Orphan {}

impl Rule for Orphan {
    const CODE: Code = Code::new("orphan", Severity::Warning, &["path"]);
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for Orphan {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::NEVER
    }

    fn translation(&self, of: &Translation<'_>, out: &mut Findings<'_>) {
        if of.pair.status == Status::Orphan {
            out.add(out.at(of.target.clone()).with("path", &of.source.file));
        }
    }
}

//! An article that is not translated.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Translation};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::track::Status;

/// Translations that do not exist.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Missing {}

impl Rule for Missing {
    const CODE: Code = Code::new("missing", Severity::Warning, &["lang", "path"]);
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for Missing {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::NEVER
    }

    fn translation(&self, of: &Translation<'_>, out: &mut Findings<'_>) {
        if of.pair.status == Status::Missing {
            let found = out.at(of.source.clone()).with("lang", &of.pair.lang);
            let found = found.with("path", &of.pair.path).token(of.pair.path.as_str());
            out.add(found.required(of.required));
        }
    }
}

//! A translation that somebody calls unfinished.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Translation};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Translations that are drafts.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Draft {}

impl Rule for Draft {
    const CODE: Code = Code::new("draft", Severity::Warning, &["article", "lang"]);
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for Draft {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::NEVER
    }

    fn translation(&self, of: &Translation<'_>, out: &mut Findings<'_>) {
        if of.pair.is_draft() {
            let found = out.at(of.target.clone()).with("lang", &of.pair.lang);
            let found = found.with("article", &of.source.file);
            out.add(found.required(of.required));
        }
    }
}

//! `checks` and `review` for machines. A field that changes its meaning gets another number in the name
//! of the form.

use schemars::{JsonSchema, schema_for};
use serde::Serialize;

use crate::checks::engine::Level;
use crate::text::Lang;

/// The output of `sverka checks --format json`.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ChecksJson {
    /// Name and version of this form: `sverka.checks/1`.
    pub schema: &'static str,
    /// Every check there is, in the order in which they are asked.
    pub checks: Vec<CheckJson>,
}

/// A check.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CheckJson {
    /// Its name.
    pub code: &'static str,
    /// How much its findings count in this project; outside of one, as it comes.
    pub level: Level,
    /// How much they count in documentation unless a project says otherwise.
    pub docs: Level,
    /// How much they count in news unless a project says otherwise.
    pub news: Level,
    /// What it compares, in one sentence.
    pub summary: &'static str,
}

/// The output of `sverka review --format json`.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ReviewJson {
    /// Name and version of this form: `sverka.review/1`.
    pub schema: &'static str,
    /// The translations that wait for an editor, by article and language.
    pub waiting: Vec<WaitingJson>,
}

/// A translation that nobody has approved as it stands.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct WaitingJson {
    /// The path of the article's source.
    pub article: String,
    /// The language of the translation.
    pub lang: Lang,
    /// The path of the translation.
    pub path: String,
    /// Whether it was approved before it changed.
    pub undone: bool,
}

impl ChecksJson {
    /// The form with these checks.
    pub fn new(checks: Vec<CheckJson>) -> Self {
        Self {
            schema: "sverka.checks/1",
            checks,
        }
    }

    /// The JSON Schema of this form, as `checks.schema.json` holds it.
    pub fn schema() -> serde_json::Value {
        schema_for!(Self).to_value()
    }
}

impl ReviewJson {
    /// The form with these translations.
    pub fn new(waiting: Vec<WaitingJson>) -> Self {
        Self {
            schema: "sverka.review/1",
            waiting,
        }
    }

    /// The JSON Schema of this form, as `review.schema.json` holds it.
    pub fn schema() -> serde_json::Value {
        schema_for!(Self).to_value()
    }
}

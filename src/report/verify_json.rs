//! `bundle --verify` for machines. A field that changes its meaning gets another number in the name of
//! the form.

use schemars::{JsonSchema, schema_for};
use serde::Serialize;

use crate::bundle::Verified;

/// The output of `sverka bundle --verify DIR --format json`. Paths are from that folder.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct VerifyJson {
    /// Name and version of this form: `sverka.verify/1`.
    pub schema: &'static str,
    /// Whether nothing is wrong.
    pub clean: bool,
    /// What was found.
    #[serde(flatten)]
    pub found: Verified,
}

impl VerifyJson {
    /// The form of what was found.
    pub fn new(found: Verified) -> Self {
        Self {
            schema: "sverka.verify/1",
            clean: found.is_clean(),
            found,
        }
    }

    /// The JSON Schema of this form, as `verify.schema.json` holds it.
    pub fn schema() -> serde_json::Value {
        schema_for!(Self).to_value()
    }
}

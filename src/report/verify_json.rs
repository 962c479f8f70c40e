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
    /// The folders of the bundles, with a slash at the end; empty for the folder itself.
    pub bundles: Vec<String>,
    /// How many files are as they should be.
    pub files: usize,
    /// Files that say something else than they did.
    pub changed: Vec<String>,
    /// Files that are gone.
    pub missing: Vec<String>,
    /// Files that no manifest knows.
    pub foreign: Vec<String>,
    /// Symbolic links, which are not followed.
    pub links: Vec<String>,
    /// Manifests with paths that lead out of their bundle.
    pub refused: Vec<String>,
}

impl VerifyJson {
    /// The form of what was found.
    pub fn new(found: Verified) -> Self {
        Self {
            schema: "sverka.verify/1",
            clean: found.is_clean(),
            bundles: found.bundles,
            files: found.files,
            changed: found.changed,
            missing: found.missing,
            foreign: found.foreign,
            links: found.links,
            refused: found.refused,
        }
    }

    /// The JSON Schema of this form, as `verify.schema.json` holds it.
    pub fn schema() -> serde_json::Value {
        schema_for!(Self).to_value()
    }
}

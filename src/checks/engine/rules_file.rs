//! What `workflow.toml` may say about checks, word for word; [`super::Rules`] is what it means.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::glossary::{Person, RuleFile, Term};
use super::level::Level;
use super::rules::Profile;
use crate::text::Lang;

/// The tables of the project file that this room reads.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct File {
    /// Who writes the articles: `docs` (the default) or `news`, which also looks at typography.
    pub(super) profile: Option<Profile>,
    /// The settings of single checks, one `[checks.NAME]` for each.
    #[schemars(with = "BTreeMap<String, OneCheck>")]
    pub(super) checks: BTreeMap<String, Spanned<toml::Table>>,
    /// Levels that hold for some paths only; a later one wins.
    #[serde(rename = "override")]
    pub(super) overrides: Vec<Override>,
    /// What makes `sverka check` fail.
    pub(super) policy: PolicyFile,
    /// What is known of a language beyond the built-in tables, by language: `[words.ru]`.
    #[schemars(with = "BTreeMap<String, crate::checks::words::Words>")]
    pub(super) words: toml::Table,
    /// What is equal in several languages beyond the built-in tables.
    #[schemars(with = "crate::checks::words::Equivalents")]
    pub(super) equivalents: toml::Table,
    /// The terms of the project, one `[[term]]` for each.
    pub(super) term: Vec<Term>,
    /// The people its articles name, one `[[person]]` for each.
    pub(super) person: Vec<Person>,
    /// Rules of the project's own, one `[[rule]]` for each.
    pub(super) rule: Vec<RuleFile>,
}

/// What every `[checks.NAME]` may say beside the options of the check.
#[derive(Debug, Default, Clone, Deserialize, JsonSchema)]
#[serde(default, rename_all = "kebab-case")]
pub(super) struct OneCheck {
    /// How much its findings count: `error`, `warning`, `info` or `off`.
    pub(super) level: Option<Level>,
    /// Globs of words or values that it passes by.
    pub(super) ignore: Vec<String>,
}

/// Levels for some paths.
#[derive(Debug, Default, Clone, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Override {
    /// Globs of paths from the root of the project.
    #[schemars(with = "Vec<String>")]
    pub(super) path: Vec<Spanned<String>>,
    /// The level of each check there.
    #[schemars(with = "BTreeMap<String, Level>")]
    pub(super) level: BTreeMap<Spanned<String>, Level>,
}

/// What makes `sverka check` fail.
#[derive(Debug, Default, Clone, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct PolicyFile {
    /// The languages in which every article has to be there, current and finished. A collection may name its own (`required` under `[[content]]`). Default: none.
    #[schemars(with = "Vec<Lang>")]
    pub(super) required: Vec<Spanned<Lang>>,
    /// The levels and checks that fail: `error`, `stale`. Default: `["error"]`.
    #[schemars(with = "Option<Vec<String>>")]
    pub(super) fail: Option<Vec<Spanned<String>>>,
    /// How many stale segments each language may have before what is stale fails. Default: none; any number, where `stale-words` is given alone.
    pub(super) stale_segments: Option<usize>,
    /// How many words may wait for a translator in each language before what is stale fails. Default: none; any number, where `stale-segments` is given alone.
    pub(super) stale_words: Option<usize>,
    /// Whether a required translation has to be approved.
    pub(super) approval: bool,
}

/// The languages that a project file names, as they stand there.
pub(super) fn project_languages(table: &DeTable<'_>) -> Vec<String> {
    let said = table.get("languages").map(Spanned::get_ref);
    let Some(DeValue::Table(said)) = said else {
        return Vec::new();
    };
    let mut out = Vec::new();
    for (_, value) in said {
        match value.get_ref() {
            DeValue::String(one) => out.push(one.to_string()),
            DeValue::Array(many) => out.extend(many.iter().filter_map(|one| {
                let one = one.get_ref().as_str();
                one.map(str::to_owned)
            })),
            _ => {}
        }
    }
    out
}

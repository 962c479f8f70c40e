//! What `workflow.toml` may say, word for word; [`super::Config`] is what it means.
//!
//! The comments of the fields are read by people: they become the descriptions of
//! `workflow.schema.json`, which editors show. The names of the fields are also the list
//! from which the nearest right key is suggested.

use std::collections::BTreeMap;

use schemars::transform::{RecursiveTransform, Transform};
use schemars::{JsonSchema, Schema, generate::SchemaSettings};
use serde::Deserialize;
use serde_json::Value;
use toml::Spanned;

use crate::text::Lang;

/// The tables of `workflow.toml` that say what is checked; the room of the checks reads them.
pub const OF_CHECKS: &[&str] = &[
    "profile",
    "checks",
    "override",
    "policy",
    "words",
    "equivalents",
    "term",
    "person",
    "rule",
];

/// The table of `workflow.toml` that says what is published; the room of the bundles reads it.
pub const OF_BUNDLE: &str = "bundle";

/// The languages of a site and where its articles are, for Sverka.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(title = "workflow.toml", extend("required" = ["languages", "content"]))]
pub(super) struct File {
    /// The languages of the site.
    #[schemars(with = "Languages")]
    pub(super) languages: Option<Spanned<Languages>>,
    /// The families of articles, one `[[content]]` for each. A file that two of them match belongs to the first.
    #[serde(default)]
    #[schemars(with = "Vec<Content>")]
    pub(super) content: Vec<Spanned<Content>>,
    /// The program whose words the Fluent files are.
    #[serde(default)]
    pub(super) interface: Interface,
}

/// The languages of the site.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(extend("required" = ["source", "targets"]))]
pub(super) struct Languages {
    /// The language in which articles are written first.
    #[schemars(with = "Option<Lang>")]
    pub(super) source: Option<Spanned<String>>,
    /// The languages into which they are translated.
    #[serde(default)]
    #[schemars(with = "Vec<Lang>")]
    pub(super) targets: Vec<Spanned<String>>,
    /// The field of an article's front matter that names its source language where it is another one. Default: `source_lang`.
    pub(super) source_key: Option<String>,
    /// The fields of a translation's front matter that name the commit its source was at, for `sverka adopt`. Default: `l10n.sourceCommit`, `sourceCommit`, `source_commit`, `default_lang_commit`.
    pub(super) commit_keys: Option<Vec<String>>,
}

/// A family of articles whose paths follow one pattern.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Content {
    /// What the family is called in reports. Default: the folder of its source pattern.
    #[schemars(with = "Option<String>")]
    pub(super) name: Option<Spanned<String>>,
    /// The pattern of the paths in all languages, such as `content/{lang}/{path}.{md,mdx}`. `{lang}` is a language, `{slug}` one part of a path, `{path}` one or more of them, `{a,b}` either.
    #[schemars(with = "Option<String>")]
    pub(super) path: Option<Spanned<String>>,
    /// The pattern of the source's paths, where the source has no language in its path: `docs/{path}.md`.
    #[schemars(with = "Option<String>")]
    pub(super) source: Option<Spanned<String>>,
    /// The pattern of the translations' paths beside `source`: `i18n/{lang}/docs/{path}.md`.
    #[schemars(with = "Option<String>")]
    pub(super) target: Option<Spanned<String>>,
    /// Globs of paths, from the root of the project, that are no articles: `content/*/drafts/**`.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub(super) exclude: Vec<Spanned<String>>,
    /// The languages into which this family is translated, where these are not all targets.
    #[schemars(with = "Option<Vec<Lang>>")]
    pub(super) languages: Option<Vec<Spanned<String>>>,
    /// The languages in which every article of this family has to be there, current and finished. Default: those of `[policy]`.
    #[schemars(with = "Option<Vec<Lang>>")]
    pub(super) required: Option<Vec<Spanned<String>>>,
    /// Globs of the front-matter fields that are translated. A glob without a dot means a name at any depth (`title`, `*_label`), one with dots a whole key (`banner.content`). Default: what readers see in the common site generators.
    #[schemars(with = "Option<Vec<String>>")]
    pub(super) translate: Option<Vec<Spanned<String>>>,
    /// Globs of the front-matter fields that must be equal in all languages: `date`, `weight`.
    #[serde(default)]
    #[schemars(with = "Vec<String>")]
    pub(super) equal: Vec<Spanned<String>>,
}

/// The program or the site whose words the Fluent files are.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Interface {
    /// Globs of the files that use messages, from the root of the project: `templates/**`, `src/**`. Default: none, and then nobody looks which messages are used.
    #[schemars(with = "Vec<String>")]
    pub(super) sources: Vec<Spanned<String>>,
    /// Globs of files among them that are not read: `src/vendor/**`.
    #[schemars(with = "Vec<String>")]
    pub(super) exclude: Vec<Spanned<String>>,
    /// Fluent files that are loaded beside every bundle, with `{lang}` where each language has its own: `locales/{lang}/brand.ftl`.
    #[schemars(with = "Vec<String>")]
    pub(super) shared: Vec<Spanned<String>>,
    /// What is loaded together: all Fluent files that a collection has in a language (`collection`, the default), or each file alone (`file`).
    pub(super) bundle: Loaded,
    /// Globs of ids that the program puts together itself, so that they count as used: `help-*`.
    #[schemars(with = "Vec<String>")]
    pub(super) used: Vec<Spanned<String>>,
    /// The functions that the program gives its messages beside `NUMBER` and `DATETIME`, and the names of their options: `LIST = ["style"]`.
    #[schemars(with = "BTreeMap<String, Vec<String>>")]
    pub(super) functions: BTreeMap<Spanned<String>, Vec<String>>,
    /// How messages are used in files of some type, beyond what is known of it.
    pub(super) pattern: Vec<UsePattern>,
}

/// How messages are used in files of some type.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "kebab-case", deny_unknown_fields)]
#[schemars(extend("required" = ["files", "id"]))]
pub(super) struct UsePattern {
    /// Globs of the files: `*.vue`.
    #[schemars(with = "Vec<String>")]
    pub(super) files: Vec<Spanned<String>>,
    /// A regular expression whose groups are ids: `label\("([^"]+)"`.
    #[schemars(with = "String")]
    pub(super) id: Option<Spanned<String>>,
}

/// Which Fluent files are loaded together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum Loaded {
    /// All that a collection has in a language.
    #[default]
    Collection,
    /// Each alone, with the shared ones.
    File,
}

/// The JSON Schema of `workflow.toml`, as `workflow.schema.json` holds it.
pub fn schema() -> Value {
    let settings =
        SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
    let mut schema = settings.into_generator().into_root_schema_for::<File>();
    without_null(&mut schema);
    schema.to_value()
}

/// Takes null out of a schema: TOML has none, what may be absent is absent.
pub fn without_null(schema: &mut Schema) {
    RecursiveTransform(without_one_null).transform(schema);
}

fn without_one_null(schema: &mut Schema) {
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|one| one != "null");
        if let [one] = types.as_slice() {
            let one = one.clone();
            schema.insert("type".to_owned(), one);
        }
    }
    schema.remove("default");
}

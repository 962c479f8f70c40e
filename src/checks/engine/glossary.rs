//! The project's own words: terms, people and rules, as `workflow.toml` lists them.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

use super::level::Level;
use crate::text::Lang;

/// A term and what it is in each language: `[[term]]` with `ru = ["грант"]`, `en = ["grant"]`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default, rename_all = "kebab-case")]
#[schemars(extend("additionalProperties" = false))]
pub struct Term {
    /// Its forms by language; the first is the usual one. A word stands for all its cases.
    #[serde(flatten)]
    pub forms: BTreeMap<Lang, Vec<String>>,
    /// What it is; an acronym is found exactly as it is written.
    pub kind: TermKind,
    /// Whether a text without it is told at once (`strict`) or only on request (`soft`).
    pub mode: TermMode,
    /// Whether capitals count. Default: for names, organisations and acronyms.
    pub case: Option<bool>,
    /// Words that stay as they are in every language.
    pub keep: Vec<String>,
    /// Words that are not to be used for it, by language.
    pub avoid: BTreeMap<Lang, Vec<String>>,
}

/// What a term is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum TermKind {
    /// A word with its cases.
    #[default]
    Term,
    /// The name of a thing or a place.
    Name,
    /// The name of an organisation.
    Org,
    /// An acronym: `НКО`.
    Acronym,
}

/// How much a term that is missing counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub enum TermMode {
    /// A text without it is wrong.
    #[default]
    Strict,
    /// A text without it may have said it in other words.
    Soft,
}

impl Term {
    /// Whether capitals count.
    pub fn cased(&self) -> bool {
        self.case.unwrap_or(self.kind != TermKind::Term)
    }

    /// Its forms in a language: of `pt-BR`, else of `pt`.
    pub fn forms(&self, lang: &Lang) -> &[String] {
        by_language(&self.forms, lang)
    }
}

/// A person, and the name in each language: `[[person]]` with `ru = ["Магомед Ибрагимов"]`.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Person {
    /// The spellings by language; the first is the one to use.
    pub names: BTreeMap<Lang, Vec<String>>,
}

impl Person {
    /// The spellings in a language.
    pub fn names(&self, lang: &Lang) -> &[String] {
        by_language(&self.names, lang)
    }
}

/// What a table by language says of one: of `pt-BR`, else of `pt`.
pub fn by_language<'t, T>(table: &'t BTreeMap<Lang, Vec<T>>, lang: &Lang) -> &'t [T] {
    let primary = || lang.primary().parse().ok();
    let found = table.get(lang).or_else(|| table.get(&primary()?));
    found.map_or(&[], Vec::as_slice)
}

/// A rule of the project's own: `[[rule]]` with a `pattern` for pages of a language, or with
/// `source` and `target`, whose captures are compared.
#[derive(Debug, Default, Clone, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct RuleFile {
    /// What it is called in findings and ignores.
    #[schemars(with = "String")]
    pub(super) name: Option<Spanned<String>>,
    /// The language it is for: of the page, or of the translation. Default: any.
    pub(super) lang: Option<Lang>,
    /// The language of the source that it is for. Default: any.
    pub(super) source_lang: Option<Lang>,
    /// A regular expression for what must not stand on a page.
    #[schemars(with = "String")]
    pub(super) pattern: Option<Spanned<String>>,
    /// A regular expression for the source: what it finds, or its groups, must be in the translation.
    #[schemars(with = "String")]
    pub(super) source: Option<Spanned<String>>,
    /// A regular expression for the same in the translation.
    #[schemars(with = "String")]
    pub(super) target: Option<Spanned<String>>,
    /// What to say.
    pub(super) message: String,
    /// How much its findings count. Default: that of `[checks.rules]`.
    pub(super) level: Option<Level>,
}

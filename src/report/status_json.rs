//! `status` for machines. The fields are documented here and in `status.schema.json`; a
//! field that changes its meaning gets another number in [`VERSION`].

use schemars::JsonSchema;
use serde::Serialize;

use super::DiagnosticJson;
use crate::project::State;
use crate::text::Lang;
use crate::track::{PairStatus, Status, Survey, Totals, Work};

/// What the field `schema` says.
const VERSION: &str = "sverka.status/1";

/// The output of `sverka status --format json`.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct StatusJson {
    /// Name and version of this form: `sverka.status/1`.
    pub schema: &'static str,
    /// The project's source language.
    pub source: Lang,
    /// The articles, sorted by collection and path.
    pub articles: Vec<ArticleJson>,
    /// Sums for each target language, sorted by language.
    pub totals: Vec<Totals>,
    /// What is wrong with the project or its files.
    pub diagnostics: Vec<DiagnosticJson>,
}

/// An article in all its languages.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ArticleJson {
    /// Path of its source file from the project's root, whether or not the file exists.
    pub path: String,
    /// The number of its collection in `workflow.toml`, from 0.
    pub collection: usize,
    /// The language it was written in.
    pub source: Lang,
    /// Whether the source file exists.
    pub exists: bool,
    /// Its translations, sorted by language.
    pub translations: Vec<TranslationJson>,
}

/// One translation of an article.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TranslationJson {
    /// Its language.
    pub lang: Lang,
    /// Path of its file, as it is or as it would be.
    pub path: String,
    /// `missing`, `untracked`, `stale`, `current`, `orphan` or `unreadable`.
    pub status: Status,
    /// Whether it is stale and yet holds no work for a translator.
    pub mechanical_only: bool,
    /// What a person said of it: `draft`, `translated` or `approved`.
    pub state: Option<&'static str>,
    /// What changed in the source since its base; only when it is stale.
    pub work: Option<Work>,
    /// The path under which its base is still kept, when the article was renamed.
    pub renamed_from: Option<String>,
}

impl StatusJson {
    /// The JSON Schema of this form.
    pub fn schema() -> serde_json::Value {
        schemars::schema_for!(StatusJson).to_value()
    }

    /// The form of a survey.
    pub fn new(source: &Lang, survey: &Survey, diagnostics: Vec<DiagnosticJson>) -> Self {
        let articles = survey.articles.iter().map(|article| ArticleJson {
            path: article.name.clone(),
            collection: article.collection,
            source: article.source_lang.clone(),
            exists: article.has_source,
            translations: article.pairs.iter().map(TranslationJson::new).collect(),
        });
        Self {
            schema: VERSION,
            source: source.clone(),
            articles: articles.collect(),
            totals: survey.totals(),
            diagnostics,
        }
    }
}

impl TranslationJson {
    fn new(pair: &PairStatus) -> Self {
        Self {
            lang: pair.lang.clone(),
            path: pair.path.clone(),
            status: pair.status,
            mechanical_only: pair.is_mechanical(),
            state: pair.state.map(State::name),
            work: pair.work,
            renamed_from: pair.renamed_from.clone(),
        }
    }
}

//! `status` for machines. The fields are documented here and in `status.schema.json`; a
//! field that changes its meaning gets another number in [`VERSION`].

use schemars::JsonSchema;
use serde::Serialize;

use super::DiagnosticJson;
use super::matrix::only_mechanical;
use crate::project::State;
use crate::text::Lang;
use crate::track::{PairStatus, Status, Survey, Work};

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
    pub totals: Vec<TotalsJson>,
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

/// The sums of one language.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TotalsJson {
    /// The language.
    pub lang: Lang,
    /// Translations that do not exist.
    pub missing: usize,
    /// Translations without a base.
    pub untracked: usize,
    /// Stale translations that hold work.
    pub stale: usize,
    /// Stale translations that hold none.
    pub mechanical: usize,
    /// Translations whose base is the source, drafts not counted.
    pub current: usize,
    /// Drafts whose base is the source.
    pub draft: usize,
    /// Translations without a source.
    pub orphan: usize,
    /// Pairs that could not be read.
    pub unreadable: usize,
    /// Segments to touch: added, changed and removed ones.
    pub segments: usize,
    /// Words to translate.
    pub words: usize,
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
            totals: survey
                .totals()
                .into_keys()
                .map(|lang| TotalsJson::new(lang, survey))
                .collect(),
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
            mechanical_only: only_mechanical(pair),
            state: pair.state.map(State::name),
            work: pair.work,
            renamed_from: pair.renamed_from.clone(),
        }
    }
}

impl TotalsJson {
    fn new(lang: Lang, survey: &Survey) -> Self {
        let pairs: Vec<&PairStatus> = survey
            .articles
            .iter()
            .flat_map(|article| &article.pairs)
            .filter(|pair| pair.lang == lang)
            .collect();
        let count = |status: Status| pairs.iter().filter(|pair| pair.status == status).count();
        let mechanical = pairs.iter().filter(|pair| only_mechanical(pair)).count();
        let draft = |pair: &&&PairStatus| {
            pair.status == Status::Current && pair.state == Some(State::Draft)
        };
        let drafts = pairs.iter().filter(draft).count();
        let works = || pairs.iter().filter_map(|pair| pair.work);
        Self {
            missing: count(Status::Missing),
            untracked: count(Status::Untracked),
            stale: count(Status::Stale) - mechanical,
            mechanical,
            current: count(Status::Current) - drafts,
            draft: drafts,
            orphan: count(Status::Orphan),
            unreadable: count(Status::Unreadable),
            segments: works().map(|work: Work| work.segments + work.removed).sum(),
            words: works().map(|work| work.words).sum(),
            lang,
        }
    }
}

//! `bundle` for machines. The fields are documented here and in `bundle.schema.json`; a field that
//! changes its meaning gets another number in [`VERSION`].

use schemars::JsonSchema;
use serde::Serialize;

use super::DiagnosticJson;
use crate::bundle::{Assembled, Done, Policy, Standing};
use crate::text::Lang;

/// What the field `schema` says.
const VERSION: &str = "sverka.bundle/1";

/// The output of `sverka bundle --format json`.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct BundleJson {
    /// Name and version of this form: `sverka.bundle/1`.
    pub schema: &'static str,
    /// The form of the bundles: `site`, `hugo`, `json` and so on.
    pub form: &'static str,
    /// The folder that they are published in, as it was named.
    pub output: String,
    /// What came of it: `published`, `unchanged`, `decided` (with `--dry-run`) or `refused`.
    pub result: &'static str,
    /// How many files the bundles have; only where they are published.
    pub files: Option<usize>,
    /// How many of them were made in this run; the others were taken over.
    pub made: Option<usize>,
    /// The languages, the source first.
    pub languages: Vec<LanguageJson>,
    /// Every article in every language, sorted by source and language.
    pub articles: Vec<ArticleJson>,
    /// What is wrong; with an error among it, nothing is published.
    pub diagnostics: Vec<DiagnosticJson>,
}

/// A language and how much of it is published.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct LanguageJson {
    /// The language.
    pub lang: Lang,
    /// Its address; none if the project names none.
    pub url: Option<String>,
    /// Its folder below the output, empty or with a slash at its end.
    pub folder: String,
    /// Articles that are published as they are.
    pub published: usize,
    /// Articles that are published with a banner.
    pub banner: usize,
    /// Articles in whose place the source is published.
    pub source: usize,
    /// Articles that are not published.
    pub omitted: usize,
}

/// An article in one language.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ArticleJson {
    /// The path of its source file from the project's root.
    pub source: String,
    /// The language.
    pub lang: Lang,
    /// How it stands.
    pub status: Standing,
    /// What becomes of it.
    pub policy: Policy,
    /// Its path below the address of its language, if it is published.
    pub path: Option<String>,
    /// Its whole address, if it is published and the site has one.
    pub url: Option<String>,
    /// The language of the text that readers see, if it is published.
    pub text: Option<Lang>,
    /// Segments that wait for a translator.
    pub waiting: usize,
    /// The release that holds it back.
    pub release: Option<String>,
}

impl BundleJson {
    /// The JSON Schema of this form.
    pub fn schema() -> serde_json::Value {
        schemars::schema_for!(Self).to_value()
    }

    /// The form of what came of a run.
    pub fn new(
        assembled: &Assembled,
        (form, output, decided): (&'static str, &str, bool),
        diagnostics: Vec<DiagnosticJson>,
    ) -> Self {
        let (result, files, made) = match assembled.done {
            Done::Nothing if decided => ("decided", None, None),
            Done::Nothing => ("refused", None, None),
            Done::Unchanged { files } => ("unchanged", Some(files), Some(0)),
            Done::Published { files, made, .. } => ("published", Some(files), Some(made)),
        };
        Self {
            schema: VERSION,
            form,
            output: output.to_owned(),
            result,
            files,
            made,
            languages: languages(assembled),
            articles: articles(assembled),
            diagnostics,
        }
    }
}

fn languages(assembled: &Assembled) -> Vec<LanguageJson> {
    let plan = &assembled.plan;
    let editions = plan.editions.iter().enumerate().map(|(number, edition)| {
        let of = |policy: Policy| {
            let pages = plan.pages.iter().filter(|page| page.edition == number);
            pages.filter(|page| page.policy == policy).count()
        };
        LanguageJson {
            lang: edition.lang.clone(),
            url: edition.absolute(""),
            folder: edition.folder.clone(),
            published: of(Policy::Publish),
            banner: of(Policy::Banner),
            source: of(Policy::Source),
            omitted: plan
                .withheld
                .iter()
                .filter(|one| one.lang == edition.lang)
                .count(),
        }
    });
    editions.collect()
}

fn articles(assembled: &Assembled) -> Vec<ArticleJson> {
    let plan = &assembled.plan;
    let known = &assembled.gathering.articles;
    let entry = |article: usize, lang: &Lang, status, policy| {
        let article = &known[article];
        ArticleJson {
            source: article.name.clone(),
            lang: lang.clone(),
            status,
            policy,
            path: None,
            url: None,
            text: None,
            waiting: article.told(lang).map_or(0, |told| told.waiting),
            release: None,
        }
    };
    let pages = plan.pages.iter().map(|page| {
        let edition = &plan.editions[page.edition];
        ArticleJson {
            path: Some(page.path.clone()),
            url: edition.absolute(&page.path),
            text: Some(page.text.clone()),
            ..entry(page.article, &edition.lang, page.standing, page.policy)
        }
    });
    let withheld = plan.withheld.iter().map(|one| ArticleJson {
        release: one.release.clone(),
        ..entry(one.article, &one.lang, one.standing, one.policy)
    });
    let mut out: Vec<ArticleJson> = pages.chain(withheld).collect();
    out.sort_by(|a, b| (&a.source, &a.lang).cmp(&(&b.source, &b.lang)));
    out
}

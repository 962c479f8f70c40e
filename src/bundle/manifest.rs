//! `manifest.json` and `SHA256SUMS`: what is in a bundle, and why.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::form::Planned;
use super::plan::{Edition, Page};
use super::record::{Kept, Record};
use super::standing::{Policy, Standing};
use super::work::Work;
use crate::project::{ProjectError, Staging};
use crate::text::{Digest, Lang};

/// Its name in each bundle.
pub(super) const MANIFEST: &str = "manifest.json";
/// The name of the list of digests, as `sha256sum --check` reads it.
pub(super) const SUMS: &str = "SHA256SUMS";
/// What the field `schema` says.
pub(super) const VERSION: &str = "sverka.manifest/1";

/// What is in a bundle, and why.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Manifest {
    /// Name and version of this form: `sverka.manifest/1`.
    pub schema: String,
    /// The version of the program that assembled it.
    pub sverka: String,
    /// The form of the bundle: `site`, `hugo`, `json` and so on.
    pub form: String,
    /// Its language; none for what stands beside the bundles of languages.
    pub lang: Option<Lang>,
    /// The address of the site in this language.
    pub url: Option<String>,
    /// The articles of this language, published or not, by the path of the source.
    pub articles: Vec<ArticleEntry>,
    /// The files of the bundle but for this one and `SHA256SUMS`, by path.
    pub files: Vec<FileEntry>,
}

/// An article in the language of the bundle.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ArticleEntry {
    /// The path of its source file, from the root of the project.
    pub source: String,
    /// How it stood.
    pub status: Standing,
    /// What the policy made of that.
    pub policy: Policy,
    /// Its path below the address of the bundle, if it is published.
    pub path: Option<String>,
    /// The language of the text that readers see, if it is published.
    pub text: Option<Lang>,
    /// The release that holds it back.
    pub release: Option<String>,
    /// The SHA-256 of its source file.
    pub source_hash: Option<String>,
    /// The SHA-256 of the file of the translation.
    pub target_hash: Option<String>,
    /// The SHA-256 of the base that the translation reflects.
    pub base_hash: Option<String>,
}

/// A file of the bundle.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct FileEntry {
    /// Its path in the bundle.
    pub path: String,
    /// Its size in bytes.
    pub size: u64,
    /// Its SHA-256.
    pub sha256: String,
}

impl Manifest {
    /// The JSON Schema of this form.
    pub fn schema() -> serde_json::Value {
        schemars::schema_for!(Self).to_value()
    }
}

/// Writes both files of each bundle, and notes them in the record.
pub(super) fn write(
    (work, form): (&Work<'_>, &str),
    files: &[Planned],
    (staging, record): (&Staging<'_>, &mut Record),
) -> Result<(), ProjectError> {
    let mut bundles: BTreeMap<&str, Vec<FileEntry>> = BTreeMap::new();
    for edition in &work.plan.editions {
        bundles.insert(&edition.folder, Vec::new());
    }
    for file in files {
        if let Some(kept) = record.files.get(&file.whole_path()) {
            bundles.entry(&file.folder).or_default().push(FileEntry {
                path: file.path.clone(),
                size: kept.facts.size,
                sha256: kept.digest.to_string(),
            });
        }
    }
    for (folder, mut files) in bundles {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let edition = work
            .plan
            .editions
            .iter()
            .position(|one| one.folder == folder);
        let manifest = Manifest {
            schema: VERSION.to_owned(),
            sverka: env!("CARGO_PKG_VERSION").to_owned(),
            form: form.to_owned(),
            lang: edition.map(|number| work.plan.editions[number].lang.clone()),
            url: edition.and_then(|number| work.plan.editions[number].absolute("")),
            articles: edition.map_or(Vec::new(), |number| articles(work, number)),
            files,
        };
        let mut text = serde_json::to_string_pretty(&manifest).unwrap_or_default();
        text.push('\n');
        let mut sums = String::new();
        let own = Digest::of(text.as_bytes()).to_string();
        let listed = manifest
            .files
            .iter()
            .map(|file| (file.path.as_str(), file.sha256.as_str()));
        let mut listed: Vec<(&str, &str)> = listed.chain([(MANIFEST, own.as_str())]).collect();
        listed.sort_unstable();
        for (path, digest) in listed {
            let _ = writeln!(sums, "{digest}  {path}");
        }
        for (name, text) in [(MANIFEST, text), (SUMS, sums)] {
            let path = format!("{folder}{name}");
            let digest = Digest::of(text.as_bytes());
            let facts = staging.write(&path, text.as_bytes())?;
            record.files.insert(
                path,
                Kept {
                    key: digest,
                    digest,
                    facts,
                    told: false,
                },
            );
        }
    }
    Ok(())
}

/// The articles of one language.
fn articles(work: &Work<'_>, number: usize) -> Vec<ArticleEntry> {
    let edition: &Edition = &work.plan.editions[number];
    let pages = work.plan.pages.iter().filter(|page| page.edition == number);
    let published = pages.map(|page: &Page| ArticleEntry {
        path: Some(page.path.clone()),
        text: Some(page.text.clone()),
        ..entry(
            work,
            page.article,
            (&edition.lang, page.standing, page.policy),
        )
    });
    let withheld = work
        .plan
        .withheld
        .iter()
        .filter(|one| one.lang == edition.lang);
    let withheld = withheld.map(|one| ArticleEntry {
        release: one.release.clone(),
        ..entry(work, one.article, (&edition.lang, one.standing, one.policy))
    });
    let mut out: Vec<ArticleEntry> = published.chain(withheld).collect();
    out.sort_by(|a, b| a.source.cmp(&b.source));
    out
}

fn entry(
    work: &Work<'_>,
    article: usize,
    (lang, status, policy): (&Lang, Standing, Policy),
) -> ArticleEntry {
    let article = &work.articles[article];
    let digest = |lang: &Lang| {
        let facts = article.told(lang)?.facts.as_ref()?;
        Some(facts.digest.to_string())
    };
    let base = article.told(lang).and_then(|told| told.base);
    ArticleEntry {
        source: article.name.clone(),
        status,
        policy,
        path: None,
        text: None,
        release: None,
        source_hash: digest(&article.source),
        target_hash: digest(lang).filter(|_| *lang != article.source),
        base_hash: base.map(|base| base.to_string()),
    }
}

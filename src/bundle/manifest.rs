//! `manifest.json` and `SHA256SUMS`: what is in a bundle, and why.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use rayon::prelude::*;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::form::{Form, Planned};
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
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Manifest {
    /// Name and version of this form: `sverka.manifest/1`.
    pub schema: String,
    /// The version of the program that assembled it.
    pub sverka: String,
    /// The form of the bundle: `site`, `hugo`, `json` and so on.
    pub form: String,
    /// Its language; none for a bundle of several, and for what stands beside the bundles of languages.
    pub lang: Option<Lang>,
    /// The address of the site in this language.
    pub url: Option<String>,
    /// The articles of its languages, published or not, by the path of the source.
    pub articles: Vec<ArticleEntry>,
    /// The files of the bundle but for this one and `SHA256SUMS`, by path.
    pub files: Vec<FileEntry>,
}

/// An article in a language of the bundle.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ArticleEntry {
    /// The path of its source file, from the root of the project.
    pub source: String,
    /// The language.
    pub lang: Lang,
    /// How it stood.
    pub status: Standing,
    /// What the policy made of that.
    pub policy: Policy,
    /// Its path below the address of the bundle, or in the bundle, if it is published.
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
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
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

    /// The digest of all that it says.
    pub(super) fn digest(&self) -> Digest {
        Digest::of(&serde_json::to_vec(self).unwrap_or_default())
    }

    /// Both files of a bundle, by name: this manifest with its files in their order, and the list of
    /// digests.
    pub(super) fn texts(&mut self) -> [(&'static str, String); 2] {
        self.files.sort_by(|a, b| a.path.cmp(&b.path));
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        let sums = self.sums(&Digest::of(text.as_bytes()).to_string());
        [(MANIFEST, text), (SUMS, sums)]
    }

    /// The list of digests; `own` is that of the manifest as it is written.
    pub(super) fn sums(&self, own: &str) -> String {
        let files = self.files.iter();
        let files = files.map(|file| (file.path.as_str(), file.sha256.as_str()));
        let mut all: Vec<(&str, &str)> = files.chain([(MANIFEST, own)]).collect();
        all.sort_unstable();
        let mut out = String::new();
        for (path, digest) in all {
            // `sha256sum` says so where a name has what ends a line.
            let odd = path.contains(['\\', '\n', '\r']);
            let sign = if odd { "\\" } else { "" };
            let path = path.replace('\\', "\\\\").replace('\n', "\\n");
            let _ = writeln!(out, "{sign}{digest}  {}", path.replace('\r', "\\r"));
        }
        out
    }
}

/// What the manifest of each bundle says but for its files, by the folder of the bundle.
pub(super) fn heads(
    work: &Work<'_>,
    (form, name): (&dyn Form, &str),
    files: &[Planned],
) -> BTreeMap<String, Manifest> {
    let mut bundles: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for file in files {
        bundles.entry(file.folder.clone()).or_default();
    }
    for edition in 0..work.plan.editions.len() {
        let folder = form.folder(work, edition);
        bundles.entry(folder).or_default().push(edition);
    }
    let head = |(folder, editions): (String, Vec<usize>)| {
        let one = match editions[..] {
            [one] => Some(&work.plan.editions[one]),
            _ => None,
        };
        let all = editions
            .iter()
            .flat_map(|number| articles(work, form, *number));
        let mut articles: Vec<ArticleEntry> = all.collect();
        articles.sort_by(|a, b| (&a.source, &a.lang).cmp(&(&b.source, &b.lang)));
        let manifest = Manifest {
            schema: VERSION.to_owned(),
            sverka: env!("CARGO_PKG_VERSION").to_owned(),
            form: name.to_owned(),
            lang: one.map(|one| one.lang.clone()),
            url: one.and_then(|one| one.absolute("")),
            articles,
            files: Vec::new(),
        };
        (folder, manifest)
    };
    let bundles: Vec<_> = bundles.into_iter().collect();
    bundles.into_par_iter().map(head).collect()
}

/// Writes both files of each bundle, and notes them in the record.
pub(super) fn write(
    heads: BTreeMap<String, Manifest>,
    files: &[Planned],
    (staging, record): (&Staging<'_>, &mut Record),
) -> Result<(), ProjectError> {
    let mut bundles: BTreeMap<&str, Vec<FileEntry>> = BTreeMap::new();
    let entry = |file: &Planned| {
        let kept = record.files.get(&file.whole_path())?;
        Some(FileEntry {
            path: file.path.clone(),
            size: kept.facts.size,
            sha256: kept.digest.to_string(),
        })
    };
    let entries: Vec<_> = files.par_iter().map(entry).collect();
    for (file, entry) in files.iter().zip(entries) {
        bundles.entry(&file.folder).or_default().extend(entry);
    }
    let heads = heads.into_iter().map(|(folder, head)| {
        let files = bundles.remove(folder.as_str()).unwrap_or_default();
        (folder, Manifest { files, ..head })
    });
    let heads: Vec<(String, Manifest)> = heads.collect();
    let texts = heads
        .into_par_iter()
        .map(|(folder, mut head)| (folder, head.texts()));
    for (folder, texts) in texts.collect::<Vec<_>>() {
        for (name, text) in texts {
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
fn articles(work: &Work<'_>, form: &dyn Form, number: usize) -> Vec<ArticleEntry> {
    let edition: &Edition = &work.plan.editions[number];
    let pages = work.plan.pages.iter().enumerate();
    let pages = pages.filter(|(_, page)| page.edition == number);
    let published = pages.map(|(at, page): (usize, &Page)| ArticleEntry {
        path: Some(form.place(work, at)),
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
    published.chain(withheld).collect()
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
        lang: lang.clone(),
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

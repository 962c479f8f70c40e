//! Reads every article once: how each of its languages stands, and what each file says of itself.
//!
//! What is kept of an article are facts of a few hundred bytes; its texts are let go of before the
//! next one. An article none of whose files has changed since the last run is not judged again: what
//! was known of it is found by the digest of all that it was worked out from.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::facts::Facts;
use super::settings::Settings;
use super::standing::{self, Standing};
use crate::diagnostic::{Diagnostic, Severity};
use crate::project::{Article, Discovery, Project, ProjectError, Root};
use crate::text::{Digest, Digester, Lang};
use crate::track::{ArticleStatus, Sources, Surveyor};

/// What is known of one article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Gathered {
    /// The number of its collection.
    pub collection: usize,
    /// What tells it apart in its collection.
    pub key: String,
    /// The path of its source file.
    pub name: String,
    /// The path that its source file had when it was last translated, if it had another.
    #[serde(default)]
    pub renamed_from: Option<String>,
    /// The language it was written in.
    pub source: Lang,
    /// Each of its languages, the source first, then by language.
    pub texts: Vec<Told>,
}

/// What is known of one article in one language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Told {
    /// The language.
    pub lang: Lang,
    /// The path of its file: as it is, or as it would be.
    pub path: String,
    /// Everything that holds for it, but for the clock.
    pub standings: Vec<Standing>,
    /// Segments that wait for a translator.
    pub waiting: usize,
    /// The digest of the base that it reflects.
    pub base: Option<Digest>,
    /// What its file says; none if there is none or it cannot be read.
    pub facts: Option<Facts>,
}

impl Gathered {
    /// What is known of it in a language.
    pub fn told(&self, lang: &Lang) -> Option<&Told> {
        self.texts.iter().find(|told| told.lang == *lang)
    }

    /// What its source says.
    pub fn source_facts(&self) -> Option<&Facts> {
        self.told(&self.source)?.facts.as_ref()
    }
}

/// What was known of articles, by the digest of all that it was worked out from.
pub(super) type Known = BTreeMap<Digest, Gathered>;

/// All articles of the collections that are published.
pub struct Gathering {
    /// What is known of them, in the order of the discovery.
    pub articles: Vec<Gathered>,
    /// The digest of what each was worked out from; none where something was wrong.
    pub digests: Vec<Option<Digest>>,
    /// What was wrong with their files.
    pub diagnostics: Vec<Diagnostic>,
    /// Whether it is not what was known before.
    pub grown: bool,
}

/// Reads the articles of a project, many at once. `salt` is what else the facts depend on: the
/// project file and the program.
pub(super) fn gather(
    (project, discovery, settings): (&Project, &Discovery, &Settings),
    (mut known, salt): (Known, &Digest),
    done: &(dyn Fn() + Sync),
) -> Result<Gathering, ProjectError> {
    let surveyor = Surveyor::new(project, discovery)?;
    let published = |article: &&Article| {
        settings
            .collections
            .get(article.collection)
            .is_some_and(|one| one.publish)
    };
    let articles: Vec<&Article> = discovery.articles.iter().filter(published).collect();
    let read = articles
        .into_par_iter()
        .enumerate()
        .map(|(index, article)| {
            let found = one(
                project,
                &surveyor,
                (index, article),
                (settings, &known, salt),
            );
            done();
            found
        });
    let read: Vec<One> = read.collect();
    let mut out = Gathering {
        articles: Vec::new(),
        digests: Vec::new(),
        diagnostics: surveyor.diagnostics(None),
        grown: false,
    };
    for one in read {
        match one {
            One::Known(digest) => {
                out.articles.extend(known.remove(&digest));
                out.digests.push(Some(digest));
            }
            One::Judged(article, digest, wrong) => {
                out.grown = true;
                out.articles.push(*article);
                out.digests.push(digest);
                out.diagnostics.extend(wrong);
            }
        }
    }
    out.grown |= !known.is_empty();
    Ok(out)
}

/// What came of looking at one article.
enum One {
    /// It is known by this digest.
    Known(Digest),
    /// It was judged: the digest that it will be known by, and what was wrong.
    Judged(Box<Gathered>, Option<Digest>, Vec<Diagnostic>),
}

/// What was found at a path.
type Found<T> = Result<Option<T>, Box<Diagnostic>>;

fn one(
    project: &Project,
    surveyor: &Surveyor<'_>,
    (index, article): (usize, &Article),
    (settings, known, salt): (&Settings, &Known, &Digest),
) -> One {
    let mut digester = Digester::default();
    digester.join(salt).add(article.key.as_bytes());
    let mut files: Vec<(String, Found<Vec<u8>>)> = Vec::new();
    let paths = article.files.values().map(ToString::to_string);
    for path in paths.chain(surveyor.recorded(article)) {
        let found = project.root.raw_if_any(&path);
        digester.add(path.as_bytes());
        if let Ok(Some(bytes)) = &found {
            // A base mostly is its source, and need not be digested again.
            let same = |(_, other): &&(String, Found<Vec<u8>>)| matches!(other, Ok(Some(other)) if other == bytes);
            match files.iter().find(same) {
                Some((other, _)) => digester.add(b"=").add(other.as_bytes()),
                None => digester.add(bytes),
            };
        }
        files.push((path, found));
    }
    let whole = files.iter().all(|(_, found)| found.is_ok());
    let digest = digester.finish();
    if whole && known.contains_key(&digest) {
        return One::Known(digest);
    }
    let texts = files.into_iter().map(|(path, found)| {
        let text = found.and_then(|bytes| {
            let text = bytes.map(|bytes| Root::as_text(&path, bytes));
            text.transpose()
        });
        (path, text)
    });
    let texts: BTreeMap<String, Found<String>> = texts.collect();
    let whole = texts.values().all(Result::is_ok);
    let read = |path: &str| texts.get(path).cloned().unwrap_or(Ok(None));
    let (gathered, wrong) = surveyor.judge_by((index, article), &read, |sources, status| {
        told(sources, &status, (settings, &read))
    });
    // What is wrong is told again in the next run.
    let digest = (whole && wrong.is_empty()).then_some(digest);
    One::Judged(Box::new(gathered), digest, wrong)
}

/// Gives a file that was read.
type Read<'a> = &'a dyn Fn(&str) -> Found<String>;

fn told(
    sources: &mut Sources<'_>,
    status: &ArticleStatus,
    (settings, read): (&Settings, Read<'_>),
) -> (Gathered, Vec<Diagnostic>) {
    let article = sources.article;
    let mut wrong = status.diagnostics.clone();
    let mut facts = |lang: &Lang, path: &str| {
        let text = sources.texts.get(lang)?;
        let (facts, bad) = Facts::read(path, text, &settings.time_zone);
        wrong.extend(bad);
        Some(facts)
    };
    let source = &status.source_lang;
    let path = article.path(source);
    let found = facts(source, &path);
    let mut texts = vec![Told {
        lang: source.clone(),
        standings: standing::of_source(status.has_source, found.is_some()),
        waiting: 0,
        base: None,
        facts: found,
        path,
    }];
    for pair in &status.pairs {
        let recorded = pair.renamed_from.as_ref().unwrap_or(&status.name);
        let base = crate::project::Store::base_path(&pair.lang, recorded);
        let base = read(&base).ok().flatten();
        texts.push(Told {
            lang: pair.lang.clone(),
            path: pair.path.clone(),
            standings: standing::of_translation(pair),
            waiting: pair.work.map_or(0, |work| work.segments + work.removed),
            base: base.map(|text| Digest::of(text.as_bytes())),
            facts: facts(&pair.lang, &pair.path),
        });
    }
    // What is remarkable to a translator is not what stops a publisher.
    wrong.retain(|found| found.severity == Severity::Error);
    let gathered = Gathered {
        collection: status.collection,
        key: article.key.clone(),
        name: status.name.clone(),
        renamed_from: status
            .pairs
            .iter()
            .find_map(|pair| pair.renamed_from.clone()),
        source: source.clone(),
        texts,
    };
    (gathered, wrong)
}

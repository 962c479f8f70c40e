//! Reads every article once: how each of its languages stands, and what each file says of itself.
//!
//! What is kept of an article are facts of a few hundred bytes; its texts are let go of before the
//! next one. An article none of whose files has been touched since the last run is not read again, and
//! one none of whose files says anything else is not judged again ([`known`]).

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::facts::Facts;
use super::known::{self, Entry, Known, Traces, part_of};
use super::settings::Settings;
use super::standing::{self, Standing};
use crate::diagnostic::{Diagnostic, Severity};
use crate::project::{Article, Discovery, Project, ProjectError, Root, Stamp};
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

/// All articles of the collections that are published.
pub struct Gathering {
    /// What is known of them, in the order of the discovery.
    pub articles: Vec<Gathered>,
    /// What was wrong with their files.
    pub diagnostics: Vec<Diagnostic>,
    /// What each was worked out from; none where something was wrong.
    traces: Vec<Option<Traces>>,
    /// The parts of what is known in which it is not what was known before.
    grown: BTreeSet<usize>,
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
    let read = articles.par_iter().enumerate().map(|(index, article)| {
        let found = one(
            project,
            &surveyor,
            (index, article),
            (settings, known.get(article), salt),
        );
        done();
        found
    });
    let read: Vec<One> = read.collect();
    let mut out = Gathering {
        articles: Vec::with_capacity(read.len()),
        diagnostics: surveyor.diagnostics(None),
        traces: Vec::with_capacity(read.len()),
        grown: BTreeSet::new(),
    };
    for (one, article) in read.into_iter().zip(&articles) {
        let old = known.take(article);
        let (gathered, traces) = match (one, old) {
            (One::Known(traces), Some(old)) => {
                let traces = traces.unwrap_or_else(|| old.traces.clone());
                if traces != old.traces {
                    out.grown.insert(part_of(&article.key));
                }
                (old.article, Some(traces))
            }
            (One::Judged(gathered, traces, wrong), _) => {
                out.grown.insert(part_of(&article.key));
                out.diagnostics.extend(wrong);
                (*gathered, traces)
            }
            // Nothing is known without having been known.
            (One::Known(_), None) => continue,
        };
        out.articles.push(gathered);
        out.traces.push(traces);
    }
    out.grown.extend(known.left());
    Ok(out)
}

impl Gathering {
    /// The digest of all that was read; none where something was wrong.
    pub(super) fn digest(&self) -> Option<Digest> {
        let mut digester = Digester::default();
        for traces in &self.traces {
            digester.join(&traces.as_ref()?.digest);
        }
        Some(digester.finish())
    }

    /// Keeps what was worked out, if it is not what was known.
    pub(super) fn keep(&self, root: &Root, salt: &Digest) {
        let all = self.traces.iter().zip(&self.articles);
        let all = all.filter_map(|(traces, article)| Some((traces.as_ref()?, article)));
        known::keep((root, salt), &self.grown, all);
    }
}

/// What came of looking at one article.
enum One {
    /// It is what it was; with what it was worked out from if that is not as it was any more.
    Known(Option<Traces>),
    /// It was judged: what it was worked out from, and what was wrong.
    Judged(Box<Gathered>, Option<Traces>, Vec<Diagnostic>),
}

/// What was found at a path.
type Found<T> = Result<Option<T>, Box<Diagnostic>>;

fn one(
    project: &Project,
    surveyor: &Surveyor<'_>,
    (index, article): (usize, &Article),
    (settings, known, salt): (&Settings, Option<&Entry>, &Digest),
) -> One {
    let paths = article.files.values().map(ToString::to_string);
    let paths: Vec<String> = paths.chain(surveyor.recorded(article)).collect();
    if known.is_some_and(|known| untouched(project, &known.traces, &paths)) {
        return One::Known(None);
    }
    let mut digester = Digester::default();
    digester.join(salt).add(article.key.as_bytes());
    let mut files: Vec<(String, Found<Vec<u8>>)> = Vec::new();
    let mut stamps = Vec::new();
    for path in paths {
        // What is changed while it is read is read again by the next run.
        let stamp = project.root.stamp_if_any(&path).ok().flatten();
        stamps.push((path.clone(), stamp.filter(Stamp::is_settled)));
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
    let traces = Traces {
        digest: digester.finish(),
        files: stamps,
    };
    let whole = files.iter().all(|(_, found)| found.is_ok());
    if whole && known.is_some_and(|known| known.traces.digest == traces.digest) {
        return One::Known(Some(traces));
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
    let traces = (whole && wrong.is_empty()).then_some(traces);
    One::Judged(Box::new(gathered), traces, wrong)
}

/// Whether an article was worked out from these files and nobody has touched one of them since.
fn untouched(project: &Project, known: &Traces, paths: &[String]) -> bool {
    let files = known.files.iter();
    files.clone().map(|(path, _)| path).eq(paths)
        && files.clone().all(|(path, known)| {
            let stamp = known.as_ref().map(|_| project.root.stamp_if_any(path));
            matches!((stamp, known), (Some(Ok(Some(stamp))), Some(known)) if stamp == *known)
        })
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

//! All articles of a project, judged in parallel, one at a time each.
//!
//! An article is read, judged and dropped before the next one: what is kept is a few numbers
//! for each translation, so memory does not grow with the length of the articles.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::pair::{PairStatus, ReadFile, Records, Sources};
use super::renames;
use super::totals::Totals;
use crate::diagnostic::{Code, Diagnostic};
use crate::project::{Article, Discovery, Project, ProjectError, Store};
use crate::text::{Lang, Span};

/// One article, judged in all its languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleStatus {
    /// Where it stands in [`Discovery::articles`].
    pub index: usize,
    /// The path of its source file.
    pub name: String,
    /// The number of its collection.
    pub collection: usize,
    /// Its source language.
    pub source_lang: Lang,
    /// Whether the source exists.
    pub has_source: bool,
    /// Its translations, by language.
    pub pairs: Vec<PairStatus>,
    /// What was wrong with its files.
    pub diagnostics: Vec<Diagnostic>,
}

/// All articles, and what was wrong with the project as a whole.
#[derive(Debug, Clone, Default)]
pub struct Survey {
    /// The articles, by collection and path.
    pub articles: Vec<ArticleStatus>,
    /// What stands in the way of reading more, by place.
    pub diagnostics: Vec<Diagnostic>,
}

/// Which translations to look at.
#[derive(Default)]
pub struct Scope<'a> {
    /// Only these languages; all when empty.
    pub languages: &'a [Lang],
    /// Only articles that this accepts.
    pub articles: Option<&'a (dyn Fn(&Article) -> bool + Sync)>,
    /// Called when an article is done.
    pub progress: Option<&'a (dyn Fn() + Sync)>,
}

/// Judges the articles of a project.
pub fn survey(
    project: &Project,
    discovery: &Discovery,
    scope: &Scope<'_>,
) -> Result<Survey, ProjectError> {
    let surveyor = Surveyor::new(project, discovery)?;
    let mut articles = surveyor.visit(surveyor.wanted(scope), scope, &|_, status| status);
    articles.sort_by(|a, b| (a.collection, &a.name).cmp(&(b.collection, &b.name)));
    let names = articles
        .iter()
        .map(|article| article.name.clone())
        .collect();
    let whole = scope.articles.is_none();
    Ok(Survey {
        diagnostics: surveyor.diagnostics(whole.then_some(&names)),
        articles,
    })
}

/// What it takes to judge the articles of a project: its records, listed once.
pub struct Surveyor<'p> {
    project: &'p Project,
    discovery: &'p Discovery,
    records: Records,
    /// Bases that belong to no file under its name.
    stray: Vec<(Lang, String)>,
}

impl<'p> Surveyor<'p> {
    /// Lists the records.
    pub fn new(project: &'p Project, discovery: &'p Discovery) -> Result<Self, ProjectError> {
        let mut records = Records::of(&project.store())?;
        let stray = renames::stray(discovery, &records);
        records.renamed = renames::find(project, discovery, (&stray, &records));
        Ok(Self {
            project,
            discovery,
            records,
            stray,
        })
    }

    /// The articles that are wanted, with their numbers in the discovery.
    pub fn wanted(&self, scope: &Scope<'_>) -> Vec<(usize, &'p Article)> {
        let all = self.discovery.articles.iter().enumerate();
        all.filter(|found| scope.articles.is_none_or(|wants| wants(found.1)))
            .collect()
    }

    /// Judges articles, many at once, and hands each of them to `take` while its texts are still there.
    pub fn visit<T: Send>(
        &self,
        articles: Vec<(usize, &'p Article)>,
        scope: &Scope<'_>,
        take: &(dyn Fn(&mut Sources<'_>, ArticleStatus) -> T + Sync),
    ) -> Vec<T> {
        let taken = articles.into_par_iter().map(|(index, article)| {
            let mut sources = Sources::read(self.project, article, scope.languages);
            let status = self.judge(index, &mut sources, scope.languages);
            let taken = take(&mut sources, status);
            if let Some(done) = scope.progress {
                done();
            }
            taken
        });
        taken.collect()
    }

    /// Judges the translations of an article into some languages; into all, if none are given.
    pub fn judge(
        &self,
        index: usize,
        sources: &mut Sources<'_>,
        languages: &[Lang],
    ) -> ArticleStatus {
        judge(index, sources, &self.records, languages)
    }

    /// Judges an article by what `read` gives of its files, and hands it to `take` while its texts are
    /// still there.
    pub fn judge_by<T>(
        &self,
        (index, article): (usize, &Article),
        read: ReadFile<'_>,
        take: impl FnOnce(&mut Sources<'_>, ArticleStatus) -> T,
    ) -> T {
        let mut sources = Sources::read_by(self.project, article, (&[], Some(read)));
        let status = judge(index, &mut sources, &self.records, &[]);
        take(&mut sources, status)
    }

    /// The paths of everything that was recorded of an article: its bases and reviews.
    pub fn recorded(&self, article: &Article) -> Vec<String> {
        let mut out = Vec::new();
        for lang in self.project.config.languages() {
            for source in article.files.values() {
                let key = (lang.clone(), source.to_string());
                let old = self.records.renamed.get(&key);
                if self.records.bases.contains(&key) {
                    out.push(Store::base_path(lang, source));
                } else if let Some(old) = old {
                    out.push(Store::base_path(lang, old));
                }
                if self.records.reviews.contains(&key) {
                    out.push(Store::review_path(lang, source));
                }
            }
        }
        out
    }

    /// What stands in the way of reading more, by place. What no article has a use for is known
    /// where all of them were visited: `names` are the paths of their sources.
    pub fn diagnostics(&self, names: Option<&BTreeSet<String>>) -> Vec<Diagnostic> {
        let mut out = self.discovery.diagnostics.clone();
        let Some(names) = names else { return out };
        let settled: BTreeSet<(&Lang, &String)> = self
            .records
            .renamed
            .iter()
            .map(|((lang, _), old)| (lang, old))
            .collect();
        let lost = self
            .stray
            .iter()
            .filter(|(lang, path)| !settled.contains(&(lang, path)) && !names.contains(path));
        out.extend(lost.map(|(lang, path)| {
            let place = Span::file(Store::base_path(lang, path));
            Diagnostic::new(Code::STRAY_BASE, place).with("lang", lang)
        }));
        out
    }
}

/// Judges an article as it was, and hands it to `take`: `read` gives what its files said then.
///
/// Records that were kept under another name of the article are not looked for.
pub fn visit_past<T>(
    project: &Project,
    article: &Article,
    (languages, read): (&[Lang], ReadFile<'_>),
    take: impl FnOnce(&mut Sources<'_>, ArticleStatus) -> T,
) -> T {
    let mut then = article.clone();
    // A file that is gone since was there, too.
    for lang in project.config.languages() {
        let path = article.path(lang);
        let there = !article.rules().excludes(&path) && !matches!(read(&path), Ok(None));
        if there {
            then.files.insert(lang.clone(), path.into());
        } else {
            then.files.remove(lang);
        }
    }
    let mut sources = Sources::read_by(project, &then, (languages, Some(read)));
    let mut records = Records::default();
    for lang in sources.targets() {
        let base = Store::base_path(&lang, &sources.name());
        if matches!(read(&base), Ok(Some(_))) {
            records.bases.insert((lang.clone(), sources.name()));
        }
        let review = Store::review_path(&lang, &sources.name());
        if matches!(read(&review), Ok(Some(_))) {
            records.reviews.insert((lang, sources.name()));
        }
    }
    let status = judge(0, &mut sources, &records, languages);
    take(&mut sources, status)
}

fn judge(
    index: usize,
    sources: &mut Sources<'_>,
    records: &Records,
    languages: &[Lang],
) -> ArticleStatus {
    let wanted = |lang: &Lang| languages.is_empty() || languages.contains(lang);
    let targets: Vec<Lang> = sources.targets().into_iter().filter(wanted).collect();
    let pairs = targets
        .iter()
        .map(|lang| sources.judge(lang, records))
        .collect();
    ArticleStatus {
        index,
        name: sources.name(),
        collection: sources.article.collection,
        has_source: sources.article.files.contains_key(&sources.source_lang),
        source_lang: sources.source_lang.clone(),
        pairs,
        diagnostics: sources.diagnostics.clone(),
    }
}

impl Survey {
    /// The sums of each language, by language.
    pub fn totals(&self) -> Vec<Totals> {
        let mut out: BTreeMap<&Lang, Totals> = BTreeMap::new();
        for pair in self.articles.iter().flat_map(|article| &article.pairs) {
            let totals = out
                .entry(&pair.lang)
                .or_insert_with(|| Totals::new(pair.lang.clone()));
            totals.add(pair);
        }
        out.into_values().collect()
    }

    /// Everything that was wrong, with the project and with its articles.
    pub fn all_diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter().chain(
            self.articles
                .iter()
                .flat_map(|article| &article.diagnostics),
        )
    }
}

//! Files of messages, checked language by language: what is loaded together is looked at together.
//!
//! The sources are read once. Then each language is read, laid beside them, checked as a whole and
//! let go of, so that memory holds one language for each thread, however many there are.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::ignores::IgnoreList;
use super::looked::{Looked, mended};
use super::shared::Shared;
use crate::checks::engine::{
    Bundle, Checked, Defined, Finding, Page, Rules, check_bundle, check_source, check_translation,
    stale_keys,
};
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Format};
use crate::project::{Article, Loaded, Project};
use crate::text::Lang;
use crate::track::{ArticleStatus, Scope, Sources, Surveyor};

/// Whether an article is a file of messages.
pub(super) fn is_interface(article: &Article) -> bool {
    Format::of(&article.name()) == Format::Fluent
}

/// What is kept of one file of messages in all its languages.
pub(super) struct KeptFile {
    /// What was found.
    pub(super) looked: Looked,
    /// The state of its translations.
    pub(super) pairs: ArticleStatus,
}

/// What is kept of all of them.
#[derive(Default)]
pub(super) struct Kept {
    /// File by file.
    pub(super) files: Vec<KeptFile>,
    /// The messages of the source language.
    pub(super) defined: Vec<Defined>,
    /// What could not be read of files that are loaded beside them.
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// A way through the files of messages of a project.
pub(super) struct Round<'a> {
    pub(super) project: &'a Project,
    pub(super) surveyor: &'a Surveyor<'a>,
    pub(super) rules: &'a Rules,
    pub(super) scope: &'a Scope<'a>,
    pub(super) list: &'a IgnoreList,
}

/// What one language adds to what is known of a file.
struct Piece {
    file: usize,
    checked: Checked,
    status: ArticleStatus,
    texts: BTreeMap<String, String>,
}

/// A file of the source language, read.
struct Source<'a> {
    index: usize,
    /// Whether it is asked about; if not, it is only loaded beside those that are.
    wanted: bool,
    sources: Sources<'a>,
    document: Option<Arc<Document>>,
}

impl<'a> Round<'a> {
    /// Checks files of messages, those that are loaded together side by side. The files that are not
    /// asked about are loaded with them.
    pub(super) fn check(&self, articles: &[(usize, &'a Article)]) -> Kept {
        let mut out = Kept::default();
        for group in groups(self.project, articles) {
            self.group(group, &mut out);
        }
        out.diagnostics
            .sort_by(|a, b| a.primary.span.cmp(&b.primary.span));
        out.diagnostics.dedup();
        out
    }

    /// Checks files that are loaded together.
    fn group(&self, articles: Vec<(usize, &'a Article)>, out: &mut Kept) {
        let wanted = |article: &Article| self.scope.articles.is_none_or(|wants| wants(article));
        if !articles.iter().any(|(_, article)| wanted(article)) {
            return;
        }
        let read = articles.into_par_iter().map(|(index, article)| {
            let mut sources = Sources::source_of(self.project, article);
            let document = sources.source_document();
            Source {
                index,
                wanted: wanted(article),
                sources,
                document,
            }
        });
        let read: Vec<Source<'_>> = read.collect();
        let pages: Vec<Option<Page<'_>>> = read.iter().map(|one| self.page(one)).collect();
        let lang = &self.project.config.source;
        let shared = Shared::read(self.project, lang, &paths(&read, lang));
        let beside: Vec<Page<'_>> = shared.pages(self.rules).collect();
        let both = loaded(&read, &pages, &beside);
        let bundle = Bundle::new(lang, both, (None, self.functions()));
        let own = pages.iter().flatten();
        out.defined
            .extend(own.flat_map(|page| Defined::of(page, false)));
        let others = beside.iter();
        out.defined
            .extend(others.flat_map(|page| Defined::of(page, true)));
        let mut kept: Vec<(Checked, ArticleStatus, BTreeMap<String, String>)> = read
            .par_iter()
            .zip(&pages)
            .map(|(one, page)| self.source(one, page.as_ref().filter(|_| one.wanted)))
            .collect();
        let names: BTreeMap<String, usize> = read
            .iter()
            .enumerate()
            .map(|(at, one)| (one.sources.name(), at))
            .collect();
        for found in check_bundle(self.rules, &bundle) {
            if let Some(&at) = names.get(&*found.diagnostic.primary.span.file) {
                kept[at].0.findings.push(named(found, &read[at]));
            }
        }
        let wanted =
            |lang: &Lang| self.scope.languages.is_empty() || self.scope.languages.contains(lang);
        let asked = read.iter().filter(|one| one.wanted);
        let targets = asked.flat_map(|one| one.sources.targets());
        let targets: BTreeSet<Lang> = targets.filter(|lang| wanted(lang)).collect();
        let targets: Vec<Lang> = targets.into_iter().collect();
        // With few languages the files of each go side by side, with many the languages do.
        let few = targets.len() < rayon::current_num_threads();
        let source = (read.as_slice(), pages.as_slice(), &bundle);
        let languages = each(&targets, !few, |lang| self.language(lang, source, few));
        out.diagnostics.extend(shared.diagnostics.iter().cloned());
        for (pieces, diagnostics) in languages {
            out.diagnostics.extend(diagnostics);
            for piece in pieces {
                let (checked, status, texts) = &mut kept[piece.file];
                checked.merge(piece.checked);
                status.pairs.extend(piece.status.pairs);
                texts.extend(piece.texts);
            }
        }
        let kept = read.iter().zip(kept).filter(|(one, _)| one.wanted);
        for (one, (checked, pairs, texts)) in kept {
            if let Some(done) = self.scope.progress {
                done();
            }
            let looked = Looked::new(checked, &self.list.ignores).of_article(&one.sources);
            let looked = looked.with_texts(texts);
            out.files.push(KeptFile { looked, pairs });
        }
    }

    fn functions(&self) -> &BTreeMap<String, Vec<String>> {
        &self.project.config.interface.functions
    }

    /// A page of the source language.
    fn page<'s>(&'s self, one: &'s Source<'_>) -> Option<Page<'s>> {
        let (document, text) = one.document.as_deref().zip(one.sources.source())?;
        let words = self.rules.words(&one.sources.source_lang);
        Some(Page::new(&one.sources.name(), words, text, document))
    }

    /// What is wrong with a source alone.
    fn source(
        &self,
        one: &Source<'_>,
        page: Option<&Page<'_>>,
    ) -> (Checked, ArticleStatus, BTreeMap<String, String>) {
        let mut checked = page.map_or_else(Checked::default, |page| check_source(self.rules, page));
        checked.note(&one.sources.diagnostics);
        let texts = mended(&checked.findings, &one.sources);
        let status = ArticleStatus {
            index: one.index,
            name: one.sources.name(),
            collection: one.sources.article.collection,
            has_source: one
                .sources
                .article
                .files
                .contains_key(&one.sources.source_lang),
            source_lang: one.sources.source_lang.clone(),
            pairs: Vec::new(),
            diagnostics: Vec::new(),
        };
        (checked, status, texts)
    }

    /// What is wrong with one language: each of its files beside its source, and all of them together.
    fn language(
        &self,
        lang: &Lang,
        (read, pages, source): (&[Source<'_>], &[Option<Page<'_>>], &Bundle<'_>),
        side_by_side: bool,
    ) -> (Vec<Piece>, Vec<Diagnostic>) {
        let judged = each(read, side_by_side, |one| {
            let mut sources = one.sources.beside(lang);
            let status = self
                .surveyor
                .judge(one.index, &mut sources, std::slice::from_ref(lang));
            let document = sources.document(lang);
            (sources, status, document)
        });
        let targets = each(&judged, side_by_side, |(sources, _, document)| {
            let text = sources.texts.get(lang)?;
            let path = sources.article.path(lang);
            Some(Page::new(
                &path,
                self.rules.words(lang),
                text,
                document.as_ref()?,
            ))
        });
        let shared = Shared::read(self.project, lang, &paths(read, lang));
        let beside: Vec<Page<'_>> = shared.pages(self.rules).collect();
        let both = loaded(read, &targets, &beside);
        let bundle = Bundle::new(lang, both, (Some(source), self.functions()));
        let laid = judged.iter().zip(pages);
        let stale = laid
            .filter_map(|((sources, ..), page)| Some(stale_keys(sources, lang, page.as_ref()?)));
        let bundle = bundle.with_stale(stale.flatten());
        let mut found: BTreeMap<String, Vec<Finding>> = BTreeMap::new();
        for one in check_bundle(self.rules, &bundle) {
            let file = one.diagnostic.primary.span.file.to_string();
            found.entry(file).or_default().push(one);
        }
        let all: Vec<usize> = (0..read.len()).filter(|&at| read[at].wanted).collect();
        let pieces = each(&all, side_by_side, |&file| {
            let (one, (sources, status, _)) = (&read[file], &judged[file]);
            let mut checked = Checked::default();
            for pair in &status.pairs {
                let pages = (pages[file].as_ref(), targets[file].as_ref(), pair);
                checked.merge(check_translation(self.rules, sources, pages));
            }
            // A message that the language lacks is told where its source stands.
            for path in [sources.article.path(lang), sources.name()] {
                let own = found.get(&path).into_iter().flatten();
                checked
                    .findings
                    .extend(own.map(|found| named(found.clone(), one)));
            }
            checked.note(&sources.diagnostics);
            Piece {
                file,
                texts: mended(&checked.findings, sources),
                checked,
                status: status.clone(),
            }
        });
        (pieces, shared.diagnostics)
    }
}

/// The files of a group in one language.
fn paths(read: &[Source<'_>], lang: &Lang) -> BTreeSet<String> {
    let articles = read.iter().map(|one| one.sources.article);
    articles.map(|article| article.path(lang)).collect()
}

/// The pages of one language that are asked about, and those that are loaded beside them.
fn loaded<'p>(
    read: &[Source<'_>],
    pages: &'p [Option<Page<'p>>],
    beside: &'p [Page<'p>],
) -> (Vec<&'p Page<'p>>, Vec<&'p Page<'p>>) {
    let (mut wanted, mut others) = (Vec::new(), Vec::new());
    for (one, page) in read.iter().zip(pages) {
        let list = if one.wanted { &mut wanted } else { &mut others };
        list.extend(page);
    }
    others.extend(beside);
    (wanted, others)
}

/// The files of messages that are loaded together: those of a collection, or each alone.
pub(super) fn groups<'a>(
    project: &Project,
    articles: &[(usize, &'a Article)],
) -> Vec<Vec<(usize, &'a Article)>> {
    let alone = project.config.interface.bundle == Loaded::File;
    let mut groups: BTreeMap<(usize, usize), Vec<(usize, &Article)>> = BTreeMap::new();
    for &(index, article) in articles {
        let group = (article.collection, if alone { index } else { 0 });
        groups.entry(group).or_default().push((index, article));
    }
    groups.into_values().collect()
}

/// What becomes of each item, in order; many at once, if so wished.
fn each<'i, T: Sync, R: Send>(
    items: &'i [T],
    side_by_side: bool,
    take: impl Fn(&'i T) -> R + Sync + Send,
) -> Vec<R> {
    if side_by_side {
        items.par_iter().map(take).collect()
    } else {
        items.iter().map(take).collect()
    }
}

/// A finding with the article that it belongs to.
fn named(mut found: Finding, one: &Source<'_>) -> Finding {
    found.article = one.sources.name();
    found
}

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
    /// Files of messages that nobody asked about: what they define is known all the same.
    pub(super) others: Vec<&'a Article>,
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
    sources: Sources<'a>,
    document: Option<Arc<Document>>,
}

impl<'a> Round<'a> {
    /// Checks files of messages, those that are loaded together side by side.
    pub(super) fn check(&self, articles: Vec<(usize, &'a Article)>) -> Kept {
        let alone = self.project.config.interface.bundle == Loaded::File;
        let mut groups: BTreeMap<(usize, usize), Vec<(usize, &Article)>> = BTreeMap::new();
        for (index, article) in articles {
            let group = (article.collection, if alone { index } else { 0 });
            groups.entry(group).or_default().push((index, article));
        }
        let mut out = Kept::default();
        for group in groups.into_values() {
            self.group(group, &mut out);
        }
        out.diagnostics
            .sort_by(|a, b| a.primary.span.cmp(&b.primary.span));
        out.diagnostics.dedup();
        out
    }

    /// Checks files that are loaded together.
    fn group(&self, articles: Vec<(usize, &'a Article)>, out: &mut Kept) {
        let read = articles.into_par_iter().map(|(index, article)| {
            let mut sources = Sources::source_of(self.project, article);
            let document = sources.source_document();
            Source {
                index,
                sources,
                document,
            }
        });
        let read: Vec<Source<'_>> = read.collect();
        let pages: Vec<Option<Page<'_>>> = read.iter().map(|one| self.page(one)).collect();
        let lang = &self.project.config.source;
        let shared = self.shared(lang, &read);
        let beside: Vec<Page<'_>> = shared.pages(self.rules).collect();
        let both = (pages.iter().flatten().collect(), beside.iter().collect());
        let bundle = Bundle::new(lang, both, (None, self.functions()));
        out.defined.extend(
            pages
                .iter()
                .flatten()
                .flat_map(|page| Defined::of(page, false)),
        );
        out.defined
            .extend(beside.iter().flat_map(|page| Defined::of(page, true)));
        let mut kept: Vec<(Checked, ArticleStatus, BTreeMap<String, String>)> = read
            .par_iter()
            .zip(&pages)
            .map(|(one, page)| self.source(one, page.as_ref()))
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
        let targets = read.iter().flat_map(|one| one.sources.targets());
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
        for (one, (checked, pairs, texts)) in read.iter().zip(kept) {
            if let Some(done) = self.scope.progress {
                done();
            }
            let looked = Looked::new(checked, &self.list.ignores).of_article(&one.sources);
            let looked = looked.with_texts(texts);
            out.files.push(KeptFile { looked, pairs });
        }
    }

    /// What is loaded beside the files of a group in a language.
    fn shared(&self, lang: &Lang, group: &[Source<'_>]) -> Shared {
        let alone = self.project.config.interface.bundle == Loaded::File;
        let collection = group.first().map(|one| one.sources.article.collection);
        let others = self.others.iter().filter(|_| !alone);
        let others = others.filter(|one| Some(one.collection) == collection);
        let own = group.iter().map(|one| one.sources.article.path(lang));
        let others = others.map(|one| one.path(lang));
        Shared::read(self.project, lang, (own.collect(), others.collect()))
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
        let shared = self.shared(lang, read);
        let beside: Vec<Page<'_>> = shared.pages(self.rules).collect();
        let both = (targets.iter().flatten().collect(), beside.iter().collect());
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
        let all: Vec<usize> = (0..read.len()).collect();
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

//! One article in all its languages, checked: what an article's files and records give the checks.

use std::collections::{BTreeMap, BTreeSet};

use super::bundle::Bundle;
use super::findings::{Finding, Findings, Seen};
use super::ignore::{Ignore, ignores};
use super::page::Page;
use super::pair::{Pair, Translation};
use super::rules::Rules;
use super::run;
use super::settle::merge;
use crate::align::align;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{Document, Format};
use crate::text::{Lang, Span};
use crate::track::{ArticleStatus, Laid, Nature, PairStatus, Sources};

/// What the checks say of one article.
#[derive(Debug, Default)]
pub struct Checked {
    /// What they found, translation by translation.
    pub findings: Vec<Finding>,
    /// What was wrong with its files.
    pub diagnostics: Vec<Diagnostic>,
    /// What has to wait for the other articles.
    pub facts: BTreeMap<(&'static str, Lang), Seen>,
    /// How many segments were looked at.
    pub segments: usize,
    /// What its texts say is no mistake.
    pub ignores: Vec<Ignore>,
}

/// Checks an article that was judged: its source once, then each translation that was asked for.
pub fn check_article(rules: &Rules, sources: &mut Sources<'_>, status: &ArticleStatus) -> Checked {
    let source = sources.source_document();
    let targets: Vec<Option<Document>> = status
        .pairs
        .iter()
        .map(|pair| sources.document(&pair.lang))
        .collect();
    let sources = &*sources;
    let (name, lang) = (sources.name(), &sources.source_lang);
    let source = source
        .as_deref()
        .zip(sources.source())
        .map(|(document, text)| Page::new(&name, rules.words(lang), text, document));
    let mut out = source
        .as_ref()
        .map_or_else(Checked::default, |page| check_source(rules, page));
    for (pair, document) in status.pairs.iter().zip(&targets) {
        let text = sources.texts.get(&pair.lang);
        let target = document
            .as_ref()
            .zip(text)
            .map(|(document, text)| Page::new(&pair.path, rules.words(&pair.lang), text, document));
        out.merge(check_translation(
            rules,
            sources,
            (source.as_ref(), target.as_ref(), pair),
        ));
    }
    out.note(&sources.diagnostics);
    out
}

/// Checks the source of an article alone.
pub fn check_source(rules: &Rules, page: &Page<'_>) -> Checked {
    let mut found = Findings::new(&page.path, page.lang);
    let mut out = Checked {
        segments: run::page(rules, page, &mut found),
        ..Checked::default()
    };
    out.take(found);
    out.listen(page);
    out
}

/// Checks one translation of an article: what its records say, and what both pages do, as far as they
/// are there.
pub fn check_translation(
    rules: &Rules,
    sources: &Sources<'_>,
    (source, target, pair): (Option<&Page<'_>>, Option<&Page<'_>>, &PairStatus),
) -> Checked {
    let mut out = Checked::default();
    let mut found = Findings::new(&sources.name(), &pair.lang);
    records(rules, sources, pair, &mut found);
    if let Some((source, target)) = source.zip(target) {
        let stale = sources.laid(&pair.lang);
        let stale = stale.map_or_else(Vec::new, |laid| stale_blocks(laid, source));
        let alignment = align(source.document, target.document);
        let mut laid = Pair::new(source, target, &alignment, &stale);
        laid.required = required(rules, sources, &pair.lang);
        if let Some(compared) = sources.laid(&pair.lang) {
            laid.removed = removed(compared);
            laid.rebuilt = rebuilt(compared, source.document);
        }
        out.segments += run::pair(rules, &laid, &mut found);
        out.listen(target);
    }
    out.take(found);
    out
}

/// The names of the messages and attributes of a source that have changed since a language translated
/// them.
pub fn stale_keys<'a>(sources: &Sources<'_>, lang: &Lang, source: &Page<'a>) -> Vec<&'a str> {
    let Some(laid) = sources.laid(lang) else {
        return Vec::new();
    };
    let document = source.document;
    let blocks = laid.changes.work().filter_map(|change| change.new);
    let blocks = blocks.filter_map(|at| document.blocks.get(at));
    let segments = blocks.flat_map(|block| &document.segments[block.segments.clone()]);
    segments
        .filter_map(|segment| segment.key.as_deref())
        .collect()
}

/// Checks all messages of one language that are loaded together; whose article each finding belongs
/// to, its file says.
pub fn check_bundle(rules: &Rules, bundle: &Bundle<'_>) -> Vec<Finding> {
    run::bundle(rules, bundle)
}

impl Checked {
    /// Adds what was found.
    pub(super) fn take(&mut self, mut found: Findings<'_>) {
        self.diagnostics.extend(found.refused());
        let (findings, facts) = found.finish();
        self.findings.extend(findings);
        for (name, facts) in facts {
            merge(self.facts.entry(name).or_default(), facts);
        }
    }

    /// Adds what is wrong with its files; what checks say with more knowledge is left to them.
    pub fn note(&mut self, diagnostics: &[Diagnostic]) {
        let said = |found: &&Diagnostic| {
            let fluent = Format::of(&found.primary.span.file) == Format::Fluent;
            fluent && SAID_BY_CHECKS.contains(&found.code)
        };
        let own = diagnostics.iter().filter(|found| !said(found));
        self.diagnostics.extend(own.cloned());
    }

    /// Adds what was said of another article.
    pub fn merge(&mut self, other: Self) {
        self.findings.extend(other.findings);
        self.diagnostics.extend(other.diagnostics);
        self.ignores.extend(other.ignores);
        self.segments += other.segments;
        for (name, facts) in other.facts {
            merge(self.facts.entry(name).or_default(), facts);
        }
    }

    /// Reads what a page says is no mistake.
    pub(super) fn listen(&mut self, page: &Page<'_>) {
        let (found, wrong) = ignores(page.document, &page.path);
        self.ignores.extend(found);
        self.diagnostics.extend(wrong);
    }
}

/// What is wrong inside a file of Fluent and is a check's to say.
const SAID_BY_CHECKS: [Code; 2] = [Code::BROKEN_MESSAGE, Code::DUPLICATE_KEY];

/// Asks what the records of a translation say, whether or not there is one.
fn records<'r>(rules: &'r Rules, sources: &Sources<'_>, pair: &PairStatus, out: &mut Findings<'r>) {
    let name = sources.name();
    let changed = sources.laid(&pair.lang).map_or_else(Vec::new, |laid| {
        let blocks = laid.changes.work().filter_map(|change| change.new);
        let document = sources.source_read();
        let lines = blocks.filter_map(|at| Some(document?.blocks.get(at)?.lines.clone()));
        lines.map(|lines| Span::new(name.as_str(), lines)).collect()
    });
    let translation = Translation {
        pair,
        required: required(rules, sources, &pair.lang),
        approval: rules.policy.approval,
        source: Span::file(name.as_str()),
        target: Span::file(pair.path.as_str()),
        changed,
    };
    let texts = [
        sources.source(),
        sources.texts.get(&pair.lang).map(String::as_str),
    ];
    let both = texts.iter().all(Option::is_some);
    let texts: Vec<&str> = texts.into_iter().filter(|_| both).flatten().collect();
    run::translation(rules, (&translation, &texts), out);
}

/// The keys of what the source no longer has.
fn removed(laid: &Laid) -> BTreeSet<String> {
    let gone = laid
        .changes
        .list
        .iter()
        .filter(|change| change.new.is_none());
    let blocks = gone.filter_map(|change| laid.old.blocks.get(change.old?));
    let segments = blocks.flat_map(|block| block.of(&laid.old));
    segments.filter_map(|segment| segment.key.clone()).collect()
}

/// The keys of what is new in the source, or built of other parts.
fn rebuilt(laid: &Laid, source: &Document) -> BTreeSet<String> {
    let all = laid.changes.list.iter();
    let rebuilt = all.filter(|change| change.old.is_none() || change.nature == Nature::Structural);
    let blocks = rebuilt.filter_map(|change| source.blocks.get(change.new?));
    let segments = blocks.flat_map(|block| block.of(source));
    segments.filter_map(|segment| segment.key.clone()).collect()
}

/// Whether the project asks for an article to be there in a language.
fn required(rules: &Rules, sources: &Sources<'_>, lang: &Lang) -> bool {
    let wanted = sources.article.rules().required.as_ref();
    wanted.unwrap_or(&rules.policy.required).contains(lang)
}

/// Whether each block of the source waits for a translator. One in which only a link has changed does
/// not: nobody else would say that the translation has the old one.
fn stale_blocks(laid: &Laid, source: &Page<'_>) -> Vec<bool> {
    let mut stale = vec![false; source.document.blocks.len()];
    for at in laid.changes.work().filter_map(|change| change.new) {
        if let Some(stale) = stale.get_mut(at) {
            *stale = true;
        }
    }
    stale
}

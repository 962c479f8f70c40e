//! One article in all its languages, checked: what an article's files and records give the checks.

use std::collections::BTreeMap;

use super::findings::{Finding, Findings, Seen};
use super::ignore::{Ignore, ignores};
use super::page::Page;
use super::pair::{Pair, Translation};
use super::rules::Rules;
use super::run;
use super::settle::merge;
use crate::align::align;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::text::{Lang, Span};
use crate::track::{ArticleStatus, Laid, PairStatus, Sources};

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
    let mut out = Checked::default();
    let source = sources.source_document();
    let targets: Vec<Option<Document>> = status
        .pairs
        .iter()
        .map(|pair| sources.document(&pair.lang))
        .collect();
    let sources = &*sources;
    let (name, lang) = (sources.name(), &sources.source_lang);
    let source_page = source
        .as_deref()
        .zip(sources.source())
        .map(|(document, text)| Page::new(&name, rules.words(lang), text, document));
    if let Some(page) = &source_page {
        let mut found = Findings::new(&name, lang);
        out.segments += run::page(rules, page, &mut found);
        out.take(found);
        out.listen(page);
    }
    for (pair, target) in status.pairs.iter().zip(&targets) {
        let mut found = Findings::new(&name, &pair.lang);
        records(rules, sources, pair, &mut found);
        let text = sources.texts.get(&pair.lang);
        if let (Some(source), Some((document, text))) = (&source_page, target.as_ref().zip(text)) {
            let target = Page::new(&pair.path, rules.words(&pair.lang), text, document);
            let stale = sources.laid(&pair.lang);
            let stale = stale.map_or_else(Vec::new, |laid| stale_blocks(laid, source));
            let pair = Pair::new(source, &target, &align(source.document, document), &stale);
            out.segments += run::pair(rules, &pair, &mut found);
            out.listen(&target);
        }
        out.take(found);
    }
    out.diagnostics.extend(sources.diagnostics.iter().cloned());
    out
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

/// Asks what the records of a translation say, whether or not there is one.
fn records<'r>(rules: &'r Rules, sources: &Sources<'_>, pair: &PairStatus, out: &mut Findings<'r>) {
    let name = sources.name();
    let changed = sources.laid(&pair.lang).map_or_else(Vec::new, |laid| {
        let blocks = laid.changes.work().filter_map(|change| change.new);
        let document = sources.source_read();
        let lines = blocks.filter_map(|at| Some(document?.blocks.get(at)?.lines.clone()));
        lines.map(|lines| Span::new(name.as_str(), lines)).collect()
    });
    let policy = &rules.policy;
    let wanted = sources.article.rules().required.as_ref();
    let translation = Translation {
        pair,
        required: wanted.unwrap_or(&policy.required).contains(&pair.lang),
        approval: policy.approval,
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

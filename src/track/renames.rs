//! Articles that have another path now, known by their text.
//!
//! A base whose source file is gone belongs to an article that was deleted or renamed. It was
//! renamed if a source without a base says the same: byte for byte, or, where it was also edited,
//! in most of its blocks, as git decides it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::pair::Records;
use crate::document::{Document, Format, Reader, front_matter_field};
use crate::project::{Discovery, Project};
use crate::text::Lang;

/// The share of its text that a renamed and edited source must still have; git asks for as much.
const ENOUGH: f64 = 0.5;

/// How much better the best candidate must be than the next.
const CLEARLY: f64 = 0.1;

/// Bases whose source file is gone.
pub(super) fn stray(discovery: &Discovery, records: &Records) -> Vec<(Lang, String)> {
    let files = discovery
        .articles
        .iter()
        .flat_map(|article| article.files.values());
    let files: BTreeSet<&str> = files.map(Arc::as_ref).collect();
    let gone = records
        .bases
        .iter()
        .filter(|(_, path)| !files.contains(path.as_str()));
    gone.cloned().collect()
}

/// A source that has no base in some language.
struct Fresh {
    lang: Lang,
    path: String,
    text: String,
}

/// Finds, for translations without a base, the old path of their source among the stray bases:
/// language and new path give the old one.
pub(super) fn find(
    project: &Project,
    discovery: &Discovery,
    (stray, records): (&[(Lang, String)], &Records),
) -> BTreeMap<(Lang, String), String> {
    let mut out = BTreeMap::new();
    if stray.is_empty() {
        return out;
    }
    let languages: BTreeSet<&Lang> = stray.iter().map(|(lang, _)| lang).collect();
    let without =
        |lang: &Lang, path: &str| !records.bases.contains(&(lang.clone(), path.to_owned()));
    let files = discovery.articles.iter().flat_map(|article| &article.files);
    let wanted = files.filter(|(own, path)| {
        languages
            .iter()
            .any(|lang| *lang != *own && without(lang, path))
    });
    let sources: Vec<Fresh> = wanted
        .filter_map(|(lang, path)| fresh(project, lang, path))
        .collect();
    let mut taken: BTreeSet<(Lang, String)> = BTreeSet::new();
    let bases: Vec<(&Lang, &String, String)> = stray
        .iter()
        .filter_map(|(lang, path)| {
            let text = project.store().base(lang, path).ok().flatten()?;
            Some((lang, path, text))
        })
        .collect();
    let candidates = |lang: &Lang| -> Vec<&Fresh> {
        sources
            .iter()
            .filter(|source| source.lang != *lang && without(lang, &source.path))
            .collect()
    };
    let mut settle = |lang: &Lang, old: &str, new: &str| {
        if taken.insert((lang.clone(), new.to_owned())) {
            out.insert((lang.clone(), new.to_owned()), old.to_owned());
        }
    };
    let mut edited = Vec::new();
    for (lang, path, text) in &bases {
        let candidates = candidates(lang);
        let mut same = candidates.iter().filter(|source| source.text == *text);
        match (same.next(), same.next()) {
            (Some(new), None) => settle(lang, path, &new.path),
            (None, _) => edited.push((lang, path, text)),
            _ => {}
        }
    }
    for (lang, path, text) in edited {
        if let Some(new) = likest(text, path, &candidates(lang)) {
            settle(lang, path, new);
        }
    }
    out
}

/// A file that is the source of its article: it is in the project's source language, or says so.
fn fresh(project: &Project, lang: &Lang, path: &Arc<str>) -> Option<Fresh> {
    let text = project.root.read(path).ok()?;
    let said = front_matter_field(&text, &project.config.source_key);
    let source = match said.and_then(|(value, _)| value.parse().ok()) {
        Some(named) => named,
        None => project.config.source.clone(),
    };
    (source == *lang).then(|| Fresh {
        lang: lang.clone(),
        path: path.to_string(),
        text,
    })
}

/// The one source that shares most of its text with `base`, if there is clearly one.
fn likest<'s>(base: &str, path: &str, sources: &[&'s Fresh]) -> Option<&'s str> {
    let old = blocks(base, path);
    let mut scores: Vec<(f64, &str)> = sources
        .iter()
        .filter(|new| Format::of(&new.path) == Format::of(path))
        .map(|new| {
            (
                shared(&old, &blocks(&new.text, &new.path)),
                new.path.as_str(),
            )
        })
        .collect();
    scores.sort_by(|a, b| b.0.total_cmp(&a.0));
    let best = *scores.first().filter(|best| best.0 >= ENOUGH)?;
    let next = scores.get(1).map_or(0.0, |next| next.0);
    (best.0 - next >= CLEARLY).then_some(best.1)
}

/// The texts of the blocks, with how often each stands there.
fn blocks(text: &str, path: &str) -> BTreeMap<String, usize> {
    // Which language it is makes no difference to where its blocks are.
    let Ok(lang) = "en".parse() else {
        return BTreeMap::new();
    };
    let reader = Reader {
        file: path.into(),
        lang,
        format: Format::of(path),
        translate: Box::new(|_| true),
    };
    let document: Document = reader.read(text).document;
    let mut out = BTreeMap::new();
    for block in document.blocks {
        *out.entry(block.text).or_default() += 1;
    }
    out
}

/// The share of text, in bytes, that stands on both sides.
fn shared(old: &BTreeMap<String, usize>, new: &BTreeMap<String, usize>) -> f64 {
    let size = |side: &BTreeMap<String, usize>| {
        side.iter()
            .map(|(text, count)| text.len() * count)
            .sum::<usize>()
    };
    let common: usize = old
        .iter()
        .filter_map(|(text, count)| new.get(text).map(|other| text.len() * count.min(other)))
        .sum();
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    number(common) / number(size(old).max(size(new)).max(1))
}

//! Articles that have another path now, known by their text.
//!
//! A base whose source file is gone belongs to an article that was deleted or renamed. It was
//! renamed if a source without a base says the same: byte for byte, or, where it was also edited,
//! in most of its blocks, as git decides it.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::{Document, Format, Reader};
use crate::project::{Article, Project};
use crate::text::Lang;

/// The share of its text that a renamed and edited source must still have; git asks for as much.
const ENOUGH: f64 = 0.5;

/// How much better the best candidate must be than the next.
const CLEARLY: f64 = 0.1;

/// Finds the old path of each article in `fresh` that has a base in `stray`.
pub(super) fn find(
    project: &Project,
    stray: Vec<(Lang, String)>,
    fresh: &[&Article],
) -> BTreeMap<(Lang, String), String> {
    let mut out = BTreeMap::new();
    if stray.is_empty() || fresh.is_empty() {
        return out;
    }
    let sources: Vec<(String, String)> = fresh
        .iter()
        .filter_map(|article| {
            let path = article.name();
            project.root.read(&path).ok().map(|text| (path, text))
        })
        .collect();
    let mut taken: BTreeSet<(Lang, String)> = BTreeSet::new();
    let bases: Vec<(Lang, String, String)> = stray
        .into_iter()
        .filter_map(|(lang, path)| {
            let text = project.store().base(&lang, &path).ok().flatten()?;
            Some((lang, path, text))
        })
        .collect();
    let mut settle = |lang: &Lang, old: &str, new: &str| {
        if taken.insert((lang.clone(), new.to_owned())) {
            out.insert((lang.clone(), new.to_owned()), old.to_owned());
        }
    };
    let mut edited = Vec::new();
    for (lang, path, text) in &bases {
        let mut same = sources.iter().filter(|source| source.1 == *text);
        match (same.next(), same.next()) {
            (Some((new, _)), None) => settle(lang, path, new),
            (None, _) => edited.push((lang, path, text)),
            _ => {}
        }
    }
    for (lang, path, text) in edited {
        if let Some(new) = likest(text, path, &sources) {
            settle(lang, path, new);
        }
    }
    out
}

/// The one source that shares most of its text with `base`, if there is clearly one.
fn likest<'s>(base: &str, path: &str, sources: &'s [(String, String)]) -> Option<&'s str> {
    let old = blocks(base, path);
    let mut scores: Vec<(f64, &str)> = sources
        .iter()
        .filter(|(new, _)| Format::of(new) == Format::of(path))
        .map(|(new, text)| (shared(&old, &blocks(text, new)), new.as_str()))
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

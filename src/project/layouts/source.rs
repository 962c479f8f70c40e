//! Which language is the source.

use std::collections::BTreeMap;

use super::super::root::Root;
use super::candidate::Candidate;
use super::tree::Tree;
use crate::text::{Lang, is_cyrillic};

/// How many files are looked into where no path names the source.
const SAMPLE: usize = 8;

/// The source language, as the candidates say it, best first: the language with most
/// files, or, if the best has files that name none, the one these seem to be written in.
pub(super) fn source(root: &Root, tree: &Tree, chosen: &[Candidate], preferred: &Lang) -> Lang {
    let Some(best) = chosen.first() else {
        return preferred.clone();
    };
    if best.source.is_none() {
        return fullest(chosen, preferred);
    }
    let cyrillic = seems_cyrillic(root, tree, best);
    let guesses: &[&str] = if cyrillic {
        &["ru", "uk", "bg", "sr", "kk", "be"]
    } else {
        &["en", "de", "fr", "es", "pt", "it"]
    };
    // A language that has its own files is not the one of the files without.
    let guesses = guesses.iter().filter_map(|tag| tag.parse::<Lang>().ok());
    let mut free = guesses
        .chain([preferred.clone()])
        .filter(|lang| !best.files.contains_key(lang));
    free.next().unwrap_or_else(|| preferred.clone())
}

/// The language with most files where all stand side by side; of equals the preferred one.
fn fullest(chosen: &[Candidate], preferred: &Lang) -> Lang {
    let mut counts: BTreeMap<&Lang, usize> = BTreeMap::new();
    let together = chosen.iter().filter(|one| one.source.is_none());
    for (lang, files) in together.flat_map(|one| &one.files) {
        *counts.entry(lang).or_default() += files.len();
    }
    let rank = |(lang, count): &(&Lang, usize)| (*count, *lang == preferred);
    let most = counts.into_iter().rev().max_by_key(rank);
    most.map_or_else(|| preferred.clone(), |(lang, _)| lang.clone())
}

/// Whether many letters in a sample of the files that name no language are Cyrillic.
fn seems_cyrillic(root: &Root, tree: &Tree, best: &Candidate) -> bool {
    let step = (best.plain.len() / SAMPLE).max(1);
    let sample = best.plain.iter().step_by(step).take(SAMPLE);
    let texts: Vec<String> = sample
        .map(|&number| root.read(&tree.files[number].path()).unwrap_or_default())
        .collect();
    is_cyrillic(texts.iter().flat_map(|text| text.chars()))
}

//! The fields of a page: its own, and those of its source that are not translated.

use std::collections::BTreeSet;

use super::{Given, Page, Verdict};
use crate::bundle::facts::{Facts, Fields};
use crate::bundle::gather::{Gathered, Told};
use crate::bundle::standing::{Policy, Standing};

/// The page of an article in one language; its address comes later. None if nobody can read its text.
pub(super) fn page(
    given: &Given<'_>,
    (number, article): (usize, &Gathered),
    (edition, told, verdict): (usize, &Told, &Verdict),
) -> Option<Page> {
    let source = article.source_facts();
    let stands_in = verdict.policy == Policy::Source;
    let shown: &Facts = if stands_in {
        source?
    } else {
        told.facts.as_ref()?
    };
    let own = &shown.fields;
    let none = Fields::default();
    let from = source.map_or(&none, |source| &source.fields);
    let keys = given.translated.get(article.collection);
    // A field that is translated is not taken over in another language.
    let may = |names: &[&str]| {
        let translated = |name: &&str| keys.is_some_and(|keys| keys.matches(name));
        stands_in || told.lang == article.source || !names.iter().any(translated)
    };
    let tags = if own.tags.is_empty() && may(&["tags"]) {
        &from.tags
    } else {
        &own.tags
    };
    let authors = if own.authors.is_empty() && may(&["authors"]) {
        &from.authors
    } else {
        &own.authors
    };
    let image = own
        .image
        .as_ref()
        .or(from.image.as_ref().filter(|_| may(&["image"])));
    let behind = !stands_in && told.standings.contains(&Standing::Stale);
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let distinct = tags.iter().filter(|tag| seen.insert(tag));
    let distinct = distinct.cloned().collect();
    Some(Page {
        article: number,
        edition,
        collection: article.collection,
        standing: verdict.standing,
        policy: verdict.policy,
        text: if stands_in {
            article.source.clone()
        } else {
            told.lang.clone()
        },
        path: String::new(),
        redirects: Vec::new(),
        title: shown
            .title()
            .map_or_else(|| last_part(&article.key), str::to_owned),
        description: own.description.clone().unwrap_or_default(),
        date: own.date.clone().or(from.date.clone()),
        // A text that is behind its source did not change when that did.
        updated: own
            .updated
            .clone()
            .or(from.updated.clone().filter(|_| !behind)),
        source_updated: from.updated.clone(),
        tags: distinct,
        image: image.cloned(),
        weight: own.weight.or(from.weight),
        authors: authors.clone(),
    })
}

/// What is left to call an article without a title: the last part of what its path says.
fn last_part(key: &str) -> String {
    key.rsplit('/').next().unwrap_or(key).to_owned()
}

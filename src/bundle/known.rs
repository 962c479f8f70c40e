//! What was known of articles when they were last looked at, so that none is judged twice.
//!
//! It is kept in parts: many threads read them, and a change of one article writes one of them.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::gather::Gathered;
use super::record;
use crate::project::{Article, Root, Stamp};
use crate::text::Digest;

/// How many parts there are: one for each digit that a digest may begin with.
const PARTS: usize = 16;

/// What was known of articles.
#[derive(Debug, Default)]
pub(super) struct Known {
    parts: Vec<BTreeMap<Name, Entry>>,
}

/// What was known of an article, and how it came to be known.
#[derive(Debug)]
pub(super) struct Entry {
    /// What it was worked out from.
    pub traces: Traces,
    /// What was worked out.
    pub article: Gathered,
}

/// What something was worked out from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Traces {
    /// The digest of all of it.
    pub digest: Digest,
    /// The files, and what each was before it was read: as long as each of them is that, nothing has
    /// to be read. None where there was no file, or where it was too young to say.
    pub files: Vec<(String, Option<Stamp>)>,
}

/// An article: the number of its collection, and what tells it apart there.
type Name = (usize, String);

impl Known {
    /// What was known to a run of the same `salt`: that of another is of no use.
    pub(super) fn read(root: &Root, salt: &Digest) -> Self {
        let part = |number: usize| {
            let found: Option<(Digest, Vec<(Traces, Gathered)>)> =
                record::read(root, &name(number));
            let found = found.filter(|(known, _)| known == salt);
            let entries = found.map(|(_, entries)| entries).unwrap_or_default();
            let entries = entries.into_iter().map(|(traces, article)| {
                let key = (article.collection, article.key.clone());
                (key, Entry { traces, article })
            });
            entries.collect()
        };
        Self {
            parts: (0..PARTS).into_par_iter().map(part).collect(),
        }
    }

    /// What was known of an article.
    pub(super) fn get(&self, article: &Article) -> Option<&Entry> {
        let name = (article.collection, article.key.clone());
        self.parts.get(part_of(&name.1))?.get(&name)
    }

    /// The same, and forgets it.
    pub(super) fn take(&mut self, article: &Article) -> Option<Entry> {
        let name = (article.collection, article.key.clone());
        self.parts.get_mut(part_of(&name.1))?.remove(&name)
    }

    /// The parts in which something is left that nobody has taken.
    pub(super) fn left(&self) -> impl Iterator<Item = usize> {
        let parts = self.parts.iter().enumerate();
        parts
            .filter(|(_, part)| !part.is_empty())
            .map(|(number, _)| number)
    }
}

/// The part that an article is in.
pub(super) fn part_of(key: &str) -> usize {
    Digest::of(key.as_bytes()).first() % PARTS
}

/// Keeps what is known now of the articles that are in these parts.
pub(super) fn keep<'a>(
    (root, salt): (&Root, &Digest),
    parts: &BTreeSet<usize>,
    all: impl Iterator<Item = (&'a Traces, &'a Gathered)>,
) {
    let mut kept: BTreeMap<usize, Vec<(&Traces, &Gathered)>> = BTreeMap::new();
    kept.extend(parts.iter().map(|part| (*part, Vec::new())));
    for one in all {
        if let Some(part) = kept.get_mut(&part_of(&one.1.key)) {
            part.push(one);
        }
    }
    let parts: Vec<_> = kept.into_iter().collect();
    parts
        .into_par_iter()
        .for_each(|(number, part)| record::write(root, &name(number), &(salt, part)));
}

fn name(part: usize) -> String {
    format!("articles-{part:x}")
}

//! A pattern that may explain some files.

use std::collections::{BTreeMap, BTreeSet};

use super::tree::Tree;
use crate::text::Lang;

/// A pattern, or a pair of them, with the files it explains.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// The pattern of the files that name their language.
    pub(super) target: String,
    /// The pattern of those that do not.
    pub(super) source: Option<String>,
    /// The files that name their language, by it.
    pub(super) files: BTreeMap<Lang, BTreeSet<usize>>,
    /// Those that do not.
    pub(super) plain: BTreeSet<usize>,
    /// How many files have their like.
    pub(super) score: usize,
}

impl Candidate {
    /// Every file it explains.
    pub(super) fn all_files(&self) -> impl Iterator<Item = usize> {
        let named = self.files.values().flatten();
        named.chain(&self.plain).copied()
    }
}

/// The extension of some files as a pattern says it: `md` or `{md,mdx}`.
pub(super) fn extension(tree: &Tree, files: impl Iterator<Item = usize>) -> String {
    let all: BTreeSet<&str> = files.map(|number| tree.files[number].ext).collect();
    let all: Vec<&str> = all.into_iter().collect();
    match all.as_slice() {
        [one] => (*one).to_owned(),
        _ => format!("{{{}}}", all.join(",")),
    }
}

/// Whether so many files with their like among all of a language make it one.
pub(super) fn enough(alike: usize, all: usize) -> bool {
    alike > 0 && alike * 2 >= all
}

//! Recognises how a site lays out its languages, by looking at the names in its tree.
//!
//! No site generator is known by name. Every place in a path where a language could
//! stand is a candidate: a folder (`content/ru/`), the end of a folder's name
//! (`guide-ru/`), a file's name (`ru.md`) or the end of it (`a.ru.md`). A candidate
//! counts as many files as have their like in another language, or in the same place
//! without one; the one that explains most files wins, then the next among the rest. So
//! `docs/it/` is Italian only if it mirrors something.

mod candidate;
mod folders;
mod names;
mod render;
mod source;
mod tags;
mod tree;

use std::collections::{BTreeMap, BTreeSet};

pub use render::{Comments, render};
pub use tags::languages_of;

use self::candidate::Candidate;
use self::tree::Tree;
use super::config::Config;
use super::pattern::Pattern;
use super::root::Root;
use super::{FILE, Project};
use crate::text::Lang;

/// A project file for a tree that has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// The source language.
    pub source: Lang,
    /// The languages of all translations, sorted.
    pub targets: Vec<Lang>,
    /// The collections, those with most translations first.
    pub collections: Vec<Proposed>,
}

/// A collection that was recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposed {
    /// The pattern of the source, or of all languages if there is no other.
    pub source: String,
    /// The pattern of the translations, if it is another one.
    pub target: Option<String>,
    /// The languages into which it is translated, sorted.
    pub languages: Vec<Lang>,
    /// How many files it has in each language.
    pub seen: BTreeMap<Lang, usize>,
    /// Globs of files that are no articles.
    pub exclude: Vec<String>,
}

impl Proposed {
    /// Leaves out the files of a language that is not tracked, where they would pass for articles of
    /// the source: `a.de.md` beside `a.md`.
    pub fn leave_out(&mut self, lang: &Lang) {
        let Some(target) = &self.target else { return };
        let named = target.replace("{lang}", &lang.to_string());
        let sample = named.replace("{path}", "a").replace("{slug}", "a");
        let source = Pattern::new(&self.source, &[]);
        let sample = Pattern::new(&sample, &[])
            .ok()
            .and_then(|sample| sample.fill("", "", "md"));
        let taken = |path: String| source.is_ok_and(|source| source.matches(&path).is_some());
        if sample.is_some_and(taken) {
            self.exclude
                .push(named.replace("{path}", "**/*").replace("{slug}", "*"));
        }
    }
}

/// Looks at the tree in `root`; `None` if nothing there has two languages.
///
/// `preferred` is taken as the source where the tree does not tell.
pub fn propose(root: &Root, preferred: &Lang) -> Option<Proposal> {
    let tree = Tree::read(root);
    let mut candidates = folders::candidates(&tree, preferred);
    candidates.extend(names::candidates(&tree));
    let chosen = choose(candidates);
    if chosen.is_empty() {
        return None;
    }
    let source = source::source(root, &tree, &chosen, preferred);
    let mut collections = Vec::new();
    for candidate in &chosen {
        let has_source = candidate.source.is_some() || candidate.files.contains_key(&source);
        let targets = candidate.files.keys().filter(|&lang| *lang != source);
        let languages: Vec<Lang> = targets.cloned().collect();
        if has_source && !languages.is_empty() {
            collections.push(Proposed {
                exclude: Vec::new(),
                source: candidate
                    .source
                    .clone()
                    .unwrap_or_else(|| candidate.target.clone()),
                target: candidate.source.as_ref().map(|_| candidate.target.clone()),
                languages,
                seen: BTreeMap::new(),
            });
        }
    }
    let targets: BTreeSet<&Lang> = collections.iter().flat_map(|one| &one.languages).collect();
    let mut proposal = Proposal {
        source,
        targets: targets.into_iter().cloned().collect(),
        collections,
    };
    count(root, &mut proposal)?;
    Some(proposal)
}

/// The best candidates that do not explain the same files twice, best first.
fn choose(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.retain(|one| one.score > 0);
    candidates.sort_by(|a, b| (b.score, &a.target).cmp(&(a.score, &b.target)));
    let mut taken: BTreeSet<usize> = BTreeSet::new();
    let mut chosen = Vec::new();
    for candidate in candidates {
        let files: BTreeSet<usize> = candidate.all_files().collect();
        let again = files.intersection(&taken).count();
        if again * 2 < files.len() {
            taken.extend(files);
            chosen.push(candidate);
        }
    }
    chosen
}

/// Counts with the very code that `status` will use, so that nobody sees two numbers.
fn count(root: &Root, proposal: &mut Proposal) -> Option<()> {
    let (config, _) = Config::parse(FILE, &render(proposal, &Comments::default()));
    let project = Project {
        root: root.clone(),
        config: config?,
    };
    for article in project.discover().articles {
        let collection = proposal.collections.get_mut(article.collection)?;
        for lang in article.files.into_keys() {
            *collection.seen.entry(lang).or_default() += 1;
        }
    }
    Some(())
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;

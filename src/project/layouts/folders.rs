//! Languages that are folders, or stand at the end of a folder's name.

use std::collections::{BTreeMap, BTreeSet};

use super::candidate::{Candidate, enough, extension};
use super::tags::{suffix, tag};
use super::tree::{Tree, cut, is_everywhere, join};
use crate::text::Lang;

/// How many files of one name are looked at to find out which folder mirrors which.
const NAMESAKES: usize = 64;
/// How many pairs of folders are tried.
const TRIED: usize = 8;

/// Files below the language's folder: their stems from there, by language.
type Rests = BTreeMap<Lang, BTreeMap<String, usize>>;

/// A place where folders are languages: what stands before them (`docs/guide-`).
struct Place<'t> {
    tree: &'t Tree,
    before: String,
    rests: Rests,
    /// The folders of the languages as they are spelled, with a slash.
    folders: BTreeSet<String>,
}

/// Every candidate of this kind.
pub(super) fn candidates(tree: &Tree, preferred: &Lang) -> Vec<Candidate> {
    let mut all = Vec::new();
    let names = names(tree);
    for place in places(tree) {
        let together = place.together(preferred);
        let beside = if place.before.is_empty() || place.before.ends_with('/') {
            place.mirrors(&names)
        } else {
            place.sibling().into_iter().collect()
        };
        let score = |list: &[Candidate]| list.iter().map(|one| one.score).sum::<usize>();
        let alone = together.as_ref().map_or(0, |one| one.score);
        if score(&beside) > alone {
            all.extend(beside);
        } else {
            all.extend(together);
        }
    }
    all
}

fn places(tree: &Tree) -> Vec<Place<'_>> {
    let mut all: BTreeMap<String, Place<'_>> = BTreeMap::new();
    for (number, file) in tree.files.iter().enumerate() {
        let mut start = 0;
        for (end, _) in file.stem.match_indices('/') {
            let name = &file.stem[start..end];
            let found = tag(name).map(|lang| ("", lang)).or_else(|| suffix(name));
            if let Some((head, lang)) = found {
                let before = format!("{}{head}", &file.stem[..start]);
                let place = all.entry(before.clone()).or_insert_with(|| Place {
                    tree,
                    before,
                    rests: Rests::new(),
                    folders: BTreeSet::new(),
                });
                let rest = file.stem[end + 1..].to_owned();
                place.rests.entry(lang).or_default().insert(rest, number);
                place.folders.insert(file.stem[..=end].to_owned());
            }
            start = end + 1;
        }
    }
    all.into_values().collect()
}

/// Files that are in no folder of a language, by their last name and by their last two.
type Names<'t> = BTreeMap<&'t str, Vec<&'t str>>;

fn names(tree: &Tree) -> Names<'_> {
    let mut names = Names::new();
    for file in &tree.files {
        let stem = file.stem.as_str();
        if cut(stem).0.split('/').any(|part| tag(part).is_some()) {
            continue;
        }
        for key in [last(stem, 1), last(stem, 2)].into_iter().flatten() {
            let list = names.entry(key).or_default();
            if list.len() < NAMESAKES {
                list.push(stem);
            }
        }
    }
    names
}

impl Place<'_> {
    /// All languages side by side, the source among them.
    fn together(&self, preferred: &Lang) -> Option<Candidate> {
        let size = |lang: &Lang| self.rests.get(lang).map_or(0, BTreeMap::len);
        let rank = |lang: &&Lang| (size(lang), *lang == preferred);
        let source = self.rests.keys().rev().max_by_key(rank)?;
        let source_rests = self.rests.get(source)?;
        let mut score = 0;
        let mut files = BTreeMap::new();
        for (lang, rests) in &self.rests {
            let alike = rests.keys().filter(|rest| source_rests.contains_key(*rest));
            let (alike, telling): (usize, usize) = alike.fold((0, 0), |(all, telling), rest| {
                (all + 1, telling + usize::from(is_telling(rest)))
            });
            if is_mirror(alike, rests.len(), telling > 0) {
                score += if lang == source { 0 } else { alike };
                let numbers = rests.values().copied();
                files.insert(lang.clone(), numbers.collect::<BTreeSet<usize>>());
            }
        }
        let ext = extension(self.tree, files.values().flatten().copied());
        Some(Candidate {
            target: format!("{}{{lang}}/{{path}}.{ext}", self.before),
            source: None,
            files,
            plain: BTreeSet::new(),
            score,
        })
    }

    /// `docs/guide` beside `docs/guide-ru`.
    fn sibling(&self) -> Option<Candidate> {
        let folder = self.before.trim_end_matches(['.', '-', '_']);
        self.pair("", folder)
    }

    /// Folders elsewhere that the languages mirror, each with a part of what is below
    /// them: `i18n/ru/blog` mirrors `blog` and `i18n/ru/pages` mirrors `src/pages`.
    fn mirrors(&self, names: &Names<'_>) -> Vec<Candidate> {
        let mut found: Vec<Candidate> = Vec::new();
        let mut done: BTreeSet<usize> = BTreeSet::new();
        loop {
            let votes = self.votes(names, &done);
            let mut ranked: Vec<_> = votes.into_iter().collect();
            ranked.sort_by(|a, b| (b.1, &a.0).cmp(&(a.1, &b.0)));
            let tried = ranked
                .iter()
                .take(TRIED)
                .filter_map(|((inner, folder), _)| {
                    let pair = self.pair(inner, folder)?;
                    let fresh = pair
                        .files
                        .values()
                        .flatten()
                        .all(|number| !done.contains(number));
                    fresh.then_some(pair)
                });
            // Of equals the first: the one with most votes.
            let best = tried.fold(None, |best: Option<Candidate>, one| match best {
                Some(best) if best.score >= one.score => Some(best),
                _ => Some(one),
            });
            let Some(best) = best else {
                return found;
            };
            done.extend(best.files.values().flatten());
            found.push(best);
        }
    }

    /// Which part of the languages seems to mirror which folder, by how many files say so.
    fn votes(
        &self,
        names: &Names<'_>,
        done: &BTreeSet<usize>,
    ) -> BTreeMap<(String, String), usize> {
        let mut votes = BTreeMap::new();
        for (rest, number) in self.rests.values().flatten() {
            if done.contains(number) {
                continue;
            }
            let two = last(rest, 2).and_then(|key| names.get(key));
            let alike = two.or_else(|| names.get(last(rest, 1)?));
            for stem in alike.into_iter().flatten() {
                let (inner, folder) = differing(rest, stem);
                *votes
                    .entry((inner.to_owned(), folder.to_owned()))
                    .or_default() += 1;
            }
        }
        votes
    }

    /// What one language has in `inner`, compared with `folder`.
    fn inside(&self, rests: &BTreeMap<String, usize>, inner: &str, folder: &str) -> Mirror {
        let prefix = join(inner, "");
        let mut mirror = Mirror::default();
        for (rest, number) in rests {
            let Some(rest) = rest.strip_prefix(&prefix) else {
                continue;
            };
            mirror.files.insert(*number);
            if self.tree.find(&join(folder, rest)).is_some() {
                mirror.alike += 1;
                mirror.is_telling |= is_telling(rest);
            }
        }
        mirror
    }

    /// What is in `inner` of every language beside the same in `folder`.
    fn pair(&self, inner: &str, folder: &str) -> Option<Candidate> {
        let mut mirrors = BTreeMap::new();
        let mut is_proven = false;
        for (lang, rests) in &self.rests {
            let inside = self.inside(rests, inner, folder);
            is_proven |= inside.is_telling && enough(inside.alike, inside.files.len());
            mirrors.insert(lang, inside);
        }
        mirrors.retain(|_, one| is_mirror(one.alike, one.files.len(), one.is_telling));
        if !is_proven {
            return None;
        }
        let score = mirrors.values().map(|one| one.alike).sum();
        let files: BTreeMap<Lang, BTreeSet<usize>> = mirrors
            .into_iter()
            .map(|(lang, one)| (lang.clone(), one.files))
            .collect();
        let outside = |stem: &str| !self.folders.iter().any(|one| stem.starts_with(one));
        let plain = self.tree.under(folder).map(|(_, number)| number);
        let plain: BTreeSet<usize> = plain
            .filter(|&number| outside(&self.tree.files[number].stem))
            .collect();
        let ext = extension(self.tree, files.values().flatten().chain(&plain).copied());
        let rest = format!("{{path}}.{ext}");
        Some(Candidate {
            target: format!("{}{{lang}}/{}", self.before, join(inner, &rest)),
            source: Some(join(folder, &rest)),
            files,
            plain,
            score,
        })
    }
}

/// A language's part of a mirror.
#[derive(Default)]
struct Mirror {
    files: BTreeSet<usize>,
    /// How many of them are in the mirrored folder too.
    alike: usize,
    /// Whether one of those has a name that not every folder has.
    is_telling: bool,
}

/// Whether a folder mirrors another with so many files alike. A README alike is no proof,
/// unless there is nothing else.
fn is_mirror(alike: usize, all: usize, is_telling: bool) -> bool {
    enough(alike, all) && (is_telling || alike == all)
}

/// Whether a file in two folders says that one mirrors the other.
fn is_telling(rest: &str) -> bool {
    !is_everywhere(rest) || rest.contains('/')
}

/// The last `count` names of a path that has as many.
fn last(path: &str, count: usize) -> Option<&str> {
    let starts = path.rmatch_indices('/').map(|(at, _)| at + 1).chain([0]);
    starts
        .take(count)
        .nth(count - 1)
        .map(|start| &path[start..])
}

/// What remains of two paths without the names they end with in common.
fn differing<'p>(a: &'p str, b: &'p str) -> (&'p str, &'p str) {
    let (mut a, mut b) = (a, b);
    while !a.is_empty() && !b.is_empty() && cut(a).1 == cut(b).1 {
        (a, b) = (cut(a).0, cut(b).0);
    }
    (a, b)
}

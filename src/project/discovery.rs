//! Finds the articles of a project by their paths; opens none of them.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::Project;
use super::article::{Article, Family};
use super::config::{Collection, Config};
use super::pattern::{Match, Pattern};
use super::walk::{Seen, walk};
use crate::diagnostic::{Code, Diagnostic};
use crate::text::{Lang, Span};

/// What was found: the same for the same files, in whatever order the disk has them.
#[derive(Debug, Clone, Default)]
pub struct Discovery {
    /// The articles, by collection and key.
    pub articles: Vec<Article>,
    /// What stands in the way, by path.
    pub diagnostics: Vec<Diagnostic>,
}

impl Project {
    /// Walks the folders of the collections, each once.
    pub fn discover(&self) -> Discovery {
        let config = &self.config;
        let (files, mut diagnostics) = look(self);
        let mut articles = Vec::new();
        for (number, collection) in config.collections.iter().enumerate() {
            let start = files.partition_point(|file| file.collection < number);
            let end = files.partition_point(|file| file.collection <= number);
            if start == end {
                let found = Diagnostic::new(Code::EMPTY_COLLECTION, collection.span.clone());
                diagnostics.push(found.with("pattern", collection.source.as_str()));
            }
            collect(
                config,
                number,
                &files[start..end],
                &mut articles,
                &mut diagnostics,
            );
        }
        case_collisions(&files, &mut diagnostics);
        diagnostics.sort_by(|a, b| (&a.primary.span, a.code).cmp(&(&b.primary.span, b.code)));
        Discovery {
            articles,
            diagnostics,
        }
    }
}

/// A file of a collection.
struct Found {
    collection: usize,
    said: Match,
    path: String,
}

impl Found {
    fn order(&self) -> (usize, &str, &str) {
        (self.collection, &self.said.key, &self.path)
    }
}

/// All files of all collections, by collection, article and path.
fn look(project: &Project) -> (Vec<Found>, Vec<Diagnostic>) {
    let collections = &project.config.collections;
    let patterns = collections
        .iter()
        .flat_map(|one| [&one.source, &one.target]);
    let mut folders: Vec<&str> = patterns.map(Pattern::folder).collect();
    folders.sort_unstable();
    folders.dedup();
    let judged = walk(&project.root, &folders, || {
        // Copies, because threads that share a regex wait for each other.
        let collections = collections.clone();
        move |seen| judge(&collections, seen)
    });
    let mut files = Vec::new();
    let mut diagnostics = Vec::new();
    for one in judged {
        match one {
            Ok(file) => files.push(file),
            Err(found) => diagnostics.push(found),
        }
    }
    files.par_sort_unstable_by(|a, b| a.order().cmp(&b.order()));
    (files, diagnostics)
}

fn judge(collections: &[Collection], seen: Seen) -> Option<Result<Found, Diagnostic>> {
    let matches = |path: &str| collections.iter().any(|one| one.matches(path).is_some());
    match seen {
        Seen::File(path) => {
            let mut all = collections.iter().enumerate();
            let (collection, said) =
                all.find_map(|(number, one)| Some((number, one.matches(&path)?)))?;
            Some(Ok(Found {
                collection,
                said,
                path,
            }))
        }
        Seen::LinkToFile(found) | Seen::Unnamed(found) => {
            matches(&found.primary.span.file).then_some(Err(found))
        }
        Seen::LinkToFolder(found) => {
            let path = &found.primary.span.file;
            let concerned = |one: &Collection| {
                [&one.source, &one.target]
                    .into_iter()
                    .any(|it| concerns(it, path))
            };
            let inside = format!("{path}/x");
            let excluded = |one: &Collection| one.excludes(path) || one.excludes(&inside);
            let stands_in = |one: &Collection| concerned(one) && !excluded(one);
            collections.iter().any(stands_in).then_some(Err(found))
        }
        Seen::Closed(found) => Some(Err(found)),
    }
}

/// Whether files below `path` could be of the pattern, or the pattern's folder below it.
fn concerns(pattern: &Pattern, path: &str) -> bool {
    let (folder, path) = (Path::new(pattern.folder()), Path::new(path));
    folder.starts_with(path) || path.starts_with(folder)
}

/// Makes articles of the files of one collection, which stand in order.
fn collect(
    config: &Config,
    number: usize,
    files: &[Found],
    articles: &mut Vec<Article>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let collection = &config.collections[number];
    let family = Arc::new(Family {
        collection: collection.clone(),
        source: config.source.clone(),
        spellings: spellings(files),
    });
    for group in files.chunk_by(|a, b| a.said.key == b.said.key) {
        let mut paths: BTreeMap<Lang, Arc<str>> = BTreeMap::new();
        for file in group {
            let lang = file
                .said
                .lang
                .clone()
                .unwrap_or_else(|| config.source.clone());
            if lang != config.source && !collection.languages.contains(&lang) {
                continue;
            }
            if let Some(first) = paths.get(&lang) {
                let found = Diagnostic::new(Code::DUPLICATE_FILE, Span::file(file.path.as_str()))
                    .with("other", first)
                    .with("lang", &lang)
                    .related(Span::file(Arc::clone(first)));
                diagnostics.push(found);
            } else {
                paths.insert(lang, file.path.as_str().into());
            }
        }
        if let (false, Some(first)) = (paths.is_empty(), group.first()) {
            articles.push(Article {
                collection: number,
                key: first.said.key.clone(),
                files: paths,
                family: Arc::clone(&family),
            });
        }
    }
}

/// The spelling that most files use for each language; of equals the first by alphabet.
fn spellings(files: &[Found]) -> BTreeMap<Lang, String> {
    let mut counts: BTreeMap<(&Lang, &str), usize> = BTreeMap::new();
    for file in files {
        if let (Some(lang), Some(spelling)) = (&file.said.lang, &file.said.spelling) {
            *counts.entry((lang, spelling)).or_default() += 1;
        }
    }
    let mut best: BTreeMap<Lang, (usize, String)> = BTreeMap::new();
    for ((lang, spelling), count) in counts {
        if best.get(lang).is_none_or(|(most, _)| count > *most) {
            best.insert(lang.clone(), (count, spelling.to_owned()));
        }
    }
    best.into_iter()
        .map(|(lang, (_, spelling))| (lang, spelling))
        .collect()
}

fn case_collisions(files: &[Found], diagnostics: &mut Vec<Diagnostic>) {
    let mut paths: Vec<(String, &str)> = files
        .par_iter()
        .map(|file| (file.path.to_lowercase(), file.path.as_str()))
        .collect();
    paths.par_sort_unstable();
    for group in paths.chunk_by(|a, b| a.0 == b.0) {
        for (_, path) in &group[1..] {
            let first = group[0].1;
            let found = Diagnostic::new(Code::CASE_COLLISION, Span::file(*path))
                .with("other", first)
                .related(Span::file(first));
            diagnostics.push(found);
        }
    }
}

#[cfg(test)]
#[path = "discovery_tests.rs"]
mod tests;

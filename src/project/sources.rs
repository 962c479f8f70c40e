//! The files that use messages, as `[interface]` names them: found as articles are, and read as text.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::Project;
use super::pattern::Pattern;
use super::walk::{Seen, walk};
use crate::diagnostic::{Code, Diagnostic};
use crate::text::Lang;

/// What was taken from the files that use messages, and what stands in the way of reading more.
#[derive(Debug)]
pub struct Read<T> {
    /// What was taken of each file, in the order of their paths.
    pub taken: Vec<T>,
    /// Files that are too long, folders that cannot be read, and globs that match nothing.
    pub diagnostics: Vec<Diagnostic>,
}

impl Project {
    /// Reads the files that use messages, many at once, and lets go of each before the next; `take`
    /// gets their paths and their texts. What is no text is passed by.
    pub fn read_sources<T: Send>(&self, take: impl Fn(&str, &str) -> T + Sync) -> Read<T> {
        let (paths, mut diagnostics) = self.sources();
        let read = paths
            .par_iter()
            .filter_map(|path| match self.root.read(path) {
                Ok(text) => Some(Ok(take(path, &text))),
                Err(refused) => told(&refused).then_some(Err(*refused)),
            });
        let mut taken = Vec::new();
        for one in read.collect::<Vec<_>>() {
            match one {
                Ok(one) => taken.push(one),
                Err(refused) => diagnostics.push(refused),
            }
        }
        Read { taken, diagnostics }
    }

    /// The files of messages that are loaded beside those of every bundle in a language, as far as
    /// they are there: their paths and texts, and what stands in the way of reading more.
    pub fn read_shared(&self, lang: &Lang) -> Read<(Arc<str>, String)> {
        let mut out = Read {
            taken: Vec::new(),
            diagnostics: Vec::new(),
        };
        for path in self.shared_paths(lang) {
            match self.root.read_if_any(&path) {
                Ok(Some(text)) => out.taken.push((path.into(), text)),
                Ok(None) => {}
                Err(refused) => out.diagnostics.push(*refused),
            }
        }
        out
    }

    /// The paths that such files would have in a language, as its name may be spelled.
    pub fn shared_paths(&self, lang: &Lang) -> BTreeSet<String> {
        let tag = lang.to_string();
        let spellings = BTreeSet::from([tag.replace('-', "_"), tag]);
        let patterns = self.config.interface.shared.iter();
        let filled = |one: &Pattern| -> Vec<String> {
            let spellings = spellings.iter();
            spellings
                .filter_map(|lang| one.fill("", lang, "ftl"))
                .collect()
        };
        patterns.flat_map(filled).collect()
    }

    fn sources(&self) -> (Vec<String>, Vec<Diagnostic>) {
        let interface = &self.config.interface;
        if !interface.has_sources() {
            return (Vec::new(), Vec::new());
        }
        let folders = interface.folders();
        let folders: Vec<&str> = folders.iter().map(String::as_str).collect();
        let seen = walk(&self.root, &folders, || {
            move |seen| match seen {
                Seen::File(path) => interface.is_source(&path).then_some(Ok(path)),
                Seen::Closed(found) => Some(Err(found)),
                Seen::LinkToFile(_) | Seen::LinkToFolder(_) | Seen::Unnamed(_) => None,
            }
        });
        let (mut paths, mut diagnostics) = (Vec::new(), Vec::new());
        for one in seen {
            match one {
                Ok(path) => paths.push(path),
                Err(found) => diagnostics.push(found),
            }
        }
        paths.sort_unstable();
        diagnostics.extend(self.idle_globs(&paths));
        diagnostics.sort_by(|a, b| a.primary.span.cmp(&b.primary.span));
        (paths, diagnostics)
    }
}

impl Project {
    /// That a glob matches none of the files: whoever wrote it meant some.
    fn idle_globs(&self, paths: &[String]) -> Vec<Diagnostic> {
        let interface = &self.config.interface;
        let mut met = vec![false; interface.globs.len()];
        for path in paths {
            for number in interface.sources.matches(path) {
                if let Some(met) = met.get_mut(number) {
                    *met = true;
                }
            }
        }
        let idle = interface.globs.iter().zip(met).filter(|(_, met)| !met);
        let found = idle.map(|((glob, place), _)| {
            Diagnostic::new(Code::EMPTY_COLLECTION, place.clone()).with("pattern", glob)
        });
        found.collect()
    }
}

/// Whether a file that was not read could use messages.
fn told(refused: &Diagnostic) -> bool {
    ![Code::BINARY_FILE, Code::INVALID_UTF8, Code::SYMBOLIC_LINK].contains(&refused.code)
}

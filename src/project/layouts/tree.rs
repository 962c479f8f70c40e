//! The paths of a tree that could be articles, ready to be compared.

use std::collections::BTreeMap;

use super::super::root::Root;
use super::super::walk::{Seen, walk};

/// The formats we read.
const EXTENSIONS: &[&str] = &["md", "mdx", "markdown", "ftl"];
/// A file of these names is in every folder, so it says nothing of who mirrors whom.
const EVERYWHERE: &[&str] = &["index", "_index", "readme"];

/// The files of a tree, sorted; elsewhere a file is its number here.
#[derive(Debug)]
pub(super) struct Tree {
    pub(super) files: Vec<File>,
    by_stem: BTreeMap<String, usize>,
}

/// One file.
#[derive(Debug)]
pub(super) struct File {
    /// Its path without the extension.
    pub(super) stem: String,
    pub(super) ext: &'static str,
}

impl File {
    pub(super) fn path(&self) -> String {
        format!("{}.{}", self.stem, self.ext)
    }
}

impl Tree {
    pub(super) fn read(root: &Root) -> Self {
        let mut files = walk(root, &[""], || {
            |seen| match seen {
                Seen::File(path) => file(&path),
                _ => None,
            }
        });
        files.sort_by(|a, b| (&a.stem, a.ext).cmp(&(&b.stem, b.ext)));
        let stems = files.iter().enumerate();
        let by_stem = stems
            .map(|(number, file)| (file.stem.clone(), number))
            .collect();
        Self { files, by_stem }
    }

    /// The file with this path but for its extension.
    pub(super) fn find(&self, stem: &str) -> Option<usize> {
        self.by_stem.get(stem).copied()
    }

    /// The files in a folder and below, with their stems from there.
    pub(super) fn under<'t>(&'t self, folder: &str) -> impl Iterator<Item = (&'t str, usize)> {
        let prefix = join(folder, "");
        let start = self.files.partition_point(|file| file.stem < prefix);
        let files = self.files.iter().enumerate().skip(start);
        files.map_while(move |(number, file)| Some((file.stem.strip_prefix(&prefix)?, number)))
    }
}

/// `folder/name`, or the name alone at the root.
pub(super) fn join(folder: &str, name: &str) -> String {
    if folder.is_empty() {
        name.to_owned()
    } else {
        format!("{folder}/{name}")
    }
}

/// Folder and last name of a path.
pub(super) fn cut(path: &str) -> (&str, &str) {
    path.rsplit_once('/').unwrap_or(("", path))
}

/// Whether a file of this name is in every folder.
pub(super) fn is_everywhere(stem: &str) -> bool {
    let name = cut(stem).1.to_lowercase();
    EVERYWHERE.contains(&name.as_str())
}

fn file(path: &str) -> Option<File> {
    let (stem, ext) = path.rsplit_once('.')?;
    let ext = EXTENSIONS.iter().find(|known| **known == ext)?;
    // Packages that were installed beside the site; and what a pattern could not say.
    let foreign = path.split('/').any(|part| part == "node_modules");
    let strange = path.contains(['{', '}', '*', '?', '\\']);
    (!foreign && !strange).then(|| File {
        stem: stem.to_owned(),
        ext,
    })
}

//! The files that are followed, under the names they have at one point of the history.

use std::collections::BTreeMap;
use std::sync::Arc;

/// A folder of followed files. Cheap to clone: what is equal is shared.
#[derive(Debug, Clone, Default)]
pub(super) struct Names {
    files: BTreeMap<Vec<u8>, Vec<usize>>,
    folders: BTreeMap<Vec<u8>, Arc<Names>>,
}

impl Names {
    /// Whether nothing is followed here.
    pub(super) fn is_empty(&self) -> bool {
        self.files.is_empty() && self.folders.is_empty()
    }

    /// Whether a file of that name is followed in this very folder.
    pub(super) fn has_file(&self, name: &[u8]) -> bool {
        self.files.contains_key(name)
    }

    /// The followed files of a folder in this one.
    pub(super) fn folder(&self, name: &[u8]) -> Option<&Self> {
        self.folders.get(name).map(Arc::as_ref)
    }

    /// Which files go by the name `path`. Two may: one that is gone, and one that took its name.
    pub(super) fn get(&self, path: &[u8]) -> &[usize] {
        match split(path) {
            (None, name) => self.files.get(name).map_or(&[], Vec::as_slice),
            (Some(folder), rest) => self.folder(folder).map_or(&[], |names| names.get(rest)),
        }
    }

    /// From here on, these files also go by the name `path`.
    pub(super) fn add(&mut self, path: &[u8], files: &[usize]) {
        if files.is_empty() {
            return;
        }
        match split(path) {
            (None, name) => join(self.files.entry(name.to_vec()).or_default(), files),
            (Some(folder), rest) => {
                let names = self.folders.entry(folder.to_vec()).or_default();
                Arc::make_mut(names).add(rest, files);
            }
        }
    }

    /// No file goes by the name `path` any more; those that did are returned.
    pub(super) fn take(&mut self, path: &[u8]) -> Vec<usize> {
        match split(path) {
            (None, name) => self.files.remove(name).unwrap_or_default(),
            (Some(folder), rest) => {
                let Some(names) = self.folders.get_mut(folder) else {
                    return Vec::new();
                };
                let names = Arc::make_mut(names);
                let taken = names.take(rest);
                if names.is_empty() {
                    self.folders.remove(folder);
                }
                taken
            }
        }
    }

    /// Follows what `other` follows, too.
    pub(super) fn merge(&mut self, other: &Self) {
        for (name, files) in &other.files {
            match self.files.get_mut(name) {
                Some(own) => join(own, files),
                None => drop(self.files.insert(name.clone(), files.clone())),
            }
        }
        for (name, folder) in &other.folders {
            match self.folders.get_mut(name) {
                Some(own) if Arc::ptr_eq(own, folder) => {}
                Some(own) => Arc::make_mut(own).merge(folder),
                None => drop(self.folders.insert(name.clone(), Arc::clone(folder))),
            }
        }
    }
}

/// The outermost folder of a path, and the rest.
fn split(path: &[u8]) -> (Option<&[u8]>, &[u8]) {
    match memchr::memchr(b'/', path) {
        Some(at) => (Some(&path[..at]), &path[at + 1..]),
        None => (None, path),
    }
}

fn join(files: &mut Vec<usize>, more: &[usize]) {
    for file in more {
        if !files.contains(file) {
            files.push(*file);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_one_does_not_touch_the_other() {
        let mut names = Names::default();
        names.add(b"ru/a.md", &[0]);
        names.add(b"en/a.md", &[1]);
        let mut older = names.clone();
        assert_eq!(older.take(b"ru/a.md"), [0]);
        older.add(b"a.md", &[0]);
        assert_eq!(names.get(b"ru/a.md"), [0]);
        assert_eq!(older.get(b"ru/a.md"), [0usize; 0]);
        assert!(older.folder(b"ru").is_none());
        older.merge(&names);
        assert_eq!(older.get(b"ru/a.md"), [0]);
        assert_eq!(older.get(b"a.md"), [0]);
        older.merge(&names);
        assert_eq!(older.get(b"en/a.md"), [1]);
    }
}

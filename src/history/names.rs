//! The files that are followed, under the names they have at one point of the history.

use std::collections::BTreeMap;

/// A folder of followed files. It is handed on from a commit to its parents, never copied:
/// a folder may have thousands of files, and a history hundreds of thousands of commits.
#[derive(Debug, Default)]
pub(super) struct Names {
    files: BTreeMap<Vec<u8>, Vec<usize>>,
    folders: BTreeMap<Vec<u8>, Names>,
    /// How many names there are in all folders.
    count: usize,
}

impl Names {
    /// Whether nothing is followed here.
    pub(super) fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// Whether a file of that name is followed in this very folder.
    pub(super) fn has_file(&self, name: &[u8]) -> bool {
        self.files.contains_key(name)
    }

    /// The followed files of a folder in this one.
    pub(super) fn folder(&self, name: &[u8]) -> Option<&Self> {
        self.folders.get(name)
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
        match split(path) {
            _ if files.is_empty() => {}
            (None, name) => {
                self.count += usize::from(!self.has_file(name));
                join(self.files.entry(name.to_vec()).or_default(), files);
            }
            (Some(folder), rest) => {
                let names = self.folders.entry(folder.to_vec()).or_default();
                let before = names.count;
                names.add(rest, files);
                self.count += names.count - before;
            }
        }
    }

    /// No file goes by the name `path` any more; those that did are returned.
    pub(super) fn take(&mut self, path: &[u8]) -> Vec<usize> {
        match split(path) {
            (None, name) => {
                let taken = self.files.remove(name);
                self.count -= usize::from(taken.is_some());
                taken.unwrap_or_default()
            }
            (Some(folder), rest) => {
                let Some(names) = self.folders.get_mut(folder) else {
                    return Vec::new();
                };
                let before = names.count;
                let taken = names.take(rest);
                self.count -= before - names.count;
                if names.is_empty() {
                    self.folders.remove(folder);
                }
                taken
            }
        }
    }

    /// Follows what either follows.
    pub(super) fn merge(self, other: Self) -> Self {
        let (mut all, few) = if self.count < other.count {
            (other, self)
        } else {
            (self, other)
        };
        for (name, files) in few.files {
            match all.files.get_mut(&name) {
                Some(own) => join(own, &files),
                None => drop(all.files.insert(name, files)),
            }
        }
        for (name, folder) in few.folders {
            let own = all.folders.remove(&name).unwrap_or_default();
            all.folders.insert(name, own.merge(folder));
        }
        all.recount();
        all
    }

    fn recount(&mut self) {
        let inner: usize = self.folders.values().map(|folder| folder.count).sum();
        self.count = self.files.len() + inner;
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
    fn a_file_may_have_two_names_and_a_name_two_files() {
        let mut names = Names::default();
        names.add(b"ru/a.md", &[0]);
        names.add(b"ru/b.md", &[1]);
        names.add(b"c.md", &[2]);
        assert_eq!(names.take(b"ru/a.md"), [0]);
        assert_eq!(names.take(b"ru/a.md"), [0usize; 0]);
        let mut more = Names::default();
        more.add(b"old/a.md", &[0]);
        more.add(b"ru/b.md", &[0]);
        let mut names = more.merge(names);
        assert_eq!(names.get(b"old/a.md"), [0]);
        assert_eq!(names.get(b"ru/b.md"), [0, 1]);
        assert_eq!(names.count, 3);
        names.take(b"ru/b.md");
        assert!(names.folder(b"ru").is_none());
        names.take(b"c.md");
        names.take(b"old/a.md");
        assert!(names.is_empty());
    }
}

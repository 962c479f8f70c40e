//! The bases under `.sverka/base/`, and the lock that keeps two runs apart.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::time::Duration;

use super::error::ProjectError;
use super::leftovers;
use super::lock;
use super::root::{Root, check};
use super::write::{UNFINISHED, sync};
use crate::diagnostic::Diagnostic;
use crate::text::Lang;

/// The folder of everything that Sverka keeps.
pub(super) const FOLDER: &str = ".sverka";
const LOCK: &str = ".sverka/lock";
const IGNORED: &str = ".sverka/.gitignore";

/// What Sverka keeps of a project, for reading.
#[derive(Debug, Clone)]
pub struct Store {
    pub(super) root: Root,
}

/// The same, for writing: as long as it lives, no other run writes.
#[derive(Debug)]
pub struct LockedStore {
    store: Store,
    lock: File,
}

/// A translation that the store knows.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct BaseFile {
    /// The language of the translation it belongs to.
    pub lang: Lang,
    /// The path of the source file whose text it was.
    pub source: String,
}

impl Store {
    /// The store of the project in `root`; it need not exist yet.
    pub fn new(root: Root) -> Self {
        Self { root }
    }

    /// Where the base of a translation is, relative to the root.
    pub fn base_path(lang: &Lang, source: &str) -> String {
        format!("{FOLDER}/base/{lang}/{source}")
    }

    /// The source file of a base or a review, by the path of that.
    pub fn source_of(path: &str) -> Option<&str> {
        let (kind, rest) = path
            .strip_prefix(FOLDER)?
            .strip_prefix('/')?
            .split_once('/')?;
        let (_, source) = rest.split_once('/')?;
        match kind {
            "base" => Some(source),
            "review" => source.strip_suffix(".toml"),
            _ => None,
        }
    }

    /// The base of a translation into `lang` of the article whose source file is `source`.
    pub fn base(&self, lang: &Lang, source: &str) -> Result<Option<String>, Box<Diagnostic>> {
        self.root.read_if_any(&Self::base_path(lang, source))
    }

    /// All bases, by language and path.
    pub fn bases(&self) -> Result<Vec<BaseFile>, ProjectError> {
        self.list("base", "")
    }

    /// All translations of which something was said, by language and path of the source.
    pub fn reviews(&self) -> Result<Vec<BaseFile>, ProjectError> {
        self.list("review", ".toml")
    }

    /// The files in one of the store's folders whose names end with `ending`, without it.
    pub(super) fn list(&self, folder: &str, ending: &str) -> Result<Vec<BaseFile>, ProjectError> {
        let folder = self.root.join(&format!("{FOLDER}/{folder}"));
        let mut all = Vec::new();
        for (name, is_folder) in entries(&folder)? {
            let Ok(lang) = name.parse::<Lang>() else {
                continue;
            };
            // Only the canonical spelling is where they are looked for.
            if is_folder && lang.to_string() == name {
                let mut paths = Vec::new();
                collect(&folder.join(&name), "", &mut paths)?;
                let named = paths.iter().filter_map(|path| path.strip_suffix(ending));
                all.extend(named.map(|source| BaseFile {
                    lang: lang.clone(),
                    source: source.to_owned(),
                }));
            }
        }
        all.sort();
        Ok(all)
    }

    /// Takes the lock of the project, waiting at most `patience` for another run to end.
    pub fn lock(&self, patience: Duration) -> Result<LockedStore, ProjectError> {
        let (place, _) = self.root.place(LOCK)?;
        let file = lock::take(&place, patience)?;
        if leftovers::begin(&file).map_err(ProjectError::io(&place))? {
            leftovers::remove(&self.root.join(FOLDER), true);
        }
        if matches!(self.root.read_if_any(IGNORED), Ok(None)) {
            self.root.write(IGNORED, b"/lock\n/cache/\n")?;
        }
        Ok(LockedStore {
            store: self.clone(),
            lock: file,
        })
    }
}

impl Drop for LockedStore {
    fn drop(&mut self) {
        leftovers::end(&self.lock);
    }
}

impl LockedStore {
    /// The store, for reading what no other run changes now.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Records that the translation reflects `text`.
    pub fn write_base(&self, lang: &Lang, source: &str, text: &str) -> Result<(), ProjectError> {
        check(source)?;
        let path = Store::base_path(lang, source);
        self.store.root.write(&path, text.as_bytes())
    }

    /// Forgets a base; whether there was one.
    pub fn remove_base(&self, lang: &Lang, source: &str) -> Result<bool, ProjectError> {
        check(source)?;
        let path = Store::base_path(lang, source);
        self.remove(&path)
    }

    /// Moves a base along with its source file. A base that stands there already is kept,
    /// and the move is an error.
    pub fn move_base(&self, lang: &Lang, from: &str, to: &str) -> Result<(), ProjectError> {
        check(from)?;
        check(to)?;
        self.rename(&Store::base_path(lang, from), &Store::base_path(lang, to))
    }

    pub(super) fn remove(&self, path: &str) -> Result<bool, ProjectError> {
        let there = self.remove_alone(path)?;
        if there {
            self.prune(path);
        }
        Ok(there)
    }

    /// Removes a file and leaves its folder, in which another thread may be about to write.
    pub(super) fn remove_alone(&self, path: &str) -> Result<bool, ProjectError> {
        let place = self.store.root.join(path);
        self.inside(path)?;
        match fs::remove_file(&place) {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(ProjectError::io(place)(error)),
        }
    }

    pub(super) fn rename(&self, from: &str, to: &str) -> Result<(), ProjectError> {
        self.inside(from)?;
        let old = self.store.root.join(from);
        let (new, folder) = self.store.root.place(to)?;
        // Between this question and the answer no other run can come: we hold the lock.
        if fs::symlink_metadata(&new).is_ok() {
            return Err(ProjectError::Exists(new));
        }
        let moved = fs::rename(&old, &new).and_then(|()| sync(&folder));
        moved.map_err(ProjectError::io(old))?;
        self.prune(from);
        Ok(())
    }

    fn inside(&self, path: &str) -> Result<(), ProjectError> {
        match self.store.root.is_inside(path) {
            Ok(false) => Err(ProjectError::Link(self.store.root.join(path))),
            // Nothing there is for the caller to notice.
            Ok(true) | Err(_) => Ok(()),
        }
    }

    /// Removes the folders above `path` that are empty now, up to `.sverka/base/ru`.
    fn prune(&self, path: &str) {
        let mut folder = path;
        while let Some((above, _)) = folder.rsplit_once('/') {
            folder = above;
            let deep = folder.split('/').count() > 3;
            // A folder that is not empty refuses, and that is where we stop.
            if !deep || fs::remove_dir(self.store.root.join(folder)).is_err() {
                break;
            }
            self.store.root.forget(folder);
        }
    }
}

/// The names in a folder, sorted, with whether each is a folder; links and unfinished
/// files are left out. A folder that does not exist has none.
fn entries(folder: &Path) -> Result<Vec<(String, bool)>, ProjectError> {
    let read = match fs::read_dir(folder) {
        Ok(read) => read,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(ProjectError::io(folder)(error)),
    };
    let mut names = Vec::new();
    for entry in read {
        let entry = entry.map_err(ProjectError::io(folder))?;
        let kind = entry.file_type().map_err(ProjectError::io(entry.path()))?;
        let Ok(name) = entry.file_name().into_string() else {
            continue;
        };
        if !kind.is_symlink() && !name.starts_with(UNFINISHED) {
            names.push((name, kind.is_dir()));
        }
    }
    names.sort();
    Ok(names)
}

fn collect(folder: &Path, prefix: &str, paths: &mut Vec<String>) -> Result<(), ProjectError> {
    for (name, is_folder) in entries(folder)? {
        let path = format!("{prefix}{name}");
        if is_folder {
            collect(&folder.join(&name), &format!("{path}/"), paths)?;
        } else {
            paths.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn store() -> (tempfile::TempDir, Store) {
        let folder = tempfile::tempdir().unwrap();
        let root = Root::new(folder.path()).unwrap();
        (folder, Store::new(root))
    }

    fn lang(tag: &str) -> Lang {
        tag.parse().unwrap()
    }

    #[test]
    fn what_is_written_is_read() {
        let (folder, store) = store();
        let text = "\u{feff}Снег\r\nидёт\n";
        let writing = store.lock(Duration::ZERO).unwrap();
        writing
            .write_base(&lang("pt_br"), "статьи/снег/ru.md", text)
            .unwrap();
        assert_eq!(
            store
                .base(&lang("pt-BR"), "статьи/снег/ru.md")
                .unwrap()
                .unwrap(),
            text
        );
        assert_eq!(store.base(&lang("en"), "статьи/снег/ru.md").unwrap(), None);
        assert!(
            folder
                .path()
                .join(".sverka/base/pt-BR/статьи/снег/ru.md")
                .is_file()
        );
        assert_eq!(store.root.read(IGNORED).unwrap(), "/lock\n/cache/\n");
    }

    #[test]
    fn reading_writes_nothing() {
        let (folder, store) = store();
        assert_eq!(store.base(&lang("en"), "a.md").unwrap(), None);
        assert_eq!(store.bases().unwrap(), []);
        assert!(!folder.path().join(FOLDER).exists());
    }

    #[test]
    fn bases_move_and_go_with_their_folders() {
        let (folder, store) = store();
        let en = lang("en");
        let writing = store.lock(Duration::ZERO).unwrap();
        writing.write_base(&en, "old/a.md", "а").unwrap();
        writing.write_base(&en, "b.md", "б").unwrap();
        writing.move_base(&en, "old/a.md", "new/deep/a.md").unwrap();
        let error = writing.move_base(&en, "b.md", "new/deep/a.md");
        assert!(matches!(error, Err(ProjectError::Exists(_))));
        let sources: Vec<String> = store
            .bases()
            .unwrap()
            .into_iter()
            .map(|base| base.source)
            .collect();
        assert_eq!(sources, ["b.md", "new/deep/a.md"]);
        assert!(!folder.path().join(".sverka/base/en/old").exists());
        writing.write_base(&en, "old/a.md", "снова").unwrap();
        assert!(writing.remove_base(&en, "old/a.md").unwrap());
        assert!(!writing.remove_base(&en, "old/a.md").unwrap());
        assert!(matches!(
            writing.write_base(&en, "../a", ""),
            Err(ProjectError::BadPath(_))
        ));
    }

    #[test]
    fn a_second_run_waits_and_then_says_so() {
        let (_folder, store) = store();
        let first = store.lock(Duration::ZERO).unwrap();
        let second = store.lock(Duration::from_millis(50));
        assert!(matches!(second, Err(ProjectError::Locked { .. })));
        drop(first);
        assert!(store.lock(Duration::ZERO).is_ok());
    }
}

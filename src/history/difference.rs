//! In which files two trees differ, looking only where somebody wants to know.

use std::cmp::Ordering;

use gix::ObjectId;
use gix::objs::tree::EntryRef;
use gix::objs::{Kind, TreeRefIter};

use super::error::{HistoryError, reason};
use super::id::BlobId;
use super::names::Names;
use super::objects::{Found, Objects};

/// Folders deeper than this are passed over: no article is there, but an attack may be.
const DEEPEST: usize = 200;

/// A file that two trees have differently. What is no file (a link, a submodule) is not there.
#[derive(Debug, Clone)]
pub(super) struct Difference {
    /// Its path in the repository.
    pub(super) path: Vec<u8>,
    /// What the older tree has.
    pub(super) old: Option<ObjectId>,
    /// What the newer tree has.
    pub(super) new: Option<ObjectId>,
}

/// The differences between two trees (no tree is an empty one), of the files in `names` or
/// of all; `None` if a partial clone lacks one of their folders.
pub(super) fn difference(
    objects: Objects<'_>,
    names: Option<&Names>,
    old: Option<ObjectId>,
    new: Option<ObjectId>,
) -> Result<Option<Vec<Difference>>, HistoryError> {
    let mut search = Search {
        objects,
        path: Vec::new(),
        found: Vec::new(),
        complete: true,
    };
    search.trees(names, old, new)?;
    Ok(search.complete.then_some(search.found))
}

/// Which blob a commit has at `path`.
pub(super) fn lookup(
    objects: Objects<'_>,
    commit: ObjectId,
    path: &[u8],
) -> Result<Option<BlobId>, HistoryError> {
    let Some(mut id) = objects.tree(commit)? else {
        return Ok(None);
    };
    let mut parts = path.split(|byte| *byte == b'/').peekable();
    while let Some(part) = parts.next() {
        let Some(tree) = objects.find(id, Kind::Tree)? else {
            return Ok(None);
        };
        let folder = parts.peek().is_some();
        let mut entries = objects.entries(&tree).map_while(Result::ok);
        let Some(entry) =
            entries.find(|entry| entry.filename == part && (entry.mode.is_tree() == folder))
        else {
            return Ok(None);
        };
        if !folder {
            return Ok(entry.mode.is_blob().then(|| BlobId(entry.oid.to_owned())));
        }
        id = entry.oid.to_owned();
    }
    Ok(None)
}

struct Search<'a> {
    objects: Objects<'a>,
    path: Vec<u8>,
    found: Vec<Difference>,
    complete: bool,
}

impl Search<'_> {
    fn trees(
        &mut self,
        names: Option<&Names>,
        old: Option<ObjectId>,
        new: Option<ObjectId>,
    ) -> Result<(), HistoryError> {
        let depth = memchr::memchr_iter(b'/', &self.path).count();
        if old == new || !self.complete || depth > DEEPEST {
            return Ok(());
        }
        let objects = self.objects;
        let load = |id: Option<ObjectId>| id.map(|id| objects.find(id, Kind::Tree)).transpose();
        let (old_tree, new_tree) = (load(old)?, load(new)?);
        if matches!(old_tree, Some(None)) || matches!(new_tree, Some(None)) {
            self.complete = false;
            return Ok(());
        }
        let (old_tree, new_tree) = (old_tree.flatten(), new_tree.flatten());
        let mut olds = Entries::new(objects, old_tree.as_ref());
        let mut news = Entries::new(objects, new_tree.as_ref());
        loop {
            olds.skip_equal(&mut news);
            let (left, right) = (olds.first()?, news.first()?);
            let order = match (&left, &right) {
                (None, None) => return Ok(()),
                (Some(left), Some(right)) => left.cmp(right),
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
            };
            let was = left.filter(|_| order.is_le());
            let is = right.filter(|_| order.is_ge());
            self.entries(names, was, is)?;
            if order.is_le() {
                olds.skip();
            }
            if order.is_ge() {
                news.skip();
            }
        }
    }

    /// Two entries of one name and one kind, folder or not; one of them may be missing.
    fn entries(
        &mut self,
        names: Option<&Names>,
        old: Option<EntryRef<'_>>,
        new: Option<EntryRef<'_>>,
    ) -> Result<(), HistoryError> {
        let Some(entry) = old.or(new) else {
            return Ok(());
        };
        let length = self.path.len();
        if entry.mode.is_tree() {
            let inner = names.map(|names| names.folder(entry.filename));
            if let Some(None) = inner {
                return Ok(());
            }
            self.path.extend_from_slice(entry.filename);
            self.path.push(b'/');
            let id = |entry: EntryRef<'_>| entry.oid.to_owned();
            self.trees(inner.flatten(), old.map(id), new.map(id))?;
        } else if names.is_none_or(|names| names.has_file(entry.filename)) {
            self.path.extend_from_slice(entry.filename);
            let file = |entry: EntryRef<'_>| entry.mode.is_blob().then(|| entry.oid.to_owned());
            let (old, new) = (old.and_then(file), new.and_then(file));
            // A file that became executable has the same content.
            if old != new {
                let path = self.path.clone();
                self.found.push(Difference { path, old, new });
            }
        }
        self.path.truncate(length);
        Ok(())
    }
}

/// What is left to read of a tree.
struct Entries<'t> {
    objects: Objects<'t>,
    id: ObjectId,
    bytes: &'t [u8],
}

impl<'t> Entries<'t> {
    fn new(objects: Objects<'t>, tree: Option<&'t Found<'_>>) -> Self {
        let hash = objects.repository.object_hash();
        Self {
            objects,
            id: tree.map_or_else(|| hash.null(), |tree| tree.id),
            bytes: tree.map_or(&[], |tree| &tree.data),
        }
    }

    fn first(&self) -> Result<Option<EntryRef<'t>>, HistoryError> {
        let hash = self.objects.repository.object_hash();
        let first = TreeRefIter::from_bytes(self.bytes, hash).next().transpose();
        first.map_err(|error| self.objects.broken(self.id, reason(&error)))
    }

    fn skip(&mut self) {
        self.bytes = &self.bytes[self.length()..];
    }

    /// Skips what both have. Most of two large folders is equal, and need not be understood.
    fn skip_equal(&mut self, other: &mut Self) {
        while !self.bytes.is_empty() {
            let length = self.length();
            if !other.bytes.starts_with(&self.bytes[..length]) {
                return;
            }
            self.bytes = &self.bytes[length..];
            other.bytes = &other.bytes[length..];
        }
    }

    /// How many bytes the first entry has: mode, name, a zero, and the name of an object.
    fn length(&self) -> usize {
        let hash = self.objects.repository.object_hash().len_in_bytes();
        let end = memchr::memchr(0, self.bytes).map_or(self.bytes.len(), |zero| zero + 1 + hash);
        end.min(self.bytes.len())
    }
}

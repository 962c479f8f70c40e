//! Reads commits, trees and blobs as bytes, and knows which of them this clone may lack.

use std::path::Path;

use gix::ObjectId;
use gix::objs::{CommitRefIter, Kind, TreeRefIter};

use super::error::{HistoryError, reason};

/// The longest article that is read from history, as on the disk: 16 MiB.
pub(super) const LONGEST_BLOB: u64 = 16 << 20;

/// One thread's view of the objects of a repository.
#[derive(Clone, Copy)]
pub(super) struct Objects<'a> {
    pub(super) repository: &'a gix::Repository,
    /// Whether the clone was made without some of its objects, so that missing ones are no damage.
    pub(super) partial: bool,
}

/// An object that this clone has.
pub(super) type Found<'a> = gix::Object<'a>;

impl<'a> Objects<'a> {
    /// An object of that kind; `None` if a partial clone lacks it.
    pub(super) fn find(&self, id: ObjectId, kind: Kind) -> Result<Option<Found<'a>>, HistoryError> {
        match self.repository.try_find_object(id) {
            Ok(Some(object)) if object.kind == kind => Ok(Some(object)),
            Ok(Some(object)) => Err(self.broken(id, format!("a {}, not a {kind}", object.kind))),
            Ok(None) if self.partial => Ok(None),
            Ok(None) => Err(self.broken(id, "missing".to_owned())),
            Err(error) => Err(self.broken(id, reason(&error))),
        }
    }

    /// How long a blob is, without reading it; `None` if a partial clone lacks it.
    pub(super) fn size(&self, id: ObjectId) -> Result<Option<u64>, HistoryError> {
        match self.repository.try_find_header(id) {
            Ok(Some(header)) => Ok(Some(header.size())),
            Ok(None) if self.partial => Ok(None),
            Ok(None) => Err(self.broken(id, "missing".to_owned())),
            Err(error) => Err(self.broken(id, reason(&error))),
        }
    }

    /// The id of a blob with these bytes, whether or not there is one.
    pub(super) fn id_of(&self, bytes: &[u8]) -> Result<ObjectId, HistoryError> {
        let id = gix::objs::compute_hash(self.repository.object_hash(), Kind::Blob, bytes);
        id.map_err(|error| HistoryError::Object {
            path: self.path().to_owned(),
            object: String::new(),
            reason: error.to_string(),
        })
    }

    /// That an object cannot be made sense of.
    pub(super) fn broken(&self, id: ObjectId, reason: String) -> HistoryError {
        HistoryError::Object {
            path: self.path().to_owned(),
            object: id.to_string(),
            reason,
        }
    }

    /// The tree of a commit; `None` if a partial clone lacks the commit.
    pub(super) fn tree(&self, commit: ObjectId) -> Result<Option<ObjectId>, HistoryError> {
        let Some(found) = self.find(commit, Kind::Commit)? else {
            return Ok(None);
        };
        let tree = self.tokens(&found).tree_id();
        tree.map(Some)
            .map_err(|error| self.broken(commit, reason(&error)))
    }

    /// The entries of a tree.
    pub(super) fn entries<'t>(&self, tree: &'t Found<'_>) -> TreeRefIter<'t> {
        TreeRefIter::from_bytes(&tree.data, self.repository.object_hash())
    }

    /// The parts of a commit.
    pub(super) fn tokens<'t>(&self, commit: &'t Found<'_>) -> CommitRefIter<'t> {
        CommitRefIter::from_bytes(&commit.data, self.repository.object_hash())
    }

    fn path(&self) -> &Path {
        self.repository.git_dir()
    }
}

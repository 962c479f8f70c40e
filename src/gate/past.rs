//! The files of a project as they were in a commit, by the names that they have today.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic};
use crate::history::{BlobId, CommitId, History, HistoryError};
use crate::project::{Reason, Store};
use crate::text::Span;

/// A commit, read by paths of today.
pub(super) struct Past<'h> {
    history: &'h History,
    commit: CommitId,
    /// What files that were renamed since were called.
    renamed: BTreeMap<String, String>,
}

impl<'h> Past<'h> {
    /// What there was in a commit; `None` where a partial clone lacks a folder of it.
    pub(super) fn new(
        history: &'h History,
        commit: CommitId,
    ) -> Result<Option<Self>, HistoryError> {
        let renamed = history.renamed_since(commit)?;
        Ok(renamed.map(|renamed| Self {
            history,
            commit,
            renamed,
        }))
    }

    /// What a file said then; none where there was no such file.
    pub(super) fn text(&self, path: &str) -> Result<Option<String>, Box<Diagnostic>> {
        let broken = |reason: String| {
            let found = Diagnostic::new(Code::UNREADABLE, Span::file(path));
            Box::new(found.with("reason", reason))
        };
        let id = self.id(path).map_err(|error| broken(error.to_string()))?;
        let Some(id) = id else {
            return Ok(None);
        };
        let bytes = self.history.blob(id);
        let bytes = bytes.map_err(|error| broken(error.to_string()))?;
        let bytes = bytes.ok_or_else(|| broken(Reason::NotFetched.name().to_owned()))?;
        // What was no text then has no findings; whoever made it one has made nothing worse.
        Ok(String::from_utf8(bytes).ok())
    }

    /// Whether `path` said something else then, or was not there.
    pub(super) fn changed(&self, path: &str, text: &str) -> bool {
        let now = self.history.id_of(text.as_bytes()).ok();
        now.is_none() || self.id(path).ok().flatten() != now
    }

    /// Whether there was such a file.
    pub(super) fn has(&self, path: &str) -> bool {
        self.id(path).is_ok_and(|id| id.is_some())
    }

    fn id(&self, path: &str) -> Result<Option<BlobId>, HistoryError> {
        if let Some(id) = self.history.blob_at(self.commit, path)? {
            return Ok(Some(id));
        }
        match self.name_then(path) {
            Some(old) => self.history.blob_at(self.commit, &old),
            None => Ok(None),
        }
    }

    /// The name of a file that was renamed since; a record that nobody moved goes by its source's.
    fn name_then(&self, path: &str) -> Option<String> {
        if let Some(old) = self.renamed.get(path) {
            return Some(old.clone());
        }
        let source = Store::source_of(path)?;
        let old = self.renamed.get(source)?;
        Some(path.replacen(source, old, 1))
    }
}

//! What was renamed between a commit and `HEAD`.

use std::collections::BTreeMap;

use super::difference::difference;
use super::renames::origins;
use super::{CommitId, History, HistoryError};

impl History {
    /// What the files that are new since `commit` were called there, where they were renamed; as
    /// `HEAD` has them. `None` if a partial clone lacks a folder of either.
    pub fn renamed_since(
        &self,
        commit: CommitId,
    ) -> Result<Option<BTreeMap<String, String>>, HistoryError> {
        self.with(|objects| {
            let (old, new) = (objects.tree(commit.0)?, objects.tree(self.head)?);
            let (Some(old), Some(new)) = (old, new) else {
                return Ok(None);
            };
            let Some(mut all) = difference(objects, None, Some(old), Some(new))? else {
                return Ok(None);
            };
            all.retain(|change| !self.place.outward(&change.path).starts_with("../"));
            let found = origins(objects, &all, |_| true)?;
            let path = |path: &[u8]| self.place.outward(path);
            let old = found.old.iter();
            Ok(Some(old.map(|(new, old)| (path(new), path(old))).collect()))
        })
    }
}

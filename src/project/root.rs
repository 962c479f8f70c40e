//! The folder of a project, and the promise never to leave it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, RwLock};
use std::{fs, io};

use super::error::ProjectError;

/// The folder of a project; every reading and writing goes through it.
///
/// Paths are relative to it, with `/` between their parts. A symbolic link is not
/// followed, neither at the end of a path nor on the way.
#[derive(Debug, Clone)]
pub struct Root {
    path: PathBuf,
    /// Folders that were seen to be real ones, so that reading 100,000 articles does not
    /// ask for each of their parents every time.
    real: Arc<RwLock<BTreeSet<String>>>,
}

impl Root {
    /// The project in `path`, a folder that exists.
    pub fn new(path: &Path) -> Result<Self, ProjectError> {
        let path = path.canonicalize().map_err(ProjectError::io(path))?;
        Ok(Self {
            path,
            real: Arc::default(),
        })
    }

    /// A folder that need not exist yet, at a path without links.
    pub(super) fn unseen(path: PathBuf) -> Self {
        Self {
            path,
            real: Arc::default(),
        }
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where `path` is for the system.
    pub fn join(&self, path: &str) -> PathBuf {
        self.path.join(path)
    }

    /// Whether every folder on the way to `path` is a real one; an error if one is missing.
    pub(super) fn is_inside(&self, path: &str) -> io::Result<bool> {
        let Some((folder, _)) = path.rsplit_once('/') else {
            return Ok(true);
        };
        if self.real.read().is_ok_and(|real| real.contains(folder)) {
            return Ok(true);
        }
        if !self.is_inside(folder)? || fs::symlink_metadata(self.join(folder))?.is_symlink() {
            return Ok(false);
        }
        if let Ok(mut real) = self.real.write() {
            real.insert(folder.to_owned());
        }
        Ok(true)
    }

    /// That a folder is no more: what comes in its place has to be looked at again.
    pub(super) fn forget(&self, folder: &str) {
        if let Ok(mut real) = self.real.write() {
            real.remove(folder);
        }
    }

    /// That another folder stands in its place.
    pub(super) fn forget_all(&self) {
        if let Ok(mut real) = self.real.write() {
            real.clear();
        }
    }
}

/// Refuses paths that could leave the project or mean something else on another system.
pub(super) fn check(path: &str) -> Result<(), ProjectError> {
    let bad = |part: &str| matches!(part, "" | "." | "..");
    let drive = path.as_bytes().get(1) == Some(&b':');
    if drive || path.contains(['\\', '\0']) || path.split('/').any(bad) {
        return Err(ProjectError::BadPath(path.to_owned()));
    }
    Ok(())
}

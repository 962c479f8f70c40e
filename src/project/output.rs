//! Where bundles are published.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use serde::{Deserialize, Serialize};

use super::error::ProjectError;
use super::root::Root;
use crate::text::Digest;

/// Size and time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileFacts {
    /// Bytes.
    pub size: u64,
    /// Seconds and nanoseconds.
    pub modified: (i64, u32),
}

/// The folder that bundles are published in.
pub struct Output {
    target: PathBuf,
}

/// A bundle in the making.
pub struct Staging<'a> {
    output: &'a Output,
    folder: PathBuf,
}

impl Output {
    /// At a path.
    pub fn at(_root: &Root, target: &Path) -> Result<Self, ProjectError> {
        Ok(Self {
            target: target.to_owned(),
        })
    }

    /// The marker.
    pub fn published(&self) -> Option<String> {
        fs::read_to_string(self.target.join(".sverka-bundle")).ok()
    }

    /// The marker of the previous one.
    pub fn previous(&self) -> Option<String> {
        None
    }

    /// Facts of a file.
    pub fn facts(&self, path: &str) -> Option<FileFacts> {
        facts(&self.target.join(path))
    }

    /// Swaps.
    pub fn rollback(&self) -> Result<(), ProjectError> {
        Err(ProjectError::NotFound(self.target.clone()))
    }

    /// Begins a new one.
    pub fn stage(&self) -> Result<Staging<'_>, ProjectError> {
        let folder = self.target.with_extension("next");
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).map_err(ProjectError::io(&folder))?;
        Ok(Staging {
            output: self,
            folder,
        })
    }
}

impl Staging<'_> {
    fn place(&self, path: &str) -> PathBuf {
        let place = self.folder.join(path);
        let _ = place.parent().map(fs::create_dir_all);
        place
    }

    /// Writes.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<FileFacts, ProjectError> {
        let place = self.place(path);
        fs::write(&place, bytes).map_err(ProjectError::io(&place))?;
        Ok(facts(&place).unwrap_or(FileFacts {
            size: 0,
            modified: (0, 0),
        }))
    }

    /// Writes a new file as it comes, however large.
    pub fn stream(
        &self,
        path: &str,
        write: impl FnOnce(&mut fs::File) -> std::io::Result<()>,
    ) -> Result<FileFacts, ProjectError> {
        let place = self.place(path);
        let mut file = fs::File::create_new(&place).map_err(ProjectError::io(&place))?;
        write(&mut file).map_err(ProjectError::io(&place))?;
        facts(&place).ok_or_else(|| ProjectError::Changed(place))
    }

    /// Keeps.
    pub fn keep(&self, path: &str) -> Result<FileFacts, ProjectError> {
        let place = self.place(path);
        fs::hard_link(self.output.target.join(path), &place).map_err(ProjectError::io(&place))?;
        Ok(facts(&place).unwrap_or(FileFacts {
            size: 0,
            modified: (0, 0),
        }))
    }

    /// Copies.
    pub fn copy(
        &self,
        path: &str,
        root: &Root,
        from: &str,
    ) -> Result<(FileFacts, Digest), ProjectError> {
        let place = self.place(path);
        fs::copy(root.join(from), &place).map_err(ProjectError::io(&place))?;
        let bytes = fs::read(&place).unwrap_or_default();
        Ok((
            facts(&place).unwrap_or(FileFacts {
                size: 0,
                modified: (0, 0),
            }),
            Digest::of(&bytes),
        ))
    }

    /// Publishes.
    pub fn publish(self, marker: &str) -> Result<(), ProjectError> {
        let _ = fs::remove_dir_all(&self.output.target);
        fs::write(self.folder.join(".sverka-bundle"), marker)
            .map_err(ProjectError::io(&self.folder))?;
        fs::rename(&self.folder, &self.output.target).map_err(ProjectError::io(&self.folder))
    }
}

impl Root {
    /// Opens.
    pub fn open(&self, path: &str) -> Result<(fs::File, u64), ProjectError> {
        let place = self.join(path);
        let file = fs::File::open(&place).map_err(ProjectError::io(&place))?;
        let facts = file.metadata().map_err(ProjectError::io(&place))?;
        Ok((file, facts.len()))
    }
}

fn facts(path: &Path) -> Option<FileFacts> {
    let facts = fs::symlink_metadata(path).ok()?;
    let since = facts.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some(FileFacts {
        size: facts.len(),
        modified: (since.as_secs().cast_signed(), since.subsec_nanos()),
    })
}

//! A folder that need not belong to any project, for reading only: what is in it, and what that says.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::error::ProjectError;
use crate::text::{Digest, Hashing};

/// The longest text that is read whole: 256 MiB.
const LONGEST_TEXT: u64 = 256 << 20;

/// A folder.
#[derive(Debug, Clone)]
pub struct Folder {
    path: PathBuf,
}

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// A file.
    File,
    /// A symbolic link, wherever it leads.
    Link,
    /// A pipe, a device, or a name that is no UTF-8.
    Other,
}

impl Folder {
    /// The folder at `path`, which must be there.
    pub fn open(path: &Path) -> Result<Self, ProjectError> {
        let path = path.canonicalize().map_err(ProjectError::io(path))?;
        Ok(Self { path })
    }

    /// Everything in it but folders, at any depth, by path with `/` between its parts, in order. Links
    /// are told and not followed.
    pub fn list(&self) -> Result<Vec<(String, Entry)>, ProjectError> {
        let mut out = Vec::new();
        let mut folders = vec![(self.path.clone(), String::new())];
        while let Some((folder, prefix)) = folders.pop() {
            for entry in fs::read_dir(&folder).map_err(ProjectError::io(&folder))? {
                let entry = entry.map_err(ProjectError::io(&folder))?;
                let kind = entry.file_type().map_err(ProjectError::io(entry.path()))?;
                let name = entry.file_name();
                let path = format!("{prefix}{}", name.to_string_lossy());
                if kind.is_dir() && name.to_str().is_some() {
                    folders.push((entry.path(), path + "/"));
                    continue;
                }
                let standing = match (kind.is_symlink(), kind.is_file() && name.to_str().is_some())
                {
                    (true, _) => Entry::Link,
                    (false, true) => Entry::File,
                    (false, false) => Entry::Other,
                };
                out.push((path, standing));
            }
        }
        out.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        Ok(out)
    }

    /// The size and the digest of a file that was listed, however large it is.
    pub fn digest(&self, path: &str) -> Result<(u64, Digest), ProjectError> {
        let place = self.path.join(path);
        let read = || -> io::Result<(u64, Digest)> {
            let mut file = Hashing::new(open(&place)?);
            io::copy(&mut file, &mut io::sink())?;
            Ok(file.finish())
        };
        read().map_err(ProjectError::io(&place))
    }

    /// The text of a file that was listed; none if it is no text, or too long for one.
    pub fn text(&self, path: &str) -> Result<Option<String>, ProjectError> {
        let place = self.path.join(path);
        let read = || -> io::Result<Option<String>> {
            let mut bytes = Vec::new();
            open(&place)?
                .take(LONGEST_TEXT + 1)
                .read_to_end(&mut bytes)?;
            let fits = bytes.len() as u64 <= LONGEST_TEXT;
            Ok(String::from_utf8(bytes).ok().filter(|_| fits))
        };
        read().map_err(ProjectError::io(&place))
    }
}

/// Opens a regular file; what has become a link or a pipe since it was listed is refused.
fn open(place: &Path) -> io::Result<File> {
    if fs::symlink_metadata(place)?.is_file() {
        File::open(place)
    } else {
        Err(io::ErrorKind::InvalidInput.into())
    }
}

//! What is published, for reading: which files there are, and what they say.

use std::fs::{self, File, Metadata};
use std::io::{self, Read, Write};
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::super::error::ProjectError;
use super::Output;
use super::marker::MARKER;
use super::name::inside;
use crate::text::hexadecimal;

/// How much of a file is in memory at once.
const PIECE: usize = 128 << 10;

/// By what a file is known to be untouched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileFacts {
    /// Its size in bytes.
    pub size: u64,
    /// When it was written: seconds since 1970 in UTC, negative before, and nanoseconds of the
    /// next second.
    pub modified: (i64, u32),
}

impl From<&Metadata> for FileFacts {
    fn from(facts: &Metadata) -> Self {
        Self {
            size: facts.len(),
            modified: facts.modified().map_or((0, 0), since_1970),
        }
    }
}

impl Output {
    /// What is known of a published file; `None` if it is no regular file, or behind a link.
    pub fn facts(&self, path: &str) -> Option<FileFacts> {
        let facts = self.regular(path).ok()?;
        Some(FileFacts::from(&facts))
    }

    /// The bytes of a published file. Nothing is read through a link.
    pub fn read(&self, path: &str) -> Result<Vec<u8>, ProjectError> {
        let mut bytes = Vec::new();
        let mut file = self.open(path)?;
        file.read_to_end(&mut bytes)
            .map_err(ProjectError::io(self.target.join(path)))?;
        Ok(bytes)
    }

    /// The size of a published file and its SHA-256 in hexadecimal digits, however large it is.
    pub fn digest(&self, path: &str) -> Result<(u64, String), ProjectError> {
        let mut file = self.open(path)?;
        let read = pour(&mut file, &mut io::sink());
        read.map_err(ProjectError::io(self.target.join(path)))
    }

    /// Everything that is published but the marker and the folders, by path, sorted. Links and what else is no
    /// regular file is told as well; names that are not UTF-8 are told as near as it gets.
    pub fn files(&self) -> Result<Vec<String>, ProjectError> {
        if !self.target.exists() {
            return Ok(Vec::new());
        }
        let mut all = list(&self.target, "")?;
        all.retain(|path| path != MARKER);
        all.sort_unstable();
        Ok(all)
    }

    /// What the system says of a published regular file.
    pub(super) fn regular(&self, path: &str) -> Result<Metadata, ProjectError> {
        inside(path)?;
        self.folders.regular(path)
    }

    fn open(&self, path: &str) -> Result<File, ProjectError> {
        inside(path)?;
        Ok(self.folders.open(path)?.0)
    }
}

/// Copies piece by piece; how many bytes there were, and their SHA-256 in hexadecimal digits.
pub(super) fn pour(from: &mut impl Read, to: &mut impl Write) -> io::Result<(u64, String)> {
    let (mut piece, mut hasher, mut size) = (vec![0; PIECE], Sha256::new(), 0);
    loop {
        let read = match from.read(&mut piece) {
            Ok(0) => return Ok((size, hexadecimal(&hasher.finalize()))),
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        hasher.update(&piece[..read]);
        to.write_all(&piece[..read])?;
        size += read as u64;
    }
}

fn list(folder: &Path, prefix: &str) -> Result<Vec<String>, ProjectError> {
    let (mut found, mut folders) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(folder).map_err(ProjectError::io(folder))? {
        let entry = entry.map_err(ProjectError::io(folder))?;
        let kind = entry.file_type().map_err(ProjectError::io(entry.path()))?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if kind.is_dir() {
            folders.push((entry.path(), path + "/"));
        } else {
            found.push(path);
        }
    }
    let inner = folders.par_iter().map(|(folder, path)| list(folder, path));
    for more in inner.collect::<Result<Vec<_>, _>>()? {
        found.extend(more);
    }
    Ok(found)
}

fn since_1970(time: SystemTime) -> (i64, u32) {
    let whole = |seconds: u64| i64::try_from(seconds).unwrap_or(i64::MAX);
    match time.duration_since(UNIX_EPOCH) {
        Ok(since) => (whole(since.as_secs()), since.subsec_nanos()),
        Err(before) => {
            let before = before.duration();
            match before.subsec_nanos() {
                0 => (-whole(before.as_secs()), 0),
                nanos => (-whole(before.as_secs()) - 1, 1_000_000_000 - nanos),
            }
        }
    }
}

//! Files of a project that are no text to be read: what stands beside articles, and what is remembered.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::error::reason;
use super::read::{is_missing, symbolic_link, unreadable};
use super::reason::Reason;
use super::root::{Root, check};
use super::store::FOLDER;
use super::walk::{Seen, walk};
use crate::diagnostic::{Diagnostic, Severity};
use crate::text::{Digest, Digester, Hashing};

/// What a file was when it was last looked at. As long as all of this is the same, so is what it says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    size: u64,
    modified: u128,
    /// The time of the last change of name, owner or content, and the number of the file, where
    /// the system has them: nobody can set these back.
    system: Option<(i64, i64, u64)>,
}

/// How old a file is at least before its times are believed, so that it cannot have been written
/// again without another time: the clocks of some disks (FAT) tell two seconds apart and no less.
const SETTLED: Duration = Duration::from_secs(2);

impl Stamp {
    /// Whether the file can be known by this from now on: it is not too young, and the system tells
    /// what nobody can set back.
    #[expect(
        clippy::disallowed_methods,
        reason = "what is published does not depend on it, only whether a file is read again"
    )]
    pub fn is_settled(&self) -> bool {
        let Some((seconds, nanos, _)) = self.system else {
            return false;
        };
        let changed = i128::from(seconds) * 1_000_000_000 + i128::from(nanos);
        let latest = changed.max(i128::try_from(self.modified).unwrap_or(i128::MAX));
        let now = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        let before = now.saturating_sub(SETTLED).as_nanos();
        i128::try_from(before).is_ok_and(|before| latest < before)
    }
}

impl Root {
    /// Whether there is a file at `path`. A link on the way or in its place is refused.
    pub fn is_file(&self, path: &str) -> Result<bool, Box<Diagnostic>> {
        check(path).map_err(|_| unreadable(path, Reason::BadPath.name()))?;
        match self.entry(path) {
            Ok(facts) => Ok(facts.is_file()),
            Err(Refused::Link) => Err(symbolic_link(self, path)),
            Err(Refused::Io(error)) if is_missing(&error) => Ok(false),
            Err(Refused::Io(error)) => Err(unreadable(path, &reason(&error))),
        }
    }

    /// What the file at `path` is, without reading it; none if there is no such file.
    pub fn stamp_if_any(&self, path: &str) -> Result<Option<Stamp>, Box<Diagnostic>> {
        check(path).map_err(|_| unreadable(path, Reason::BadPath.name()))?;
        match self.entry(path) {
            Ok(facts) if facts.is_file() => Ok(Some(stamp(&facts))),
            Ok(_) => Err(unreadable(path, Reason::NotAFile.name())),
            Err(Refused::Link) => Err(symbolic_link(self, path)),
            Err(Refused::Io(error)) if is_missing(&error) => Ok(None),
            Err(Refused::Io(error)) => Err(unreadable(path, &reason(&error))),
        }
    }

    /// What the file at `path` is, without reading it.
    pub fn stamp(&self, path: &str) -> Result<Stamp, Box<Diagnostic>> {
        let found = self.stamp_if_any(path)?;
        found.ok_or_else(|| unreadable(path, Reason::NotFound.name()))
    }

    /// The digest of the file at `path`, however long it is.
    pub fn digest(&self, path: &str) -> Result<Digest, Box<Diagnostic>> {
        self.stamp(path)?;
        let whole = || -> io::Result<Digest> {
            let mut file = Hashing::new(File::open(self.join(path))?);
            io::copy(&mut file, &mut io::sink())?;
            Ok(file.finish().1)
        };
        whole().map_err(|error| unreadable(path, &reason(&error)))
    }

    /// All files below a folder, by path, and what stands in the way of listing more. Links are told
    /// and not followed; what is hidden and what git ignores is passed by.
    pub fn list(&self, folder: &str) -> (Vec<String>, Vec<Diagnostic>) {
        let inside = format!("{folder}/");
        let seen = walk(self, &[folder], || {
            let inside = inside.clone();
            move |seen| match seen {
                Seen::File(path) => path.starts_with(&inside).then_some(Ok(path)),
                Seen::LinkToFile(mut found) | Seen::LinkToFolder(mut found) => {
                    let file = &found.primary.span.file;
                    let here = **file == *folder || file.starts_with(&inside);
                    found.severity = Severity::Warning;
                    here.then_some(Err(found))
                }
                Seen::Closed(found) | Seen::Unnamed(found) => Some(Err(found)),
            }
        });
        let (mut files, mut wrong) = (Vec::new(), Vec::new());
        for one in seen {
            match one {
                Ok(path) => files.push(path),
                Err(found) => wrong.push(found),
            }
        }
        files.sort_unstable();
        if files.is_empty() && wrong.is_empty() && !is_folder(&self.join(folder)) {
            wrong.push(*unreadable(folder, Reason::NotFound.name()));
        }
        (files, wrong)
    }

    /// What was remembered under a name by this very program; none if nothing was.
    pub fn cached(&self, name: &str, version: &str) -> Option<Vec<u8>> {
        let path = cache_path(name);
        let facts = self.entry(&path).ok()?;
        if !facts.is_file() {
            return None;
        }
        let bytes = fs::read(self.join(&path)).ok()?;
        let (head, body) = bytes.split_at_checked(HEAD)?;
        (head == seal(version, body).as_bytes()).then(|| body.to_vec())
    }

    /// Remembers something that can be worked out again. Nothing depends on it: what cannot be kept is
    /// not.
    pub fn cache(&self, name: &str, version: &str, bytes: &[u8]) {
        let path = cache_path(name);
        let Ok((place, folder)) = self.place(&path) else {
            return;
        };
        let write = || -> io::Result<()> {
            let mut file = tempfile::Builder::new()
                .prefix(super::write::UNFINISHED)
                .tempfile_in(&folder)?;
            io::Write::write_all(&mut file, seal(version, bytes).as_bytes())?;
            io::Write::write_all(&mut file, bytes)?;
            file.persist(&place).map_err(|error| error.error)?;
            let ignored = folder.join(".gitignore");
            if !ignored.exists() {
                fs::write(ignored, "*\n")?;
            }
            Ok(())
        };
        let _ = write();
    }

    /// Forgets what was remembered under names that begin so, but for those that are kept.
    pub fn forget_cached(&self, prefix: &str, kept: &dyn Fn(&str) -> bool) {
        let folder = self.join(&format!("{FOLDER}/cache"));
        let Ok(entries) = fs::read_dir(folder) else {
            return;
        };
        for entry in entries.flatten() {
            let name = entry.file_name();
            let Some(name) = name.to_str() else { continue };
            if name.starts_with(prefix) && !kept(name) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }

    fn entry(&self, path: &str) -> Result<fs::Metadata, Refused> {
        let facts = fs::symlink_metadata(self.join(path)).map_err(Refused::Io)?;
        if facts.is_symlink() || !self.is_inside(path).map_err(Refused::Io)? {
            return Err(Refused::Link);
        }
        Ok(facts)
    }
}

enum Refused {
    Link,
    Io(io::Error),
}

/// The bytes of the seal: a digest in hexadecimal digits.
const HEAD: usize = 64;

/// What stands before the bytes of a cache: the digest of them and of the program that wrote them.
fn seal(version: &str, bytes: &[u8]) -> String {
    let program = std::env::current_exe().and_then(fs::metadata);
    let program = program
        .map(|facts| format!("{:?}", stamp(&facts)))
        .unwrap_or_default();
    let mut digester = Digester::default();
    digester
        .add(version.as_bytes())
        .add(program.as_bytes())
        .add(bytes);
    digester.finish().to_string()
}

fn is_folder(place: &Path) -> bool {
    fs::symlink_metadata(place).is_ok_and(|facts| facts.is_dir())
}

fn cache_path(name: &str) -> String {
    format!("{FOLDER}/cache/{name}")
}

fn stamp(facts: &fs::Metadata) -> Stamp {
    let modified = facts
        .modified()
        .ok()
        .and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    Stamp {
        size: facts.len(),
        modified: modified.map_or(0, |since| since.as_nanos()),
        system: system(facts),
    }
}

#[cfg(unix)]
#[expect(
    clippy::unnecessary_wraps,
    reason = "other systems have nothing to tell"
)]
fn system(facts: &fs::Metadata) -> Option<(i64, i64, u64)> {
    use std::os::unix::fs::MetadataExt;
    Some((facts.ctime(), facts.ctime_nsec(), facts.ino()))
}

#[cfg(not(unix))]
fn system(_: &fs::Metadata) -> Option<(i64, i64, u64)> {
    None
}

//! Where bundles are published: each is written beside the published one, and takes its place when
//! it is whole.
//!
//! Beside a folder `public` stand, all hidden and all ours:
//!
//! | name | what it is |
//! |---|---|
//! | `.public.sverka-next` | the bundle that is being written; between two runs one that nobody needs, whose folders the next run fills again |
//! | `.public.sverka-previous` | the bundle that `public` was before |
//! | `.public.sverka-former` | for a moment, the bundle that is to become the previous one |
//! | `.public.sverka-ready` | for a moment, which bundle is to take the place of the published one |
//! | `.public.sverka-marker` | for a moment, the next text of one of these files |
//! | `.public.sverka-lock` | whoever holds it may change the others |
//!
//! Each bundle carries a file, its [`marker`], which is how we know our own folders. How they
//! change places, and what is to be done when somebody was killed on the way, stands in [`places`].

mod claims;
mod disk;
mod facts;
mod marker;
mod name;
mod places;
mod staging;
mod sweep;
#[cfg(test)]
mod tests;

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io;
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

pub use facts::FileFacts;
pub use name::is_device;
pub use staging::Staging;

use super::error::ProjectError;
use super::lock;
use super::root::Root;
use marker::State;
pub use marker::{MARKER, marker_line};

/// Folders of records, in which nothing is published.
const RECORDS: [&str; 2] = [".git", ".sverka"];

/// The folder that bundles are published in, and what stands beside it.
#[derive(Debug)]
pub struct Output {
    target: PathBuf,
    next: PathBuf,
    previous: PathBuf,
    former: PathBuf,
    ready: PathBuf,
    draft: PathBuf,
    lock: PathBuf,
    /// The target, with the folders in it that were seen to be real ones.
    folders: Root,
    /// Whether to ask the system for an exchange of two folders.
    exchanges: bool,
}

impl Output {
    /// The bundles that are published in `target`, a path from the working directory. Nothing is
    /// made yet; what a run that was killed has left half done is done.
    ///
    /// Refused are a link, a file, a folder that has something in it and was not made by us, and
    /// the folder of the project, those above it and those of its records.
    pub fn at(root: &Root, target: &Path) -> Result<Self, ProjectError> {
        let target = resolve(target)?;
        guard(root, &target)?;
        let output = Self::new(target)?;
        output.usable()?;
        if output.is_interrupted()? {
            match output.take_lock() {
                Ok(_lock) => output.settle()?,
                // Another run is at it.
                Err(ProjectError::Locked { .. }) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(output)
    }

    /// The line that was given with the bundle that is published.
    pub fn published(&self) -> Option<String> {
        State::of(&self.target).ok()?.line()
    }

    /// The line that was given with the bundle before, which [`Self::rollback`] brings back.
    pub fn previous(&self) -> Option<String> {
        State::of(&self.previous).ok()?.line()
    }

    /// Where that one stands.
    pub fn previous_folder(&self) -> &Path {
        &self.previous
    }

    fn new(target: PathBuf) -> Result<Self, ProjectError> {
        let bad = || ProjectError::BadPath(target.display().to_string());
        let (parent, name) = (
            target.parent().ok_or_else(bad)?,
            target.file_name().ok_or_else(bad)?,
        );
        let beside = |what: &str| parent.join(hidden(name, what));
        Ok(Self {
            next: beside("next"),
            previous: beside("previous"),
            former: beside("former"),
            ready: beside("ready"),
            draft: beside("marker"),
            lock: beside("lock"),
            folders: Root::unseen(target.clone()),
            exchanges: true,
            target,
        })
    }

    /// The folder that everything stands in.
    fn parent(&self) -> &Path {
        self.target.parent().unwrap_or(Path::new("."))
    }

    /// Gives up at once where another run is at work: what we know of the published bundle is out
    /// of date by the time that one has ended.
    fn take_lock(&self) -> Result<File, ProjectError> {
        lock::take(&self.lock, Duration::ZERO)
    }

    /// Refuses a target that is somebody else's.
    fn usable(&self) -> Result<(), ProjectError> {
        match State::of(&self.target)? {
            State::Foreign => Err(ProjectError::Foreign(self.target.clone())),
            _ => Ok(()),
        }
    }
}

/// `.public.sverka-next` of `public` and `next`.
fn hidden(name: &OsStr, what: &str) -> OsString {
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(format!(".sverka-{what}"));
    hidden
}

/// The absolute path of a folder that need not exist. Links are followed on the way to it, as they
/// are to the folder of a project; it may itself be one.
fn resolve(target: &Path) -> Result<PathBuf, ProjectError> {
    let last = target.components().next_back();
    let (Some(Component::Normal(name)), Some(mut above)) = (last, target.parent()) else {
        return target.canonicalize().map_err(ProjectError::io(target));
    };
    let mut missing = vec![name];
    loop {
        let asked = if above == Path::new("") {
            Path::new(".")
        } else {
            above
        };
        match asked.canonicalize() {
            Ok(real) => {
                return Ok(missing
                    .iter()
                    .rev()
                    .fold(real, |path, part| path.join(part)));
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(ProjectError::io(asked)(error)),
        }
        let (Some(Component::Normal(name)), Some(parent)) =
            (above.components().next_back(), above.parent())
        else {
            return Err(ProjectError::BadPath(target.display().to_string()));
        };
        missing.push(name);
        above = parent;
    }
}

/// Refuses the folder of the project, those above it, and those of records.
fn guard(root: &Root, target: &Path) -> Result<(), ProjectError> {
    let real = target.canonicalize();
    let real = real.as_deref().unwrap_or(target);
    let own = real.strip_prefix(root.path()).unwrap_or(real);
    let record = |part: &OsStr| RECORDS.iter().any(|name| part.eq_ignore_ascii_case(name));
    if root.path().starts_with(real) || own.iter().any(record) {
        return Err(ProjectError::Protected(target.to_owned()));
    }
    Ok(())
}

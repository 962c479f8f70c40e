//! Walks the folders that can hold articles: each once, no links, nothing that git ignores.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use ignore::{DirEntry, Error, WalkBuilder, WalkState};

use super::error::reason;
use super::output::MARKER;
use super::read::{symbolic_link, unreadable};
use super::root::Root;
use super::store::FOLDER;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::text::Span;

/// What walking came upon.
#[derive(Debug)]
pub(super) enum Seen {
    /// A file, by its path from the root.
    File(String),
    /// A symbolic link to a file, or to nothing.
    LinkToFile(Diagnostic),
    /// A symbolic link to a folder, or in a circle.
    LinkToFolder(Diagnostic),
    /// A file whose name is not UTF-8; the path in the diagnostic is as near as it gets.
    Unnamed(Diagnostic),
    /// A folder that could not be read, or has a name that is not UTF-8.
    Closed(Diagnostic),
}

/// Shows everything in `folders` (with `""` for the root) to what `judge` makes, one
/// judge for each thread, and returns what the judges kept, in no order.
pub(super) fn walk<T, J>(root: &Root, folders: &[&str], judge: impl Fn() -> J + Sync) -> Vec<T>
where
    T: Send,
    J: FnMut(Seen) -> Option<T> + Send,
{
    let kept = Mutex::new(Vec::new());
    builder(root, folders).build_parallel().run(|| {
        let mut judge = judge();
        let kept = &kept;
        Box::new(move |entry| {
            if let Some(found) = seen(root, entry).and_then(&mut judge) {
                kept.lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .push(found);
            }
            WalkState::Continue
        })
    });
    kept.into_inner().unwrap_or_else(PoisonError::into_inner)
}

fn builder(root: &Root, folders: &[&str]) -> WalkBuilder {
    let mut builder = WalkBuilder::new(root.path());
    // What a person told git of all their projects is no fact of this one: two people
    // must see the same articles. The files above count only if a repository holds us.
    let in_repository = root
        .path()
        .ancestors()
        .any(|folder| folder.join(".git").exists());
    builder
        .hidden(false)
        .ignore(false)
        .git_global(false)
        .git_exclude(false)
        .require_git(false)
        .parents(in_repository);
    let folders: Vec<String> = folders.iter().map(|&folder| folder.to_owned()).collect();
    let root = root.path().to_owned();
    builder.filter_entry(move |entry| enters(&root, &folders, entry));
    builder
}

/// Whether to look at an entry at all.
fn enters(root: &Path, folders: &[String], entry: &DirEntry) -> bool {
    if entry.depth() == 0 {
        return true;
    }
    let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
    let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
    // Most entries are files in a folder that we chose to enter.
    if is_file {
        return !hidden;
    }
    let Ok(path) = entry.path().strip_prefix(root) else {
        return false;
    };
    // What was published here is nobody's source.
    if entry.path().join(MARKER).is_file() {
        return false;
    }
    if hidden
        && (path == Path::new(FOLDER)
            || !folders.iter().any(|one| Path::new(one).starts_with(path)))
    {
        return false;
    }
    let on_the_way = |one: &String| path.starts_with(one) || Path::new(one).starts_with(path);
    folders.iter().any(on_the_way)
}

fn seen(root: &Root, entry: Result<DirEntry, Error>) -> Option<Seen> {
    let entry = match entry {
        Ok(entry) => entry,
        Err(error) => return closed(root, &error).map(Seen::Closed),
    };
    let kind = entry.file_type()?;
    if entry.depth() == 0 || (kind.is_dir() && entry.file_name().to_str().is_some()) {
        return None;
    }
    let Some(path) = relative(root, entry.path()) else {
        let path = entry
            .path()
            .strip_prefix(root.path())
            .ok()?
            .to_string_lossy();
        let found = Diagnostic::new(Code::BAD_FILE_NAME, Span::file(path));
        return Some(if kind.is_dir() {
            Seen::Closed(found)
        } else {
            Seen::Unnamed(found)
        });
    };
    if kind.is_symlink() {
        let mut found = *symbolic_link(root, &path);
        return Some(match entry.path().metadata() {
            Ok(facts) if facts.is_dir() => {
                // It may hold pictures only; a link in place of an article hides an article.
                found.severity = Severity::Warning;
                Seen::LinkToFolder(found)
            }
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Seen::LinkToFolder(found),
            _ => Seen::LinkToFile(found),
        });
    }
    kind.is_file().then_some(Seen::File(path))
}

/// The path from the root with `/` between its parts, if it is UTF-8.
fn relative(root: &Root, path: &Path) -> Option<String> {
    let path = path.strip_prefix(root.path()).ok()?.to_str()?;
    Some(if cfg!(windows) {
        path.replace('\\', "/")
    } else {
        path.to_owned()
    })
}

fn closed(root: &Root, error: &Error) -> Option<Diagnostic> {
    let reason = reason(error.io_error()?);
    let path = relative(root, place(error)?)?;
    Some(*unreadable(&path, &reason))
}

fn place(error: &Error) -> Option<&Path> {
    match error {
        Error::WithPath { path, .. } => Some(path),
        Error::WithDepth { err, .. } | Error::WithLineNumber { err, .. } => place(err),
        Error::Loop { child, .. } => Some(child),
        Error::Partial(errors) => errors.iter().find_map(place),
        _ => None,
    }
}

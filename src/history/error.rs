//! What stops us from reading a history: a repository that is broken or of a kind we cannot read.

use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::text::visible;

/// A repository that cannot be read, or a revision that it does not have.
///
/// The words are for logs and tests; people read those of the program's own messages,
/// chosen by the variant.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum HistoryError {
    /// There is a repository, but it cannot be opened: a configuration that makes no sense, a
    /// format that is too new, a folder that may not be read.
    #[error("{path}: {reason}")]
    Open {
        /// Its git folder, or the folder we looked from.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// Its branches are kept in a format that we cannot read; `git refs migrate
    /// --ref-format=files` turns it into one that we can.
    #[error("{path}: references are stored as `{format}`, which cannot be read")]
    References {
        /// Its git folder.
        path: PathBuf,
        /// The value of `extensions.refStorage`.
        format: String,
    },
    /// No commit goes by that name, or several do.
    #[error("`{revision}` is no commit: {reason}")]
    Revision {
        /// What was asked for.
        revision: String,
        /// Why it does not lead to one commit.
        reason: String,
    },
    /// An object is missing that no incomplete clone explains, or makes no sense: the
    /// repository is damaged, and `git fsck` tells how badly.
    #[error("{path}: object {object}: {reason}")]
    Object {
        /// The git folder.
        path: PathBuf,
        /// The name of the object.
        object: String,
        /// What is wrong with it.
        reason: String,
    },
}

impl HistoryError {
    /// Puts the path to why a repository does not open.
    pub(super) fn open(path: &Path) -> impl FnOnce(gix::Error) -> Self {
        let path = path.to_owned();
        move |error| Self::Open {
            path,
            reason: reason(&error),
        }
    }
}

/// All that an error says, from the outermost to its cause, on one line.
pub(super) fn reason(error: &gix::Error) -> String {
    let mut words: Vec<String> = Vec::new();
    for cause in error.iter_errors() {
        let line = cause.to_string();
        if !line.is_empty() && !words.contains(&line) {
            words.push(line);
        }
    }
    // Of a damaged file, the words quote what they find.
    visible(&words.join(": ")).into_owned()
}

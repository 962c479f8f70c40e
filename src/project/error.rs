//! What stops a command: an environment that is broken, not content that is.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

use super::reason::Reason;

/// A folder, a disk or a lock that does not let us do what was asked.
///
/// The words are for logs and tests; people read those of the program's own messages,
/// chosen by the variant.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum ProjectError {
    /// No `workflow.toml` here or in any folder above.
    #[error("no workflow.toml in {0} or any folder above")]
    NotFound(PathBuf),
    /// The system refused.
    #[error("{path}: {source}")]
    Io {
        /// What it was about.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A path that is absolute, has `..` or `\`, or is empty.
    #[error("`{0}` is no path inside the project")]
    BadPath(String),
    /// A symbolic link stands where we would write: it could lead out of the project.
    #[error("{0} is a symbolic link")]
    Link(PathBuf),
    /// Something is there already, and it is not ours to overwrite.
    #[error("{0} already exists")]
    Exists(PathBuf),
    /// Somebody has changed a file between our reading and our writing.
    #[error("{0} was changed meanwhile")]
    Changed(PathBuf),
    /// Another run holds the lock of the project.
    #[error("another run has held {path} for {seconds} s")]
    Locked {
        /// The lock.
        path: PathBuf,
        /// How long we waited.
        seconds: u64,
    },
    /// A folder stands where a file is wanted, or what is neither.
    #[error("{0} is no file")]
    NotAFile(PathBuf),
    /// A file stands where a folder is wanted.
    #[error("{0} is no folder")]
    NotAFolder(PathBuf),
    /// A folder has something in it that we have not put there.
    #[error("{0} is neither empty nor a bundle")]
    Foreign(PathBuf),
    /// The folder of the project, one above it, or one of records: bundles go elsewhere.
    #[error("{0} holds the project or its records")]
    Protected(PathBuf),
    /// Not every system takes this for the path of a file.
    #[error("`{0}` is no name on every system")]
    BadName(String),
    /// Two files of a bundle have one path, or paths that some disks do not tell apart.
    #[error("`{path}` and `{other}` are one path")]
    Clash {
        /// The path that was to be claimed.
        path: String,
        /// The path that is claimed already.
        other: String,
    },
    /// There is no bundle to bring back.
    #[error("there is no bundle before that in {0}")]
    NoPrevious(PathBuf),
    /// A file under `.sverka/` that a person has edited cannot be read.
    #[error("{path}: {reason}")]
    Broken {
        /// The file.
        path: PathBuf,
        /// What is wrong with it, in the parser's words.
        reason: String,
    },
}

impl ProjectError {
    /// Puts the path to what the system says.
    pub(super) fn io(path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Self {
        let path = path.into();
        move |source| Self::Io { path, source }
    }
}

/// The name of a reason to be unreadable, by which a sentence chooses its words.
pub(super) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => Reason::PermissionDenied.name().to_owned(),
        io::ErrorKind::NotFound => Reason::NotFound.name().to_owned(),
        io::ErrorKind::IsADirectory => Reason::NotAFile.name().to_owned(),
        _ => error.to_string(),
    }
}

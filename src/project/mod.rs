//! Where articles live: `workflow.toml`, path patterns, discovery, and the store under `.sverka/`.
//!
//! The only modules that touch the disk. Everything is reached through [`Root`], which
//! never leaves the folder of the project and never follows a symbolic link.
#![expect(
    clippy::disallowed_methods,
    reason = "the lint sends everyone else here, to where paths are checked first"
)]

mod article;
mod beside;
mod config;
mod config_reader;
mod discovery;
mod error;
mod file;
mod folder;
mod interface;
mod interface_reader;
mod keys;
pub mod layouts;
mod leftovers;
mod lock;
mod output;
mod pattern;
mod pattern_parts;
mod read;
mod reason;
mod replacement;
mod review;
mod root;
mod shape;
mod sources;
mod store;
mod walk;
mod write;

use std::path::Path;

pub use article::Article;
pub use beside::Stamp;
pub use config::{Collection, Config};
pub use discovery::Discovery;
pub use error::ProjectError;
pub use file::{Loaded, OF_BUNDLE, OF_CHECKS, schema, without_null};
pub use folder::{Entry, Folder};
pub use interface::Interface;
pub use keys::{Keys, TRANSLATED};
pub use output::{FileFacts, MARKER, Output, Staging, is_device, marker_line};
pub use pattern::{Match, Pattern};
pub use pattern_parts::PatternError;
pub use read::read_alone;
pub use reason::Reason;
pub use replacement::Replacement;
pub use review::{Acceptance, Approval, Review, State};
pub use root::Root;
pub use shape::{TYPES, fit, keep};
pub use store::{BaseFile, LockedStore, Store};
pub use write::write_alone;

use crate::diagnostic::Diagnostic;

/// The name of the project file.
pub const FILE: &str = "workflow.toml";

/// A project whose file makes sense.
#[derive(Debug, Clone)]
pub struct Project {
    /// Its folder.
    pub root: Root,
    /// What its file says.
    pub config: Config,
}

/// A project file that was found, whether or not it makes sense.
#[derive(Debug)]
pub struct Opened {
    /// The folder it stands in.
    pub root: Root,
    /// Its text, so that diagnostics can be shown in it; empty if it could not be read.
    pub text: String,
    /// What is wrong with it.
    pub diagnostics: Vec<Diagnostic>,
    /// The project, unless something was wrong.
    pub project: Option<Project>,
}

impl Project {
    /// Looks for `workflow.toml` in `start` and the folders above, and reads it.
    pub fn open(start: &Path) -> Result<Opened, ProjectError> {
        let start = start.canonicalize().map_err(ProjectError::io(start))?;
        let has_file = |folder: &&Path| folder.join(FILE).symlink_metadata().is_ok();
        let Some(folder) = start.ancestors().find(has_file) else {
            return Err(ProjectError::NotFound(start));
        };
        let root = Root::new(folder)?;
        let (text, config, diagnostics) = match root.read(FILE) {
            Ok(text) => {
                let (config, diagnostics) = Config::parse(FILE, &text);
                (text, config, diagnostics)
            }
            Err(refused) => (String::new(), None, vec![*refused]),
        };
        let project = config.map(|config| Project {
            root: root.clone(),
            config,
        });
        Ok(Opened {
            root,
            text,
            diagnostics,
            project,
        })
    }

    /// What Sverka keeps of this project.
    pub fn store(&self) -> Store {
        Store::new(self.root.clone())
    }
}

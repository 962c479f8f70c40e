//! Where articles live: `workflow.toml`, path patterns, discovery, and the store under `.sverka/`.

mod config;
mod file;
mod keys;
mod pattern;
mod pattern_parts;
mod shape;

pub use config::{Collection, Config};
pub use file::schema;
pub use keys::{Keys, TRANSLATED};
pub use pattern::{Match, Pattern};
pub use pattern_parts::{PatternError, Reason};

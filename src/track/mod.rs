//! What happened to a source since its translation was made.

mod changes;
mod matching;
mod nature;

pub use changes::{Change, ChangeKind, Changes};
pub use nature::{Nature, Reason};

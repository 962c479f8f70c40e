//! What happened to a source since its translation was made.

mod changes;
mod matching;
mod nature;
mod take;

pub use changes::{Change, ChangeKind, Changes};
pub use nature::{Nature, Reason};
pub use take::{Taken, Version, take};

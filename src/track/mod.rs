//! What happened to a source since its translation was made.

mod adopt;
mod carry;
mod changes;
mod comparison;
mod draft;
mod likeness;
mod matching;
mod nature;
mod pair;
mod renames;
mod status;
mod structure;
mod survey;
mod take;
mod totals;

pub use adopt::{
    Adopted, Doubt, Evidence, Lacking, Missing, Origin, Proposal, Record, Untracked, adopt,
};
pub use carry::{Carried, Done, Sides, Why, carry};
pub use changes::{Change, ChangeKind, Changes};
pub use comparison::Comparison;
pub use draft::{draft, is_marked};
pub use nature::{Nature, Reason};
pub use pair::{Base, Laid, PairStatus, ReadFile, Sources};
pub use status::{Status, Work};
pub use survey::{ArticleStatus, Scope, Survey, Surveyor, survey, visit_past};
pub use take::{Taken, Version, take};
pub use totals::Totals;

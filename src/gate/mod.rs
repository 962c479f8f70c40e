//! Which findings count: what people ignore, what was known before, and what the policy fails on.
//!
//! [`check_project`] asks the checks about every article, many at once, and lets go of each before the
//! next: what is kept are findings. Then they are weighed, in this order: what people say is no
//! mistake is taken out ([`ignores`]), a check that fires on everything is asked to speak lower, what
//! stood there before ([`Baseline`], [`Since`]) is set aside, and [`Policy`](crate::checks::engine::Policy)
//! says which of the rest fail.

mod baseline;
mod ignores;
mod run;
mod since;
mod weigh;

pub use baseline::{Baseline, BaselineError};
pub use ignores::{IgnoreList, Ignored};
pub use run::{Asked, check_files, check_project};
pub use since::Since;
pub use weigh::{Counts, Outcome, Weighed};

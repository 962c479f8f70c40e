//! Which findings count: what people ignore, what was known before, and what the policy fails on.
//!
//! [`check_project`] asks the checks about every article, many at once, and lets go of each before the
//! next: what is kept are findings. What people say is no mistake is taken out first (`ignores`), and
//! then what stood there at a revision ([`Since`]). The rest is weighed: a check that fires on everything
//! is asked to speak lower, what a [`Baseline`] knows is set aside, and
//! [`Policy`](crate::checks::engine::Policy) says what fails. What could not be looked at ([`hides`])
//! passes all of these: a run that did not see everything never says that all is well.

mod baseline;
mod bundles;
mod ignores;
mod interface;
mod looked;
mod past;
mod run;
mod shared;
mod since;
mod uses;
mod weigh;

pub use baseline::{Baseline, BaselineError};
pub use ignores::{IgnoreList, Ignored};
pub use looked::hides;
pub use run::{Asked, check_files, check_project};
pub use since::Since;
pub use weigh::{Counts, Outcome, Weighed};

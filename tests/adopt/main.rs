//! What `adopt` makes of translations that were there before: in repositories with a history.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "the tests build folders and break them, and say where there is no git"
)]

mod asked;
mod gaps;
mod lacks;
mod names;
mod odd;
mod repository;
mod version;

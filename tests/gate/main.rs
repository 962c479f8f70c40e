//! The gate: what counts, what is set aside, and what nobody may call well.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "the tests build folders and break them, and say where there is no git"
)]

mod baseline;
mod fix;
mod ignores;
mod interface;
mod partial;
mod policy;
#[path = "../adopt/repository.rs"]
#[expect(dead_code, reason = "this test uses a part of it")]
mod repository;
mod since;
mod site;

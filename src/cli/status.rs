//! `status`: what is missing, what is stale, and why.

use std::io;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use globset::Glob;

use super::Context;
use crate::text::Lang;

/// What `status` takes.
#[derive(Debug, Args)]
#[allow(dead_code, reason = "read by the body, which is written next")]
pub(crate) struct Status {
    pub(crate) article: Vec<String>,
    #[arg(long)]
    pub(crate) lang: Vec<Lang>,
    #[arg(long = "status", id = "status")]
    pub(crate) wanted: Vec<Wanted>,
    #[arg(long)]
    pub(crate) path: Vec<Glob>,
    #[arg(long, default_value = "human")]
    pub(crate) format: Format,
    #[arg(long)]
    pub(crate) all: bool,
}

/// A status to filter by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub(crate) enum Wanted {
    Missing,
    Untracked,
    Stale,
    Current,
    Orphan,
}

/// The forms that `status` can be printed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Human,
    Json,
}

impl Status {
    pub(crate) fn run(&self, context: &Context) -> io::Result<ExitCode> {
        context.unfinished(self)
    }
}

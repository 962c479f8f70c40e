//! `diff`: what changed in the source since it was translated.

use std::io;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::Context;
use crate::text::Lang;

/// What `diff` takes.
#[derive(Debug, Args)]
#[allow(dead_code, reason = "read by the body, which is written next")]
pub(crate) struct Diff {
    pub(crate) article: Option<String>,
    #[arg(long)]
    pub(crate) lang: Vec<Lang>,
    #[arg(long)]
    pub(crate) full: bool,
    #[arg(long)]
    pub(crate) prose: bool,
    #[arg(long, default_value = "human")]
    pub(crate) format: Format,
    #[arg(long)]
    pub(crate) no_pager: bool,
}

/// The forms that `diff` can be printed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Human,
    Json,
    Markdown,
    /// Base against source, as `diff -u` and `git diff` write it.
    Unified,
}

impl Diff {
    pub(crate) fn run(&self, context: &Context) -> io::Result<ExitCode> {
        context.unfinished(self)
    }
}

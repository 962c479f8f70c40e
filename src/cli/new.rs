//! `new`: a first draft of a translation.

use std::io;
use std::process::ExitCode;

use clap::Args;

use super::Context;
use crate::text::Lang;

/// What `new` takes.
#[derive(Debug, Args)]
#[allow(dead_code, reason = "read by the body, which is written next")]
pub(crate) struct New {
    pub(crate) article: String,
    #[arg(long)]
    pub(crate) lang: Lang,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

impl New {
    pub(crate) fn run(&self, context: &Context) -> io::Result<ExitCode> {
        context.unfinished(self)
    }
}

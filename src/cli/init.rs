//! `init`: looks at the tree and writes `workflow.toml`.

use std::io;
use std::process::ExitCode;

use clap::Args;

use super::Context;
use crate::text::Lang;

/// What `init` takes.
#[derive(Debug, Args)]
#[allow(dead_code, reason = "read by the body, which is written next")]
pub(crate) struct Init {
    #[arg(long)]
    pub(crate) source: Option<Lang>,
    #[arg(long)]
    pub(crate) target: Vec<Lang>,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

impl Init {
    pub(crate) fn run(&self, context: &Context) -> io::Result<ExitCode> {
        context.unfinished(self)
    }
}

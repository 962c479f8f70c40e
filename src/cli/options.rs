//! The command line as a whole: the commands, and the options that all of them take.
//!
//! None of it has help text here: that stands in `locales/*/cli.ftl`, see [`super::help`].

use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};

use super::{
    adopt, align, approve, bundle, carry, check, checks, diff, explain, ignore, init, new, review,
    status, sync,
};
use crate::messages::UiLang;

/// The whole command line.
#[derive(Debug, Parser)]
#[command(name = "sverka", version)]
#[command(
    disable_help_flag = true,
    disable_help_subcommand = true,
    disable_version_flag = true
)]
pub(super) struct Line {
    #[command(flatten)]
    pub(super) global: Global,
    #[command(subcommand)]
    pub(super) command: Command,
}

/// The options that every command takes.
#[derive(Debug, Args)]
pub(super) struct Global {
    // The language is chosen before anything is parsed (see `super::asked_language`); this
    // is here so that the option is known, checked and shown.
    #[arg(long, global = true)]
    ui_lang: Option<UiLang>,
    #[arg(long, global = true, default_value = "auto")]
    color: Color,
    #[arg(
        short = 'C',
        long,
        global = true,
        default_value = ".",
        hide_default_value = true
    )]
    pub(super) directory: PathBuf,
    #[arg(short, long, global = true)]
    pub(super) quiet: bool,
    #[arg(short, long, global = true, action = ArgAction::Help)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version)]
    version: Option<bool>,
}

/// When to use colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On a terminal, unless the environment says no.
    Auto,
    Always,
    Never,
}

/// The forms that most answers can be printed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Human,
    Json,
}

/// The commands, in the order of a day's work.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Init(init::Init),
    Adopt(adopt::Adopt),
    Status(status::Status),
    Diff(diff::Diff),
    Sync(sync::Sync),
    Carry(carry::Carry),
    New(new::New),
    Check(check::Check),
    Checks(checks::Checks),
    Explain(explain::Explain),
    Ignore(ignore::Ignore),
    Review(review::Review),
    Approve(approve::Approve),
    Bundle(bundle::Bundle),
    Align(align::Align),
    Help(Help),
}

/// `help`: the help of the program or of one command.
#[derive(Debug, Args)]
pub(super) struct Help {
    pub(super) command: Option<String>,
}

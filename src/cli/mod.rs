//! The command line: one file per command, and what all of them share.

mod adopt;
mod align;
mod alone;
mod approve;
mod bundle;
mod bundle_published;
mod carry;
mod check;
mod check_files;
mod checks;
mod context;
mod diff;
mod errors;
mod explain;
pub mod help;
mod history;
mod identity;
mod ignore;
mod init;
mod looked_at;
mod mend;
mod new;
mod options;
mod pager;
mod progress;
mod review;
mod segments;
mod session;
mod status;
mod status_article;
mod sync;

use std::ffi::{OsStr, OsString};
use std::io;
use std::process::ExitCode;

use anstream::ColorChoice;
use clap::{CommandFactory, FromArgMatches};
use jiff::Timestamp;
use jiff::civil::DateTime;

use crate::messages::{Messages, Msg, UiLang};
use context::COULD_NOT_RUN;
use options::{Command, Line};

pub(crate) use context::Context;

/// Runs the program with the arguments of the process.
pub fn main() -> ExitCode {
    let line: Vec<OsString> = std::env::args_os().collect();
    let (moment, instant) = now();
    let mut context = Context {
        messages: Messages::new(asked_language(&line).unwrap_or_else(UiLang::of_environment)),
        directory: ".".into(),
        quiet: false,
        today: moment.date().to_string(),
        moment,
        instant,
        color: asked_color(&line),
    };
    match run(line, &mut context) {
        Ok(code) => code,
        // Whoever read us has read enough: `sverka status | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            let reason = error.to_string();
            context
                .fail(&Msg::WriteFailed { reason: &reason })
                .unwrap_or(ExitCode::from(COULD_NOT_RUN))
        }
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one place that asks for the time"
)]
fn now() -> (DateTime, Timestamp) {
    // The variable of reproducible builds: https://reproducible-builds.org/specs/source-date-epoch/
    let told = std::env::var("SOURCE_DATE_EPOCH")
        .ok()
        .and_then(|text| text.parse().ok());
    let told = told.and_then(|seconds| Timestamp::from_second(seconds).ok());
    if let Some(moment) = told {
        (moment.to_zoned(jiff::tz::TimeZone::UTC).datetime(), moment)
    } else {
        let now = jiff::Zoned::now();
        (now.datetime(), now.timestamp())
    }
}

/// The command line as clap knows it, with its help in the language of `messages`.
pub fn command(messages: &Messages) -> clap::Command {
    help::localise(Line::command(), messages)
}

fn run(line: Vec<OsString>, context: &mut Context) -> io::Result<ExitCode> {
    let mut command = command(&context.messages);
    let words = line.clone();
    let parsed = command
        .try_get_matches_from_mut(line)
        .and_then(|mut matches| Line::from_arg_matches_mut(&mut matches));
    let Line {
        global,
        command: chosen,
    } = match parsed {
        Ok(line) => line,
        Err(error) => {
            let help = help_line(&words, &command);
            return refuse(&error, &help, context);
        }
    };
    if !global.directory.is_dir() {
        let path = global.directory.to_string_lossy();
        return context.fail(&Msg::NoDirectory { path: &path });
    }
    context.directory = global.directory;
    context.quiet = global.quiet;
    match chosen {
        Command::Init(args) => args.run(context),
        Command::Status(args) => args.run(context),
        Command::Adopt(args) => args.run(context),
        Command::Diff(args) => args.run(context),
        Command::Sync(args) => args.run(context),
        Command::Carry(args) => args.run(context),
        Command::New(args) => args.run(context),
        Command::Align(args) => args.run(context),
        Command::Bundle(args) => args.run(context),
        Command::Check(args) => args.run(context),
        Command::Checks(args) => args.run(context),
        Command::Explain(args) => args.run(context),
        Command::Ignore(args) => args.run(context),
        Command::Approve(args) => args.run(context),
        Command::Review(args) => args.run(context),
        Command::Help(args) => show_help(&args, &mut command, context),
    }
}

/// Help and version are what was asked for; all else is an error.
fn refuse(error: &clap::Error, help: &str, context: &Context) -> io::Result<ExitCode> {
    if error.use_stderr() {
        context.warn(&errors::explain(error, help, &context.messages))?;
        return Ok(ExitCode::from(COULD_NOT_RUN));
    }
    context.print(&error.render().ansi().to_string())?;
    Ok(ExitCode::SUCCESS)
}

/// How to ask for the help of the command that `line` calls, or of the program.
fn help_line(line: &[OsString], command: &clap::Command) -> String {
    let mut words = line.iter().skip(1).filter_map(|word| word.to_str());
    match words.find_map(|word| command.find_subcommand(word)) {
        Some(found) => format!("sverka {} --help", found.get_name()),
        None => "sverka --help".to_owned(),
    }
}

fn show_help(
    args: &options::Help,
    command: &mut clap::Command,
    context: &Context,
) -> io::Result<ExitCode> {
    let Some(name) = &args.command else {
        context.print(&command.render_long_help().ansi().to_string())?;
        return Ok(ExitCode::SUCCESS);
    };
    let Some(found) = command.find_subcommand_mut(name) else {
        return context.fail(&Msg::UnknownCommand { command: name });
    };
    context.print(&found.render_long_help().ansi().to_string())?;
    Ok(ExitCode::SUCCESS)
}

/// The language that `--ui-lang` asks for: errors of the command line are said in it too.
fn asked_language(line: &[OsString]) -> Option<UiLang> {
    match asked(line, "--ui-lang")?.to_str()? {
        "ru" => Some(UiLang::Ru),
        "en" => Some(UiLang::En),
        _ => None,
    }
}

/// The colours that `--color` asks for, for the same reason.
fn asked_color(line: &[OsString]) -> ColorChoice {
    match asked(line, "--color").and_then(OsStr::to_str) {
        Some("always") => ColorChoice::Always,
        Some("never") => ColorChoice::Never,
        _ => ColorChoice::Auto,
    }
}

/// The last value of a long option in a line that is not parsed yet.
fn asked<'a>(line: &'a [OsString], option: &str) -> Option<&'a OsStr> {
    let mut found = None;
    let mut words = line
        .iter()
        .skip(1)
        .take_while(|word| *word != "--")
        .peekable();
    while let Some(word) = words.next() {
        if word == option {
            found = words.peek().map(|value| value.as_os_str());
        } else if let Some(value) = word
            .to_str()
            .and_then(|word| word.strip_prefix(option)?.strip_prefix('='))
        {
            found = Some(OsStr::new(value));
        }
    }
    found
}

//! What every command is given: the words, the streams, and where the project may be.

use std::io::{self, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use jiff::Timestamp;
use jiff::civil::DateTime;

use crate::messages::{Messages, Msg};
use crate::text::visible;

/// Could not run: the third exit code, after 0 (clean) and 1 (findings that the policy fails on).
pub(crate) const COULD_NOT_RUN: u8 = 2;

/// The surroundings of a command.
pub(crate) struct Context {
    /// The program's words.
    pub(crate) messages: Messages,
    /// Where to look for the project: what `-C` names, else the current directory.
    pub(crate) directory: PathBuf,
    /// Whether to leave out remarks and progress.
    pub(crate) quiet: bool,
    /// The day, as `2026-11-22`: what is recorded carries it.
    pub(crate) today: String,
    /// The same with the time, as the clock on the wall shows it.
    pub(crate) moment: DateTime,
    /// The same moment, the same all over the world.
    pub(crate) instant: Timestamp,
    /// Whether and when to use colours; `NO_COLOR` and pipes are seen to by the streams.
    pub(crate) color: ColorChoice,
}

impl Context {
    /// Writes what was asked for to standard output. Styles are taken out where nobody sees them.
    pub(crate) fn print(&self, text: &str) -> io::Result<()> {
        if self.colored() {
            let mut out = AutoStream::new(io::stdout().lock(), self.color);
            out.write_all(text.as_bytes())?;
            return out.flush();
        }
        // All at once: a stream that takes styles out writes piece by piece.
        let text = anstream::adapter::strip_str(text).to_string();
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes())?;
        out.flush()
    }

    /// Writes text that is meant for other programs: to them exactly as it is, to a terminal
    /// without what would command it.
    pub(crate) fn print_exact(&self, text: &str) -> io::Result<()> {
        let text = if self.on_terminal() {
            visible(text)
        } else {
            text.into()
        };
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes())?;
        out.flush()
    }

    /// Writes a remark to standard error, unless `--quiet` was given.
    pub(crate) fn remark(&self, text: &str) -> io::Result<()> {
        if self.quiet { Ok(()) } else { self.warn(text) }
    }

    /// Writes a diagnostic or an error to standard error.
    pub(crate) fn warn(&self, text: &str) -> io::Result<()> {
        let mut out = AutoStream::new(io::stderr().lock(), self.color);
        out.write_all(text.as_bytes())?;
        out.flush()
    }

    /// Says why the program could not run, and gives its exit code.
    pub(crate) fn fail(&self, message: &Msg<'_>) -> io::Result<ExitCode> {
        self.warn(&format!(
            "{}{}\n",
            error_word(&self.messages),
            self.messages.say(message)
        ))?;
        Ok(ExitCode::from(COULD_NOT_RUN))
    }

    /// Writes a value as JSON, for machines: one document, indented, with a line break.
    pub(crate) fn print_json(&self, value: &impl serde::Serialize) -> io::Result<()> {
        let mut text = serde_json::to_string_pretty(value)?;
        text.push('\n');
        self.print_exact(&text)
    }

    /// Whether a person looks at standard output; `--color=always` says that one will.
    fn on_terminal(&self) -> bool {
        self.color == ColorChoice::Always || on_terminal()
    }

    /// Whether standard output shows colours.
    pub(crate) fn colored(&self) -> bool {
        match self.color {
            ColorChoice::Auto => AutoStream::choice(&io::stdout()) != ColorChoice::Never,
            choice => choice != ColorChoice::Never,
        }
    }
}

/// The columns of the terminal; in a pipe, as many as most terminals have.
pub(crate) fn width() -> usize {
    let told = std::env::var("COLUMNS")
        .ok()
        .and_then(|text| text.parse().ok());
    told.or_else(|| terminal_size::terminal_size().map(|(width, _)| width.0.into()))
        .unwrap_or(100)
}

/// Whether a person looks at standard output.
pub(crate) fn on_terminal() -> bool {
    io::stdout().is_terminal()
}

/// `error: `, in colour and in the language of `messages`.
pub(super) fn error_word(messages: &Messages) -> String {
    let style: Style = AnsiColor::Red.on_default().bold();
    format!("{style}{}:{style:#} ", messages.say(&Msg::LevelError))
}

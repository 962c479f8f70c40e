//! Long output goes through the reader's pager, as `git` does it.

use std::io::{self, Write};
use std::process::{Command, Stdio};

use super::Context;
use super::context::on_terminal;

/// Prints `text`, paged if a person looks at it and it is longer than the screen.
pub(super) fn page(context: &Context, text: &str, wanted: bool) -> io::Result<()> {
    let height = terminal_size::terminal_size().map_or(usize::MAX, |(_, height)| height.0.into());
    if !wanted || !on_terminal() || text.lines().count() < height {
        return context.print(text);
    }
    let asked = std::env::var("SVERKA_PAGER").or_else(|_| std::env::var("PAGER"));
    let line = asked.unwrap_or_else(|_| "less".to_owned());
    let mut words = line.split_whitespace();
    let Some(program) = words.next().filter(|program| *program != "cat") else {
        return context.print(text);
    };
    let mut command = Command::new(program);
    command.args(words).stdin(Stdio::piped());
    if std::env::var_os("LESS").is_none() {
        // Colours as they are, no paging of what fits, the text stays on the screen.
        command.env("LESS", "FRX");
    }
    // No pager is no reason not to be read.
    let Ok(mut child) = command.spawn() else {
        return context.print(text);
    };
    let text = if context.colored() {
        text.to_owned()
    } else {
        anstream::adapter::strip_str(text).to_string()
    };
    if let Some(mut input) = child.stdin.take() {
        match input.write_all(text.as_bytes()) {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => return Err(error),
            _ => {}
        }
    }
    child.wait().map(drop)
}

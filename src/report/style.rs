//! The colours of the program: one meaning each, and never the only carrier of it.

use anstyle::{AnsiColor, Effects, Style};

use crate::checks::engine::Level;
use crate::track::Status;

/// Headings of tables.
pub(super) const HEAD: Style = Style::new().bold();
/// What is said beside: places, counts, what is in order.
pub(super) const DIM: Style = Style::new().effects(Effects::DIMMED);
/// Words that are gone.
pub(super) const OLD: Style = AnsiColor::Red.on_default().effects(Effects::STRIKETHROUGH);
/// Words that are new.
pub(super) const NEW: Style = AnsiColor::Green.on_default().effects(Effects::BOLD);
/// The number of a change.
pub const NUMBER: Style = AnsiColor::Cyan.on_default().effects(Effects::BOLD);

/// The colour of a level.
pub fn of_level(level: Level) -> Style {
    match level {
        Level::Off => DIM,
        Level::Info => AnsiColor::Green.on_default(),
        Level::Warning => AnsiColor::Yellow.on_default(),
        Level::Error => AnsiColor::Red.on_default(),
    }
}

/// The colour of a status.
pub fn of(status: Status, only_mechanical: bool) -> Style {
    match status {
        Status::Current => DIM,
        Status::Stale if only_mechanical => DIM,
        Status::Stale => AnsiColor::Yellow.on_default(),
        Status::Missing | Status::Unreadable => AnsiColor::Red.on_default(),
        Status::Untracked => AnsiColor::Magenta.on_default(),
        Status::Orphan => AnsiColor::Blue.on_default(),
    }
}

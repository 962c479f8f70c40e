//! What clap has to say of a wrong command line, in the languages of the program.

use std::error::Error as _;
use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::adopt::ShareError;
use super::context::error_word;
use super::segments::SegmentsError;
use crate::messages::{Messages, Msg};
use crate::text::LangError;

const RIGHT: Style = AnsiColor::Green.on_default();
const WRONG: Style = AnsiColor::Yellow.on_default();
const LITERAL: Style = Style::new().bold();

/// The whole message for `error`: what is wrong, what may be meant, the form of the command
/// and where to read more, which is the help of `command`. The few kinds that have no
/// sentence of ours stay in clap's English.
pub(super) fn explain(error: &clap::Error, command: &str, messages: &Messages) -> String {
    let Some(mut text) = sentence(error, messages) else {
        return error.render().ansi().to_string();
    };
    text.insert_str(0, &error_word(messages));
    text.push('\n');
    for hint in hints(error, messages) {
        let help = messages.say_styled(&Msg::LevelHelp);
        let _ = write!(text, "\n  {RIGHT}{help}:{RIGHT:#} {hint}\n");
    }
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let usage = usage.ansi().to_string();
        let form = usage
            .split_once(' ')
            .map_or(usage.as_str(), |(_, form)| form);
        let heading = messages.say_styled(&Msg::HeadingUsage);
        let style = LITERAL.underline();
        let _ = write!(text, "\n{style}{heading}:{style:#} {form}\n");
    }
    text.push('\n');
    text.push_str(&messages.say_styled(&Msg::TryHelp { command }));
    text.push('\n');
    text
}

/// What is wrong.
fn sentence(error: &clap::Error, messages: &Messages) -> Option<String> {
    let argument = || string(error, ContextKind::InvalidArg, WRONG);
    let value = || string(error, ContextKind::InvalidValue, WRONG);
    Some(match error.kind() {
        ErrorKind::UnknownArgument if is_option(error) => {
            messages.say_styled(&Msg::UnknownArgument {
                argument: &argument()?,
            })
        }
        ErrorKind::UnknownArgument => messages.say_styled(&Msg::ExtraArgument {
            argument: &argument()?,
        }),
        ErrorKind::InvalidSubcommand => {
            let command = string(error, ContextKind::InvalidSubcommand, WRONG)?;
            messages.say_styled(&Msg::UnknownCommand { command: &command })
        }
        ErrorKind::MissingSubcommand => messages.say_styled(&Msg::MissingCommand),
        ErrorKind::MissingRequiredArgument => missing(error, messages)?,
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => invalid(error, messages)?,
        ErrorKind::ArgumentConflict => conflict(error, messages)?,
        ErrorKind::TooManyValues => messages.say_styled(&Msg::TooManyValues {
            value: &value()?,
            argument: &argument()?,
        }),
        ErrorKind::TooFewValues => wrong_number(error, ContextKind::MinValues, messages)?,
        ErrorKind::WrongNumberOfValues => {
            wrong_number(error, ContextKind::ExpectedNumValues, messages)?
        }
        _ => return None,
    })
}

/// What may be meant, the likeliest first.
fn hints(error: &clap::Error, messages: &Messages) -> Vec<String> {
    let kinds = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ];
    let right = kinds.into_iter().find_map(|kind| match error.get(kind)? {
        ContextValue::String(right) => Some(right.clone()),
        // clap puts the likeliest last.
        ContextValue::Strings(all) => all.last().cloned(),
        _ => None,
    });
    let nearest = right.map(|right| {
        messages.say_styled(&Msg::DidYouMean {
            right: &painted(&right, RIGHT),
        })
    });
    // For an unknown option, clap's other suggestion is to take it for a value: of use only
    // where nothing is near, and then the option begins with a dash.
    let as_value = (nearest.is_none() && error.kind() == ErrorKind::UnknownArgument)
        .then(|| {
            error
                .get(ContextKind::Suggested)
                .and_then(|_| string(error, ContextKind::InvalidArg, RIGHT))
        })
        .flatten()
        .map(|value| messages.say_styled(&Msg::AsValue { value: &value }));
    nearest.into_iter().chain(as_value).collect()
}

/// Whether the argument that is wrong looks like an option.
fn is_option(error: &clap::Error) -> bool {
    matches!(error.get(ContextKind::InvalidArg), Some(ContextValue::String(text)) if text.starts_with('-'))
}

fn missing(error: &clap::Error, messages: &Messages) -> Option<String> {
    let ContextValue::Strings(names) = error.get(ContextKind::InvalidArg)? else {
        return None;
    };
    let mut text = messages.say_styled(&Msg::MissingArguments { count: names.len() });
    text.push(':');
    for name in names {
        text.push_str("\n  ");
        text.push_str(&painted(name, RIGHT));
    }
    Some(text)
}

fn invalid(error: &clap::Error, messages: &Messages) -> Option<String> {
    let argument = string(error, ContextKind::InvalidArg, LITERAL)?;
    let Some(ContextValue::String(raw)) = error.get(ContextKind::InvalidValue) else {
        return None;
    };
    let mut text = if raw.is_empty() {
        messages.say_styled(&Msg::MissingValue {
            argument: &argument,
        })
    } else {
        let value = painted(raw, WRONG);
        messages.say_styled(&Msg::InvalidValue {
            value: &value,
            argument: &argument,
        })
    };
    if let Some(why) = why_invalid(error, messages) {
        text.push_str(": ");
        text.push_str(&why);
    }
    if let Some(ContextValue::Strings(values)) = error.get(ContextKind::ValidValue)
        && !values.is_empty()
    {
        let values: Vec<_> = values.iter().map(|value| painted(value, RIGHT)).collect();
        let values = messages.say_styled(&Msg::PossibleValues {
            values: &values.join(", "),
        });
        let _ = write!(text, "\n  [{values}]");
    }
    Some(text)
}

/// Why our own types refuse a value; what others say is in English.
fn why_invalid(error: &clap::Error, messages: &Messages) -> Option<String> {
    let source = error.source()?;
    Some(if source.is::<LangError>() {
        messages.say_styled(&Msg::NotALanguage)
    } else if source.is::<globset::Error>() {
        messages.say_styled(&Msg::NotAGlob)
    } else if source.is::<SegmentsError>() {
        messages.say_styled(&Msg::NotSegments)
    } else if source.is::<ShareError>() {
        messages.say_styled(&Msg::NotAShare)
    } else {
        source.to_string()
    })
}

fn conflict(error: &clap::Error, messages: &Messages) -> Option<String> {
    let argument = string(error, ContextKind::InvalidArg, WRONG)?;
    let others = match error.get(ContextKind::PriorArg)? {
        ContextValue::String(other) => vec![painted(other, WRONG)],
        ContextValue::Strings(others) => others.iter().map(|other| painted(other, WRONG)).collect(),
        _ => return None,
    };
    let other = others.join(", ");
    Some(if other == argument {
        messages.say_styled(&Msg::GivenTwice {
            argument: &argument,
        })
    } else {
        messages.say_styled(&Msg::Conflict {
            argument: &argument,
            other: &other,
        })
    })
}

fn wrong_number(error: &clap::Error, expected: ContextKind, messages: &Messages) -> Option<String> {
    let number = |kind| match error.get(kind) {
        Some(ContextValue::Number(number)) => usize::try_from(*number).ok(),
        _ => None,
    };
    Some(messages.say_styled(&Msg::WrongNumberOfValues {
        argument: &string(error, ContextKind::InvalidArg, LITERAL)?,
        expected: number(expected)?,
        actual: number(ContextKind::ActualNumValues)?,
    }))
}

fn string(error: &clap::Error, kind: ContextKind, style: Style) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(painted(text, style)),
        _ => None,
    }
}

fn painted(text: &str, style: Style) -> String {
    format!("{style}{text}{style:#}")
}

//! The help of the program in its own languages: every text comes from `locales/*/cli.ftl`.
//!
//! Why so much of it: clap writes its own English headings, defaults and forms wherever it
//! is left to; here each of them is replaced by the way that clap offers for it.

use clap::builder::{StyledStr, Styles};
use clap::{Arg, Command};
use fluent::FluentArgs;

use crate::messages::{Messages, Msg};

/// The id of the program's own help; those of commands and arguments begin with it.
const ROOT: &str = "help";

/// `command` with all its help in the language of `messages`.
pub fn localise(command: Command, messages: &Messages) -> Command {
    let command = describe(command, ROOT, messages);
    let mut built = command.clone();
    built.build();
    let root = form(&mut built, messages);
    let mut forms = Vec::new();
    for sub in built.get_subcommands_mut() {
        forms.push((sub.get_name().to_owned(), form(sub, messages)));
    }
    let command = command.override_usage(root);
    forms.into_iter().fold(command, |command, (name, form)| {
        command.mut_subcommand(name, |sub| sub.override_usage(form))
    })
}

/// The Fluent ids of all help that `command` needs, those of commands and those of arguments.
pub fn ids(command: &Command) -> Vec<String> {
    let mut found = vec![ROOT.to_owned()];
    found.extend(command.get_arguments().map(|arg| argument_id(ROOT, arg)));
    for sub in command.get_subcommands() {
        let id = command_id(ROOT, sub);
        found.extend(sub.get_arguments().map(|arg| argument_id(&id, arg)));
        found.push(id);
    }
    found
}

fn command_id(parent: &str, command: &Command) -> String {
    format!("{parent}-{}", command.get_name())
}

fn argument_id(command: &str, arg: &Arg) -> String {
    let name = arg.get_id().as_str().replace('_', "-");
    if command == ROOT {
        format!("{ROOT}-global-{name}")
    } else {
        format!("{command}-{name}")
    }
}

/// Gives a command and everything in it its texts.
fn describe(command: Command, id: &str, messages: &Messages) -> Command {
    let mut command = command
        .help_template(template(messages))
        .subcommand_help_heading(messages.say(&Msg::HeadingCommands))
        .subcommand_value_name(messages.say(&Msg::PlaceCommand))
        .mut_args(|arg| describe_argument(arg, id, messages))
        .mut_subcommands(|sub| {
            let id = command_id(id, &sub);
            describe(sub, &id, messages)
        });
    if let Some(about) = text(messages, id, None) {
        command = command.about(about);
    }
    if let Some(long) = text(messages, id, Some("long")) {
        command = command.long_about(paragraphs(&long));
    }
    if let Some(examples) = text(messages, id, Some("examples")) {
        let header = Styles::styled().get_header().to_owned();
        let heading = messages.say(&Msg::HeadingExamples);
        let lines = examples.replace('\n', "\n  ");
        command = command.after_help(format!("{header}{heading}:{header:#}\n  {lines}"));
    }
    command
}

fn describe_argument(arg: Arg, command: &str, messages: &Messages) -> Arg {
    let id = argument_id(command, &arg);
    let heading = if command == ROOT {
        Msg::HeadingGlobal
    } else if arg.is_positional() {
        Msg::HeadingArguments
    } else {
        Msg::HeadingOptions
    };
    let takes_value = arg.get_action().takes_values();
    let help = text(messages, &id, None).unwrap_or_default() + &notes(&arg, messages);
    let arg = arg.help(help).help_heading(messages.say(&heading));
    if !takes_value {
        return arg;
    }
    let arg = arg.hide_default_value(true).hide_possible_values(true);
    match text(messages, &id, Some("value")) {
        Some(name) => arg.value_name(name),
        None => arg,
    }
}

/// What clap would write after the help of an argument: ` [possible values: …; default: …]`.
fn notes(arg: &Arg, messages: &Messages) -> String {
    let mut notes = Vec::new();
    if arg.get_action().takes_values() {
        let values: Vec<_> = arg
            .get_possible_values()
            .iter()
            .map(|value| value.get_name().to_owned())
            .collect();
        if !values.is_empty() {
            notes.push(messages.say(&Msg::PossibleValues {
                values: &values.join(", "),
            }));
        }
        let default = arg
            .get_default_values()
            .first()
            .filter(|_| !arg.is_hide_default_value_set());
        if let Some(value) = default {
            notes.push(messages.say(&Msg::DefaultValue {
                value: &value.to_string_lossy(),
            }));
        }
    }
    if notes.is_empty() {
        String::new()
    } else {
        format!(" [{}]", notes.join("; "))
    }
}

/// clap's own template, with a heading that can be said in another language.
fn template(messages: &Messages) -> StyledStr {
    let style = Styles::styled().get_usage().to_owned();
    let heading = messages.say(&Msg::HeadingUsage);
    format!("{{before-help}}{{about-with-newline}}\n{style}{heading}:{style:#} {{usage}}\n\n{{all-args}}{{after-help}}")
        .into()
}

/// How a command is called: clap's own line, without its heading and with our word for the options.
fn form(command: &mut Command, messages: &Messages) -> StyledStr {
    let line = command.render_usage().ansi().to_string();
    let line = line.split_once(' ').map_or(line.as_str(), |(_, form)| form);
    let place = format!("[{}]", messages.say(&Msg::PlaceOptions));
    line.replace("[OPTIONS]", &place).into()
}

/// Text for clap to wrap: single line breaks are those of the FTL file, empty lines are meant.
fn paragraphs(text: &str) -> String {
    let joined = text
        .split("\n\n")
        .map(|paragraph| paragraph.replace('\n', " "));
    joined.collect::<Vec<_>>().join("\n\n")
}

fn text(messages: &Messages, id: &str, attribute: Option<&str>) -> Option<String> {
    messages.lookup(id, attribute, &FluentArgs::new(), &mut Vec::new())
}

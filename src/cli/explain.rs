//! `explain`: what a check compares, with examples, as its page says it.

use std::io;
use std::process::ExitCode;

use clap::Args;

use super::Context;
use super::pager::page;
use crate::checks::{self, ALL, Entry};
use crate::diagnostic::{Code, Diagnostic};
use crate::messages::{Msg, UiLang};
use crate::text::Span;

/// What `explain` takes.
#[derive(Debug, Args)]
pub(crate) struct Explain {
    pub(crate) code: String,
    #[arg(long)]
    pub(crate) no_pager: bool,
}

impl Explain {
    pub(crate) fn run(&self, context: &Context) -> io::Result<ExitCode> {
        if let Some(entry) = checks::find(&self.code) {
            let text = in_language(entry, context.messages.lang());
            page(context, text, !self.no_pager)?;
            return Ok(ExitCode::SUCCESS);
        }
        let mut of_files = Code::OF_FILES.iter();
        if let Some(code) = of_files.find(|code| code.name() == self.code) {
            // What is wrong with a file needs no page: its sentence and its advice say it all.
            let found = Diagnostic::new(*code, Span::file(""));
            let facts = code.args().iter().map(|name| (*name, "…".to_owned()));
            let found = Diagnostic {
                args: facts.collect(),
                ..found
            };
            let (title, help) = context.messages.diagnostic(&found);
            let help = help.map_or_else(String::new, |help| format!("\n{help}\n"));
            context.print(&format!("# {}\n\n{title}\n{help}", code.name()))?;
            return Ok(ExitCode::SUCCESS);
        }
        unknown(&self.code, context)
    }
}

/// The page of a check in the language of the program.
fn in_language(entry: &Entry, lang: UiLang) -> &'static str {
    match lang {
        UiLang::Ru => entry.pages[0],
        UiLang::En => entry.pages[1],
    }
}

/// Says what a check compares, in one line: the first sentence of its page.
pub(super) fn summary(entry: &Entry, lang: UiLang) -> &'static str {
    let page = in_language(entry, lang);
    let mut lines = page.lines().skip(1);
    let first = lines
        .find(|line| !line.trim().is_empty())
        .unwrap_or_default();
    match first.find(". ") {
        Some(end) => &first[..end],
        None => first.trim_end_matches('.'),
    }
}

/// Refuses a name that no check has.
pub(super) fn unknown(name: &str, context: &Context) -> io::Result<ExitCode> {
    let of_files = Code::OF_FILES.iter().map(|code| code.name());
    let known: Vec<&str> = ALL
        .iter()
        .map(|entry| entry.code.name())
        .chain(of_files)
        .collect();
    let near = similar::get_close_matches(name, &known, 1, 0.6);
    context.fail(&Msg::UnknownCheck {
        check: name,
        nearest: near.first().copied().unwrap_or_default(),
    })
}

/// Whether a check or a code of files has this name.
pub(super) fn is_known(name: &str) -> bool {
    checks::find(name).is_some() || Code::OF_FILES.iter().any(|code| code.name() == name)
}

//! `align`: two files side by side, whatever they are.

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::Context;
use super::alone::File;
use super::context::{COULD_NOT_RUN, width};
use super::pager::page;
use super::session::{exit_code, say};
use crate::align::align;
use crate::project::{layouts::languages_of, read_alone};
use crate::report::{self, AlignJson, Aligned, AlignedFile, align_tsv};
use crate::text::Lang;

/// What `align` takes.
#[derive(Debug, Args)]
pub(crate) struct Align {
    pub(crate) source: PathBuf,
    pub(crate) target: PathBuf,
    #[arg(long)]
    pub(crate) from: Option<Lang>,
    #[arg(long)]
    pub(crate) to: Option<Lang>,
    #[arg(long, default_value = "human")]
    pub(crate) format: Format,
    #[arg(long)]
    pub(crate) no_pager: bool,
}

/// The forms that `align` can be printed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Human,
    Json,
    /// Lines of the source, lines of the target, confidence and kind, for scripts.
    Tsv,
}

impl Align {
    pub(crate) fn run(&self, context: &Context) -> io::Result<ExitCode> {
        let paths = [&self.source, &self.target];
        let names = paths.map(|path| path.to_string_lossy().into_owned());
        let mut texts = Vec::new();
        let mut refused = Vec::new();
        for (path, name) in paths.into_iter().zip(&names) {
            match read_alone(&context.directory.join(path), name) {
                Ok(text) => texts.push(text),
                Err(found) => refused.push(*found),
            }
        }
        say(context, &refused, &|_| None)?;
        let Ok(texts) = <[String; 2]>::try_from(texts) else {
            return Ok(ExitCode::from(COULD_NOT_RUN));
        };
        let [source, target] = self.parse(names, texts);
        self.print(context, &source, &target)?;
        let text_of = |name: &str| {
            let both = [&source, &target];
            let found = both.into_iter().find(|file| file.name == name);
            found.map(|file| file.text.clone())
        };
        let diagnostics = [
            source.parsed.diagnostics.clone(),
            target.parsed.diagnostics.clone(),
        ];
        let diagnostics = diagnostics.concat();
        say(context, &diagnostics, &text_of)?;
        Ok(exit_code(diagnostics.iter()))
    }

    /// Reads both texts in the languages that were given, or that their paths name, or that their
    /// letters are of.
    fn parse(&self, names: [String; 2], texts: [String; 2]) -> [File; 2] {
        let [one, other] = languages_of([&names[0], &names[1]]);
        let [source, target] = names;
        let [source_text, target_text] = texts;
        [
            File::new(source, source_text, self.from.clone().or(one)),
            File::new(target, target_text, self.to.clone().or(other)),
        ]
    }

    fn print(&self, context: &Context, source: &File, target: &File) -> io::Result<()> {
        let alignment = align(&source.parsed.document, &target.parsed.document);
        let side =
            |file: &File| AlignedFile::new(&file.name, &file.text, file.parsed.document.clone());
        let found = Aligned::new(side(source), side(target), &alignment);
        match self.format {
            Format::Json => context.print_json(&AlignJson::new(&found)),
            Format::Tsv => context.print_exact(&align_tsv(&found)),
            Format::Human => {
                let text = report::align(&found, width(), &context.messages);
                page(context, &text, !self.no_pager)
            }
        }
    }
}

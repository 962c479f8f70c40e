//! `check FILE…`: files of no project, one by one, or a page beside its translation.

use std::io;
use std::process::ExitCode;

use super::Context;
use super::alone::File;
use super::check::Check;
use super::context::COULD_NOT_RUN;
use super::looked_at::LookedAt;
use super::mend;
use super::session::{Session, Stop, fail, say};
use crate::checks::engine::{Checked, File as Checkable, Rules, check_pair, check_single};
use crate::diagnostic::Diagnostic;
use crate::gate::{Asked, Outcome, check_files};
use crate::messages::Msg;
use crate::project::{Project, ProjectError, layouts::languages_of, read_alone, write_alone};

/// Files to look at.
pub(super) struct Files {
    rules: Rules,
    read: Vec<File>,
    /// Whether the first is the source of the second.
    pair: bool,
    /// What could not be read.
    refused: Vec<Diagnostic>,
}

impl Files {
    /// The files that are asked for; none where the names are articles of a project.
    pub(super) fn of(asked: &Check, context: &Context) -> Result<Option<Self>, Stop> {
        let names = &asked.article;
        if names.is_empty() {
            return Ok(None);
        }
        let is_file = |name: &String| context.directory.join(name).is_file();
        let project = Project::open(&context.directory).ok();
        if project.is_some() {
            let session = Session::open(context)?;
            let strange = |name: &String| is_file(name) && !session.knows(name, context);
            if !names.iter().any(strange) {
                return Ok(None);
            }
            let rules = session.rules(context)?;
            return Ok(Some(Self::read(asked, rules, context)));
        }
        Ok(Some(Self::read(asked, Rules::default(), context)))
    }

    fn read(asked: &Check, rules: Rules, context: &Context) -> Self {
        let mut out = Self {
            rules,
            read: Vec::new(),
            pair: false,
            refused: Vec::new(),
        };
        let mut texts = Vec::new();
        for name in &asked.article {
            match read_alone(&context.directory.join(name), name) {
                Ok(text) => texts.push((name.clone(), text)),
                Err(found) => out.refused.push(*found),
            }
        }
        let mut by_path = vec![None; texts.len()];
        if let [(one, _), (other, _)] = texts.as_slice() {
            by_path = languages_of([one, other]).to_vec();
        }
        // A language for each file, or one for all of them.
        let told = |at: usize| match asked.lang.as_slice() {
            [one] => Some(one.clone()),
            several => several.get(at).cloned(),
        };
        for (at, ((name, text), by_path)) in texts.into_iter().zip(by_path).enumerate() {
            out.read.push(File::new(name, text, told(at).or(by_path)));
        }
        if let [one, other] = out.read.as_slice() {
            out.pair = one.parsed.document.lang != other.parsed.document.lang;
        }
        out
    }

    pub(super) fn run(mut self, asked: &Check, context: &Context) -> io::Result<ExitCode> {
        match self.check(asked, context) {
            Ok(code) => Ok(code),
            Err(stop) => stop,
        }
    }

    fn check(&mut self, asked: &Check, context: &Context) -> Result<ExitCode, Stop> {
        if asked.since.is_some() || asked.baseline.is_some() {
            return Err(context.fail(&Msg::FilesHaveNoPast));
        }
        say(context, &self.refused, &|_| None).map_err(Err)?;
        let named = Asked {
            only: &asked.only,
            skip: &asked.skip,
            ..Asked::default()
        };
        let mut outcome = check_files(self.look(), &self.rules, &named);
        if asked.fix {
            let mut count = 0;
            for _ in 0..mend::ROUNDS {
                let mended = self.mend(&outcome, context);
                let mended = mended.map_err(|error| fail(context, &error))?;
                if mended == 0 {
                    break;
                }
                count += mended;
                let rules = std::mem::take(&mut self.rules);
                *self = Self::read(asked, rules, context);
                outcome = check_files(self.look(), &self.rules, &named);
            }
            let said = context.messages.say(&mend::said(count)) + "\n";
            context.remark(&said).map_err(Err)?;
        }
        outcome.partial |= !self.refused.is_empty();
        let sources = |name: &str| {
            let found = self.read.iter().find(|file| file.name == name);
            found.map(|file| file.text.clone())
        };
        let looked_at = LookedAt::in_files(&self.read, self.pair);
        let code = asked.end(&outcome, (&sources, &looked_at), context)?;
        if self.read.is_empty() {
            return Ok(ExitCode::from(COULD_NOT_RUN));
        }
        Ok(code)
    }

    /// Makes the fixes in the files that still say what was looked at; how many.
    fn mend(&self, outcome: &Outcome, context: &Context) -> Result<usize, ProjectError> {
        let unchanged = |name: &str| {
            let text = read_alone(&context.directory.join(name), name).ok()?;
            let looked = self.read.iter().find(|file| file.name == name)?;
            (looked.text == text).then_some(text)
        };
        mend::mend(outcome, &unchanged, &|name, text| {
            write_alone(&context.directory.join(name), text.as_bytes())
        })
    }

    /// Asks the checks.
    fn look(&self) -> Checked {
        let files: Vec<Checkable<'_>> = self.read.iter().map(as_checked).collect();
        let mut out = match files.as_slice() {
            [source, target] if self.pair => check_pair(&self.rules, source, target),
            files => {
                let mut all = Checked::default();
                for file in files {
                    all.merge(check_single(&self.rules, file));
                }
                all
            }
        };
        for file in &self.read {
            out.note(&file.parsed.diagnostics);
        }
        out
    }
}

/// The file as the checks want it.
fn as_checked(file: &File) -> Checkable<'_> {
    Checkable {
        name: &file.name,
        text: &file.text,
        document: &file.parsed.document,
    }
}

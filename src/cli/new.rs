//! `new`: a first draft of a translation.

use std::io;
use std::process::ExitCode;

use clap::Args;

use super::Context;
use super::session::{PATIENCE, Session, Stop, fail};
use crate::document::Document;
use crate::messages::{Messages, Msg};
use crate::project::{ProjectError, State, Store};
use crate::text::{Lang, count_words};
use crate::track::{Sources, Status, draft};

/// What `new` takes.
#[derive(Debug, Args)]
pub(crate) struct New {
    pub(crate) article: String,
    #[arg(long)]
    pub(crate) lang: Lang,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

impl New {
    pub(crate) fn run(&self, context: &Context) -> io::Result<ExitCode> {
        let session = match Session::open(context) {
            Ok(session) => session,
            Err(stop) => return stop,
        };
        match self.start(&session, context) {
            Ok(said) => {
                // A dry run prints the draft itself.
                context.print_exact(&said)?;
                Ok(ExitCode::SUCCESS)
            }
            Err(stop) => stop,
        }
    }

    fn start(&self, session: &Session, context: &Context) -> Result<String, Stop> {
        let article = session.article(&self.article, context)?;
        let pair = session.pair(article, &self.lang, context)?.status;
        let sources = Sources::read(&session.project, article, std::slice::from_ref(&self.lang));
        let (name, path) = (sources.name(), &pair.path);
        let base = Store::base_path(&self.lang, pair.renamed_from.as_ref().unwrap_or(&name));
        let Some(source) = sources.source() else {
            return Err(context.fail(&Msg::NoSource { path: &name }));
        };
        if pair.status != Status::Missing {
            return Err(context.fail(&Msg::AlreadyExists { path }));
        }
        // A base without its translation is somebody's work that has another name now.
        if session.project.root.join(&base).exists() {
            return Err(context.fail(&Msg::BaseExists { base: &base }));
        }
        let document = sources.parse(&sources.source_lang, &name, source).document;
        let text = draft(source, &document, &name);
        if self.dry_run {
            return Ok(text);
        }
        let written = self.write(session, (&name, path), (source, &text));
        written.map_err(|error| fail(context, &error))?;
        let amount = amount(&document, &context.messages);
        Ok(context.messages.say(&Msg::Started {
            path,
            base: &base,
            amount: &amount,
        }) + "\n")
    }

    /// Writes the record, the draft and its base.
    fn write(
        &self,
        session: &Session,
        (name, path): (&str, &str),
        (source, draft): (&str, &str),
    ) -> Result<(), ProjectError> {
        let lock = session.project.store().lock(PATIENCE)?;
        // The record first: a draft that is not marked as one would look finished.
        let review = session
            .project
            .root
            .join(&Store::review_path(&self.lang, name));
        let reviewed = review.exists();
        lock.set_state(&self.lang, name, Some(State::Draft))?;
        if let Err(error) = session.project.root.create(path, draft.as_bytes()) {
            // What people said of it before stays; what was made just now goes.
            if reviewed {
                lock.set_state(&self.lang, name, None)?;
            } else {
                lock.remove_review(&self.lang, name)?;
            }
            return Err(error);
        }
        lock.write_base(&self.lang, name, source)
    }
}

/// How much there is to translate.
fn amount(document: &Document, messages: &Messages) -> String {
    let prose = || document.segments.iter().filter(|segment| segment.prose);
    let segments = messages.say(&Msg::Segments {
        count: prose().count(),
    });
    let words = prose().map(|segment| count_words(&segment.reader)).sum();
    format!("{segments}, {}", messages.say(&Msg::Words { count: words }))
}

//! `new`: a first draft of a translation.

use std::io;
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;

use super::Context;
use super::session::{Session, Stop, fail};
use crate::document::Document;
use crate::messages::Msg;
use crate::project::{ProjectError, State, Store};
use crate::text::Lang;
use crate::track::{Sources, draft};

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
        let sources = Sources::read(&session.project, article, std::slice::from_ref(&self.lang));
        session.say(context, &sources.diagnostics).map_err(Err)?;
        let (name, lang) = (sources.name(), self.lang.to_string());
        if !sources.targets().contains(&self.lang) {
            return Err(context.fail(&Msg::NotATarget {
                article: &name,
                lang: &lang,
            }));
        }
        let path = article.path(&self.lang);
        if article.files.contains_key(&self.lang) {
            return Err(context.fail(&Msg::AlreadyExists { path: &path }));
        }
        let Some(source) = sources.source() else {
            return Err(context.fail(&Msg::NoSource { path: &name }));
        };
        let document: Document = sources.parse(&sources.source_lang, &name, source).document;
        let text = draft(source, &document, &name);
        if self.dry_run {
            return Ok(text);
        }
        let broken = |error: ProjectError| fail(context, &error);
        let lock = session
            .project
            .store()
            .lock(Duration::from_secs(10))
            .map_err(broken)?;
        // The record first: a draft that is not marked as one would look finished.
        lock.set_state(&self.lang, &name, Some(State::Draft))
            .map_err(broken)?;
        session
            .project
            .root
            .create(&path, text.as_bytes())
            .map_err(broken)?;
        lock.write_base(&self.lang, &name, source).map_err(broken)?;
        let prose = document.segments.iter().filter(|segment| segment.prose);
        let (segments, words) = prose.fold((0, 0), |(segments, words), segment| {
            (
                segments + 1,
                words + crate::text::count_words(&segment.reader),
            )
        });
        let amount = format!(
            "{}, {}",
            context.messages.say(&Msg::Segments { count: segments }),
            context.messages.say(&Msg::Words { count: words }),
        );
        let base = Store::base_path(&self.lang, &name);
        Ok(context.messages.say(&Msg::Started {
            path: &path,
            base: &base,
            amount: &amount,
        }) + "\n")
    }
}

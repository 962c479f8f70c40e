//! `adopt`: bases for translations that were there before Sverka was.

use std::collections::BTreeSet;
use std::io;
use std::process::ExitCode;

use clap::Args;

use super::Context;
use super::context::{COULD_NOT_RUN, width};
use super::history::refuse;
use super::options::Format;
use super::progress::Progress;
use super::session::{PATIENCE, Session, Stop, exit_code, fail, passed_by};
use crate::diagnostic::Diagnostic;
use crate::history::{Commit, Gap, History, HistoryError, Timeline};
use crate::messages::Msg;
use crate::project::{LockedStore, ProjectError};
use crate::report::{AdoptJson, AdoptShown, adopted, adopted_in_full};
use crate::text::Lang;
use crate::track::{Adopted, Evidence, Origin, Proposal, Status, Survey, Untracked, adopt};

/// What `adopt` takes.
#[derive(Debug, Args)]
pub(crate) struct Adopt {
    pub(crate) article: Vec<String>,
    #[arg(long)]
    pub(crate) lang: Vec<Lang>,
    #[arg(long)]
    pub(crate) write: bool,
    #[arg(long, default_value = "0.8", value_parser = share)]
    pub(crate) min_confidence: f64,
    #[arg(long, conflicts_with = "base")]
    pub(crate) assume_current: bool,
    // One commit is hardly the base of everything.
    #[arg(long, requires = "article")]
    pub(crate) base: Option<String>,
    #[arg(long, default_value = "human")]
    pub(crate) format: Format,
}

/// A number from 0 to 1.
fn share(text: &str) -> Result<f64, ShareError> {
    let number: f64 = text.replace(',', ".").parse().map_err(|_| ShareError)?;
    if (0.0..=1.0).contains(&number) {
        Ok(number)
    } else {
        Err(ShareError)
    }
}

/// Text that is no number from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a number from 0 to 1 is needed")]
pub(super) struct ShareError;

/// The history of the project, as far as there is one.
struct Past {
    history: Option<(History, Timeline)>,
    base: Option<Commit>,
}

impl Adopt {
    pub(crate) fn run(&self, context: &Context) -> io::Result<ExitCode> {
        Session::run(context, |session| self.adopt(session, context))
    }

    fn adopt(&self, session: &Session, context: &Context) -> Result<ExitCode, Stop> {
        let broken = |error: ProjectError| fail(context, &error);
        // The lock is taken before any text is read: what is judged is what is written for.
        let lock = if self.write {
            Some(session.project.store().lock(PATIENCE).map_err(broken)?)
        } else {
            None
        };
        let judged = session.judged(&self.article, &self.lang, context)?;
        let diagnostics: Vec<Diagnostic> = judged.all_diagnostics().cloned().collect();
        let untracked = untracked(session, &judged);
        let past = self.past(session, &untracked, context)?;
        let progress = Progress::new(context, untracked.len());
        let evidence = Evidence {
            history: past.history.as_ref().map(|(history, walk)| (history, walk)),
            base: past.base.as_ref(),
            assume_current: self.assume_current,
        };
        let record = |lang: &Lang, source: &str, proposal: &Proposal| match &lock {
            Some(lock) if self.wants(proposal) => write(lock, (lang, source), proposal),
            _ => Ok(false),
        };
        let done = || progress.step();
        if self.base.is_some() && self.write {
            // All is found before anything is written: one name that is not there leaves the others.
            let nothing = |_: &Lang, _: &str, _: &Proposal| Ok(false);
            let found = adopt(&session.project, &untracked, evidence, &nothing, &|| ());
            self.in_revision(&found.map_err(broken)?, context)?;
        }
        let found = adopt(&session.project, &untracked, evidence, &record, &done);
        progress.finish();
        let found = found.map_err(broken)?;
        self.in_revision(&found, context)?;
        self.print(&found, context).map_err(Err)?;
        self.end((&found, &judged), context)?;
        session.say(context, &diagnostics).map_err(Err)?;
        Ok(if passed_by(&judged) {
            ExitCode::from(COULD_NOT_RUN)
        } else {
            exit_code(diagnostics.iter())
        })
    }

    fn wants(&self, proposal: &Proposal) -> bool {
        let told = matches!(proposal.origin, Origin::Given(_)) || self.assume_current;
        told || proposal.is_sure(self.min_confidence)
    }

    /// Opens the history and goes through it once, for the files of all these articles.
    fn past(
        &self,
        session: &Session,
        untracked: &[Untracked<'_>],
        context: &Context,
    ) -> Result<Past, Stop> {
        let broken = |error: HistoryError| refuse(&error, context);
        let mut past = Past {
            history: None,
            base: None,
        };
        if self.assume_current || untracked.is_empty() {
            return Ok(past);
        }
        let remark = |said: Msg<'_>| {
            let said = context.messages.say(&said) + "\n";
            context.remark(&said).map_err(Err)
        };
        let Some(history) = History::open(session.project.root.path()).map_err(broken)? else {
            if self.base.is_some() {
                return Err(context.fail(&Msg::BaseNeedsHistory));
            }
            remark(Msg::NoRepository)?;
            return Ok(past);
        };
        for gap in history.gaps() {
            remark(match gap {
                Gap::Shallow => Msg::GapShallow,
                Gap::Partial => Msg::GapPartial,
            })?;
        }
        if let Some(revision) = &self.base {
            past.base = Some(history.resolve(revision).map_err(broken)?);
        }
        let files = untracked.iter().flat_map(|one| one.article.files.values());
        let files: BTreeSet<String> = files.map(ToString::to_string).collect();
        let walk = history.walk(&files, None).map_err(broken)?;
        past.history = Some((history, walk));
        Ok(past)
    }

    /// Refuses a commit in which a source did not exist.
    fn in_revision(&self, found: &[Adopted], context: &Context) -> Result<(), Stop> {
        let none = found.iter().find(|one| one.proposal.is_none());
        let (Some(revision), Some(none)) = (&self.base, none) else {
            return Ok(());
        };
        let path = &none.source;
        Err(context.fail(&Msg::NotInRevision { path, revision }))
    }

    fn print(&self, found: &[Adopted], context: &Context) -> io::Result<()> {
        let messages = &context.messages;
        let shown = AdoptShown {
            least: if self.assume_current {
                0.0
            } else {
                self.min_confidence
            },
            written: self.write,
            width: width(),
        };
        if self.format == Format::Json {
            return context.print_json(&AdoptJson::new(self.min_confidence, found));
        }
        if found.is_empty() {
            return Ok(());
        }
        if self.article.is_empty() {
            return context.print(&adopted(found, shown, messages));
        }
        let full = found
            .iter()
            .map(|one| adopted_in_full(one, shown, messages));
        context.print(&full.collect::<Vec<_>>().join("\n"))
    }

    /// What is said beside: why nothing is shown, and what to do next.
    fn end(&self, (found, judged): (&[Adopted], &Survey), context: &Context) -> Result<(), Stop> {
        let remark = |said: &Msg<'_>| {
            let said = context.messages.say(said) + "\n";
            context.remark(&said).map_err(Err)
        };
        if !self.article.is_empty() {
            let pairs = judged.articles.iter().flat_map(|article| &article.pairs);
            let tracked = |status| matches!(status, Status::Stale | Status::Current);
            for pair in pairs.filter(|pair| tracked(pair.status)) {
                remark(&Msg::HasBase { path: &pair.path })?;
            }
        }
        if found.is_empty() {
            return remark(&Msg::NothingUntracked);
        }
        if !self.write {
            remark(&Msg::NothingWritten)?;
            let wanted = |one: &Adopted| one.proposal.as_ref().is_some_and(|p| self.wants(p));
            if found.iter().any(wanted) {
                remark(&Msg::AdviceWrite)?;
            }
        }
        if self.article.is_empty() && self.format == Format::Human {
            remark(&Msg::AdviceExplain)?;
        }
        Ok(())
    }
}

/// The articles that have untracked translations, and these.
fn untracked<'s>(session: &'s Session, judged: &Survey) -> Vec<Untracked<'s>> {
    let mut out = Vec::new();
    for article in &judged.articles {
        let pairs = article.pairs.iter();
        let pairs = pairs.filter(|pair| pair.status == Status::Untracked);
        let languages: Vec<Lang> = pairs.map(|pair| pair.lang.clone()).collect();
        if !languages.is_empty() {
            out.push(Untracked {
                article: session.paths(article),
                languages,
            });
        }
    }
    out
}

fn write(
    lock: &LockedStore,
    (lang, source): (&Lang, &str),
    proposal: &Proposal,
) -> Result<bool, ProjectError> {
    lock.write_base(lang, source, &proposal.base)?;
    Ok(true)
}

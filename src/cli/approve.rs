//! `approve`: an editor has read a translation beside its source.

use std::io;
use std::process::ExitCode;

use clap::Args;

use super::Context;
use super::context::COULD_NOT_RUN;
use super::identity::name_of_user;
use super::session::{Judged, PATIENCE, Session, Stop, cannot, fail};
use crate::messages::Msg;
use crate::project::{Approval, Article, LockedStore, State, Store};
use crate::text::{Lang, sha256};
use crate::track::{PairStatus, Status};

/// What `approve` takes.
#[derive(Debug, Args)]
pub(crate) struct Approve {
    #[arg(required = true)]
    pub(crate) article: Vec<String>,
    #[arg(long)]
    pub(crate) lang: Lang,
    #[arg(long)]
    pub(crate) by: Option<String>,
    #[arg(long)]
    pub(crate) note: Option<String>,
    #[arg(long, conflicts_with_all = ["by", "note"])]
    pub(crate) revoke: bool,
}

impl Approve {
    pub(crate) fn run(&self, context: &Context) -> io::Result<ExitCode> {
        Session::run(context, |session| self.approve(session, context))
    }

    fn approve(&self, session: &Session, context: &Context) -> Result<ExitCode, Stop> {
        let asked = self
            .article
            .iter()
            .map(|name| session.article(name, context));
        let asked = asked.collect::<Result<Vec<&Article>, Stop>>()?;
        session.languages(std::slice::from_ref(&self.lang), context)?;
        // The lock is taken before any text is read: what is judged is what is recorded.
        let lock = session.project.store().lock(PATIENCE);
        let lock = lock.map_err(|error| fail(context, &error))?;
        let mut done = Vec::new();
        for article in asked {
            let judged = session.pair(article, &self.lang, context)?;
            done.push(self.record(session, article, &judged, context)?);
        }
        // All or nothing: one that cannot be approved leaves the others as they were.
        for (name, approval) in &done {
            self.write(&lock, name, approval.as_ref(), context)?;
        }
        Ok(ExitCode::SUCCESS)
    }

    /// The record to write; none where the approval is taken back.
    fn record(
        &self,
        session: &Session,
        article: &Article,
        judged: &Judged,
        context: &Context,
    ) -> Result<(String, Option<Approval>), Stop> {
        let pair = &judged.status;
        let name = session.source_name(article);
        if self.revoke {
            return Ok((name, None));
        }
        if judged.wrong {
            return Err(Ok(ExitCode::from(COULD_NOT_RUN)));
        }
        if pair.status != Status::Current {
            return Err(self.refuse(&name, pair, context));
        }
        let root = &session.project.root;
        let read = |path: &str| {
            root.read(path)
                .map_err(|_| context.fail(&Msg::CannotRead { path }))
        };
        let (base, target) = (
            read(&Store::base_path(
                &self.lang,
                pair.renamed_from.as_ref().unwrap_or(&name),
            ))?,
            read(&pair.path)?,
        );
        let by = self
            .by
            .as_deref()
            .map(str::trim)
            .filter(|by| !by.is_empty());
        let by = by.map(|by| by.replace(char::is_control, " "));
        let approval = Approval {
            date: context.today.clone(),
            by: by.unwrap_or_else(|| name_of_user(&context.directory)),
            note: self.note.clone().unwrap_or_default(),
            base: sha256(&base),
            target: sha256(&target),
        };
        Ok((name, Some(approval)))
    }

    /// Only what reflects the source of today can be read beside it.
    fn refuse(&self, name: &str, pair: &PairStatus, context: &Context) -> Stop {
        let lang = self.lang.to_string();
        match pair.status {
            Status::Untracked | Status::Stale => context.fail(&Msg::CannotApprove {
                path: &pair.path,
                article: name,
                lang: &lang,
            }),
            _ => cannot(name, pair, context),
        }
    }

    fn write(
        &self,
        lock: &LockedStore,
        name: &str,
        approval: Option<&Approval>,
        context: &Context,
    ) -> Result<(), Stop> {
        let written = match approval {
            Some(approval) => lock.approve(&self.lang, name, approval),
            None => lock.set_state(&self.lang, name, Some(State::Translated)),
        };
        written.map_err(|error| fail(context, &error))?;
        let lang = self.lang.to_string();
        let said = match approval {
            Some(approval) => Msg::Approved {
                article: name,
                lang: &lang,
                by: &approval.by,
            },
            None => Msg::ApprovalRevoked {
                article: name,
                lang: &lang,
            },
        };
        let text = context.messages.say(&said) + "\n";
        context.print(&text).map_err(Err)
    }
}

//! `ignore`: a finding is no mistake, and why.

use std::io;
use std::process::ExitCode;

use clap::Args;

use super::Context;
use super::context::COULD_NOT_RUN;
use super::session::{PATIENCE, Session, Stop, fail};
use crate::gate::{Asked, IgnoreList, Weighed, check_project, hides};
use crate::messages::Msg;
use crate::project::Article;
use crate::track::Scope;

/// What `ignore` takes.
#[derive(Debug, Args)]
pub(crate) struct Ignore {
    #[arg(required = true)]
    pub(crate) fingerprint: Vec<String>,
    #[arg(long)]
    pub(crate) reason: String,
    #[arg(long)]
    pub(crate) article: Vec<String>,
}

impl Ignore {
    pub(crate) fn run(&self, context: &Context) -> io::Result<ExitCode> {
        if self.reason.trim().is_empty() {
            return context.fail(&Msg::IgnoreNeedsReason);
        }
        Session::run(context, |session| self.ignore(session, context))
    }

    fn ignore(&self, session: &Session, context: &Context) -> Result<ExitCode, Stop> {
        let rules = session.rules(context)?;
        let named = self
            .article
            .iter()
            .map(|name| session.article(name, context));
        let named = named.collect::<Result<Vec<&Article>, Stop>>()?;
        let wanted = |article: &Article| named.iter().any(|one| one.is(article));
        let articles: Option<&(dyn Fn(&Article) -> bool + Sync)> = if named.is_empty() {
            None
        } else {
            Some(&wanted)
        };
        let scope = Scope {
            articles,
            ..Scope::default()
        };
        // The list must not change between reading and writing it.
        let lock = session.project.store().lock(PATIENCE);
        let _lock = lock.map_err(|error| fail(context, &error))?;
        let asked = Asked::default();
        let run = (&rules, &scope, &asked);
        let found = check_project(&session.project, &session.discovery, run);
        let found = found.map_err(|error| fail(context, &error))?;
        let mut chosen = Vec::new();
        for fingerprint in &self.fingerprint {
            // What could not be looked at is never no mistake.
            let can_be = found
                .findings
                .iter()
                .filter(|one| !hides(one.finding.diagnostic.code));
            let mut matching = can_be.filter(|one| is(one, fingerprint));
            let Some(first) = matching.next() else {
                return Err(context.fail(&Msg::NoFinding { fingerprint }));
            };
            chosen.push(&first.finding);
        }
        let root = &session.project.root;
        let old = match root.read_if_any(IgnoreList::PATH) {
            Ok(text) => text.unwrap_or_default(),
            Err(found) => {
                session.say(context, &[*found]).map_err(Err)?;
                return Ok(ExitCode::from(COULD_NOT_RUN));
            }
        };
        let text = IgnoreList::with(&old, &chosen, self.reason.trim());
        // A list that is broken, or that a table cannot be added to, is for a person to mend.
        for list in [IgnoreList::parse(&old), IgnoreList::parse(&text)] {
            if list.is_broken() {
                session.say(context, &list.diagnostics).map_err(Err)?;
                return Ok(ExitCode::from(COULD_NOT_RUN));
            }
        }
        root.write(IgnoreList::PATH, text.as_bytes())
            .map_err(|error| fail(context, &error))?;
        let said = Msg::Ignored {
            count: chosen.len(),
            path: IgnoreList::PATH,
        };
        context
            .print(&(context.messages.say(&said) + "\n"))
            .map_err(Err)?;
        Ok(ExitCode::SUCCESS)
    }
}

/// Whether a finding has the fingerprint that was given, perhaps shortened.
fn is(one: &Weighed, fingerprint: &str) -> bool {
    one.finding.fingerprint.begins(fingerprint)
}

//! `sync`: the translation has caught up with the source, or may stay as it is.

use std::collections::BTreeSet;
use std::io;
use std::process::ExitCode;
use std::time::Duration;

use clap::Args;

use super::Context;
use super::identity::name_of_user;
use super::segments::Segments;
use super::session::{Session, Stop, fail};
use crate::messages::Msg;
use crate::project::{Acceptance, Article, LockedStore, ProjectError, State, Store};
use crate::report::amount;
use crate::text::Lang;
use crate::track::{
    Changes, Comparison, PairStatus, Records, Scope, Sources, Status, Work, is_marked, survey, take,
};

/// How long another run may hold the project before we give up.
const PATIENCE: Duration = Duration::from_secs(10);

/// What `sync` takes.
#[derive(Debug, Args)]
pub(crate) struct Sync {
    #[arg(required = true)]
    pub(crate) article: Vec<String>,
    #[arg(long)]
    pub(crate) lang: Lang,
    #[arg(long, value_delimiter = ',')]
    pub(crate) segment: Vec<Segments>,
    // Both or neither: a record without its reason is of no use to whoever reads it later.
    #[arg(long, requires = "why", conflicts_with = "segment")]
    pub(crate) unchanged: bool,
    #[arg(long, requires = "unchanged")]
    pub(crate) why: Option<String>,
    #[arg(long)]
    pub(crate) by: Option<String>,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

impl Sync {
    pub(crate) fn run(&self, context: &Context) -> io::Result<ExitCode> {
        let session = match Session::open(context) {
            Ok(session) => session,
            Err(stop) => return stop,
        };
        if self.article.len() > 1 && !self.segment.is_empty() {
            return context.fail(&Msg::SegmentsOfOne);
        }
        match self.record_all(&session, context) {
            Ok(()) => Ok(ExitCode::SUCCESS),
            Err(stop) => stop,
        }
    }

    fn record_all(&self, session: &Session, context: &Context) -> Result<(), Stop> {
        // The lock is taken before anything is read: what is judged is what is written over.
        let lock = if self.dry_run {
            None
        } else {
            let lock = session.project.store().lock(PATIENCE);
            Some(lock.map_err(|error| fail(context, &error))?)
        };
        // All names are looked up first: a slip in the last one leaves the others untouched.
        let found: Result<Vec<&Article>, Stop> = self
            .article
            .iter()
            .map(|name| session.article(name, context))
            .collect();
        for article in found? {
            let said = self.record(session, article, (lock.as_ref(), context))?;
            context.print(&said).map_err(Err)?;
        }
        Ok(())
    }

    /// Does what was asked for one article and says what that was.
    fn record(
        &self,
        session: &Session,
        article: &Article,
        (lock, context): (Option<&LockedStore>, &Context),
    ) -> Result<String, Stop> {
        let broken = |error: ProjectError| fail(context, &error);
        let pair = self.judge(session, article, context)?;
        let sources = Sources::read(&session.project, article, std::slice::from_ref(&self.lang));
        let name = sources.name();
        let Some(source) = sources.source() else {
            return Err(self.cannot(&pair, context));
        };
        let plan = match pair.status {
            Status::Untracked | Status::Current => {
                if !self.segment.is_empty() {
                    return Err(context.fail(&Msg::NothingToChoose { article: &name }));
                }
                Plan::whole(source)
            }
            Status::Stale => self.plan(&sources, &pair, context)?,
            _ => return Err(self.cannot(&pair, context)),
        };
        if pair.status == Status::Current
            && pair.renamed_from.is_none()
            && pair.state != Some(State::Draft)
        {
            let lang = self.lang.to_string();
            return Ok(context.messages.say(&Msg::AlreadyCurrent {
                article: &name,
                lang: &lang,
            }) + "\n");
        }
        let step = Step {
            name: &name,
            pair: &pair,
            plan: &plan,
        };
        if let Some(lock) = lock {
            self.write(lock, &step, context).map_err(broken)?;
        }
        let mut said = self.report(&step, context);
        if let Some(target) = sources
            .texts
            .get(&self.lang)
            .filter(|_| plan.left.is_none())
        {
            let document = sources.parse(&self.lang, &pair.path, target).document;
            if is_marked(target, &document) {
                said.push_str(
                    &(context.messages.say(&Msg::StillMarked { path: &pair.path }) + "\n"),
                );
            }
        }
        Ok(said)
    }

    fn judge(
        &self,
        session: &Session,
        article: &Article,
        context: &Context,
    ) -> Result<PairStatus, Stop> {
        let wanted =
            |other: &Article| other.collection == article.collection && other.key == article.key;
        let scope = Scope {
            languages: std::slice::from_ref(&self.lang),
            articles: Some(&wanted),
            progress: None,
        };
        let found = survey(&session.project, &session.discovery, &scope)
            .map_err(|error| fail(context, &error))?;
        session
            .say(
                context,
                &found
                    .articles
                    .iter()
                    .flat_map(|a| a.diagnostics.clone())
                    .collect::<Vec<_>>(),
            )
            .map_err(Err)?;
        let pair = found
            .articles
            .into_iter()
            .flat_map(|article| article.pairs)
            .next();
        let (name, lang) = (article.name(), self.lang.to_string());
        pair.ok_or_else(|| {
            context.fail(&Msg::NotATarget {
                article: &name,
                lang: &lang,
            })
        })
    }

    fn cannot(&self, pair: &PairStatus, context: &Context) -> Stop {
        let lang = self.lang.to_string();
        match pair.status {
            Status::Missing => context.fail(&Msg::NoTranslationYet {
                article: &self.article.join(", "),
                lang: &lang,
                path: &pair.path,
            }),
            Status::Orphan => context.fail(&Msg::NoSource { path: &pair.path }),
            _ => context.fail(&Msg::CannotRead { path: &pair.path }),
        }
    }

    fn plan(
        &self,
        sources: &Sources<'_>,
        pair: &PairStatus,
        context: &Context,
    ) -> Result<Plan, Stop> {
        let recorded = pair.renamed_from.clone().unwrap_or_else(|| sources.name());
        let records = Records::of_pair(&self.lang, &recorded, &sources.name());
        let Some(found) = Comparison::of(sources, &self.lang, &records) else {
            return Err(self.cannot(pair, context));
        };
        let all = found.changes.list.len();
        let mut plan = Plan {
            left: None,
            ..Plan::whole(&found.source)
        };
        plan.taken = (0..all).collect();
        if self.segment.is_empty() {
            return Ok(plan);
        }
        let chosen = self.chosen(&found, context)?;
        let reader = sources.reader(&sources.source_lang, &found.source_path);
        let done = take(
            found.base_version(),
            found.source_version(),
            &found.changes,
            &chosen,
            &reader,
        );
        plan.along = done.changes.difference(&chosen).map(|at| at + 1).collect();
        plan.taken = done.changes;
        if done.text != found.source {
            let document = reader.read(&done.text).document;
            let left = Changes::between(&document, &found.new);
            plan.left = Some(Work::of(&left, &document, &found.new));
        }
        plan.text = done.text;
        Ok(plan)
    }

    /// The changes that `--segment` names.
    fn chosen(&self, found: &Comparison, context: &Context) -> Result<BTreeSet<usize>, Stop> {
        let mut chosen = BTreeSet::new();
        let all = found.changes.list.len();
        for choice in &self.segment {
            match choice {
                Segments::Numbers(range) if *range.end() <= all => {
                    chosen.extend(range.clone().map(|number| number - 1));
                }
                Segments::Numbers(range) => {
                    return Err(context.fail(&Msg::NoSuchChange {
                        number: *range.end(),
                        count: all,
                    }));
                }
                Segments::Key(key) => {
                    let at = found.changes.list.iter().position(|change| {
                        let new = change
                            .new
                            .and_then(|at| found.new.blocks[at].key(&found.new));
                        let old = change
                            .old
                            .and_then(|at| found.old.blocks[at].key(&found.old));
                        new.or(old) == Some(key.as_str())
                    });
                    let Some(at) = at else {
                        return Err(context.fail(&Msg::NoChangeOfKey { key }));
                    };
                    chosen.insert(at);
                }
            }
        }
        Ok(chosen)
    }

    fn write(
        &self,
        lock: &LockedStore,
        step: &Step<'_>,
        context: &Context,
    ) -> Result<(), ProjectError> {
        let Step { name, pair, plan } = *step;
        if let Some(old) = &pair.renamed_from {
            lock.move_base(&self.lang, old, name)?;
            lock.move_review(&self.lang, old, name)?;
        }
        if let Some(said) = self.acceptance(context) {
            lock.accept(&self.lang, name, &said)?;
        }
        // Last: when the base is there, everything else is.
        if pair.state == Some(State::Draft) && plan.left.is_none() {
            lock.set_state(&self.lang, name, Some(State::Translated))?;
        }
        lock.write_base(&self.lang, name, &plan.text)
    }

    /// The record that the translation may stay as it is.
    fn acceptance(&self, context: &Context) -> Option<Acceptance> {
        let why = self.why.clone()?;
        let by = self
            .by
            .clone()
            .unwrap_or_else(|| name_of_user(&context.directory));
        Some(Acceptance {
            date: context.today.clone(),
            by,
            why,
            change: "all".to_owned(),
        })
    }

    fn report(&self, step: &Step<'_>, context: &Context) -> String {
        let Step { name, pair, plan } = *step;
        let messages = &context.messages;
        let base = Store::base_path(&self.lang, name);
        let mut lines = Vec::new();
        if let Some(old) = &pair.renamed_from {
            lines.push(messages.say(&Msg::BaseMoved {
                from: old,
                to: name,
            }));
        }
        lines.push(match (pair.status, self.unchanged) {
            (_, true) => messages.say(&Msg::RecordedUnchanged {
                path: &pair.path,
                base: &base,
            }),
            _ if plan.taken.is_empty() => messages.say(&Msg::RecordedFirst {
                path: &pair.path,
                base: &base,
            }),
            _ => messages.say(&Msg::Recorded {
                path: &pair.path,
                base: &base,
                count: plan.taken.len(),
            }),
        });
        if let Some(said) = self.acceptance(context) {
            lines.push(format!("  {}, {}: {}", said.date, said.by, said.why));
        }
        if !plan.along.is_empty() {
            let numbers: Vec<String> = plan.along.iter().map(ToString::to_string).collect();
            lines.push(messages.say(&Msg::TakenAlong {
                numbers: &numbers.join(", "),
            }));
        }
        match plan.left {
            Some(left) if left.is_mechanical() => lines.push(messages.say(&Msg::LeftMechanical)),
            Some(left) => lines.push(messages.say(&Msg::LeftToDo {
                amount: &amount(&left, messages),
            })),
            None => {}
        }
        if self.dry_run {
            lines.push(messages.say(&Msg::NothingWritten));
        }
        lines.join("\n") + "\n"
    }
}

/// One record: of which translation, and what its base becomes.
#[derive(Clone, Copy)]
struct Step<'a> {
    name: &'a str,
    pair: &'a PairStatus,
    plan: &'a Plan,
}

/// What a base becomes.
struct Plan {
    text: String,
    /// The changes it takes.
    taken: BTreeSet<usize>,
    /// Numbers of changes that came along because they cannot be told apart from the chosen ones.
    along: Vec<usize>,
    /// What is stale afterwards.
    left: Option<Work>,
}

impl Plan {
    fn whole(source: &str) -> Self {
        Self {
            text: source.to_owned(),
            taken: BTreeSet::new(),
            along: Vec::new(),
            left: None,
        }
    }
}

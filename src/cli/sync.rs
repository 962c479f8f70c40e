//! `sync`: the translation has caught up with the source, or may stay as it is.

use std::collections::BTreeSet;
use std::io;
use std::process::ExitCode;

use clap::Args;

use super::Context;
use super::context::width;
use super::identity::name_of_user;
use super::segments::Segments;
use super::session::{PATIENCE, Session, Stop, cannot, fail};
use crate::messages::Msg;
use crate::project::{Acceptance, Article, LockedStore, ProjectError, State, Store};
use crate::report::{amount, shorten};
use crate::text::Lang;
use crate::track::{Changes, Comparison, PairStatus, Sources, Status, Work, is_marked, take};

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
    #[arg(long, requires = "unchanged")]
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
            Ok(code) => Ok(code),
            Err(stop) => stop,
        }
    }

    fn record_all(&self, session: &Session, context: &Context) -> Result<ExitCode, Stop> {
        let broken = |error: ProjectError| fail(context, &error);
        // The lock is taken before any text is read: what is judged is what is written over.
        let lock = if self.dry_run {
            None
        } else {
            Some(session.project.store().lock(PATIENCE).map_err(broken)?)
        };
        // All is planned before anything is written: a slip in the last name leaves the others
        // untouched.
        let mut steps = Vec::new();
        for name in &self.article {
            steps.push(self.step(session, session.article(name, context)?, context)?);
        }
        let wrong = steps.iter().any(|step| step.wrong);
        for step in &steps {
            if let (Some(lock), Some(_)) = (&lock, &step.plan) {
                self.write(lock, step, context).map_err(broken)?;
            }
            context.print(&self.report(step, context)).map_err(Err)?;
        }
        Ok(ExitCode::from(u8::from(wrong)))
    }

    /// What there is to record for one article.
    fn step(&self, session: &Session, article: &Article, context: &Context) -> Result<Step, Stop> {
        let judged = session.pair(article, &self.lang, context)?;
        let sources = Sources::read(&session.project, article, std::slice::from_ref(&self.lang));
        let (name, pair) = (sources.name(), judged.status);
        let Some(source) = sources.source() else {
            return Err(cannot(&name, &pair, context));
        };
        if self.unchanged && pair.status != Status::Stale {
            return Err(context.fail(&Msg::NothingToAccept { article: &name }));
        }
        let plan = match pair.status {
            Status::Untracked | Status::Current if !self.segment.is_empty() => {
                return Err(context.fail(&Msg::NothingToChoose { article: &name }));
            }
            Status::Current if pair.renamed_from.is_none() && !pair.is_draft() => None,
            Status::Untracked | Status::Current => Some(Plan::whole(source)),
            Status::Stale => Some(self.plan(&sources, &pair, context)?),
            _ => return Err(cannot(&name, &pair, context)),
        };
        let marked = sources.texts.get(&self.lang).is_some_and(|target| {
            is_marked(
                target,
                &sources.parse(&self.lang, &pair.path, target).document,
            )
        });
        Ok(Step {
            name,
            pair,
            plan,
            marked,
            wrong: judged.wrong,
        })
    }

    fn plan(
        &self,
        sources: &Sources<'_>,
        pair: &PairStatus,
        context: &Context,
    ) -> Result<Plan, Stop> {
        let Some(found) = Comparison::of(sources, pair) else {
            return Err(cannot(&sources.name(), pair, context));
        };
        let all = found.changes.list.len();
        let mut plan = Plan {
            left: None,
            ..Plan::whole(&found.source)
        };
        plan.taken = (0..all).map(|at| found.line(at)).collect();
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
        plan.taken = done.changes.iter().map(|at| found.line(*at)).collect();
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
        step: &Step,
        context: &Context,
    ) -> Result<(), ProjectError> {
        let Step {
            name,
            pair,
            plan: Some(plan),
            ..
        } = step
        else {
            return Ok(());
        };
        if let Some(old) = &pair.renamed_from {
            // The base last: where it still has its old name, the next run moves the rest.
            lock.move_review(&self.lang, old, name)?;
            lock.move_base(&self.lang, old, name)?;
        }
        if let Some(said) = self.acceptance(context) {
            lock.accept(&self.lang, name, &said)?;
        }
        if pair.is_draft() && plan.left.is_none() {
            lock.set_state(&self.lang, name, Some(State::Translated))?;
        }
        // Last: when the base is there, everything else is.
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

    fn report(&self, step: &Step, context: &Context) -> String {
        let messages = &context.messages;
        let Step {
            name, pair, plan, ..
        } = step;
        let Some(plan) = plan else {
            let lang = self.lang.to_string();
            return messages.say(&Msg::AlreadyCurrent {
                article: name,
                lang: &lang,
            }) + "\n";
        };
        let base = Store::base_path(&self.lang, name);
        let mut lines = Vec::new();
        if let Some(old) = &pair.renamed_from {
            lines.push(messages.say(&Msg::BaseMoved {
                from: old,
                to: name,
            }));
        }
        lines.push(match plan.taken.len() {
            _ if self.unchanged => messages.say(&Msg::RecordedUnchanged {
                path: &pair.path,
                base: &base,
            }),
            0 => messages.say(&Msg::RecordedFirst {
                path: &pair.path,
                base: &base,
            }),
            count => messages.say(&Msg::Recorded {
                path: &pair.path,
                base: &base,
                count,
            }),
        });
        lines.extend(
            plan.taken
                .iter()
                .map(|text| format!("  {}", shorten(text, width() - 2))),
        );
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
            Some(left) => lines.push(messages.say(&Msg::StillLeft {
                amount: &amount(&left, messages),
            })),
            None if step.marked => lines.push(messages.say(&Msg::StillMarked { path: &pair.path })),
            None => {}
        }
        if self.dry_run {
            lines.push(messages.say(&Msg::NothingWritten));
        }
        lines.join("\n") + "\n"
    }
}

/// One record: of which translation, and what its base becomes.
struct Step {
    name: String,
    pair: PairStatus,
    /// None where there is nothing to record.
    plan: Option<Plan>,
    /// Whether the translation carries the mark of a draft.
    marked: bool,
    /// Whether something in the files is an error.
    wrong: bool,
}

/// What a base becomes.
struct Plan {
    text: String,
    /// The changes it takes, a line each.
    taken: Vec<String>,
    /// Numbers of changes that came along because they cannot be told apart from the chosen ones.
    along: Vec<usize>,
    /// What is stale afterwards.
    left: Option<Work>,
}

impl Plan {
    fn whole(source: &str) -> Self {
        Self {
            text: source.to_owned(),
            taken: Vec::new(),
            along: Vec::new(),
            left: None,
        }
    }
}

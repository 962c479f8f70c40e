//! `carry`: changes that need no translator go into the translation by themselves.

use std::io;
use std::process::ExitCode;

use clap::Args;
use rayon::prelude::*;

use super::Context;
use super::context::{COULD_NOT_RUN, width};
use super::options::Format;
use super::session::{PATIENCE, Session, Stop, exit_code, fail, passed_by};
use crate::messages::Msg;
use crate::project::{LockedStore, ProjectError, Replacement};
use crate::report::{CarriedJson, CarryJson, carried, status_name};
use crate::text::Lang;
use crate::track::{ArticleStatus, Carried, Comparison, PairStatus, Sources, Status, Why, carry};

/// So many articles are in memory at a time.
const AT_ONCE: usize = 32;

/// What `carry` takes.
#[derive(Debug, Args)]
pub(crate) struct Carry {
    #[arg(required_unless_present = "all", conflicts_with = "all")]
    pub(crate) article: Vec<String>,
    #[arg(long, required_unless_present = "all")]
    pub(crate) lang: Vec<Lang>,
    #[arg(long)]
    pub(crate) all: bool,
    #[arg(long)]
    pub(crate) write: bool,
    #[arg(long, default_value = "human")]
    pub(crate) format: Format,
}

/// One translation, done with.
struct Pair {
    /// What to say of it to people.
    said: String,
    json: CarriedJson,
    /// How many changes were carried, and how many stay.
    changes: (usize, usize),
    error: Option<ProjectError>,
}

impl Carry {
    pub(crate) fn run(&self, context: &Context) -> io::Result<ExitCode> {
        Session::run(context, |session| self.carry(session, context))
    }

    fn carry(&self, session: &Session, context: &Context) -> Result<ExitCode, Stop> {
        let broken = |error: ProjectError| fail(context, &error);
        // The lock is taken before any text is read: what is judged is what is written over.
        let lock = if self.write {
            let lock = session.project.store().lock(PATIENCE).map_err(broken)?;
            lock.recover().map_err(broken)?;
            Some(lock)
        } else {
            None
        };
        // Without names it is all of them: `--all` and names exclude each other.
        let found = session.judged(&self.article, &self.lang, context)?;
        let mut failed = false;
        let (mut sum, mut all) = ((0, 0), Vec::new());
        for some in found.articles.chunks(AT_ONCE) {
            let pairs: Vec<Pair> = some
                .par_iter()
                .flat_map(|article| self.pairs(session, article, (lock.as_ref(), context)))
                .collect();
            for pair in pairs {
                failed |= self.say(&pair, context)?;
                sum = (sum.0 + pair.changes.0, sum.1 + pair.changes.1);
                if self.format == Format::Json {
                    all.push(pair.json);
                }
            }
        }
        let diagnostics: Vec<_> = found.all_diagnostics().cloned().collect();
        self.end((sum, all), &found.articles, context)
            .map_err(Err)?;
        session.say(context, &diagnostics).map_err(Err)?;
        Ok(if failed || passed_by(&found) {
            ExitCode::from(COULD_NOT_RUN)
        } else {
            exit_code(diagnostics.iter())
        })
    }

    /// The stale translations of an article. Texts are read here and dropped here.
    fn pairs(
        &self,
        session: &Session,
        article: &ArticleStatus,
        (lock, context): (Option<&LockedStore>, &Context),
    ) -> Vec<Pair> {
        let stale = || {
            let pairs = article.pairs.iter();
            pairs.filter(|pair| pair.status == Status::Stale)
        };
        let languages: Vec<Lang> = stale().map(|pair| pair.lang.clone()).collect();
        if languages.is_empty() {
            return Vec::new();
        }
        let sources = Sources::read(&session.project, session.paths(article), &languages);
        stale()
            .filter_map(|pair| self.pair(&sources, pair, (lock, context)))
            .collect()
    }

    fn pair(
        &self,
        sources: &Sources<'_>,
        pair: &PairStatus,
        (lock, context): (Option<&LockedStore>, &Context),
    ) -> Option<Pair> {
        let found = Comparison::of(sources, pair)?;
        let readers = (
            sources.reader(&sources.source_lang, &found.source_path),
            sources.reader(&pair.lang, &found.target_path),
        );
        let new = carry(found.sides(), (&readers.0, &readers.1));
        let any = new.base != found.base.text;
        if self.all && !any && new.left.iter().all(|(_, why)| *why == Why::Words) {
            return None;
        }
        let error = match lock {
            Some(lock) if any => write(lock, &found, pair, &new).err(),
            _ => None,
        };
        Some(Pair {
            said: carried(&found, &new, (lock.is_none(), width()), &context.messages),
            json: CarriedJson::new(&found, &new, error.is_none()),
            changes: (new.done.len(), new.left.len()),
            error,
        })
    }

    /// Says what became of a translation; whether it could not be written.
    fn say(&self, pair: &Pair, context: &Context) -> Result<bool, Stop> {
        if let Some(error) = &pair.error {
            fail(context, error).map_err(Err)?;
            return Ok(true);
        }
        if self.format == Format::Human {
            context.print(&format!("{}\n", pair.said)).map_err(Err)?;
        }
        Ok(false)
    }

    fn end(
        &self,
        (sum, all): ((usize, usize), Vec<CarriedJson>),
        articles: &[ArticleStatus],
        context: &Context,
    ) -> io::Result<()> {
        let messages = &context.messages;
        if self.format == Format::Json {
            return context.print_json(&CarryJson::new(self.write, all));
        }
        if !self.all {
            // Why an article that was asked for shows nothing.
            for pair in articles.iter().flat_map(|article| &article.pairs) {
                if pair.status != Status::Stale {
                    let status = messages.say(&status_name(pair));
                    context.print(&format!("{}: {status}\n", pair.path))?;
                }
            }
        }
        if self.all && sum.0 > 0 {
            let (count, left) = sum;
            context.print(&(messages.say(&Msg::CarriedInAll { count, left }) + "\n"))?;
        }
        match (sum.0 > 0, self.write) {
            (false, _) => context.remark(&(messages.say(&Msg::NothingToCarry) + "\n")),
            (true, false) => context.remark(&format!(
                "{}\n{}\n",
                messages.say(&Msg::NothingWritten),
                messages.say(&Msg::AdviceWrite)
            )),
            (true, true) => Ok(()),
        }
    }
}

/// Writes a translation, and then its base.
fn write(
    lock: &LockedStore,
    found: &Comparison,
    pair: &PairStatus,
    new: &Carried,
) -> Result<(), ProjectError> {
    if let Some(old) = &pair.renamed_from {
        // The base last: where it still has its old name, the next run moves the rest.
        lock.move_review(&found.lang, old, &found.source_path)?;
        lock.move_base(&found.lang, old, &found.source_path)?;
    }
    let files = Replacement {
        target: found.target_path.clone(),
        old_target: found.target.clone(),
        new_target: new.target.clone(),
        old_base: found.base.text.clone(),
        new_base: new.base.clone(),
    };
    lock.replace(&found.lang, &found.source_path, &files)
}

//! `check`: do both versions say the same thing, and may they go out?

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use clap::builder::PossibleValuesParser;

use super::Context;
use super::check_files::Files;
use super::context::{COULD_NOT_RUN, width};
use super::explain;
use super::history;
use super::looked_at::LookedAt;
use super::mend;
use super::progress::Progress;
use super::session::{Session, Stop, fail, say};
use crate::checks::engine::Rules;
use crate::diagnostic::Severity;
use crate::gate::{Asked, Baseline, Outcome, check_project};
use crate::messages::Msg;
use crate::project::{Article, ProjectError, read_alone, write_alone};
use crate::report::{CheckReport, Drawing, FORMATS, Sources};
use crate::text::{Lang, sha256};
use crate::track::Scope;

/// What `check` takes.
#[derive(Debug, Args)]
pub(crate) struct Check {
    pub(crate) article: Vec<String>,
    #[arg(long)]
    pub(crate) lang: Vec<Lang>,
    #[arg(long, value_delimiter = ',')]
    pub(crate) only: Vec<String>,
    #[arg(long, value_delimiter = ',')]
    pub(crate) skip: Vec<String>,
    #[arg(long, default_value = "warning")]
    pub(crate) level: Least,
    #[arg(long)]
    pub(crate) since: Option<String>,
    #[arg(long)]
    pub(crate) baseline: Option<PathBuf>,
    // What was not looked at would be taken for mended.
    #[arg(long, requires = "baseline", conflicts_with_all = ["article", "lang", "only", "skip", "since"])]
    pub(crate) update_baseline: bool,
    #[arg(long)]
    pub(crate) fix: bool,
    #[command(flatten)]
    pub(crate) shown: Shown,
    #[arg(long, default_value = "human", value_parser = formats())]
    pub(crate) format: String,
    #[arg(long)]
    pub(crate) output: Option<PathBuf>,
}

/// What is shown beside the findings.
#[derive(Debug, Args)]
pub(crate) struct Shown {
    #[arg(long)]
    pub(crate) fingerprints: bool,
    #[arg(long)]
    pub(crate) list_ignored: bool,
}

/// The least level that is shown finding by finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Least {
    Error,
    Warning,
    Info,
}

fn formats() -> PossibleValuesParser {
    PossibleValuesParser::new(FORMATS.iter().map(|format| format.name))
}

impl Check {
    pub(crate) fn run(&self, context: &Context) -> io::Result<ExitCode> {
        let mut asked = self.only.iter().chain(&self.skip);
        if let Some(name) = asked.find(|name| !explain::is_known(name)) {
            return explain::unknown(name, context);
        }
        match Files::of(self, context) {
            Ok(Some(files)) => files.run(self, context),
            Ok(None) => Session::run(context, |session| self.project(session, context)),
            Err(stop) => stop,
        }
    }

    fn project(&self, session: &Session, context: &Context) -> Result<ExitCode, Stop> {
        let rules = session.rules(context)?;
        session.languages(&self.lang, context)?;
        let asked = self
            .article
            .iter()
            .map(|name| session.article(name, context));
        let named = asked.collect::<Result<Vec<&Article>, Stop>>()?;
        let mut outcome = self.look(session, (&rules, &named), context)?;
        if self.fix {
            let mut count = 0;
            for _ in 0..mend::ROUNDS {
                let mended = mend_project(session, &outcome);
                let mended = mended.map_err(|error| fail(context, &error))?;
                if mended == 0 {
                    break;
                }
                count += mended;
                outcome = self.look(session, (&rules, &named), context)?;
            }
            let said = context.messages.say(&mend::said(count)) + "\n";
            context.remark(&said).map_err(Err)?;
        }
        self.ratchet(&mut outcome, context)?;
        let looked_at = LookedAt::in_project(&session.discovery, &self.lang, &named);
        let sources = |path: &str| session.project.root.read(path).ok();
        self.end(&outcome, (&sources, &looked_at), context)
    }

    /// Runs the checks over the project, or over the articles that were named.
    fn look(
        &self,
        session: &Session,
        (rules, named): (&Rules, &[&Article]),
        context: &Context,
    ) -> Result<Outcome, Stop> {
        let history = match &self.since {
            Some(_) => Some(history::open(session, context)?),
            None => None,
        };
        let since = match (&history, &self.since) {
            (Some(history), Some(revision)) => Some(history::since(history, revision, context)?),
            _ => None,
        };
        let since = match since {
            Some(since) if since.has_new_rules(&session.project) => {
                let said = context.messages.say(&Msg::NewRules) + "\n";
                context.remark(&said).map_err(Err)?;
                None
            }
            since => since,
        };
        let baseline = self.known(context)?;
        let asked = Asked {
            only: &self.only,
            skip: &self.skip,
            baseline: baseline.as_ref(),
            since: since.as_ref(),
        };
        let progress = Progress::new(context, session.discovery.articles.len());
        let done = || progress.step();
        let wanted = |article: &Article| named.iter().any(|one| one.is(article));
        let articles: Option<&(dyn Fn(&Article) -> bool + Sync)> = if named.is_empty() {
            None
        } else {
            Some(&wanted)
        };
        let scope = Scope {
            languages: &self.lang,
            articles,
            progress: Some(&done),
        };
        let found = check_project(
            &session.project,
            &session.discovery,
            (rules, &scope, &asked),
        );
        progress.finish();
        found.map_err(|error| fail(context, &error))
    }

    /// What was known before; a file that does not exist yet is made by `--update-baseline` only.
    fn known(&self, context: &Context) -> Result<Option<Baseline>, Stop> {
        let Some(path) = &self.baseline else {
            return Ok(None);
        };
        let name = path.to_string_lossy();
        let place = context.directory.join(path);
        if self.update_baseline && !place.exists() {
            return Ok(None);
        }
        if !place.exists() {
            return Err(context.fail(&Msg::NoBaseline { path: &name }));
        }
        let text = read_alone(&place, &name).map_err(|found| {
            let said = say(context, &[*found], &|_| None);
            said.map(|()| ExitCode::from(COULD_NOT_RUN))
        })?;
        Baseline::parse(&text).map(Some).map_err(|error| {
            let reason = error.to_string();
            let line = text[..error.range.start.min(text.len())]
                .lines()
                .count()
                .max(1);
            context.fail(&Msg::BadBaseline {
                path: &format!("{name}:{line}"),
                reason: &reason,
            })
        })
    }

    /// Writes the baseline: what is found today, or what is left of what was known.
    fn ratchet(&self, outcome: &mut Outcome, context: &Context) -> Result<(), Stop> {
        let Some(path) = self.baseline.as_ref().filter(|_| self.update_baseline) else {
            return Ok(());
        };
        if outcome.partial {
            // What was not looked at would be taken for mended.
            let path = path.to_string_lossy();
            context
                .warn(
                    &(context
                        .messages
                        .say(&Msg::BaselineNotWritten { path: &path })
                        + "\n"),
                )
                .map_err(Err)?;
            return Ok(());
        }
        let shrunk = if let Some(known) = self.known(context)? {
            known.shrunk(&outcome.today)
        } else {
            let today = outcome.today.clone();
            outcome.forget(&today);
            today
        };
        let written = write_alone(&context.directory.join(path), shrunk.to_toml().as_bytes());
        written.map_err(|error| fail(context, &error))?;
        let path = path.to_string_lossy();
        let said = Msg::BaselineWritten {
            path: &path,
            count: shrunk.len(),
        };
        context
            .remark(&(context.messages.say(&said) + "\n"))
            .map_err(Err)
    }

    /// Prints what was found; the exit code says whether the policy fails.
    pub(super) fn end(
        &self,
        outcome: &Outcome,
        (sources, looked_at): (Sources<'_>, &LookedAt),
        context: &Context,
    ) -> Result<ExitCode, Stop> {
        let report = CheckReport {
            outcome,
            level: match self.level {
                Least::Error => Severity::Error,
                Least::Warning => Severity::Warning,
                Least::Info => Severity::Info,
            },
            fingerprints: self.shown.fingerprints,
            ignored: self.shown.list_ignored,
            sources,
            langs: &|path| looked_at.langs.get(path).cloned(),
            pairs: &looked_at.pairs,
            moment: context.moment,
            messages: &context.messages,
            drawing: Drawing {
                color: true,
                width: width(),
            },
        };
        let write = |name: &str| {
            let format = FORMATS.iter().find(|format| format.name == name);
            format.map(|format| (format.exact, (format.write)(&report)))
        };
        let shown = match &self.output {
            None => write(&self.format),
            Some(path) => {
                let (_, text) = write(&self.format).unwrap_or_default();
                let text = anstream::adapter::strip_str(&text).to_string();
                let written = write_alone(&context.directory.join(path), text.as_bytes());
                written.map_err(|error| fail(context, &error))?;
                write("human")
            }
        };
        match shown {
            Some((true, text)) => context.print_exact(&text).map_err(Err)?,
            Some((false, text)) => context.print(&text).map_err(Err)?,
            None => {}
        }
        Ok(ExitCode::from(outcome.exit()))
    }
}

/// Makes the fixes in the files of a project that still say what was looked at; how many.
fn mend_project(session: &Session, outcome: &Outcome) -> Result<usize, ProjectError> {
    let root = &session.project.root;
    let unchanged = |path: &str| {
        let text = root.read(path).ok()?;
        (outcome.texts.get(path) == Some(&sha256(&text))).then_some(text)
    };
    mend::mend(outcome, &unchanged, &|path, text| {
        root.write(path, text.as_bytes())
    })
}

//! `status`: what is missing, what is stale, and why.

use std::io;
use std::process::ExitCode;

use clap::{Args, ValueEnum};
use globset::{Glob, GlobSet, GlobSetBuilder};

use super::Context;
use super::context::width;
use super::options::Format;
use super::progress::Progress;
use super::session::{Session, exit_code, fail};
use super::status_article::explain;
use crate::diagnostic::{Diagnostic, Severity};
use crate::messages::Msg;
use crate::project::Article;
use crate::report::{StatusJson, matrix, totals};
use crate::text::Lang;
use crate::track::{PairStatus, Scope, Status as Found, Survey, survey};

/// In a project of at most so many articles all of them are shown: they fit on a screen.
const SMALL: usize = 24;

/// What `status` takes.
#[derive(Debug, Args)]
pub(crate) struct Status {
    pub(crate) article: Vec<String>,
    #[arg(long)]
    pub(crate) lang: Vec<Lang>,
    #[arg(long = "status", id = "status")]
    pub(crate) wanted: Vec<Wanted>,
    #[arg(long)]
    pub(crate) path: Vec<Glob>,
    #[arg(long, default_value = "human")]
    pub(crate) format: Format,
    #[arg(long)]
    pub(crate) all: bool,
}

/// A status to filter by. Stale pages with nothing for a translator are `mechanical` here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
pub(crate) enum Wanted {
    Missing,
    Untracked,
    Stale,
    Mechanical,
    Draft,
    Current,
    Orphan,
    Unreadable,
}

impl Status {
    pub(crate) fn run(&self, context: &Context) -> io::Result<ExitCode> {
        let session = match Session::open(context) {
            Ok(session) => session,
            Err(stop) => return stop,
        };
        if let Err(stop) = session.languages(&self.lang, context) {
            return stop;
        }
        let mut asked = Vec::new();
        for name in &self.article {
            match session.article(name, context) {
                Ok(article) => asked.push(article),
                Err(stop) => return stop,
            }
        }
        let globs = self.globs();
        let wanted = |article: &Article| {
            let named = asked.iter().any(|asked| asked.is(article));
            let path =
                globs.is_empty() || globs.is_match(article.name()) || globs.is_match(&article.key);
            (asked.is_empty() || named) && path
        };
        let progress = Progress::new(context, session.discovery.articles.len());
        let filtered = !asked.is_empty() || !globs.is_empty();
        let done = || progress.step();
        let scope = Scope {
            languages: &self.lang,
            articles: filtered.then_some(&wanted),
            progress: Some(&done),
        };
        let mut found = match survey(&session.project, &session.discovery, &scope) {
            Ok(found) => found,
            Err(error) => return fail(context, &error),
        };
        progress.finish();
        // Before anything is filtered out: what could not be read is said in any case.
        let diagnostics: Vec<Diagnostic> = found.all_diagnostics().cloned().collect();
        self.filter(&mut found);
        self.print(context, &session, (&found, &diagnostics))
    }

    fn globs(&self) -> GlobSet {
        let mut set = GlobSetBuilder::new();
        for glob in &self.path {
            set.add(glob.clone());
        }
        set.build().unwrap_or_default()
    }

    /// Leaves only translations with a wanted status, and articles that have one.
    fn filter(&self, found: &mut Survey) {
        if self.wanted.is_empty() {
            return;
        }
        for article in &mut found.articles {
            article
                .pairs
                .retain(|pair| self.wanted.iter().any(|wanted| wanted.fits(pair)));
        }
        found.articles.retain(|article| !article.pairs.is_empty());
    }

    fn print(
        &self,
        context: &Context,
        session: &Session,
        (found, diagnostics): (&Survey, &[Diagnostic]),
    ) -> io::Result<ExitCode> {
        let code = exit_code(diagnostics.iter());
        if self.format == Format::Json {
            let json = session.json(context, diagnostics);
            let form = StatusJson::new(&session.project.config.source, found, json);
            context.print_json(&form)?;
            return Ok(code);
        }
        if self.article.is_empty() {
            context.print(&self.overview(context, found))?;
        } else {
            for article in &found.articles {
                context.print(&explain(session, article, context))?;
            }
        }
        session.say(context, diagnostics)?;
        if self.article.is_empty() {
            let whole = self.wanted.is_empty() && self.path.is_empty() && self.lang.is_empty();
            let sound = diagnostics
                .iter()
                .all(|found| found.severity != Severity::Error);
            context.remark(&advice(context, found, whole && sound))?;
        }
        Ok(code)
    }

    fn overview(&self, context: &Context, found: &Survey) -> String {
        let messages = &context.messages;
        let mut shown = found.clone();
        // An article that has nothing to do with the languages asked for is not current in them.
        shown.articles.retain(|article| !article.pairs.is_empty());
        let all = shown.articles.len();
        if !self.all && self.wanted.is_empty() && all > SMALL {
            shown
                .articles
                .retain(|article| !article.pairs.iter().all(settled));
        }
        let hidden = all - shown.articles.len();
        let mut out = matrix(&shown, width(), messages);
        if hidden > 0 {
            out.push_str(&messages.say(&Msg::HiddenCurrent { count: hidden }));
            out.push('\n');
        }
        if all == 0 {
            return messages.say(&Msg::NothingFound) + "\n";
        }
        out.push('\n');
        out.push_str(&totals(found, messages));
        out
    }
}

impl Wanted {
    fn fits(self, pair: &PairStatus) -> bool {
        match self {
            Self::Missing => pair.status == Found::Missing,
            Self::Untracked => pair.status == Found::Untracked,
            Self::Stale => pair.status == Found::Stale && !pair.is_mechanical(),
            Self::Mechanical => pair.status == Found::Stale && pair.is_mechanical(),
            Self::Draft => pair.is_draft(),
            Self::Current => pair.status == Found::Current,
            Self::Orphan => pair.status == Found::Orphan,
            Self::Unreadable => pair.status == Found::Unreadable,
        }
    }
}

/// Whether nobody has to look at it.
fn settled(pair: &PairStatus) -> bool {
    pair.status == Found::Current && !pair.is_draft()
}

/// What to do next, for those who see the program for the first time. Only who has looked at all
/// of the project (`complete`) may hear that all is well.
fn advice(context: &Context, found: &Survey, complete: bool) -> String {
    let pairs = || {
        found
            .articles
            .iter()
            .flat_map(|article| article.pairs.iter().map(move |pair| (article, pair)))
    };
    let untracked = pairs()
        .filter(|(_, pair)| pair.status == Found::Untracked)
        .count();
    let stale = pairs().find(|(_, pair)| pair.status == Found::Stale && !pair.is_mechanical());
    let mut out = String::new();
    if let Some((article, pair)) = stale {
        let lang = pair.lang.to_string();
        out.push_str(&context.messages.say(&Msg::AdviceDiff {
            article: &article.name,
            lang: &lang,
        }));
        out.push('\n');
    }
    if untracked > 0 {
        out.push_str(
            &context
                .messages
                .say(&Msg::AdviceUntracked { count: untracked }),
        );
        out.push('\n');
    }
    if complete && pairs().next().is_some() && pairs().all(|(_, pair)| settled(pair)) {
        out.push_str(&context.messages.say(&Msg::AllCurrent));
        out.push('\n');
    }
    if out.is_empty() {
        out
    } else {
        format!("\n{out}")
    }
}

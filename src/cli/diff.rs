//! `diff`: what changed in the source since it was translated.

use std::io;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::Context;
use super::pager::page;
use super::session::{Session, exit_code, fail};
use crate::messages::Msg;
use crate::project::{Article, Store};
use crate::report::{DiffJson, Shown, diff, diff_markdown, status_name, unified};
use crate::text::Lang;
use crate::track::{ArticleStatus, Comparison, Scope, Sources, Status, survey};

/// What `diff` takes.
#[derive(Debug, Args)]
pub(crate) struct Diff {
    pub(crate) article: Option<String>,
    #[arg(long)]
    pub(crate) lang: Vec<Lang>,
    #[arg(long)]
    pub(crate) full: bool,
    #[arg(long)]
    pub(crate) prose: bool,
    #[arg(long, default_value = "human")]
    pub(crate) format: Format,
    #[arg(long)]
    pub(crate) no_pager: bool,
}

/// The forms that `diff` can be printed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Human,
    Json,
    Markdown,
    /// Base against source, as `diff -u` and `git diff` write it.
    Unified,
}

impl Diff {
    pub(crate) fn run(&self, context: &Context) -> io::Result<ExitCode> {
        let session = match Session::open(context) {
            Ok(session) => session,
            Err(stop) => return stop,
        };
        if let Err(stop) = session.languages(&self.lang, context) {
            return stop;
        }
        let one = match self
            .article
            .as_deref()
            .map(|name| session.article(name, context))
            .transpose()
        {
            Ok(one) => one,
            Err(stop) => return stop,
        };
        let wanted = |article: &Article| one.is_some_and(|one| one.is(article));
        let articles: Option<&(dyn Fn(&Article) -> bool + Sync)> =
            if one.is_some() { Some(&wanted) } else { None };
        let scope = Scope {
            languages: &self.lang,
            articles,
            progress: None,
        };
        let found = match survey(&session.project, &session.discovery, &scope) {
            Ok(found) => found,
            Err(error) => return fail(context, &error),
        };
        let comparisons: Vec<Comparison> = found
            .articles
            .iter()
            .flat_map(|article| self.compare(&session, article))
            .collect();
        let diagnostics: Vec<_> = found.all_diagnostics().cloned().collect();
        self.print(context, &comparisons)?;
        session.say(context, &diagnostics)?;
        if one.is_some() {
            let said = others(context, &found.articles, &comparisons);
            if comparisons.is_empty() && self.format == Format::Human {
                context.print(&said)?;
            } else {
                context.remark(&said)?;
            }
        }
        if let (Some(first), Format::Human) = (
            comparisons
                .iter()
                .find(|found| one.is_some() && !found.changes.list.is_empty()),
            self.format,
        ) {
            let (article, lang) = (&first.source_path, first.lang.to_string());
            let advice = context.messages.say(&Msg::AdviceSync {
                article,
                lang: &lang,
            });
            context.remark(&format!("\n{advice}\n"))?;
        }
        Ok(exit_code(diagnostics.iter()))
    }

    /// The stale translations of an article, laid open.
    fn compare(&self, session: &Session, article: &ArticleStatus) -> Vec<Comparison> {
        let stale: Vec<_> = article
            .pairs
            .iter()
            .filter(|pair| pair.status == Status::Stale)
            .collect();
        if stale.is_empty() {
            return Vec::new();
        }
        let languages: Vec<Lang> = stale.iter().map(|pair| pair.lang.clone()).collect();
        let sources = Sources::read(&session.project, session.paths(article), &languages);
        let open = stale
            .iter()
            .filter_map(|pair| Comparison::of(&sources, pair));
        let work = |found: &Comparison| !self.prose || found.changes.work().next().is_some();
        open.filter(work).collect()
    }

    fn print(&self, context: &Context, found: &[Comparison]) -> io::Result<()> {
        let messages = &context.messages;
        let shown = Shown {
            color: context.colored(),
            prose_only: self.prose,
            full: self.full,
        };
        let joined = |show: &dyn Fn(&Comparison) -> String| {
            found.iter().map(show).collect::<Vec<_>>().join("\n")
        };
        match self.format {
            Format::Json => context.print_json(&DiffJson::new(found, shown)),
            // What was asked for by name is answered with its status.
            Format::Human if found.is_empty() && self.article.is_some() => Ok(()),
            Format::Human if found.is_empty() => {
                context.print(&(messages.say(&Msg::NothingStale) + "\n"))
            }
            Format::Human => page(
                context,
                &joined(&|found| diff(found, shown, messages)),
                !self.no_pager,
            ),
            Format::Markdown => {
                context.print_exact(&joined(&|found| diff_markdown(found, shown, messages)))
            }
            Format::Unified => {
                let all = found.iter().map(|found| base_to_source(found, self.full));
                context.print_exact(&all.collect::<String>())
            }
        }
    }
}

/// Base against source, as `patch` and other tools read it.
fn base_to_source(found: &Comparison, full: bool) -> String {
    let around = if full { found.source.len() } else { 3 };
    let base = Store::base_path(&found.lang, &found.base.path);
    let names = (format!("a/{base}"), format!("b/{}", found.source_path));
    unified(
        &found.base.text,
        &found.source,
        (&names.0, &names.1),
        around,
    )
}

/// Why an article that was asked for shows nothing in some languages.
fn others(context: &Context, articles: &[ArticleStatus], shown: &[Comparison]) -> String {
    let pairs = articles.iter().flat_map(|article| &article.pairs);
    let quiet = pairs.filter(|pair| shown.iter().all(|found| found.lang != pair.lang));
    let mut out = String::new();
    for pair in quiet {
        let status = context.messages.say(&status_name(pair));
        out.extend([&pair.lang.to_string(), ": ", &status, "\n"]);
    }
    out
}

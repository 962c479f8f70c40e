//! `review`: which translations wait for an editor.

use std::io;
use std::process::ExitCode;

use clap::Args;

use super::Context;
use super::context::{COULD_NOT_RUN, width};
use super::options::Format;
use super::session::{Session, Stop, exit_code, passed_by};
use crate::messages::Msg;
use crate::project::State;
use crate::report::{Cell, ReviewJson, Table, WaitingJson};
use crate::text::Lang;
use crate::track::{PairStatus, Status};

/// What `review` takes.
#[derive(Debug, Args)]
pub(crate) struct Review {
    pub(crate) article: Vec<String>,
    #[arg(long)]
    pub(crate) lang: Vec<Lang>,
    #[arg(long, default_value = "human")]
    pub(crate) format: Format,
}

impl Review {
    pub(crate) fn run(&self, context: &Context) -> io::Result<ExitCode> {
        Session::run(context, |session| self.list(session, context))
    }

    fn list(&self, session: &Session, context: &Context) -> Result<ExitCode, Stop> {
        let found = session.judged(&self.article, &self.lang, context)?;
        let mut waiting = Vec::new();
        for article in &found.articles {
            let pairs = article.pairs.iter().filter(|pair| waits(pair));
            waiting.extend(pairs.map(|pair| WaitingJson {
                article: article.name.clone(),
                lang: pair.lang.clone(),
                path: pair.path.clone(),
                undone: pair.undone,
            }));
        }
        self.print(waiting, context).map_err(Err)?;
        let diagnostics: Vec<_> = found.all_diagnostics().cloned().collect();
        session.say(context, &diagnostics).map_err(Err)?;
        Ok(if passed_by(&found) {
            ExitCode::from(COULD_NOT_RUN)
        } else {
            exit_code(diagnostics.iter())
        })
    }

    fn print(&self, waiting: Vec<WaitingJson>, context: &Context) -> io::Result<()> {
        if self.format == Format::Json {
            return context.print_json(&ReviewJson::new(waiting));
        }
        let messages = &context.messages;
        let mut table = Table::default();
        for one in &waiting {
            let why = if one.undone {
                messages.say(&Msg::ChangedSinceApproval)
            } else {
                messages.say(&Msg::NeverApproved)
            };
            table.push(vec![
                Cell::new(one.article.as_str()),
                Cell::new(one.lang.to_string()),
                Cell::new(&why),
            ]);
        }
        context.print(&table.fit(width()).render())?;
        let said = match waiting.first() {
            None => messages.say(&Msg::NothingWaits),
            Some(first) => messages.say(&Msg::AdviceApprove {
                article: &first.article,
                lang: &first.lang.to_string(),
            }),
        };
        context.remark(&format!("{said}\n"))
    }
}

/// What an editor can read beside its source today.
fn waits(pair: &PairStatus) -> bool {
    let readable = pair.status == Status::Current && !pair.is_draft();
    readable && pair.state != Some(State::Approved)
}

//! `checks`: every check there is, and how much its findings count here.

use std::io;
use std::process::ExitCode;

use clap::Args;

use super::Context;
use super::context::width;
use super::explain::summary;
use super::options::Format;
use super::session::Session;
use crate::checks::ALL;
use crate::checks::engine::Rules;
use crate::messages::Msg;
use crate::project::Project;
use crate::report::{Cell, CheckJson, ChecksJson, Table, level_style};

/// What `checks` takes.
#[derive(Debug, Args)]
pub(crate) struct Checks {
    #[arg(long, default_value = "human")]
    pub(crate) format: Format,
}

impl Checks {
    pub(crate) fn run(&self, context: &Context) -> io::Result<ExitCode> {
        // Outside a project the checks are as they come.
        if Project::open(&context.directory).is_err() {
            return self.print(&Rules::default(), context);
        }
        Session::run(context, |session| {
            let rules = session.rules(context)?;
            self.print(&rules, context).map_err(Err)
        })
    }

    fn print(&self, rules: &Rules, context: &Context) -> io::Result<ExitCode> {
        let lang = context.messages.lang();
        let all = ALL.iter().map(|entry| CheckJson {
            code: entry.code.name(),
            level: rules.level_of(entry),
            docs: entry.levels.docs,
            news: entry.levels.news,
            summary: summary(entry, lang),
        });
        if self.format == Format::Json {
            context.print_json(&ChecksJson::new(all.collect()))?;
            return Ok(ExitCode::SUCCESS);
        }
        let mut table = Table::default();
        for one in all {
            table.push(vec![
                Cell::new(one.code),
                Cell::new(one.level.name()).styled(level_style(one.level)),
                Cell::new(one.summary),
            ]);
        }
        context.print(&table.fit(width()).render())?;
        context.remark(&format!(
            "\n{}\n",
            context.messages.say(&Msg::AdviceExplainCheck)
        ))?;
        Ok(ExitCode::SUCCESS)
    }
}

//! `init`: looks at the tree and writes `workflow.toml`.

use std::io;
use std::process::ExitCode;

use clap::Args;

use super::Context;
use super::session::fail;
use crate::messages::{Messages, Msg};
use crate::project::layouts::{Comments, Proposal, propose, render};
use crate::project::{FILE, ProjectError, Root};
use crate::report::{Cell, Table};
use crate::text::{Lang, visible};

/// What `init` takes.
#[derive(Debug, Args)]
pub(crate) struct Init {
    #[arg(long)]
    pub(crate) source: Option<Lang>,
    #[arg(long)]
    pub(crate) target: Vec<Lang>,
    #[arg(long)]
    pub(crate) dry_run: bool,
}

impl Init {
    pub(crate) fn run(&self, context: &Context) -> io::Result<ExitCode> {
        let root = match Root::new(&context.directory) {
            Ok(root) => root,
            Err(error) => return fail(context, &error),
        };
        // A dry run writes nothing, so it may look again at a tree that is set up already.
        if !self.dry_run && root.join(FILE).symlink_metadata().is_ok() {
            return fail(context, &ProjectError::Exists(root.join(FILE)));
        }
        let preferred = self
            .source
            .clone()
            .or_else(|| context.messages.lang().tag().parse().ok());
        let Some(proposal) = preferred.and_then(|lang| propose(&root, &lang)) else {
            return context.fail(&Msg::NothingRecognised);
        };
        let proposal = match self.adjusted(proposal) {
            Ok(proposal) => proposal,
            Err(lang) => {
                return context.fail(&Msg::LanguageNotSeen {
                    lang: &lang.to_string(),
                });
            }
        };
        let text = rendered(&proposal, &context.messages);
        context.print(&seen(&proposal, &context.messages))?;
        if self.dry_run {
            context.print_exact(&format!("\n{text}"))?;
            return Ok(ExitCode::SUCCESS);
        }
        if let Err(error) = root.create(FILE, text.as_bytes()) {
            return fail(context, &error);
        }
        context.print(&format!(
            "\n{}\n",
            context.messages.say(&Msg::FileWritten { path: FILE })
        ))?;
        context.remark(&format!("{}\n", context.messages.say(&Msg::AdviceStatus)))?;
        Ok(ExitCode::SUCCESS)
    }

    /// The proposal with the languages that were asked for; one that was not seen comes back.
    fn adjusted(&self, mut proposal: Proposal) -> Result<Proposal, Lang> {
        if let Some(source) = self
            .source
            .clone()
            .filter(|source| *source != proposal.source)
        {
            let old = std::mem::replace(&mut proposal.source, source.clone());
            // The two change places wherever the paths name both.
            for languages in proposal
                .collections
                .iter_mut()
                .map(|collection| &mut collection.languages)
                .chain(std::iter::once(&mut proposal.targets))
            {
                for lang in languages.iter_mut().filter(|lang| **lang == source) {
                    lang.clone_from(&old);
                }
                languages.sort();
            }
        }
        if self.target.is_empty() {
            return Ok(proposal);
        }
        if let Some(unseen) = self
            .target
            .iter()
            .find(|lang| !proposal.targets.contains(lang))
        {
            return Err(unseen.clone());
        }
        let wanted = |lang: &Lang| self.target.contains(lang);
        for collection in &mut proposal.collections {
            let dropped: Vec<Lang> = collection
                .languages
                .iter()
                .filter(|lang| !wanted(lang))
                .cloned()
                .collect();
            for lang in &dropped {
                collection.leave_out(lang);
            }
        }
        proposal.targets.retain(wanted);
        for collection in &mut proposal.collections {
            collection.languages.retain(wanted);
        }
        proposal
            .collections
            .retain(|collection| !collection.languages.is_empty());
        Ok(proposal)
    }
}

fn rendered(proposal: &Proposal, messages: &Messages) -> String {
    let say = |message: &Msg<'_>| messages.say(message);
    let (file, source, targets) = (
        say(&Msg::CommentFile),
        say(&Msg::CommentSource),
        say(&Msg::CommentTargets),
    );
    let (content, languages, more) = (
        say(&Msg::CommentContent),
        say(&Msg::CommentLanguages),
        say(&Msg::CommentMore),
    );
    let comments = Comments {
        file: &file,
        source: &source,
        targets: &targets,
        content: &content,
        languages: &languages,
        more: &more,
    };
    render(proposal, &comments)
}

/// What was found: the patterns, and how many files each language has.
fn seen(proposal: &Proposal, messages: &Messages) -> String {
    let mut out = String::new();
    for collection in &proposal.collections {
        let target = collection
            .target
            .as_ref()
            .map(|target| format!(" → {target}"))
            .unwrap_or_default();
        out.extend([
            &visible(&collection.source),
            visible(&target).as_ref(),
            "\n",
        ]);
        let mut table = Table::default();
        for (lang, count) in &collection.seen {
            let role = if *lang == proposal.source {
                messages.say(&Msg::RoleSource)
            } else {
                String::new()
            };
            table.push(vec![
                Cell::new(""),
                Cell::new(lang.to_string()),
                Cell::new(messages.say(&Msg::Files { count: *count })).right(),
                Cell::new(role),
            ]);
        }
        out.push_str(&table.render());
    }
    out
}

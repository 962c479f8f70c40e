//! `status ARTICLE`: which base, which segments, and which rule decided.

use std::fmt::Write;

use super::Context;
use super::context::width;
use super::session::Session;
use crate::messages::{Messages, Msg};
use crate::project::Store;
use crate::report::{Cell, NUMBER, Table, amount, kind_name, nature_name, of_status, status_name};
use crate::text::{Lang, LineIndex, visible};
use crate::track::{ArticleStatus, Comparison, PairStatus, Sources, Status};

/// Why each translation of an article has the status it has.
pub(super) fn explain(session: &Session, article: &ArticleStatus, context: &Context) -> String {
    let messages = &context.messages;
    let mut out = format!("{} ({})\n", visible(&article.name), article.source_lang);
    let languages: Vec<Lang> = article.pairs.iter().map(|pair| pair.lang.clone()).collect();
    let sources = Sources::read(&session.project, session.paths(article), &languages);
    for pair in &article.pairs {
        let style = of_status(pair.status, pair.is_mechanical());
        let name = messages.say(&status_name(pair));
        let _ = writeln!(
            out,
            "\n  {} → {}  {style}{name}{style:#}",
            pair.lang,
            visible(&pair.path)
        );
        for line in rule(session, article, pair, messages) {
            let _ = writeln!(out, "    {line}");
        }
        if pair.status == Status::Stale {
            out.push_str(&segments(&sources, pair, messages));
        }
    }
    out
}

/// The facts that decided.
fn rule(
    session: &Session,
    article: &ArticleStatus,
    pair: &PairStatus,
    messages: &Messages,
) -> Vec<String> {
    let kept = pair.renamed_from.as_ref().unwrap_or(&article.name);
    let base = Store::base_path(&pair.lang, kept);
    let lang = pair.lang.to_string();
    let mut lines = match pair.status {
        Status::Missing => vec![messages.say(&Msg::WhyMissing {
            article: &article.name,
            lang: &lang,
        })],
        Status::Untracked => vec![messages.say(&Msg::WhyUntracked { base: &base })],
        Status::Current => vec![messages.say(&Msg::WhyCurrent { base: &base })],
        Status::Orphan => vec![messages.say(&Msg::WhyOrphan {
            path: &article.name,
        })],
        Status::Unreadable => vec![messages.say(&Msg::WhyUnreadable)],
        Status::Stale => vec![messages.say(&Msg::WhyStale { base: &base })],
    };
    let kept_base = || session.project.root.join(&base).exists();
    if pair.status == Status::Missing && pair.renamed_from.is_none() && kept_base() {
        lines.push(messages.say(&Msg::WhyMissingBase { base: &base }));
    }
    let review = session.project.store().review(&pair.lang, kept);
    if let Some(last) = review
        .ok()
        .and_then(|review| review.accepted.into_iter().next_back())
    {
        let (date, by, why) = (&last.date, &last.by, &last.why);
        lines.push(messages.say(&Msg::WhyAccepted { date, by, why }));
    }
    if let Some(old) = &pair.renamed_from {
        lines.push(messages.say(&match pair.status {
            Status::Missing => Msg::WhySourceRenamed { path: old },
            _ => Msg::WhyRenamed { path: old },
        }));
    }
    if pair.is_draft() {
        lines.push(messages.say(&Msg::WhyDraft));
    }
    if let Some(work) = &pair.work {
        if work.is_mechanical() {
            lines.push(messages.say(&Msg::WhyMechanical));
        } else {
            lines.push(amount(work, messages));
        }
        if work.mechanical > 0 {
            let changes = messages.say(&Msg::Changes {
                count: work.mechanical,
            });
            let words = messages.say(&Msg::Words {
                count: work.mechanical_words,
            });
            lines.push(messages.say(&Msg::MechanicalToo {
                changes: &changes,
                words: &words,
            }));
        }
    }
    lines
}

/// The changed segments, a line each.
fn segments(sources: &Sources<'_>, pair: &PairStatus, messages: &Messages) -> String {
    let Some(found) = Comparison::of(sources, pair) else {
        return String::new();
    };
    let (old, new, changes) = (&found.old, &found.new, &found.changes);
    let (old_lines, new_lines) = (
        LineIndex::new(&found.base.text),
        LineIndex::new(&found.source),
    );
    let mut table = Table::default();
    for (number, change) in changes.list.iter().enumerate() {
        let (document, lines, at) = match (change.new, change.old) {
            (Some(at), _) => (new, &new_lines, at),
            (None, Some(at)) => (old, &old_lines, at),
            (None, None) => continue,
        };
        let block = &document.blocks[at];
        let place = lines.line(block.lines.start).to_string();
        let text = block.text.split_whitespace().collect::<Vec<_>>().join(" ");
        table.push(vec![
            Cell::new("   "),
            Cell::new((number + 1).to_string()).styled(NUMBER).right(),
            Cell::new(if change.new.is_some() {
                place
            } else {
                format!("({place})")
            })
            .right(),
            Cell::new(messages.say(&kind_name(change.kind))),
            Cell::new(messages.say(&nature_name(change.nature))),
            Cell::new(text),
        ]);
    }
    table.fit(width()).render()
}

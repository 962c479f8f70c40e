//! `adopt` for people: the base proposed for each untracked translation, and why.

use std::collections::BTreeMap;
use std::fmt::Write;

use anstyle::{AnsiColor, Style};

use super::matrix::amount;
use super::style::{DIM, HEAD, NUMBER};
use super::table::{Cell, Table, shorten};
use crate::history::Commit;
use crate::messages::{Messages, Msg};
use crate::text::{Lang, visible};
use crate::track::{Adopted, Doubt, Lacking, Missing, Origin, Proposal};

/// How adopted translations are shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AdoptShown {
    /// What is less sure than this is not recorded.
    pub least: f64,
    /// Whether bases were recorded.
    pub written: bool,
    /// The columns of the terminal.
    pub width: usize,
}

const SURE: Style = AnsiColor::Green.on_default();
const UNSURE: Style = AnsiColor::Yellow.on_default();

/// So many translations that are behind are listed, and so many things that one of them lacks.
const LISTED: usize = 20;
const PARTS: usize = 3;

/// A table for each language, what is behind although its date is fresh, and the sums.
pub fn adopted(found: &[Adopted], shown: AdoptShown, messages: &Messages) -> String {
    let mut languages: BTreeMap<&Lang, Vec<&Adopted>> = BTreeMap::new();
    for one in found {
        languages.entry(&one.lang).or_default().push(one);
    }
    let mut out = String::new();
    for (lang, list) in languages {
        let lang = lang.to_string();
        let count = list.len();
        let head = messages.say(&Msg::AdoptLanguage { lang: &lang, count });
        let _ = write!(
            out,
            "{HEAD}{head}{HEAD:#}\n\n{}\n",
            table(&list, shown, messages)
        );
    }
    out.push_str(&behind(found, shown, messages));
    out.push_str(&sums(found, shown, messages));
    out
}

/// Everything about one translation.
pub fn adopted_in_full(found: &Adopted, shown: AdoptShown, messages: &Messages) -> String {
    let mut out = format!(
        "{HEAD}{} → {}{HEAD:#}\n",
        visible(&found.source),
        visible(&found.path)
    );
    let Some(proposal) = &found.proposal else {
        let _ = writeln!(out, "  {}", messages.say(&Msg::BaseNone));
        return out;
    };
    for line in reasons(proposal, messages) {
        let _ = writeln!(out, "  {line}");
    }
    let sure = messages.say(&Msg::ColumnSure);
    let value = certainty(proposal, messages);
    let _ = writeln!(out, "  {sure}: {value}");
    let stale = messages.say(&Msg::ColumnStale);
    let _ = writeln!(out, "  {stale}: {}", work(proposal, messages));
    if !proposal.lacks.is_empty() {
        let _ = writeln!(out, "\n{}", messages.say(&Msg::AdoptLacks));
        for lack in &proposal.lacks {
            let room = shown.width.saturating_sub(4);
            let said = shorten(&lacking(found, lack, messages), room);
            let _ = writeln!(out, "  {said}");
            if !lack.settled && !matches!(proposal.origin, Origin::Given(_) | Origin::Today) {
                let said = messages.say(&Msg::AdoptUnsettled);
                let _ = writeln!(out, "    {DIM}{said}{DIM:#}");
            }
        }
        let settled = proposal.lacks.iter().any(|lack| lack.settled);
        if settled && proposal.is_sure(shown.least) {
            let said = messages.say(&Msg::AdoptSettled);
            let _ = writeln!(out, "{DIM}{said}{DIM:#}");
        }
    }
    if shown.written {
        let least = format!("{:.2}", shown.least);
        let said = if found.recorded {
            messages.say(&Msg::AdoptDone)
        } else {
            messages.say(&Msg::AdoptNotDone { least: &least })
        };
        let _ = writeln!(out, "{said}");
    }
    out
}

fn table(list: &[&Adopted], shown: AdoptShown, messages: &Messages) -> String {
    let mut table = Table::default();
    let head = [
        Msg::ColumnTranslation,
        Msg::ColumnBase,
        Msg::ColumnSure,
        Msg::ColumnFits,
        Msg::ColumnStale,
    ];
    let cell = |said: &Msg<'_>| Cell::new(messages.say(said)).styled(HEAD);
    table.push(head.iter().map(cell).collect());
    for one in list {
        let mut row = vec![Cell::new(&*one.path)];
        let Some(proposal) = &one.proposal else {
            row.push(Cell::new(messages.say(&Msg::BaseNone)).styled(DIM));
            table.push(row);
            continue;
        };
        let enough = proposal.is_sure(shown.least);
        let (style, sign) = if enough { (SURE, "") } else { (UNSURE, " ?") };
        row.push(Cell::new(origin(&proposal.origin, messages)).styled(NUMBER));
        let sure = certainty(proposal, messages) + sign;
        row.push(Cell::new(sure).styled(style));
        let (count, total) = proposal.fits;
        row.push(Cell::new(messages.say(&match own(proposal) {
            0 => Msg::CountOf { count, total },
            own => Msg::CountOfAnd { count, total, own },
        })));
        row.push(Cell::new(short(proposal, messages)));
        table.push(row);
    }
    table.fit(shown.width).render()
}

/// The commit and its day, or that it is the source of today.
fn origin(origin: &Origin, messages: &Messages) -> String {
    match origin.commit() {
        Some(commit) => format!("{} {}", commit.id.short(), day(commit)),
        None => messages.say(&Msg::BaseToday),
    }
}

/// The day on which the change of a commit was written, such as `2021-04-07`.
pub(super) fn day(commit: &Commit) -> String {
    let moment = jiff::Timestamp::from_second(commit.authored);
    moment.map_or_else(
        |_| "?".to_owned(),
        |moment| moment.to_zoned(jiff::tz::TimeZone::UTC).date().to_string(),
    )
}

fn certainty(proposal: &Proposal, messages: &Messages) -> String {
    match proposal.origin {
        Origin::Stated { .. } | Origin::Given(_) => messages.say(&Msg::SureSaid),
        _ if proposal.exact && proposal.confidence >= 1.0 => messages.say(&Msg::SureExact),
        _ => format!("{:.2}", proposal.confidence),
    }
}

/// How many blocks of the translation stand for none of the version.
fn own(proposal: &Proposal) -> usize {
    proposal.translated.1 - proposal.translated.0
}

/// What is stale, in as few letters as possible.
fn short(proposal: &Proposal, messages: &Messages) -> String {
    match &proposal.work {
        Some(found) if !found.is_mechanical() => messages.say(&Msg::ShortWork {
            stale: found.segments + found.removed,
            total: found.of,
            words: found.words,
        }),
        _ => work(proposal, messages),
    }
}

fn work(proposal: &Proposal, messages: &Messages) -> String {
    match &proposal.work {
        None => messages.say(&Msg::StatusCurrent),
        Some(work) if work.is_mechanical() => messages.say(&Msg::StatusMechanical),
        Some(work) => amount(work, messages),
    }
}

/// Where the base comes from and what speaks for it, a line each.
fn reasons(proposal: &Proposal, messages: &Messages) -> Vec<String> {
    let (fitting, blocks) = proposal.fits;
    let mut out = Vec::new();
    let commit = proposal.origin.commit();
    let (id, date) = commit.map_or_else(Default::default, |c| (c.id.short(), day(c)));
    let (commit_id, date) = (id.as_str(), date.as_str());
    out.push(messages.say(&match &proposal.origin {
        Origin::Version(_) => Msg::MadeFrom {
            commit: commit_id,
            date,
            fitting,
            blocks,
        },
        Origin::Stated { field, .. } => Msg::MadeFromField {
            commit: commit_id,
            date,
            field,
        },
        Origin::Given(_) => Msg::MadeFromGiven {
            commit: commit_id,
            date,
            fitting,
            blocks,
        },
        Origin::Today => Msg::MadeFromToday { fitting, blocks },
    }));
    if let Some(commit) = commit.filter(|commit| !commit.subject.is_empty()) {
        let subject = visible(&commit.subject);
        let said = messages.say(&Msg::CommitSays { subject: &subject });
        out.push(format!("{DIM}{said}{DIM:#}"));
    }
    if let Some((commit, fitting, blocks)) = &proposal.by_date {
        let (fitting, blocks) = (*fitting, *blocks);
        let commit = &commit.id.short();
        out.push(messages.say(&Msg::OfTheDate {
            commit,
            fitting,
            blocks,
        }));
    }
    if own(proposal) > 0 {
        out.push(messages.say(&Msg::OwnBlocks {
            count: own(proposal),
        }));
    }
    out.extend(proposal.doubts.iter().map(|doubt| {
        messages.say(&match doubt {
            Doubt::NoHistory => Msg::DoubtNoHistory,
            Doubt::Shallow => Msg::DoubtShallow,
            Doubt::Partial => Msg::DoubtPartial,
            Doubt::Younger => Msg::DoubtYounger,
            Doubt::UnknownCommit => Msg::DoubtUnknownCommit,
            Doubt::Undated => Msg::DoubtUndated,
        })
    }));
    out
}

/// Translations whose date calls them fresh and whose text does not.
fn behind(found: &[Adopted], shown: AdoptShown, messages: &Messages) -> String {
    let is_behind = |one: &&Adopted| {
        let proposal = one.proposal.as_ref();
        proposal.is_some_and(|proposal| {
            let work = proposal.work.is_some_and(|work| !work.is_mechanical());
            let lacks = proposal.lacks.iter().any(|lack| lack.settled);
            proposal.fresh_by_date && proposal.is_sure(shown.least) && (work || lacks)
        })
    };
    let list: Vec<&Adopted> = found.iter().filter(is_behind).collect();
    if list.is_empty() {
        return String::new();
    }
    let head = messages.say(&Msg::AdoptIncomplete { count: list.len() });
    let mut out = format!("{HEAD}{head}{HEAD:#}\n");
    for one in list.iter().take(LISTED) {
        let stale = one.proposal.as_ref();
        let stale = stale.map_or_else(String::new, |proposal| work(proposal, messages));
        let _ = writeln!(out, "  {}  {DIM}{stale}{DIM:#}", visible(&one.path));
        let lacks = one.proposal.iter().flat_map(|proposal| &proposal.lacks);
        let lacks: Vec<&Lacking> = lacks.filter(|lack| lack.settled).collect();
        for lack in lacks.iter().take(PARTS) {
            let said = lacking(one, lack, messages);
            let _ = writeln!(out, "    {}", shorten(&said, shown.width.saturating_sub(4)));
        }
        let _ = write!(out, "{}", more(lacks.len(), PARTS, "    ", messages));
    }
    let _ = writeln!(out, "{}", more(list.len(), LISTED, "  ", messages));
    out
}

fn more(all: usize, shown: usize, indent: &str, messages: &Messages) -> String {
    match all.checked_sub(shown) {
        Some(count @ 1..) => {
            format!(
                "{indent}{DIM}{}{DIM:#}\n",
                messages.say(&Msg::AdoptMore { count })
            )
        }
        _ => String::new(),
    }
}

/// What is missing, and where the translation should have it.
fn lacking(found: &Adopted, lack: &Lacking, messages: &Messages) -> String {
    let one_line = |text: &str| {
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        visible(&words).into_owned()
    };
    let joined = |values: &[String]| {
        let values: Vec<String> = values.iter().map(|value| one_line(value)).collect();
        values.join(", ")
    };
    let said = match &lack.what {
        Missing::Block => messages.say(&Msg::LacksBlock {
            text: &one_line(&lack.text),
        }),
        Missing::Figures(values) => messages.say(&Msg::LacksFigures {
            values: &joined(values),
        }),
        Missing::Code(values) => messages.say(&Msg::LacksCode {
            values: &joined(values),
        }),
    };
    match lack.line {
        Some(line) => format!("{}:{line}: {said}", visible(&found.path)),
        None => said,
    }
}

fn sums(found: &[Adopted], shown: AdoptShown, messages: &Messages) -> String {
    let ready = |one: &&Adopted| {
        let sure = |proposal: &Proposal| proposal.is_sure(shown.least);
        one.recorded || (!shown.written && one.proposal.as_ref().is_some_and(sure))
    };
    let count = found.iter().filter(ready).count();
    let exact = |one: &&Adopted| one.proposal.as_ref().is_some_and(|proposal| proposal.exact);
    let exact = found.iter().filter(ready).filter(exact).count();
    let said = if shown.written {
        Msg::AdoptRecorded { count, exact }
    } else {
        Msg::AdoptReady { count, exact }
    };
    let mut out = messages.say(&said) + "\n";
    if count < found.len() {
        let least = format!("{:.2}", shown.least);
        let count = found.len() - count;
        let said = messages.say(&Msg::AdoptUnsure {
            count,
            least: &least,
        });
        let _ = writeln!(out, "{said}");
    }
    out
}

//! Findings as Markdown: the summary of a job, or a comment to a change.

use std::fmt::Write as _;

use super::CheckReport;
use super::escape::{markdown, one_line};
use super::excerpt::{Piece, excerpts};
use super::summary::{ignore_line, sentences};
use crate::diagnostic::Severity;
use crate::gate::Weighed;
use crate::messages::Msg;
use crate::report::diff_markdown::code;
use crate::report::draw::level_word;
use crate::report::texts::Texts;

/// What sites take as one comment, in characters, with some room to spare.
const ROOM: usize = 60_000;

/// Writes the summary.
pub(super) fn write(report: &CheckReport<'_>) -> String {
    let messages = report.messages;
    let mut out = format!("## {}\n\n", messages.say(&Msg::CheckTitle));
    let table = table(report);
    out.push_str(&table);
    // The table says the counts already; the other sentences are the program's own words.
    let said = sentences(report).into_iter();
    for sentence in said.skip(usize::from(!table.is_empty())) {
        let _ = write!(out, "{sentence}\n\n");
    }
    let texts = report.texts();
    let mut room = ROOM.saturating_sub(out.chars().count());
    let mut left = report.shown().count();
    'all: for (article, findings) in report.by_article() {
        let mut head = format!("### {}\n\n", code(&one_line(article)));
        for one in findings {
            let said = std::mem::take(&mut head) + &finding(one, report, &texts);
            let length = said.chars().count();
            if length > room {
                break 'all;
            }
            room -= length;
            left -= 1;
            out.push_str(&said);
        }
    }
    if left > 0 {
        let more = messages.say(&Msg::CheckMore { count: left });
        let _ = writeln!(out, "{}", markdown(&more));
    }
    out.truncate(out.trim_end().len());
    out + "\n"
}

/// How many findings there are of each level; nothing if there are none.
fn table(report: &CheckReport<'_>) -> String {
    let messages = report.messages;
    let counts = report.outcome.counts();
    let rows = [
        (Severity::Error, counts.errors),
        (Severity::Warning, counts.warnings),
        (Severity::Info, counts.infos),
    ];
    if rows.iter().all(|(_, count)| *count == 0) {
        return String::new();
    }
    let mut out = format!(
        "| {} | {} |\n| --- | ---: |\n",
        messages.say(&Msg::ColumnLevel),
        messages.say(&Msg::ColumnCount)
    );
    for (severity, count) in rows.iter().filter(|(_, count)| *count > 0) {
        let _ = writeln!(out, "| {} | {count} |", level_word(*severity, messages));
    }
    out + "\n"
}

/// A finding as an item of a list, with what stands in the texts under it.
fn finding(one: &Weighed, report: &CheckReport<'_>, texts: &Texts<'_>) -> String {
    let (diagnostic, messages) = (&one.finding.diagnostic, report.messages);
    let (message, help) = messages.diagnostic(diagnostic);
    let mut out = format!(
        "- **{}** `{}`: {}\n",
        level_word(diagnostic.severity, messages),
        diagnostic.code,
        markdown(&message)
    );
    for excerpt in excerpts(one, report, texts) {
        let place = code(&one_line(&excerpt.place.named()));
        let _ = write!(out, "\n  {place}\n");
        for pieces in &excerpt.texts {
            let _ = write!(out, "\n  > {}\n", marked(pieces));
        }
    }
    if let Some(help) = help {
        let word = messages.say(&Msg::LevelHelp);
        let _ = write!(out, "\n  {word}: {}\n", markdown(&help));
    }
    if report.fingerprints
        && let Some(said) = ignore_line(&one.finding, messages)
    {
        let word = messages.say(&Msg::LevelIgnore);
        let _ = write!(out, "\n  {word}: {}\n", code(&said));
    }
    out + "\n"
}

/// The guilty words bold: the marks touch them, white space stays outside.
fn marked(pieces: &[Piece]) -> String {
    let mut out = String::new();
    for piece in pieces {
        let bare = piece.text.trim();
        if !piece.guilty || bare.is_empty() {
            out.push_str(&markdown(&piece.text));
            continue;
        }
        let start = piece.text.len() - piece.text.trim_start().len();
        let lead = &piece.text[..start];
        let tail = &piece.text[start + bare.len()..];
        // Asterisks beside punctuation mark nothing inside a word.
        let bold = ["<b>", &markdown(bare), "</b>"].concat();
        out.extend([markdown(lead), bold, markdown(tail)]);
    }
    let out = out.trim();
    // What begins a list at the start of a line is escaped there.
    let number = out.trim_start_matches(|c: char| c.is_ascii_digit());
    if number.starts_with(['.', ')']) && number.len() < out.len() {
        let digits = out.len() - number.len();
        return [&out[..digits], "\\", number].concat();
    }
    if out.starts_with(['-', '+', '=']) {
        return ["\\", out].concat();
    }
    out.to_owned()
}

//! Findings as workflow commands of GitHub Actions, which shows them beside the lines of a change.

use std::fmt::Write as _;

use super::escape::one_line;
use super::{CheckReport, sentence};
use crate::diagnostic::Severity;
use crate::gate::Weighed;
use crate::messages::{Messages, Msg};
use crate::report::PlaceJson;
use crate::report::texts::Texts;

/// GitHub shows no more of each level for one step; what fails comes first.
const MOST: usize = 10;

/// Writes the commands.
pub(super) fn write(report: &CheckReport<'_>) -> String {
    let texts = report.texts();
    let shown: Vec<&Weighed> = report.shown().collect();
    let mut out = String::new();
    let mut said = 0;
    for severity in [Severity::Error, Severity::Warning, Severity::Info] {
        let here = |one: &&&Weighed| one.finding.diagnostic.severity == severity;
        let mut list: Vec<&Weighed> = shown.iter().filter(here).copied().collect();
        list.sort_by_key(|one| !one.fails);
        // The notice that counts the rest is one of them, too.
        let most = if severity == Severity::Info {
            MOST - 1
        } else {
            MOST
        };
        for one in list.into_iter().take(most) {
            said += 1;
            out.push_str(&command(one, &texts, report.messages));
        }
    }
    let count = report.outcome.findings.len() - said;
    if count > 0 {
        let rest = report.messages.say(&Msg::CheckRest { count });
        let _ = writeln!(out, "::notice title=Sverka::{}", data(&rest));
    }
    out
}

fn command(one: &Weighed, texts: &Texts<'_>, messages: &Messages) -> String {
    let diagnostic = &one.finding.diagnostic;
    let place = PlaceJson::new(&diagnostic.primary.span, texts);
    let name = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let mut properties = vec![("file", place.file.clone())];
    properties.extend(place.line.map(|line| ("line", line.to_string())));
    properties.extend(place.end_line.map(|line| ("endLine", line.to_string())));
    // Columns of a range over many lines are refused.
    if place.line == place.end_line {
        properties.extend(place.column.map(|column| ("col", column.to_string())));
        properties.extend(
            place
                .end_column
                .map(|column| ("endColumn", column.to_string())),
        );
    }
    properties.push(("title", diagnostic.code.name().to_owned()));
    let properties = properties
        .iter()
        .map(|(name, value)| format!("{name}={}", property(value)));
    let properties: Vec<String> = properties.collect();
    let (_, help) = messages.diagnostic(diagnostic);
    let help = help.map(|help| {
        let word = messages.say(&Msg::LevelHelp);
        format!("\n{word}: {}", one_line(&help))
    });
    let said = sentence(diagnostic, texts, messages) + &help.unwrap_or_default();
    format!("::{name} {}::{}\n", properties.join(","), data(&said))
}

/// What stands behind the second `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// What stands behind a `=`.
fn property(text: &str) -> String {
    data(&one_line(text))
        .replace(':', "%3A")
        .replace(',', "%2C")
}

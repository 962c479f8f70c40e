//! What a run comes to: counts, what is not shown and why, and whether it passes.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::CheckReport;
use crate::checks;
use crate::checks::engine::Finding;
use crate::diagnostic::{Code, Severity};
use crate::messages::{Messages, Msg};

/// Counts of a run. Its field names are those of JSON output.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CheckSummary {
    /// How many articles were looked at.
    pub articles: usize,
    /// How many segments were.
    pub segments: usize,
    /// How many errors there are.
    pub errors: usize,
    /// How many warnings there are.
    pub warnings: usize,
    /// How much is only worth knowing.
    pub infos: usize,
    /// How many findings fail, whatever their level is.
    pub failing: usize,
    /// How many findings are below the level that was asked for and therefore not listed.
    pub hidden: usize,
    /// How many findings people call no mistake.
    pub ignored: usize,
    /// How many findings the baseline knows.
    pub known: usize,
    /// Whether something could not be looked at, so that nobody may say that all is well.
    pub partial: bool,
    /// The exit code: 2 if something could not be looked at, 1 if a finding fails, else 0.
    pub exit: u8,
    /// How often each check fired.
    pub codes: BTreeMap<String, usize>,
}

impl CheckSummary {
    /// The counts of a report.
    pub(super) fn new(report: &CheckReport<'_>) -> Self {
        let outcome = report.outcome;
        let counts = outcome.counts();
        let codes = outcome.by_code().into_iter();
        Self {
            articles: outcome.articles,
            segments: outcome.segments,
            errors: counts.errors,
            warnings: counts.warnings,
            infos: counts.infos,
            failing: counts.failing,
            hidden: outcome.findings.len() - report.shown().count(),
            ignored: outcome.ignored.len(),
            known: outcome.known,
            partial: outcome.partial,
            exit: outcome.exit(),
            codes: codes
                .map(|(code, count)| (code.name().to_owned(), count))
                .collect(),
        }
    }
}

/// The counts in a line: `2 errors, 1 warning`; empty if nothing was found.
pub(super) fn amounts(found: impl Iterator<Item = Severity>, messages: &Messages) -> String {
    let mut counts = [0; 3];
    for severity in found {
        counts[severity as usize] += 1;
    }
    let [infos, warnings, errors] = counts;
    let said = [
        (errors, Msg::CheckErrors { count: errors }),
        (warnings, Msg::CheckWarnings { count: warnings }),
        (infos, Msg::CheckRemarks { count: infos }),
    ];
    let said = said.iter().filter(|(count, _)| *count > 0);
    let said: Vec<String> = said.map(|(_, message)| messages.say(message)).collect();
    said.join(", ")
}

/// What a run comes to, a sentence each: counts first, what is left out and why, the verdict last.
pub(super) fn sentences(report: &CheckReport<'_>) -> Vec<String> {
    let (outcome, messages) = (report.outcome, report.messages);
    let all = outcome.findings.iter();
    let counts = amounts(all.map(|one| one.finding.diagnostic.severity), messages);
    let hidden = outcome.findings.len() - report.shown().count();
    let left_out = [
        (hidden, Msg::CheckHidden { count: hidden }),
        (
            outcome.ignored.len(),
            Msg::CheckIgnored {
                count: outcome.ignored.len(),
            },
        ),
        (
            outcome.known,
            Msg::CheckKnown {
                count: outcome.known,
            },
        ),
    ];
    let left_out = left_out.iter().filter(|(count, _)| *count > 0);
    let mut out: Vec<String> = (!counts.is_empty()).then_some(counts).into_iter().collect();
    out.extend(left_out.map(|(_, message)| messages.say(message)));
    out.extend(outcome.demoted.iter().map(|one| {
        let share = messages.say(&Msg::SegmentsOf {
            stale: one.findings,
            total: one.segments,
        });
        let code = one.code.name();
        messages.say(&Msg::CheckDemoted {
            code,
            share: &share,
        })
    }));
    let nothing = out.is_empty();
    let fails = fails(report);
    out.push(messages.say(&if !fails.is_empty() {
        Msg::CheckFails { codes: &fails }
    } else if outcome.partial {
        Msg::CheckPartial
    } else if nothing {
        return vec![well(report)];
    } else {
        Msg::CheckPasses
    }));
    if outcome.partial && !fails.is_empty() {
        out.push(messages.say(&Msg::CheckPartial));
    }
    out
}

fn well(report: &CheckReport<'_>) -> String {
    let (outcome, messages) = (report.outcome, report.messages);
    let articles = messages.say(&Msg::Articles {
        count: outcome.articles,
    });
    let segments = messages.say(&Msg::Segments {
        count: outcome.segments,
    });
    messages.say(&Msg::CheckWell {
        articles: &articles,
        segments: &segments,
    })
}

/// The checks that fail and how often: `figures (2), missing (1)`.
fn fails(report: &CheckReport<'_>) -> String {
    let mut codes: BTreeMap<Code, usize> = BTreeMap::new();
    for one in report.outcome.findings.iter().filter(|one| one.fails) {
        *codes.entry(one.finding.diagnostic.code).or_default() += 1;
    }
    let said = codes
        .iter()
        .map(|(code, count)| format!("{} ({count})", code.name()));
    said.collect::<Vec<_>>().join(", ")
}

/// The words with which an article calls a finding no mistake, as its kind of file writes them; what
/// is wrong with a file is no opinion, and nobody may call it so.
pub(super) fn ignore_line(finding: &Finding, messages: &Messages) -> Option<String> {
    let diagnostic = &finding.diagnostic;
    checks::find(diagnostic.code.name())?;
    let said = format!(
        "sverka: ignore {} {} {}",
        diagnostic.code.name(),
        finding.fingerprint.short(),
        messages.say(&Msg::IgnoreReason)
    );
    let file = &diagnostic.primary.span.file;
    Some(
        match file.rsplit_once('.').map(|(_, extension)| extension) {
            Some("ftl") => format!("# {said}"),
            Some("mdx") => format!("{{/* {said} */}}"),
            _ => format!("<!-- {said} -->"),
        },
    )
}

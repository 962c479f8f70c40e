//! Findings as a Code Quality report, which GitLab shows in a merge request.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{CheckReport, escape, sentence};
use crate::checks::engine::Fingerprint;
use crate::diagnostic::Severity;
use crate::gate::Weighed;
use crate::report::PlaceJson;

#[derive(Serialize)]
struct Issue {
    description: String,
    check_name: &'static str,
    fingerprint: Fingerprint,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
}

/// Writes the report.
pub(super) fn write(report: &CheckReport<'_>) -> String {
    let texts = report.texts();
    // GitLab keeps one finding of each fingerprint, so the same words in two places need two.
    let mut seen: BTreeMap<Fingerprint, usize> = BTreeMap::new();
    let issues: Vec<Issue> = report
        .shown()
        .map(|one| {
            let diagnostic = &one.finding.diagnostic;
            let place = PlaceJson::new(&diagnostic.primary.span, &texts);
            let own = one.finding.fingerprint.to_string();
            let lang = one.finding.lang.as_ref().map(ToString::to_string);
            let lang = lang.unwrap_or_default();
            let first = Fingerprint::of([own.as_str(), &one.finding.article, &lang, &place.file]);
            let count = seen.entry(first).or_default();
            *count += 1;
            let fingerprint = match *count {
                1 => first,
                many => Fingerprint::of([first.to_string().as_str(), &many.to_string()]),
            };
            Issue {
                description: sentence(diagnostic, &texts, report.messages),
                check_name: diagnostic.code.name(),
                fingerprint,
                severity: severity(one),
                location: Location {
                    path: place.file,
                    lines: Lines {
                        begin: place.line.unwrap_or(1),
                    },
                },
            }
        })
        .collect();
    let text = serde_json::to_string_pretty(&issues).unwrap_or_default();
    escape::json(&text).into_owned() + "\n"
}

/// What fails is a step above its level.
fn severity(one: &Weighed) -> &'static str {
    match (one.finding.diagnostic.severity, one.fails) {
        (Severity::Error, true) => "critical",
        (Severity::Error, false) | (Severity::Warning | Severity::Info, true) => "major",
        (Severity::Warning, false) => "minor",
        (Severity::Info, false) => "info",
    }
}

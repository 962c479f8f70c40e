//! Findings in a line each, as compilers say them: for a glance, for `grep` and for editors.

use std::fmt::Write as _;

use super::escape::one_line;
use super::human::no_mistakes;
use super::summary::sentences;
use super::{CheckReport, sentence};
use crate::report::PlaceJson;
use crate::report::draw::level_word;

/// Writes `file:line:column: level[check] message`, and what it comes to.
pub(super) fn write(report: &CheckReport<'_>) -> String {
    let texts = report.texts();
    let mut out = String::new();
    for one in report.shown() {
        let diagnostic = &one.finding.diagnostic;
        let place = PlaceJson::new(&diagnostic.primary.span, &texts);
        out.push_str(&one_line(&place.address()));
        let level = level_word(diagnostic.severity, report.messages);
        let said = sentence(diagnostic, &texts, report.messages);
        let _ = write!(out, ": {level}[{}] {said}", diagnostic.code);
        if report.fingerprints {
            let _ = write!(out, " ({})", one.finding.fingerprint.short());
        }
        out.push('\n');
    }
    if report.ignored {
        out.push_str(&no_mistakes(report));
    }
    for sentence in sentences(report) {
        out.push_str(&sentence);
        out.push('\n');
    }
    out
}

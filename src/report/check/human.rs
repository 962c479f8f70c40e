//! Findings for people at a terminal: both languages under each other, the guilty words underlined.

use super::CheckReport;
use crate::report::draw;

/// Writes the findings one under another.
pub(super) fn write(report: &CheckReport<'_>) -> String {
    let drawn = report.shown().map(|one| {
        let diagnostic = &one.finding.diagnostic;
        draw(diagnostic, report.sources, report.messages, report.drawing)
    });
    drawn.collect::<Vec<_>>().join("\n")
}

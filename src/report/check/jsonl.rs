//! Findings for machines that read as they go: a JSON object in each line, the summary last.

use schemars::JsonSchema;
use serde::Serialize;

use super::CheckReport;
use super::escape;
use super::json::{DemotedJson, FindingJson, IgnoredJson};
use super::summary::CheckSummary;

/// A line of `sverka check --format jsonl`; `type` says which.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum FindingsLine {
    /// A finding.
    Finding(Box<FindingJson>),
    /// A finding that is no mistake, as people say.
    Ignored(Box<IgnoredJson>),
    /// A check whose findings count less in this run.
    Demoted(DemotedJson),
    /// What it comes to: the last line, so that whoever reads it knows that nothing is cut off.
    Summary(CheckSummary),
}

impl FindingsLine {
    /// The JSON Schema of a line.
    pub fn schema() -> serde_json::Value {
        schemars::schema_for!(FindingsLine).to_value()
    }
}

/// Writes the lines.
pub(super) fn write(report: &CheckReport<'_>) -> String {
    let texts = report.texts();
    let (outcome, messages) = (report.outcome, report.messages);
    let mut out = String::new();
    let mut push = |line: &FindingsLine| {
        let text = serde_json::to_string(line).unwrap_or_default();
        out.push_str(&escape::json(&text));
        out.push('\n');
    };
    for one in report.shown() {
        let finding = FindingJson::new(one, &texts, messages);
        push(&FindingsLine::Finding(Box::new(finding)));
    }
    for one in &outcome.ignored {
        let ignored = IgnoredJson::new(one, &texts, messages);
        push(&FindingsLine::Ignored(Box::new(ignored)));
    }
    for one in &outcome.demoted {
        push(&FindingsLine::Demoted(DemotedJson::new(one)));
    }
    push(&FindingsLine::Summary(CheckSummary::new(report)));
    out
}

//! Findings for machines, as one JSON document. A field that changes its meaning gets another number
//! in [`VERSION`].

use schemars::JsonSchema;
use serde::Serialize;

use super::CheckReport;
use super::escape;
use super::summary::CheckSummary;
use crate::checks::engine::{Demoted, Finding, Fingerprint};
use crate::diagnostic::{Code, Label, Severity};
use crate::gate::{Ignored, Weighed};
use crate::messages::Messages;
use crate::report::PlaceJson;
use crate::report::texts::Texts;
use crate::text::Lang;

/// What the field `schema` says.
const VERSION: &str = "sverka.check/1";

/// The output of `sverka check --format json`.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct FindingsJson {
    /// Name and version of this form: `sverka.check/1`.
    pub schema: &'static str,
    /// What was found, by article, file and place, as far as the level that was asked for goes.
    pub findings: Vec<FindingJson>,
    /// What was found and is no mistake, as people say.
    pub ignored: Vec<IgnoredJson>,
    /// Checks that fired on so much that their findings count as worth knowing only.
    pub demoted: Vec<DemotedJson>,
    /// What it comes to.
    pub summary: CheckSummary,
}

/// A finding.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct FindingJson {
    /// The check, or what is wrong with a file.
    #[schemars(with = "String")]
    pub code: Code,
    /// How bad it is.
    pub level: Severity,
    /// Whether the policy fails on it.
    pub fails: bool,
    /// The language it is about; none where a file or the project as a whole is meant.
    pub lang: Option<Lang>,
    /// The article, by the path of its source; the file where there is no project.
    pub article: String,
    /// The guilty word or value, in plain spelling; may be empty.
    pub token: String,
    /// Tells it from all others, and changes with the texts it is about: 16 hexadecimal digits.
    #[schemars(with = "String")]
    pub fingerprint: Fingerprint,
    /// Whether the source has changed since the passage was translated.
    pub stale: bool,
    /// Whether the project asks for what is lacking here.
    pub required: bool,
    /// What is wrong, in the language of the program.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Where it is.
    pub place: NotedJson,
    /// Other places that have to do with it, usually in the other language.
    pub related: Vec<NotedJson>,
    /// How to mend it, where that is safe.
    pub fix: Option<FixJson>,
}

/// A place, and the fact to say beside it.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct NotedJson {
    /// The place.
    #[serde(flatten)]
    pub place: PlaceJson,
    /// The fact.
    pub note: Option<String>,
}

/// A way to mend what was found, safe to apply without asking.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct FixJson {
    /// The replacements, none over another.
    pub edits: Vec<EditJson>,
}

/// A replacement.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct EditJson {
    /// What is replaced; where it is empty, text is inserted.
    #[serde(flatten)]
    pub place: PlaceJson,
    /// What stands there afterwards.
    pub text: String,
}

/// A finding that is no mistake.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct IgnoredJson {
    /// Why.
    pub reason: String,
    /// Where that is said.
    pub said_at: PlaceJson,
    /// What was seen.
    pub finding: FindingJson,
}

/// A check whose findings count less in this run.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct DemotedJson {
    /// The check.
    #[schemars(with = "String")]
    pub code: Code,
    /// How many findings it had.
    pub findings: usize,
    /// How many segments there were.
    pub segments: usize,
}

/// Writes the document.
pub(super) fn write(report: &CheckReport<'_>) -> String {
    let value = FindingsJson::new(report);
    let text = serde_json::to_string_pretty(&value).unwrap_or_default();
    escape::json(&text).into_owned() + "\n"
}

impl FindingsJson {
    /// The JSON Schema of this form.
    pub fn schema() -> serde_json::Value {
        schemars::schema_for!(FindingsJson).to_value()
    }

    fn new(report: &CheckReport<'_>) -> Self {
        let texts = report.texts();
        let (outcome, messages) = (report.outcome, report.messages);
        let ignored = outcome.ignored.iter();
        Self {
            schema: VERSION,
            findings: report
                .shown()
                .map(|one| FindingJson::new(one, &texts, messages))
                .collect(),
            ignored: ignored
                .map(|one| IgnoredJson::new(one, &texts, messages))
                .collect(),
            demoted: outcome.demoted.iter().map(DemotedJson::new).collect(),
            summary: CheckSummary::new(report),
        }
    }
}

impl FindingJson {
    pub(super) fn new(one: &Weighed, texts: &Texts<'_>, messages: &Messages) -> Self {
        Self::of(&one.finding, one.fails, (texts, messages))
    }

    fn of(finding: &Finding, fails: bool, (texts, messages): (&Texts<'_>, &Messages)) -> Self {
        let diagnostic = &finding.diagnostic;
        let (message, help) = messages.diagnostic(diagnostic);
        let noted = |label: &Label| NotedJson {
            place: PlaceJson::new(&label.span, texts),
            note: fact(finding, label).map(str::to_owned),
        };
        let fix = diagnostic.fix.as_ref().map(|fix| FixJson {
            edits: fix
                .edits
                .iter()
                .map(|edit| EditJson {
                    place: PlaceJson::new(&edit.span, texts),
                    text: edit.text.clone(),
                })
                .collect(),
        });
        Self {
            code: diagnostic.code,
            level: diagnostic.severity,
            fails,
            lang: finding.lang.clone(),
            article: finding.article.clone(),
            token: finding.token.clone(),
            fingerprint: finding.fingerprint,
            stale: finding.stale,
            required: finding.required,
            message,
            help,
            place: noted(&diagnostic.primary),
            related: diagnostic.related.iter().map(noted).collect(),
            fix,
        }
    }
}

impl IgnoredJson {
    pub(super) fn new(one: &Ignored, texts: &Texts<'_>, messages: &Messages) -> Self {
        Self {
            reason: one.reason.clone(),
            said_at: PlaceJson::new(&one.place, texts),
            finding: FindingJson::of(&one.finding, false, (texts, messages)),
        }
    }
}

impl DemotedJson {
    pub(super) fn new(one: &Demoted) -> Self {
        Self {
            code: one.code,
            findings: one.findings,
            segments: one.segments,
        }
    }
}

/// The fact to say beside a place of a finding.
pub(super) fn fact<'f>(finding: &'f Finding, label: &Label) -> Option<&'f str> {
    let name = label.note.as_ref()?;
    let mut facts = finding.diagnostic.args.iter();
    let fact = facts.find(|(known, _)| known == name);
    fact.map(|(_, value)| value.as_str())
}

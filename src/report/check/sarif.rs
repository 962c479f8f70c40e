//! Findings as SARIF 2.1.0, for GitHub code scanning, Azure and editors.

use std::collections::BTreeMap;

use super::CheckReport;
use super::escape;
use super::json::fact;
use super::sarif_log::Finding as Said;
use super::sarif_log::{
    Artifact, Change, Configuration, Driver, Help, Invocation, Location, Log, Logical, Mending,
    Note, Physical, Properties, Region, Replacement, Rule, Run, Suppression, Text, Tool,
};
use crate::checks;
use crate::checks::engine::Finding;
use crate::diagnostic::{Code, Fix, Severity};
use crate::messages::{Messages, Msg, UiLang};
use crate::report::PlaceJson;
use crate::report::texts::Texts;
use crate::text::Span;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";
/// The folder that paths count from; the one who reads the log knows where it is.
const ROOT: &str = "%SRCROOT%";

/// Writes the log.
pub(super) fn write(report: &CheckReport<'_>) -> String {
    let (outcome, messages) = (report.outcome, report.messages);
    let shown = report.shown().map(|one| (&one.finding, one.fails));
    let ignored = outcome.ignored.iter();
    let all: Vec<(&Finding, bool)> = shown
        .chain(ignored.clone().map(|one| (&one.finding, false)))
        .collect();
    let mut rules: BTreeMap<Code, usize> = BTreeMap::new();
    for (finding, _) in &all {
        rules.insert(finding.diagnostic.code, 0);
    }
    for (at, index) in rules.values_mut().enumerate() {
        *index = at;
    }
    let texts = report.texts();
    let mut results: Vec<Said> = all
        .iter()
        .map(|(finding, fails)| {
            let rule = rules.get(&finding.diagnostic.code).copied();
            said(finding, *fails, rule.unwrap_or(0), (&texts, messages))
        })
        .collect();
    let first = results.len() - outcome.ignored.len();
    for (one, said) in ignored.zip(&mut results[first..]) {
        // A list beside the articles is no part of them.
        let listed = one.place.file.starts_with(".sverka/");
        said.suppressions.push(Suppression {
            kind: if listed { "external" } else { "inSource" },
            justification: one.reason.clone(),
            location: location(&one.place, None, &texts),
        });
    }
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "Sverka",
                    version: env!("CARGO_PKG_VERSION"),
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    rules: rules.keys().map(|code| rule(*code, messages)).collect(),
                },
            },
            invocations: [Invocation {
                execution_successful: !outcome.partial,
                exit_code: outcome.exit(),
            }],
            language: messages.lang().tag(),
            column_kind: "unicodeCodePoints",
            results,
        }],
    };
    let text = serde_json::to_string_pretty(&log).unwrap_or_default();
    escape::json(&text).into_owned() + "\n"
}

/// What is said of a check once for all its findings: its page, if it has one.
fn rule(code: Code, messages: &Messages) -> Rule {
    let page = checks::find(code.name()).map(|entry| {
        entry.pages[match messages.lang() {
            UiLang::Ru => 0,
            UiLang::En => 1,
        }]
    });
    let described = page.and_then(first_paragraph);
    Rule {
        id: code.name(),
        short_description: Text {
            text: literal(&described.unwrap_or_else(|| code.name().to_owned())),
        },
        help: page.map(|page| Help {
            text: page,
            markdown: page,
        }),
        default_configuration: Configuration {
            level: level(code.severity()),
        },
    }
}

/// The paragraph under the title of a page.
fn first_paragraph(page: &str) -> Option<String> {
    let body = page.split("\n\n").nth(1)?;
    let sentence = body.split_inclusive(". ").next()?;
    Some(sentence.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn said(
    finding: &Finding,
    fails: bool,
    rule_index: usize,
    (texts, messages): (&Texts<'_>, &Messages),
) -> Said {
    let diagnostic = &finding.diagnostic;
    let (message, help) = messages.diagnostic(diagnostic);
    let help = help.map(|help| {
        let word = messages.say(&Msg::LevelHelp);
        format!("\n{word}: {help}")
    });
    let related = diagnostic.related.iter().enumerate();
    let mut related_locations: Vec<Location> = Vec::new();
    for (at, label) in related {
        let mut place = location(&label.span, fact(finding, label), texts);
        place.id = Some(at + 1);
        related_locations.push(place);
    }
    let fix = diagnostic.fix.iter().filter_map(|fix| mending(fix, texts));
    Said {
        rule_id: diagnostic.code.name(),
        rule_index,
        level: level(diagnostic.severity),
        message: Text {
            text: literal(&(message + &help.unwrap_or_default())),
        },
        locations: [location(
            &diagnostic.primary.span,
            fact(finding, &diagnostic.primary),
            texts,
        )],
        related_locations,
        partial_fingerprints: BTreeMap::from([("sverka/v1", finding.fingerprint.to_string())]),
        fixes: fix.collect(),
        suppressions: Vec::new(),
        properties: Properties {
            article: finding.article.clone(),
            lang: finding.lang.as_ref().map(ToString::to_string),
            fails,
            stale: finding.stale,
        },
    }
}

fn location(span: &Span, note: Option<&str>, texts: &Texts<'_>) -> Location {
    Location {
        id: None,
        physical: Physical {
            artifact_location: artifact(span),
            region: region(span, texts),
        },
        logical: texts.key(span).map(|key| {
            [Logical {
                fully_qualified_name: key,
                kind: "resource",
            }]
        }),
        message: note.map(|note| Note {
            text: literal(note),
        }),
    }
}

fn artifact(span: &Span) -> Artifact {
    Artifact {
        uri: escape::uri(&span.file),
        uri_base_id: ROOT,
    }
}

/// The range, unless the file as a whole is meant.
fn region(span: &Span, texts: &Texts<'_>) -> Option<Region> {
    let place = PlaceJson::new(span, texts);
    Some(Region {
        start_line: place.line?,
        start_column: place.column?,
        end_line: place.end_line?,
        end_column: place.end_column?,
    })
}

/// A fix, file by file; none if one of its places cannot be told.
fn mending(fix: &Fix, texts: &Texts<'_>) -> Option<Mending> {
    let mut artifact_changes: Vec<Change> = Vec::new();
    let mut edits: Vec<_> = fix.edits.iter().collect();
    edits.sort_by_key(|edit| &edit.span);
    for edit in edits {
        let replacement = Replacement {
            deleted_region: region(&edit.span, texts)?,
            inserted_content: Text {
                text: edit.text.clone(),
            },
        };
        let artifact_location = artifact(&edit.span);
        match artifact_changes.last_mut() {
            Some(last) if last.artifact_location == artifact_location => {
                last.replacements.push(replacement);
            }
            _ => artifact_changes.push(Change {
                artifact_location,
                replacements: vec![replacement],
            }),
        }
    }
    (!artifact_changes.is_empty()).then_some(Mending { artifact_changes })
}

/// Words in which no viewer sees a link: the standard makes one of `[words](address)`.
fn literal(text: &str) -> String {
    text.replace("](", "\\](")
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

//! Diagnostics for machines, with their sentences said and their places worked out.

use schemars::JsonSchema;
use serde::Serialize;

use super::Sources;
use super::texts::Texts;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::messages::Messages;
use crate::text::Span;

/// A diagnostic for machines. Its field names are those of JSON output and never change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct DiagnosticJson {
    /// Which rule speaks.
    #[schemars(with = "String")]
    pub code: Code,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, in the language of the program.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// Where it is.
    #[serde(flatten)]
    pub place: PlaceJson,
    /// Other places that have to do with it.
    pub related: Vec<PlaceJson>,
}

/// A place for machines: lines and columns from 1, columns in characters; bytes from 0,
/// the end being the byte after the last one. A file as a whole has no lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct PlaceJson {
    /// Path from the project's root.
    pub file: String,
    /// Line of the first byte.
    pub line: Option<usize>,
    /// Column of the first byte.
    pub column: Option<usize>,
    /// Line of the end.
    pub end_line: Option<usize>,
    /// Column of the end.
    pub end_column: Option<usize>,
    /// First byte.
    pub byte_start: usize,
    /// The byte after the last one.
    pub byte_end: usize,
    /// The message of Fluent that it is in, or the attribute: `menu-open.title`.
    pub key: Option<String>,
}

impl DiagnosticJson {
    /// The diagnostic with its sentences said and its places worked out.
    pub fn new(diagnostic: &Diagnostic, sources: Sources<'_>, messages: &Messages) -> Self {
        let texts = Texts::new(sources);
        let (message, help) = messages.diagnostic(diagnostic);
        let related = diagnostic.related.iter();
        Self {
            code: diagnostic.code,
            severity: diagnostic.severity,
            message,
            help,
            place: PlaceJson::new(&diagnostic.primary.span, &texts),
            related: related
                .map(|label| PlaceJson::new(&label.span, &texts))
                .collect(),
        }
    }
}

impl PlaceJson {
    /// The place with its lines and columns, if its text can be read.
    pub(super) fn new(span: &Span, texts: &Texts<'_>) -> Self {
        let positions = texts.of(span).map(|text| text.positions(&span.range()));
        Self {
            file: span.file.to_string(),
            line: positions.map(|[(line, _), _]| line),
            column: positions.map(|[(_, column), _]| column),
            end_line: positions.map(|[_, (line, _)]| line),
            end_column: positions.map(|[_, (_, column)]| column),
            byte_start: span.start,
            byte_end: span.end,
            key: texts.key(span),
        }
    }

    /// The same with the message that stands there: `file:line:column (menu-open.title)`.
    pub(super) fn named(&self) -> String {
        match &self.key {
            Some(key) => format!("{} ({key})", self.address()),
            None => self.address(),
        }
    }

    /// `file:line:column`, or the file alone.
    pub(super) fn address(&self) -> String {
        match (self.line, self.column) {
            (Some(line), Some(column)) => format!("{}:{line}:{column}", self.file),
            _ => self.file.clone(),
        }
    }
}

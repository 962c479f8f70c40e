//! Draws diagnostics: for people under the guilty line, for machines as JSON.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{
    AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str,
};
use schemars::JsonSchema;
use serde::Serialize;

use super::window::{clamp, window};
use crate::diagnostic::{Code, Diagnostic, Label, Severity};
use crate::messages::{Messages, Msg};
use crate::text::{LineIndex, Span};

/// Gives the text of a file by its path from the project's root, if it can be read.
pub type Sources<'a> = &'a dyn Fn(&str) -> Option<String>;

/// How to draw.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drawing {
    /// Whether to use colours.
    pub color: bool,
    /// How many columns there are.
    pub width: usize,
}

/// A diagnostic for people: what is wrong, where, and what to do. Ends with a line break.
///
/// A file whose text is not given, or that is meant as a whole, is shown by its path only.
pub fn draw(
    diagnostic: &Diagnostic,
    sources: Sources<'_>,
    messages: &Messages,
    how: Drawing,
) -> String {
    let (title, help) = messages.diagnostic(diagnostic);
    let title = level(diagnostic.severity, messages)
        .primary_title(title)
        .id(diagnostic.code.name());
    let mut group = place(
        Group::with_title(title),
        diagnostic,
        &diagnostic.primary,
        sources,
    );
    for label in &diagnostic.related {
        group = place(group, diagnostic, label, sources);
    }
    if let Some(help) = help {
        let word = messages.say(&Msg::LevelHelp);
        group = group.element(
            Level::HELP
                .with_name(word)
                .message(normalize_untrusted_str(&help)),
        );
    }
    let renderer = if how.color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer
        .term_width(how.width)
        .decor_style(DecorStyle::Unicode);
    renderer.render(&[group]) + "\n"
}

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
}

impl DiagnosticJson {
    /// The diagnostic with its sentences said and its places worked out.
    pub fn new(diagnostic: &Diagnostic, sources: Sources<'_>, messages: &Messages) -> Self {
        let (message, help) = messages.diagnostic(diagnostic);
        let related = diagnostic
            .related
            .iter()
            .map(|label| PlaceJson::new(&label.span, sources));
        Self {
            code: diagnostic.code,
            severity: diagnostic.severity,
            message,
            help,
            place: PlaceJson::new(&diagnostic.primary.span, sources),
            related: related.collect(),
        }
    }
}

impl PlaceJson {
    fn new(span: &Span, sources: Sources<'_>) -> Self {
        let positions = text_of(span, sources).map(|text| {
            let index = LineIndex::new(&text);
            let range = clamp(&text, &span.range());
            (
                index.position(&text, range.start),
                index.position(&text, range.end),
            )
        });
        Self {
            file: span.file.to_string(),
            line: positions.map(|((line, _), _)| line),
            column: positions.map(|((_, column), _)| column),
            end_line: positions.map(|(_, (line, _))| line),
            end_column: positions.map(|(_, (_, column))| column),
            byte_start: span.start,
            byte_end: span.end,
        }
    }
}

/// The text that a span is in, unless it speaks of the file as a whole.
fn text_of(span: &Span, sources: Sources<'_>) -> Option<String> {
    if span.end == 0 {
        None
    } else {
        sources(&span.file)
    }
}

/// Adds a place to `group`: its path, and its lines if there is a text.
fn place<'a>(
    group: Group<'a>,
    diagnostic: &Diagnostic,
    label: &Label,
    sources: Sources<'_>,
) -> Group<'a> {
    let span = &label.span;
    let path = normalize_untrusted_str(&span.file);
    let origin = Origin::path(path.clone());
    let Some(text) = text_of(span, sources) else {
        return group.element(origin);
    };
    let index = LineIndex::new(&text);
    let shown = window(&text, &index, &span.range());
    let (line, column) = index.position(&text, clamp(&text, &span.range()).start);
    let kind = if label == &diagnostic.primary {
        AnnotationKind::Primary
    } else {
        AnnotationKind::Context
    };
    let annotation = kind.span(shown.range).label(note(diagnostic, label));
    let lines = Snippet::source(shown.text)
        .line_start(shown.line)
        .fold(false)
        .annotation(annotation);
    if shown.cut {
        // Of a line that is cut, the crate would give the column in what is left of it.
        return group
            .element(origin.line(line).char_column(column))
            .element(lines);
    }
    group.element(lines.path(path))
}

/// The fact to say beside a place.
fn note(diagnostic: &Diagnostic, label: &Label) -> Option<String> {
    let name = label.note.as_ref()?;
    let fact = diagnostic.args.iter().find(|(known, _)| known == name);
    fact.map(|(_, value)| normalize_untrusted_str(value))
}

fn level(severity: Severity, messages: &Messages) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR.with_name(messages.say(&Msg::LevelError)),
        Severity::Warning => Level::WARNING.with_name(messages.say(&Msg::LevelWarning)),
        Severity::Info => Level::INFO.with_name(messages.say(&Msg::LevelInfo)),
    }
}

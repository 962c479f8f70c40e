//! Draws diagnostics for people: both languages under each other, the guilty words underlined in both.

use std::fmt::Write as _;
use std::rc::Rc;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{
    AnnotationKind, Group, Level, Origin, Renderer, Snippet, normalize_untrusted_str,
};

use super::texts::{Text, Texts};
use super::window::{clamp, shown, window};
use crate::diagnostic::{Diagnostic, Label, Severity};
use crate::messages::{Messages, Msg};

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

/// More places than these are counted.
const MOST_PLACES: usize = 12;
/// A picture of places that stand close together has no more lines than these.
const MOST_LINES: usize = 12;
/// Stands behind the path of a place whose line is cut; no path has it.
const MARK: char = '\u{e000}';
/// What the numbers of lines and a frame take of a terminal, and the least that is left of it.
const FRAME: usize = 10;
const NARROWEST: usize = 40;

/// A diagnostic for people: what is wrong, where, and what to do. Ends with a line break.
///
/// A file whose text is not given, or that is meant as a whole, is shown by its path only.
pub fn draw(
    diagnostic: &Diagnostic,
    sources: Sources<'_>,
    messages: &Messages,
    how: Drawing,
) -> String {
    draw_with(diagnostic, &Texts::new(sources), (messages, how), &[])
}

/// The same, with texts that are read already and more lines of advice, each behind its word.
pub(super) fn draw_with(
    diagnostic: &Diagnostic,
    texts: &Texts<'_>,
    (messages, how): (&Messages, Drawing),
    advice: &[(String, String)],
) -> String {
    let (title, help) = messages.diagnostic(diagnostic);
    let title = level(diagnostic.severity, messages)
        .primary_title(one_line(&title))
        .id(diagnostic.code.name());
    let mut group = Group::with_title(title);
    let mut cut = Vec::new();
    for cluster in clusters(diagnostic, texts) {
        group = places(group, &cluster, (diagnostic, messages, how), &mut cut);
    }
    let over = (1 + diagnostic.related.len()).saturating_sub(MOST_PLACES);
    if over > 0 {
        let said = messages.say(&Msg::MorePlaces { count: over });
        group = group.element(Level::NOTE.no_name().message(said));
    }
    let help = help.map(|help| (messages.say(&Msg::LevelHelp), help));
    for (word, said) in help.iter().chain(advice) {
        let said = normalize_untrusted_str(&one_line(said));
        group = group.element(Level::HELP.with_name(word.clone()).message(said));
    }
    let renderer = if how.color {
        Renderer::styled()
    } else {
        Renderer::plain()
    };
    let renderer = renderer
        .term_width(how.width)
        .decor_style(DecorStyle::Unicode);
    right_columns(renderer.render(&[group]), &cut) + "\n"
}

/// Places of one file that stand close together.
struct Cluster<'d> {
    labels: Vec<&'d Label>,
    text: Option<Rc<Text>>,
    /// The first and the last line.
    lines: (usize, usize),
}

/// The places in their order, those that touch or neighbour the lines of an earlier one beside it.
fn clusters<'d>(diagnostic: &'d Diagnostic, texts: &Texts<'_>) -> Vec<Cluster<'d>> {
    let mut out: Vec<Cluster<'d>> = Vec::new();
    let labels = std::iter::once(&diagnostic.primary).chain(&diagnostic.related);
    for label in labels.take(MOST_PLACES) {
        let text = texts.of(&label.span);
        let lines = text.as_ref().map_or((0, 0), |text| {
            let (first, last, _) = shown(&text.index, &clamp(&text.whole, &label.span.range()));
            (first, last)
        });
        let near = out.iter_mut().find(|cluster| {
            let joined = (cluster.lines.0.min(lines.0), cluster.lines.1.max(lines.1));
            cluster.labels[0].span.file == label.span.file
                && (cluster.text.is_some() && text.is_some() || cluster.labels[0] == label)
                && lines.0 <= cluster.lines.1 + 1
                && cluster.lines.0 <= lines.1 + 1
                && joined.1 - joined.0 < MOST_LINES
        });
        match near {
            Some(cluster) if cluster.labels.contains(&label) => {}
            Some(cluster) => {
                cluster.labels.push(label);
                cluster.lines.0 = cluster.lines.0.min(lines.0);
                cluster.lines.1 = cluster.lines.1.max(lines.1);
            }
            None => out.push(Cluster {
                labels: vec![label],
                text,
                lines,
            }),
        }
    }
    out
}

/// Adds places to `group`: their path, and their lines if there is a text. Where a line is cut, the
/// true line and column are added to `cut`.
fn places<'a>(
    group: Group<'a>,
    cluster: &Cluster<'_>,
    (diagnostic, messages, how): (&Diagnostic, &Messages, Drawing),
    cut: &mut Vec<(usize, usize)>,
) -> Group<'a> {
    let span = &cluster.labels[0].span;
    let mut path = normalize_untrusted_str(&one_line(&span.file)).replace(MARK, "\u{fffd}");
    let Some(text) = &cluster.text else {
        return group.element(Origin::path(path));
    };
    let ranges = cluster.labels.iter().map(|label| label.span.range());
    let ranges: Vec<_> = ranges.collect();
    let width = how.width.saturating_sub(FRAME).max(NARROWEST);
    let window = window(&text.whole, &text.index, &ranges, width);
    if window.cut {
        cut.push(text.positions(&ranges[0])[0]);
        path.push(MARK);
    }
    let mut lines = Snippet::source(window.text)
        .line_start(window.line)
        .fold(false)
        .path(path);
    let drawn = window.ranges.into_iter().zip(window.hidden);
    for (label, (range, hidden)) in cluster.labels.iter().zip(drawn) {
        let kind = if *label == &diagnostic.primary {
            AnnotationKind::Primary
        } else {
            AnnotationKind::Context
        };
        let more = (hidden > 0).then(|| messages.say(&Msg::MoreLines { count: hidden }));
        let said: Vec<String> = note(diagnostic, label).into_iter().chain(more).collect();
        let said = (!said.is_empty()).then(|| said.join(" "));
        lines = lines.annotation(kind.span(range).label(said));
    }
    group.element(lines)
}

/// Of a line that is cut, the crate gives the column in what is left of it: behind each mark, the
/// numbers are replaced with the true ones.
fn right_columns(picture: String, cut: &[(usize, usize)]) -> String {
    if cut.is_empty() {
        return picture;
    }
    let mut parts = picture.split(MARK);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for (part, (line, column)) in parts.zip(cut) {
        let rest = part.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit());
        let _ = write!(out, ":{line}:{column}{rest}");
    }
    out
}

/// The fact to say beside a place.
fn note(diagnostic: &Diagnostic, label: &Label) -> Option<String> {
    let name = label.note.as_ref()?;
    let fact = diagnostic.args.iter().find(|(known, _)| known == name);
    fact.map(|(_, value)| normalize_untrusted_str(&one_line(value)))
}

/// A fact of many lines would break out of its place in the picture.
fn one_line(text: &str) -> String {
    text.replace(['\n', '\r'], " ")
}

fn level(severity: Severity, messages: &Messages) -> Level<'static> {
    let name = level_word(severity, messages);
    match severity {
        Severity::Error => Level::ERROR.with_name(name),
        Severity::Warning => Level::WARNING.with_name(name),
        Severity::Info => Level::INFO.with_name(name),
    }
}

/// How bad it is, in a word.
pub(super) fn level_word(severity: Severity, messages: &Messages) -> String {
    messages.say(&match severity {
        Severity::Error => Msg::LevelError,
        Severity::Warning => Msg::LevelWarning,
        Severity::Info => Msg::LevelInfo,
    })
}

//! What stands around the guilty words of a finding, file by file, with the words marked.

use std::ops::Range;

use super::CheckReport;
use crate::diagnostic::Label;
use crate::gate::Weighed;
use crate::messages::Msg;
use crate::report::PlaceJson;
use crate::report::texts::Texts;
use crate::report::window::{Window, window};

/// The words of one file that a finding is about.
pub(super) struct Excerpt {
    /// Where the first of them is.
    pub(super) place: PlaceJson,
    /// The language of the file, as a tag, where it is known.
    pub(super) lang: Option<String>,
    /// Whether the file is the article's source, rather than a translation of it.
    pub(super) source: bool,
    /// The texts, one for each place far from the others, in pieces; none where the file as a whole
    /// is meant.
    pub(super) texts: Vec<Vec<Piece>>,
}

/// A piece of an excerpt.
pub(super) struct Piece {
    /// Its words.
    pub(super) text: String,
    /// Whether they are guilty.
    pub(super) guilty: bool,
}

/// A line is shown whole up to here, in characters.
const WIDTH: usize = 240;
/// More places than these say no more.
const MOST_PLACES: usize = 6;

/// The excerpts of a finding, the source first.
pub(super) fn excerpts(one: &Weighed, report: &CheckReport<'_>, texts: &Texts<'_>) -> Vec<Excerpt> {
    let finding = &one.finding;
    let labels = std::iter::once(&finding.diagnostic.primary).chain(&finding.diagnostic.related);
    let mut files: Vec<Vec<&Label>> = Vec::new();
    for label in labels.take(MOST_PLACES) {
        let same = |known: &&mut Vec<&Label>| known[0].span.file == label.span.file;
        match files.iter_mut().find(same) {
            Some(known) if known.contains(&label) => {}
            Some(known) => known.push(label),
            None => files.push(vec![label]),
        }
    }
    let mut out: Vec<Excerpt> = files
        .iter()
        .map(|labels| {
            let span = &labels[0].span;
            let source = *span.file == *finding.article;
            let said = finding.lang.as_ref().filter(|_| !source).cloned();
            Excerpt {
                place: PlaceJson::new(span, texts),
                lang: (report.langs)(&span.file)
                    .or(said)
                    .map(|lang| lang.to_string()),
                source,
                texts: pieces(labels, report, texts),
            }
        })
        .collect();
    out.sort_by_key(|excerpt| !excerpt.source);
    out
}

/// The lines around places of one file.
fn pieces(labels: &[&Label], report: &CheckReport<'_>, texts: &Texts<'_>) -> Vec<Vec<Piece>> {
    let Some(text) = texts.of(&labels[0].span) else {
        return Vec::new();
    };
    let mut ranges: Vec<Range<usize>> = labels.iter().map(|label| label.span.range()).collect();
    ranges.sort_by_key(|range| (range.start, range.end));
    let mut groups: Vec<Vec<Range<usize>>> = Vec::new();
    for range in ranges.into_iter().filter(|range| range.end > 0) {
        let line = text.index.line(range.start);
        match groups.last_mut() {
            Some(group) if line <= text.index.line(group[0].start) + 1 => group.push(range),
            _ => groups.push(vec![range]),
        }
    }
    let shown = groups
        .iter()
        .map(|group| window(&text.whole, &text.index, group, WIDTH));
    shown.map(|window| marked(&window, report)).collect()
}

/// The pieces of a window: what is in a range, and what is not.
fn marked(window: &Window, report: &CheckReport<'_>) -> Vec<Piece> {
    let mut ranges = window.ranges.clone();
    ranges.sort_by_key(|range| (range.start, range.end));
    let text = window.text.trim_end();
    let mut out = Vec::new();
    let mut at = 0;
    let mut push = |range: Range<usize>, guilty| {
        if let Some(text) = text.get(range).filter(|text| !text.is_empty()) {
            let text = text.to_owned();
            out.push(Piece { text, guilty });
        }
    };
    for range in ranges {
        let (start, end) = (range.start.max(at), range.end.max(at).min(text.len()));
        push(at..start, false);
        push(start..end, true);
        at = end.max(at);
    }
    push(at..text.len(), false);
    let hidden = window.hidden.iter().copied().max().unwrap_or(0);
    if hidden > 0 {
        let said = report.messages.say(&Msg::MoreLines { count: hidden });
        out.push(Piece {
            text: format!(" {said}"),
            guilty: false,
        });
    }
    out
}

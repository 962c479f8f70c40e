//! Two spaces in a row, which is what something that was taken out leaves behind.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Passage, Signs};
use super::reading::nearby::{word_after, word_before};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::{Format, Part, PlaceholderKind};
use crate::text::pattern;

/// Two spaces in a row.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct DoubleSpaces {}

impl Rule for DoubleSpaces {
    const CODE: Code = Code::new(
        "double-spaces",
        Severity::Warning,
        &["before", "after", "lost"],
    );
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for DoubleSpaces {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::passage(Signs::TWO_SPACES)
    }

    fn passage(&self, here: &Passage<'_>, other: Option<&Passage<'_>>, out: &mut Findings<'_>) {
        let places = doubled(here);
        if places.is_empty() || other.is_some_and(|other| hashtag_lost(here, other)) {
            return;
        }
        if other.is_some_and(|other| !doubled(other).is_empty()) {
            return;
        }
        let text = here.text();
        let lost = other.map_or_else(Vec::new, |other| lost(here, other));
        let names: Vec<String> = lost.iter().map(|(name, _)| format!("`{name}`")).collect();
        for place in places {
            let (before, after) = (word_before(text, place.start), word_after(text, place.end));
            let found = out.at(here.span(place.clone())).with("before", &before);
            let mut found = found.with("after", &after).with("lost", names.join(", "));
            if let (Some(other), Some((_, range))) = (other, lost.first()) {
                found = found.related(other.page.span(range.clone()));
            }
            // In plain text and HTML, spaces may make columns.
            let found = match here.page.document.format {
                Format::Markdown | Format::Fluent => found.fix(here.span(place), " "),
                Format::Html | Format::Text => found,
            };
            out.add(found.token(format!("{before}  {after}")));
        }
    }
}

/// Where two spaces or more stand between the words of a line.
fn doubled(here: &Passage<'_>) -> Vec<Range<usize>> {
    let text = here.text();
    if !text.contains("  ") {
        return Vec::new();
    }
    let mut typist = None;
    let inside = |range: &Range<usize>| {
        let edge = |c: Option<char>| c.is_none_or(|c| c == '\n');
        !edge(text[..range.start].chars().next_back()) && !edge(text[range.end..].chars().next())
    };
    let mut places = Vec::new();
    for range in SPACES.find_iter(text).map(|found| found.range()).filter(inside) {
        // What is no word and not seen may stand between them in the file.
        if here.written(range.clone()) != &text[range.clone()] {
            continue;
        }
        // `:   ` begins the second part of a definition list.
        let line = text[..range.start].rsplit('\n').next().unwrap_or_default();
        if line == ":" {
            continue;
        }
        let stop = text[..range.start].ends_with(['.', '!', '?', '…']);
        if stop && *typist.get_or_insert_with(|| types_two(here)) {
            continue;
        }
        places.push(range);
    }
    places
}

/// How many passages before and behind show how sentences are parted.
const NEAR: usize = 16;

/// Whether two spaces stand between sentences all around, as typists do it.
fn types_two(here: &Passage<'_>) -> bool {
    let at = here.number();
    let all = at.saturating_sub(NEAR)..(at + NEAR).min(here.page.document.segments.len());
    let (mut one, mut two) = (0, 0);
    for passage in all.map(|at| here.page.passage(at)).filter(Passage::prose) {
        for found in STOPS.find_iter(passage.text()) {
            if found.as_str().ends_with("  ") {
                two += 1;
            } else {
                one += 1;
            }
        }
    }
    two > 1 && 2 * two >= one
}

/// Whether a hashtag of the other language is missing here, which another check speaks of.
fn hashtag_lost(here: &Passage<'_>, other: &Passage<'_>) -> bool {
    let tags = |passage: &Passage<'_>| -> Vec<String> {
        let all = HASHTAG.captures_iter(passage.text());
        all.map(|found| found[1].to_lowercase()).collect()
    };
    let (here, other) = (tags(here), tags(other));
    here.len() < other.len() && other.iter().any(|tag| !here.contains(tag))
}

/// What the other language has in this place and this one lacks: as it is written, and where.
fn lost(here: &Passage<'_>, other: &Passage<'_>) -> Vec<(String, Range<usize>)> {
    const KINDS: [PlaceholderKind; 6] = [
        PlaceholderKind::Link,
        PlaceholderKind::Image,
        PlaceholderKind::Code,
        PlaceholderKind::Url,
        PlaceholderKind::Expression,
        PlaceholderKind::Variable,
    ];
    let (raw, count) = (here.raw(), |passage: &Passage<'_>, kind: PlaceholderKind| {
        let marks = passage.segments.iter().flat_map(|segment| &segment.placeholders);
        marks.filter(|mark| mark.kind == kind && mark.part != Part::Close).count()
    });
    let fewer: Vec<PlaceholderKind> =
        KINDS.into_iter().filter(|&kind| count(here, kind) < count(other, kind)).collect();
    let mut out = Vec::new();
    for segment in &other.segments {
        for mark in segment.placeholders.iter().filter(|mark| fewer.contains(&mark.kind)) {
            let written = &segment.text[mark.range.clone()];
            let target = written.trim_start_matches("](").trim_end_matches(')');
            // The part of a link that opens it says nothing.
            if mark.part != Part::Open && !raw.contains(target) && out.len() < MANY {
                let shown: String = target.chars().take(60).collect();
                out.push((shown.replace('`', ""), segment.place(&mark.range)));
            }
        }
    }
    out
}

/// So many lost things are named.
const MANY: usize = 3;

static SPACES: LazyLock<Regex> = LazyLock::new(|| pattern(" {2,}"));

/// The spaces between two sentences.
static STOPS: LazyLock<Regex> = LazyLock::new(|| pattern(r"[^\s.][.!?…] {1,2}"));

static HASHTAG: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:^|[^\p{L}\p{N}_/&(\[{])(#[\p{L}\p{N}_]*\p{L}[\p{L}\p{N}_]*)"));

//! Headings whose levels do not follow one another as in the source.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Pair, Signs};
use crate::document::Format;
use super::reading::Layout;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::{Kind, OBJECT};
use crate::text::Span;

/// Headings that differ from those of the source.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Headings {}

impl Rule for Headings {
    const CODE: Code = Code::new("headings", Severity::Error, &["heading", "source", "target"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

/// A heading: its segment and its level.
#[derive(Debug, Clone, Copy)]
struct Heading {
    segment: usize,
    level: u8,
}

impl Check for Headings {
    fn needs(&self, page: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        // Messages have neither headings nor what stands between them.
        Needs::pair(Signs::ANY).only(page.document.format != Format::Fluent)
    }

    fn pair(&self, pair: &Pair<'_>, out: &mut Findings<'_>) {
        let (mut source, mut target) = (of(pair.source), of(pair.target));
        title_apart(pair, &mut source, &mut target);
        let levels = |list: &[Heading]| -> Vec<u8> { list.iter().map(|one| one.level).collect() };
        let (left, right) = (levels(&source), levels(&target));
        if left == right {
            return;
        }
        let layout = Layout::of(pair);
        let difference = first_difference(pair, &layout, &source, &target);
        let [one, other] = difference.at;
        let stale = source.get(one).is_some_and(|heading| layout.is_stale(heading.segment));
        let title = |page: &Page<'_>, list: &[Heading], at: usize| {
            let heading = list.get(at);
            heading.map_or(String::new(), |heading| page.document.segments[heading.segment].reader.trim().to_owned())
        };
        let name = match difference.lacks {
            Some(Lacks::Target) => title(pair.source, &source, one),
            _ if other < target.len() => title(pair.target, &target, other),
            _ => title(pair.source, &source, one),
        };
        let left = around(&left, one, difference.lacks == Some(Lacks::Source));
        let right = around(&right, other, difference.lacks == Some(Lacks::Target));
        let found = out
            .at(place(pair.target, &target, other))
            .related(place(pair.source, &source, one))
            .with("heading", name.replace(OBJECT, "…"))
            .with("source", &left)
            .with("target", &right)
            .about([left.as_str(), right.as_str()], stale);
        out.add(found.token(name));
    }
}

/// The first headings that differ.
struct Difference {
    at: [usize; 2],
    lacks: Option<Lacks>,
}

/// Which side has no counterpart of a heading of the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lacks {
    Source,
    Target,
}

fn of(page: &Page<'_>) -> Vec<Heading> {
    let all = page.document.segments.iter().enumerate();
    let heading = |(segment, one): (usize, &crate::document::Segment)| match one.kind {
        Kind::Heading(level) => Some(Heading { segment, level }),
        _ => None,
    };
    all.filter_map(heading).collect()
}

/// The title of an article may stand in the front matter on one side, and above the text on the other.
fn title_apart(pair: &Pair<'_>, source: &mut Vec<Heading>, target: &mut Vec<Heading>) {
    let titled = |page: &Page<'_>| page.document.by_key("title").is_some();
    let first = |list: &[Heading]| list.first().is_some_and(|heading| heading.level == 1);
    match (first(source), first(target)) {
        (true, false) if titled(pair.target) && !titled(pair.source) => drop(source.remove(0)),
        (false, true) if titled(pair.source) && !titled(pair.target) => drop(target.remove(0)),
        _ => {}
    }
}

/// Where the headings part: where one has no counterpart, at the latest where levels differ.
fn first_difference(
    pair: &Pair<'_>,
    layout: &Layout<'_, '_>,
    source: &[Heading],
    target: &[Heading],
) -> Difference {
    let levels = source.iter().zip(target);
    let by_level = levels.take_while(|(one, other)| one.level == other.level).count();
    let start = |at: usize| pair.target.document.segments[target[at].segment].span.start;
    let lacks = |at: usize| {
        if at < source.len() && layout.is_alone(source[at].segment) {
            return Some(Lacks::Target);
        }
        let next = source.get(at).and_then(|one| layout.unit_of(one.segment));
        let found = next.and_then(|unit| unit.target.segments.first())?.span.start;
        // It translates a later heading, so that this one is more than the source has.
        (at < target.len() && found > start(at) && source.len() < target.len()).then_some(Lacks::Source)
    };
    let first = (0..by_level).find_map(|at| Some((at, lacks(at)?)));
    match first {
        Some((at, side)) => Difference { at: [at, at], lacks: Some(side) },
        None => Difference { at: [by_level, by_level], lacks: lacks(by_level) },
    }
}

/// The place of a heading; behind the last one, that one.
fn place(page: &Page<'_>, list: &[Heading], at: usize) -> Span {
    let heading = list.get(at).or(list.last());
    heading.map_or_else(|| page.whole(), |heading| page.span(page.document.segments[heading.segment].lines.clone()))
}

/// The levels around a heading, which stands in brackets; empty ones where there is none.
fn around(levels: &[u8], at: usize, lacking: bool) -> String {
    let sign = |level: u8| "#".repeat(usize::from(level));
    let first = at.saturating_sub(2);
    let mut out: Vec<String> = Vec::new();
    if first > 0 {
        out.push("…".to_owned());
    }
    out.extend(levels.iter().take(at).skip(first).map(|&level| sign(level)));
    let here = levels.get(at).filter(|_| !lacking);
    out.push(here.map_or("[ ]".to_owned(), |&level| format!("[{}]", sign(level))));
    let next = if lacking { at } else { at + 1 };
    out.extend(levels.iter().skip(next).take(2).map(|&level| sign(level)));
    if levels.len() > next + 2 {
        out.push("…".to_owned());
    }
    out.join(" ")
}

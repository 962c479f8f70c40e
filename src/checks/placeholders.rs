//! A variable in the text that the translation lacks or spells otherwise.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Passage, Signs, Unit};
use super::reading::plain;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::{Part, PlaceholderKind, Segment};
use crate::text::pattern;

/// Variables that the translation lacks or has beyond the source.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Placeholders {}

impl Rule for Placeholders {
    const CODE: Code = Code::new("placeholders", Severity::Error, &["source", "target"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

/// The places of each variable in a passage.
type Variables = BTreeMap<String, Vec<Range<usize>>>;

impl Check for Placeholders {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::unit(Signs::BRACE.written())
    }

    fn unit(&self, unit: &Unit<'_>, out: &mut Findings<'_>) {
        // Those of messages have a check of their own.
        if unit.target.page.document.fluent.is_some() || same(unit) {
            return;
        }
        let (source, target) = (variables(&unit.source), variables(&unit.target));
        if source == target {
            return;
        }
        let mut lost = beyond(&source, &target).into_iter();
        let mut extra = beyond(&target, &source).into_iter();
        loop {
            let (one, other) = (lost.next(), extra.next());
            let place = |passage: &Passage<'_>, range: &Range<usize>| passage.page.span(range.clone());
            let found = match (&one, &other) {
                (None, None) => return,
                (Some((_, left)), Some((_, right))) => out
                    .at(place(&unit.target, right))
                    .related(place(&unit.source, left)),
                (Some((_, left)), None) => out.at(unit.target.whole()).related(place(&unit.source, left)),
                (None, Some((_, right))) => out.at(place(&unit.target, right)).related(unit.source.whole()),
            };
            let name = |one: &Option<(String, Range<usize>)>| one.as_ref().map_or(String::new(), |one| one.0.clone());
            let token = if other.is_some() { name(&other) } else { name(&one) };
            out.add(found.with("source", name(&one)).with("target", name(&other)).token(token));
        }
    }
}

/// Whether two passages plainly have the same variables: the same things in the same order, and
/// nothing among the words that may be one.
fn same(unit: &Unit<'_>) -> bool {
    let ([source], [target]) = (unit.source.segments.as_slice(), unit.target.segments.as_slice()) else {
        return false;
    };
    let things = source.placeholders.len();
    let equal = |at: usize| {
        let (one, other) = (&source.placeholders[at], &target.placeholders[at]);
        one.kind == other.kind
            && source.text[one.range.clone()] == target.text[other.range.clone()]
    };
    let words = unit.source.signs() | unit.target.signs();
    // An address may have hidden a sign that is part of it.
    !words.meet(Signs::BRACE | Signs::AT.written())
        && things == target.placeholders.len()
        && (0..things).all(equal)
}

/// What stands on one side more often than on the other; the last ones of each.
fn beyond(more: &Variables, fewer: &Variables) -> Vec<(String, Range<usize>)> {
    let mut out = Vec::new();
    for (name, places) in more {
        let known = fewer.get(name).map_or(0, Vec::len);
        out.extend(places.iter().skip(known).map(|place| (name.clone(), place.clone())));
    }
    out.sort_by_key(|(_, place)| place.start);
    out
}

fn variables(passage: &Passage<'_>) -> Variables {
    let mut out = Variables::new();
    for segment in &passage.segments {
        if segment.text.contains(['{', '%', '$']) {
            for (name, range) in of_segment(segment) {
                out.entry(name).or_default().push(segment.place(&range));
            }
        }
    }
    out
}

fn of_segment(segment: &Segment) -> Vec<(String, Range<usize>)> {
    let mut out = Vec::new();
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    for mark in &segment.placeholders {
        let written = &segment.text[mark.range.clone()];
        match mark.kind {
            PlaceholderKind::Expression if SIMPLE.is_match(written) => {
                out.push((squeezed(written), mark.range.clone()));
            }
            _ => {}
        }
    }
    let words = plain(segment);
    let labels = api_labels(segment);
    for found in WRITTEN.find_iter(&words) {
        if labels.iter().any(|label| label.contains(&found.start())) {
            continue;
        }
        let before = words[..found.start()].chars().next_back();
        let after = words[found.end()..].chars().next();
        let joined = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        let braces = found.as_str().starts_with('{');
        let money = found.as_str().starts_with('$') && before == Some('$');
        if braces || !(joined(before) || joined(after) || money) {
            out.push((squeezed(found.as_str()), found.range()));
        }
    }
    out
}

/// The words of `[[Class::$name|label]]`: a link to what they name, and no variable.
fn api_labels(segment: &Segment) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut open = None;
    for mark in segment.placeholders.iter().filter(|mark| mark.kind == PlaceholderKind::Link) {
        let written = &segment.text[mark.range.clone()];
        match mark.part {
            Part::Open => open = written.starts_with("[[").then_some(mark.range.end),
            Part::Close => out.extend(open.take().map(|start| start..mark.range.start)),
            Part::Whole => {}
        }
    }
    out
}

/// An expression that is a name and nothing else.
static SIMPLE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\{\{?\s*[$@.]?[\p{L}_][\w.$-]*\s*\}?\}$"));

/// Variables as templates and formats write them in plain text.
static WRITTEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\{\{?\s*[$@]?[\p{L}\d_][\w.$-]*\s*\}?\}|%\([\w-]+\)[sdif]|%(?:\d+\$)?(?:\.\d+)?[sdif@]|\$\{?[\p{L}_]\w*\}?")
});

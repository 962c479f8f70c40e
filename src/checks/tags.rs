//! Elements of HTML or JSX inside a text that the translation lacks or has beyond the source.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Pair, Passage, Signs};
use super::reading::key;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::{PlaceholderKind, Segment};
use crate::text::pattern;

/// Elements inside texts whose number differs.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Tags {}

impl Rule for Tags {
    const CODE: Code = Code::new("tags", Severity::Warning, &["tag", "source", "target"]);
    const LEVELS: Levels = Levels::both(Level::Warning);
}

/// The places of each element, by its name.
type Elements = BTreeMap<String, Vec<Range<usize>>>;

impl Check for Tags {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::pair(Signs::things(PlaceholderKind::Tag))
    }

    fn pair(&self, pair: &Pair<'_>, out: &mut Findings<'_>) {
        // Those of messages have a check of their own.
        if pair.target.document.fluent.is_some() {
            return;
        }
        let (source, target) = (of_page(pair.source), of_page(pair.target));
        let count = |elements: &Elements, name: &str| elements.get(name).map_or(0, Vec::len);
        let mut names: BTreeSet<&String> = source.keys().chain(target.keys()).collect();
        // What moved to another passage is still there.
        names.retain(|name| count(&source, name) != count(&target, name));
        if names.is_empty() {
            return;
        }
        for unit in &pair.units {
            let (left, right) = (of_passage(&unit.source), of_passage(&unit.target));
            let key = key(unit);
            let here: BTreeSet<&String> = left.keys().chain(right.keys()).collect();
            for name in here.into_iter().filter(|name| names.contains(name)) {
                let (one, other) = (count(&left, name), count(&right, name));
                if one == other {
                    continue;
                }
                let first = |elements: &Elements, passage: &Passage<'_>, page: &Page<'_>| {
                    let place = elements.get(name).and_then(|places| places.last());
                    place.map_or_else(|| passage.whole(), |place| page.span(place.clone()))
                };
                let found = out
                    .at(first(&right, &unit.target, pair.target))
                    .related(first(&left, &unit.source, pair.source))
                    .with("tag", name)
                    .with("source", one)
                    .with("target", other)
                    .about([key.as_str()], unit.stale);
                out.add(found.token(name.as_str()));
            }
        }
    }
}

fn of_page(page: &Page<'_>) -> Elements {
    of(page.document.segments.iter().filter(|segment| segment.prose))
}

fn of_passage(passage: &Passage<'_>) -> Elements {
    of(passage.segments.iter().copied())
}

/// The elements that open in the texts.
fn of<'s>(segments: impl Iterator<Item = &'s Segment>) -> Elements {
    let mut out = Elements::new();
    for segment in segments {
        for mark in segment.placeholders.iter().filter(|mark| mark.kind == PlaceholderKind::Tag) {
            let Some(found) = NAME.captures(&segment.text[mark.range.clone()]) else { continue };
            let written = &segment.text[mark.range.clone()];
            if !PASSED_BY.is_match(&found[1]) && !PLACE.is_match(written) {
                let places = out.entry(found[1].to_owned()).or_default();
                places.push(segment.place(&mark.range));
            }
        }
    }
    out
}

/// An element that only names a place to link to.
static PLACE: LazyLock<Regex> = LazyLock::new(|| pattern(r#"^<(?:span|div)\s+(?:id|name)\s*=\s*["'][^"']*["']\s*/?>$"#));

/// The name of an element that opens.
static NAME: LazyLock<Regex> = LazyLock::new(|| pattern(r"^<([A-Za-z][\w.:-]*)"));

/// Emphasis, line breaks, and what other checks look at: links and images.
static PASSED_BY: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?i)^(?:b|strong|i|em|u|s|del|br|wbr|nobr|font|a|img|image)$"));

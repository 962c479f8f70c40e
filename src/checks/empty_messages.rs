//! A translation of a message that says nothing.

use std::collections::BTreeSet;
use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Entry, Findings, Level, Levels, Message, Needs, Page, pattern};
use super::reading::messages::{is_empty, says_nothing, texts};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::{Segment, Select};

/// Messages, attributes and variants that say nothing.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct EmptyMessages {}

impl Rule for EmptyMessages {
    const CODE: Code = Code::new("empty-messages", Severity::Error, &["name", "variant"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for EmptyMessages {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::MESSAGES
    }

    fn message(&self, message: &Message<'_>, out: &mut Findings<'_>) {
        let Some([source, target]) = message.both() else {
            return;
        };
        for segment in target.segments() {
            if segment.wording.is_none() && !says_nothing(segment) {
                continue;
            }
            let own = source.segments().iter();
            let Some(original) = own.into_iter().find(|one| one.key == segment.key) else {
                continue;
            };
            // What says nothing in the source may say nothing here.
            if texts(original).any(says_nothing) {
                continue;
            }
            let key = segment.key.as_deref().unwrap_or_default();
            let found = if texts(segment).any(says_nothing) {
                vec![(segment.span.clone(), "")]
            } else {
                holes((source, original), (target, segment))
            };
            for (place, variant) in found {
                let stale = message.is_stale(original);
                let found = out
                    .at(target.page.span(place))
                    .related(source.page.span(original.span.clone()))
                    .with("name", key)
                    .with("variant", variant)
                    .about([original.text.as_str(), segment.text.as_str()], stale);
                out.add(found.token(format!("{key} {variant}").trim_end()));
            }
        }
    }
}

/// The variants that leave a hole in a sentence where those of the source have words for each case.
fn holes<'a>(
    (source, original): (Entry<'a>, &'a Segment),
    (target, segment): (Entry<'a>, &'a Segment),
) -> Vec<(Range<usize>, &'a str)> {
    let mut out = Vec::new();
    let Some(own) = pattern(segment) else {
        return out;
    };
    let mut full = None;
    for select in own.selects() {
        let mut empty = select
            .variants
            .iter()
            .filter(|variant| is_empty(target.page.text, &variant.pattern))
            .peekable();
        if empty.peek().is_none() || goes_on(target.page.text, select) {
            continue;
        }
        let full = full.get_or_insert_with(|| full_choices(source, original));
        if full.contains(&selector(target, select)) {
            out.extend(empty.filter_map(|variant| {
                let key = target.written(variant.key.clone())?;
                Some((variant.key.clone(), key))
            }));
        }
    }
    out
}

/// What the source chooses by where each of its variants has words.
fn full_choices(source: Entry<'_>, original: &Segment) -> BTreeSet<String> {
    let selects = pattern(original).map_or_else(Vec::new, |pattern| pattern.selects());
    let is_full = |select: &Select| {
        let mut all = select.variants.iter();
        all.all(|variant| !is_empty(source.page.text, &variant.pattern))
    };
    let (full, others): (Vec<&Select>, Vec<&Select>) =
        selects.into_iter().partition(|select| is_full(select));
    let mut out: BTreeSet<String> = full.into_iter().map(|one| selector(source, one)).collect();
    for select in others {
        out.remove(&selector(source, select));
    }
    out
}

fn selector(entry: Entry<'_>, select: &Select) -> String {
    let written = entry.written(select.range.clone()).unwrap_or_default();
    written.split_whitespace().collect()
}

/// Whether the variants go on where a word or a mark ends, as endings do: one of them may be empty.
fn goes_on(file: &str, select: &Select) -> bool {
    let before = file.get(..select.range.start).unwrap_or_default();
    let before = before.trim_end().strip_suffix('{').unwrap_or_default();
    !before.ends_with([' ', '\n'])
}

//! Elements of HTML in a message that the translation lacks or has beyond the source.

use std::collections::BTreeMap;
use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Passage, Signs, Unit};
use super::reading::messages::without_placeables;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::{Part, markup};

/// Elements of messages that differ.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct MessageMarkup {}

impl Rule for MessageMarkup {
    const CODE: Code = Code::new("message-markup", Severity::Error, &["source", "target"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

/// The places in the file of each element, by its name and what the program calls it.
type Elements = BTreeMap<String, Vec<Range<usize>>>;

impl Check for MessageMarkup {
    fn needs(&self, page: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::unit(Signs::ELEMENT.written()).only(page.document.fluent.is_some())
    }

    fn unit(&self, unit: &Unit<'_>, out: &mut Findings<'_>) {
        let (source, target) = (&unit.source, &unit.target);
        if target.page.document.fluent.is_none() || !(has_tags(source) || has_tags(target)) {
            return;
        }
        let (left, right) = (elements(source), elements(target));
        if left == right {
            return;
        }
        let mut lost = beyond(&left, &right).into_iter();
        let mut extra = beyond(&right, &left).into_iter();
        loop {
            let (one, other) = (lost.next(), extra.next());
            let place = |passage: &Passage<'_>, found: &Option<(&str, Range<usize>)>| match found {
                Some((_, range)) => passage.page.span(range.clone()),
                None => passage.whole(),
            };
            if one.is_none() && other.is_none() {
                return;
            }
            let name = |found: &Option<(&str, Range<usize>)>| {
                found.as_ref().map_or("", |one| one.0).to_owned()
            };
            let (from, to) = (name(&one), name(&other));
            let found = out
                .at(place(target, &other))
                .related(place(source, &one))
                .with("source", &from)
                .with("target", &to);
            out.add(found.token(if to.is_empty() { from } else { to }));
        }
    }
}

fn has_tags(passage: &Passage<'_>) -> bool {
    passage
        .segments
        .iter()
        .any(|segment| segment.text.contains('<'))
}

/// The elements of a passage, but for those that only break lines.
fn elements(passage: &Passage<'_>) -> Elements {
    let mut out = Elements::new();
    for segment in &passage.segments {
        let text = without_placeables(&segment.text);
        for tag in markup(&text).0 {
            if tag.part == Part::Close || matches!(tag.name.as_str(), "br" | "wbr") {
                continue;
            }
            let called = tag.attributes.iter().find(|one| one.0 == "data-l10n-name");
            let called = called.map_or_else(String::new, |one| format!(" {}=\"{}\"", one.0, one.1));
            let places = out.entry(format!("<{}{called}>", tag.name)).or_default();
            places.push(segment.place(&tag.range));
        }
    }
    out
}

/// What stands on one side more often than on the other; the last ones of each, in order.
fn beyond<'e>(more: &'e Elements, fewer: &Elements) -> Vec<(&'e str, Range<usize>)> {
    let mut out = Vec::new();
    for (name, places) in more {
        let known = fewer.get(name).map_or(0, Vec::len);
        out.extend(
            places
                .iter()
                .skip(known)
                .map(|place| (name.as_str(), place.clone())),
        );
    }
    out.sort_by_key(|(_, place)| place.start);
    out
}

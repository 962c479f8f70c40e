//! A name that stands twice: of a message, of an attribute, of a variant.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Bundle, Entry, Findings, Found, Level, Levels, Needs, Page, pattern};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::text::Span;

/// Names of messages, attributes and variants that stand twice.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct DuplicateMessages {}

impl Rule for DuplicateMessages {
    const CODE: Code = Code::new(
        "duplicate-messages",
        Severity::Error,
        &["kind", "name", "file"],
    );
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for DuplicateMessages {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::NEVER
    }

    fn bundle(&self, bundle: &Bundle<'_>, out: &mut Findings<'_>) {
        for entry in bundle.entries() {
            if let Some((second, first)) = clash(bundle, entry) {
                let other = first.page.path != second.page.path;
                let file = if other { &*first.page.path } else { "" };
                let same = first.id() == second.id();
                let kind = if same { "message" } else { "term" };
                let found = found(out, (second.place(), first.place()));
                let found = found.about([second.text()], false);
                let found = found.with("kind", kind).with("file", file);
                out.add(found.with("name", second.id()).token(second.id()));
            }
            attributes(entry, out);
            variants(entry, out);
        }
    }
}

/// The entry that is not loaded since another has its name, and that other one, which comes first. A
/// term and a message share their names in fluent-rs; the term is asked about both.
fn clash<'a>(bundle: &Bundle<'a>, entry: Entry<'a>) -> Option<(Entry<'a>, Entry<'a>)> {
    let same = |one: Entry<'_>, other: Entry<'_>| {
        one.page.path == other.page.path && one.entry.place == other.entry.place
    };
    let first = bundle.find(entry.id())?;
    if !same(first, entry) {
        return Some((entry, first));
    }
    let message = bundle.find(entry.id().strip_prefix('-')?)?;
    let place = |one: Entry<'_>| {
        let page = bundle.pages.iter().chain(&bundle.shared);
        let page = page.take_while(|page| page.path != one.page.path).count();
        (page, one.entry.place.start)
    };
    if place(message) < place(entry) {
        Some((entry, message))
    } else {
        Some((message, entry))
    }
}

fn attributes(entry: Entry<'_>, out: &mut Findings<'_>) {
    if entry.segments().len() < 2 {
        return;
    }
    let mut known = BTreeMap::new();
    for (name, segment) in entry.attributes() {
        let place = entry.page.span(segment.span.clone());
        if let Some(first) = known.get(name) {
            let found = found(out, (place, Span::clone(first)));
            let found = found.about([entry.id(), name, segment.text.as_str()], false);
            let found = found.with("kind", "attribute").with("name", name);
            out.add(found.token(format!("{}.{name}", entry.id())));
        } else {
            known.insert(name, place);
        }
    }
}

fn variants(entry: Entry<'_>, out: &mut Findings<'_>) {
    let segments = entry.segments().iter().filter_map(pattern);
    for select in segments.flat_map(|pattern| pattern.selects()) {
        let mut known = BTreeMap::new();
        for variant in &select.variants {
            let Some(key) = entry.written(variant.key.clone()) else {
                continue;
            };
            let place = entry.page.span(variant.key.clone());
            if let Some(first) = known.get(key) {
                let found = found(out, (place, Span::clone(first)));
                let said = entry.written(variant.place()).unwrap_or_default();
                let found = found.about([entry.id(), said], false);
                let found = found.with("kind", "variant").with("name", key);
                out.add(found.token(format!("{} [{key}]", entry.id())));
            } else {
                known.insert(key, place);
            }
        }
    }
}

fn found(out: &Findings<'_>, (second, first): (Span, Span)) -> Found {
    out.at(second).related(first)
}

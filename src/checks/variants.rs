//! A variant that one language has and the other has not.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Message, Needs, Page};
use super::reading::sides::{Side, both};
use super::reading::plurals::by_number;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::Expression;

/// Variants that are lost or that the source has not.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Variants {}

impl Rule for Variants {
    const CODE: Code = Code::new("variants", Severity::Warning, &["source", "target", "variable"]);
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for Variants {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::MESSAGES
    }

    fn message(&self, message: &Message<'_>, out: &mut Findings<'_>) {
        // The cases of a term are each language's own; what asks for one that is not there is told.
        if message.target.is_some_and(|target| target.entry.is_term()) {
            return;
        }
        for [source, target] in both(message) {
            let (left, mut right) = (choices(source), choices(target));
            for (name, left) in left {
                if let Some(right) = right.remove(name) {
                    compare((source, &left), (target, &right), name, out);
                }
            }
        }
    }
}

/// What is chosen by one variable.
#[derive(Default)]
struct Keys<'a> {
    /// The place of the first choice.
    first: Range<usize>,
    /// All words that are keys.
    all: BTreeSet<&'a str>,
    /// Those that are not the default, and where each stands.
    named: BTreeMap<&'a str, Range<usize>>,
}

/// The words by which something is chosen, by variable.
fn choices(side: Side<'_>) -> BTreeMap<&str, Keys<'_>> {
    let mut out: BTreeMap<&str, Keys<'_>> = BTreeMap::new();
    let selects = side.selects();
    if selects.is_empty() {
        return out;
    }
    for select in selects {
        let Expression::Variable(name) = &select.selector else {
            continue;
        };
        let words = select.variants.iter().filter(|variant| !variant.is_number);
        let mut words = words.peekable();
        if words.peek().is_none() {
            continue;
        }
        let keys = out.entry(side.text(name)).or_default();
        if keys.first.is_empty() {
            keys.first = select.range.clone();
        }
        for variant in words {
            let key = side.text(&variant.key);
            keys.all.insert(key);
            if !variant.default {
                keys.named.entry(key).or_insert(variant.key.clone());
            }
        }
    }
    // The forms of numbers are each language's own.
    for choice in by_number(side) {
        out.remove(choice.variable);
    }
    out
}

fn compare(
    (source, left): (Side<'_>, &Keys<'_>),
    (target, right): (Side<'_>, &Keys<'_>),
    variable: &str,
    out: &mut Findings<'_>,
) {
    let beyond = |one: &Keys<'_>, other: &Keys<'_>| -> Vec<(String, Range<usize>)> {
        let named = one.named.iter();
        let lacking = named.filter(|(key, _)| !other.all.contains(*key));
        lacking.map(|(key, place)| ((*key).to_owned(), place.clone())).collect()
    };
    let (mut lost, mut extra) = (beyond(left, right).into_iter(), beyond(right, left).into_iter());
    loop {
        let (one, other) = (lost.next(), extra.next());
        let span = |side: Side<'_>, key: &Option<(String, Range<usize>)>, first: &Range<usize>| {
            side.span(key.as_ref().map_or(first, |key| &key.1))
        };
        if one.is_none() && other.is_none() {
            return;
        }
        let found = out
            .at(span(target, &other, &right.first))
            .related(span(source, &one, &left.first));
        let name = |key: Option<(String, Range<usize>)>| key.map_or(String::new(), |key| key.0);
        let (one, other) = (name(one), name(other));
        let token = if other.is_empty() { one.clone() } else { other.clone() };
        let found = found.with("source", one).with("target", other);
        out.add(found.with("variable", variable).token(token));
    }
}

//! A plural form for many numbers that does not say which.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Entry, Findings, Level, Levels, Needs, Page};
use super::reading::sides::{Side, parts, variables};
use super::reading::plurals::{ByNumber, by_number};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::{Expression, Variant};

/// Plural forms for many numbers that leave the number out.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct PluralWithoutNumber {}

impl Rule for PluralWithoutNumber {
    const CODE: Code = Code::new(
        "plural-without-number",
        Severity::Warning,
        &["key", "number", "variable"],
    );
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for PluralWithoutNumber {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::MESSAGES
    }

    fn entry(&self, entry: &Entry<'_>, out: &mut Findings<'_>) {
        for side in parts(*entry) {
            let choices = by_number(side);
            if choices.is_empty() {
                continue;
            }
            let shown = shown(side);
            for choice in choices {
                look(side, &choice, &shown, out);
            }
        }
    }
}

/// The places of the variables that a reader sees, by name and in order.
fn shown(side: Side<'_>) -> Vec<(&str, usize)> {
    let choosing: Vec<Range<usize>> = side.selects().iter().map(|one| one.range.clone()).collect();
    let seen = |name: &&Range<usize>| {
        let at = choosing.partition_point(|range| range.end <= name.start);
        choosing.get(at).is_none_or(|range| name.start < range.start)
    };
    let expressions = side.expressions();
    let names = variables(&expressions).filter(seen);
    let mut names: Vec<_> = names.map(|name| (side.text(name), name.start)).collect();
    names.sort_unstable();
    names
}

fn look<'a>(
    side: Side<'a>,
    choice: &ByNumber<'a>,
    shown: &[(&str, usize)],
    out: &mut Findings<'_>,
) {
    let within = |range: &Range<usize>| {
        let from = shown.partition_point(|one| *one < (choice.variable, range.start));
        let to = shown.partition_point(|one| *one < (choice.variable, range.end));
        to - from
    };
    let variants = &choice.select.variants;
    let ends = variants.iter().skip(1).map(|next| next.key.start);
    let last = variants.last().map_or(0, |last| last.place().end);
    let bodies = variants.iter().zip(ends.chain([last]));
    let bodies: Vec<_> = bodies.map(|(variant, end)| variant.key.end..end).collect();
    let inside: usize = bodies.iter().map(within).sum();
    let everywhere = within(&(0..usize::MAX));
    // Where it stands outside, each form has it; where it stands in none, none is to have it.
    if inside == 0 || everywhere > inside {
        return;
    }
    for (form, variant) in choice.forms(side) {
        let at = variants.iter().position(|one| std::ptr::eq(one, variant));
        let says = at.is_some_and(|at| within(&bodies[at]) > 0) || refers(variant);
        if says || choice.plurals.reached(form, &choice.told) < 2 {
            continue;
        }
        let mut told = choice.told.clone();
        told.extend(choice.plurals.first(form, &choice.told));
        let number = choice.plurals.first(form, &told).unwrap_or_default();
        let found = out
            .at(side.span(&variant.key))
            .with("key", form)
            .with("number", number)
            .with("variable", choice.variable);
        out.add(found.token(form));
    }
}

/// Whether a variant says what another message says, which may have the number.
fn refers(variant: &Variant) -> bool {
    let mut expressions = variant.pattern.expressions().into_iter();
    expressions.any(|one| matches!(one, Expression::Message(_)))
}

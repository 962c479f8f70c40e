//! What is handed over to a term that can make nothing of it.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Bundle, Findings, Level, Levels, Needs, Page};
use super::reading::sides::{Side, variables};
use super::reading::references::{Lookup, Reference, references};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::{Arguments, Expression};

/// Arguments of terms that do nothing.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct TermArguments {}

impl Rule for TermArguments {
    const CODE: Code = Code::new(
        "term-arguments",
        Severity::Error,
        &["term", "argument", "value", "keys"],
    );
    const LEVELS: Levels = Levels::both(Level::Error);
}

/// What a term does with what it is handed: of each name the words that it chooses by, or none where
/// it says the value or counts by it.
type Parameters<'a> = BTreeMap<&'a str, Option<BTreeSet<&'a str>>>;

impl Check for TermArguments {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::NEVER
    }

    fn bundle(&self, bundle: &Bundle<'_>, out: &mut Findings<'_>) {
        let lookup = Lookup::new(bundle);
        let mut known: BTreeMap<&str, Parameters<'_>> = BTreeMap::new();
        for entry in bundle.entries() {
            for reference in references(entry) {
                let given = |one: &&Arguments| {
                    !one.positional.is_empty() || !one.named.is_empty()
                };
                if reference.arguments.is_none_or(|one| !given(&one)) {
                    continue;
                }
                let Some(term) = lookup.find(reference.name()) else {
                    continue;
                };
                let takes = known.entry(term.key()).or_insert_with(|| parameters(term));
                look(&reference, (term, takes), (entry.id(), out));
            }
        }
    }
}

/// What a term does with its arguments.
fn parameters(term: Side<'_>) -> Parameters<'_> {
    let mut out = Parameters::new();
    let mut choosing = BTreeSet::new();
    for select in term.selects() {
        let Expression::Variable(name) = &select.selector else {
            continue;
        };
        choosing.insert(name.start);
        let mut words: BTreeSet<&str> = BTreeSet::new();
        for variant in &select.variants {
            words.insert(term.text(&variant.key));
        }
        let counts = select.variants.iter().any(|variant| variant.is_number);
        let all = out.entry(term.text(name)).or_insert_with(|| Some(BTreeSet::new()));
        match all {
            Some(all) if !counts => all.extend(words),
            _ => *all = None,
        }
    }
    for name in variables(&term.expressions()) {
        if !choosing.contains(&name.start) {
            out.insert(term.text(name), None);
        }
    }
    out
}

fn look<'a>(
    reference: &Reference<'a>,
    (term, takes): (Side<'a>, &Parameters<'a>),
    (id, out): (&str, &mut Findings<'_>),
) {
    let Some(arguments) = reference.arguments else {
        return;
    };
    let side = reference.side;
    let name = reference.name();
    let mut tell = |place, argument: &str, value: &str, keys: String| {
        let found = out
            .at(side.span(&place))
            .related(term.whole())
            .with("term", name)
            .with("argument", argument)
            .with("value", value)
            .with("keys", keys);
        let found = found.about([id, name, argument, value], false);
        let token = if argument.is_empty() { name } else { argument };
        out.add(found.token(token));
    };
    if !arguments.positional.is_empty() {
        tell(reference.place(), "", "", String::new());
    }
    for (argument, value) in &arguments.named {
        let (argument_name, range) = (side.text(argument), match value {
            Expression::Text(range) | Expression::Number(range) => range.clone(),
            _ => argument.clone(),
        });
        match takes.get(argument_name) {
            None => tell(argument.clone(), argument_name, "", String::new()),
            Some(Some(keys)) if matches!(value, Expression::Text(_)) => {
                let value = side.text(&range);
                if !keys.contains(value) {
                    let keys: Vec<&str> = keys.iter().copied().take(MOST).collect();
                    tell(range.clone(), argument_name, value, keys.join(", "));
                }
            }
            Some(_) => {}
        }
    }
}

/// More keys than this are not told.
const MOST: usize = 10;

//! A message that the runtime cannot say.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use fluent::resolver::errors::{ReferenceKind, ResolverError};
use fluent::{FluentArgs, FluentError, FluentValue};
use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Bundle, Findings, Level, Levels, Needs, Page};
use super::reading::sides::Side;
use super::reading::probes::{Probes, probes};
use super::reading::references::Graph;
use super::reading::size::{MOST, Size, sizes};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::Expression;
use crate::locale;

/// Messages that cannot be said.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Rendering {}

impl Rule for Rendering {
    const CODE: Code = Code::new(
        "rendering",
        Severity::Error,
        &["wrong", "name", "values", "limit"],
    );
    const LEVELS: Levels = Levels::both(Level::Error);
}

/// What goes wrong, the name of what it goes wrong with, and with which values.
struct Fault {
    wrong: &'static str,
    name: String,
    values: String,
}

impl Check for Rendering {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::NEVER
    }

    fn bundle(&self, bundle: &Bundle<'_>, out: &mut Findings<'_>) {
        let graph = Graph::new(bundle);
        if graph.nodes.is_empty() {
            return;
        }
        let sizes = sizes(&graph);
        let probes = probes(&graph);
        let mut runtime = None;
        let own = bundle.entries().map(|entry| std::ptr::from_ref(entry.entry));
        let own: BTreeSet<_> = own.collect();
        for (at, node) in graph.nodes.iter().enumerate() {
            // What is wrong with a term is seen in the messages that use it.
            if node.entry.entry.is_term() || !own.contains(&std::ptr::from_ref(node.entry.entry)) {
                continue;
            }
            let first = bundle.find(node.entry.id());
            if !first.is_some_and(|first| std::ptr::eq(first.entry, node.entry.entry)) {
                continue;
            }
            let fault = match sizes[at] {
                Size::Unsayable => continue,
                Size::Placeables(count) if count > MOST => Some(Fault {
                    wrong: "placeables",
                    name: String::new(),
                    values: count.to_string(),
                }),
                Size::Placeables(_) if plain(node.side) => continue,
                Size::Placeables(_) => {
                    let runtime = runtime.get_or_insert_with(|| load(bundle, &graph));
                    said(runtime, node.side, &probes[at])
                }
            };
            let Some(fault) = fault else { continue };
            let place = place(node.side, &fault.name);
            let found = out
                .at(node.side.span(&place))
                .with("wrong", fault.wrong)
                .with("name", &fault.name)
                .with("values", fault.values)
                .with("limit", MOST);
            let text = node.side.segment.text.as_str();
            let token = format!("{}{}", fault.wrong, fault.name);
            out.add(found.token(token).about([node.side.key(), text], false));
        }
    }
}

/// Whether only variables and texts are put in: nothing can go wrong with those.
fn plain(side: Side<'_>) -> bool {
    let is_plain = |one: &&Expression| {
        matches!(
            one,
            Expression::Variable(_)
                | Expression::Text(_)
                | Expression::Number(_)
                | Expression::Nested(_)
        )
    };
    side.expressions().iter().all(is_plain)
}

/// All messages of a bundle, ready to be said. Functions that are not known have a check of their own.
fn load(bundle: &Bundle<'_>, graph: &Graph<'_>) -> locale::Bundle {
    let mut out = locale::bundle(bundle.lang);
    out.set_use_isolating(false);
    for page in bundle.pages.iter().chain(&bundle.shared) {
        if let Some(fluent) = &page.document.fluent {
            // What stands twice has a check of its own.
            let _ = out.add_resource(Arc::clone(&fluent.resource));
        }
    }
    for node in &graph.nodes {
        for expression in node.side.expressions() {
            if let Expression::Function(name, _) = expression {
                let _ = out.add_function(node.side.text(name), first);
            }
        }
    }
    out
}

/// A function of which nothing is known: it gives what it is given.
fn first<'a>(given: &[FluentValue<'a>], _: &FluentArgs<'_>) -> FluentValue<'a> {
    given.first().cloned().unwrap_or_else(|| "".into())
}

/// What goes wrong when a message is said with each of its probes, if anything does.
fn said(runtime: &locale::Bundle, side: Side<'_>, probes: &Probes<'_>) -> Option<Fault> {
    let (id, attribute) = side.key().split_once('.').map_or((side.key(), None), |(id, name)| (id, Some(name)));
    let message = runtime.get_message(id)?;
    let pattern = match attribute {
        Some(name) => message.get_attribute(name)?.value(),
        None => message.value()?,
    };
    let expressions = side.expressions();
    let functions = expressions.iter().filter_map(|expression| match expression {
        Expression::Function(name, _) => Some(side.text(name)),
        _ => None,
    });
    let functions: Vec<String> = functions.map(|name| format!("{name}()")).collect();
    for round in 0..probes.rounds() {
        let args = probes.round(round);
        let mut errors = Vec::new();
        let text = runtime.format_pattern(pattern, Some(&args), &mut errors);
        let fault = errors.iter().find_map(fault).or_else(|| {
            let unsaid = |name: &&String| text.contains(name.as_str()) && !side.segment.text.contains(name.as_str());
            let name = functions.iter().find(unsaid)?;
            Some(("function", name.trim_end_matches("()").to_owned()))
        });
        if let Some((wrong, name)) = fault {
            let values = probes.told(round);
            return Some(Fault {
                wrong,
                name,
                values,
            });
        }
    }
    None
}

/// What an error of the runtime says, unless a check of its own says it.
fn fault(error: &FluentError) -> Option<(&'static str, String)> {
    let FluentError::ResolverError(error) = error else {
        return None;
    };
    match error {
        ResolverError::Reference(ReferenceKind::Variable { id }) => Some(("variable", id.clone())),
        ResolverError::Cyclic => Some(("cyclic", String::new())),
        ResolverError::TooManyPlaceables => Some(("placeables", String::new())),
        ResolverError::MissingDefault => Some(("default", String::new())),
        ResolverError::Reference(_) | ResolverError::NoValue(_) => None,
    }
}

/// Where a name stands in a message; all of it, if it does not.
fn place(side: Side<'_>, name: &str) -> Range<usize> {
    let expressions = side.expressions().into_iter();
    let mut places = expressions.filter_map(|expression| match expression {
        Expression::Function(place, _) | Expression::Variable(place) => Some(place),
        _ => None,
    });
    let found = places.find(|place| side.text(place) == name);
    found.cloned().unwrap_or(side.segment.span.clone())
}

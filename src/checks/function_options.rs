//! An option that a function does not have, a value that it does not take, or one that has no effect.

use fluent::FluentValue;
use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Bundle, Findings, Level, Levels, Needs, Page};
use super::reading::sides::{Side, parts};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::{Arguments, Expression};
use crate::locale::Function;
use crate::text::Span;

/// Options of functions that do nothing.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct FunctionOptions {}

impl Rule for FunctionOptions {
    const CODE: Code = Code::new(
        "function-options",
        Severity::Warning,
        &["function", "option", "value", "needs", "beside"],
    );
    const LEVELS: Levels = Levels::both(Level::Warning);
}

/// What is wrong with an option: where, and what to say of it.
struct Wrong<'a> {
    place: Span,
    option: &'a str,
    fact: Option<(&'static str, String)>,
}

impl Check for FunctionOptions {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::NEVER
    }

    fn bundle(&self, bundle: &Bundle<'_>, out: &mut Findings<'_>) {
        for side in bundle.entries().flat_map(parts) {
            for expression in side.expressions() {
                let Expression::Function(place, arguments) = expression else {
                    continue;
                };
                let name = side.text(place);
                let wrong = match (Function::of(name), bundle.functions.get(name)) {
                    // Where a program has its own, it is that one that is called.
                    (_, Some(options)) => unknown(side, options, arguments),
                    (Some(function), None) => idle(side, function, arguments),
                    (None, None) => continue,
                };
                for one in wrong {
                    let found = out.at(one.place).with("function", name);
                    let mut found = found.with("option", one.option).token(one.option);
                    if let Some((fact, value)) = one.fact {
                        found = found.with(fact, value);
                    }
                    let texts = [side.key(), side.segment.text.as_str()];
                    out.add(found.about(texts, false));
                }
            }
        }
    }
}

/// Options that a function of the program does not have. One without any takes whatever it likes.
fn unknown<'a>(side: Side<'a>, options: &[String], arguments: &Arguments) -> Vec<Wrong<'a>> {
    let names = arguments.named.iter().map(|(name, _)| name);
    let pairs = names.map(|name| (name, side.text(name)));
    let wrong = pairs.filter(|(_, name)| !options.is_empty() && !options.iter().any(|one| one == name));
    wrong
        .map(|(place, option)| Wrong {
            place: side.span(place),
            option,
            fact: None,
        })
        .collect()
}

/// Options of a function of the runtime that do nothing.
fn idle<'a>(side: Side<'a>, function: &Function, arguments: &Arguments) -> Vec<Wrong<'a>> {
    let given = |names: &[&str]| {
        let mut all = arguments.named.iter().map(|(name, _)| side.text(name));
        all.any(|name| names.contains(&name))
    };
    let mut out = Vec::new();
    for (name, value) in &arguments.named {
        let option = side.text(name);
        let (range, read, shown) = match value {
            Expression::Text(range) => {
                let text = side.text(range);
                (range, FluentValue::from(text), format!("\"{text}\""))
            }
            Expression::Number(range) => {
                let text = side.text(range);
                (range, FluentValue::try_number(text), text.to_owned())
            }
            _ => continue,
        };
        let (place, fact) = match function.option(option) {
            None => (name, None),
            Some(known) if !known.takes.accepts(&read) => (range, Some(("value", shown))),
            Some(known) if !known.needs.is_empty() && !given(known.needs) => {
                (name, Some(("needs", known.needs.join(", "))))
            }
            Some(known) if given(known.yields_to) => {
                let met = known.yields_to.iter().find(|one| given(&[one]));
                (name, met.map(|one| ("beside", (*one).to_owned())))
            }
            Some(_) => continue,
        };
        out.push(Wrong {
            place: side.span(place),
            option,
            fact,
        });
    }
    out
}

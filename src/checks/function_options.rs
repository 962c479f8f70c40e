//! An option that a function does not have, or a value that it does not take.

use fluent::FluentValue;
use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Entry, Findings, Level, Levels};
use super::reading::messages::parts;
use super::reading::runtime::Function;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::Expression;

/// Options of functions that do nothing.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct FunctionOptions {}

impl Rule for FunctionOptions {
    const CODE: Code = Code::new(
        "function-options",
        Severity::Warning,
        &["function", "option", "value"],
    );
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for FunctionOptions {
    fn entry(&self, entry: &Entry<'_>, out: &mut Findings<'_>) {
        for side in parts(*entry) {
            for expression in side.expressions() {
                let Expression::Function(place, arguments) = expression else {
                    continue;
                };
                let Some(function) = Function::of(side.text(place)) else {
                    continue;
                };
                for (name, value) in &arguments.named {
                    let option = side.text(name);
                    let (range, given, shown) = match value {
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
                    let (wrong, shown) = match function.option(option) {
                        None => (name, String::new()),
                        Some(takes) if !takes.accepts(&given) => (range, shown),
                        Some(_) => continue,
                    };
                    let found = out
                        .at(side.span(wrong))
                        .with("function", function.name)
                        .with("option", option)
                        .with("value", shown);
                    out.add(found.token(option));
                }
            }
        }
    }
}

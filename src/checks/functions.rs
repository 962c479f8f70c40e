//! A function that the runtime does not know.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Entry, Findings, Level, Levels};
use super::reading::messages::parts;
use super::reading::runtime::Function;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::Expression;

/// Functions that nobody has made.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Functions {
    /// The functions that the program adds to `NUMBER` and `DATETIME`: `["GIVEN"]`.
    known: BTreeSet<String>,
}

impl Rule for Functions {
    const CODE: Code = Code::new("functions", Severity::Error, &["function"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for Functions {
    fn entry(&self, entry: &Entry<'_>, out: &mut Findings<'_>) {
        for side in parts(*entry) {
            for expression in side.expressions() {
                let Expression::Function(place, _) = expression else {
                    continue;
                };
                let name = side.text(place);
                if Function::of(name).is_none() && !self.known.contains(name) {
                    let found = out.at(side.span(place)).with("function", name);
                    out.add(found.token(name));
                }
            }
        }
    }
}

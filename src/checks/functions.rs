//! A function that the runtime does not know.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Bundle, Findings, Level, Levels, Needs, Page};
use super::reading::sides::parts;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::Expression;
use crate::locale::Function;

/// Functions that nobody has made.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Functions {}

impl Rule for Functions {
    const CODE: Code = Code::new("functions", Severity::Error, &["function"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for Functions {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::NEVER
    }

    fn bundle(&self, bundle: &Bundle<'_>, out: &mut Findings<'_>) {
        for side in bundle.entries().flat_map(parts) {
            for expression in side.expressions() {
                let Expression::Function(place, _) = expression else {
                    continue;
                };
                let name = side.text(place);
                if Function::of(name).is_none() && !bundle.functions.contains_key(name) {
                    let found = out.at(side.span(place)).with("function", name);
                    let texts = [side.key(), side.segment.text.as_str()];
                    out.add(found.token(name).about(texts, false));
                }
            }
        }
    }
}

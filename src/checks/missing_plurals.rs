//! A choice by number without a form that the language needs.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Entry, Findings, Level, Levels, Needs, Page};
use super::reading::sides::{Side, parts};
use super::reading::plurals::{ByNumber, by_number, category};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Plural forms that a choice by number lacks.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct MissingPlurals {}

impl Rule for MissingPlurals {
    const CODE: Code = Code::new(
        "missing-plurals",
        Severity::Error,
        &["forms", "numbers", "variable"],
    );
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for MissingPlurals {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::MESSAGES
    }

    fn entry(&self, entry: &Entry<'_>, out: &mut Findings<'_>) {
        for side in parts(*entry) {
            for choice in by_number(side) {
                let missing = missing(side, &choice);
                if missing.is_empty() {
                    continue;
                }
                let forms = missing.join(", ");
                let first = |name| choice.plurals.first(name, &choice.told);
                let numbers = missing.into_iter().filter_map(first);
                let numbers: Vec<String> = numbers.map(|number| number.to_string()).collect();
                let found = out
                    .at(side.span(&choice.select.range))
                    .with("forms", &forms)
                    .with("numbers", numbers.join(", "))
                    .with("variable", choice.variable);
                out.add(found.token(forms));
            }
        }
    }
}

/// The categories that integers need and that are not there. A default whose key is none of those
/// says one of them in good order, but not two.
fn missing<'a>(side: Side<'a>, choice: &ByNumber<'a>) -> Vec<&'static str> {
    let needed = choice.plurals.needed(&choice.told);
    let named: Vec<&str> = choice.forms(side).map(|(name, _)| name).collect();
    let mut variants = choice.select.variants.iter();
    let default = variants.find(|variant| variant.default);
    let default = default.and_then(|variant| category(side, variant));
    let free = default.is_none_or(|name| !needed.contains(&name));
    let open: Vec<&str> = needed
        .into_iter()
        .filter(|name| !named.contains(name))
        .collect();
    if free && open.len() < 2 { Vec::new() } else { open }
}

//! A plural form that no number of the language ever chooses.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Entry, Findings, Level, Levels, Needs, Page};
use super::reading::sides::{Side, parts};
use super::reading::plurals::{ByNumber, by_number, category, integer};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Plural forms that are never said.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct UnreachablePlurals {}

impl Rule for UnreachablePlurals {
    const CODE: Code = Code::new(
        "unreachable-plurals",
        Severity::Warning,
        &["key", "before", "variable"],
    );
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for UnreachablePlurals {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::MESSAGES
    }

    fn entry(&self, entry: &Entry<'_>, out: &mut Findings<'_>) {
        for side in parts(*entry) {
            for choice in by_number(side) {
                look(side, &choice, out);
            }
        }
    }
}

/// The variants are tried in order, and the first one that fits is said.
fn look<'a>(side: Side<'a>, choice: &ByNumber<'a>, out: &mut Findings<'_>) {
    let mut told = BTreeSet::new();
    let mut forms: Vec<&str> = Vec::new();
    let plurals = &choice.plurals;
    for variant in &choice.select.variants {
        let key = side.text(&variant.key);
        let form = category(side, variant);
        let number = integer(key).filter(|_| variant.is_number);
        let before = match (form, number) {
            (Some(form), _) if !plurals.has(form) => Some(String::new()),
            (Some(form), _) if plurals.has_decimals(form) || plurals.reached(form, &told) > 0 => None,
            (Some(_), _) => {
                let told: Vec<String> = told.iter().map(u64::to_string).collect();
                Some(told.join(", "))
            }
            (None, Some(number)) => {
                let earlier = forms.iter().find(|form| plurals.falls(number, form));
                earlier.map(|form| (*form).to_owned())
            }
            (None, None) => None,
        };
        told.extend(number);
        forms.extend(form);
        // The default is said where nothing else is.
        if let Some(before) = before.filter(|_| !variant.default) {
            let found = out
                .at(side.span(&variant.key))
                .with("key", key)
                .with("before", before)
                .with("variable", choice.variable);
            out.add(found.token(key));
        }
    }
}

//! A telephone number of the source that the translation lacks or spells with other digits.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Pair, Signs};
use super::reading::LINKS;
use super::reading::{Layout, Thing, phones};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Telephone numbers that the translation lacks.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Phones {}

impl Rule for Phones {
    const CODE: Code = Code::new("phones", Severity::Error, &["value", "instead"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for Phones {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::pair(LINKS | Signs::DIGIT.written())
    }

    fn pair(&self, pair: &Pair<'_>, out: &mut Findings<'_>) {
        let (source, target) = (phones(pair.source), phones(pair.target));
        let values = |things: &[Thing]| -> BTreeSet<String> {
            things.iter().map(|thing| thing.value.clone()).collect()
        };
        let known = values(&target);
        let layout = Layout::of(pair);
        for lost in layout.compare(&source, &target).lost {
            // A number may be said less often.
            if !known.contains(&lost.thing.value) {
                out.add(layout.finding(&lost, out));
            }
        }
    }
}

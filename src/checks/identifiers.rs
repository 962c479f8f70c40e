//! A DOI or ISBN of the source that the translation lacks or spells otherwise.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Pair, Signs};
use super::reading::{Layout, identifiers};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Identifiers of papers and books that the translation lacks.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Identifiers {}

impl Rule for Identifiers {
    const CODE: Code = Code::new("identifiers", Severity::Error, &["value", "instead"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for Identifiers {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        // `DOI` has digits, and `ISBN` a letter that few words begin with.
        Needs::pair(Signs::DIGIT.or(Signs::CAPITAL_I).written())
    }

    fn pair(&self, pair: &Pair<'_>, out: &mut Findings<'_>) {
        let (source, target) = (identifiers(pair.source), identifiers(pair.target));
        let layout = Layout::of(pair);
        for lost in layout.compare(&source, &target).lost {
            out.add(layout.finding(&lost, out));
        }
    }
}

//! An account (`@name`) of the source that the translation lacks.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Pair, Signs};
use super::reading::{Layout, mentions};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Accounts that the translation lacks.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Mentions {}

impl Rule for Mentions {
    const CODE: Code = Code::new("mentions", Severity::Warning, &["value", "instead"]);
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for Mentions {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::pair(Signs::AT.written())
    }

    fn pair(&self, pair: &Pair<'_>, out: &mut Findings<'_>) {
        let (source, target) = (mentions(pair.source), mentions(pair.target));
        let layout = Layout::of(pair);
        for lost in layout.compare(&source, &target).lost {
            out.add(layout.finding(&lost, out));
        }
    }
}

//! An e-mail address of the source that the translation lacks or spells otherwise.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Pair, Signs};
use super::reading::{Layout, emails};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// E-mail addresses that the translation lacks.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Emails {}

impl Rule for Emails {
    const CODE: Code = Code::new("emails", Severity::Error, &["value", "instead"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for Emails {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::pair(Signs::AT.written())
    }

    fn pair(&self, pair: &Pair<'_>, out: &mut Findings<'_>) {
        let (source, target) = (emails(pair.source), emails(pair.target));
        let layout = Layout::of(pair);
        for lost in layout.compare(&source, &target).lost {
            out.add(layout.finding(&lost, out));
        }
    }
}

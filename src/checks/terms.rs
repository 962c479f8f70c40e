//! Terms of the glossary that a translation has not.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Rules, Signs, TermMode, Unit};
use super::reading::parity::Terms as All;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Terms of the mode `strict`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Terms {
    #[serde(skip)]
    all: All,
}

impl Rule for Terms {
    const CODE: Code = Code::new("terms", Severity::Warning, &["term", "wanted"]);
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for Terms {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::unit(Signs::ANY).only(!self.all.is_empty())
    }

    fn prepare(&mut self, rules: &Rules) {
        self.all = All::new(rules, TermMode::Strict);
    }

    fn unit(&self, unit: &Unit<'_>, out: &mut Findings<'_>) {
        self.all.compare(unit, out);
    }
}

//! A link of the source to another site that the translation lacks.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Pair, Rules};
use super::reading::LINKS;
use super::reading::{Addresses, Layout};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Links to other sites that the translation lacks.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ExternalLinks {
    #[serde(skip)]
    addresses: Addresses,
}

impl Rule for ExternalLinks {
    const CODE: Code = Code::new("external-links", Severity::Warning, &["value", "instead"]);
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for ExternalLinks {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::pair(LINKS)
    }

    fn prepare(&mut self, rules: &Rules) {
        self.addresses = Addresses::new(&rules.lexicon);
    }

    fn pair(&self, pair: &Pair<'_>, out: &mut Findings<'_>) {
        let [source, target] = self.addresses.of_pair(pair);
        let layout = Layout::of(pair);
        for lost in layout.compare(&source, &target).lost {
            if lost.thing.value.starts_with("//") {
                out.add(layout.finding(&lost, out));
            }
        }
    }
}

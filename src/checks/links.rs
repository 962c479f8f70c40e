//! A link of the source to a page of the same site that the translation lacks.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Pair, Rules};
use super::reading::LINKS;
use super::reading::{Addresses, Layout};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Links inside the site that the translation lacks.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Links {
    #[serde(skip)]
    addresses: Addresses,
}

impl Rule for Links {
    const CODE: Code = Code::new("links", Severity::Error, &["value", "instead"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for Links {
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
            if !lost.thing.value.starts_with("//") {
                out.add(layout.finding(&lost, out));
            }
        }
    }
}

//! A link that only the translation has.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Pair, Rules};
use super::reading::LINKS;
use super::reading::{Addresses, Layout};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Links that only the translation has.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ExtraLinks {
    #[serde(skip)]
    addresses: Addresses,
}

impl Rule for ExtraLinks {
    const CODE: Code = Code::new("extra-links", Severity::Info, &["value"]);
    const LEVELS: Levels = Levels::both(Level::Info);
}

impl Check for ExtraLinks {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::pair(LINKS)
    }

    fn prepare(&mut self, rules: &Rules) {
        self.addresses = Addresses::new(&rules.lexicon);
    }

    fn pair(&self, pair: &Pair<'_>, out: &mut Findings<'_>) {
        let [source, target] = self.addresses.of_pair(pair);
        let layout = Layout::of(pair);
        for thing in layout.compare(&source, &target).extra {
            let place = pair.target.span(thing.place.clone());
            let token = thing.value.trim_start_matches('/');
            let found = out.at(place).with("value", &thing.shown).token(token);
            out.add(layout.beside(found, thing));
        }
    }
}

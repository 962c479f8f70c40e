//! Figures of one or two digits that one text has and the other has not.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Rules, Signs, Unit};
use super::figures::{said, weighty};
use super::reading::values::Readers;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Figures of one or two digits.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct SmallFigures {
    #[serde(skip)]
    readers: Readers,
}

impl Rule for SmallFigures {
    const CODE: Code = Code::new("small-figures", Severity::Warning, &["missing", "extra"]);
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for SmallFigures {
    fn needs(&self, page: &Page<'_>, source: Option<&Page<'_>>) -> Needs {
        let known = source.is_some_and(|source| {
            let sides = [source.lang, page.lang];
            self.readers.know_magnitudes(sides) && self.readers.know_numbers(sides)
        });
        Needs::unit(Signs::DIGIT).only(known)
    }

    fn prepare(&mut self, rules: &Rules) {
        self.readers = Readers::new(rules);
    }

    fn unit(&self, unit: &Unit<'_>, out: &mut Findings<'_>) {
        // Small numbers are written as words as often as not.
        if !self.readers.speak(unit) {
            return;
        }
        let found = self.readers.figures(unit);
        for difference in found.figures.iter().filter(|difference| !weighty(difference)) {
            out.add(said(unit, difference, out));
        }
    }
}

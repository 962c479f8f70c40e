//! Figures that one text has and the other has not: three digits and more, fractions, shares, money.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Found, Level, Levels, Needs, Page, Rules, Signs, Unit};
use super::reading::values::{Difference, Figure, Readers, Weight};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Figures in which a slip misleads.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Figures {
    #[serde(skip)]
    readers: Readers,
}

impl Rule for Figures {
    const CODE: Code = Code::new(
        "figures",
        Severity::Error,
        &["missing", "missing-value", "extra", "extra-value"],
    );
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for Figures {
    fn needs(&self, page: &Page<'_>, source: Option<&Page<'_>>) -> Needs {
        let known = source.is_some_and(|source| self.readers.know_magnitudes([source.lang, page.lang]));
        Needs::unit(Signs::DIGIT).only(known)
    }

    fn prepare(&mut self, rules: &Rules) {
        self.readers = Readers::new(rules);
    }

    fn unit(&self, unit: &Unit<'_>, out: &mut Findings<'_>) {
        let found = self.readers.figures(unit);
        let figures = found.figures.iter().filter(|difference| weighty(difference));
        for difference in figures.chain(&found.currencies) {
            let mut found = said(unit, difference, out);
            if let Some(figure) = &difference.missing {
                found = found.with("missing-value", figure.shown(unit.source.text()));
            }
            if let Some(figure) = &difference.extra {
                found = found.with("extra-value", figure.shown(unit.target.text()));
            }
            out.add(found);
        }
    }
}

/// Whether a difference misleads, and is not only one of small figures.
pub(super) fn weighty(difference: &Difference<Figure>) -> bool {
    let sides = [&difference.missing, &difference.extra];
    sides.into_iter().flatten().any(|figure| figure.weight > Weight::Small)
}

/// Which figure of one text stands beside which of the other.
pub(super) fn said(unit: &Unit<'_>, difference: &Difference<Figure>, out: &Findings<'_>) -> Found {
    let (source, target) = (&unit.source, &unit.target);
    let Difference { missing, extra } = difference;
    let place = extra.as_ref().map(|extra| target.span(extra.range.clone()));
    let mut found = out.at(place.unwrap_or_else(|| target.whole()));
    if let Some(extra) = extra {
        found = found.with("extra", &target.text()[extra.range.clone()]);
    }
    found = match missing {
        Some(missing) => found
            .with("missing", &source.text()[missing.range.clone()])
            .related(source.span(missing.range.clone())),
        None => found.related(source.whole()),
    };
    let guilty = extra.as_ref().or(missing.as_ref());
    found.token(guilty.map_or_else(String::new, |figure| figure.values[0].to_string()))
}

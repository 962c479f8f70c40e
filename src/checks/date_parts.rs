//! A day, a month or a time that only one of two texts names.

use schemars::JsonSchema;
use serde::Deserialize;

use super::dates::{name, shown, value};
use super::engine::{Findings, Level, Levels, Needs, Page, Rules, Signs, Unit};
use super::reading::values::{Difference, PartKind, Readers};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Parts of dates that are missing.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct DateParts {
    #[serde(skip)]
    readers: Readers,
}

impl Rule for DateParts {
    const CODE: Code = Code::new("date-parts", Severity::Warning, &["part", "missing", "extra"]);
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for DateParts {
    fn needs(&self, page: &Page<'_>, source: Option<&Page<'_>>) -> Needs {
        let known = source.is_some_and(|source| self.readers.know_months([source.lang, page.lang]));
        Needs::unit(Signs::ANY).only(known)
    }

    fn prepare(&mut self, rules: &Rules) {
        self.readers = Readers::new(rules);
    }

    fn unit(&self, unit: &Unit<'_>, out: &mut Findings<'_>) {
        let (source, target) = (&unit.source, &unit.target);
        for (kind, difference) in self.readers.dates(unit).parts {
            // A year goes without saying, and a day of the week or a month alone may be something else.
            if matches!(kind, PartKind::Year | PartKind::Weekday) {
                continue;
            }
            let found = match &difference {
                Difference { missing: Some(part), extra: None } if !part.alone => out
                    .at(target.whole())
                    .with("missing", shown(part, source.text()))
                    .related(source.span(part.range.clone()))
                    .token(value(part)),
                Difference { missing: None, extra: Some(part) } if !part.alone => out
                    .at(target.span(part.range.clone()))
                    .with("extra", shown(part, target.text()))
                    .related(source.whole())
                    .token(value(part)),
                _ => continue,
            };
            out.add(found.with("part", name(kind)));
        }
    }
}

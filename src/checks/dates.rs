//! Dates, times and days of the week that are not the same in both texts.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Rules, Signs, Unit};
use super::reading::values::{Difference, Part, PartKind, Readers};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Parts of dates that differ.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Dates {
    #[serde(skip)]
    readers: Readers,
}

impl Rule for Dates {
    const CODE: Code = Code::new("dates", Severity::Error, &["part", "source", "target"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for Dates {
    fn needs(&self, page: &Page<'_>, source: Option<&Page<'_>>) -> Needs {
        let known = source.is_some_and(|source| self.readers.know_months([source.lang, page.lang]));
        Needs::unit(Signs::ANY).only(known)
    }

    fn prepare(&mut self, rules: &Rules) {
        self.readers = Readers::new(rules);
    }

    fn unit(&self, unit: &Unit<'_>, out: &mut Findings<'_>) {
        for (kind, Difference { missing, extra }) in self.readers.dates(unit).parts {
            let (Some(missing), Some(extra)) = (missing, extra) else {
                continue;
            };
            let (source, target) = (unit.source.text(), unit.target.text());
            let found = out
                .at(unit.target.span(extra.range.clone()))
                .with("part", name(kind))
                .with("source", shown(&missing, source))
                .with("target", shown(&extra, target))
                .related(unit.source.span(missing.range));
            out.add(found.token(value(&extra)));
        }
    }
}

/// The name of a part, as the sentences know it.
pub(super) fn name(kind: PartKind) -> &'static str {
    match kind {
        PartKind::Year => "year",
        PartKind::Month => "month",
        PartKind::Day => "day",
        PartKind::Time => "time",
        PartKind::Weekday => "weekday",
    }
}

/// A part as a reader sees it: the word, or the value in figures.
pub(super) fn shown(part: &Part, text: &str) -> String {
    let written = &text[part.range.clone()];
    let word = matches!(part.kind, PartKind::Month | PartKind::Weekday);
    if word && !written.contains(|sign: char| sign.is_ascii_digit()) {
        return written.to_owned();
    }
    value(part)
}

/// The value of a part, in figures.
pub(super) fn value(part: &Part) -> String {
    let one = |value: &u32| match part.kind {
        PartKind::Time => format!("{}:{:02}", value / 60, value % 60),
        _ => value.to_string(),
    };
    let mut values: Vec<String> = part.values.iter().map(one).collect();
    values.dedup();
    values.join("/")
}

//! Quotation marks of which two do not fit each other, or one is too many.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Found, Level, Levels, Needs, Page, Passage, Rules};
use super::reading::balance::Mark;
use super::reading::quotes::Signs;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Quotation marks that do not fit each other.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct QuoteBalance {
    #[serde(skip)]
    signs: Signs,
}

impl Rule for QuoteBalance {
    const CODE: Code = Code::new(
        "quote-balance",
        Severity::Warning,
        &["mark", "other", "nested", "pair"],
    );
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for QuoteBalance {
    fn needs(&self, page: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::passage(self.signs.signs()).only(!page.words.quotes.is_empty())
    }

    fn prepare(&mut self, rules: &Rules) {
        self.signs = Signs::new(rules);
    }

    fn passage(&self, here: &Passage<'_>, _: Option<&Passage<'_>>, out: &mut Findings<'_>) {
        for part in here.parts() {
            let quotes = self.signs.read(&part);
            for (open, close) in quotes.balance.crossed {
                let found = said(out, &part, &open).with("other", close.sign).with("nested", "");
                out.add(found.related(part.span(close.at)));
            }
            for mark in quotes.nested {
                let found = said(out, &part, &mark).with("other", "");
                out.add(found.with("nested", "yes"));
            }
            for mark in quotes.balance.stray {
                let found = said(out, &part, &mark).with("other", "");
                out.add(found.with("nested", ""));
            }
        }
    }
}

fn said(out: &Findings<'_>, part: &Passage<'_>, mark: &Mark) -> Found {
    let pair = part.words().quotes.first().map_or("", String::as_str);
    let found = out.at(part.span(mark.at.clone())).with("mark", mark.sign);
    found.with("pair", pair).token(mark.sign)
}

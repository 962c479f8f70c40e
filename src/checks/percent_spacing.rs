//! Percent signs with and without a space on one page.

use std::sync::LazyLock;

use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Levels, Needs, Page, Signs};
use super::reading::majority::Ways;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::text::{Span, pattern};

/// Percent signs that are not set as their page sets them.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct PercentSpacing {}

impl Rule for PercentSpacing {
    const CODE: Code = Code::new("percent-spacing", Severity::Info, &["space", "count"]);
    const LEVELS: Levels = Levels::NEWS;
}

impl Check for PercentSpacing {
    fn needs(&self, page: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::page(Signs::BRACE).only(!page.words.script.is_empty())
    }

    fn page(&self, page: &Page<'_>, out: &mut Findings<'_>) {
        if page.words.script.is_empty() {
            return;
        }
        let mut ways = Ways::<2>::new();
        for passage in page.passages() {
            let text = passage.text();
            for found in PERCENT.captures_iter(text) {
                let (Some(all), Some(space)) = (found.get(0), found.get(1)) else { continue };
                let word = text[all.end()..].starts_with(|c: char| c.is_alphanumeric());
                let range = space.start()..all.end();
                if !word && passage.written(range.clone()) == &text[range.clone()] {
                    ways.add(usize::from(!space.is_empty()), passage.span(range), "%");
                }
            }
        }
        for odd in ways.odd() {
            let spaced = odd.usual == 1;
            let gap = Span::new(odd.place.file.clone(), odd.place.start..odd.place.end - 1);
            let said = out.at(odd.place).with("space", if spaced { "yes" } else { "" });
            let said = said.with("count", odd.count).token("%");
            out.add(said.fix(gap, if spaced { "\u{a0}" } else { "" }));
        }
    }
}

static PERCENT: LazyLock<Regex> = LazyLock::new(|| pattern(r"\d([ \x{a0}\x{202f}\x{2009}]?)%"));

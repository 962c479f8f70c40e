//! Straight and curly quotes and apostrophes on one page.

use std::sync::LazyLock;

use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Levels, Needs, Page, Signs};
use super::reading::majority::Ways;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::text::pattern;

/// Quotes and apostrophes that are not those of their page.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct StraightQuotes {
    /// Whether apostrophes do not matter: `don't` beside “curly” quotes.
    quotes_only: bool,
}

impl Rule for StraightQuotes {
    const CODE: Code = Code::new("straight-quotes", Severity::Info, &["mark", "curly", "count"]);
    const LEVELS: Levels = Levels::NEWS;
}

impl Check for StraightQuotes {
    fn needs(&self, page: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::page(Signs::QUOTE | Signs::GENERAL).only(page.words.straight_quotes)
    }

    fn page(&self, page: &Page<'_>, out: &mut Findings<'_>) {
        if !page.words.straight_quotes {
            return;
        }
        let mut ways = Ways::<2>::new();
        for passage in page.passages() {
            let text = passage.text();
            for found in MARK.find_iter(text) {
                let left = text[..found.start()].chars().next_back().unwrap_or(' ');
                let right = text[found.end()..].chars().next().unwrap_or(' ');
                let mark = found.as_str();
                let apostrophe = matches!(mark, "'" | "’") && left.is_alphabetic() && right.is_alphabetic();
                let inches = matches!(mark, "\"" | "'") && left.is_numeric();
                // A single mark that stands elsewhere may be a foot, a minute or a letter's stroke.
                if inches || (mark == "'" && !apostrophe) || (apostrophe && self.quotes_only) {
                    continue;
                }
                ways.add(usize::from(matches!(mark, "\"" | "'")), passage.span(found.range()), mark);
            }
        }
        for odd in ways.odd() {
            let curly = if odd.usual == 0 { "yes" } else { "" };
            let said = out.at(odd.place).with("mark", &odd.what).with("curly", curly);
            out.add(said.with("count", odd.count).token(odd.what));
        }
    }
}

static MARK: LazyLock<Regex> = LazyLock::new(|| pattern(r#"["'“”‘’]"#));

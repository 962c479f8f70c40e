//! Dashes of two lengths on one page.

use std::sync::LazyLock;

use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Levels, Needs, Page, Signs};
use super::reading::majority::Ways;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::text::pattern;

/// Dashes that are not those of their page.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct DashStyle {}

impl Rule for DashStyle {
    const CODE: Code = Code::new("dash-style", Severity::Info, &["dash", "usual", "count"]);
    const LEVELS: Levels = Levels::NEWS;
}

const DASHES: [char; 2] = ['—', '–'];

impl Check for DashStyle {
    fn needs(&self, page: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::page(Signs::GENERAL).only(!page.words.dashes.is_empty())
    }

    fn page(&self, page: &Page<'_>, out: &mut Findings<'_>) {
        if page.words.dashes.is_empty() {
            return;
        }
        let mut ways = Ways::<2>::new();
        for passage in page.passages() {
            let text = passage.text();
            for found in DASH.find_iter(text) {
                let left = text[..found.start()].chars().next_back().unwrap_or('\n');
                let right = text[found.end()..].chars().next().unwrap_or('\n');
                let long = found.as_str() == "—";
                let apart = left.is_whitespace() && right.is_whitespace();
                let inside = left.is_alphabetic() && right.is_alphabetic();
                let before = text[..found.start()].trim_end().chars().next_back();
                let after = text[found.end()..].trim_start().chars().next();
                let range = before.is_some_and(char::is_numeric) && after.is_some_and(char::is_numeric);
                // A short one between words or figures joins them and is no dash of a sentence.
                if !range && (apart || (long && inside)) {
                    ways.add(usize::from(!long), passage.span(found.range()), found.as_str());
                }
            }
        }
        for odd in ways.odd() {
            let said = out.at(odd.place).with("dash", &odd.what);
            let said = said.with("usual", DASHES[odd.usual]).with("count", odd.count);
            out.add(said.token(odd.what));
        }
    }
}

static DASH: LazyLock<Regex> = LazyLock::new(|| pattern("[—–]"));

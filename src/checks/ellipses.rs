//! Three dots and the sign for them on one page.

use std::sync::LazyLock;

use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Levels, Needs, Page, Signs};
use super::reading::majority::Ways;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::text::pattern;

/// Ellipses that are not written as their page writes them.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Ellipses {}

impl Rule for Ellipses {
    const CODE: Code = Code::new("ellipses", Severity::Info, &["dots", "usual", "count"]);
    const LEVELS: Levels = Levels::NEWS;
}

const DOTS: [&str; 2] = ["…", "..."];

impl Check for Ellipses {
    fn needs(&self, page: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::page(Signs::GENERAL | Signs::TWO_STOPS).only(!page.words.script.is_empty())
    }

    fn page(&self, page: &Page<'_>, out: &mut Findings<'_>) {
        if page.words.script.is_empty() {
            return;
        }
        let mut ways = Ways::<2>::new();
        for passage in page.passages() {
            let text = passage.text();
            for found in ELLIPSIS.find_iter(text) {
                let ends = text[found.end()..].chars().next();
                let spread = ends.is_some_and(char::is_alphanumeric)
                    && !text[..found.start()].ends_with(char::is_alphanumeric);
                // `...rest` is code; four dots and more are neither.
                if !spread && found.len() == 3 {
                    ways.add(usize::from(found.as_str() == "..."), passage.span(found.range()), found.as_str());
                }
            }
        }
        for odd in ways.odd() {
            let said = out.at(odd.place).with("dots", &odd.what).with("usual", DOTS[odd.usual]);
            out.add(said.with("count", odd.count).token(odd.what));
        }
    }
}

static ELLIPSIS: LazyLock<Regex> = LazyLock::new(|| pattern(r"…|\.{3,}"));

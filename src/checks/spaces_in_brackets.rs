//! A space right inside a bracket.

use std::sync::LazyLock;

use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Levels, Needs, Page, Passage, Signs};
use super::reading::nearby::{word_after, word_before};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::text::pattern;

/// Spaces right inside brackets.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct SpacesInBrackets {}

impl Rule for SpacesInBrackets {
    const CODE: Code = Code::new("spaces-in-brackets", Severity::Info, &["before", "after"]);
    const LEVELS: Levels = Levels::NEWS;
}

impl Check for SpacesInBrackets {
    fn needs(&self, page: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::passage(Signs::BRACKET).only(!page.words.script.is_empty())
    }

    fn passage(&self, here: &Passage<'_>, _: Option<&Passage<'_>>, out: &mut Findings<'_>) {
        let text = here.text();
        if here.words().script.is_empty() {
            return;
        }
        for found in SPACED.find_iter(text) {
            let run = found.as_str();
            let opens = run.starts_with('(');
            let spaces = if opens { found.start() + 1..found.end() } else { found.start()..found.end() - 1 };
            let (left, right) = (text[..found.start()].chars().next_back(), text[found.end()..].chars().next());
            let beside = if opens { right } else { left };
            // A pair with nothing in it, a face, a bracket on a line of its own.
            if beside.is_none_or(|c| "()\n:;".contains(c)) || here.written(found.range()) != run {
                continue;
            }
            let (before, after) = if opens {
                ("(".to_owned(), word_after(text, found.end()))
            } else {
                (word_before(text, found.start()), ")".to_owned())
            };
            let said = out.at(here.span(found.range())).with("before", &before);
            let said = said.with("after", &after).fix(here.span(spaces), "");
            out.add(said.token(format!("{before} {after}")));
        }
    }
}

static SPACED: LazyLock<Regex> = LazyLock::new(|| pattern(r"\([ \x{a0}]+|[ \x{a0}]+\)"));

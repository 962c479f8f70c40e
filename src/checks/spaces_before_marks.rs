//! A space before a comma or another mark that follows its word.

use std::sync::LazyLock;

use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Levels, Needs, Page, Passage, Signs};
use super::reading::nearby::word_before;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::text::pattern;

/// Spaces before marks of punctuation.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct SpacesBeforeMarks {}

impl Rule for SpacesBeforeMarks {
    const CODE: Code = Code::new("spaces-before-marks", Severity::Info, &["mark", "before"]);
    const LEVELS: Levels = Levels::NEWS;
}

impl Check for SpacesBeforeMarks {
    fn needs(&self, page: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::passage(Signs::GAP).only(!page.words.closing_marks.is_empty())
    }

    fn passage(&self, here: &Passage<'_>, _: Option<&Passage<'_>>, out: &mut Findings<'_>) {
        let marks = &here.words().closing_marks;
        if marks.is_empty() {
            return;
        }
        let text = here.text();
        for found in SPACED.captures_iter(text) {
            let (Some(space), Some(mark)) = (found.get(1), found.get(2)) else { continue };
            let before = word_before(text, space.start());
            let next = text[mark.end()..].chars().next();
            let line = text[..space.start()].chars().next_back().is_none_or(|c| c == '\n');
            let goes_on = next.is_some_and(|c| !c.is_whitespace() && !"»”\")]".contains(c));
            let ratio = mark.as_str() == ":"
                && before.ends_with(char::is_numeric)
                && text[mark.end()..].trim_start().starts_with(char::is_numeric);
            let face = ":;".contains(mark.as_str()) && next.is_some_and(|c| "()".contains(c));
            if line || goes_on || ratio || face || !marks.iter().any(|known| known == mark.as_str()) {
                continue;
            }
            // What is not seen may stand between the word and its mark.
            let both = space.start()..mark.end();
            if here.written(both.clone()) != &text[both.clone()] {
                continue;
            }
            let said = out.at(here.span(both)).with("mark", mark.as_str()).with("before", &before);
            let said = said.fix(here.span(space.range()), "");
            out.add(said.token(format!("{before} {}", mark.as_str())));
        }
    }
}

static SPACED: LazyLock<Regex> = LazyLock::new(|| pattern(r"([ \x{a0}\x{202f}]+)(\p{P})"));

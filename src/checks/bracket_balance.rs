//! Brackets of which one is missing.

use std::sync::LazyLock;

use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Passage, Signs};
use super::reading::balance::{Balance, Mark, Role, elsewhere};
use super::reading::nearby::words_after;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::OBJECT;
use crate::text::pattern;

/// Brackets of which one is missing.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct BracketBalance {}

impl Rule for BracketBalance {
    const CODE: Code = Code::new(
        "bracket-balance",
        Severity::Warning,
        &["mark", "other", "words"],
    );
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for BracketBalance {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::passage(Signs::BRACKET)
    }

    fn passage(&self, here: &Passage<'_>, _: Option<&Passage<'_>>, out: &mut Findings<'_>) {
        for part in here.parts() {
            let mut found = balance(&part);
            let last = found.unclosed.last();
            if last.is_some_and(|mark| elsewhere(&part, mark, &balance)) {
                found.unclosed.pop();
            }
            let first = found.stray.first();
            if first.is_some_and(|mark| elsewhere(&part, mark, &balance)) {
                found.stray.remove(0);
            }
            for (open, close) in found.crossed {
                let said = out.at(part.span(open.at)).with("mark", open.sign);
                let said = said.with("other", close.sign).with("words", "");
                out.add(said.related(part.span(close.at)).token(open.sign));
            }
            for mark in found.unclosed {
                let words = words_after(part.text(), mark.at.end);
                let said = out.at(part.span(mark.at)).with("mark", mark.sign);
                let token = format!("{}{words}", mark.sign);
                out.add(said.with("other", "").with("words", &words).token(token));
            }
            for mark in found.stray {
                let said = out.at(part.span(mark.at)).with("mark", mark.sign);
                out.add(said.with("other", "").with("words", "").token(mark.sign));
            }
        }
    }
}

fn balance(here: &Passage<'_>) -> Balance {
    let text = here.text();
    if !text.contains(['(', ')', '[', ']']) {
        return Balance::default();
    }
    let mut passed = PASSED.find_iter(text).peekable();
    let mut marks = Vec::new();
    for (at, sign) in text.char_indices().filter(|(_, c)| "()[]".contains(*c)) {
        while passed.next_if(|range| range.end() <= at).is_some() {}
        if passed.peek().is_some_and(|range| range.start() <= at) {
            continue;
        }
        // An address that stands in the text ends before a bracket of its own: `https://a.org/b_(c)`.
        if sign == ')' && text[..at].ends_with(OBJECT) && opens(here, at) {
            continue;
        }
        marks.push(Mark {
            at: at..at + 1,
            sign,
            role: if "([".contains(sign) { Role::Opens } else { Role::Closes },
            leans_open: false,
            doubtful: sign == ')' && is_marker(text, at),
        });
    }
    Balance::of(marks, &|open, close| matches!((open, close), ('(', ')') | ('[', ']')))
}

/// Whether the thing before a place opens a bracket that it does not close.
fn opens(here: &Passage<'_>, at: usize) -> bool {
    let thing = here.written(at - OBJECT.len_utf8()..at);
    thing.starts_with("http") && thing.matches('(').count() > thing.matches(')').count()
}

/// Whether a bracket belongs to `a)` or `12)`, which nothing opens.
fn is_marker(text: &str, at: usize) -> bool {
    let start = text.floor_char_boundary(at.saturating_sub(12));
    MARKER.is_match(&text[start..at])
}

static MARKER: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:^|[\s(,;:\x{fffc}])(?:\p{L}|\d{1,3}|[ivx]{1,4})$"));

/// Brackets that are none: of faces, quoted ones, and those of intervals that hold one of their
/// ends only.
static PASSED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"(?:^|[\s\p{L}.!?,])[:;=][-'’]?[()\[\]]+|["'«“‘][()\[\]]+["'»”’]|\){3,}|\({3,}|\[\s*[^\s()\[\],;]{1,12}\s*[,;]\s*[^\s()\[\],;]{1,12}\s*\)|\(\s*[^\s()\[\],;]{1,12}\s*[,;]\s*[^\s()\[\],;]{1,12}\s*\]"#,
    )
});

//! A block of code that differs from the one in the source.

use std::sync::LazyLock;

use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Pair, Signs};
use super::reading::foreign;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::{Kind, Segment};
use crate::text::{Span, pattern};

/// Blocks of code that differ from those in the source.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct CodeBlocks {
    /// Whether texts in quotes are compared, too. Translators put samples into their language, so
    /// they are not unless this is `true`.
    strings: bool,
}

impl Rule for CodeBlocks {
    const CODE: Code = Code::new("code-blocks", Severity::Info, &["source", "target"]);
    const LEVELS: Levels = Levels::both(Level::Info);
}

impl Check for CodeBlocks {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::pair(Signs::ANY)
    }

    fn pair(&self, pair: &Pair<'_>, out: &mut Findings<'_>) {
        for unit in &pair.units {
            let ([source], [target]) = (unit.source.segments.as_slice(), unit.target.segments.as_slice()) else {
                continue;
            };
            if source.kind != Kind::Code || target.kind != Kind::Code || source.text == target.text {
                continue;
            }
            let Some((one, other)) = self.difference(source, target) else { continue };
            let place = |page: &Page<'_>, segment: &Segment, line: &Line| -> Span {
                page.span(segment.place(&(line.start..line.start + line.written.len())))
            };
            let found = out
                .at(place(pair.target, target, &other))
                .related(place(pair.source, source, &one))
                .with("source", one.written.trim())
                .with("target", other.written.trim())
                .about([source.text.as_str(), target.text.as_str()], unit.stale);
            out.add(found.token(other.written.trim()));
        }
    }
}

/// A line of code.
#[derive(Debug, Clone, Default)]
struct Line {
    start: usize,
    written: String,
    compared: String,
}

impl CodeBlocks {
    /// The first lines that differ, the fences with their language among them.
    fn difference(&self, source: &Segment, target: &Segment) -> Option<(Line, Line)> {
        let (mut left, mut right) = (self.lines(&source.text), self.lines(&target.text));
        let rows = left.len().max(right.len());
        left.resize_with(rows, Line::default);
        right.resize_with(rows, Line::default);
        let differ = |(one, other): &(Line, Line)| {
            let translated = foreign(&one.written) || foreign(&other.written);
            one.compared != other.compared && !(translated && !one.compared.is_empty() && !other.compared.is_empty())
        };
        let mut pairs = left.into_iter().zip(right);
        pairs.find(differ).map(|(one, other)| {
            let end = |line: &Line, text: &str| if line.written.is_empty() { text.len() } else { line.start };
            let (start, other_start) = (end(&one, &source.text), end(&other, &target.text));
            (Line { start, ..one }, Line { start: other_start, ..other })
        })
    }

    /// The lines of a block that say something, without comments.
    fn lines(&self, text: &str) -> Vec<Line> {
        let mut out = Vec::new();
        let mut start = 0;
        let mut comment = false;
        for line in text.split('\n') {
            let kept = COMMENT.replace_all(line, "");
            let kept = if self.strings { kept } else { STRING.replace_all(&kept, "\"\"").into_owned().into() };
            let inside = comment;
            if let Some(at) = kept.rfind("/*").into_iter().chain(kept.rfind("<!--")).max() {
                comment = !kept[at..].contains("*/") && !kept[at..].contains("-->");
            } else if kept.contains("*/") || kept.contains("-->") {
                comment = false;
            }
            let first = start == 0;
            let compared: String = match (first, inside || comment) {
                // The closing fence says nothing.
                _ if !first && !kept.trim().is_empty() && kept.trim().bytes().all(|byte| matches!(byte, b'`' | b'~')) => {
                    String::new()
                }
                (true, _) => OPENING.find(line).map_or("", |found| found.as_str()).to_owned(),
                (false, true) => String::new(),
                (false, false) => kept.split_whitespace().collect(),
            };
            if !compared.is_empty() {
                out.push(Line { start, written: line.to_owned(), compared });
            }
            start += line.len() + 1;
        }
        out
    }
}

/// The fence with its language: titles and marks behind it may be translated.
static OPENING: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[`~]{3,}[ \t]*[\w+#-]*|^\s*\S.*"));

/// What is said to people.
static COMMENT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"/\*.*?\*/|<!--.*?-->|(?:^|\s)(?:///?|#|--|;|%|REM )\s.*|(?:^|\s)//.*|^\s*(?:#|\*|///?|;).*")
});

static STRING: LazyLock<Regex> = LazyLock::new(|| pattern(r#""[^"]*"|'[^']*'|`[^`]*`|“[^”]*”|«[^»]*»"#));

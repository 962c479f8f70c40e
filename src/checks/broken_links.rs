//! Marks of a link that no reader of Markdown takes for one.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Fingerprint, Level, Levels, Needs, Page, Passage, Signs};
use super::reading::{touches, plain, reference};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::{PlaceholderKind, Segment};
use crate::text::pattern;

/// Marks of a link that make none.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct BrokenLinks {}

impl Rule for BrokenLinks {
    const CODE: Code = Code::new("broken-links", Severity::Error, &["link", "why"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for BrokenLinks {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::passage(Signs::BRACKET.written())
    }

    fn passage(&self, here: &Passage<'_>, _: Option<&Passage<'_>>, out: &mut Findings<'_>) {
        for segment in &here.segments {
            if !segment.text.contains('[') {
                continue;
            }
            // One passage may have many of them, and is read once.
            let key = Fingerprint::of([segment.text.as_str()]).to_string();
            let mut seen = 0;
            for (why, range, token) in broken(segment) {
                if range.start < seen {
                    continue;
                }
                seen = range.end;
                let link = &segment.text[range.clone()];
                let found = out.at(here.page.span(segment.place(&range)));
                let found = found.with("link", link).with("why", why).token(token);
                out.add(found.about([key.as_str()], false));
            }
        }
    }
}

/// What is no broken link: links and images that are whole, and code.
const MARKED: &[PlaceholderKind] = &[
    PlaceholderKind::Link,
    PlaceholderKind::Image,
    PlaceholderKind::Code,
];

/// Why each is broken, where it stands, and what an ignore names it by.
fn broken(segment: &Segment) -> Vec<(&'static str, Range<usize>, String)> {
    let mut out = Vec::new();
    let words = plain(segment);
    for found in UNDEFINED.captures_iter(&words) {
        let Some(whole) = found.get(1) else { continue };
        let name = if found[3].is_empty() { &found[2] } else { &found[3] };
        out.push(("undefined", whole.range(), reference(name)));
    }
    for (why, shape) in [("space", &*SPACE), ("apart", &*APART), ("escaped", &*ESCAPED)] {
        for found in shape.captures_iter(&segment.text) {
            let Some(whole) = found.get(0) else { continue };
            let range = whole.range();
            let target = found.get(1).map_or("", |target| target.as_str());
            if !touches(segment, &range, MARKED) && !target.contains("{{") {
                out.push((why, range, reference(target)));
            }
        }
    }
    out.sort_by_key(|(_, range, _)| (range.start, range.end));
    out
}

/// `[text][name]`, or `[text][]`, left as words: the name is defined nowhere.
static UNDEFINED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?:^|[^\p{L}\d_\])\[!\\])(\[([^\[\]\n]+)\]\[([^\[\]\n]*)\])")
});

/// A space or a tab inside a URL.
static SPACE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r#"\]\(((?:https?://|\.{0,2}/)[^\s()<>"']*[ \t]+[^\s()<>"'«“][^()<>"'\n]*)\)"#)
});

/// A space between the text of a link and its URL.
static APART: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\[[^\[\]\n]+\][ \t]+\(((?:https?://|\.{0,2}/)[^\s()]+)\)")
});

/// Brackets that are escaped, around the text of what would be a link.
static ESCAPED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"\\\[[^\[\]\n]*\\\](?:\\?\(([^\s()]*)\\?\)|\\?\[([^\[\]\n]*)\\?\])")
});

//! The ids that headings get, as site generators make them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

use super::outline::headings;
use crate::checks::engine::Page;
use crate::document::{PlaceholderKind, Segment, Shown};
use crate::text::{heading_id, pattern};

/// How ids of headings are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
#[schemars(inline)]
pub(crate) enum Slugger {
    /// As on GitHub: lower case, hyphens for spaces, no punctuation.
    #[default]
    Github,
    /// As in Docusaurus: the same, unless the heading names its id, `{#id}`.
    Docusaurus,
    /// As in Hugo: the same, unless the heading names its id.
    Hugo,
    /// Not at all: only ids that somebody wrote count.
    Explicit,
}

/// Every id on a page, in lower case.
pub(crate) fn ids(page: &Page<'_>, slugger: Slugger) -> BTreeSet<String> {
    let mut out: BTreeSet<String> = order(page, slugger).into_keys().collect();
    for found in WRITTEN.captures_iter(page.text) {
        let id = found.iter().skip(1).flatten().next();
        out.extend(id.map(|id| id.as_str().to_lowercase()));
    }
    out
}

/// The headings of a page by their ids: which of them it is, from 0 on.
pub(crate) fn order(page: &Page<'_>, slugger: Slugger) -> BTreeMap<String, usize> {
    let mut out = BTreeMap::new();
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    for (at, segment) in headings(page).enumerate() {
        if let Some(id) = explicit(segment) {
            out.entry(id.to_lowercase()).or_insert(at);
            if matches!(slugger, Slugger::Docusaurus | Slugger::Hugo) {
                continue;
            }
        }
        if slugger != Slugger::Explicit {
            let slug = heading_id(&title(segment));
            let again = taken.entry(slug.clone()).or_default();
            let id = if *again == 0 {
                slug
            } else {
                format!("{slug}-{again}")
            };
            *again += 1;
            out.entry(id).or_insert(at);
        }
    }
    out
}

/// The id that a heading names: `{#id}`, or `{/*id*/}` as React's documentation has it.
fn explicit(segment: &Segment) -> Option<&str> {
    let found = WRITTEN.captures_iter(&segment.text).last()?;
    found.iter().skip(1).flatten().next().map(|id| id.as_str())
}

/// The words of a heading, those of code among them.
fn title(segment: &Segment) -> String {
    let mut out = String::new();
    for piece in &segment.visible {
        let written = &segment.text[piece.range.clone()];
        match &piece.shown {
            Shown::Written => out.push_str(written),
            Shown::Decoded(words) => out.push_str(words),
            Shown::Space => out.push(' '),
            Shown::Object => {
                let marks = &segment.placeholders;
                let at = marks.partition_point(|mark| mark.range.start < piece.range.start);
                let mark = marks.get(at);
                if mark.is_none_or(|mark| mark.kind != PlaceholderKind::Expression) {
                    out.push_str(written.trim_matches('`').trim());
                }
            }
            Shown::Hidden => {}
        }
    }
    out
}

/// Ids that somebody wrote: `{#id}`, `{/*id*/}`, `<a id="…">`, `<a name="…">`.
static WRITTEN: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"\{:?\s*#([^\s{}]+)[^{}]*\}|\{/\*\s*([\w.-]+)\s*\*/\}|<[A-Za-z][^<>]*?\s(?:id|name)\s*=\s*["']([^"'<>]+)["']"#,
    )
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::words::Words;
    use crate::document::Reader;

    #[test]
    fn ids_in_both_languages() {
        let text = "# Приём заявок: шаг 1\n\n## The `status` command\n\n## Сроки {#dates}\n\n## Сроки\n\n## Сроки\n\n<a id=\"Map\"></a>\n";
        let document = Reader::for_test("a.md").read(text).document;
        let words = Words::default();
        let page = Page::new("a.md", &words, text, &document);
        let found = ids(&page, Slugger::Hugo);
        for id in [
            "приём-заявок-шаг-1",
            "the-status-command",
            "dates",
            "сроки",
            "сроки-1",
            "map",
        ] {
            assert!(found.contains(id), "{id} {found:?}");
        }
        assert_eq!(order(&page, Slugger::Hugo).get("сроки-1"), Some(&4));
        assert!(!ids(&page, Slugger::Explicit).contains("сроки"));
    }
}

//! The keywords of directives and admonitions, which a site generator has to know.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::thing::Thing;
use crate::checks::engine::Page;
use crate::document::Kind;
use crate::text::pattern;

/// Every line that opens a directive: `:::tip`, `> [!NOTE]`, `!!! note`, `{% note %}`, `{{< note >}}`.
/// Its value is the keyword as it is written, with the sign before it.
pub(crate) fn directives(page: &Page<'_>) -> Vec<Thing> {
    let mut out = Vec::new();
    let segments = &page.document.segments;
    let body = page
        .document
        .front_matter
        .as_ref()
        .map_or(0, |front| front.end);
    let mut seen = 0;
    for (at, segment) in segments.iter().enumerate() {
        let Range { start, end } = segment.lines;
        if matches!(segment.kind, Kind::Code | Kind::Comment) || end <= body {
            seen = seen.max(end);
            continue;
        }
        let start = start.max(seen);
        // The sign of an alert stands above the text of its quote.
        let above = page.text[seen..start].trim_end();
        let start = above
            .rfind('\n')
            .map_or(seen, |line| seen + line + 1)
            .min(start);
        if start >= end {
            continue;
        }
        let Some(lines) = page.text.get(start..end) else {
            continue;
        };
        if [":::", "[!", "!!!", "???", "{%", "{{"]
            .iter()
            .any(|sign| lines.contains(sign))
        {
            let mut ticks = Ticks::default();
            for found in KEYWORD.captures_iter(lines) {
                let Some(keyword) = found.iter().skip(1).flatten().next() else {
                    continue;
                };
                // What stands in inline code is talked about.
                ticks.count(lines, keyword.start());
                if ticks.odd {
                    continue;
                }
                let sign = found[0].trim_start_matches([' ', '\t', '>']);
                let end = sign.find(keyword.as_str()).unwrap_or(0) + keyword.len();
                // Alerts are read in any case.
                let value = if sign.starts_with("[!") {
                    sign.to_lowercase()
                } else {
                    sign[..end].split_whitespace().collect()
                };
                out.push(Thing {
                    value,
                    shown: keyword.as_str().to_owned(),
                    place: start + keyword.start()..start + keyword.end(),
                    segment: at,
                });
            }
        }
        seen = end;
    }
    out
}

/// Whether an odd number of backticks stands before a place in its line.
#[derive(Default)]
struct Ticks {
    at: usize,
    odd: bool,
}

impl Ticks {
    /// Counts on to a place; places come in order.
    fn count(&mut self, lines: &str, to: usize) {
        for byte in lines[self.at..to].bytes() {
            self.odd = byte != b'\n' && (self.odd ^ (byte == b'`'));
        }
        self.at = to;
    }
}

static KEYWORD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?m)^[ \t>]*:{3,}[ \t]*\{?([\p{L}_][\p{L}\p{M}\d_-]*)|^[ \t]*>[ \t]*\[!([\p{L}_-]+)\]|^[ \t]*(?:!!!|\?\?\?)\+?[ \t]+([\p{L}_-]+)|\{%-?[ \t]*([\p{L}_][\p{L}\d_-]*)[^{}]*%\}|\{\{<[ \t]*([\p{L}_][\p{L}\d_-]*)[^{}]*>\}\}|\{\{%[ \t]*([\p{L}_][\p{L}\d_-]*)[^{}]*%\}\}",
    )
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::words::Words;
    use crate::document::Reader;

    #[test]
    fn keywords_of_every_kind() {
        let text = "---\ntitle: \":::no\"\n---\n:::tip Совет\nТекст\n:::\n\n> [!NOTE]\n> Текст\n\n!!! warning \"Срок\"\n\n\
                    {% list tabs %}\n\n```md\n:::code\n```\n\n:::внимание[Важно]\n{{< note >}}Да{{< /note >}}\n";
        let document = Reader::for_test("a.md").read(text).document;
        let words = Words::default();
        let page = Page::new("a.md", &words, text, &document);
        let found: Vec<String> = directives(&page).into_iter().map(|one| one.shown).collect();
        assert_eq!(
            found,
            ["tip", "NOTE", "warning", "list", "внимание", "note"]
        );
    }
}

//! The build of a page: its headings, and how many parts of each kind stand between them.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::directives::directives;
use crate::checks::engine::Page;
use crate::document::{Kind, Segment};
use crate::text::pattern;

/// What stands between two headings.
#[derive(Debug, Default)]
pub(crate) struct Section {
    /// The segment of its heading; none before the first one.
    pub(crate) heading: Option<usize>,
    /// Its parts by what they are, each in the order of the file.
    pub(crate) parts: BTreeMap<String, Vec<Part>>,
}

/// A part of a section.
#[derive(Debug, Clone)]
pub(crate) struct Part {
    /// Its bytes in the file.
    pub(crate) place: Range<usize>,
    /// The segment it stands in.
    pub(crate) segment: usize,
}

/// Names of parts; any other name is that of an element.
pub(crate) mod what {
    /// An item of a list.
    pub(crate) const ITEMS: &str = "items";
    /// A table.
    pub(crate) const TABLES: &str = "tables";
    /// A row of a table, its head among them.
    pub(crate) const ROWS: &str = "rows";
    /// A column of a table.
    pub(crate) const COLUMNS: &str = "columns";
    /// A block of code.
    pub(crate) const CODE: &str = "code";
    /// A quotation.
    pub(crate) const QUOTES: &str = "quotes";
    /// A directive.
    pub(crate) const DIRECTIVES: &str = "directives";
}

/// The headings of a page.
pub(crate) fn headings<'p>(page: &'p Page<'_>) -> impl Iterator<Item = &'p Segment> {
    let all = page.document.segments.iter();
    all.filter(|segment| matches!(segment.kind, Kind::Heading(_)))
}

/// The sections of a page, in order: one more than it has headings.
pub(crate) fn sections(page: &Page<'_>) -> Vec<Section> {
    let directives = directives(page);
    let mut directives = directives.iter().peekable();
    let mut out = vec![Section::default()];
    let mut last_cell: Option<Range<usize>> = None;
    let mut quoted = false;
    let mut end = 0;
    for (at, segment) in page.document.segments.iter().enumerate() {
        if let Kind::Heading(_) = segment.kind {
            out.push(Section {
                heading: Some(at),
                ..Section::default()
            });
        }
        let Some(section) = out.last_mut() else {
            continue;
        };
        let mut add = |what: &str, place: Range<usize>| {
            let parts = section.parts.entry(what.to_owned()).or_default();
            parts.push(Part { place, segment: at });
        };
        let new_line = segment.lines.start >= end;
        match segment.kind {
            Kind::ListItem => add(what::ITEMS, segment.span.clone()),
            Kind::Code => add(what::CODE, segment.span.clone()),
            Kind::TableCell if new_line => {
                let between = last_cell
                    .as_ref()
                    .map(|last| &page.text[last.end..segment.lines.start]);
                let header = DELIMITER.find(&page.text[segment.lines.clone()]);
                if between.is_none_or(|text| text.trim_matches([' ', '\t', '>', '\r']) != "\n")
                    || header.is_some()
                {
                    add(what::TABLES, segment.lines.clone());
                    for _ in header
                        .map_or("", |line| line.as_str())
                        .split('|')
                        .filter(|cell| cell.contains('-'))
                    {
                        add(what::COLUMNS, segment.lines.clone());
                    }
                }
                add(what::ROWS, segment.lines.clone());
                last_cell = Some(segment.lines.clone());
            }
            Kind::Tag => {
                for tag in ELEMENT.captures_iter(&segment.text) {
                    if let Some(name) = tag.get(1) {
                        let place = segment.place(&(name.start()..name.end()));
                        add(name.as_str(), place);
                    }
                }
            }
            _ => {}
        }
        let in_quote = page.text[segment.lines.clone()]
            .trim_start()
            .starts_with('>');
        if new_line && segment.kind != Kind::Code {
            if in_quote && !(quoted && joined(&page.text[end..segment.lines.start])) {
                add(what::QUOTES, segment.span.clone());
            }
            quoted = in_quote;
        }
        while directives.next_if(|one| one.segment <= at).is_some() {
            add(what::DIRECTIVES, segment.lines.clone());
        }
        end = end.max(segment.lines.end);
    }
    out
}

/// Whether what stands between two quoted lines is quoted, too.
fn joined(between: &str) -> bool {
    let mut inner = between.split('\n').skip(1);
    let last = between.matches('\n').count();
    inner
        .by_ref()
        .take(last.saturating_sub(1))
        .all(|line| line.trim_start().starts_with('>'))
}

/// The line under the head of a table.
static DELIMITER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?m)^[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t\r]*$")
});

/// The name of an element that opens.
static ELEMENT: LazyLock<Regex> = LazyLock::new(|| pattern(r"<([A-Za-z][\w.:-]*)"));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::words::Words;
    use crate::document::Reader;

    fn counts(text: &str) -> Vec<Vec<(String, usize)>> {
        let document = Reader::for_test("a.mdx").read(text).document;
        let words = Words::default();
        let page = Page::new("a.mdx", &words, text, &document);
        let count = |section: Section| {
            let parts = section.parts.into_iter();
            parts.map(|(what, parts)| (what, parts.len())).collect()
        };
        sections(&page).into_iter().map(count).collect()
    }

    #[test]
    fn parts_are_counted_between_headings() {
        let text = "> Цитата\n>\n> дальше\n\n# Приём\n\n- паспорт\n- фото\n  - копия\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n\
                    ## Tabs\n\n<Tabs>\n\n```sh\nx\n```\n\n:::tip\nДа\n:::\n\n</Tabs>\n\n> a\n\n> b\n";
        let found = counts(text);
        let all = |at: usize| {
            found[at]
                .iter()
                .map(|(what, count)| format!("{what} {count}"))
                .collect::<Vec<_>>()
        };
        assert_eq!(all(0), ["quotes 1"]);
        assert_eq!(all(1), ["columns 2", "items 3", "rows 2", "tables 1"]);
        assert_eq!(all(2), ["Tabs 1", "code 1", "directives 1", "quotes 2"]);
    }
}

//! Plain text becomes segments: its paragraphs, which blank lines part.

use super::laid::{Found, words};
use super::view::lines;
use super::{Draft, Kind};
use crate::text::LineIndex;

/// What the first line of a translation says while it is a draft.
const DRAFT: &str = "# draft";

/// Reads a whole file of plain text.
pub(super) fn read(draft: &mut Draft<'_>) {
    let file = draft.text;
    let index = LineIndex::new(file);
    let from = if file.starts_with('\u{feff}') { 3 } else { 0 };
    let mut open: Option<(usize, usize)> = None;
    let mut found = Vec::new();
    for (at, line) in lines(file, from) {
        let mark = at == from && line == DRAFT;
        if line.trim().is_empty() || mark {
            found.extend(open.take());
            continue;
        }
        let start = at + (line.len() - line.trim_start().len());
        let end = at + line.trim_end().len();
        open = Some((open.map_or(start, |(start, _)| start), end));
    }
    found.extend(open);
    let segments = found.into_iter().map(|(start, end)| {
        let paragraph = Found {
            kind: Kind::Paragraph,
            key: None,
            visible: words(file, &(start..end)),
            span: start..end,
            marks: Vec::new(),
            mute: false,
        };
        paragraph.segment(file, &index)
    });
    draft.segments.extend(segments);
}

#[cfg(test)]
mod tests {
    use crate::document::{OBJECT, Reader};

    #[test]
    fn paragraphs_are_segments() {
        let text = "\u{feff}  Новости\r\nсайта \r\n\r\n \r\nSite news\n-----\n";
        let parsed = Reader::for_test("a.txt").read(text);
        let seen = parsed.document.segments.iter();
        let seen: Vec<&str> = seen.map(|segment| segment.reader.as_str()).collect();
        assert_eq!(seen, ["Новости сайта", "Site news -----"]);
    }

    #[test]
    fn addresses_are_no_words() {
        let text = "Пишите на info@example.ru, см. https://a.b/в?x=1.\nSee www.a.b!\n";
        let parsed = Reader::for_test("a.txt").read(text);
        let segment = &parsed.document.segments[0];
        let reader = segment.reader.replace(OBJECT, "…");
        assert_eq!(reader, "Пишите на …, см. …. See …!");
        let places = segment.placeholders.iter();
        let places: Vec<&str> = places
            .map(|mark| &text[segment.place(&mark.range)])
            .collect();
        assert_eq!(places, ["info@example.ru", "https://a.b/в?x=1", "www.a.b"]);
    }

    #[test]
    fn the_mark_of_a_draft_is_no_paragraph() {
        let parsed = Reader::for_test("a.txt").read("# draft\n\nТекст\n");
        let prose = parsed.document.segments.iter().filter(|s| s.prose).count();
        assert_eq!(prose, 1);
    }
}

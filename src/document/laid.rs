//! Text that runs over lines: what a segment makes of it, and where each of its lines stands.

use std::ops::Range;

use super::inline::{Extra, Inline};
use super::{Kind, OBJECT, Placeholder, Segment, Shown, Visible};
use crate::text::{LineIndex, speaks};

/// A segment in the making; all its ranges are bytes of the file.
pub(super) struct Found {
    pub(super) kind: Kind,
    pub(super) key: Option<String>,
    pub(super) span: Range<usize>,
    /// What is seen, in order.
    pub(super) visible: Vec<Visible>,
    pub(super) marks: Vec<Placeholder>,
    /// Not for readers of this language, whatever it says.
    pub(super) mute: bool,
}

impl Found {
    /// The segment, with its places counted in its own text.
    pub(super) fn segment(self, file: &str, index: &LineIndex) -> Segment {
        let (text, origins) = lay(file, &self.span, self.kind != Kind::Code);
        let inline = Inline::of(self.visible, self.marks).moved(&origins);
        let (visible, placeholders) = inline.refined(&text, Extra::Page).parts();
        let reader = reader(&visible, &text);
        let prose = !self.mute && reader.chars().any(|c| speaks(c) || c == OBJECT);
        let lines = whole_lines(file, index, &self.span);
        Segment {
            key: self.key,
            kind: self.kind,
            prose,
            span: self.span,
            lines,
            reader: if self.mute { String::new() } else { reader },
            visible: if self.mute { Vec::new() } else { visible },
            placeholders,
            text,
            origins,
            wording: None,
        }
    }
}

/// The words in `range`: as they are written, and one space for a line break with all the white
/// space around it.
pub(super) fn words(file: &str, range: &Range<usize>) -> Vec<Visible> {
    let mut out = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let rest = &file[at..range.end];
        let Some(end) = memchr::memchr(b'\n', rest.as_bytes()) else {
            out.push(Visible::new(at..range.end, Shown::Written));
            break;
        };
        let line = &rest[..end];
        let end = at + line.trim_end_matches(blank).len();
        if at < end {
            out.push(Visible::new(at..end, Shown::Written));
        }
        let behind = &file[at + line.len()..range.end];
        at = range.end - behind.trim_start_matches(|c| blank(c) || c == '\n').len();
        out.push(Visible::new(end..at, Shown::Space));
    }
    out
}

/// White space that says nothing beside a line break.
fn blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\r' | '\u{c}')
}

/// The text of `span` with `\n` for each line break, and where each of its lines begins, there
/// and in the file. Without indentation and trailing space, unless they count.
fn lay(file: &str, span: &Range<usize>, dedent: bool) -> (String, Vec<(usize, usize)>) {
    let mut text = String::with_capacity(span.len());
    let mut origins = Vec::new();
    let mut at = span.start;
    for line in file[span.clone()].split_inclusive('\n') {
        let ended = line.strip_suffix('\n');
        let row = match ended {
            Some(row) if dedent => row.trim_end_matches(blank),
            Some(row) => row.strip_suffix('\r').unwrap_or(row),
            None => line,
        };
        let skip = if dedent && at > span.start {
            row.len() - row.trim_start_matches(blank).len()
        } else {
            0
        };
        origins.push((text.len(), at + skip));
        text.push_str(&row[skip..]);
        text.extend(ended.map(|_| '\n'));
        at += line.len();
    }
    (text, origins)
}

/// What a reader reads. Tags part no words.
fn reader(visible: &[Visible], text: &str) -> String {
    let mut out = String::new();
    for Visible { range, shown } in visible {
        match shown {
            Shown::Written => out.push_str(&text[range.clone()]),
            Shown::Decoded(words) => out.push_str(words),
            Shown::Space => out.push(' '),
            Shown::Hidden => {}
            Shown::Object => out.push(OBJECT),
        }
    }
    out.trim().to_owned()
}

/// The whole lines that `span` touches, without BOM and the last line break.
fn whole_lines(file: &str, index: &LineIndex, span: &Range<usize>) -> Range<usize> {
    let (first, last) = index.lines(span);
    let start = index.range(first).start;
    let bom = start == 0 && file.starts_with('\u{feff}');
    let end = index.range(last).end;
    let last = &file[..end];
    let last = last.strip_suffix('\n').unwrap_or(last);
    let last = last.strip_suffix('\r').unwrap_or(last);
    (if bom { 3 } else { start })..last.len().max(span.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_break_with_its_indentation_is_one_space() {
        let file = "Два  слова \r\n\t и two\n\n";
        let seen: Vec<String> = words(file, &(0..file.len()))
            .into_iter()
            .map(|piece| match piece.shown {
                Shown::Space => "·".to_owned(),
                _ => file[piece.range].to_owned(),
            })
            .collect();
        assert_eq!(seen, ["Два  слова", "·", "и two", "·"]);
        let (text, origins) = lay(file, &(0..file.len() - 2), true);
        assert_eq!(text, "Два  слова\nи two");
        assert_eq!(origins[1].1, file.find("и two").unwrap());
    }
}

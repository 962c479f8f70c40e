//! Blocks: segments that stand on the same lines, such as the cells of a table row.

use std::ops::Range;

use super::{Document, Kind, Segment};

/// What is compared and moved as a whole: nearly always one segment, else the cells of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// Its segments, as indexes into [`Document::segments`].
    pub segments: Range<usize>,
    /// Its whole lines in the file, without the last line break.
    pub lines: Range<usize>,
    /// Its lines as they compare: without quote signs, common indentation and trailing space.
    pub text: String,
}

impl Block {
    /// The kind of its first segment.
    pub fn kind(&self, document: &Document) -> Kind {
        document.segments[self.segments.start].kind
    }

    /// The key of its first segment.
    pub fn key<'a>(&self, document: &'a Document) -> Option<&'a str> {
        document.segments[self.segments.start].key.as_deref()
    }

    /// Its segments themselves.
    pub fn of<'a>(&self, document: &'a Document) -> &'a [Segment] {
        &document.segments[self.segments.clone()]
    }

    /// Whether a reader reads any of it.
    pub fn prose(&self, document: &Document) -> bool {
        self.of(document).iter().any(|segment| segment.prose)
    }

    /// What a reader reads in it.
    pub fn reader(&self, document: &Document) -> String {
        let parts: Vec<&str> = self
            .of(document)
            .iter()
            .map(|s| s.reader.as_str())
            .collect();
        parts.join(" | ")
    }
}

/// Groups segments that share lines of `file`.
pub(super) fn group(segments: &[Segment], file: &str) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    for (at, segment) in segments.iter().enumerate() {
        match out.last_mut() {
            Some(last) if segment.lines.start < last.lines.end => {
                last.segments.end = at + 1;
                last.lines.end = last.lines.end.max(segment.lines.end);
            }
            _ => out.push(Block {
                segments: at..at + 1,
                lines: segment.lines.clone(),
                text: String::new(),
            }),
        }
    }
    for block in &mut out {
        block.text = comparable(&file[block.lines.clone()]);
        let first = &segments[block.segments.start];
        if first.kind == Kind::Attribute && block.text.starts_with('.') {
            // An attribute of Fluent is told by its whole name: many messages have a title.
            let id = first.key.as_deref().and_then(|key| key.rsplit_once('.'));
            block.text.insert_str(0, id.map_or("", |(id, _)| id));
        }
    }
    out
}

/// Lines without what their surroundings put before and behind them.
fn comparable(lines: &str) -> String {
    let alone = lines.trim();
    if !lines.contains('\n') && !alone.starts_with('>') {
        // Nearly every block is one line.
        return alone.to_owned();
    }
    let mut rows: Vec<&str> = lines.lines().map(str::trim_end).collect();
    while rows
        .iter()
        .all(|row| row.is_empty() || row.trim_start().starts_with('>'))
    {
        let bare = |row: &&str| row.trim_start().is_empty();
        if rows.iter().all(bare) {
            break;
        }
        for row in &mut rows {
            let rest = row.trim_start();
            let rest = rest.strip_prefix('>').unwrap_or(rest);
            *row = rest.strip_prefix(' ').unwrap_or(rest);
        }
    }
    let indent = |row: &&str| row.len() - row.trim_start_matches([' ', '\t']).len();
    let common = rows
        .iter()
        .filter(|row| !row.is_empty())
        .map(indent)
        .min()
        .unwrap_or(0);
    let kept: Vec<&str> = rows
        .iter()
        .map(|row| row.get(common..).unwrap_or(""))
        .collect();
    kept.join("\n").trim_matches('\n').to_owned()
}

#[cfg(test)]
mod tests {
    use super::comparable;

    #[test]
    fn surroundings_do_not_count() {
        assert_eq!(comparable("> > Цитата\n> > дальше  "), "Цитата\nдальше");
        assert_eq!(comparable("    код\n      глубже"), "код\n  глубже");
        assert_eq!(comparable("- пункт\r\n  дальше\r"), "- пункт\n  дальше");
        assert_eq!(comparable(">\n>"), "");
    }
}

//! What no parser took: every line that is not blank becomes a segment of its own.

use super::view::lines;
use super::{Draft, Format, Kind, Segment, special};

/// Gives each line that is not blank and not covered yet a segment that is not prose, and
/// puts all segments in the order of the file.
pub(super) fn fill(draft: &mut Draft) {
    draft
        .segments
        .sort_by_key(|segment| (segment.span.start, segment.span.end));
    let mut covered = draft
        .segments
        .iter()
        .map(|segment| segment.lines.clone())
        .peekable();
    let fences = draft
        .front_matter
        .clone()
        .map(|range| (range.start, last_line(draft.text, range.end)));
    let hashes = matches!(draft.format, Format::Fluent | Format::Text);
    let mut rest = Vec::new();
    for (start, line) in lines(draft.text, 0) {
        while covered
            .next_if(|range| range.end <= start && range.end != range.start)
            .is_some()
        {}
        let end = start + line.len();
        let taken = covered
            .peek()
            .is_some_and(|range| range.start < end.max(start + 1) && start < range.end);
        let fence = fences.is_some_and(|(open, close)| start == open || start == close);
        let text = line.trim_start_matches('\u{feff}');
        if taken || fence || bare(text) {
            continue;
        }
        let in_front = draft
            .front_matter
            .as_ref()
            .is_some_and(|range| range.contains(&start));
        let begin = end - text.trim_start().len();
        rest.push(Segment {
            key: None,
            kind: kind(text.trim(), in_front || hashes),
            prose: false,
            span: begin..begin + text.trim().len(),
            lines: end - text.len()..end,
            text: text.trim().to_owned(),
            reader: String::new(),
            placeholders: Vec::new(),
            visible: Vec::new(),
            origins: vec![(0, begin)],
            wording: None,
        });
    }
    draft.segments.append(&mut rest);
    draft
        .segments
        .sort_by_key(|segment| (segment.span.start, segment.span.end));
}

/// Nothing but space and quote signs: layout, not content.
fn bare(line: &str) -> bool {
    line.chars().all(|c| c.is_whitespace() || c == '>')
}

fn last_line(text: &str, end: usize) -> usize {
    let body = text[..end].trim_end_matches(['\n', '\r']);
    body.rfind('\n').map_or(0, |at| at + 1)
}

fn kind(line: &str, hash_comments: bool) -> Kind {
    if hash_comments {
        return if line.starts_with('#') {
            Kind::Comment
        } else {
            Kind::Other
        };
    }
    match line.as_bytes() {
        [b'<', b'!', b'-', ..] | [b'{', b'/', b'*', ..] => Kind::Comment,
        [b'<' | b'{', ..] | [b':', b':', b':', ..] => Kind::Tag,
        [b'[', ..] => Kind::Definition,
        _ if special::is_import(line) => Kind::Import,
        _ => Kind::Other,
    }
}

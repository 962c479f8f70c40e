//! Inline code, made comparable.

use std::ops::Range;

use crate::checks::engine::Passage;
use crate::document::{PlaceholderKind, Segment};

/// Inline code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Span {
    /// What is compared.
    pub(crate) value: String,
    /// The code as it is written, without backticks.
    pub(crate) shown: String,
    /// Its bytes in the file.
    pub(crate) place: Range<usize>,
}

/// The inline code of a segment.
pub(crate) fn spans(segment: &Segment) -> impl Iterator<Item = Span> {
    let code = |mark: &&crate::document::Placeholder| mark.kind == PlaceholderKind::Code;
    segment.placeholders.iter().filter(code).map(|mark| {
        let shown = segment.text[mark.range.clone()].trim_matches('`').trim();
        Span {
            value: same_code(shown),
            shown: shown.to_owned(),
            place: segment.place(&mark.range),
        }
    })
}

/// The inline code of a passage.
pub(crate) fn spans_of(passage: &Passage<'_>) -> Vec<Span> {
    passage
        .segments
        .iter()
        .flat_map(|segment| spans(segment))
        .collect()
}

/// Code as it compares: white space, quotation marks around it, the brackets behind a function and
/// the escapes of tables and HTML do not count.
pub(crate) fn same_code(code: &str) -> String {
    let code = code
        .replace("\\|", "|")
        .replace("&lt;", "<")
        .replace("&gt;", ">");
    let code: String = code.replace("&amp;", "&").split_whitespace().collect();
    let code = code.strip_suffix("()").unwrap_or(&code);
    let bare = code.trim_matches(['"', '\'', ':']);
    if bare.is_empty() { code } else { bare }.to_owned()
}

/// Whether there is a letter in it that no programming language asks for.
pub(crate) fn foreign(code: &str) -> bool {
    code.chars().any(|c| c.is_alphabetic() && !c.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_code_in_two_spellings() {
        assert_eq!(same_code("a + b"), same_code("a+b"));
        assert_eq!(same_code("status()"), same_code("\"status\""));
        assert_ne!(same_code("Status"), same_code("status"));
        assert!(foreign("статус") && !foreign("status"));
    }
}

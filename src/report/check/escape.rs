//! Text of unknown origin, made safe for each kind of output.

use std::borrow::Cow;
use std::fmt::Write as _;

use crate::text::visible;

/// What no output may hold as it is, written out: what commands a terminal or turns the order of
/// letters round, and what is no character in XML.
pub(super) fn safe(text: &str) -> String {
    let text = visible(text);
    text.replace('\u{fffe}', "\\u{fffe}")
        .replace('\u{ffff}', "\\u{ffff}")
}

/// The same in one line.
pub(super) fn one_line(text: &str) -> String {
    safe(&text.replace("\r\n", " ").replace(['\n', '\r', '\t'], " "))
}

/// Text between the tags of HTML or in a value in quotes.
pub(super) fn html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in safe(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}

/// One line of Markdown that shows `text` as it was written, also in a cell of a table.
///
/// Sites make links of what looks like a person, an issue or an address, whatever stands before it;
/// only a letter in between keeps them from it, and the word joiner is one that nobody sees.
pub(super) fn markdown(text: &str) -> String {
    const JOINER: char = '\u{2060}';
    let text = one_line(text);
    let mut out = String::with_capacity(text.len() + 16);
    let mut rest = text.chars().peekable();
    let mut word = String::new();
    while let Some(c) = rest.next() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            c if "\\`*_{}[]#|~!$".contains(c) => out.extend(['\\', c]),
            c => out.push(c),
        }
        let next = rest.peek().copied().unwrap_or(' ');
        let refers = "@#!$%~&^".contains(c) && (next.is_alphanumeric() || "\"_*".contains(next));
        let address = (c == ':' && (next == '/' || next.is_alphabetic()))
            || (c == '.' && word.eq_ignore_ascii_case("www"));
        if refers || address {
            out.push(JOINER);
        }
        if c.is_alphanumeric() {
            word.push(c);
        } else {
            word.clear();
        }
    }
    out
}

/// A relative path as a URI reference.
pub(super) fn uri(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte));
            }
            _ => {
                let _ = write!(out, "%{byte:02X}");
            }
        }
    }
    out
}

/// Ready JSON with the letters that command a terminal, or turn the order of letters round, written
/// as escapes: to whoever reads it, it is the same JSON.
pub(super) fn json(text: &str) -> Cow<'_, str> {
    let commands = |c: char| {
        let mut buffer = [0; 4];
        matches!(visible(c.encode_utf8(&mut buffer)), Cow::Owned(_))
    };
    if matches!(visible(text), Cow::Borrowed(_)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 64);
    for c in text.chars() {
        if commands(c) {
            let _ = write!(out, "\\u{:04x}", u32::from(c));
        } else {
            out.push(c);
        }
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_neither_marks_nor_links() {
        assert_eq!(
            markdown("a|b <b>*x*</b>\n# @user"),
            "a\\|b &lt;b&gt;\\*x\\*&lt;/b&gt; \\# @\u{2060}user"
        );
        assert_eq!(
            markdown("https://a.b www.c #1"),
            "https:\u{2060}//a.b www.\u{2060}c \\#\u{2060}1"
        );
    }

    #[test]
    fn paths_become_references() {
        assert_eq!(
            uri("статья 1/a:b#c.md"),
            "%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F%201/a%3Ab%23c.md"
        );
    }

    #[test]
    fn json_says_the_same() {
        let said = serde_json::to_string("a\u{202e}\u{9b}\u{1b}\u{7f}я").unwrap();
        let safe = json(&said);
        assert!(
            safe.chars().all(|c| !c.is_control() && c != '\u{202e}'),
            "{safe}"
        );
        let again: String = serde_json::from_str(&safe).unwrap();
        assert_eq!(again, "a\u{202e}\u{9b}\u{1b}\u{7f}я");
    }
}

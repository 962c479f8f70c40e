//! How deep placeables and calls may nest: the parser calls itself for each level.

use std::borrow::Cow;

/// The deepest level that is read.
pub(super) const MAX_DEPTH: usize = 50;

/// The text with every brace that opens too deep a level replaced, and where the first one was.
pub(super) fn bound(text: &str) -> (Cow<'_, str>, Option<usize>) {
    let mut depth = 0_usize;
    let mut deep = Vec::new();
    let mut line_start = true;
    for (at, byte) in text.bytes().enumerate() {
        // Only a new entry ends what was left open; any other line may still be inside.
        if line_start && depth > 0 && begins_entry(&text.as_bytes()[at..]) {
            depth = 0;
        }
        line_start = byte == b'\n';
        match byte {
            // The arguments of a function nest as placeables do.
            b'{' | b'(' if byte == b'{' || depth > 0 => {
                depth += 1;
                if depth > MAX_DEPTH {
                    deep.push(at);
                }
            }
            b'}' | b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    let Some(&first) = deep.first() else {
        return (Cow::Borrowed(text), None);
    };
    let mut bytes = text.as_bytes().to_vec();
    for at in deep {
        bytes[at] = b'x';
    }
    match String::from_utf8(bytes) {
        Ok(masked) => (Cow::Owned(masked), Some(first)),
        Err(_) => (Cow::Borrowed(""), Some(first)),
    }
}

/// Whether a line begins with the name of a message or term and `=`.
fn begins_entry(line: &[u8]) -> bool {
    let name = line.strip_prefix(b"-").unwrap_or(line);
    let is_name = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(**byte, b'-' | b'_');
    let length = name.iter().take_while(is_name).count();
    let spaces = name[length..]
        .iter()
        .take_while(|byte| **byte == b' ')
        .count();
    name.first().is_some_and(u8::is_ascii_alphabetic) && name.get(length + spaces) == Some(&b'=')
}

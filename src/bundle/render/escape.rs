//! Text put into HTML so that it stays text.

use std::borrow::Cow;

use pulldown_cmark_escape::{escape_href, escape_html, escape_html_body_text};

/// Writes text between tags.
pub(super) fn text(out: &mut String, text: &str) {
    // Writing to a string does not fail.
    let _done = escape_html_body_text(out, &allowed(text));
}

/// A text without the control characters that no page may have: a sign of replacement stands for each.
fn allowed(text: &str) -> Cow<'_, str> {
    let forbidden = |c: char| c.is_control() && !matches!(c, '\t' | '\n' | '\r');
    if text.contains(forbidden) {
        text.replace(forbidden, "\u{fffd}").into()
    } else {
        text.into()
    }
}

/// How many signs an attribute may have that are written otherwise in HTML, for each of which some
/// look through all of it.
const SIGNS: usize = 5_000;

/// Writes an attribute, with a space before it. One with more such signs than any has is left out.
pub(super) fn attribute(out: &mut String, name: &str, value: &str) {
    let signs = value.bytes().filter(|byte| matches!(byte, b'&' | 0xc2));
    if signs.count() > SIGNS {
        return;
    }
    open(out, name);
    let _done = escape_html(&mut *out, &allowed(value));
    out.push('"');
}

/// Writes an attribute that is a URL; what no URL may have is percent-encoded.
pub(super) fn url(out: &mut String, name: &str, value: &str) {
    if value.bytes().filter(|byte| *byte == b'&').count() > SIGNS {
        return;
    }
    open(out, name);
    href(out, value);
    out.push('"');
}

/// Writes a URL between quotes that stand there.
pub(super) fn href(out: &mut String, value: &str) {
    let _done = escape_href(out, value);
}

/// Writes an attribute if there is a value for it.
pub(super) fn label(out: &mut String, name: &str, value: &str) {
    if !value.is_empty() {
        attribute(out, name, value);
    }
}

fn open(out: &mut String, name: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
}

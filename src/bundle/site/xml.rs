//! XML in memory.

use std::borrow::Cow;
use std::io;

use quick_xml::Writer;
use quick_xml::events::BytesText;

/// XML in the making.
pub(super) type Xml = Writer<Vec<u8>>;

/// Writes an element with a text in it.
pub(super) fn element(out: &mut Xml, name: &str, text: &str) -> io::Result<()> {
    let element = out.create_element(name);
    element.write_text_content(BytesText::new(&clean(text)))?;
    Ok(())
}

/// The text without characters that XML cannot have, not even escaped (XML 1.0, `Char`).
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    let bad = |c: char| matches!(c, '\0'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}');
    if text.contains(bad) {
        Cow::Owned(text.replace(bad, ""))
    } else {
        Cow::Borrowed(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_cannot_have_is_left_out() {
        assert_eq!(clean("a\u{0}\u{1b}[b\tc\n«д»"), "a[b\tc\n«д»");
        let mut out = Writer::new(Vec::new());
        element(&mut out, "t", "<b> & \u{8}\"").unwrap();
        let text = String::from_utf8(out.into_inner()).unwrap();
        assert!(text.starts_with("<t>&lt;b&gt; &amp; "), "{text}");
    }
}

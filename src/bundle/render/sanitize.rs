//! The last look at a page with raw HTML: it is read as a browser would, and written anew.

use std::borrow::Cow;
use std::sync::LazyLock;

use ammonia::{Builder, UrlRelative};
use memchr::{memchr, memchr2, memrchr2};

use super::{policy, schemes};

/// The HTML with every element ended inside it, and without whatever might have slipped through.
pub(super) fn sanitize(html: &str) -> String {
    bare(&SANITIZER.clean(&parted(html)).to_string())
}

/// Attributes that say something by being there.
pub(super) const BOOLEAN: &[&str] = &[
    "checked",
    "controls",
    "default",
    "disabled",
    "loop",
    "muted",
    "open",
    "playsinline",
    "reversed",
];

/// The HTML with attributes that say something by being there written without a value, as on pages
/// that are not sanitized. In what is given, each `<` and `>` is the edge of a tag.
fn bare(html: &str) -> String {
    const EMPTY: &str = "=\"\"";
    let mut out = String::with_capacity(html.len());
    for tag in html.split_inclusive('>') {
        let (text, tag) = tag.split_at(tag.find('<').unwrap_or(tag.len()));
        out.push_str(text);
        let mut parts = tag.split(EMPTY);
        let mut before = parts.next().unwrap_or_default();
        out.push_str(before);
        for part in parts {
            let name = before.rsplit(' ').next().unwrap_or_default();
            if !BOOLEAN.contains(&name) {
                out.push_str(EMPTY);
            }
            out.push_str(part);
            before = part;
        }
    }
    out
}

/// How long a text may be in which more than one sign is written as an entity.
const STRETCH: usize = 4096;

/// The HTML with a comment, which is taken out again, inside each text that is very long: for each
/// such sign, whoever writes a text looks through the rest of it.
fn parted(html: &str) -> Cow<'_, str> {
    let bytes = html.as_bytes();
    let mut out = String::new();
    let mut written = 0;
    let mut at = 0;
    while let Some(found) = memchr2(
        b'&',
        NO_BREAK,
        bytes.get(at + STRETCH..).unwrap_or_default(),
    ) {
        let sign = at + STRETCH + found;
        match memrchr2(b'<', b'>', &bytes[at..sign]) {
            // In a tag, nothing can be put.
            Some(tag) if bytes[at + tag] == b'<' => {
                at = memchr(b'>', &bytes[sign..]).map_or(bytes.len(), |end| sign + end);
            }
            Some(tag) if found + STRETCH - tag < STRETCH => at += tag,
            _ => {
                out.push_str(&html[written..sign]);
                out.push_str("<!---->");
                written = sign;
                at = sign;
            }
        }
    }
    if written == 0 {
        return Cow::Borrowed(html);
    }
    out.push_str(&html[written..]);
    Cow::Owned(out)
}

/// The first byte of a no-break space, and of the guillemets.
const NO_BREAK: u8 = 0xc2;

static SANITIZER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    for (element, attributes) in policy::ELEMENTS.iter().chain(policy::OWN) {
        builder.add_tags(std::slice::from_ref(element));
        builder.add_tag_attributes(*element, *attributes);
    }
    builder
        .add_generic_attributes(&policy::EVERYWHERE)
        .add_clean_content_tags(policy::SWALLOWED)
        .add_url_schemes(&schemes::ANY)
        .url_relative(UrlRelative::PassThrough)
        // A page takes no input: what is left of one is the box of a task.
        .set_tag_attribute_value("input", "type", "checkbox")
        .set_tag_attribute_value("input", "disabled", "")
        .link_rel(None)
        .strip_comments(true)
        .attribute_filter(|element, attribute, value| {
            let kind = policy::link(element, attribute);
            let image = kind != Some(policy::Link::Page);
            let refused = kind.is_some() && schemes::refused(value, image).is_some();
            (!refused).then(|| value.into())
        });
    builder
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_values_are_left_out_in_tags() {
        let text =
            "<p>disabled=\"\"<br title=\"open=&quot;&quot;\"></p><details open=\"\" id=\"a\">";
        let expected = text.replace(" open=\"\"", " open");
        assert_eq!(bare(text), expected);
        assert_eq!(
            bare("<img alt=\"\"><input disabled=\"\" checked=\"\">"),
            "<img alt=\"\"><input disabled checked>"
        );
    }

    #[test]
    fn long_texts_are_parted_and_say_the_same() {
        let text = "<p title=\"x\">Тест «a» &amp; b</p>".repeat(9);
        assert!(matches!(parted(&text), Cow::Borrowed(_)));
        for sign in ["&amp;", "«", "&#x41;"] {
            let text = format!("<p title=\"{0}\">{0}</p>", sign.repeat(3 * STRETCH));
            let parted = parted(&text);
            assert!(parted.matches("<!---->").count() >= 3, "{sign}");
            assert_eq!(parted.replace("<!---->", ""), text);
            assert!(!parted.starts_with("<p title=\"&amp;<"));
            assert_eq!(
                sanitize(&text),
                SANITIZER.clean(&text).to_string(),
                "{sign}"
            );
        }
    }
}

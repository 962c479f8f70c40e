//! The tags of a short text, for those who compare them.

use std::ops::Range;

use super::elements::{Role, role};
use super::tokens::{Token, Tokens};
use crate::document::Part;

/// A tag in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Markup {
    /// The name of its element.
    pub name: String,
    /// Its bytes in the text.
    pub range: Range<usize>,
    /// Whether it opens an element, closes one, or is all of it.
    pub part: Part,
    /// Its attributes, as they are written.
    pub attributes: Vec<(String, String)>,
}

/// The tags of `text`, and the byte where one begins that never ends, if there is one.
pub fn markup(text: &str) -> (Vec<Markup>, Option<usize>) {
    let mut tokens = Tokens::new(text, 0);
    let mut out = Vec::new();
    while let Some(token) = tokens.next() {
        match token {
            Token::Open(tag) => {
                let whole = tag.closed || is_void(&tag.name);
                let attributes = tag.attributes.iter().map(|one| {
                    let value = text.get(one.value.clone()).unwrap_or_default();
                    (one.name.clone(), value.to_owned())
                });
                out.push(Markup {
                    attributes: attributes.collect(),
                    part: if whole { Part::Whole } else { Part::Open },
                    name: tag.name,
                    range: tag.range,
                });
            }
            Token::Close(name, range) => out.push(Markup {
                name,
                range,
                part: Part::Close,
                attributes: Vec::new(),
            }),
            Token::Comment(_) | Token::Nothing(_) => {}
        }
    }
    let end = tokens.end();
    (out, (end < text.len()).then_some(end))
}

/// Whether HTML knows an element of this name.
pub fn is_element(name: &str) -> bool {
    role(name) != Role::Inline || INLINE.contains(&name)
}

fn is_void(name: &str) -> bool {
    matches!(
        role(name),
        Role::Break | Role::Image | Role::Void | Role::Edge
    )
}

const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "data", "del", "dfn", "em", "font",
    "i", "ins", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "small", "span", "strike", "strong",
    "sub", "sup", "time", "u", "var",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_have_their_places_and_attributes() {
        let text = "Я <a href=\"x\" data-l10n-name='y'>тут</a><br><img";
        let (tags, unended) = markup(text);
        let shown: Vec<_> = tags.iter().map(|tag| &text[tag.range.clone()]).collect();
        assert_eq!(shown, ["<a href=\"x\" data-l10n-name='y'>", "</a>", "<br>"]);
        assert_eq!(tags[0].attributes[1], ("data-l10n-name".into(), "y".into()));
        assert_eq!(tags[2].part, Part::Whole);
        assert_eq!(&text[unended.unwrap()..], "<img");
        assert!(is_element("a") && !is_element("command"));
    }
}

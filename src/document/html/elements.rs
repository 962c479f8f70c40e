//! What each element of HTML is to a reader, and which of its attributes are read.

use std::ops::Range;

use super::tokens::Tag;
use crate::document::{Kind, PlaceholderKind};

/// What an element is to the text around it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Part of a text, as a link is.
    Inline,
    /// Part of a text whose content is not read: code.
    Code,
    /// Part of a text, without content.
    Void,
    /// A line break.
    Break,
    /// An image.
    Image,
    /// Ends the text before it and holds text of its own: of this kind, or of that around it.
    Block(Option<Kind>),
    /// Ends the text before it and has no content.
    Edge,
    /// A part of the page that nobody sees, or none that is read: a script, a drawing.
    Skip(Skip),
}

/// Content that is skipped as a whole.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Skip {
    /// Not seen.
    Hidden,
    /// Seen, and no words.
    Drawing,
    /// Seen on lines of its own, and no words.
    Code,
}

/// The role of the element `name`. What HTML does not know is part of the text.
pub(super) fn role(name: &str) -> Role {
    match name {
        "br" => Role::Break,
        "img" | "image" => Role::Image,
        "code" | "kbd" | "samp" | "tt" => Role::Code,
        "wbr" | "area" | "param" | "source" | "track" | "embed" | "col" | "base" | "link"
        | "meta" | "basefont" | "bgsound" | "keygen" => Role::Void,
        "input" | "hr" | "frame" => Role::Edge,
        "script" | "style" | "template" | "noscript" | "noembed" | "noframes" | "iframe" => {
            Role::Skip(Skip::Hidden)
        }
        "svg" | "math" => Role::Skip(Skip::Drawing),
        "pre" | "listing" | "xmp" | "plaintext" => Role::Skip(Skip::Code),
        "li" | "dt" | "dd" => Role::Block(Some(Kind::ListItem)),
        "td" | "th" => Role::Block(Some(Kind::TableCell)),
        "title" => Role::Block(Some(Kind::Field)),
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
            let level = name.bytes().last().map_or(1, |digit| digit - b'0');
            Role::Block(Some(Kind::Heading(level)))
        }
        _ if BLOCKS.contains(&name) => Role::Block(None),
        _ => Role::Inline,
    }
}

/// Whether the text before an element and that in it are two.
pub(crate) fn ends_text(name: &str) -> bool {
    matches!(
        role(name),
        Role::Block(_) | Role::Edge | Role::Break | Role::Skip(Skip::Code)
    )
}

const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "audio",
    "blockquote",
    "body",
    "button",
    "canvas",
    "caption",
    "center",
    "colgroup",
    "datalist",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frameset",
    "head",
    "header",
    "hgroup",
    "html",
    "label",
    "legend",
    "main",
    "menu",
    "meter",
    "nav",
    "object",
    "ol",
    "optgroup",
    "option",
    "output",
    "p",
    "progress",
    "search",
    "section",
    "select",
    "summary",
    "table",
    "tbody",
    "textarea",
    "tfoot",
    "thead",
    "tr",
    "ul",
    "video",
];

/// The placeholder that an inline element is.
pub(super) fn mark(name: &str) -> PlaceholderKind {
    match name {
        "a" => PlaceholderKind::Link,
        "img" | "image" => PlaceholderKind::Image,
        "code" | "kbd" | "samp" | "tt" => PlaceholderKind::Code,
        "em" | "strong" | "b" | "i" => PlaceholderKind::Emphasis,
        _ => PlaceholderKind::Tag,
    }
}

/// The elements that the start of `name` ends though nobody says so, and those that keep it from
/// looking further out.
pub(crate) fn implied(name: &str) -> (&'static [&'static str], &'static [&'static str]) {
    match name {
        "li" => (&["li"], &["ul", "ol", "menu", "dir"]),
        "dt" | "dd" => (&["dt", "dd"], &["dl"]),
        "option" => (&["option"], &["optgroup", "select", "datalist"]),
        "optgroup" => (&["optgroup", "option"], &["select"]),
        "td" | "th" => (&["td", "th"], &["tr", "table"]),
        "tr" => (&["tr"], &["table"]),
        "tbody" | "thead" | "tfoot" => (&["tbody", "thead", "tfoot"], &["table"]),
        _ => (&[], &[]),
    }
}

/// Whether the start of a block ends a paragraph that stands open: not if it may stand in one.
pub(super) fn ends_paragraph(name: &str) -> bool {
    !matches!(
        name,
        "audio"
            | "button"
            | "canvas"
            | "datalist"
            | "input"
            | "label"
            | "meter"
            | "object"
            | "optgroup"
            | "option"
            | "output"
            | "progress"
            | "select"
            | "textarea"
            | "title"
            | "video"
    )
}

/// Whether an element keeps the end tags inside it from ending what is around it.
pub(super) fn holds(name: &str) -> bool {
    matches!(name, "td" | "th" | "caption" | "table" | "select")
}

/// Whether an end tag is one of a table, which ends whatever stands in its cells.
pub(super) fn of_table(name: &str) -> bool {
    matches!(
        name,
        "table" | "tbody" | "thead" | "tfoot" | "tr" | "td" | "th" | "caption"
    )
}

/// An attribute with words in it.
#[derive(Clone)]
pub(super) struct Words {
    pub(super) kind: Kind,
    /// The name of a field.
    pub(super) key: Option<String>,
    pub(super) range: Range<usize>,
    /// In another language, or not to be translated.
    pub(super) mute: bool,
}

/// The attributes of a tag that people read.
pub(super) fn words(tag: &Tag, file: &str, mute: bool) -> Vec<Words> {
    let name = tag.name.as_str();
    let is = |attribute: &str, values: &[&str]| {
        let value = tag.value(file, attribute).unwrap_or_default();
        values.iter().any(|one| value.eq_ignore_ascii_case(one))
    };
    let mut seen: Vec<&str> = Vec::new();
    let mut out = Vec::new();
    for attribute in &tag.attributes {
        let mut key = None;
        let kind = match attribute.name.as_str() {
            "alt" if matches!(name, "img" | "area" | "input") => Kind::Image,
            "title" if !matches!(name, "link" | "style" | "script" | "meta") => Kind::Attribute,
            "aria-label" | "placeholder" => Kind::Attribute,
            "label" if matches!(name, "option" | "optgroup" | "track") => Kind::Attribute,
            "value" if name == "input" && is("type", &["submit", "button", "reset"]) => {
                Kind::Attribute
            }
            "content" if name == "meta" => {
                key = field(tag, file);
                Kind::Field
            }
            _ => continue,
        };
        let unnamed = kind == Kind::Field && key.is_none();
        // Of two attributes with one name the first one counts.
        if unnamed || seen.contains(&attribute.name.as_str()) {
            continue;
        }
        seen.push(&attribute.name);
        out.push(Words {
            kind,
            key,
            range: attribute.value.clone(),
            mute,
        });
    }
    out
}

/// The key of what a `<meta>` says, if people read it.
fn field(tag: &Tag, file: &str) -> Option<String> {
    const READ: [&str; 8] = [
        "description",
        "keywords",
        "og:title",
        "og:description",
        "og:site_name",
        "og:image:alt",
        "twitter:title",
        "twitter:description",
    ];
    let said = |name: &str| tag.value(file, name).map(str::to_ascii_lowercase);
    let mut names = said("name").into_iter().chain(said("property"));
    let name = names.find(|name| READ.contains(&name.as_str()))?;
    Some(format!("meta.{name}"))
}

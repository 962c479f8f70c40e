//! Which elements and attributes of raw HTML are kept on a sanitized page.
//!
//! The lists are of the HTML standard: text, lists, tables, pictures, sound. What loads or runs a
//! program, takes input or styles the page is not among them.

/// An element that is kept, with its own attributes beside [`EVERYWHERE`].
pub(super) type Kept = (&'static str, &'static [&'static str]);

/// Attributes that every element may have.
pub(super) const EVERYWHERE: [&str; 6] = ["class", "dir", "id", "lang", "title", "translate"];

/// The elements that are kept, by name.
pub(super) const ELEMENTS: &[Kept] = &[
    ("a", &["href", "hreflang"]),
    ("abbr", &[]),
    ("address", &[]),
    ("article", &[]),
    ("aside", &[]),
    ("audio", &["controls", "loop", "muted", "preload", "src"]),
    ("b", &[]),
    ("bdi", &[]),
    ("bdo", &[]),
    ("blockquote", &[]),
    ("br", &[]),
    ("caption", &[]),
    ("cite", &[]),
    ("code", &[]),
    ("col", &["span"]),
    ("colgroup", &["span"]),
    ("data", &["value"]),
    ("dd", &[]),
    ("del", &["datetime"]),
    ("details", &["name", "open"]),
    ("dfn", &[]),
    ("div", &[]),
    ("dl", &[]),
    ("dt", &[]),
    ("em", &[]),
    ("figcaption", &[]),
    ("figure", &[]),
    ("footer", &[]),
    ("h1", &[]),
    ("h2", &[]),
    ("h3", &[]),
    ("h4", &[]),
    ("h5", &[]),
    ("h6", &[]),
    ("header", &[]),
    ("hgroup", &[]),
    ("hr", &[]),
    ("i", &[]),
    (
        "img",
        &[
            "alt", "height", "loading", "sizes", "src", "srcset", "width",
        ],
    ),
    ("ins", &["datetime"]),
    ("kbd", &[]),
    ("li", &["value"]),
    ("mark", &[]),
    ("nav", &[]),
    ("ol", &["reversed", "start", "type"]),
    ("p", &[]),
    ("picture", &[]),
    ("pre", &[]),
    ("q", &[]),
    ("rp", &[]),
    ("rt", &[]),
    ("ruby", &[]),
    ("s", &[]),
    ("samp", &[]),
    ("section", &[]),
    ("small", &[]),
    (
        "source",
        &["height", "media", "sizes", "src", "srcset", "type", "width"],
    ),
    ("span", &[]),
    ("strong", &[]),
    ("sub", &[]),
    ("summary", &[]),
    ("sup", &[]),
    ("table", &[]),
    ("tbody", &[]),
    ("td", &["colspan", "headers", "rowspan"]),
    ("tfoot", &[]),
    ("th", &["abbr", "colspan", "headers", "rowspan", "scope"]),
    ("thead", &[]),
    ("time", &["datetime"]),
    ("tr", &[]),
    ("track", &["default", "kind", "label", "src", "srclang"]),
    ("u", &[]),
    ("ul", &[]),
    ("var", &[]),
    (
        "video",
        &[
            "controls",
            "height",
            "loop",
            "muted",
            "playsinline",
            "poster",
            "preload",
            "src",
            "width",
        ],
    ),
    ("wbr", &[]),
];

/// What the program itself writes besides: its lists of tasks, notes and tables.
pub(super) const OWN: &[Kept] = &[
    ("a", &["aria-label", "role"]),
    ("aside", &["role"]),
    ("div", &["aria-label", "role", "tabindex"]),
    ("input", &["aria-label", "checked", "disabled", "type"]),
    ("pre", &["tabindex"]),
    ("section", &["aria-label", "role"]),
];

/// Elements whose content is no text of the page.
pub(super) const SWALLOWED: &[&str] = &[
    "canvas", "head", "iframe", "math", "noembed", "noframes", "noscript", "object", "script",
    "select", "style", "svg", "template", "textarea", "title", "xmp",
];

/// Elements that are left out without a word: they hold the page, or only say how a text looks.
const SILENT: &[&str] = &[
    "acronym", "basefont", "big", "body", "center", "dir", "font", "html", "main", "nobr",
    "strike", "tt",
];

/// Elements without content.
const VOID: &[&str] = &[
    "area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img", "input",
    "keygen", "link", "meta", "param", "source", "track", "wbr",
];

/// The attributes of an element of its own, if it is kept.
pub(super) fn element(name: &str) -> Option<&'static [&'static str]> {
    let at = ELEMENTS
        .binary_search_by_key(&name, |(name, _)| name)
        .ok()?;
    Some(ELEMENTS[at].1)
}

pub(super) fn is_swallowed(name: &str) -> bool {
    SWALLOWED.binary_search(&name).is_ok()
}

pub(super) fn is_silent(name: &str) -> bool {
    SILENT.binary_search(&name).is_ok()
}

pub(super) fn is_void(name: &str) -> bool {
    VOID.binary_search(&name).is_ok()
}

/// Whether an element holds rows or cells, and nothing else.
pub(super) fn is_row(name: &str) -> bool {
    matches!(
        name,
        "table" | "thead" | "tbody" | "tfoot" | "tr" | "colgroup"
    )
}

/// Whether an element may stand in one that holds rows or cells.
pub(super) fn is_of_table(name: &str) -> bool {
    matches!(
        name,
        "caption" | "col" | "colgroup" | "tbody" | "td" | "tfoot" | "th" | "thead" | "tr"
    )
}

/// What an attribute leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Link {
    /// A page that readers go to.
    Page,
    /// A file that is shown here.
    File,
    /// Files of several sizes, one of which is shown.
    Sizes,
}

/// What an attribute of an element leads to, if it is a link.
pub(super) fn link(element: &str, attribute: &str) -> Option<Link> {
    match (element, attribute) {
        ("a", "href") => Some(Link::Page),
        ("img" | "source", "srcset") => Some(Link::Sizes),
        ("img" | "source" | "video" | "audio" | "track", "src") | ("video", "poster") => {
            Some(Link::File)
        }
        _ => None,
    }
}

/// The class for what an obsolete `align` attribute says.
pub(super) fn alignment(value: &str) -> Option<&'static str> {
    match value.trim().to_ascii_lowercase().as_str() {
        "left" => Some("align-left"),
        "center" | "middle" => Some("align-center"),
        "right" => Some("align-right"),
        "justify" => Some("align-justify"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_in_order_and_agree() {
        let names: Vec<&str> = ELEMENTS.iter().map(|(name, _)| *name).collect();
        for list in [names.as_slice(), SWALLOWED, SILENT, VOID] {
            assert!(list.is_sorted(), "{list:?}");
        }
        assert!(SWALLOWED.iter().all(|name| element(name).is_none()));
        assert!(SILENT.iter().all(|name| element(name).is_none()));
        let own = OWN.iter().filter(|(name, _)| element(name).is_none());
        assert_eq!(own.count(), 1, "only boxes of tasks");
    }
}

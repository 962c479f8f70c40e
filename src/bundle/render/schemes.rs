//! The schemes that a link may have; whatever else a browser might run or open is refused.

/// Schemes of links. A link without one leads to a page beside this one.
const LINKS: [&str; 8] = ["http", "https", "mailto", "tel", "sms", "ftp", "xmpp", "tg"];

/// Pictures that stand in the page itself. SVG is a document with scripts.
const PICTURES: [&str; 5] = [
    "image/png",
    "image/jpeg",
    "image/gif",
    "image/webp",
    "image/avif",
];

/// The schemes that a sanitized page may have in it.
pub(super) const ANY: [&str; 9] = [
    "http", "https", "mailto", "tel", "sms", "ftp", "xmpp", "tg", "data",
];

/// The scheme for which a URL is refused, in lower case.
pub(in crate::bundle) fn refused(url: &str, image: bool) -> Option<String> {
    let (scheme, rest) = scheme(url)?;
    let fine = if image {
        let picture = |kind: &&str| {
            let start = rest.get(..kind.len());
            let behind = rest.as_bytes().get(kind.len());
            start.is_some_and(|start| start.eq_ignore_ascii_case(kind))
                && matches!(behind, Some(b';' | b','))
        };
        matches!(scheme.as_str(), "http" | "https")
            || (scheme == "data" && PICTURES.iter().any(picture))
    } else {
        LINKS.contains(&scheme.as_str())
    };
    (!fine).then_some(scheme)
}

/// The scheme of a URL as browsers read it, and what is behind it: they pass over control characters
/// and spaces before it, and tabs and line breaks anywhere (the URL standard, "basic URL parser").
fn scheme(url: &str) -> Option<(String, String)> {
    let (before, _) = url.split_once(':')?;
    let start = url.trim_start_matches(|c: char| c <= ' ');
    let shown = |c: &char| !matches!(c, '\t' | '\n' | '\r');
    let from = url.len() - start.len();
    let name: String = before.get(from..)?.chars().filter(shown).collect();
    let valid = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    let rest = url[before.len() + 1..].chars().filter(shown).take(40);
    valid.then(|| (name.to_ascii_lowercase(), rest.collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_browser_might_run_is_refused() {
        for (url, image, scheme) in [
            ("javascript:alert(1)", false, Some("javascript")),
            ("  JaVaScRiPt:alert(1)", false, Some("javascript")),
            ("\u{1}java\tscr\nipt:alert(1)", false, Some("javascript")),
            ("vbscript:x", false, Some("vbscript")),
            ("data:text/html,<b>", false, Some("data")),
            ("data:image/png;base64,AA", false, Some("data")),
            ("data:image/png;base64,AA", true, None),
            ("data:image/svg+xml,<svg>", true, Some("data")),
            ("data:image/pngx,", true, Some("data")),
            ("file:///etc/passwd", false, Some("file")),
            ("mailto:a@b.ru", false, None),
            ("mailto:a@b.ru", true, Some("mailto")),
            ("HTTPS://a.b/", true, None),
            ("статья:1", false, None),
            ("/a:b", false, None),
            ("a/b.md#c:d", false, None),
            ("#приём", false, None),
            ("", false, None),
        ] {
            assert_eq!(refused(url, image).as_deref(), scheme, "{url:?}");
        }
    }
}

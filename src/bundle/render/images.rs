//! Images: of `srcset` the URLs in it, of Markdown the words that stand for it.

use std::ops::Range;

/// The URLs of a `srcset` attribute, as bytes of its value: each stands first in its candidate, and
/// a comma behind a space, or at the end of a URL, ends one (the HTML standard, "parse a srcset
/// attribute").
pub(super) fn sizes(value: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut at = 0;
    loop {
        let rest = &value[at..];
        let start = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
        if start.is_empty() {
            return out;
        }
        let begin = value.len() - start.len();
        let length = start.find(|c: char| c.is_ascii_whitespace());
        let url = &start[..length.unwrap_or(start.len())];
        let kept = url.trim_end_matches(',');
        out.push(begin..begin + kept.len());
        at = begin + url.len();
        if kept.len() == url.len() {
            // What stands behind the URL is its size.
            at = value[at..]
                .find(',')
                .map_or(value.len(), |comma| at + comma);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_size_has_its_url() {
        let value = " фото.png 1x,\n a,b.png  2x , c.png, d.png";
        let found: Vec<&str> = sizes(value).into_iter().map(|url| &value[url]).collect();
        assert_eq!(found, ["фото.png", "a,b.png", "c.png", "d.png"]);
        assert!(sizes(" , ").is_empty());
    }
}

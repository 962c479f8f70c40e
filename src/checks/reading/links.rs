//! The links and images of a page, however they are written.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::checks::engine::{Page, Signs};
use crate::document::{Kind, Part, Placeholder, PlaceholderKind, Segment};
use crate::text::pattern;

/// What a page with links or elements has at least one of.
pub(crate) const LINKS: Signs = Signs::things(PlaceholderKind::Link)
    .or(Signs::things(PlaceholderKind::Url))
    .or(Signs::things(PlaceholderKind::Tag))
    .or(Signs::ELEMENT.written());

/// A link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Link {
    /// Where it leads, as it is written.
    pub(crate) url: String,
    /// Its bytes in the file: those of the target where they can be told.
    pub(crate) place: Range<usize>,
    /// The segment it stands in.
    pub(crate) segment: usize,
}

/// An image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Image {
    /// The file, as it is written.
    pub(crate) url: String,
    /// The words for those who do not see it.
    pub(crate) alt: String,
    /// Its bytes in the file.
    pub(crate) place: Range<usize>,
    /// The segment it stands in.
    pub(crate) segment: usize,
}

/// The links of a page, in the order of the file.
pub(crate) fn links(page: &Page<'_>) -> Vec<Link> {
    let definitions = definitions(page);
    let mut out = Vec::new();
    for (at, segment) in looked_at(page) {
        let fluent = segment.wording.is_some();
        let mut add = |url: String, range: Range<usize>| {
            // What a program puts in there is a variable of the message, and compared as one.
            if fluent && url.starts_with('{') && url.ends_with('}') && !url[1..].contains('{') {
                return;
            }
            out.push(Link {
                url,
                place: segment.place(&range),
                segment: at,
            });
        };
        for (text, mark) in pairs(segment, PlaceholderKind::Link) {
            if let Some((url, range)) = target(segment, &text, &mark, &definitions) {
                add(url, range);
            }
        }
        for mark in &segment.placeholders {
            let written = &segment.text[mark.range.clone()];
            match mark.kind {
                PlaceholderKind::Url => add(
                    written.trim_matches(['<', '>']).to_owned(),
                    mark.range.clone(),
                ),
                PlaceholderKind::Tag => attributes(&HREF, written, mark.range.start, &mut add),
                _ => {}
            }
        }
        if segment.placeholders.is_empty() && !segment.prose {
            attributes(&HREF, &segment.text, 0, &mut add);
        }
    }
    out.sort_by_key(|link| link.place.start);
    out
}

/// The images of a page, in the order of the file.
pub(crate) fn images(page: &Page<'_>) -> Vec<Image> {
    let definitions = definitions(page);
    let mut out = Vec::new();
    for (at, segment) in looked_at(page) {
        for (text, mark) in pairs(segment, PlaceholderKind::Image) {
            if let Some((url, range)) = target(segment, &text, &mark, &definitions) {
                out.push(Image {
                    url,
                    alt: segment.text[text].to_owned(),
                    place: segment.place(&range),
                    segment: at,
                });
            }
        }
        let mut tags = |written: &str, start: usize| {
            for tag in IMG.find_iter(written) {
                let attribute = |name: &Regex| {
                    let found = name.captures(tag.as_str())?;
                    found
                        .get(1)
                        .or(found.get(2))
                        .map(|value| value.as_str().to_owned())
                };
                if let Some(url) = attribute(&SRC) {
                    out.push(Image {
                        url,
                        alt: attribute(&ALT).unwrap_or_default(),
                        place: segment.place(&(start + tag.start()..start + tag.end())),
                        segment: at,
                    });
                }
            }
        };
        for mark in &segment.placeholders {
            if mark.kind == PlaceholderKind::Tag {
                tags(&segment.text[mark.range.clone()], mark.range.start);
            }
        }
        if segment.placeholders.is_empty() && !segment.prose {
            tags(&segment.text, 0);
        }
    }
    out.sort_by_key(|image| image.place.start);
    out
}

/// The segments that may have links: what is read, and what stands around it.
fn looked_at<'p>(page: &'p Page<'_>) -> impl Iterator<Item = (usize, &'p Segment)> {
    let all = page.document.segments.iter().enumerate();
    let around = [Kind::Tag, Kind::Other, Kind::Html, Kind::Image];
    let kinds = LINKS | Signs::things(PlaceholderKind::Image);
    all.filter(move |(at, _)| page.signs_of(*at).meet(kinds))
        .filter(move |(_, segment)| segment.prose || around.contains(&segment.kind))
}

/// Where reference links lead, by their names.
fn definitions(page: &Page<'_>) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    let kinds = [Kind::Definition, Kind::Other];
    for segment in page
        .document
        .segments
        .iter()
        .filter(|segment| kinds.contains(&segment.kind))
    {
        for line in segment.text.lines() {
            if let Some(found) = DEFINITION.captures(line) {
                let url = found[2].trim_matches(['<', '>']).to_owned();
                out.entry(reference(&found[1])).or_insert(url);
            }
        }
    }
    out
}

/// Text and closing mark of each link or image; the mark of one without text is all of it.
fn pairs(segment: &Segment, kind: PlaceholderKind) -> Vec<(Range<usize>, Placeholder)> {
    let mut open = Vec::new();
    let mut out = Vec::new();
    for mark in segment.placeholders.iter().filter(|mark| mark.kind == kind) {
        match mark.part {
            Part::Open => open.push(mark.range.end),
            Part::Whole => out.push((mark.range.start..mark.range.start, mark.clone())),
            Part::Close => {
                let start = open.pop().unwrap_or(mark.range.start);
                out.push((start..mark.range.start.max(start), mark.clone()));
            }
        }
    }
    out
}

/// Where a link leads, and where in the segment that is written.
fn target(
    segment: &Segment,
    text: &Range<usize>,
    mark: &Placeholder,
    definitions: &BTreeMap<String, String>,
) -> Option<(String, Range<usize>)> {
    let written = &segment.text[mark.range.clone()];
    if let Some(at) = written.find("](") {
        let inside = written[at + 2..].strip_suffix(')')?;
        let start = inside.len() - inside.trim_start().len();
        let inside = &inside[start..];
        let length = if inside.starts_with('<') {
            inside.find('>').map_or(inside.len(), |end| end + 1)
        } else {
            inside.find(char::is_whitespace).unwrap_or(inside.len())
        };
        let start = mark.range.start + at + 2 + start;
        let url = ESCAPE.replace_all(inside[..length].trim_matches(['<', '>']), "$1");
        return Some((url.into_owned(), start..start + length));
    }
    let named = written
        .rfind('[')
        .map(|at| written[at + 1..].trim_end_matches(']'));
    let named = named.filter(|named| !named.is_empty() && mark.part == Part::Close);
    let named = named.unwrap_or(&segment.text[text.clone()]);
    let url = definitions.get(&reference(named))?;
    Some((url.clone(), text.start..mark.range.end))
}

/// The name of a reference as it compares.
pub(crate) fn reference(written: &str) -> String {
    let words: Vec<&str> = written.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

fn attributes(
    name: &Regex,
    written: &str,
    start: usize,
    add: &mut impl FnMut(String, Range<usize>),
) {
    for found in name.captures_iter(written) {
        if let Some(value) = found.get(1).or(found.get(2)) {
            add(
                value.as_str().to_owned(),
                start + value.start()..start + value.end(),
            );
        }
    }
}

static HREF: LazyLock<Regex> =
    LazyLock::new(|| pattern(r#"(?i)(?:^|\s)(?:href|to)\s*=\s*(?:"([^"]*)"|'([^']*)')"#));

static IMG: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?is)<(?:img|image)\s[^<>]*>"));

static SRC: LazyLock<Regex> =
    LazyLock::new(|| pattern(r#"(?i)\ssrc\s*=\s*(?:["']([^"']*)["']|(\{[^{}]*\}))"#));

static ALT: LazyLock<Regex> =
    LazyLock::new(|| pattern(r#"(?i)\salt\s*=\s*(?:"([^"]*)"|'([^']*)')"#));

static DEFINITION: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^[>\s]*\[([^\[\]]+)\]:\s*(<[^<>]*>|\S+)"));

static ESCAPE: LazyLock<Regex> = LazyLock::new(|| pattern(r"\\([[:punct:]])"));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::words::Words;
    use crate::document::Reader;

    fn read<T>(text: &str, what: impl Fn(&Page<'_>) -> Vec<T>) -> Vec<T> {
        let document = Reader::for_test("a.md").read(text).document;
        what(&Page::new("a.md", &Words::default(), text, &document))
    }

    #[test]
    fn links_of_every_kind() {
        let text = "[а](/a \"т\") [**б** ![и](i.png)](<b c>) [в][г] [г] https://e.ru/x. <https://f.ru>\n\n\
                    <a href=\"/g\">ж</a>\n\n<LinkCard\n  href=\"/h\"\n/>\n\n[](k) [Г][]\n\n[г]: https://d.ru\n";
        let found = read(text, links);
        let urls: Vec<&str> = found.iter().map(|link| link.url.as_str()).collect();
        assert_eq!(
            urls,
            [
                "/a",
                "b c",
                "https://d.ru",
                "https://d.ru",
                "https://e.ru/x",
                "https://f.ru",
                "/g",
                "/h",
                "k",
                "https://d.ru"
            ]
        );
        assert_eq!(&text[found[0].place.clone()], "/a");
        let image = read(text, images);
        assert_eq!(
            (image[0].url.as_str(), image[0].alt.as_str()),
            ("i.png", "и")
        );
    }
}

//! What one line is that is no Markdown: an import, a tag, a fence, a shortcode; pure questions.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::left_out::Directive;
use crate::document::view::lines;
use crate::text::pattern;

/// Whether a line begins an import or export of MDX.
pub(in crate::document) fn is_import(line: &str) -> bool {
    IMPORT.is_match(line)
}

/// MDX shows itself by a component or an import outside code, whatever the file is called.
pub(super) fn is_mdx(text: &str) -> bool {
    // Most texts have neither, and are not worth more than a glance.
    let bytes = text.as_bytes();
    if memchr::memchr(b'<', bytes).is_none() && memchr::memmem::find(bytes, b"import").is_none() {
        return false;
    }
    if !MDX.is_match(text) {
        return false;
    }
    let mut fence: Option<(u8, usize)> = None;
    lines(text, 0).any(|(_, line)| {
        let trimmed = line.trim();
        match fence {
            Some((mark, len)) if closes(trimmed, mark, len) => fence = None,
            Some(_) => {}
            None => fence = opens_fence(trimmed),
        }
        fence.is_none() && MDX.is_match(line)
    })
}

/// Lines that come later, with their starts.
pub(super) type Ahead<'a> = [(usize, &'a str)];

/// How far ahead a tag or shortcode may end. No attribute list is a tenth of it, and without a
/// bound every line could look through the whole file.
const AHEAD: usize = 100;

/// Bytes of a tag that runs over lines.
const TAG_BYTES: usize = 8_000;

/// How many more lines the tag that begins with `first` takes, and whether it closes itself; none if
/// it does not end before a blank line, or if text follows it: then it is no line of tags.
pub(super) fn tag_over_lines(first: &str, ahead: &Ahead<'_>) -> Option<(usize, bool)> {
    let mut tag = first.to_owned();
    for (number, (_, line)) in ahead.iter().take(AHEAD).enumerate() {
        let line = line.trim();
        if line.is_empty() || tag.len() + line.len() > TAG_BYTES {
            return None;
        }
        tag.push(' ');
        tag.push_str(line);
        if !line.contains('>') {
            continue;
        }
        if let Some(found) = TAG.find(&tag).filter(|found| found.start() == 0) {
            let behind = TAG.replace_all(&tag[found.end()..], "");
            let text = behind.chars().any(char::is_alphanumeric);
            return (!text).then(|| (number + 1, found.as_str().ends_with("/>")));
        }
        // Expressions deeper than the pattern knows.
        if line.ends_with('>') && balanced(&tag) {
            return Some((number + 1, line.ends_with("/>")));
        }
    }
    None
}

/// How many more lines run until `close`. Only comments run over blank lines.
pub(super) fn closed_after(open: &str, close: &str, ahead: &Ahead<'_>) -> Option<usize> {
    let comment = open == "{/*";
    for (number, (_, line)) in ahead.iter().take(AHEAD).enumerate() {
        if let Some(at) = line.find(close) {
            let text = line[at + close.len()..].chars().any(char::is_alphanumeric);
            return (!text).then_some(number + 1);
        }
        if line.trim().is_empty() && !comment {
            return None;
        }
    }
    None
}

/// How many quote signs and list markers one line may open. No text needs a tenth of it; a
/// parser's time and memory grow with each.
pub(crate) const MAX_NESTING: usize = 100;

/// How far a line may be indented, for the same reason.
const MAX_INDENT: usize = 400;

/// The depth of a line that opens more quotes and lists than any text does.
pub(super) fn nesting(line: &str) -> Option<usize> {
    let text = line.trim_start();
    if line.len() - text.len() > MAX_INDENT {
        return Some(line.len() - text.len());
    }
    let markers = text
        .bytes()
        .take_while(|byte| {
            matches!(
                byte,
                b'>' | b'-' | b'+' | b'*' | b' ' | b'\t' | b'.' | b')' | b'0'..=b'9'
            )
        })
        .filter(|byte| matches!(byte, b'>' | b'-' | b'+' | b'*' | b'.' | b')'))
        .count();
    // A long rule (`----…`) is no nesting: its marks touch.
    let touching = text.starts_with("---") || text.starts_with("***") || text.starts_with("+++");
    (markers > MAX_NESTING && !touching).then_some(markers)
}

pub(super) fn opens_fence(trimmed: &str) -> Option<(u8, usize)> {
    // Nearly every line ends here, so it is not worth a search for three in a row.
    let first = memchr::memchr2(b'`', b'~', trimmed.as_bytes())?;
    let marks = &trimmed[first..];
    if !marks.contains("```") && !marks.contains("~~~") {
        return None;
    }
    let text = MARKERS
        .find(trimmed)
        .map_or(trimmed, |found| &trimmed[found.end()..]);
    let mark = *text.as_bytes().first()?;
    let len = text.bytes().take_while(|&byte| byte == mark).count();
    let fence = matches!(mark, b'`' | b'~') && len >= 3;
    let inline = mark == b'`' && text[len..].contains('`');
    (fence && !inline).then_some((mark, len))
}

pub(super) fn closes(trimmed: &str, mark: u8, len: usize) -> bool {
    trimmed.len() >= len && trimmed.bytes().all(|byte| byte == mark)
}

/// HTML whose content is no text: the parser knows where it ends.
pub(super) fn raw_html(trimmed: &str) -> Option<&'static str> {
    const RAW: [(&str, &str); 4] = [
        ("<script", "</script>"),
        ("<style", "</style>"),
        ("<pre", "</pre>"),
        ("<textarea", "</textarea>"),
    ];
    RAW.into_iter()
        .find(|(open, _)| trimmed.starts_with(open))
        .map(|(_, close)| close)
}

/// The fence of a directive that stands at byte `at` of the file: `:::note[Title]`, `:::note Title`,
/// `:::`.
pub(super) fn directive(line: &str, at: usize) -> Directive {
    if line.trim().bytes().all(|byte| byte == b':') {
        return Directive::Close;
    }
    let place = |range: Range<usize>| at + range.start..at + range.end;
    let found = DIRECTIVE.captures(line);
    let found = found.as_ref();
    let title = found.and_then(|found| found.get(2).or_else(|| found.get(3)));
    let title = title.filter(|title| title.as_str().chars().any(char::is_alphabetic));
    Directive::Open {
        line: at..at + line.len(),
        name: found
            .and_then(|found| found.get(1))
            .map_or(at..at, |name| place(name.range())),
        title: title.map(|title| place(title.range())),
    }
}

/// Whether a line of tags needs a program to be shown: components, attributes that are expressions.
pub(super) fn is_component(line: &str) -> bool {
    COMPONENT.is_match(line)
}

/// What is no text in a text with braces: shortcodes and template tags, and in MDX expressions.
pub(crate) fn expressions(text: &str, mdx: bool) -> impl Iterator<Item = Range<usize>> {
    let known = if mdx { &*MDX_BRACES } else { &*BRACES };
    known.find_iter(text).map(|found| found.range())
}

fn balanced(text: &str) -> bool {
    text.matches('{').count() == text.matches('}').count()
}

static MDX: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r#"(?m)^\s*</?[A-Z][\w.]*[\s/>]|^import\s.*\sfrom\s+['"]|^import\s+['"]"#)
});

static IMPORT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"^(?:import\s+(?:[\w*{][^\n]*\sfrom\s+)?['"]|import\s+[\w*{]|export\s+(?:const|let|var|default|function|async|class|\*|\{))"#,
    )
});

pub(super) static TAG: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"<!--.*?-->|</?(?:[A-Za-z][\w.:-]*(?:\s+(?:[^<>"'{}]|"[^"]*"|'[^']*'|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\})*)?)?/?>"#,
    )
});

pub(super) static OPEN_TAG: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\s*<[A-Za-z][\w.:-]*(?:\s|$)"));

static DIRECTIVE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^\s*:{3,}\s*([\w-]+)(?:\[([^\]]*)\]|\s+([^{\s][^{]*?))?\s*(?:\{.*\})?\s*$")
});

static MARKERS: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?:(?:>|[-*+]|\d{1,9}[.)])\s*)+"));

pub(super) static BRACES: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\{/\*.*?\*/\}|\{\{<.*?>\}\}|\{\{%.*?%\}\}|\{%.*?%\}|\{:[^{}]*\}"));

pub(super) static MDX_BRACES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\{/\*.*?\*/\}|\{\{<.*?>\}\}|\{\{%.*?%\}\}|\{%.*?%\}|\{[^{}]*(?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}[^{}]*)*\}",
    )
});

pub(super) static ITEM: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?:[-*+]|\d{1,9}[.)])\s+"));

/// A tag with a small letter in a name that begins with a capital, with a dot in its name, without a
/// name, or with braces.
static COMPONENT: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"</?(?:[A-Z][A-Z0-9]*[a-z]|[A-Za-z]\w*\.|>)|<[^<>]*\{"));

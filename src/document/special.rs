//! Lines that are no Markdown though they stand in it: imports, tags, shortcodes, directives.
//!
//! CommonMark would read a line of tags as the start of raw HTML and swallow the text
//! after it; site generators do not. So these lines are taken out before the parser sees
//! them, and the text between them is read as the Markdown it is.

use std::sync::LazyLock;

use regex::Regex;

use super::inline::comments_closed;
use super::view::{View, lines};
use crate::text::pattern;

/// What the special lines of a text leave for others to handle.
pub(super) struct Cut {
    /// The Markdown that remains.
    pub view: View,
    /// Titles of directives: byte range in the file.
    pub titles: Vec<std::ops::Range<usize>>,
    /// Whether the text is MDX.
    pub mdx: bool,
    /// The first line that nests deeper than [`MAX_NESTING`], and how deep.
    pub too_deep: Option<(usize, usize)>,
    /// The first line that is over [`MARKUP`].
    pub too_much: Option<usize>,
}

/// How many quote signs and list markers one line may open. No text needs a tenth of it; a
/// parser's time and memory grow with each.
pub(super) const MAX_NESTING: usize = 100;

/// How many marks of markup a file may have. A book has a hundred thousand; the parser keeps
/// some two hundred bytes for each.
pub(super) const MARKUP: usize = 500_000;

/// How many marks a cell of a table counts for: it is a segment, with all that belongs to one.
const CELL: usize = 3;

/// What each byte is to the parser: 1 a mark of markup, 2 the edge of a cell, 0 text.
const MARKS: [u8; 256] = {
    let mut table = [0; 256];
    let marks = b"*_`~[]<{&!";
    let mut at = 0;
    while at < marks.len() {
        table[marks[at] as usize] = 1;
        at += 1;
    }
    table[b'|' as usize] = 2;
    table
};

/// How far a line may be indented, for the same reason.
const MAX_INDENT: usize = 400;

/// Takes special lines out of the Markdown that begins at byte `from`; `named_mdx` says that
/// the name of the file promises MDX.
pub(super) fn cut(text: &str, from: usize, named_mdx: bool) -> Cut {
    let body = &text[from..];
    let mut state = State {
        out: Cut {
            view: View::default(),
            titles: Vec::new(),
            mdx: named_mdx || is_mdx(body),
            too_deep: None,
            too_much: None,
        },
        inside: Inside::Text,
        elements: Vec::new(),
        shift: 0,
        markup: MARKUP,
        columns: 0,
        after_blank: true,
        list: None,
    };
    let all: Vec<(usize, &str)> = lines(text, from).collect();
    for (number, (at, line)) in all.iter().enumerate() {
        state.line(*at, line, &all[number + 1..]);
    }
    state.out
}

/// Whether a line begins an import or export of MDX.
pub(super) fn is_import(line: &str) -> bool {
    IMPORT.is_match(line)
}

/// MDX shows itself by a component or an import outside code, whatever the file is called.
fn is_mdx(text: &str) -> bool {
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
type Ahead<'a> = [(usize, &'a str)];

/// Where the next line stands.
enum Inside {
    Text,
    /// A fenced block of code, until this fence, and whether it stands in a quote.
    Fence(u8, usize, bool),
    /// So many lines of a tag, comment or shortcode that runs over lines.
    Skip(usize),
    /// An import that runs on until a blank line.
    Import,
    /// Raw HTML that the parser takes itself, until this text.
    Raw(&'static str),
}

/// An MDX element that stands open: the indentation of its tag, and how far its content is moved left.
struct Element {
    indent: usize,
    moved: Option<usize>,
}

struct State {
    out: Cut,
    inside: Inside,
    elements: Vec<Element>,
    /// How far the current line is moved to the left: by all open elements together.
    shift: usize,
    after_blank: bool,
    /// The column where the content of the last list item begins.
    list: Option<usize>,
    /// What is left of [`MARKUP`].
    markup: usize,
    /// The columns of the table that the line may belong to.
    columns: usize,
}

impl State {
    fn line(&mut self, at: usize, line: &str, ahead: &Ahead<'_>) {
        let (at, line) = match line.strip_prefix('\u{feff}') {
            Some(rest) if at == 0 => (3, rest),
            _ => (at, line),
        };
        let trimmed = line.trim();
        let after_blank = std::mem::replace(&mut self.after_blank, trimmed.is_empty());
        let cost = self.cost(trimmed);
        if cost > self.markup {
            self.out.too_much.get_or_insert(at);
            return self.drop(at);
        }
        self.markup -= cost;
        match self.inside {
            // A quote that ends takes its code with it.
            Inside::Fence(_, _, true) if !trimmed.starts_with('>') => {
                self.inside = Inside::Text;
                self.text(at, line, (after_blank, ahead));
            }
            Inside::Fence(mark, len, _) => {
                if closes(trimmed.trim_start_matches(['>', ' ']), mark, len) {
                    self.inside = Inside::Text;
                    // A tab behind the fence is allowed, but the parser does not know.
                    return self.keep(at, line.trim_end());
                }
                self.keep(at, line);
            }
            Inside::Raw(end) => {
                if trimmed.contains(end) {
                    self.inside = Inside::Text;
                }
                self.keep(at, line);
            }
            Inside::Skip(more) => {
                self.inside = match more {
                    0 | 1 => Inside::Text,
                    more => Inside::Skip(more - 1),
                };
                self.drop(at);
            }
            Inside::Import if !trimmed.is_empty() && !trimmed.starts_with(['#', '<']) => {
                self.drop(at);
            }
            Inside::Import | Inside::Text => {
                self.inside = Inside::Text;
                self.text(at, line, (after_blank, ahead));
            }
        }
    }

    /// What the marks of a line cost the parser, in marks.
    fn cost(&mut self, trimmed: &str) -> usize {
        let mut counts = [0_usize; 3];
        for &byte in trimmed.as_bytes() {
            counts[usize::from(MARKS[usize::from(byte)])] += 1;
        }
        let [_, marks, pipes] = counts;
        let under_head = pipes > 0
            && trimmed.contains('-')
            && trimmed.bytes().all(|byte| b"|:-> \t".contains(&byte));
        if trimmed.is_empty() {
            self.columns = 0;
        } else if under_head {
            self.columns = pipes + 1;
        }
        // The parser fills up short rows, so each costs as much as the head of its table.
        let cells = pipes.max(self.columns);
        marks + CELL * cells
    }

    fn text(&mut self, at: usize, line: &str, (after_blank, ahead): (bool, &Ahead<'_>)) {
        let trimmed = line.trim();
        let indent = line.len() - line.trim_start().len();
        if let Some(depth) = nesting(line) {
            self.out.too_deep.get_or_insert((at, depth));
            return self.drop(at);
        }
        if let Some((mark, len)) = opens_fence(trimmed) {
            self.inside = Inside::Fence(mark, len, trimmed.starts_with('>'));
            return self.keep(at, line);
        }
        if trimmed.starts_with(":::") {
            if let Some(title) = directive_title(line) {
                self.out.titles.push(at + title.start..at + title.end);
            }
            return self.drop(at);
        }
        if after_blank && self.out.mdx && indent == 0 && is_import(line) {
            self.inside = Inside::Import;
            return self.drop(at);
        }
        match trimmed.as_bytes() {
            [b'<', b'!', b'-', b'-', ..] if !trimmed.contains("-->") => {
                self.inside = Inside::Raw("-->");
                self.keep(at, line);
            }
            [b'<', ..] => self.tags(at, line, ahead),
            [b'{', ..] => self.braces(at, line, ahead),
            _ => self.keep(at, line),
        }
    }

    /// A line that begins with a tag: dropped when there is nothing to read on it.
    fn tags(&mut self, at: usize, line: &str, ahead: &Ahead<'_>) {
        let trimmed = line.trim();
        if let Some(end) = raw_html(trimmed) {
            if !trimmed.contains(end) {
                self.inside = Inside::Raw(end);
            }
            return self.keep(at, line);
        }
        let closed = comments_closed(trimmed);
        let trimmed = closed.as_ref();
        let rest = TAG.replace_all(trimmed, "");
        if OPEN_TAG.is_match(&rest) && !rest.contains('>') && !rest.contains('`') {
            let Some((more, closed)) = tag_over_lines(rest.trim(), ahead) else {
                return self.keep(at, line);
            };
            self.inside = Inside::Skip(more);
            if !closed {
                self.open(line);
            }
            return self.drop(at);
        }
        if rest.chars().any(char::is_alphanumeric) || !TAG.is_match(trimmed) {
            return self.keep(at, line);
        }
        let closing = TAG
            .find_iter(trimmed)
            .filter(|tag| tag.as_str().starts_with("</"))
            .count();
        let alone = TAG
            .find_iter(trimmed)
            .filter(|tag| tag.as_str().ends_with("/>"))
            .count();
        let all = TAG.find_iter(trimmed).count();
        match (all - closing - alone).cmp(&closing) {
            std::cmp::Ordering::Greater => self.open(line),
            std::cmp::Ordering::Less => self.pop(),
            std::cmp::Ordering::Equal => {}
        }
        self.drop(at);
    }

    /// A line that begins with a brace: dropped when comments, shortcodes, expressions and
    /// attribute lists are all there is on it.
    fn braces(&mut self, at: usize, line: &str, ahead: &Ahead<'_>) {
        const PAIRS: [(&str, &str); 4] =
            [("{/*", "*/}"), ("{{<", ">}}"), ("{{%", "%}}"), ("{%", "%}")];
        let trimmed = line.trim();
        let opened = PAIRS
            .into_iter()
            .find(|(open, _)| trimmed.starts_with(open));
        if let Some((open, close)) = opened.filter(|(_, close)| !trimmed.contains(close)) {
            match closed_after(open, close, ahead) {
                Some(more) => self.inside = Inside::Skip(more),
                None => return self.keep(at, line),
            }
            return self.drop(at);
        }
        let known = if self.out.mdx { &*MDX_BRACES } else { &*BRACES };
        let rest = known.replace_all(trimmed, "");
        if rest.len() == trimmed.len() || rest.chars().any(char::is_alphanumeric) {
            return self.keep(at, line);
        }
        self.drop(at);
    }

    fn open(&mut self, line: &str) {
        // Only MDX lets the content of an element stand indented and still be text.
        if self.out.mdx {
            let indent = line.len() - line.trim_start().len();
            let indent = indent.saturating_sub(self.shift);
            // In a list, content stays as far in as its tag: else it would leave the item.
            let listed = self.list.is_some_and(|column| indent >= column);
            self.elements.push(Element {
                indent: if listed { indent } else { 0 },
                moved: None,
            });
        }
    }

    /// Closes the innermost element.
    fn pop(&mut self) {
        let moved = self.elements.pop().and_then(|element| element.moved);
        self.shift -= moved.unwrap_or(0);
    }

    fn keep(&mut self, at: usize, line: &str) {
        let indent = line.len() - line.trim_start_matches(' ').len();
        if indent < line.len() {
            let shift = self.shift;
            if let Some(element) = self
                .elements
                .last_mut()
                .filter(|element| element.moved.is_none())
            {
                // The first line of an element's content says how far all of it is indented.
                let moved = indent.saturating_sub(shift).saturating_sub(element.indent);
                element.moved = Some(moved);
                self.shift += moved;
            }
        }
        let shift = self.shift.min(indent);
        let shown = &line[shift..];
        // Only what stands in elements of MDX asks where the list is.
        if self.out.mdx && matches!(self.inside, Inside::Text) && !shown.trim().is_empty() {
            let own = indent - shift;
            match ITEM.find(shown.trim_start()) {
                Some(marker) => self.list = Some(own + marker.len().min(4)),
                // Text at the margin ends every list.
                _ if own == 0 => self.list = None,
                _ => {}
            }
        }
        self.out.view.push(shown, at + shift);
    }

    fn drop(&mut self, at: usize) {
        self.out.view.push("", at);
    }
}

/// How far ahead a tag or shortcode may end. No attribute list is a tenth of it, and without a
/// bound every line could look through the whole file.
const AHEAD: usize = 100;

/// Bytes of a tag that runs over lines.
const TAG_BYTES: usize = 8_000;

/// How many more lines the tag that begins with `first` takes, and whether it closes itself; none if
/// it does not end before a blank line, or if text follows it: then it is no line of tags.
fn tag_over_lines(first: &str, ahead: &Ahead<'_>) -> Option<(usize, bool)> {
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
fn closed_after(open: &str, close: &str, ahead: &Ahead<'_>) -> Option<usize> {
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

/// The depth of a line that opens more quotes and lists than any text does.
fn nesting(line: &str) -> Option<usize> {
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

fn opens_fence(trimmed: &str) -> Option<(u8, usize)> {
    // Nearly every line ends here, so it is not worth a search for three in a row.
    memchr::memchr2(b'`', b'~', trimmed.as_bytes())?;
    let text = MARKERS
        .find(trimmed)
        .map_or(trimmed, |found| &trimmed[found.end()..]);
    let mark = *text.as_bytes().first()?;
    let len = text.bytes().take_while(|&byte| byte == mark).count();
    let fence = matches!(mark, b'`' | b'~') && len >= 3;
    let inline = mark == b'`' && text[len..].contains('`');
    (fence && !inline).then_some((mark, len))
}

fn closes(trimmed: &str, mark: u8, len: usize) -> bool {
    trimmed.len() >= len && trimmed.bytes().all(|byte| byte == mark)
}

/// HTML whose content is no text: the parser knows where it ends.
fn raw_html(trimmed: &str) -> Option<&'static str> {
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

/// The title in `:::note[Title]` or `:::note Title`.
fn directive_title(line: &str) -> Option<std::ops::Range<usize>> {
    let found = DIRECTIVE.captures(line)?;
    let title = found.get(1).or_else(|| found.get(2))?;
    title
        .as_str()
        .chars()
        .any(char::is_alphabetic)
        .then(|| title.range())
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

static TAG: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"<!--.*?-->|</?(?:[A-Za-z][\w.:-]*(?:\s+(?:[^<>"'{}]|"[^"]*"|'[^']*'|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\})*)?)?/?>"#,
    )
});

static OPEN_TAG: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\s*<[A-Za-z][\w.:-]*(?:\s|$)"));

static DIRECTIVE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^\s*:{3,}\s*[\w-]+(?:\[([^\]]*)\]|\s+([^{\s][^{]*?))?\s*(?:\{.*\})?\s*$")
});

static MARKERS: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?:(?:>|[-*+]|\d{1,9}[.)])\s*)+"));

static BRACES: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\{/\*.*?\*/\}|\{\{<.*?>\}\}|\{\{%.*?%\}\}|\{%.*?%\}|\{:[^{}]*\}"));

static MDX_BRACES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"\{/\*.*?\*/\}|\{\{<.*?>\}\}|\{\{%.*?%\}\}|\{%.*?%\}|\{[^{}]*(?:\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}[^{}]*)*\}",
    )
});

static ITEM: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?:[-*+]|\d{1,9}[.)])\s+"));

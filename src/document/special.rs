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
    };
    for (at, line) in lines(text, from) {
        state.line(at, line);
    }
    state.out
}

/// Whether a line begins an import or export of MDX.
pub(super) fn is_import(line: &str) -> bool {
    IMPORT.is_match(line)
}

/// MDX shows itself by a component or an import, whatever the file is called.
fn is_mdx(text: &str) -> bool {
    MDX.is_match(text)
}

/// Where the next line stands.
enum Inside {
    Text,
    /// A fenced block of code, until this fence.
    Fence(u8, usize),
    /// Something that runs on until a line that holds this text.
    Until(&'static str),
    /// A tag whose attributes run over lines.
    OpenTag,
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
    /// What is left of [`MARKUP`].
    markup: usize,
    /// The columns of the table that the line may belong to.
    columns: usize,
}

impl State {
    fn line(&mut self, at: usize, line: &str) {
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
            Inside::Fence(mark, len) => {
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
            Inside::Until(end) => {
                if trimmed.contains(end) {
                    self.inside = Inside::Text;
                }
                self.drop(at);
            }
            Inside::OpenTag => {
                if trimmed.ends_with('>') {
                    self.inside = Inside::Text;
                    self.close_tag(trimmed);
                }
                self.drop(at);
            }
            Inside::Import if !trimmed.is_empty() && !trimmed.starts_with(['#', '<']) => {
                self.drop(at);
            }
            Inside::Import | Inside::Text => {
                self.inside = Inside::Text;
                self.text(at, line, after_blank);
            }
        }
    }

    /// What the marks of a line cost the parser, in marks.
    fn cost(&mut self, trimmed: &str) -> usize {
        let pipes = memchr::memchr_iter(b'|', trimmed.as_bytes()).count();
        let under_head =
            trimmed.contains('-') && trimmed.bytes().all(|byte| b"|:-> \t".contains(&byte));
        if trimmed.is_empty() {
            self.columns = 0;
        } else if under_head && pipes > 0 {
            self.columns = pipes + 1;
        }
        // The parser fills up short rows, so each costs as much as the head of its table.
        let cells = pipes.max(self.columns);
        let marks = trimmed
            .bytes()
            .filter(|byte| b"*_`~[]<{&!".contains(byte))
            .count();
        marks + CELL * cells
    }

    fn text(&mut self, at: usize, line: &str, after_blank: bool) {
        let trimmed = line.trim();
        let indent = line.len() - line.trim_start().len();
        if let Some(depth) = nesting(line) {
            self.out.too_deep.get_or_insert((at, depth));
            return self.drop(at);
        }
        if let Some((mark, len)) = opens_fence(trimmed) {
            self.inside = Inside::Fence(mark, len);
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
            [b'<', ..] => self.tags(at, line, trimmed),
            [b'{', ..] => self.braces(at, line, trimmed),
            _ => self.keep(at, line),
        }
    }

    /// A line that begins with a tag: dropped when there is nothing to read on it.
    fn tags(&mut self, at: usize, line: &str, trimmed: &str) {
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
            self.inside = Inside::OpenTag;
            self.open(line);
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

    /// A line that begins with a brace: comments, shortcodes, expressions and attribute lists.
    fn braces(&mut self, at: usize, line: &str, trimmed: &str) {
        const PAIRS: [(&str, &str); 5] = [
            ("{/*", "*/}"),
            ("{{<", ">}}"),
            ("{{%", "%}}"),
            ("{%", "%}"),
            ("{:", "}"),
        ];
        for (open, close) in PAIRS {
            if !trimmed.starts_with(open) {
                continue;
            }
            match trimmed.find(close) {
                Some(_) if trimmed.ends_with(close) => return self.drop(at),
                Some(_) => return self.keep(at, line),
                None if open != "{:" => {
                    self.inside = Inside::Until(close);
                    return self.drop(at);
                }
                None => {}
            }
        }
        if self.out.mdx && trimmed.ends_with('}') && balanced(trimmed) {
            return self.drop(at);
        }
        self.keep(at, line);
    }

    fn open(&mut self, line: &str) {
        // Only MDX lets the content of an element stand indented and still be text.
        if self.out.mdx {
            let indent = line.len() - line.trim_start().len();
            let moved = self.shift;
            self.elements.push(Element {
                indent: indent.saturating_sub(moved),
                moved: None,
            });
        }
    }

    /// The end of a tag that ran over lines: `/>` closes what its first line opened.
    fn close_tag(&mut self, trimmed: &str) {
        if trimmed.ends_with("/>") {
            self.pop();
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
        self.out.view.push(&line[shift..], at + shift);
    }

    fn drop(&mut self, at: usize) {
        self.out.view.push("", at);
    }
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

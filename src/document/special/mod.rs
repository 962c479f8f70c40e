//! Lines that are no Markdown though they stand in it: imports, tags, shortcodes, directives.
//!
//! CommonMark would read a line of tags as the start of raw HTML and swallow the text
//! after it; site generators do not. So these lines are taken out before the parser sees
//! them, and the text between them is read as the Markdown it is.

mod cost;
mod line;

use std::ops::Range;

use self::cost::Cost;
use self::line::{
    Ahead, BRACES, ITEM, MDX_BRACES, OPEN_TAG, TAG, closed_after, closes, directive_title, is_mdx,
    nesting, opens_fence, raw_html, tag_over_lines,
};
use super::inline::comments_closed;
use super::view::{View, lines};

pub(super) use cost::MARKUP;
pub(super) use line::{MAX_NESTING, is_import};

/// What the special lines of a text leave for others to handle.
pub(super) struct Cut {
    /// The Markdown that remains.
    pub view: View,
    /// Titles of directives: byte range in the file.
    pub titles: Vec<Range<usize>>,
    /// Whether the text is MDX.
    pub mdx: bool,
    /// The first line that nests deeper than [`MAX_NESTING`], and how deep.
    pub too_deep: Option<(usize, usize)>,
    /// The first line that is over [`MARKUP`].
    pub too_much: Option<usize>,
}

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
        cost: Cost::new(),
        after_blank: true,
        list: None,
    };
    let all: Vec<(usize, &str)> = lines(text, from).collect();
    for (number, (at, line)) in all.iter().enumerate() {
        state.line(*at, line, &all[number + 1..]);
    }
    state.out
}

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
    cost: Cost,
}

impl State {
    fn line(&mut self, at: usize, line: &str, ahead: &Ahead<'_>) {
        let (at, line) = match line.strip_prefix('\u{feff}') {
            Some(rest) if at == 0 => (3, rest),
            _ => (at, line),
        };
        let trimmed = line.trim();
        let after_blank = std::mem::replace(&mut self.after_blank, trimmed.is_empty());
        if !self.cost.pays(trimmed) {
            self.out.too_much.get_or_insert(at);
            return self.drop(at);
        }
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

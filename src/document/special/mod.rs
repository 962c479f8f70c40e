//! Lines that are no Markdown though they stand in it: imports, tags, shortcodes, directives.
//!
//! CommonMark would read a line of tags as the start of raw HTML and swallow the text
//! after it; site generators do not. So these lines are taken out before the parser sees
//! them, and the text between them is read as the Markdown it is.

mod cost;
mod left_out;
mod line;
mod outcome;

use std::ops::Range;

use self::cost::Cost;
use self::line::{
    Ahead, BRACES, MDX_BRACES, OPEN_TAG, TAG, closed_after, closes, is_component, is_mdx, nesting,
    opens_fence, raw_html, tag_over_lines,
};
use self::outcome::Element;
use super::inline::comments_closed;
use super::view::{View, lines};

pub(super) use cost::MARKUP;
pub(crate) use left_out::{Directive, LeftOut, Purpose, Special};
pub(super) use line::is_import;
pub(crate) use line::{MAX_NESTING, expressions};

/// What the special lines of a text leave for others to handle.
pub(crate) struct Cut {
    /// The Markdown that remains.
    pub view: View,
    /// Titles of directives: byte range in the file.
    pub titles: Vec<Range<usize>>,
    /// Lines that were taken out, in order.
    pub left_out: Vec<LeftOut>,
    /// The byte of the view where each fence of a directive left a mark; of a text that is only
    /// read, none.
    pub directives: Vec<(usize, Directive)>,
    /// Whether the text is MDX.
    pub mdx: bool,
    /// The first line that nests deeper than [`MAX_NESTING`], and how deep.
    pub too_deep: Option<(usize, usize)>,
    /// The first line that is over [`MARKUP`].
    pub too_much: Option<usize>,
}

/// Takes special lines out of the Markdown that begins at byte `from`; `named_mdx` says that
/// the name of the file promises MDX.
pub(crate) fn cut(text: &str, from: usize, named_mdx: bool, purpose: Purpose) -> Cut {
    let body = &text[from..];
    let mut state = State {
        out: Cut {
            view: View::default(),
            titles: Vec::new(),
            left_out: Vec::new(),
            directives: Vec::new(),
            mdx: named_mdx || is_mdx(body),
            too_deep: None,
            too_much: None,
        },
        publishing: purpose == Purpose::Publishing,
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

struct State {
    out: Cut,
    publishing: bool,
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
                self.leave_out_too(at, line);
            }
            Inside::Import if !trimmed.is_empty() && !trimmed.starts_with(['#', '<']) => {
                self.leave_out_too(at, line);
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
            return self.directive(at, line);
        }
        if after_blank && self.out.mdx && indent == 0 && is_import(line) {
            self.inside = Inside::Import;
            return self.leave_out(Special::Import, at, line);
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
        if self.publishing && !self.out.mdx {
            return self.keep(at, line);
        }
        let closed = comments_closed(trimmed);
        let trimmed = closed.as_ref();
        let html = self.publishing && !is_component(trimmed);
        let rest = TAG.replace_all(trimmed, "");
        if OPEN_TAG.is_match(&rest) && !rest.contains('>') && !rest.contains('`') {
            if html {
                return self.keep(at, line);
            }
            let Some((more, closed)) = tag_over_lines(rest.trim(), ahead) else {
                return self.keep(at, line);
            };
            self.inside = Inside::Skip(more);
            if !closed {
                self.open(line);
            }
            return self.leave_out(Special::Component, at, line);
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
        if html {
            self.keep(at, line);
            // What stands under it is Markdown in MDX, and in CommonMark behind a blank line.
            self.out.view.push("", at + line.len());
        } else {
            self.leave_out(Special::Component, at, line);
        }
        match (all - closing - alone).cmp(&closing) {
            std::cmp::Ordering::Greater => self.open(line),
            std::cmp::Ordering::Less => self.pop(),
            std::cmp::Ordering::Equal => {}
        }
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
            return self.leave_out(Special::braces(trimmed), at, line);
        }
        let known = if self.out.mdx { &*MDX_BRACES } else { &*BRACES };
        let rest = known.replace_all(trimmed, "");
        if rest.len() == trimmed.len() || rest.chars().any(char::is_alphanumeric) {
            return self.keep(at, line);
        }
        self.leave_out(Special::braces(trimmed), at, line);
    }
}

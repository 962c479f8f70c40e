//! Raw HTML on a sanitized page: each tag is written anew, with what it may have.
//!
//! What is taken out is told here, with its place in the file. That nothing else slips through, and
//! that every element ends inside the page, is seen to when the page is whole.

use std::collections::BTreeSet;

use memchr::memchr2_iter;

use super::links::After;
use super::raw::{Element, Piece, Raw, RawKind, Swallowed};
use super::write::Writer;
use super::{RawHtml, Refusal, Refused, Target, policy};
use crate::document::{MAX_NESTING, closes_paragraph, implied};

/// The tags of raw HTML on a page in the making.
#[derive(Default)]
pub(super) struct Tags {
    /// The elements that stand open, outermost first.
    open: Vec<String>,
    /// How many of them stood open before the paragraph, or other leaf, that is written.
    outside: usize,
    swallowed: Swallowed,
    /// What follows the link of HTML that stands open.
    link: Option<After>,
    /// The ids that elements have.
    pub(super) ids: BTreeSet<String>,
    /// Whether it has been told that elements nest too deep.
    too_deep: bool,
}

impl Tags {
    /// Whether what comes is no text of the page.
    pub(super) fn swallow(&self) -> bool {
        self.swallowed.any()
    }
}

impl Writer<'_> {
    /// Writes raw HTML.
    pub(super) fn raw(&mut self, raw: &Raw) {
        if raw.kind != RawKind::Inline {
            self.end_leaf();
        }
        let title = raw.title().filter(|_| self.rendering.skip_title);
        let title = title.unwrap_or_default();
        match self.rendering.raw_html {
            RawHtml::Escape => self.escaped(raw),
            mode => {
                for (at, piece) in raw.pieces.iter().enumerate() {
                    match mode {
                        _ if title.contains(&at) => {}
                        RawHtml::Allow => self.verbatim(raw, piece),
                        _ => self.clean(raw, piece),
                    }
                }
            }
        }
        if raw.kind != RawKind::Inline {
            // What a block leaves open holds the blocks behind it.
            self.tags.outside = self.tags.open.len();
            self.tags.swallowed.reset();
        }
    }

    /// A paragraph, or another leaf, begins or ends: what raw HTML opened in it ends with it.
    pub(super) fn end_leaf(&mut self) {
        self.tags.swallowed.reset();
        while self.tags.open.len() > self.tags.outside {
            if let Some(name) = self.tags.open.pop() {
                self.end_tag(&name);
            }
        }
        self.tags.link = None;
    }

    /// A link of HTML begins.
    pub(super) fn begin_link(&mut self, after: After) {
        self.tags.link = Some(after);
    }

    /// A link of HTML ends: what follows it.
    pub(super) fn take_link(&mut self) -> Option<After> {
        self.tags.link.take()
    }

    /// Whether a link stands open.
    pub(super) fn in_link(&self) -> bool {
        let mut open = self.links.iter().chain(&self.tags.link);
        open.any(|after| !matches!(after, After::Words))
    }

    fn clean(&mut self, raw: &Raw, piece: &Piece) {
        match piece {
            Piece::Text(_) if self.tags.swallow() => {}
            Piece::Text(range) => self.raw_text(&raw.text[range.clone()]),
            Piece::Open(element) => {
                let inside = self.tags.swallow();
                if !self.tags.swallowed.begins(element) {
                    self.open_tag(raw, element);
                } else if !inside {
                    let script = element.name == "script";
                    let kind = if script {
                        Refusal::Script
                    } else {
                        Refusal::Element
                    };
                    self.refuse(kind, raw, element);
                }
            }
            Piece::Close(name, _) if !self.tags.swallowed.ends(name) => self.close_tag(name),
            Piece::Close(..) | Piece::Comment(_) | Piece::Nothing(_) => {}
        }
    }

    /// Writes text whose entities are those of HTML.
    fn raw_text(&mut self, text: &str) {
        let mut at = 0;
        for sign in memchr2_iter(b'<', b'>', text.as_bytes()) {
            self.out.push_str(&text[at..sign]);
            let tag = text.as_bytes()[sign] == b'<';
            self.out.push_str(if tag { "&lt;" } else { "&gt;" });
            at = sign + 1;
        }
        self.out.push_str(&text[at..]);
    }

    fn open_tag(&mut self, raw: &Raw, element: &Element) {
        let name = element.name.as_str();
        let Some(own) = policy::element(name) else {
            if !policy::is_silent(name) {
                self.refuse(Refusal::Element, raw, element);
            }
            return;
        };
        if !self.enter(raw, element) {
            return;
        }
        let target = self.link_of(element);
        if name == "a" {
            self.tags.link = Some(After::of(target.as_ref()));
            if target == Some(Target::Words) {
                self.tags.open.pop();
                return self.events(raw, element);
            }
        }
        let seen = target.is_some() || element.value("srcset").is_some();
        if name == "img" && (target == Some(Target::Words) || !seen) {
            let words = element.value("alt").unwrap_or_default();
            super::escape::text(&mut self.out, words);
            return self.events(raw, element);
        }
        self.out.push('<');
        self.out.push_str(name);
        self.attributes(raw, element, own, target.as_ref());
        self.out.push('>');
    }

    /// Puts an element on those that stand open; whether it may stand there.
    fn enter(&mut self, raw: &Raw, element: &Element) -> bool {
        let name = element.name.as_str();
        let open = &mut self.tags.open;
        let (ended, kept_by) = implied(name);
        let near = open
            .iter()
            .rev()
            .take_while(|one| !kept_by.contains(&one.as_str()));
        let near = near.take_while(|_| !ended.is_empty()).count();
        let ended = |one: &String| ended.contains(&one.as_str());
        if let Some(at) = open[open.len() - near..].iter().position(ended) {
            open.truncate(open.len() - near + at);
        } else if closes_paragraph(name) && open.last().is_some_and(|one| one == "p") {
            open.pop();
        }
        let parent = open.last().map_or("", String::as_str);
        if policy::is_row(parent) && !policy::is_of_table(name) {
            // A browser would take it out and put it before the table.
            return false;
        }
        if policy::is_void(name) {
            return true;
        }
        if open.len() < MAX_NESTING {
            open.push(name.to_owned());
            return true;
        }
        if !std::mem::replace(&mut self.tags.too_deep, true) {
            self.refuse(Refusal::TooMuch, raw, element);
        }
        false
    }

    /// A block of Markdown begins: what it cannot stand in ends.
    pub(super) fn begin_block(&mut self) {
        self.end_leaf();
        let inside = |one: &String| policy::is_row(one);
        if !self.tags.open.last().is_some_and(inside) {
            return;
        }
        let count = self
            .tags
            .open
            .iter()
            .rev()
            .take_while(|one| inside(one))
            .count();
        self.tags.open.truncate(self.tags.open.len() - count);
        self.tags.outside = self.tags.outside.min(self.tags.open.len());
        self.end_tag("table");
    }

    fn close_tag(&mut self, name: &str) {
        let after = if name == "a" {
            self.tags.link.take()
        } else {
            None
        };
        // An end without a beginning could end what is around the page.
        let Some(at) = self.tags.open.iter().rposition(|open| open == name) else {
            return;
        };
        self.tags.open.truncate(at);
        self.tags.outside = self.tags.outside.min(at);
        match after {
            None => self.end_tag(name),
            after => self.after_link(after),
        }
    }

    pub(super) fn end_tag(&mut self, name: &str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
    }

    /// Says that an element does not reach the page.
    fn refuse(&mut self, kind: Refusal, raw: &Raw, element: &Element) {
        let range = raw.place(&element.range);
        self.refused.push(Refused {
            kind,
            what: element.name.clone(),
            range,
        });
    }
}

//! HTML becomes segments: the text of each block, and the attributes that people read.
//!
//! A run of text is one segment, whatever inline elements stand in it; a block ends it. Nothing is
//! repaired that browsers repair but what decides to which element a text belongs: ends that are
//! left out, and ends of what never began.

mod elements;
mod markup;
mod run;
mod seen;
mod stack;
mod text;
mod tokens;

use std::collections::BTreeMap;
use std::ops::Range;

use self::elements::{Role, Skip, Words, mark, role};
use self::run::{Run, attribute};
use self::stack::{Open, Stack};
use self::tokens::Tag;
use super::laid::Found;
use super::{Draft, Kind, PlaceholderKind, Segment, Shown};
use crate::text::{Lang, LineIndex};

pub(crate) use elements::{ends_text, implied};
pub use markup::{Markup, is_element, markup};
pub(crate) use seen::said;
pub(crate) use tokens::{Tag as HtmlTag, Token, Tokens};

/// Reads the HTML that begins at byte `from`, in a file that is said to be in `lang`.
pub(super) fn read(draft: &mut Draft<'_>, from: usize, lang: &Lang) {
    let file = draft.text;
    let mut tokens = Tokens::new(file, from);
    let mut page = Page {
        file,
        xml: draft.file.ends_with(".xhtml") || file[from..].starts_with("<?xml"),
        open: Stack::new(lang),
        holders: Vec::new(),
        run: Run::default(),
        skipped: None,
        keys: BTreeMap::new(),
        index: LineIndex::new(file),
        out: Vec::new(),
    };
    let mut at = from;
    while let Some(token) = tokens.next() {
        let range = token.range();
        page.text(at..range.start);
        at = range.end;
        match token {
            Token::Open(tag) => {
                let name = tag.name.clone();
                if page.start(tag) {
                    tokens.content_of(&name);
                }
            }
            Token::Close(name, range) => page.end(name, range),
            Token::Comment(range) => page.skip(Kind::Comment, Skip::Hidden, range),
            Token::Nothing(_) => {}
        }
    }
    page.text(at..tokens.end());
    page.finish();
    draft.segments.append(&mut page.out);
}

/// A part of the page that is skipped, until its element ends.
struct Skipped {
    name: String,
    depth: usize,
    start: usize,
    skip: Skip,
}

struct Page<'t> {
    file: &'t str,
    /// Whether `/>` ends an element.
    xml: bool,
    open: Stack,
    /// What the first text of a block is; none when it has come.
    holders: Vec<Option<Kind>>,
    run: Run,
    skipped: Option<Skipped>,
    /// How often each key has come.
    keys: BTreeMap<String, usize>,
    index: LineIndex,
    out: Vec<Segment>,
}

impl Page<'_> {
    fn text(&mut self, range: Range<usize>) {
        if range.is_empty() || self.skipped.is_some() {
            return;
        }
        if let Some(kind) = self.open.object() {
            let full = !self.file[range.clone()].trim().is_empty();
            return self.run.object(kind, range, full);
        }
        self.run.text(self.file, &range);
    }

    /// The start of an element; whether its content is what its name makes it.
    fn start(&mut self, tag: Tag) -> bool {
        let ends = self.xml && tag.closed;
        if let Some(skipped) = &mut self.skipped {
            let drawing = skipped.skip == Skip::Drawing;
            if tag.name == skipped.name && !(tag.closed && (self.xml || drawing)) {
                skipped.depth += 1;
            }
            return !drawing && !ends;
        }
        if tag.name == "html" {
            self.open.page_is_in(&tag, self.file);
        }
        let role = role(&tag.name);
        let open = self.open.opened(&tag, role, self.file);
        let words = elements::words(&tag, self.file, open.mute.any());
        let among = !matches!(role, Role::Block(_) | Role::Edge | Role::Skip(Skip::Code));
        if among {
            self.inline(tag, role, open, words);
            return !ends;
        }
        self.flush();
        self.open.imply(&tag.name);
        for words in &words {
            let found = attribute(self.file, words);
            self.push(found);
        }
        match role {
            Role::Skip(skip) if !ends => self.skip_from(tag, skip),
            Role::Block(kind) if !ends => {
                // What it stands in may have changed.
                let mut open = self.open.opened(&tag, role, self.file);
                if kind.is_some() {
                    open.holder = Some(self.holders.len());
                    self.holders.push(kind);
                }
                self.open.push(open);
            }
            _ => {}
        }
        !ends
    }

    /// An element that is part of a text.
    fn inline(&mut self, tag: Tag, role: Role, open: Open, words: Vec<Words>) {
        let ends = tag.closed && (self.xml || matches!(role, Role::Skip(Skip::Drawing)));
        let has_content = matches!(role, Role::Inline | Role::Code) && !ends;
        let shown = match role {
            Role::Break => Shown::Space,
            Role::Image => Shown::Object,
            Role::Skip(Skip::Drawing) if ends => Shown::Object,
            _ => Shown::Hidden,
        };
        if let Some(kind) = self.open.object() {
            self.run
                .object(kind, tag.range.clone(), shown == Shown::Object);
        } else if has_content && open.mute.any() && !open.block_mute {
            self.run.object(mark(&tag.name), tag.range.clone(), false);
        } else if has_content {
            self.run.open(tag.name.clone(), tag.range.clone(), words);
        } else if ends || !matches!(role, Role::Skip(_)) || !words.is_empty() {
            let kind = mark(&tag.name);
            self.run.alone((kind, shown), tag.range.clone(), words);
            if let (Role::Skip(skip), false) = (role, ends) {
                let start = tag.range.end;
                return self.skip_from(
                    Tag {
                        range: start..start,
                        ..tag
                    },
                    skip,
                );
            }
        }
        match role {
            Role::Skip(skip) if !ends => self.skip_from(tag, skip),
            _ if has_content => self.open.push(open),
            _ => {}
        }
    }

    fn end(&mut self, name: String, range: Range<usize>) {
        if let Some(skipped) = &mut self.skipped {
            if skipped.name == name {
                skipped.depth -= 1;
                if skipped.depth == 0 {
                    self.skip_to(range.end);
                }
            }
            return;
        }
        match role(&name) {
            Role::Inline | Role::Code => self.end_inline(name, range),
            // What browsers make of the end of a line break.
            Role::Break => self
                .run
                .alone((PlaceholderKind::Tag, Shown::Space), range, Vec::new()),
            Role::Block(_) if matches!(name.as_str(), "html" | "body") => self.flush(),
            Role::Block(_) => {
                self.flush();
                self.open.end_block(&name);
            }
            _ => self.skip(Kind::Tag, Skip::Hidden, range),
        }
    }

    fn end_inline(&mut self, name: String, range: Range<usize>) {
        let object = self.open.object();
        self.open.end_inline(&name);
        match object {
            Some(kind) => self.run.object(kind, range, false),
            None => self.run.close(name, range),
        }
        if self.open.object().is_none() {
            self.run.outside();
        }
    }

    fn skip_from(&mut self, tag: Tag, skip: Skip) {
        self.skipped = Some(Skipped {
            name: tag.name,
            depth: 1,
            start: tag.range.start,
            skip,
        });
    }

    fn skip_to(&mut self, end: usize) {
        let Some(Skipped { start, skip, .. }) = self.skipped.take() else {
            return;
        };
        let kind = if skip == Skip::Code {
            Kind::Code
        } else {
            Kind::Tag
        };
        self.skip(kind, skip, start..end);
    }

    fn skip(&mut self, kind: Kind, skip: Skip, range: Range<usize>) {
        if range.is_empty() || self.skipped.is_some() {
            return;
        }
        if let Some(object) = self.open.object() {
            return self.run.object(object, range, skip == Skip::Drawing);
        }
        self.run.skipped(kind, skip, range);
        if skip == Skip::Code {
            self.flush();
        }
    }

    /// Ends the text that stands open.
    fn flush(&mut self) {
        let open = self.open.innermost();
        let mute = open.is_some_and(|open| open.block_mute);
        let holder = open.and_then(|open| open.holder);
        let (found, words) = self.run.take(self.file, mute);
        let kind = holder
            .filter(|_| words)
            .and_then(|at| self.holders[at].take());
        for mut one in found {
            if one.kind == Kind::Paragraph {
                one.kind = kind.unwrap_or(Kind::Paragraph);
                one.key = (kind == Some(Kind::Field)).then(|| "head.title".to_owned());
            }
            self.push(Some(one));
        }
    }

    fn push(&mut self, found: Option<Found>) {
        let Some(mut found) = found else { return };
        if let Some(key) = &mut found.key {
            let count = self.keys.entry(key.clone()).or_default();
            if *count > 0 {
                *key = format!("{key}[{count}]");
            }
            *count += 1;
        }
        self.out.push(found.segment(self.file, &self.index));
    }

    fn finish(&mut self) {
        self.skip_to(self.file.len());
        self.flush();
    }
}

#[cfg(test)]
mod tests;

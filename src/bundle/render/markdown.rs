//! Markdown becomes the parts of a page, as its parser reads it.

use std::collections::BTreeMap;
use std::ops::Range;

use memchr::memchr;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd, TextMergeWithOffset};

use super::attributes::is_event;
use super::beside::left_out_lines;
use super::body::Gathering;
use super::callout::Open;
use super::page::{Page, Part};
use super::{Refusal, Refused};
use crate::document::Cut;
use crate::document::markdown_options;

/// Reads a file of which the parser sees what `cut` leaves.
pub(super) fn read<'t>(file: &'t str, cut: &'t Cut, gathering: Gathering) -> Page<'t> {
    let mut reader = Reader {
        file,
        cut,
        braces: memchr(b'{', cut.view.text.as_bytes()).is_some(),
        gathering,
        parts: Vec::new(),
        around: Vec::new(),
        notes: BTreeMap::new(),
        callouts: Open::default(),
        refused: left_out_lines(file, cut),
        raw: None,
        code: false,
        images: 0,
    };
    let events = Parser::new_ext(&cut.view.text, options()).into_offset_iter();
    for (event, range) in TextMergeWithOffset::new(events) {
        reader.event(event, range);
    }
    let open = reader.callouts.finish();
    reader.end_callouts(open);
    Page {
        parts: reader.parts,
        notes: reader.notes,
        body: reader.gathering.finish(),
        refused: reader.refused,
    }
}

/// As articles are read, but that an id of a heading is none of its words.
fn options() -> Options {
    markdown_options() | Options::ENABLE_HEADING_ATTRIBUTES
}

pub(super) struct Reader<'t> {
    pub(super) file: &'t str,
    pub(super) cut: &'t Cut,
    /// Whether there may be something in braces that is no text.
    pub(super) braces: bool,
    pub(super) gathering: Gathering,
    /// The parts of the page, or of the footnote that stands open.
    pub(super) parts: Vec<Part<'t>>,
    /// The footnotes that stand open, with the parts around each.
    around: Vec<(String, Vec<Part<'t>>)>,
    notes: BTreeMap<String, Vec<Part<'t>>>,
    pub(super) callouts: Open,
    pub(super) refused: Vec<Refused>,
    /// A block of raw HTML: its text, and where its lines begin.
    pub(super) raw: Option<(String, Vec<(usize, usize)>)>,
    /// Whether a block of code stands open.
    code: bool,
    /// How many images stand open, whose words are not read with the text.
    images: usize,
}

impl<'t> Reader<'t> {
    fn event(&mut self, event: Event<'t>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.code => self.code(text, &range),
            Event::Text(text) => self.text(text, &range),
            Event::Code(ref text) => {
                self.read_text(text);
                self.push(event);
            }
            Event::SoftBreak | Event::HardBreak => {
                self.read_text(" ");
                self.push(event);
            }
            Event::Html(html) => self.html(&html, &range),
            Event::InlineHtml(html) => self.inline_html(&html, &range),
            _ => self.push(event),
        }
    }

    fn start(&mut self, tag: Tag<'t>, range: Range<usize>) {
        match tag {
            Tag::Heading {
                level,
                id,
                classes,
                attrs,
            } => {
                let number = self.gathering.heading(level as u8, id.as_deref());
                self.parts.push(Part::Heading(number, classes));
                for (name, _) in attrs {
                    let kind = match is_event(&name) {
                        true => Refusal::EventAttribute,
                        // What looks like an attribute there is an expression.
                        false if self.cut.mdx => Refusal::NotRendered,
                        false => continue,
                    };
                    self.refused.push(Refused {
                        kind,
                        what: name.to_string(),
                        range: self.cut.view.range(&range),
                    });
                }
                return;
            }
            Tag::Link {
                link_type,
                dest_url,
                title,
                ..
            } => {
                let mail = if link_type == LinkType::Email {
                    "mailto:"
                } else {
                    ""
                };
                let to = format!("{mail}{dest_url}");
                let range = self.cut.view.range(&range);
                let number = self.gathering.link(to, false, range);
                return self.parts.push(Part::Link(number, title));
            }
            Tag::Image {
                dest_url, title, ..
            } => {
                self.images += 1;
                let range = self.cut.view.range(&range);
                let number = self.gathering.link(dest_url.to_string(), true, range);
                return self.parts.push(Part::Image(number, title));
            }
            Tag::BlockQuote(kind) => {
                self.callouts.enter();
                if let Some(kind) = kind {
                    return self.parts.push(Part::Callout(kind.into(), None));
                }
            }
            Tag::FootnoteDefinition(name) => {
                self.callouts.enter();
                let parts = std::mem::take(&mut self.parts);
                return self.around.push((name.to_lowercase(), parts));
            }
            Tag::HtmlBlock => {
                self.raw = Some((String::new(), Vec::new()));
                return;
            }
            Tag::List(_) | Tag::Item => self.callouts.enter(),
            Tag::CodeBlock(_) => self.code = true,
            Tag::Paragraph if self.callouts.outside() => self.gathering.paragraph(),
            _ => {}
        }
        self.push(Event::Start(tag));
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) if matches!(self.parts.last(), Some(Part::Heading(..))) => {
                self.parts.pop();
                return self.gathering.drop_heading();
            }
            TagEnd::Heading(_) => self.gathering.end_heading(),
            TagEnd::Paragraph => self.gathering.end_paragraph(),
            TagEnd::TableCell | TagEnd::Item => self.gathering.text(" "),
            TagEnd::Image => self.images = self.images.saturating_sub(1),
            TagEnd::CodeBlock => self.code = false,
            TagEnd::HtmlBlock => return self.end_html(),
            _ => {}
        }
        let container = matches!(
            tag,
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item | TagEnd::FootnoteDefinition
        );
        if !container {
            return self.push(Event::End(tag));
        }
        let (before, behind) = self.callouts.leave();
        self.end_callouts(before);
        match tag {
            TagEnd::BlockQuote(Some(_)) => self.end_callouts(1),
            TagEnd::FootnoteDefinition => {
                if let Some((name, parts)) = self.around.pop() {
                    let note = std::mem::replace(&mut self.parts, parts);
                    self.notes.entry(name).or_insert(note);
                }
            }
            _ => self.push(Event::End(tag)),
        }
        self.end_callouts(behind);
    }

    pub(super) fn push(&mut self, event: Event<'t>) {
        self.parts.push(Part::Event(event));
    }

    /// What readers read; the words of an image are read in its place.
    pub(super) fn read_text(&mut self, text: &str) {
        if self.images == 0 {
            self.gathering.text(text);
        }
    }
}

//! Markdown becomes the parts of a page, as its parser reads it.

use std::collections::BTreeMap;
use std::ops::Range;

use memchr::memchr;
use pulldown_cmark::{CowStr, Event, LinkType, Options, Parser, Tag, TagEnd, TextMergeWithOffset};

use super::attributes::is_event;
use super::body::Gathering;
use super::callout::{Callout, Open};
use super::page::{Page, Part, left_out};
use super::raw::{Raw, RawKind};
use super::{Refusal, Refused};
use crate::document::{Cut, Directive, MARK, Special, expressions};

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

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS
        | Options::ENABLE_HEADING_ATTRIBUTES
}

/// What the parser did not get to see, but for comments.
fn left_out_lines(file: &str, cut: &Cut) -> Vec<Refused> {
    let lines = cut.left_out.iter();
    let lines = lines.filter(|left| left.kind != Special::Comment);
    let lines = lines.map(|left| left_out(file, Refusal::NotRendered, left.range.clone()));
    let too_deep = cut.too_deep.map(|(at, _)| at);
    let rest = too_deep.into_iter().chain(cut.too_much);
    let rest = rest.map(|at| {
        let line = file[at..].lines().next().map_or(at, |line| at + line.len());
        left_out(file, Refusal::TooMuch, at..line)
    });
    lines.chain(rest).collect()
}

struct Reader<'t> {
    file: &'t str,
    cut: &'t Cut,
    /// Whether there may be something in braces that is no text.
    braces: bool,
    gathering: Gathering,
    /// The parts of the page, or of the footnote that stands open.
    parts: Vec<Part<'t>>,
    /// The footnotes that stand open, with the parts around each.
    around: Vec<(String, Vec<Part<'t>>)>,
    notes: BTreeMap<String, Vec<Part<'t>>>,
    callouts: Open,
    refused: Vec<Refused>,
    /// A block of raw HTML: its text, and where its lines begin.
    raw: Option<(String, Vec<(usize, usize)>)>,
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
                let events = attrs.iter().filter(|(name, _)| is_event(name));
                for (name, _) in events {
                    self.refused.push(Refused {
                        kind: Refusal::EventAttribute,
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

    fn push(&mut self, event: Event<'t>) {
        self.parts.push(Part::Event(event));
    }

    /// What readers read; the words of an image are read in its place.
    fn read_text(&mut self, text: &str) {
        if self.images == 0 {
            self.gathering.text(text);
        }
    }

    fn text(&mut self, text: CowStr<'t>, range: &Range<usize>) {
        if !(self.braces && text.contains('{')) {
            self.read_text(&text);
            return self.push(Event::Text(text));
        }
        let mut at = 0;
        for found in expressions(&text, self.cut.mdx) {
            self.text_between(&text[at..found.start]);
            at = found.end;
            if text[found.clone()].starts_with("{/*") {
                continue;
            }
            // With escapes in it, a text has other bytes in the file.
            let place = if range.len() == text.len() {
                range.start + found.start..range.start + found.end
            } else {
                range.clone()
            };
            let place = self.cut.view.range(&place);
            let left = left_out(self.file, Refusal::NotRendered, place);
            self.refused.push(left);
        }
        self.text_between(&text[at..]);
    }

    fn text_between(&mut self, text: &str) {
        if !text.is_empty() {
            self.read_text(text);
            self.push(Event::Text(CowStr::from(text.to_owned())));
        }
    }

    /// A piece of a block of code, with the fences of directives as they are written.
    fn code(&mut self, text: CowStr<'t>, range: &Range<usize>) {
        let view = &self.cut.view;
        let mut out = String::new();
        let mut rest = text.as_ref();
        let mut at = range.start;
        for (mark, _) in self.marks(range) {
            // What looks like a mark before it is not one.
            let others = view.text[at..*mark].matches(MARK).count();
            let Some((found, _)) = rest.match_indices(MARK).nth(others) else {
                break;
            };
            let written = view.range(&(*mark..mark + MARK.len())).start;
            let written = self.file[written..].lines().next().unwrap_or_default();
            out.push_str(&rest[..found]);
            out.push_str(written);
            rest = &rest[found + MARK.len()..];
            at = mark + MARK.len();
        }
        if out.is_empty() {
            return self.push(Event::Text(text));
        }
        out.push_str(rest);
        self.push(Event::Text(out.into()));
    }

    /// The marks of directives in a range of the view.
    fn marks(&self, range: &Range<usize>) -> &'t [(usize, Directive)] {
        let all = &self.cut.directives;
        let first = all.partition_point(|(mark, _)| *mark < range.start);
        let count = all[first..].partition_point(|(mark, _)| *mark < range.end);
        &all[first..first + count]
    }

    /// A line of raw HTML.
    fn html(&mut self, html: &str, range: &Range<usize>) {
        if let [(_, directive)] = self.marks(range) {
            self.end_html();
            return self.directive(directive);
        }
        let (text, places) = self.raw.get_or_insert_default();
        places.push((text.len(), self.cut.view.range(range).start));
        text.push_str(html);
    }

    fn end_html(&mut self) {
        let Some((text, places)) = self.raw.take() else {
            return;
        };
        if !text.is_empty() {
            let raw = Raw::read(text, places, RawKind::Block, &mut self.gathering);
            raw.count(&mut self.gathering);
            self.parts.push(Part::Raw(raw));
        }
    }

    fn inline_html(&mut self, html: &str, range: &Range<usize>) {
        let place = self.cut.view.range(range);
        if self.cut.mdx && is_component(html) {
            let left = left_out(self.file, Refusal::NotRendered, place);
            return self.refused.push(left);
        }
        let places = vec![(0, place.start)];
        let raw = Raw::read(
            html.to_owned(),
            places,
            RawKind::Inline,
            &mut self.gathering,
        );
        self.parts.push(Part::Raw(raw));
    }

    fn directive(&mut self, directive: &Directive) {
        let Directive::Open { line, name, title } = directive else {
            let ended = self.callouts.close();
            return self.end_callouts(ended);
        };
        let too_many = self.callouts.too_many();
        let callout = Callout::of(&self.file[name.clone()]).filter(|_| !too_many);
        self.callouts.open(callout.is_some());
        if let Some(callout) = callout {
            let title = title.clone().map(|title| &self.file[title]);
            self.read_text(title.unwrap_or_default());
            self.parts.push(Part::Callout(callout, title));
        } else {
            let kind = if too_many {
                Refusal::TooMuch
            } else {
                Refusal::NotRendered
            };
            let left = left_out(self.file, kind, line.clone());
            self.refused.push(left);
        }
    }

    fn end_callouts(&mut self, count: usize) {
        let ends = std::iter::repeat_with(|| Part::CalloutEnd);
        self.parts.extend(ends.take(count));
    }
}

/// Whether a tag is written as components are: with a capital, and not all in capitals.
fn is_component(tag: &str) -> bool {
    let name = tag.trim_start_matches(['<', '/']);
    let end = name.find(|c: char| !c.is_alphanumeric() && c != '.');
    let name = &name[..end.unwrap_or(name.len())];
    let capital = name.starts_with(|c: char| c.is_ascii_uppercase());
    capital && (name.contains('.') || name.chars().any(|c| c.is_ascii_lowercase()))
}

//! What stands in Markdown and is none: raw HTML, expressions in braces, directives, and whatever only
//! the generator of another site could show.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event};

use super::callout::Callout;
use super::markdown::Reader;
use super::page::{Part, left_out};
use super::raw::{Raw, RawKind};
use super::{Refusal, Refused};
use crate::document::{Cut, Directive, MARK, Special, expressions};

/// What the parser did not get to see, but for comments.
pub(super) fn left_out_lines(file: &str, cut: &Cut) -> Vec<Refused> {
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

impl<'t> Reader<'t> {
    pub(super) fn text(&mut self, text: CowStr<'t>, range: &Range<usize>) {
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
    pub(super) fn code(&mut self, text: CowStr<'t>, range: &Range<usize>) {
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
    pub(super) fn html(&mut self, html: &str, range: &Range<usize>) {
        if let [(_, directive)] = self.marks(range) {
            self.end_html();
            return self.directive(directive);
        }
        let (text, places) = self.raw.get_or_insert_default();
        places.push((text.len(), self.cut.view.range(range).start));
        text.push_str(html);
    }

    pub(super) fn end_html(&mut self) {
        let Some((text, places)) = self.raw.take() else {
            return;
        };
        if !text.is_empty() {
            let raw = Raw::read(text, places, RawKind::Block, &mut self.gathering);
            raw.count(&mut self.gathering);
            self.parts.push(Part::Raw(raw));
        }
    }

    pub(super) fn inline_html(&mut self, html: &str, range: &Range<usize>) {
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
        let Some(callout) = callout else {
            let kind = if too_many {
                Refusal::TooMuch
            } else {
                Refusal::NotRendered
            };
            let left = left_out(self.file, kind, line.clone());
            return self.refused.push(left);
        };
        let title = title.clone().map(|title| &self.file[title]);
        self.read_text(title.unwrap_or_default());
        self.parts.push(Part::Callout(callout, title));
    }

    pub(super) fn end_callouts(&mut self, count: usize) {
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

//! Links and images of Markdown, and where they lead.

use pulldown_cmark::{Event, TagEnd};

use super::page::Part;
use super::write::Writer;
use super::{Refusal, Refused, Target, escape, schemes};

/// What follows the words of a link.
pub(super) enum After {
    /// Nothing: it is none.
    Words,
    /// Its end.
    Link,
    /// Its end, and what readers are told of where it leads.
    Note(String),
}

impl After {
    /// What follows the words of a link to `target`, or of an anchor that leads nowhere.
    pub(super) fn of(target: Option<&Target>) -> Self {
        match target {
            None | Some(Target::Url(_)) => Self::Link,
            Some(Target::Foreign { note, .. }) => Self::Note(note.clone()),
            Some(Target::Words) => Self::Words,
        }
    }
}

/// An image whose words are read.
pub(super) struct Words {
    number: usize,
    title: String,
    /// The words that stand for it.
    text: String,
    /// How many images stand open in it.
    inner: usize,
}

impl Writer<'_> {
    /// Where the link of this number leads; one of a scheme that is refused leads nowhere.
    pub(super) fn target(&mut self, number: usize) -> Target {
        let Some(link) = self.body.links.get(number) else {
            return Target::Words;
        };
        let mut scheme = schemes::refused(&link.to, link.image);
        if scheme.is_none() {
            let target = (self.rendering.target)(number, link);
            match &target {
                Target::Url(url) | Target::Foreign { url, .. } => {
                    scheme = schemes::refused(url, link.image);
                }
                Target::Words => {}
            }
            if scheme.is_none() {
                return target;
            }
        }
        self.refused.push(Refused {
            kind: Refusal::Scheme,
            what: scheme.unwrap_or_default(),
            range: link.range.clone(),
        });
        Target::Words
    }

    pub(super) fn link(&mut self, number: usize, title: &str, next: &[Part<'_>]) {
        let target = self.target(number);
        self.links.push(After::of(Some(&target)));
        if let Target::Url(url) | Target::Foreign { url, .. } = &target {
            self.out.push_str("<a");
            escape::url(&mut self.out, "href", url);
            if let Target::Foreign { lang, .. } = &target {
                escape::attribute(&mut self.out, "hreflang", &lang.to_string());
            }
            escape::label(&mut self.out, "title", title);
            self.out.push('>');
            // A link without words could be neither seen nor read out.
            if matches!(next, [Part::Event(Event::End(TagEnd::Link)), ..]) {
                escape::text(&mut self.out, url);
            }
        }
    }

    pub(super) fn end_link(&mut self) {
        let after = self.links.pop();
        self.after_link(after);
    }

    /// Writes what follows the words of a link.
    pub(super) fn after_link(&mut self, after: Option<After>) {
        match after {
            None | Some(After::Words) => {}
            Some(After::Link) => self.out.push_str("</a>"),
            Some(After::Note(note)) => {
                self.out.push_str("</a>");
                if !note.is_empty() {
                    self.out.push_str(" <small class=\"language\">(");
                    escape::text(&mut self.out, &note);
                    self.out.push_str(")</small>");
                }
            }
        }
    }

    pub(super) fn image(&mut self, number: usize, title: &str) {
        self.image = Some(Words {
            number,
            title: title.to_owned(),
            text: String::new(),
            inner: 0,
        });
    }

    /// A part of the words of an image, which have no markup.
    pub(super) fn part_of_image(&mut self, part: &Part<'_>) {
        let Some(image) = &mut self.image else {
            return;
        };
        match part {
            Part::Event(Event::Text(text) | Event::Code(text)) => image.text.push_str(text),
            Part::Event(Event::SoftBreak | Event::HardBreak) => image.text.push(' '),
            Part::Image(..) => image.inner += 1,
            Part::Event(Event::End(TagEnd::Image)) if image.inner > 0 => image.inner -= 1,
            Part::Event(Event::End(TagEnd::Image)) => {
                if let Some(image) = self.image.take() {
                    self.end_image(&image);
                }
            }
            _ => {}
        }
    }

    fn end_image(&mut self, image: &Words) {
        if self.tags.swallow() {
            return;
        }
        let Words { title, text, .. } = image;
        match self.target(image.number) {
            Target::Words => escape::text(&mut self.out, text),
            Target::Url(url) | Target::Foreign { url, .. } => {
                self.out.push_str("<img");
                escape::url(&mut self.out, "src", &url);
                escape::attribute(&mut self.out, "alt", text);
                escape::label(&mut self.out, "title", title);
                self.out.push_str(" loading=\"lazy\">");
            }
        }
    }
}

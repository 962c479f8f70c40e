//! What the body of a page says of itself: its headings, links, first words and length.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::ids;
use crate::text::count_words;

/// What the body of a page says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Body {
    /// Its headings, in order, but for those of raw HTML in Markdown and those without anything in
    /// them.
    pub headings: Vec<Heading>,
    /// Other ids that links may lead to: those of elements of raw HTML.
    pub anchors: Vec<String>,
    /// Its links and images, in order; also those of raw HTML, and of each size of an image.
    pub links: Vec<Link>,
    /// What a reader reads in its first paragraph, at most 200 characters, cut at a word.
    pub summary: String,
    /// How many words a reader reads, without blocks of code.
    pub words: usize,
    /// Whether there is raw HTML in it other than comments.
    pub has_html: bool,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Heading {
    /// From 1 to 6, as it is written.
    pub level: u8,
    /// Its id on the rendered page; no other heading or anchor has it.
    pub id: String,
    /// Its words, without markup.
    pub text: String,
}

/// A link, or an image or other file that is shown on the page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Link {
    /// Where it leads, as it is written, with entities decoded and percent signs as they are.
    pub to: String,
    /// Whether it is a file that is shown on the page.
    pub image: bool,
    /// Its bytes in the file: of Markdown all of it, of HTML the value of the attribute.
    pub range: Range<usize>,
}

/// How many characters a summary has at most.
pub(super) const SUMMARY: usize = 200;

/// A body in the making.
#[derive(Default)]
pub(super) struct Gathering {
    body: Body,
    /// The ids that are written at headings.
    named: Vec<Option<String>>,
    in_heading: bool,
    summary: Summary,
    /// Whether words are not counted, and the first of them not kept.
    rendering: bool,
}

/// How far the first paragraph has been read.
#[derive(Default)]
enum Summary {
    #[default]
    Wanted,
    Open(String),
    Done,
}

impl Gathering {
    /// For a page that is rendered, which asks for headings and links only.
    pub(super) fn for_rendering() -> Self {
        Self {
            rendering: true,
            ..Self::default()
        }
    }

    /// A heading begins; its number.
    pub(super) fn heading(&mut self, level: u8, id: Option<&str>) -> usize {
        self.end_heading();
        self.in_heading = true;
        self.named.push(id.map(str::to_owned));
        self.body.headings.push(Heading {
            level,
            ..Heading::default()
        });
        self.body.headings.len() - 1
    }

    pub(super) fn end_heading(&mut self) {
        if std::mem::take(&mut self.in_heading)
            && let Some(heading) = self.body.headings.last_mut()
        {
            heading.text = one_line(&heading.text);
        }
    }

    /// The last heading has nothing in it.
    pub(super) fn drop_heading(&mut self) {
        self.in_heading = false;
        self.named.pop();
        self.body.headings.pop();
    }

    /// A paragraph begins that may be the summary.
    pub(super) fn paragraph(&mut self) {
        if matches!(self.summary, Summary::Wanted) && !self.rendering {
            self.summary = Summary::Open(String::new());
        }
    }

    pub(super) fn end_paragraph(&mut self) {
        if let Summary::Open(text) = &self.summary {
            let says = text.chars().any(char::is_alphanumeric);
            self.body.summary = if says { shortened(text) } else { String::new() };
            self.summary = if says { Summary::Done } else { Summary::Wanted };
        }
    }

    /// A reader reads this.
    pub(super) fn text(&mut self, text: &str) {
        if self.in_heading
            && let Some(heading) = self.body.headings.last_mut()
        {
            heading.text.push_str(text);
        }
        if self.rendering {
            return;
        }
        self.body.words += words(text);
        // A little more than is shown says that there is more.
        if let Summary::Open(summary) = &mut self.summary
            && summary.len() <= 8 * SUMMARY
        {
            summary.push_str(text);
        }
    }

    /// A link; its number.
    pub(super) fn link(&mut self, to: String, image: bool, range: Range<usize>) -> usize {
        self.body.links.push(Link { to, image, range });
        self.body.links.len() - 1
    }

    pub(super) fn anchor(&mut self, id: String) {
        self.body.anchors.push(id);
    }

    pub(super) fn has_html(&mut self) {
        self.body.has_html = true;
    }

    pub(super) fn finish(mut self) -> Body {
        self.end_heading();
        self.end_paragraph();
        let mut body = self.body;
        ids::assign(&mut body.headings, &self.named, &body.anchors);
        body
    }
}

/// How many words a text has. In most scripts they end at white space, so bytes can tell.
fn words(text: &str) -> usize {
    let mut count = 0;
    let mut inside = false;
    for (at, byte) in text.bytes().enumerate() {
        let mut kind = BYTES[usize::from(byte)];
        if kind == OTHER {
            let c = text[at..].chars().next().unwrap_or_default();
            // Behind Cyrillic begin scripts that write words without spaces.
            if c >= '\u{700}' && c.is_alphabetic() {
                return count_words(text);
            }
            kind = if c.is_whitespace() {
                SPACE
            } else {
                u8::from(c.is_alphanumeric())
            };
        }
        let letter = kind == LETTER;
        count += usize::from(letter && !inside);
        inside = (inside || letter) && kind != SPACE;
    }
    count
}

const LETTER: u8 = 1;
const SPACE: u8 = 2;
const OTHER: u8 = 3;

/// What a byte begins: nothing that matters (0), or one of these.
const BYTES: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0_u8;
    loop {
        table[byte as usize] = match byte {
            // The first two of these begin most Cyrillic letters.
            0xd0..=0xd2 => LETTER,
            0xc0.. => OTHER,
            _ if byte.is_ascii_alphanumeric() => LETTER,
            _ if byte.is_ascii_whitespace() => SPACE,
            _ => 0,
        };
        if byte == u8::MAX {
            break;
        }
        byte += 1;
    }
    table
};

/// A text with one space for all white space between two words.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// A text of at most [`SUMMARY`] characters: what is left out is left out at a word.
fn shortened(text: &str) -> String {
    let line = one_line(text);
    let Some((end, _)) = line.char_indices().nth(SUMMARY) else {
        return line;
    };
    // The ellipsis is one of the characters.
    let room = line[..end]
        .char_indices()
        .next_back()
        .map_or(0, |(at, _)| at);
    let end = match line[..room].rfind(' ') {
        Some(space) if !line[room..].starts_with(' ') => space,
        _ => room,
    };
    let cut = &line[..end];
    let cut = cut.trim_end_matches(|c: char| !c.is_alphanumeric() && !"»”\")]!?%".contains(c));
    format!("{cut}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_paragraph_is_cut_at_a_word() {
        let long = "слово, ".repeat(60);
        let cut = shortened(&long);
        assert!(cut.ends_with("слово…"), "{cut}");
        assert!(cut.chars().count() <= SUMMARY && cut.chars().count() > SUMMARY - 10);
        assert_eq!(shortened(&"ю".repeat(500)).chars().count(), SUMMARY);
        assert_eq!(shortened(" a\n b "), "a b");
    }

    #[test]
    fn words_are_counted_in_every_script() {
        for (text, count) in [
            ("Кое-что — и 3,5 ₽ сверху", 4),
            ("It’s state-of-the-art", 2),
            ("日本語", 3),
            ("— … !", 0),
        ] {
            assert_eq!(words(text), count, "{text}");
        }
    }
}

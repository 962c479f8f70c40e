//! Whether a change is a translator's business.

use schemars::JsonSchema;
use serde::Serialize;

use crate::document::{Block, Document, OBJECT, PlaceholderKind, Segment};
use crate::text::{read_numbers, typo_like};

/// What kind of difference a change is, for those who read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nature {
    /// Nothing that a reader reads has changed.
    Mechanical(Reason),
    /// A slip of the pen was mended; the translation is most likely right as it is.
    Minor,
    /// The text says something else.
    Prose,
}

/// Why a change is mechanical: what alone is different.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// White space or the wrapping of lines.
    Spacing,
    /// Emphasis, the level of a heading, the sign of a list.
    Markup,
    /// Marks of punctuation, or the case of letters.
    Punctuation,
    /// The target of a link or image, or a URL.
    Link,
    /// The id of a heading.
    Anchor,
    /// Inline code.
    InlineCode,
    /// Tags, expressions, shortcodes.
    Tag,
    /// Imports and exports.
    Import,
    /// Comments.
    Comment,
    /// How a number is spelled.
    NumberSpelling,
    /// A block of code.
    CodeBlock,
    /// A front-matter field that is not for readers.
    Metadata,
    /// The place alone.
    Move,
}

impl Nature {
    /// Whether a translator has to look at it.
    pub fn is_work(self) -> bool {
        !matches!(self, Self::Mechanical(_))
    }
}

/// The nature of the difference between two versions of a block.
pub(super) fn judge(old: (&Document, &Block), new: (&Document, &Block)) -> Nature {
    if !old.1.prose(old.0) && !new.1.prose(new.0) {
        return Nature::Mechanical(Reason::of_hidden(new.1.kind(new.0)));
    }
    if squeeze(&old.1.text) == squeeze(&new.1.text) {
        return Nature::Mechanical(Reason::Spacing);
    }
    let (before, after) = (old.1.of(old.0), new.1.of(new.0));
    if before.len() == after.len() {
        let cells = before.iter().zip(after).map(|(old, new)| segment(old, new));
        // The gravest of the cells; when all are equal, the difference lies between them.
        return cells
            .flatten()
            .max()
            .unwrap_or(Nature::Mechanical(Reason::Markup));
    }
    words(&old.1.reader(old.0), &new.1.reader(new.0))
}

/// The nature of the difference of two segments; none when they are equal.
fn segment(old: &Segment, new: &Segment) -> Option<Nature> {
    if old.text == new.text {
        return None;
    }
    if squeeze(&old.reader) == squeeze(&new.reader) {
        return Some(Nature::Mechanical(hidden(old, new)));
    }
    if essence(&old.reader) == essence(&new.reader) {
        return Some(words(&old.reader, &new.reader));
    }
    if essence(&spoken(old)) == essence(&spoken(new)) {
        return Some(Nature::Mechanical(Reason::Markup));
    }
    Some(words(&old.reader, &new.reader))
}

/// The nature of the difference of what is read.
fn words(old: &str, new: &str) -> Nature {
    if letters(old) == letters(new) {
        return Nature::Mechanical(Reason::Punctuation);
    }
    if essence(old) == essence(new) {
        return Nature::Mechanical(Reason::NumberSpelling);
    }
    if typo_like(old, new) {
        Nature::Minor
    } else {
        Nature::Prose
    }
}

/// Which of the things that a reader does not read differs.
fn hidden(old: &Segment, new: &Segment) -> Reason {
    const ORDER: [(Reason, &[PlaceholderKind]); 4] = [
        (Reason::InlineCode, &[PlaceholderKind::Code]),
        (
            Reason::Link,
            &[
                PlaceholderKind::Link,
                PlaceholderKind::Image,
                PlaceholderKind::Url,
            ],
        ),
        (Reason::Anchor, &[PlaceholderKind::Anchor]),
        (
            Reason::Tag,
            &[
                PlaceholderKind::Tag,
                PlaceholderKind::Expression,
                PlaceholderKind::Footnote,
            ],
        ),
    ];
    let of = |segment: &Segment, kinds: &[PlaceholderKind]| -> Vec<String> {
        let marks = segment
            .placeholders
            .iter()
            .filter(|mark| kinds.contains(&mark.kind));
        marks
            .map(|mark| segment.text[mark.range.clone()].to_owned())
            .collect()
    };
    let found = ORDER
        .into_iter()
        .find(|(_, kinds)| of(old, kinds) != of(new, kinds));
    found.map_or(Reason::Markup, |(reason, _)| reason)
}

/// What would be heard if the segment were read aloud, inline code included.
fn spoken(segment: &Segment) -> String {
    let mut out = String::new();
    let mut at = 0;
    for mark in &segment.placeholders {
        if mark.range.start < at {
            continue;
        }
        out.push_str(&segment.text[at..mark.range.start]);
        if mark.kind == PlaceholderKind::Code {
            out.push_str(segment.text[mark.range.clone()].trim_matches('`'));
        }
        at = mark.range.end;
    }
    out.push_str(&segment.text[at..]);
    out
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Letters, digits and the signs that mean something, without case.
fn letters(text: &str) -> String {
    let numbers = read_numbers(text);
    let in_number = |at: usize| numbers.iter().any(|number| number.range.contains(&at));
    let kept = text
        .char_indices()
        .filter(|&(at, c)| speaks(c) || (in_number(at) && !c.is_whitespace()));
    kept.flat_map(|(_, c)| c.to_lowercase()).collect()
}

/// The same with every number in one spelling.
fn essence(text: &str) -> String {
    let mut out = String::new();
    let mut at = 0;
    for number in read_numbers(text) {
        out.push_str(&letters_only(&text[at..number.range.start]));
        out.push('\u{1}');
        out.push_str(number.values.first().map_or("", String::as_str));
        out.push('\u{1}');
        at = number.range.end;
    }
    out.push_str(&letters_only(&text[at..]));
    out
}

fn letters_only(text: &str) -> String {
    text.chars()
        .filter(|&c| speaks(c))
        .flat_map(char::to_lowercase)
        .collect()
}

/// Whether a sign says something that its absence would not.
fn speaks(c: char) -> bool {
    c.is_alphanumeric() || c == OBJECT || "%‰°§№+=<>&@$€£₽¥".contains(c)
}

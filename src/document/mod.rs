//! One file in one language becomes segments: pure, exact to the byte, and never failing.
//!
//! Markdown, its front matter and Fluent all become a [`Document`]. Segments lie in the order
//! of the file and do not overlap; what lies between them (blank lines, list markers, quote
//! signs, pipes) is never lost, because it is still in the file: segments and the gaps between
//! them give the file back byte for byte. Whatever a reader cannot see — imports, tags,
//! comments, link definitions — is a segment too, one that is not [`Segment::prose`], so a
//! change there is noticed and yet is nobody's work.

mod block;
mod fluent;
mod front_matter;
mod html;
mod inline;
mod laid;
mod markdown;
mod opaque;
mod plain;
mod special;
mod view;

use std::ops::Range;
use std::sync::Arc;

pub use block::Block;
pub use fluent::{
    Arguments, Broken, Choice, Element, Entry, Expression, Fluent, Pattern, Placeable, Reference,
    Select, Variant, Way, Wording,
};
pub use front_matter::{
    FrontMatterField, front_matter_body, front_matter_checked, front_matter_end,
    front_matter_field, front_matter_fields, front_matter_items, unclosed_front_matter,
};
pub(crate) use html::{HtmlTag, Token, Tokens, closes_paragraph, ends_text, implied, said};
pub use html::{Markup, is_element, markup};
pub(crate) use markdown::options as markdown_options;
pub(crate) use special::{Cut, Directive, MARK, MAX_NESTING, Purpose, Special, cut, expressions};
pub(crate) use view::lines;

use crate::diagnostic::{Code, Diagnostic};
use crate::text::{Lang, Span};

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// CommonMark with tables, footnotes and task lists; MDX where the text says so.
    Markdown,
    /// Fluent messages.
    Fluent,
    /// A page of HTML, as it is published; front matter may stand before it.
    Html,
    /// Plain text: paragraphs with blank lines between them.
    Text,
}

impl Format {
    /// The format that a file's name promises. What promises nothing is read as Markdown.
    pub fn of(path: &str) -> Self {
        let extension = path.rsplit_once('.').map_or("", |(_, extension)| extension);
        match extension.to_ascii_lowercase().as_str() {
            "ftl" => Self::Fluent,
            "html" | "htm" | "xhtml" => Self::Html,
            "txt" => Self::Text,
            _ => Self::Markdown,
        }
    }
}

/// One file in one language, cut into segments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// The language it is written in.
    pub lang: Lang,
    /// How it is written.
    pub format: Format,
    /// Its pieces, in the order of the file.
    pub segments: Vec<Segment>,
    /// The same pieces, grouped by the lines they stand on.
    pub blocks: Vec<Block>,
    /// The bytes of the front matter, fences included.
    pub front_matter: Option<Range<usize>>,
    /// What a file of Fluent is beyond its segments.
    pub fluent: Option<Fluent>,
}

impl Document {
    /// The segment with this key: a front-matter field or a Fluent message.
    pub fn by_key(&self, key: &str) -> Option<&Segment> {
        self.segments
            .iter()
            .find(|segment| segment.key.as_deref() == Some(key))
    }
}

/// The smallest piece that is translated, or passed by, as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segment {
    /// Identifies the segment by itself: the path of a field (`hero.title`), a message
    /// (`menu-open`), an attribute (`menu-open.title`).
    pub key: Option<String>,
    /// What it is.
    pub kind: Kind,
    /// Whether a reader reads it.
    pub prose: bool,
    /// Its bytes in the file.
    pub span: Range<usize>,
    /// The bytes of the whole lines it stands on, without the last line break.
    pub lines: Range<usize>,
    /// Its text as written, with `\n` for every line break and without what the enclosing quote or
    /// list puts before each line. Of a field, the value.
    pub text: String,
    /// The text that a reader sees: no markup, [`OBJECT`] for each thing shown in place of words.
    pub reader: String,
    /// What must survive translation, as ranges of `text`, in order.
    pub placeholders: Vec<Placeholder>,
    /// The pieces of `text` that `reader` is made of, in order; none of code.
    pub visible: Vec<Visible>,
    /// Where each line of `text` begins, there and in the file; none where the file has it in
    /// other bytes, as a field with escapes.
    pub origins: Vec<(usize, usize)>,
    /// The parts of a message of Fluent in which something is put.
    pub wording: Option<Box<Wording>>,
}

impl Segment {
    /// The bytes of the file that a range of `text` came from; all of the segment where the file
    /// says it in other bytes.
    pub fn place(&self, range: &Range<usize>) -> Range<usize> {
        let origin = |offset: usize| {
            let line = self.origins.partition_point(|&(text, _)| text <= offset);
            let (text, file) = self.origins.get(line.checked_sub(1)?)?;
            Some(file + (offset - text))
        };
        // The end belongs to the last byte of the range, not to the line behind it.
        let last = range.end.saturating_sub(1).max(range.start);
        let end = |last: usize| origin(last).map(|at| at + range.end.saturating_sub(last));
        match (origin(range.start), end(last)) {
            (Some(start), Some(end)) if end <= self.span.end => start..end.max(start),
            _ => self.span.clone(),
        }
    }

    /// What stands in a range of the file's bytes, as [`Self::text`] has it.
    pub fn written(&self, file: &Range<usize>) -> &str {
        let range = self.within(file.start)..self.within(file.end);
        self.text.get(range).unwrap_or_default()
    }

    /// The byte of `text` that stands at byte `at` of the file, or the one behind the last before it.
    fn within(&self, at: usize) -> usize {
        let line = self.origins.partition_point(|&(_, file)| file <= at);
        let next = self
            .origins
            .get(line)
            .map_or(self.text.len(), |next| next.0);
        let own = line.checked_sub(1).and_then(|line| self.origins.get(line));
        own.map_or(0, |(text, file)| (text + (at - file)).min(next))
    }
}

/// A piece of a segment's text, and how a reader sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Visible {
    /// Its bytes in [`Segment::text`].
    pub range: Range<usize>,
    /// What is seen there.
    pub shown: Shown,
}

impl Visible {
    fn new(range: Range<usize>, shown: Shown) -> Self {
        Self { range, shown }
    }
}

/// How a piece of text is seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// As it is written.
    Written,
    /// As other words: what an entity stands for.
    Decoded(String),
    /// As a space: a line break.
    Space,
    /// Not at all: a tag, the mark of a footnote, an id.
    Hidden,
    /// As something that is no words: inline code, a URL.
    Object,
}

/// Stands in [`Segment::reader`] for what is seen but not read: inline code, a URL.
pub const OBJECT: char = '\u{fffc}';

/// What a segment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A heading of a level from 1 to 6.
    Heading(u8),
    /// A paragraph, also in a quote or behind the first one of a list item.
    Paragraph,
    /// The first paragraph of a list item.
    ListItem,
    /// A cell of a table.
    TableCell,
    /// An image that stands alone; of HTML, its text.
    Image,
    /// HTML with text in it.
    Html,
    /// The title of a directive (`:::note[Title]`).
    Directive,
    /// A field of the front matter, or of the head of a page.
    Field,
    /// The value of a Fluent message or term.
    Message,
    /// An attribute of a Fluent message or term, or one that is read of an element of HTML.
    Attribute,
    /// A block of code, fences included.
    Code,
    /// The target of reference links.
    Definition,
    /// An import or export of MDX.
    Import,
    /// Tags with nothing to read, an expression, a shortcode, the fence of a directive.
    Tag,
    /// A comment.
    Comment,
    /// Anything else that is not blank: a rule, the line under a table's head.
    Other,
}

impl Kind {
    /// Whether it is part of the page, as text and code are and tags and signs are not.
    pub fn is_content(self) -> bool {
        !matches!(
            self,
            Self::Definition | Self::Import | Self::Tag | Self::Comment | Self::Other
        )
    }
}

/// A piece of a segment that a translation keeps.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placeholder {
    /// What it is.
    pub kind: PlaceholderKind,
    /// Whether it stands alone or opens or closes something.
    pub part: Part,
    /// Its bytes in [`Segment::text`].
    pub range: Range<usize>,
}

/// What a placeholder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum PlaceholderKind {
    /// `*`, `**`, `_`, `~~`.
    Emphasis,
    /// A link; its closing part holds the target.
    Link,
    /// An image; its closing part holds the target.
    Image,
    /// Inline code.
    Code,
    /// A URL that stands in the text.
    Url,
    /// A tag of HTML or JSX.
    Tag,
    /// The mark of a footnote.
    Footnote,
    /// An expression, shortcode or template variable.
    Expression,
    /// The id of a heading or place.
    Anchor,
    /// A Fluent placeable.
    Variable,
    /// The box of a task list.
    TaskBox,
}

/// Which part of a pair a placeholder is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Stands alone.
    Whole,
    /// Opens what a later one closes.
    Open,
    /// Closes what an earlier one opened.
    Close,
}

/// How to read a file.
pub struct Reader<'a> {
    /// The file's name in diagnostics.
    pub file: Arc<str>,
    /// Its language.
    pub lang: Lang,
    /// How it is written.
    pub format: Format,
    /// Whether a front-matter field, given by its path, is for readers.
    pub translate: Box<dyn Fn(&str) -> bool + Sync + 'a>,
}

/// A document, and what was wrong with the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parsed {
    /// Everything that could be read.
    pub document: Document,
    /// What could not.
    pub diagnostics: Vec<Diagnostic>,
}

impl Reader<'static> {
    /// A reader for a file of Fluent, which has no fields.
    pub fn of_messages(file: &Arc<str>, lang: &Lang) -> Self {
        Self {
            file: Arc::clone(file),
            lang: lang.clone(),
            format: Format::Fluent,
            translate: Box::new(|_| false),
        }
    }
}

impl Reader<'_> {
    /// Reads `text`. Broken input gives diagnostics beside whatever could still be read.
    pub fn read(&self, text: &str) -> Parsed {
        let mut draft = Draft {
            file: Arc::clone(&self.file),
            format: self.format,
            text,
            segments: Vec::new(),
            front_matter: None,
            fluent: None,
            diagnostics: Vec::new(),
        };
        match self.format {
            Format::Markdown => {
                let body = front_matter::read(&mut draft, &self.translate);
                markdown::read(&mut draft, body);
            }
            Format::Fluent => fluent::read(&mut draft),
            Format::Html => {
                let body = front_matter::read(&mut draft, &self.translate);
                html::read(&mut draft, body, &self.lang);
            }
            Format::Text => plain::read(&mut draft),
        }
        opaque::fill(&mut draft);
        if let Some(fluent) = &mut draft.fluent {
            fluent::number(fluent, &draft.segments);
        }
        draft.diagnostics.truncate(MOST_DIAGNOSTICS);
        Parsed {
            document: Document {
                lang: self.lang.clone(),
                format: self.format,
                blocks: block::group(&draft.segments, text),
                segments: draft.segments,
                front_matter: draft.front_matter,
                fluent: draft.fluent,
            },
            diagnostics: draft.diagnostics,
        }
    }
}

/// What is wrong with one file is said this often; a file with more needs no longer list.
const MOST_DIAGNOSTICS: usize = 50;

#[cfg(test)]
impl Reader<'static> {
    /// A reader for tests: the file is Russian, and titles and descriptions are for readers.
    pub(crate) fn for_test(file: &str) -> Self {
        Self {
            file: file.into(),
            lang: "ru".parse().expect("a language"),
            format: Format::of(file),
            translate: Box::new(|key| key.ends_with("title") || key == "description"),
        }
    }
}

/// A document in the making, handed from one reader of its parts to the next.
struct Draft<'a> {
    file: Arc<str>,
    format: Format,
    text: &'a str,
    segments: Vec<Segment>,
    front_matter: Option<Range<usize>>,
    fluent: Option<Fluent>,
    diagnostics: Vec<Diagnostic>,
}

impl Draft<'_> {
    /// A diagnostic at `range`, moved to where letters begin and end.
    fn diagnostic(&self, code: Code, range: Range<usize>) -> Diagnostic {
        let start = self.text.floor_char_boundary(range.start);
        let end = self.text.ceil_char_boundary(range.end.max(start));
        Diagnostic::new(code, Span::new(Arc::clone(&self.file), start..end))
    }
}

#[cfg(test)]
mod tests;

//! One file in one language becomes the HTML of a page's body; knows no disk, plan or template.
//!
//! A file is read once into parts (`page`): those of Markdown by its parser, raw HTML by its
//! tokens. What is asked of a page before it is rendered ([`scan`]) and the rendering itself
//! ([`render`]) go over the same parts, so the numbers of links and the ids of headings agree.
//! Markdown is CommonMark with what GitHub adds: tables, footnotes, tasks, strikethrough, alerts.

mod attributes;
mod beside;
mod body;
mod callout;
mod clean;
mod escape;
mod ids;
mod images;
mod links;
mod markdown;
mod notes;
mod page;
mod policy;
mod raw;
mod sanitize;
mod schemes;
mod tables;
#[cfg(test)]
mod tests;
mod verbatim;
mod whole;
mod write;

use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use body::{Body, Heading, Link};
pub(in crate::bundle) use schemes::refused;

use self::body::Gathering;
use self::page::Source;
use crate::document::Format;
use crate::text::Lang;

/// What of the HTML in a Markdown file reaches the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum RawHtml {
    /// None: readers see the tags. A file of HTML is sanitized all the same.
    Escape,
    /// What cannot do harm: no scripts, no forms, nothing that is loaded from elsewhere but pictures
    /// and sound.
    #[default]
    Sanitize,
    /// All of it, as it is written.
    Allow,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To this address.
    Url(String),
    /// To a page in another language.
    Foreign {
        /// Its address.
        url: String,
        /// Its language.
        lang: Lang,
        /// What readers are told of it behind the link, such as "in Russian"; parentheses are added.
        note: String,
    },
    /// Nowhere: its words are left, of an image those that stand for it.
    Words,
}

/// How to render a page.
#[derive(Clone, Copy)]
pub struct Rendering<'a> {
    /// What becomes of raw HTML.
    pub raw_html: RawHtml,
    /// Where each link leads: asked with its number in [`Body::links`] and the link. Those of notes
    /// are asked last, those of notes that nothing refers to never, nor those of a scheme that is
    /// refused.
    pub target: &'a dyn Fn(usize, &Link) -> Target,
    /// Words that no page has itself.
    pub labels: &'a Labels,
    /// Whether to leave out a heading of level 1 that stands first: the template shows the title.
    pub skip_title: bool,
}

/// Words that a rendered page needs, in its language. Without a word, what would bear it has none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Labels {
    /// Names the list of footnotes.
    pub footnotes: String,
    /// Names the link from a footnote back to the text; a number follows.
    pub back: String,
    /// Names the box that a table can be scrolled in; a number follows.
    pub table: String,
    /// Names the box of a task.
    pub task: String,
    /// Stands over a note.
    pub note: String,
    /// Stands over a tip.
    pub tip: String,
    /// Stands over what readers should not miss.
    pub important: String,
    /// Stands over a warning.
    pub warning: String,
    /// Stands over a warning of danger.
    pub caution: String,
}

/// A rendered page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The HTML of its body.
    pub html: String,
    /// What did not reach it, in the order of the file.
    pub refused: Vec<Refused>,
}

/// Something in a file that did not reach the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refused {
    /// What it is.
    pub kind: Refusal,
    /// Its name: of the element, attribute or scheme; else the beginning of what is written there.
    pub what: String,
    /// Its bytes in the file.
    pub range: Range<usize>,
}

/// Why something did not reach the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// A script.
    Script,
    /// Another element that may do harm.
    Element,
    /// An attribute that runs a script.
    EventAttribute,
    /// A link to something else than a page, a mailbox or a telephone: `javascript:`.
    Scheme,
    /// A component, an import, a shortcode or a directive: only the generator that knows it can show
    /// it.
    NotRendered,
    /// It nests deeper, or has more markup, than any text.
    TooMuch,
}

/// What the body of a page says of itself; the body begins at byte `from`, behind the front matter.
pub fn scan(text: &str, from: usize, format: Format) -> Body {
    Source::new(text, from, format)
        .page(Gathering::default())
        .body
}

/// The HTML of a page's body, which begins at byte `from`. Fluent is not rendered.
pub fn render(text: &str, from: usize, format: Format, rendering: &Rendering<'_>) -> Rendered {
    let source = Source::new(text, from, format);
    let mut rendering = *rendering;
    if format == Format::Html && rendering.raw_html == RawHtml::Escape {
        // Else readers would see the source of the page.
        rendering.raw_html = RawHtml::Sanitize;
    }
    write::write(source.page(Gathering::for_rendering()), &rendering)
}

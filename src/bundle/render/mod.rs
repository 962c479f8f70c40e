//! One file in one language becomes the HTML of its body.

use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::document::Format;
use crate::text::Lang;

/// What of raw HTML in Markdown reaches the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum RawHtml {
    /// It is shown as text.
    Escape,
    /// What cannot do harm.
    #[default]
    Sanitize,
    /// All of it.
    Allow,
}

/// What a page's body says of itself.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Body {
    /// Its headings.
    pub headings: Vec<Heading>,
    /// Its links.
    pub links: Vec<Link>,
    /// Its first paragraph.
    pub summary: String,
    /// Its words.
    pub words: usize,
    /// Whether it has raw HTML.
    pub has_html: bool,
    /// The ids of its raw HTML.
    pub ids: Vec<String>,
}

impl Body {
    /// Whether something other than a heading has this id.
    pub fn has_id(&self, id: &str) -> bool {
        self.ids.iter().any(|one| one == id)
    }
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its id.
    pub id: String,
    /// Its text.
    pub text: String,
}

/// A link or an image.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// As written.
    pub to: String,
    /// Whether it is an image.
    pub image: bool,
    /// Bytes in the file.
    pub range: Range<usize>,
}

/// What the body says of itself.
pub fn scan(_text: &str, _from: usize, _format: Format) -> Body {
    Body::default()
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// There.
    Url(String),
    /// To another language.
    Foreign {
        /// There.
        url: String,
        /// In this language.
        lang: Lang,
        /// What says so.
        note: String,
    },
    /// Only its words are left.
    Words,
}

/// How a body is rendered.
#[derive(Clone, Copy)]
pub struct Rendering<'a> {
    /// Raw HTML.
    pub raw_html: RawHtml,
    /// Where links lead.
    pub target: &'a dyn Fn(usize, &Link) -> Target,
    /// Words that no page has itself.
    pub labels: &'a Labels,
    /// Whether the first heading is left out.
    pub skip_title: bool,
}

/// Words that a rendered page needs, in its language.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Labels {
    /// Names the list of footnotes.
    pub footnotes: String,
    /// Names the link from a footnote back to the text.
    pub back: String,
    /// Names the box that a table can be scrolled in.
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

/// A body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// Its HTML.
    pub html: String,
    /// What did not reach it.
    pub refused: Vec<Refused>,
}

/// Something in a file that did not reach the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Refused {
    /// What it is.
    pub kind: Refusal,
    /// Its name.
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
}

/// Renders.
pub fn render(text: &str, from: usize, _format: Format, _rendering: &Rendering<'_>) -> Rendered {
    Rendered {
        html: text[from..].to_owned(),
        refused: Vec::new(),
    }
}

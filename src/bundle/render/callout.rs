//! Notes set apart from the text: alerts of GitHub and directives of site generators.

use pulldown_cmark::BlockQuoteKind;

use super::Labels;
use crate::document::MAX_NESTING;

/// A kind of note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Callout {
    Note,
    Tip,
    Important,
    Warning,
    Caution,
}

/// What directives of this name are in Docusaurus, VitePress and Starlight.
const NAMES: [(&str, Callout); 8] = [
    ("note", Callout::Note),
    ("info", Callout::Note),
    ("tip", Callout::Tip),
    ("success", Callout::Tip),
    ("important", Callout::Important),
    ("warning", Callout::Warning),
    ("caution", Callout::Caution),
    ("danger", Callout::Caution),
];

impl Callout {
    /// The kind of note that a directive is, if it is one.
    pub(super) fn of(directive: &str) -> Option<Self> {
        let found = NAMES.iter().find(|(name, _)| *name == directive);
        found.map(|(_, callout)| *callout)
    }

    /// The class of its element.
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Tip => "tip",
            Self::Important => "important",
            Self::Warning => "warning",
            Self::Caution => "caution",
        }
    }

    /// What stands over it unless it has a title of its own.
    pub(super) fn label(self, labels: &Labels) -> &str {
        match self {
            Self::Note => &labels.note,
            Self::Tip => &labels.tip,
            Self::Important => &labels.important,
            Self::Warning => &labels.warning,
            Self::Caution => &labels.caution,
        }
    }
}

impl From<BlockQuoteKind> for Callout {
    fn from(kind: BlockQuoteKind) -> Self {
        match kind {
            BlockQuoteKind::Note => Self::Note,
            BlockQuoteKind::Tip => Self::Tip,
            BlockQuoteKind::Important => Self::Important,
            BlockQuoteKind::Warning => Self::Warning,
            BlockQuoteKind::Caution => Self::Caution,
        }
    }
}

/// The callouts that directives have open in a text, so that each ends where what it stands in does.
#[derive(Default)]
pub(super) struct Open {
    /// How many lists, items and quotes stand open.
    depth: usize,
    open: Vec<One>,
}

struct One {
    depth: usize,
    /// Whether it has an element; a directive that nobody knows has none.
    shown: bool,
    /// Whether its end has come inside something that stands in it.
    ended: bool,
}

impl Open {
    /// Whether the next block stands in nothing.
    pub(super) fn outside(&self) -> bool {
        self.depth == 0 && self.open.is_empty()
    }

    /// Whether there are more of them than any text has.
    pub(super) fn too_many(&self) -> bool {
        self.open.len() >= MAX_NESTING
    }

    /// A container begins.
    pub(super) fn enter(&mut self) {
        self.depth += 1;
    }

    /// A container ends: how many callouts end right before it, and how many behind it.
    pub(super) fn leave(&mut self) -> (usize, usize) {
        let before = self.end(|one, depth| one.depth >= depth);
        self.depth = self.depth.saturating_sub(1);
        (
            before,
            self.end(|one, depth| one.ended && one.depth >= depth),
        )
    }

    /// A directive begins.
    pub(super) fn open(&mut self, shown: bool) {
        self.open.push(One {
            depth: self.depth,
            shown,
            ended: false,
        });
    }

    /// The innermost directive ends; how many callouts end here.
    pub(super) fn close(&mut self) -> usize {
        if let Some(one) = self.open.iter_mut().rev().find(|one| !one.ended) {
            one.ended = true;
        }
        self.end(|one, depth| one.ended && one.depth >= depth)
    }

    /// The text ends: how many callouts do.
    pub(super) fn finish(&mut self) -> usize {
        self.end(|_, _| true)
    }

    /// Ends callouts from the innermost on; how many of them have an element.
    fn end(&mut self, ends: impl Fn(&One, usize) -> bool) -> usize {
        let mut shown = 0;
        while let Some(one) = self.open.pop_if(|one| ends(one, self.depth)) {
            shown += usize::from(one.shown);
        }
        shown
    }
}

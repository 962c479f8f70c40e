//! What was taken out of a text that is cut, and what it was cut for.

use std::ops::Range;

/// What a text is cut for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To be read: whatever is no text goes.
    Reading,
    /// To be published: HTML stays, and the fences of directives leave a mark.
    Publishing,
}

/// Lines that were taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LeftOut {
    pub(crate) kind: Special,
    /// Their bytes in the file, without the last line break.
    pub(crate) range: Range<usize>,
}

/// What a line is that is no Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Special {
    /// An import or export of MDX.
    Import,
    /// Tags: in a text that is published, only those that a program makes something of.
    Component,
    /// A shortcode, an expression, a list of attributes.
    Expression,
    /// A comment in braces.
    Comment,
}

impl Special {
    /// What a line is that begins with a brace.
    pub(super) fn braces(trimmed: &str) -> Self {
        if trimmed.starts_with("{/*") {
            Self::Comment
        } else {
            Self::Expression
        }
    }
}

/// The fence of a directive; all its ranges are bytes of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Directive {
    /// Its beginning; without a name where it has none that we know how to read.
    Open {
        line: Range<usize>,
        name: Range<usize>,
        title: Option<Range<usize>>,
    },
    /// Its end.
    Close,
}

impl Directive {
    /// The bytes of its title, if it has one.
    pub(super) fn title(&self) -> Option<Range<usize>> {
        match self {
            Self::Open { title, .. } => title.clone(),
            Self::Close => None,
        }
    }
}

//! What a check needs before it can find anything, so that it is not asked in vain.

use super::signs::Signs;

/// What a text must have so that a check can find anything in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Needs {
    /// One of these in a passage of one language.
    pub passage: Signs,
    /// One of these in a passage or in what translates it.
    pub unit: Signs,
    /// One of these in what is translated, too.
    pub source: Signs,
    /// One of these in the translation, too.
    pub target: Signs,
    /// One of these somewhere on a page.
    pub page: Signs,
    /// One of these somewhere on one of two pages.
    pub pair: Signs,
    /// Whether it looks at messages of Fluent, one by one.
    pub messages: bool,
}

impl Needs {
    /// Nothing: it is asked about every text.
    pub const NOTHING: Self = Self {
        passage: Signs::ANY,
        unit: Signs::ANY,
        source: Signs::ANY,
        target: Signs::ANY,
        page: Signs::ANY,
        pair: Signs::ANY,
        messages: true,
    };

    /// It is never asked about texts.
    pub const NEVER: Self = Self {
        passage: Signs::NONE,
        unit: Signs::NONE,
        page: Signs::NONE,
        pair: Signs::NONE,
        messages: false,
        ..Self::NOTHING
    };

    /// Messages of Fluent: it is asked about each of them, and about no passage.
    pub const MESSAGES: Self = Self {
        messages: true,
        ..Self::NEVER
    };

    /// What only looks at passages of one language that have one of these.
    pub const fn passage(signs: Signs) -> Self {
        Self {
            passage: signs,
            ..Self::NEVER
        }
    }

    /// What only looks at a passage beside its translation, if one of them has one of these.
    pub const fn unit(signs: Signs) -> Self {
        Self {
            unit: signs,
            ..Self::NEVER
        }
    }

    /// What only looks at two whole pages, if one of them has one of these.
    pub const fn pair(signs: Signs) -> Self {
        Self {
            pair: signs,
            ..Self::NEVER
        }
    }

    /// What only looks at a whole page that has one of these.
    pub const fn page(signs: Signs) -> Self {
        Self {
            page: signs,
            ..Self::NEVER
        }
    }

    /// The same where this holds of the languages at hand; nothing is asked where it does not.
    #[must_use]
    pub const fn only(self, holds: bool) -> Self {
        if holds { self } else { Self::NEVER }
    }

    /// Whether a passage and its translation have what is needed.
    pub(super) fn fit(&self, source: Signs, target: Signs) -> bool {
        self.unit.meet(source | target) && self.source.meet(source) && self.target.meet(target)
    }
}

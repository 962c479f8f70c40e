//! A finding in the making.

use std::fmt;
use std::sync::Arc;

use super::level::Level;
use crate::diagnostic::{Diagnostic, Edit, Fix, Label};
use crate::text::Span;

/// A finding in the making.
#[must_use = "a finding that is not added is lost"]
pub struct Found {
    pub(super) diagnostic: Diagnostic,
    pub(super) token: String,
    pub(super) required: bool,
    pub(super) level: Option<Level>,
    pub(super) article: Option<Arc<str>>,
    /// The texts it is about and whether they are stale, where that is less than all of the pages.
    pub(super) about: Option<(Vec<String>, bool)>,
}

impl Found {
    /// Adds a fact for the sentence.
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.diagnostic = self.diagnostic.with(name, value);
        self
    }

    /// Names the guilty word or value: what an ignore names, and what tells two findings in one
    /// passage apart.
    pub fn token(mut self, token: impl Into<String>) -> Self {
        self.token = token.into();
        self
    }

    /// Says whether the project asks for what is lacking here.
    pub fn required(mut self, required: bool) -> Self {
        self.required = required;
        self
    }

    /// Makes it count more or less than the check does.
    pub fn level(mut self, level: Option<Level>) -> Self {
        self.level = level;
        self
    }

    /// Names the article it belongs to, or the file where it belongs to none.
    pub fn article(mut self, article: &str) -> Self {
        self.article = Some(article.into());
        self
    }

    /// Moves it to another place.
    pub fn at(mut self, span: Span) -> Self {
        self.diagnostic.primary.span = span;
        self
    }

    /// Says that it is about these texts and not about the whole of both pages, so that its
    /// fingerprint outlives other changes, and whether the source has changed there since.
    pub fn about<'t>(mut self, texts: impl IntoIterator<Item = &'t str>, stale: bool) -> Self {
        let texts = texts.into_iter().map(str::to_owned).collect();
        self.about = Some((texts, stale));
        self
    }

    /// Adds another place that has to do with it, usually in the other language.
    pub fn related(mut self, span: Span) -> Self {
        self.diagnostic = self.diagnostic.related(span);
        self
    }

    /// Says a fact beside the guilty words.
    pub fn note(mut self, argument: &'static str) -> Self {
        self.diagnostic.primary.note = Some(argument.to_owned());
        self
    }

    /// Says a fact beside a place that has to do with it.
    pub fn related_note(mut self, span: Span, argument: &'static str) -> Self {
        self.diagnostic.related.push(Label {
            span,
            note: Some(argument.to_owned()),
        });
        self
    }

    /// Offers to put `text` in the place of `span`: white space only, since words and figures are
    /// for people to mend.
    pub fn fix(mut self, span: Span, text: &str) -> Self {
        let edit = Edit {
            span,
            text: text.to_owned(),
        };
        let fix = self.diagnostic.fix.get_or_insert(Fix { edits: Vec::new() });
        fix.edits.push(edit);
        self
    }
}

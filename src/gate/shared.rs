//! Files of messages that are loaded beside others and checked nowhere.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::checks::engine::{Page, Rules};
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Reader};
use crate::project::Project;
use crate::text::Lang;

/// Files that are loaded beside those of a group, in one language.
pub(super) struct Shared {
    files: Vec<(Arc<str>, String, Document)>,
    /// What could not be read.
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Shared {
    /// Reads them, but for those that belong to the group and are there as its `own` files.
    pub(super) fn read(project: &Project, lang: &Lang, own: &BTreeSet<String>) -> Self {
        let found = project.read_shared(lang);
        let files = found
            .taken
            .into_iter()
            .filter(|(path, _)| !own.contains(&**path));
        let files = files.map(|(path, text)| {
            let document = Reader::of_messages(&path, lang).read(&text).document;
            (path, text, document)
        });
        Self {
            files: files.collect(),
            diagnostics: found.diagnostics,
        }
    }

    /// Their pages.
    pub(super) fn pages<'s>(&'s self, rules: &'s Rules) -> impl Iterator<Item = Page<'s>> {
        self.files.iter().map(|(path, text, document)| {
            Page::new(path, rules.words(&document.lang), text, document)
        })
    }
}

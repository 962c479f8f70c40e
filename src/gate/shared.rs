//! Files of messages that are loaded beside those that are checked: their names are looked up.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::checks::engine::{Page, Rules};
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Format, Reader};
use crate::project::Project;
use crate::text::Lang;

/// Files that are loaded beside those of a group, in one language.
pub(super) struct Shared {
    files: Vec<(Arc<str>, String, Document)>,
    /// What stands in the way of reading more.
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl Shared {
    /// Reads the shared files of a project but for those of a group, and the others of its collection.
    /// Both are given by their paths.
    pub(super) fn read(
        project: &Project,
        lang: &Lang,
        (own, others): (BTreeSet<String>, BTreeSet<String>),
    ) -> Self {
        let mut found = project.read_shared(lang);
        let beside =
            |(path, _): &(Arc<str>, String)| !own.contains(&**path) && !others.contains(&**path);
        found.taken.retain(beside);
        for path in others {
            match project.root.read_if_any(&path) {
                Ok(Some(text)) => found.taken.push((path.into(), text)),
                Ok(None) => {}
                Err(refused) => found.diagnostics.push(*refused),
            }
        }
        let files = found.taken.into_iter().map(|(path, text)| {
            let reader = Reader {
                file: Arc::clone(&path),
                lang: lang.clone(),
                format: Format::Fluent,
                translate: Box::new(|_| false),
            };
            let document = reader.read(&text).document;
            (path, text, document)
        });
        Self {
            files: files.collect(),
            diagnostics: found.diagnostics,
        }
    }

    /// What the checks see of them.
    pub(super) fn pages<'s>(&'s self, rules: &'s Rules) -> impl Iterator<Item = Page<'s>> {
        self.files.iter().map(|(path, text, document)| {
            Page::new(path, rules.words(&document.lang), text, document)
        })
    }
}

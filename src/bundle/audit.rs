//! The last look at a page before readers have it, with checks that need one language only.
//!
//! The articles themselves are checked by `sverka check`; what only the assembled page shows is what
//! comes from elsewhere: words of the theme that nobody translated, a field that was taken over from
//! the source, a label whose value was empty. What a project calls no mistake in an article is none
//! on its page.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use super::form::Shown;
use super::work::Work;
use crate::checks::engine::{File, Finding, Rules, check_single};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{Format, Reader};
use crate::gate::IgnoreList;
use crate::project::Project;
use crate::text::Span;

/// What is looked for unless the project says otherwise: words in the script of another language,
/// labels with nothing behind them, and texts that a wrong encoding has spoilt.
pub const AUDITED: &[&str] = &[
    "script-leak",
    "mixed-script",
    "empty-labels",
    "mojibake",
    "characters",
];

/// The texts of so many pages with findings are kept, so that the places can be shown.
const KEPT: usize = 30;

/// Looks at pages, and keeps the texts of those that are not as they should be.
pub(super) struct Audit<'a> {
    project: &'a Project,
    rules: &'a Rules,
    listed: IgnoreList,
    texts: Mutex<BTreeMap<String, String>>,
}

impl<'a> Audit<'a> {
    /// Gets ready: `rules` are those of the checks that are wanted.
    pub(super) fn new(work: &Work<'a>, rules: &'a Rules) -> Self {
        Self {
            project: work.project,
            rules,
            listed: IgnoreList::read(work.project),
            texts: Mutex::default(),
        }
    }

    /// What is wrong with a page as readers will see it; `path` is where it stands in what is
    /// published. A finding about words of the article itself stands in the article.
    pub(super) fn page(&self, path: &str, shown: &Shown, html: &[u8]) -> Vec<Diagnostic> {
        let Ok(html) = std::str::from_utf8(html) else {
            return Vec::new();
        };
        let reader = Reader {
            file: path.into(),
            lang: shown.lang.clone(),
            format: Format::Html,
            translate: Box::new(|_| false),
        };
        let document = reader.read(html).document;
        // The levels are those of the article.
        let name = shown.file.as_deref().unwrap_or(path);
        let file = File {
            name,
            text: html,
            document: &document,
        };
        let found = check_single(self.rules, &file).findings;
        if found.is_empty() {
            return Vec::new();
        }
        let article = shown
            .file
            .as_ref()
            .map(|file| (file, self.project.root.read(file)));
        let article = article.and_then(|(file, text)| Some((file.as_str(), text.ok()?)));
        let mut out = Vec::new();
        for one in found
            .into_iter()
            .filter(|one| one.diagnostic.severity > Severity::Info)
        {
            out.extend(self.told(one, (path, html), article.as_ref()));
        }
        if out.iter().any(|one| &*one.primary.span.file == path) {
            let mut texts = self.texts.lock().unwrap_or_else(PoisonError::into_inner);
            if texts.len() < KEPT {
                texts.insert(path.to_owned(), html.to_owned());
            }
        }
        out
    }

    /// The texts of the pages on which something was found, by their paths.
    pub(super) fn texts(self) -> BTreeMap<String, String> {
        self.texts
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner)
    }

    fn told(
        &self,
        found: Finding,
        (path, html): (&str, &str),
        article: Option<&(&str, String)>,
    ) -> Option<Diagnostic> {
        let mut out = found.diagnostic;
        let words = html.get(out.primary.span.range()).unwrap_or_default();
        let place = article.and_then(|(file, text)| Some((file, text, text.find(words)?)));
        let place = place.filter(|_| !words.is_empty());
        let Some((file, text, at)) = place else {
            out.primary.span = Span::new(path, out.primary.span.range());
            return Some(out);
        };
        let check = out.code.name();
        let noted = text.contains(&format!("ignore {check} "));
        let listed = self.listed.ignores.iter();
        let listed = listed.filter(|(listed, _)| listed == file);
        if noted || listed.into_iter().any(|(_, note)| note.check == check) {
            return None;
        }
        out.primary.span = Span::new(*file, at..at + words.len());
        Some(out)
    }
}

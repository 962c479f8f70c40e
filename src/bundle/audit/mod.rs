//! The last look at a page before readers have it, with checks that need one language only.
//!
//! The articles themselves are checked by `sverka check`; what only the assembled page shows is what
//! comes from elsewhere: words of the theme that nobody translated, a field that was taken over from
//! the source, a label whose value was empty. What a project calls no mistake in an article is none
//! on its page.

mod article;
mod glance;

use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock, PoisonError};

use self::article::Article;
use self::glance::{Labels, is_innocent};
use super::form::Shown;
use super::work::Work;
use crate::checks::engine::{File, Finding, Rules, check_single};
use crate::diagnostic::{Diagnostic, Severity};
use crate::document::{Format, Reader};
use crate::gate::IgnoreList;
use crate::text::{Digest, Digester, Span};

/// What is looked for unless the project says otherwise: words in the script of another language,
/// and labels with nothing behind them. What else can be wrong with a text of one language was wrong in
/// its article.
pub const AUDITED: &[&str] = &["script-leak", "mixed-script", "empty-labels"];

/// So many findings of one page are looked for in its article: each is looked for in all of it.
const MOST: usize = 1000;
/// The texts of so many pages with findings are kept, so that the places can be shown.
const KEPT: usize = 30;

/// Looks at pages, and keeps the texts of those that are not as they should be.
pub(super) struct Audit<'a> {
    work: &'a Work<'a>,
    rules: &'a Rules,
    /// What the project says is no mistake.
    listed: OnceLock<IgnoreList>,
    labels: Labels,
    /// Whether a glance can tell that a page need not be read.
    glances: bool,
    texts: Mutex<BTreeMap<String, String>>,
}

impl<'a> Audit<'a> {
    /// Gets ready: `rules` are those of the checks that are wanted.
    pub(super) fn new(work: &'a Work<'a>, rules: &'a Rules) -> Self {
        let names = &work.settings.audit;
        Self {
            work,
            rules,
            listed: OnceLock::new(),
            labels: Labels::new(rules),
            glances: names.iter().all(|name| AUDITED.contains(&name.as_str())),
            texts: Mutex::default(),
        }
    }

    /// What is wrong with a page as readers will see it; `path` is where it stands in what is
    /// published. A finding about words of the article itself stands in the article.
    pub(super) fn page(&self, path: &str, shown: &Shown, html: &[u8]) -> Vec<Diagnostic> {
        let Ok(html) = std::str::from_utf8(html) else {
            return Vec::new();
        };
        let words = self.rules.words(&shown.lang);
        if self.work.settings.audit.is_empty()
            || (self.glances && is_innocent(html, words, &self.labels))
        {
            return Vec::new();
        }
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
        let article = shown.file.as_deref();
        let article = article.and_then(|file| Article::read(self.work, file));
        let mut out = Vec::new();
        for one in found
            .into_iter()
            .filter(|one| one.diagnostic.severity > Severity::Info)
            .take(MOST)
        {
            out.extend(self.told(one, (path, html, &shown.quoted), article.as_ref()));
        }
        if out.iter().any(|one| &*one.primary.span.file == path) {
            let mut texts = self.texts.lock().unwrap_or_else(PoisonError::into_inner);
            if texts.len() < KEPT {
                texts.insert(path.to_owned(), html.to_owned());
            }
        }
        out
    }

    /// The digest of what decides what is found on a page but for the page; `salt` is that of the project
    /// file and of the program.
    pub(super) fn digest(&self, salt: &Digest) -> Digest {
        let list = self.work.project.root.read_if_any(IgnoreList::PATH);
        let list = list.ok().flatten().unwrap_or_default();
        let mut digester = Digester::default();
        digester.join(salt).add(list.as_bytes());
        digester.finish()
    }

    /// The texts of the pages on which something was found, by their paths.
    pub(super) fn texts(self) -> BTreeMap<String, String> {
        self.texts
            .into_inner()
            .unwrap_or_else(PoisonError::into_inner)
    }

    /// A finding as it is told: in the article where its words stand there in prose, else on the page.
    /// None if the article's own check is the place for it.
    fn told(
        &self,
        found: Finding,
        (path, html, quoted): (&str, &str, &str),
        article: Option<&Article<'_>>,
    ) -> Option<Diagnostic> {
        let mut out = found.diagnostic;
        let words = html.get(out.primary.span.range()).unwrap_or_default();
        let Some(article) = article else {
            // What a list repeats of articles is looked at on their own pages.
            out.primary.span = Span::new(path, out.primary.span.range());
            return (words.is_empty() || !quoted.contains(words)).then_some(out);
        };
        if words.is_empty() || !article.text.contains(words) {
            out.primary.span = Span::new(path, out.primary.span.range());
            return Some(out);
        }
        let check = out.code.name();
        let noted = article.text.contains(&format!("ignore {check} "));
        let listed = self
            .listed
            .get_or_init(|| IgnoreList::read(self.work.project));
        let mut listed = listed.ignores.iter();
        if noted
            || listed.any(|(file, note)| file == article.file && note.check == check)
            || !article.says(words)
        {
            return None;
        }
        article.finding(self.rules, check, words)
    }
}

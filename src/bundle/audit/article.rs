//! What the checks say of the article behind a page.

use std::cell::OnceCell;

use crate::bundle::work::Work;
use crate::checks::engine::{File, Finding, Rules, check_pair, check_single};
use crate::diagnostic::Diagnostic;
use crate::document::{Document, Format, Reader};
use crate::project::TRANSLATED;
use crate::text::Lang;

/// The article of a page, and its source where it is a translation.
pub(super) struct Article<'a> {
    /// Its file.
    pub(super) file: &'a str,
    /// Its text.
    pub(super) text: String,
    document: Document,
    source: Option<(String, String, Document)>,
    findings: OnceCell<Vec<Finding>>,
}

impl<'a> Article<'a> {
    /// Reads the article whose file a page shows.
    pub(super) fn read(work: &Work<'_>, file: &'a str) -> Option<Self> {
        let mut articles = work.articles.iter();
        let (article, told) = articles.find_map(|article| {
            let told = article.texts.iter().find(|told| told.path == file)?;
            Some((article, told))
        })?;
        let text = work.project.root.read(file).ok()?;
        let source = (told.lang != article.source).then_some(&article.name);
        let source = source.and_then(|name| {
            let text = work.project.root.read(name).ok()?;
            let document = read(name, &text, &article.source);
            Some((name.clone(), text, document))
        });
        Some(Self {
            file,
            document: read(file, &text, &told.lang),
            text,
            source,
            findings: OnceCell::new(),
        })
    }

    /// Whether these words stand in what people read of it, and not in code only.
    pub(super) fn says(&self, words: &str) -> bool {
        let mut segments = self.document.segments.iter();
        segments.any(|segment| segment.prose && segment.reader.contains(words))
    }

    /// What the same check says of the same words in the article, beside its source where it has one:
    /// what both quote, for one, is no mistake.
    pub(super) fn finding(&self, rules: &Rules, check: &str, words: &str) -> Option<Diagnostic> {
        let findings = self.findings.get_or_init(|| self.findings(rules));
        let found = findings.iter().map(|one| &one.diagnostic);
        let mut found = found.filter(|one| one.code.name() == check);
        let same = |one: &&Diagnostic| {
            let span = &one.primary.span;
            let here = self.text.get(span.range()).unwrap_or_default();
            &*span.file == self.file && (here.contains(words) || words.contains(here))
        };
        found.find(same).cloned()
    }

    fn findings(&self, rules: &Rules) -> Vec<Finding> {
        let own = File {
            name: self.file,
            text: &self.text,
            document: &self.document,
        };
        match &self.source {
            None => check_single(rules, &own).findings,
            Some((name, text, document)) => {
                let source = File {
                    name,
                    text,
                    document,
                };
                check_pair(rules, &source, &own).findings
            }
        }
    }
}

fn read(file: &str, text: &str, lang: &Lang) -> Document {
    let reader = Reader {
        file: file.into(),
        lang: lang.clone(),
        format: Format::of(file),
        translate: Box::new(|key| TRANSLATED.contains(&key)),
    };
    reader.read(text).document
}

//! Files of no project, checked: one page alone, or a page beside its translation.

use std::collections::BTreeMap;

use super::article::{Checked, check_bundle};
use super::bundle::Bundle;
use super::findings::{Finding, Findings};
use super::page::Page;
use super::pair::Pair;
use super::rules::Rules;
use super::run;
use crate::align::align;
use crate::document::Document;

/// A file that was read.
pub struct File<'a> {
    /// Its name, as diagnostics show it.
    pub name: &'a str,
    /// Its text.
    pub text: &'a str,
    /// The same, as segments.
    pub document: &'a Document,
}

impl File<'_> {
    fn page<'p>(&'p self, rules: &'p Rules) -> Page<'p> {
        let words = rules.words(&self.document.lang);
        Page::new(self.name, words, self.text, self.document)
    }
}

/// Checks a page alone, with the checks that need one language only.
pub fn check_single(rules: &Rules, file: &File<'_>) -> Checked {
    let mut found = Findings::new(file.name, &file.document.lang);
    let page = file.page(rules);
    let mut out = Checked {
        segments: run::page(rules, &page, &mut found),
        ..Checked::default()
    };
    out.take(found);
    if file.document.fluent.is_some() {
        let none = BTreeMap::new();
        let bundle = Bundle::new(page.lang, (vec![&page], Vec::new()), (None, &none));
        out.findings.extend(together(rules, &bundle, file.name));
    }
    out.listen(&page);
    out
}

/// Checks a page and its translation, and each of them alone.
pub fn check_pair(rules: &Rules, source: &File<'_>, target: &File<'_>) -> Checked {
    let mut out = check_single(rules, source);
    let (source, target) = (source.page(rules), target.page(rules));
    let mut found = Findings::new(&source.path, &target.document.lang);
    let alignment = align(source.document, target.document);
    let pair = Pair::new(&source, &target, &alignment, &[]);
    out.segments += run::pair(rules, &pair, &mut found);
    out.take(found);
    if target.document.fluent.is_some() {
        let none = BTreeMap::new();
        let sources = Bundle::new(source.lang, (vec![&source], Vec::new()), (None, &none));
        let bundle = Bundle::new(
            target.lang,
            (vec![&target], Vec::new()),
            (Some(&sources), &none),
        );
        out.findings.extend(together(rules, &bundle, &source.path));
    }
    out.listen(&target);
    out
}

/// What is found in the messages of a file together, as the article's.
fn together(rules: &Rules, bundle: &Bundle<'_>, article: &str) -> Vec<Finding> {
    let mut found = check_bundle(rules, bundle);
    for one in &mut found {
        article.clone_into(&mut one.article);
    }
    found
}

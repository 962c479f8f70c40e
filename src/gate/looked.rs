//! What was found in an article, in all of them or in some files, before it is weighed.

use std::collections::{BTreeMap, BTreeSet};

use super::ignores::{Ignored, Notes};
use crate::checks::engine::{Checked, Finding, Ignore, Seen, merge};
use crate::diagnostic::{Code, Diagnostic};
use crate::text::{Lang, sha256};
use crate::track::Sources;

/// Findings that are no mistake are apart from the others here, and so is what was there before.
#[derive(Default)]
pub(super) struct Looked {
    /// What counts.
    pub(super) found: Vec<Finding>,
    /// What was there at the revision that is compared with.
    pub(super) old: Vec<Finding>,
    /// What is no mistake.
    pub(super) ignored: Vec<Ignored>,
    /// What the texts say is no mistake.
    pub(super) notes: Vec<Ignore>,
    /// The check and the fingerprint of notes that spoke of nothing at that revision, either.
    pub(super) idle_then: BTreeSet<(String, String)>,
    /// That something could not be looked at.
    pub(super) hidden: Vec<Diagnostic>,
    /// What has to wait for the other articles.
    pub(super) facts: BTreeMap<(&'static str, Lang), Seen>,
    /// The files of the articles, which notes elsewhere may speak of.
    pub(super) files: BTreeSet<String>,
    /// The SHA-256 of each file that a fix is offered for.
    pub(super) texts: BTreeMap<String, String>,
    /// How many articles there were.
    pub(super) articles: usize,
    /// How many segments there were.
    pub(super) segments: usize,
}

impl Looked {
    /// What the checks say of an article, without what it says itself or `list` says is no mistake.
    pub(super) fn new(checked: Checked, list: &[(String, Ignore)]) -> Self {
        let mut out = Self {
            notes: checked.ignores,
            facts: checked.facts,
            segments: checked.segments,
            articles: 1,
            ..Self::default()
        };
        let mut findings = checked.findings;
        for found in checked.diagnostics {
            if hides(found.code) {
                out.hidden.push(found);
            } else {
                findings.push(Finding::of_file(found));
            }
        }
        let ignores = out
            .notes
            .iter()
            .chain(list.iter().map(|(_, ignore)| ignore));
        out.ignored = Notes::new(ignores).take_out(&mut findings);
        out.found = findings;
        out
    }

    /// Notes the article and its files, and the texts that fixes are for.
    pub(super) fn with_files(self, sources: &Sources<'_>) -> Self {
        let texts = mended(&self.found, sources);
        self.of_article(sources).with_texts(texts)
    }

    /// Notes the article and its files.
    pub(super) fn of_article(mut self, sources: &Sources<'_>) -> Self {
        let article = sources.article;
        let of_files = self.found.iter_mut().filter(|found| found.lang.is_none());
        of_files.for_each(|found| found.article = sources.name());
        self.files = article.files.values().map(ToString::to_string).collect();
        self
    }

    /// Notes the SHA-256 of files that fixes are for.
    pub(super) fn with_texts(mut self, texts: BTreeMap<String, String>) -> Self {
        self.texts = texts;
        self
    }

    /// Adds what was found elsewhere.
    pub(super) fn merge(&mut self, other: Self) {
        self.found.extend(other.found);
        self.old.extend(other.old);
        self.ignored.extend(other.ignored);
        self.notes.extend(other.notes);
        self.idle_then.extend(other.idle_then);
        self.hidden.extend(other.hidden);
        self.files.extend(other.files);
        self.texts.extend(other.texts);
        self.articles += other.articles;
        self.segments += other.segments;
        for (name, facts) in other.facts {
            merge(self.facts.entry(name).or_default(), facts);
        }
    }
}

/// The SHA-256 of each file of an article that a finding offers a fix for.
pub(super) fn mended(findings: &[Finding], sources: &Sources<'_>) -> BTreeMap<String, String> {
    let fixes = findings
        .iter()
        .filter_map(|found| found.diagnostic.fix.as_ref());
    let mended: BTreeSet<String> = fixes
        .flat_map(|fix| &fix.edits)
        .map(|edit| edit.span.file.to_string())
        .collect();
    let texts = sources.texts.iter();
    let texts = texts.map(|(lang, text)| (sources.article.path(lang), text));
    texts
        .filter(|(path, _)| mended.contains(path))
        .map(|(path, text)| (path, sha256(text)))
        .collect()
}

/// Whether a code says that something could not be looked at. No filter, ignore or baseline takes
/// it out: whoever does not look may not say that all is well.
pub fn hides(code: Code) -> bool {
    const HIDING: [Code; 11] = [
        Code::UNREADABLE,
        Code::INVALID_UTF8,
        Code::BINARY_FILE,
        Code::TOO_LARGE,
        Code::TOO_MANY_LINES,
        Code::LONG_LINE,
        Code::LONG_PASSAGE,
        Code::SYMBOLIC_LINK,
        Code::BAD_FILE_NAME,
        Code::BROKEN_REVIEW,
        Code::BROKEN_IGNORE_LIST,
    ];
    HIDING.contains(&code)
}

//! What a change made worse: findings that were not there at a revision, in what was touched since.

use std::collections::BTreeMap;

use super::bundles::in_bundles;
use super::ignores::{IgnoreList, Notes, idle};
use super::looked::{Looked, hides};
use super::past::Past;
use super::run::look;
use crate::checks::engine::{Finding, Ignore, Rules};
use crate::diagnostic::{Code, Diagnostic};
use crate::history::{CommitId, History, HistoryError};
use crate::project::{Article, FILE, Project, Store};
use crate::text::{Lang, Span};
use crate::track::{ArticleStatus, PairStatus, Sources, Status, visit_past};

/// All files of messages, which of them are asked about, and the languages; all, if none are given.
pub(super) type Messages<'a> = (
    &'a [(usize, &'a Article)],
    &'a dyn Fn(&Article) -> bool,
    &'a [Lang],
);

/// The revision to compare with.
pub struct Since<'h> {
    past: Past<'h>,
    /// What the project's list ignored then.
    list: IgnoreList,
}

impl<'h> Since<'h> {
    /// What there was in a commit; `None` where a partial clone lacks a folder of it.
    pub fn new(history: &'h History, commit: CommitId) -> Result<Option<Self>, HistoryError> {
        let Some(past) = Past::new(history, commit)? else {
            return Ok(None);
        };
        let list = past.text(IgnoreList::PATH).ok().flatten();
        let list = list.map_or_else(IgnoreList::default, |text| IgnoreList::parse(&text));
        Ok(Some(Self { past, list }))
    }

    /// Whether the project file says something else than it said then. What got worse through it is
    /// worse in articles that nobody touched.
    pub fn has_new_rules(&self, project: &Project) -> bool {
        let text = project.root.read_if_any(FILE).ok().flatten();
        text.is_none_or(|text| self.past.changed(FILE, &text))
    }

    /// What is worse in an article than it was; nothing if it was not touched.
    pub(super) fn look(
        &self,
        (rules, project): (&Rules, &Project),
        (sources, status): (&mut Sources<'_>, &ArticleStatus),
        list: &IgnoreList,
    ) -> Looked {
        if !self.touched(sources, status) {
            let hidden = sources.diagnostics.iter().filter(|found| hides(found.code));
            return Looked {
                hidden: hidden.cloned().collect(),
                ..Looked::default()
            };
        }
        let mut looked = look(rules, (sources, status), list);
        let languages: Vec<Lang> = status.pairs.iter().map(|pair| pair.lang.clone()).collect();
        let read = |path: &str| self.past.text(path);
        let (before, then) = visit_past(
            project,
            sources.article,
            (&languages, &read),
            |sources, status| (look(rules, (sources, &status), &self.list), status),
        );
        let lists = self.list.ignores.iter().map(|(_, ignore)| ignore);
        let notes = before.notes.iter().chain(lists);
        for note in idle(notes, &before.ignored) {
            let name = (note.check.clone(), note.fingerprint.clone());
            looked.idle_then.insert(name);
        }
        // Whether what cannot be read in the history was any better, nobody knows.
        looked.hidden.extend(before.hidden);
        (looked.found, looked.old) =
            split(std::mem::take(&mut looked.found), &before.found, &|lang| {
                waits(status, lang) > waits(&then, lang)
            });
        let notices = self.notices((sources, status), &then);
        looked
            .found
            .extend(notices.into_iter().map(Finding::of_file));
        looked.with_files(sources)
    }

    /// What is wrong with all messages of a language together and was not so then, wherever the change
    /// was made: in files of articles that are `wanted`. `notes` say what is no mistake.
    pub(super) fn in_bundles<'n>(
        &self,
        (project, rules): (&Project, &Rules),
        (articles, wanted, languages): Messages<'_>,
        notes: impl Iterator<Item = &'n Ignore>,
    ) -> Looked {
        let today = |path: &str| project.root.read_if_any(path);
        let then = |path: &str| self.past.text(path);
        let asked = (articles, languages);
        let mut now = Vec::new();
        for mut found in in_bundles((project, rules), asked, &today) {
            let file = &*found.diagnostic.primary.span.file;
            let has = |article: &Article| article.files.values().any(|path| **path == *file);
            let article = articles.iter().find(|one| has(one.1));
            if let Some((_, article)) = article.filter(|one| wanted(one.1)) {
                found.article = article.name();
                now.push(found);
            }
        }
        let ignored = Notes::new(notes).take_out(&mut now);
        let before = if now.is_empty() {
            Vec::new()
        } else {
            in_bundles((project, rules), asked, &then)
        };
        let (found, old) = split(now, &before, &|_| false);
        Looked {
            found,
            old,
            ignored,
            ..Looked::default()
        }
    }

    /// Whether something that is wrong with the project as a whole was not so then.
    pub(super) fn is_new(&self, project: &Project, found: &Diagnostic) -> bool {
        let changed = |path: &str| match project.root.read_if_any(path) {
            Ok(Some(text)) => self.past.changed(path, &text),
            _ => self.past.has(path),
        };
        if hides(found.code) || changed(&found.primary.span.file) {
            return true;
        }
        let other = found.args.iter().find(|(name, _)| *name == "other");
        let source = Store::source_of(&found.primary.span.file);
        other.is_some_and(|(_, path)| changed(path))
            || source.is_some_and(|path| self.past.has(path) && changed(path))
    }

    /// Whether a file of the article, one of its bases or reviews is not what it was.
    fn touched(&self, sources: &Sources<'_>, status: &ArticleStatus) -> bool {
        let texts = sources.texts.iter();
        let mut files = texts.map(|(lang, text)| (sources.article.path(lang), text.as_str()));
        if files.any(|(path, text)| self.past.changed(&path, text)) {
            return true;
        }
        let name = sources.name();
        if !status.has_source && self.past.has(&name) {
            return true;
        }
        status.pairs.iter().any(|pair| {
            let gone = pair.status == Status::Missing && self.past.has(&pair.path);
            let review = Store::review_path(&pair.lang, &name);
            gone || self.base_moved(sources, pair) || self.record_changed(sources, &review)
        })
    }

    /// What authors should know: of a source, whom they made work; of a translation, that it still
    /// counts as stale.
    fn notices(
        &self,
        (sources, status): (&Sources<'_>, &ArticleStatus),
        then: &ArticleStatus,
    ) -> Vec<Diagnostic> {
        let mut out = Vec::new();
        let was_current = |lang: &Lang| {
            let mut pairs = then.pairs.iter();
            pairs.any(|pair| pair.lang == *lang && pair.status == Status::Current)
        };
        let stale = || {
            let pairs = status.pairs.iter();
            pairs.filter(|pair| pair.status == Status::Stale && !pair.is_mechanical())
        };
        let made = stale().filter(|pair| was_current(&pair.lang)).count();
        if made > 0 {
            let found = Diagnostic::new(Code::MAKES_STALE, Span::file(status.name.as_str()));
            out.push(found.with("count", made).with("article", &status.name));
        }
        for pair in stale() {
            let text = sources.texts.get(&pair.lang);
            let edited = text.is_some_and(|text| self.past.changed(&pair.path, text));
            if edited && !self.base_moved(sources, pair) {
                let found = Diagnostic::new(Code::BASE_NOT_MOVED, Span::file(pair.path.as_str()));
                let found = found.with("article", &status.name);
                out.push(found.with("lang", &pair.lang));
            }
        }
        out
    }

    fn base_moved(&self, sources: &Sources<'_>, pair: &PairStatus) -> bool {
        let name = pair.renamed_from.clone().unwrap_or_else(|| sources.name());
        self.record_changed(sources, &Store::base_path(&pair.lang, &name))
    }

    fn record_changed(&self, sources: &Sources<'_>, path: &str) -> bool {
        match sources.file(path) {
            Ok(Some(text)) => self.past.changed(path, &text),
            _ => self.past.has(path),
        }
    }
}

/// Findings that were not there before, and those that were; of a language for which `grown` holds,
/// more waits for a translator than did.
fn split(
    findings: Vec<Finding>,
    before: &[Finding],
    grown: &dyn Fn(&Lang) -> bool,
) -> (Vec<Finding>, Vec<Finding>) {
    let mut known: BTreeMap<_, usize> = BTreeMap::new();
    for found in before {
        *known.entry(what(found)).or_default() += 1;
    }
    findings.into_iter().partition(|found| {
        let stale = found.diagnostic.code.name() == "stale";
        let grown = stale && found.lang.as_ref().is_some_and(grown);
        match known.get_mut(&what(found)) {
            Some(count) if *count > 0 && !grown => {
                *count -= 1;
                false
            }
            _ => true,
        }
    })
}

/// What a finding says, whatever became of the text around it; of a file, also the facts.
fn what(found: &Finding) -> (Code, Option<Lang>, String, Vec<(&'static str, String)>) {
    let diagnostic = &found.diagnostic;
    let facts = match found.lang {
        Some(_) => Vec::new(),
        None => diagnostic.args.clone(),
    };
    (
        diagnostic.code,
        found.lang.clone(),
        found.token.clone(),
        facts,
    )
}

/// How much of a translation waits for a translator.
fn waits(status: &ArticleStatus, lang: &Lang) -> usize {
    let pair = status.pairs.iter().find(|pair| pair.lang == *lang);
    let work = pair.and_then(|pair| pair.work);
    work.map_or(0, |work| work.segments + work.removed)
}

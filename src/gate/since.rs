//! What a change made worse: findings that were not there at a revision, in what was touched since.

use std::collections::BTreeMap;

use crate::checks::engine::{Checked, Finding, Rules, check_article};
use crate::diagnostic::{Code, Diagnostic};
use crate::history::{CommitId, History};
use crate::project::{Project, Store};
use crate::text::{Lang, Span};
use crate::track::{ArticleStatus, PairStatus, Sources, Status, visit_past};

/// The revision to compare with.
pub struct Since<'h> {
    /// What git remembers.
    pub history: &'h History,
    /// The commit.
    pub commit: CommitId,
}

impl Since<'_> {
    /// Whether a file of the article, or one of its bases, is not what it was.
    pub(super) fn touched(&self, sources: &Sources<'_>, status: &ArticleStatus) -> bool {
        let texts = sources.texts.iter();
        let mut files = texts.map(|(lang, text)| (sources.article.path(lang), text.as_str()));
        if files.any(|(path, text)| self.changed(&path, text)) {
            return true;
        }
        status.pairs.iter().any(|pair| {
            // A file that is gone, and a base that was moved.
            let gone = pair.status == Status::Missing && self.id(&pair.path).is_some();
            gone || self.base_moved(sources, pair)
        })
    }

    /// Takes out what was there before, and says what the change does to others.
    pub(super) fn worse(
        &self,
        (rules, project): (&Rules, &Project),
        (sources, status): (&Sources<'_>, &ArticleStatus),
        checked: &mut Checked,
    ) {
        let languages: Vec<Lang> = status.pairs.iter().map(|pair| pair.lang.clone()).collect();
        let read = |path: &str| self.text(path);
        let (before, then) = visit_past(
            project,
            sources.article,
            (&languages, &read),
            |sources, status| (check_article(rules, sources, &status), status),
        );
        let mut known: BTreeMap<_, usize> = BTreeMap::new();
        for found in &before.findings {
            *known.entry(what(found)).or_default() += 1;
        }
        let now = |lang: &Lang| status.pairs.iter().find(|pair| pair.lang == *lang);
        let past = |lang: &Lang| then.pairs.iter().find(|pair| pair.lang == *lang);
        checked.findings.retain(|found| {
            let grown = found.lang.as_ref().is_some_and(|lang| {
                found.diagnostic.code.name() == "stale" && waits(now(lang)) > waits(past(lang))
            });
            match known.get_mut(&what(found)) {
                Some(count) if *count > 0 && !grown => {
                    *count -= 1;
                    false
                }
                _ => true,
            }
        });
        let old = before.diagnostics;
        checked.diagnostics.retain(|found| {
            let same = |other: &Diagnostic| other.code == found.code && other.args == found.args;
            !old.iter().any(same)
        });
        checked
            .diagnostics
            .extend(self.notices((sources, status), &then));
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
            let edited = text.is_some_and(|text| self.changed(&pair.path, text));
            if edited && !self.base_moved(sources, pair) {
                let found = Diagnostic::new(Code::BASE_NOT_MOVED, Span::file(pair.path.as_str()));
                let found = found.with("article", &status.name);
                out.push(found.with("lang", &pair.lang));
            }
        }
        out
    }

    fn base_moved(&self, sources: &Sources<'_>, pair: &PairStatus) -> bool {
        let path = Store::base_path(&pair.lang, &sources.name());
        match sources.file(&path) {
            Ok(Some(base)) => self.changed(&path, &base),
            _ => self.id(&path).is_some(),
        }
    }

    /// Whether `path` said something else then, or was not there.
    fn changed(&self, path: &str, text: &str) -> bool {
        let now = self.history.id_of(text.as_bytes()).ok();
        now.is_none() || self.id(path) != now
    }

    fn id(&self, path: &str) -> Option<crate::history::BlobId> {
        self.history.blob_at(self.commit, path).ok().flatten()
    }

    /// What a file said then.
    fn text(&self, path: &str) -> Result<Option<String>, Box<Diagnostic>> {
        let broken = |reason: String| {
            let found = Diagnostic::new(Code::UNREADABLE, Span::file(path));
            Box::new(found.with("reason", reason))
        };
        let id = self.history.blob_at(self.commit, path);
        let Some(id) = id.map_err(|error| broken(error.to_string()))? else {
            return Ok(None);
        };
        let bytes = self
            .history
            .blob(id)
            .map_err(|error| broken(error.to_string()))?;
        let bytes = bytes.ok_or_else(|| broken("not-fetched".to_owned()))?;
        // What was no text then has no findings; whoever made it one has made nothing worse.
        Ok(String::from_utf8(bytes).ok())
    }
}

/// What a finding says, whatever became of the text around it.
fn what(found: &Finding) -> (Code, Option<Lang>, String) {
    (
        found.diagnostic.code,
        found.lang.clone(),
        found.token.clone(),
    )
}

/// How much of a translation waits for a translator.
fn waits(pair: Option<&PairStatus>) -> usize {
    let work = pair.and_then(|pair| pair.work);
    work.map_or(0, |work| work.segments + work.removed)
}

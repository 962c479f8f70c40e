//! Which versions of a source a translation may have been made from.

use super::edits::last_real;
use super::versions::Archive;
use super::{Adoption, Doubt};
use crate::align::Sketch;
use crate::document::{Document, front_matter_field};
use crate::history::{Commit, History, Timeline, Version};
use crate::text::Lang;
use crate::track::changes::Changes;

/// Where a base comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The version of a commit, chosen by the text.
    Version(Commit),
    /// The commit that a field of the translation's front matter names.
    Stated {
        /// The commit.
        commit: Commit,
        /// The field.
        field: String,
    },
    /// The commit that the caller names.
    Given(Commit),
    /// What the source says today.
    Today,
}

impl Origin {
    /// The commit, unless it is the source of today.
    pub fn commit(&self) -> Option<&Commit> {
        match self {
            Self::Version(commit) | Self::Given(commit) | Self::Stated { commit, .. } => {
                Some(commit)
            }
            Self::Today => None,
        }
    }
}

/// A version that a translation may have been made from.
pub(super) struct Candidate {
    pub(super) origin: Origin,
    pub(super) text: String,
    /// Whether it is the version of the translation's last commit.
    pub(super) by_date: bool,
    /// Whether it is shown for comparison only: nobody has worked on the translation since.
    pub(super) late: bool,
}

/// The candidates that are worth a look, newest first.
pub(super) struct Found {
    pub(super) list: Vec<Candidate>,
    pub(super) doubts: Vec<Doubt>,
    /// Whether the version of the translation's last commit is the source of today.
    pub(super) fresh: bool,
    /// Whether no commit tells when the translation was last worked on.
    pub(super) undated: bool,
}

impl Found {
    fn only(candidate: Option<Candidate>, doubts: Vec<Doubt>) -> Self {
        Self {
            list: candidate.into_iter().collect(),
            doubts,
            fresh: false,
            undated: false,
        }
    }
}

/// So many versions are laid beside a translation; the others look less like it.
const LIKELY: usize = 4;

impl Adoption<'_> {
    /// The versions that the translation into `lang` may have been made from.
    pub(super) fn candidates(&mut self, lang: &Lang, text: &str, target: &Document) -> Found {
        if self.evidence.assume_current {
            return Found::only(Some(self.today_as_candidate()), Vec::new());
        }
        let Some((history, timeline)) = self.evidence.history else {
            return Found::only(Some(self.today_as_candidate()), vec![Doubt::NoHistory]);
        };
        if let Some(commit) = self.evidence.base {
            let text = self.text_of(history, timeline, commit);
            let given = text.map(|text| Candidate {
                origin: Origin::Given(commit.clone()),
                text,
                by_date: false,
                late: false,
            });
            return Found::only(given, Vec::new());
        }
        let mut doubts = Vec::new();
        match self.stated(history, timeline, text) {
            Some(Ok(candidate)) => {
                return Found::only(Some(candidate), doubts);
            }
            Some(Err(said)) => doubts.push(said),
            None => {}
        }
        self.in_history((history, timeline), lang, (text, target), doubts)
    }

    fn in_history(
        &mut self,
        (history, timeline): (&History, &Timeline),
        lang: &Lang,
        (text, target): (&str, &Document),
        mut doubts: Vec<Doubt>,
    ) -> Found {
        let path = self.sources.article.path(lang);
        let name = self.sources.name();
        let archive = Archive::new(history, self.sources.reader(lang, &path), text);
        let edits = timeline.versions(&path);
        let sources = timeline.versions(&name);
        let uncommitted = edits.is_empty() || touched(&archive, edits, text, target);
        let (mut known, newest) = if uncommitted {
            (sources.iter().collect(), sources.first())
        } else {
            let last = &edits[last_real(&archive, edits)];
            if last.boundary {
                doubts.push(Doubt::Shallow);
            }
            let newest = timeline.up_to(&name, &edits[0]).first().copied();
            (timeline.up_to(&name, last), newest)
        };
        if known.is_empty() && !sources.is_empty() {
            doubts.push(Doubt::Younger);
            known = sources.iter().collect();
        }
        if known.last().is_some_and(|oldest| oldest.boundary) {
            doubts.push(Doubt::Shallow);
        }
        let reader = self.sources.reader(&self.sources.source_lang, &name);
        let archive = Archive::new(history, reader, self.source);
        let languages = self.languages.clone();
        archive.sketch(&known, &languages, &mut self.sketches);
        // What is not text in some version is no candidate; what cannot be had may be one.
        let missing = |version: &&Version| {
            let seen = self.sketches.contains_key(&version.blob);
            !seen
                && !history
                    .blob(version.blob)
                    .is_ok_and(|bytes| bytes.is_some())
        };
        if known.iter().any(missing) {
            doubts.push(Doubt::Partial);
        }
        let mut list: Vec<Candidate> = Vec::new();
        if uncommitted {
            // What the source says today may be what was translated.
            list.push(self.today_as_candidate());
        }
        for version in self.likely(&known, &Sketch::of(target, &languages), newest) {
            if let Some(text) = archive.text(version.blob) {
                list.push(Candidate {
                    origin: Origin::Version((*version.commit).clone()),
                    text,
                    by_date: newest.is_some_and(|newest| newest.commit == version.commit),
                    late: false,
                });
            }
        }
        doubts.sort_unstable();
        doubts.dedup();
        let of_date = newest.and_then(|newest| archive.text(newest.blob));
        if let (Some(newest), Some(text)) = (newest, &of_date)
            && known.iter().all(|version| version.blob != newest.blob)
        {
            list.push(Candidate {
                origin: Origin::Version((*newest.commit).clone()),
                text: text.clone(),
                by_date: true,
                late: true,
            });
        }
        Found {
            list,
            doubts,
            fresh: of_date.is_some_and(|text| text == self.source),
            undated: uncommitted,
        }
    }

    fn today_as_candidate(&self) -> Candidate {
        Candidate {
            origin: Origin::Today,
            text: self.source.to_owned(),
            by_date: false,
            late: false,
        }
    }

    /// The versions most like the translation, each content once, newest first; the version of its
    /// last commit is among them for comparison.
    fn likely<'v>(
        &self,
        known: &[&'v Version],
        target: &Sketch,
        by_date: Option<&'v Version>,
    ) -> Vec<&'v Version> {
        let mut scored: Vec<(f64, usize)> = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        for (at, version) in known.iter().enumerate() {
            if let Some(sketch) = self.sketches.get(&version.blob)
                && seen.insert(version.blob)
            {
                scored.push((sketch.likeness(target), at));
            }
        }
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut chosen: Vec<usize> = scored.into_iter().take(LIKELY).map(|(_, at)| at).collect();
        chosen.sort_unstable();
        let mut out: Vec<&Version> = chosen.into_iter().map(|at| known[at]).collect();
        if let Some(version) = by_date
            && out.iter().all(|known| known.blob != version.blob)
            && known.iter().any(|known| known.blob == version.blob)
        {
            out.insert(0, version);
        }
        out.sort_by_key(|version| version.position);
        out
    }

    /// The commit that a field of the translation's front matter names.
    fn stated(
        &self,
        history: &History,
        timeline: &Timeline,
        text: &str,
    ) -> Option<Result<Candidate, Doubt>> {
        let fields = self.sources.commit_keys();
        let (field, value) = fields.iter().find_map(|field| {
            let (value, _) = front_matter_field(text, field)?;
            Some((field.clone(), value))
        })?;
        let value = value.trim().trim_matches(['"', '\'']).to_owned();
        if value.is_empty() {
            return None;
        }
        // Only names of commits: `HEAD` or a branch in a page would mean another commit every day.
        let is_name = value.len() >= 7 && value.bytes().all(|byte| byte.is_ascii_hexdigit());
        let found = is_name.then(|| history.resolve(&value).ok()).flatten();
        let candidate = found.and_then(|commit| {
            let text = self.text_of(history, timeline, &commit)?;
            Some(Candidate {
                origin: Origin::Stated { commit, field },
                text,
                by_date: false,
                late: false,
            })
        });
        Some(candidate.ok_or(Doubt::UnknownCommit))
    }

    /// What the source said in a commit, under whichever of its names it had there.
    fn text_of(&self, history: &History, timeline: &Timeline, commit: &Commit) -> Option<String> {
        let name = self.sources.name();
        let mut names = vec![name.as_str()];
        for version in timeline.versions(&name) {
            if !names.contains(&version.path.as_str()) {
                names.push(&version.path);
            }
        }
        let blob = names
            .iter()
            .find_map(|name| history.blob_at(commit.id, name).ok().flatten())?;
        let reader = self.sources.reader(&self.sources.source_lang, &name);
        Archive::new(history, reader, self.source).text(blob)
    }
}

/// Whether the translation on disk has been worked on since its last commit.
fn touched(archive: &Archive<'_>, edits: &[Version], text: &str, target: &Document) -> bool {
    let Some(committed) = edits.first().and_then(|version| archive.text(version.blob)) else {
        return false;
    };
    if committed == text {
        return false;
    }
    let changes = Changes::between(&archive.read(&committed), target);
    changes.list.iter().any(|change| change.nature.says_more())
}

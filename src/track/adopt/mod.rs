//! What an untracked translation was made from: the version of its source that its text fits.
//!
//! The date of the last commit to a translation says little: it is often a change of links in all
//! files. Here the versions of the source up to the last real edit are compared with what the
//! translation says, and the one that it fits best becomes its base. What the translation lacks of
//! that version is left out of the base, so that it shows as work.

mod all;
mod candidates;
mod compose;
mod edits;
mod fit;
mod versions;

use crate::document::Document;
use crate::history::{BlobId, Commit, CommitId, History, Timeline};
use crate::text::{Lang, LineIndex};

pub use all::{Adopted, Record, Untracked, adopt};
pub use candidates::Origin;
pub use fit::Missing;

use super::changes::Changes;
use super::pair::Sources;
use super::status::Work;
use candidates::Candidate;
use compose::{Composed, Other};
use fit::Fit;
use versions::{Archive, Sketches};

/// What bases are looked for in, and by which rules.
#[derive(Clone, Copy)]
pub struct Evidence<'a> {
    /// The history with its walk over the files of the project; none where there is no repository.
    pub history: Option<(&'a History, &'a Timeline)>,
    /// The base is what the source said in this commit.
    pub base: Option<&'a Commit>,
    /// The base is what the source says today.
    pub assume_current: bool,
}

/// The base that a translation may be given.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// Where it comes from.
    pub origin: Origin,
    /// How sure it is, from 0 to 1. Nobody's word is needed for 1: the structures are equal.
    pub confidence: f64,
    /// Whether source and translation are built alike, block by block.
    pub exact: bool,
    /// How many blocks of that version have a counterpart, and how many there are.
    pub fits: (usize, usize),
    /// How many blocks of the translation have one, and how many there are.
    pub translated: (usize, usize),
    /// The version of the translation's last commit, if another was chosen: the commit and how many of
    /// its blocks have a counterpart.
    pub by_date: Option<(Commit, usize, usize)>,
    /// What the translation lacks of the version.
    pub lacks: Vec<Lacking>,
    /// What must be known of the history.
    pub doubts: Vec<Doubt>,
    /// Whether the source has not changed since the translation's last commit: who goes by dates
    /// calls such a translation fresh.
    pub fresh_by_date: bool,
    /// What is stale against it; none if nothing is.
    pub work: Option<Work>,
    /// The text to be recorded.
    pub base: String,
}

impl Proposal {
    /// Whether it may be recorded where so much certainty is wanted. What would look current only
    /// because history is missing, or because what is lacking could not be left out of the base, is
    /// never sure enough.
    pub fn is_sure(&self, least: f64) -> bool {
        let current = self.work.is_none();
        let blind = self.doubts.iter().any(|doubt| match doubt {
            Doubt::NoHistory => true,
            Doubt::Shallow | Doubt::Partial | Doubt::Undated => current,
            Doubt::Younger | Doubt::UnknownCommit => false,
        });
        let lacks = self.lacks.iter().any(|lack| !lack.settled);
        self.confidence >= least && !blind && !(current && lacks)
    }
}

/// Something that a translation lacks of the version that it was made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lacking {
    /// The text of the block in that version.
    pub text: String,
    /// The line of the translation where its block begins, from 1, unless all of it is missing.
    pub line: Option<usize>,
    /// What is missing.
    pub what: Missing,
    /// Whether the base leaves it out, so that it shows as work.
    pub settled: bool,
}

/// Why a proposal is less sure than its text makes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Doubt {
    /// There is no history: nothing tells today's source from an older one.
    NoHistory,
    /// The clone begins after the translation was made, so the right version may be missing.
    Shallow,
    /// Some versions of the source are not in this clone.
    Partial,
    /// The source is younger than the last edit of the translation, as after a rename that git
    /// does not see.
    Younger,
    /// The commit that the front matter names is not in this clone.
    UnknownCommit,
    /// The translation is not committed, and versions that say different things fit it alike.
    Undated,
}

/// The texts of one article from which several translations are judged.
pub(super) struct Adoption<'a> {
    evidence: Evidence<'a>,
    sources: &'a Sources<'a>,
    source: &'a str,
    today: Document,
    languages: Vec<Lang>,
    sketches: Sketches,
}

impl<'a> Adoption<'a> {
    /// Makes ready for the translations of one article; none where its source cannot be read.
    pub(super) fn new(evidence: Evidence<'a>, sources: &'a Sources<'a>) -> Option<Self> {
        let source = sources.source()?;
        let name = sources.name();
        Some(Self {
            evidence,
            source,
            today: sources.parse(&sources.source_lang, &name, source).document,
            languages: sources.texts.keys().cloned().collect(),
            sketches: Sketches::new(),
            sources,
        })
    }

    /// The base for the translation into `lang`; none where nothing can be proposed at all.
    pub(super) fn propose(&mut self, lang: &Lang) -> Option<Proposal> {
        let text = self.sources.texts.get(lang)?;
        let path = self.sources.article.path(lang);
        let target = self.sources.parse(lang, &path, text).document;
        let mut found = self.candidates(lang, text, &target);
        let mut ties: Vec<(isize, Document)> = Vec::new();
        let mut best: Option<(Candidate, Document, Fit)> = None;
        let mut by_date = None;
        for candidate in std::mem::take(&mut found.list) {
            let document = self.read(&candidate.text);
            let fit = Fit::of(&document, &target);
            if candidate.by_date {
                by_date = candidate
                    .origin
                    .commit()
                    .map(|commit| (commit.clone(), fit.fitting, fit.blocks));
            }
            // Equal fits: the newer one, which comes first.
            let better = best
                .as_ref()
                .is_none_or(|(.., had)| fit.rank() > had.rank());
            if better && !candidate.late {
                if let Some((_, document, fit)) = best.replace((candidate, document, fit)) {
                    ties.push((fit.rank(), document));
                }
            } else {
                ties.push((fit.rank(), document));
            }
        }
        let (chosen, document, fit) = best?;
        let says_more = |(rank, other): &(isize, Document)| {
            let changes = || Changes::between(other, &document).list;
            *rank == fit.rank() && changes().iter().any(|change| change.nature.says_more())
        };
        if found.undated && ties.iter().any(says_more) {
            found.doubts.push(Doubt::Undated);
        }
        let reader = self
            .sources
            .reader(&self.sources.source_lang, &self.sources.name());
        let read = |text: &str| reader.read(text).document;
        let others = self.others(chosen.origin.commit().map(|commit| commit.id));
        let composed = if self.told() {
            // Whoever names the base has looked.
            compose::whole(&chosen.text)
        } else {
            compose::compose(
                &read,
                (&chosen.text, &document),
                &target,
                &fit.lacks,
                others,
            )
        };
        let work = (composed.text != self.source).then(|| {
            let old = read(&composed.text);
            Work::of(&Changes::between(&old, &self.today), &old, &self.today)
        });
        Some(Proposal {
            confidence: confidence(&chosen.origin, &fit, &found.doubts),
            exact: fit.exact,
            fits: (fit.fitting, fit.blocks),
            translated: (fit.translated.1, fit.translated.0),
            by_date: by_date.filter(|(commit, ..)| chosen.origin.commit() != Some(commit)),
            lacks: lacking(&document, (text, &target), &fit, &composed),
            doubts: found.doubts,
            fresh_by_date: found.fresh,
            origin: chosen.origin,
            work,
            base: composed.text,
        })
    }

    /// Whether a person has said what the base is.
    fn told(&self) -> bool {
        self.evidence.assume_current || self.evidence.base.is_some()
    }

    fn read(&self, text: &str) -> Document {
        let name = self.sources.name();
        self.sources
            .parse(&self.sources.source_lang, &name, text)
            .document
    }

    /// The versions around the chosen one, for what the translation lacks of it: newer ones first, since
    /// code is often brought up to date in all languages at once, and nobody translates it.
    fn others(&self, commit: Option<CommitId>) -> impl Iterator<Item = Other> {
        let name = self.sources.name();
        let mut blobs: Vec<(BlobId, bool)> = Vec::new();
        if let Some((_, timeline)) = self.evidence.history {
            let versions = timeline.versions(&name);
            let found = versions
                .iter()
                .position(|version| Some(version.commit.id) == commit);
            let at = found.unwrap_or(0);
            let newer = versions[..at].iter().rev();
            let older = versions.iter().skip(at + 1);
            for (newer, side) in [(true, newer.collect::<Vec<_>>()), (false, older.collect())] {
                let mut last = versions.get(at).map(|version| version.blob);
                let mut seen = 0;
                for version in side {
                    if seen < NEAR && last.replace(version.blob) != Some(version.blob) {
                        blobs.push((version.blob, newer));
                        seen += 1;
                    }
                }
            }
        }
        let archive = self.evidence.history.map(|(history, _)| {
            let reader = self.sources.reader(&self.sources.source_lang, &name);
            Archive::new(history, reader, self.source)
        });
        let rest = blobs.into_iter().filter_map(move |(blob, newer)| {
            let archive = archive.as_ref()?;
            let document = archive.read(&archive.text(blob)?);
            Some(Other { document, newer })
        });
        let today = Other {
            document: self.today.clone(),
            newer: true,
        };
        std::iter::once(today).chain(rest)
    }
}

/// So many newer and older versions are looked through for a block that the translation still reflects.
const NEAR: usize = 15;

/// How sure a proposal is: by its text, unless the history leaves it open whether a better version
/// is missing.
fn confidence(origin: &Origin, fit: &Fit, doubts: &[Doubt]) -> f64 {
    let open = doubts.iter().any(|doubt| *doubt != Doubt::UnknownCommit);
    match origin {
        Origin::Stated { .. } | Origin::Given(_) => 1.0,
        _ if open => OPEN * fit.share(),
        _ if fit.exact => 1.0,
        // What is not built alike is never quite sure, and a few blocks prove little.
        _ if fit.blocks < FEW => FEW_PROVE * fit.share(),
        _ => fit.share().min(0.99),
    }
}

/// So few blocks are found in any text that is built a little alike.
const FEW: usize = 3;
const FEW_PROVE: f64 = 0.8;

/// What the text of a translation is worth where the right version may be out of reach.
const OPEN: f64 = 0.5;

fn lacking(
    source: &Document,
    (text, target): (&str, &Document),
    fit: &Fit,
    base: &Composed,
) -> Vec<Lacking> {
    let index = LineIndex::new(text);
    let lack = |(number, lack): (usize, &fit::Lack)| {
        let block = lack.target.first().copied();
        Lacking {
            text: source.blocks[lack.block].text.clone(),
            line: block.map(|at| index.line(target.blocks[at].lines.start)),
            what: base.newer.get(&number).unwrap_or(&lack.what).clone(),
            settled: base.settled.contains(&number),
        }
    };
    let all = fit.lacks.iter().enumerate();
    all.filter(|(number, _)| !base.excused.contains(number))
        .map(lack)
        .collect()
}

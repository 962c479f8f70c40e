//! How one file of a bundle comes about: made, copied, or taken over from the bundle that is published.

use rayon::prelude::*;

use super::assemble::{Done, Step};
use super::audit::Audit;
use super::form::{Form, Job, Made, Planned};
use super::record::{Kept, Record};
use super::work::{Work, changed};
use crate::diagnostic::Diagnostic;
use crate::project::{ProjectError, Staging};
use crate::text::Digest;

/// What makes files, or takes them over.
pub(super) struct Maker<'a> {
    pub(super) work: &'a Work<'a>,
    pub(super) form: &'a dyn Form,
    /// Where the new bundles are written.
    pub(super) staging: &'a Staging<'a>,
    /// What is known of the files that are published.
    pub(super) old: &'a Record,
    /// Whether what is published was looked at as pages are looked at now.
    pub(super) looked: bool,
    pub(super) audit: &'a Audit<'a>,
    pub(super) progress: &'a (dyn Fn(Step) + Sync),
}

/// What was made of all files.
#[derive(Default)]
pub(super) struct AllMade {
    /// What is known of the files that are published.
    pub(super) record: Record,
    /// How many of them were not taken over.
    pub(super) count: usize,
    /// What went wrong.
    pub(super) wrong: Vec<Diagnostic>,
}

impl AllMade {
    /// What was done.
    pub(super) fn done(&self) -> Done {
        let kept = self.record.files.values();
        Done::Published {
            files: self.record.files.len(),
            made: self.count,
            bytes: kept.map(|kept| kept.facts.size).sum(),
        }
    }
}

/// What a file is going to say.
pub(super) enum Content {
    /// The same as a file of the project, by its path from the root.
    Same(String),
    /// This.
    Bytes(Vec<u8>),
}

/// A file that is there.
struct There {
    path: String,
    kept: Kept,
    anew: bool,
    wrong: Vec<Diagnostic>,
}

impl Maker<'_> {
    /// Makes all files where they belong.
    pub(super) fn folders(&self, files: &[Planned]) -> Result<AllMade, ProjectError> {
        let made = files.par_iter().map(|file| {
            let made = self.one(file);
            (self.progress)(Step::Made);
            made
        });
        let made: Vec<There> = made.collect::<Result<_, _>>()?;
        let mut all = AllMade::default();
        let each = made.into_iter().map(|made| {
            all.count += usize::from(made.anew);
            all.wrong.extend(made.wrong);
            (made.path, made.kept)
        });
        all.record.files = each.collect();
        Ok(all)
    }

    /// Takes a published file over if it is as it would be made and nobody has touched it.
    pub(super) fn kept(&self, path: &str, key: &Digest) -> Result<Option<Kept>, ProjectError> {
        let Some(old) = self.old.files.get(path).filter(|old| old.key == *key) else {
            return Ok(None);
        };
        let facts = self.staging.keep_if(path, |facts| *facts == old.facts)?;
        Ok(facts.map(|facts| Kept {
            facts,
            ..old.clone()
        }))
    }

    /// What a file is going to say, and what is wrong with it.
    pub(super) fn content(&self, file: &Planned) -> (Content, Vec<Diagnostic>) {
        match &file.job {
            Job::Copy(from) => (Content::Same(from.clone()), Vec::new()),
            Job::Make(number) => {
                let made = self.form.make(self.work, *number);
                let wrong = looked_at(&file.whole_path(), &made, self.audit);
                (Content::Bytes(made.bytes), wrong)
            }
        }
    }

    /// What is to be told of the files of an archive that was taken over.
    pub(super) fn again(&self, files: &[&Planned], kept: &Kept) -> Vec<Diagnostic> {
        let look = kept.told || !self.looked;
        let told = files.par_iter().map(|file| {
            self.step();
            if look {
                self.content(file).1
            } else {
                Vec::new()
            }
        });
        told.collect::<Vec<_>>().into_iter().flatten().collect()
    }

    /// Tells that a file is there.
    pub(super) fn step(&self) {
        (self.progress)(Step::Made);
    }

    fn one(&self, file: &Planned) -> Result<There, ProjectError> {
        let path = file.whole_path();
        if let Some(kept) = self.kept(&path, &file.key)? {
            let wrong = match file.job {
                Job::Make(number) if kept.told || !self.looked => {
                    looked_at(&path, &self.form.make(self.work, number), self.audit)
                }
                _ => Vec::new(),
            };
            let kept = Kept {
                told: !wrong.is_empty(),
                ..kept
            };
            return Ok(There {
                path,
                kept,
                anew: false,
                wrong,
            });
        }
        let (content, mut wrong) = self.content(file);
        let (facts, digest) = match content {
            Content::Same(from) => {
                let copied = self.staging.copy(&path, &self.work.project.root, &from)?;
                if copied.1 != file.key {
                    wrong.push(*changed(&from));
                }
                copied
            }
            Content::Bytes(bytes) => (self.staging.write(&path, &bytes)?, Digest::of(&bytes)),
        };
        let kept = Kept {
            key: file.key,
            digest,
            facts,
            told: !wrong.is_empty(),
        };
        Ok(There {
            path,
            kept,
            anew: true,
            wrong,
        })
    }
}

/// What went wrong with a file that was made, and what is wrong with it as a page.
pub(super) fn looked_at(path: &str, made: &Made, audit: &Audit<'_>) -> Vec<Diagnostic> {
    let mut wrong = made.wrong.clone();
    if let Some(shown) = &made.page {
        wrong.extend(audit.page(path, shown, &made.bytes));
    }
    wrong
}

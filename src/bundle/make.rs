//! The files of bundles: made, taken over, or left as they are.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::archive::{self, Archive};
use super::assemble::{Asked, Done, Step, has_error};
use super::audit::Audit;
use super::form::{Form, Job, Made, Planned};
use super::manifest::{self, Manifest};
use super::record::{Kept, Record};
use super::words::Words;
use super::work::Work;
use crate::diagnostic::{Code, Diagnostic};
use crate::project::{Output, ProjectError, Staging};
use crate::text::{Digest, Digester, Span};

/// Writes down what has to be kept before anybody sees the bundle.
type Keep<'a> = &'a dyn Fn() -> Result<(), ProjectError>;

/// Makes the files, or finds that there is nothing to make.
pub(super) fn make(
    work: &Work<'_>,
    (asked, audit, keep): (&Asked<'_>, &Audit<'_>, Keep<'_>),
    wrong: &mut Vec<Diagnostic>,
) -> Result<Done, ProjectError> {
    let root = &work.project.root;
    let Some((form, files)) = planned(work, asked, wrong) else {
        return Ok(Done::Nothing);
    };
    (asked.progress)(Step::Files(files.len()));
    let heads = manifest::heads(work, (form.as_ref(), asked.form.name), &files);
    let marker = marker((&files, &heads), asked);
    let output = Output::at(root, asked.output)?;
    let published = output.published();
    let old = published
        .as_ref()
        .and_then(|marker| Record::read(root, (asked.output, marker)));
    let mut old = old.unwrap_or_default();
    let known = audit.digest(&asked.salt);
    // Whoever wants other things looked at wants all pages looked at.
    let looked = old.audit == Some(known);
    let same = published.as_ref() == Some(&marker);
    if same && untouched(&output, &old) {
        if !looked || old.files.values().any(|kept| kept.told) {
            wrong.extend(again(
                work,
                (form.as_ref(), audit),
                (&files, &mut old),
                looked,
            ));
            if has_error(wrong) {
                return Ok(Done::Nothing);
            }
        }
        keep()?;
        if !looked {
            old.audit = Some(known);
            let previous = output.previous().unwrap_or_default();
            old.write(root, asked.output, (&marker, &previous));
        }
        return Ok(Done::Unchanged {
            files: old.files.len(),
        });
    }
    let staging = output.stage()?;
    let hands = Maker {
        work,
        form: form.as_ref(),
        staging: &staging,
        output: &output,
        old: &old,
        looked,
        audit,
        progress: asked.progress,
    };
    let mut all = match asked.archive {
        None => hands.folders(&files)?,
        Some(archive) => archive::pack(archive, &hands, (&files, heads.clone()))?,
    };
    wrong.append(&mut all.wrong);
    wrong.extend(work.words.iter().flat_map(Words::wrong));
    if has_error(wrong) {
        return Ok(Done::Nothing);
    }
    if asked.archive.is_none() {
        manifest::write(heads, &files, (&staging, &mut all.record))?;
    }
    all.record.audit = Some(known);
    keep()?;
    if same && untouched(&output, &all.record) && all.record.files.keys().eq(&output.files()?) {
        // Only what was remembered of it was lost: the previous bundle stays the previous one.
        drop(staging);
    } else {
        staging.publish(&marker)?;
    }
    let previous = output.previous().unwrap_or_default();
    all.record.write(root, asked.output, (&marker, &previous));
    let kept = all.record.files.values();
    Ok(Done::Published {
        files: all.record.files.len(),
        made: all.count,
        bytes: kept.map(|kept| kept.facts.size).sum(),
    })
}

/// The form and all its files by path, if nothing is wrong with them.
fn planned(
    work: &Work<'_>,
    asked: &Asked<'_>,
    wrong: &mut Vec<Diagnostic>,
) -> Option<(Box<dyn Form>, Vec<Planned>)> {
    let form = (asked.form.open)(work).map_err(|found| wrong.extend(found));
    let form = form.ok()?;
    let mut files = form.files(work);
    files.sort_by_cached_key(Planned::whole_path);
    wrong.extend(twice(work, form.as_ref(), &files));
    wrong.extend(work.words.iter().flat_map(Words::wrong));
    (!has_error(wrong)).then_some((form, files))
}

/// What makes files, or takes them over.
pub(super) struct Maker<'a> {
    work: &'a Work<'a>,
    form: &'a dyn Form,
    /// Where the new bundles are written.
    pub(super) staging: &'a Staging<'a>,
    output: &'a Output,
    old: &'a Record,
    /// Whether what is published was looked at as pages are looked at now.
    looked: bool,
    audit: &'a Audit<'a>,
    progress: &'a (dyn Fn(Step) + Sync),
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

/// What a file is going to say.
pub(super) enum Content {
    /// The same as a file of the project, by its path from the root.
    Same(String),
    /// This.
    Bytes(Vec<u8>),
}

/// A file that is there.
struct There {
    kept: Kept,
    anew: bool,
    wrong: Vec<Diagnostic>,
}

impl Maker<'_> {
    fn folders(&self, files: &[Planned]) -> Result<AllMade, ProjectError> {
        let made = files.par_iter().map(|file| {
            let made = self.one(file);
            (self.progress)(Step::Made);
            made
        });
        let mut all = AllMade::default();
        for (file, made) in files.iter().zip(made.collect::<Vec<_>>()) {
            let made = made?;
            all.count += usize::from(made.anew);
            all.wrong.extend(made.wrong);
            all.record.files.insert(file.whole_path(), made.kept);
        }
        Ok(all)
    }

    /// Takes a published file over if it is as it would be made and nobody has touched it.
    pub(super) fn kept(&self, path: &str, key: &Digest) -> Result<Option<Kept>, ProjectError> {
        let old = self.old.files.get(path).filter(|old| old.key == *key);
        let same = old.filter(|old| self.output.facts(path).as_ref() == Some(&old.facts));
        let Some(old) = same else {
            return Ok(None);
        };
        let facts = self.staging.keep(path)?;
        Ok(Some(Kept {
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

    /// The project whose files are copied.
    pub(super) fn work(&self) -> &Work<'_> {
        self.work
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
                kept,
                anew: false,
                wrong,
            });
        }
        let (content, wrong) = self.content(file);
        let (facts, digest) = match content {
            Content::Same(from) => self.staging.copy(&path, &self.work.project.root, &from)?,
            Content::Bytes(bytes) => (self.staging.write(&path, &bytes)?, Digest::of(&bytes)),
        };
        let kept = Kept {
            key: file.key,
            digest,
            facts,
            told: !wrong.is_empty(),
        };
        Ok(There {
            kept,
            anew: true,
            wrong,
        })
    }
}

/// The digest of all bundles: of what their manifests say, and of all files and what each is made of.
fn marker((files, heads): (&[Planned], &BTreeMap<String, Manifest>), asked: &Asked<'_>) -> String {
    let mut digester = Digester::default();
    digester.add(env!("CARGO_PKG_VERSION").as_bytes());
    digester.add(asked.archive.map_or("", Archive::extension).as_bytes());
    for (folder, head) in heads {
        digester.add(folder.as_bytes()).join(&head.digest());
    }
    for file in files {
        digester
            .add(file.folder.as_bytes())
            .add(file.path.as_bytes())
            .join(&file.key);
    }
    digester.finish().to_string()
}

/// What was told of the pages that are published is told again, as long as it is so; with `looked` unset,
/// all of them are looked at.
fn again(
    work: &Work<'_>,
    (form, audit): (&dyn Form, &Audit<'_>),
    (files, record): (&[Planned], &mut Record),
    looked: bool,
) -> Vec<Diagnostic> {
    // Of an archive it is known only that something was told of a file in it.
    let archived = files
        .iter()
        .all(|file| !record.files.contains_key(&file.whole_path()));
    let told = |file: &&Planned| {
        let known = record.files.get(&file.whole_path());
        archived || !looked || known.is_some_and(|one| one.told)
    };
    let files: Vec<&Planned> = files.iter().filter(told).collect();
    let made = files.par_iter().map(|file| match file.job {
        Job::Copy(_) => Vec::new(),
        Job::Make(number) => looked_at(&file.whole_path(), &form.make(work, number), audit),
    });
    let made: Vec<Vec<Diagnostic>> = made.collect();
    for (file, wrong) in files.iter().zip(&made) {
        if let Some(kept) = record.files.get_mut(&file.whole_path()) {
            kept.told = !wrong.is_empty();
        }
    }
    made.into_iter().flatten().collect()
}

/// What went wrong with a file that was made, and what is wrong with it as a page.
fn looked_at(path: &str, made: &Made, audit: &Audit<'_>) -> Vec<Diagnostic> {
    let mut wrong = made.wrong.clone();
    if let Some(shown) = &made.page {
        wrong.extend(audit.page(path, shown, &made.bytes));
    }
    wrong
}

/// Whether what is published is as it was written.
fn untouched(output: &Output, record: &Record) -> bool {
    let same = |(path, kept): (&String, &Kept)| output.facts(path).as_ref() == Some(&kept.facts);
    !record.files.is_empty() && record.files.par_iter().all(same)
}

/// Tells files that want one path.
fn twice(work: &Work<'_>, form: &dyn Form, files: &[Planned]) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<String, &Planned> = BTreeMap::new();
    let mut out = Vec::new();
    for file in files {
        let path = file.whole_path();
        if let Some(first) = seen.insert(path.to_lowercase(), file) {
            let name = |file: &Planned| match &file.job {
                Job::Copy(from) => from.clone(),
                Job::Make(number) => {
                    // Whoever has to mend it looks for the article.
                    let shown = form.make(work, *number).page;
                    let article = shown.and_then(|shown| shown.file);
                    article.unwrap_or_else(|| file.whole_path())
                }
            };
            let found = Diagnostic::new(Code::ADDRESS_COLLISION, Span::file(name(file)));
            out.push(found.with("path", path).with("other", name(first)));
        }
    }
    out
}

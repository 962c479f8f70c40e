//! The files of bundles: made, taken over, or left as they are.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::archive::{self, Archive};
use super::assemble::{Asked, Done, Step, has_error};
use super::audit::Audit;
use super::form::{Form, Job, Planned};
use super::inputs;
use super::losses::{foreign, lost};
use super::maker::{AllMade, Maker, looked_at};
use super::manifest::{self, Manifest};
use super::plan::encoded;
use super::record::{Kept, Record};
use super::words::Words;
use super::work::Work;
use crate::diagnostic::{Code, Diagnostic};
use crate::project::{Output, ProjectError};
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
    let output = Output::at(root, asked.output)?;
    let published = output.published();
    let old = published.as_ref();
    let old = old.and_then(|marker| Record::read(root, (asked.output, marker)));
    let mut old = old.unwrap_or_default();
    let known = audit.digest(&asked.salt);
    // Whoever wants other things looked at wants all pages looked at.
    let looked = old.audit == Some(known);
    let inputs = all_inputs(work, asked);
    if looked && inputs.is_some() && old.inputs == inputs && untouched(&output, &old) {
        keep()?;
        let files = old.files.len();
        wrong.extend(foreign(&output, (asked, work), &old)?);
        later(old);
        return Ok(Done::Unchanged { files });
    }
    let told = wrong.len();
    let Some((form, files)) = planned(work, asked, wrong) else {
        return Ok(Done::Nothing);
    };
    (asked.progress)(Step::Files(files.len()));
    let heads = manifest::heads(work, (form.as_ref(), asked.form.name), &files);
    let marker = marker((&files, &heads), asked);
    let same = published.as_ref() == Some(&marker);
    let write = |mut record: Record, wrong: &[Diagnostic]| {
        // What was told has to be worked out again to be told again, and a theme that was changed
        // meanwhile is no longer what all of this was made of.
        let same = wrong.len() == told && inputs == all_inputs(work, asked);
        let new = (Some(known), inputs.filter(|_| same));
        if (record.audit, record.inputs) == new {
            return;
        }
        (record.audit, record.inputs) = new;
        let previous = output.previous().unwrap_or_default();
        record.write(root, asked.output, (&marker, &previous));
    };
    if same && untouched(&output, &old) {
        if !looked || old.files.values().any(|kept| kept.told) {
            let form = (form.as_ref(), audit);
            wrong.extend(again(work, form, (&files, &mut old), looked));
            if has_error(wrong) {
                return Ok(Done::Nothing);
            }
        }
        keep()?;
        let count = old.files.len();
        let strange = foreign(&output, (asked, work), &old)?;
        write(old, wrong);
        wrong.extend(strange);
        later((form, files, heads));
        return Ok(Done::Unchanged { files: count });
    }
    let staging = output.stage()?;
    let strange = foreign(&output, (asked, work), &old)?;
    let hands = Maker {
        work,
        form: form.as_ref(),
        staging: &staging,
        old: &old,
        looked,
        audit,
        progress: asked.progress,
    };
    let all = made(&hands, asked.archive, (&files, heads), wrong)?;
    let Some(all) = all else {
        return Ok(Done::Nothing);
    };
    keep()?;
    if same && untouched(&output, &all.record) && all.record.files.keys().eq(&output.files()?) {
        // Only what was remembered of it was lost: the previous bundle stays the previous one.
        drop(staging);
    } else {
        staging.publish(&marker)?;
    }
    let strange = [strange, lost(work, &old, &all.record)].concat();
    let done = all.done();
    write(all.record, wrong);
    wrong.extend(strange);
    later((form, files, old));
    Ok(done)
}

/// Makes all files, and those that tell of them; nothing if something stands in the way.
fn made(
    hands: &Maker<'_>,
    archive: Option<Archive>,
    (files, heads): (&[Planned], BTreeMap<String, Manifest>),
    wrong: &mut Vec<Diagnostic>,
) -> Result<Option<AllMade>, ProjectError> {
    let mut all = match archive {
        None => hands.folders(files)?,
        Some(archive) => archive::pack(archive, hands, (files, heads.clone()))?,
    };
    wrong.append(&mut all.wrong);
    wrong.extend(hands.work.words.iter().flat_map(Words::wrong));
    if has_error(wrong) {
        return Ok(None);
    }
    if archive.is_none() {
        manifest::write(heads, files, (hands.staging, &mut all.record))?;
    }
    Ok(Some(all))
}

/// The digest of everything that the files are made of, and of their form.
fn all_inputs(work: &Work<'_>, asked: &Asked<'_>) -> Option<Digest> {
    let mut digester = Digester::default();
    digester.join(&work.digest?);
    digester.join(&inputs::theme(&work.project.root, work.settings)?);
    digester.add(asked.form.name.as_bytes());
    digester.add(asked.archive.map_or("", Archive::extension).as_bytes());
    Some(digester.finish())
}

/// Lets another thread take apart what nobody needs any more: with thousands of articles that takes
/// longer than to say what was done.
pub(super) fn later<T: Send + 'static>(unneeded: T) {
    rayon::spawn(move || drop(unneeded));
}

/// The form and all its files by path, if nothing is wrong with them.
pub(super) fn planned(
    work: &Work<'_>,
    asked: &Asked<'_>,
    wrong: &mut Vec<Diagnostic>,
) -> Option<(Box<dyn Form>, Vec<Planned>)> {
    let form = (asked.form.open)(work).map_err(|found| wrong.extend(found));
    let form = form.ok()?;
    let mut files = form.files(work);
    files.par_sort_by_cached_key(Planned::whole_path);
    wrong.extend(twice(work, form.as_ref(), &files));
    wrong.extend(work.words.iter().flat_map(Words::wrong));
    (!has_error(wrong)).then_some((form, files))
}

/// The digest of all bundles: of what their manifests say, and of all files and what each is made of.
/// Behind it stand the folders that have a manifest, as addresses do, so that one which is gone is missed.
fn marker((files, heads): (&[Planned], &BTreeMap<String, Manifest>), asked: &Asked<'_>) -> String {
    let mut digester = Digester::default();
    digester.add(env!("CARGO_PKG_VERSION").as_bytes());
    digester.add(asked.archive.map_or("", Archive::extension).as_bytes());
    let digests = heads.par_iter().map(|(_, head)| head.digest());
    let digests: Vec<Digest> = digests.collect();
    for (folder, head) in heads.keys().zip(&digests) {
        digester.add(folder.as_bytes()).join(head);
    }
    for file in files {
        digester
            .add(file.folder.as_bytes())
            .add(file.path.as_bytes())
            .join(&file.key);
    }
    let mut line = digester.finish().to_string();
    if asked.archive.is_none() {
        for folder in heads.keys() {
            line.push(' ');
            line.push_str(&encoded(&format!("./{folder}")));
        }
    }
    line
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

/// Whether what is published is as it was written.
fn untouched(output: &Output, record: &Record) -> bool {
    let same = |(path, kept): (&String, &Kept)| output.facts(path).as_ref() == Some(&kept.facts);
    !record.files.is_empty() && record.files.par_iter().all(same)
}

/// Tells files that want one path.
fn twice(work: &Work<'_>, form: &dyn Form, files: &[Planned]) -> Vec<Diagnostic> {
    let places = files
        .par_iter()
        .map(|file| file.whole_path().to_lowercase());
    let mut places: Vec<(String, &Planned)> = places.zip(files).collect();
    places.par_sort_by(|a, b| a.0.cmp(&b.0));
    let name = |file: &Planned| match &file.job {
        Job::Copy(from) => from.clone(),
        Job::Make(number) => {
            // Whoever has to mend it looks for the article.
            let shown = form.make(work, *number).page;
            let article = shown.and_then(|shown| shown.file);
            article.unwrap_or_else(|| file.whole_path())
        }
    };
    let same = places.windows(2).filter(|pair| pair[0].0 == pair[1].0);
    let tell = |pair: &[(String, &Planned)]| {
        let [(_, first), (_, second)] = pair else {
            return None;
        };
        let found = Diagnostic::new(Code::ADDRESS_COLLISION, Span::file(name(second)));
        let found = found.with("path", second.whole_path());
        Some(found.with("other", name(first)))
    };
    same.filter_map(tell).collect()
}

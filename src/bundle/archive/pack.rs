//! Makes the files of bundles straight into their archives, so that nothing of them lies about and
//! memory does not grow with them.

use std::collections::BTreeMap;
use std::io;

use rayon::prelude::*;

use super::Archive;
use super::writer::Writer;
use crate::bundle::assemble::has_error;
use crate::bundle::form::{Job, Planned};
use crate::bundle::maker::{AllMade, Content, Maker};
use crate::bundle::manifest::{FileEntry, Manifest};
use crate::bundle::record::Kept;
use crate::bundle::work::changed;
use crate::diagnostic::Diagnostic;
use crate::project::ProjectError;
use crate::text::{Digest, Digester};

/// How many files are made at once.
const CHUNK: usize = 128;

/// Packs each bundle by itself: the files of its folder, by name, then its manifest and the list of
/// digests. One whose files and articles are as they were is taken over.
pub(in crate::bundle) fn pack(
    archive: Archive,
    maker: &Maker<'_>,
    (files, heads): (&[Planned], BTreeMap<String, Manifest>),
) -> Result<AllMade, ProjectError> {
    let mut bundles: BTreeMap<&str, Vec<&Planned>> = BTreeMap::new();
    for file in files {
        bundles.entry(&file.folder).or_default().push(file);
    }
    let mut all = AllMade::default();
    for (folder, head) in heads {
        let files = bundles.remove(folder.as_str()).unwrap_or_default();
        if files.is_empty() && head.articles.is_empty() {
            continue;
        }
        let name = name(archive, &folder, &head);
        let mut digester = Digester::default();
        digester.add(name.as_bytes()).join(&head.digest());
        for file in &files {
            digester.add(file.path.as_bytes()).join(&file.key);
        }
        let key = digester.finish();
        let kept = if let Some(kept) = maker.kept(&name, &key)? {
            let wrong = maker.again(&files, &kept);
            let told = !wrong.is_empty();
            all.wrong.extend(wrong);
            Kept { told, ..kept }
        } else {
            all.count += files.len();
            let (kept, wrong) = one(archive, maker, (&name, key), (&files, head))?;
            all.wrong.extend(wrong);
            kept
        };
        all.record.files.insert(name, kept);
        // What was refused is not published, however much of it there is.
        if has_error(&all.wrong) {
            break;
        }
    }
    Ok(all)
}

/// What an archive is called: as its folder, else as its language, else as its form.
fn name(archive: Archive, folder: &str, head: &Manifest) -> String {
    let own = || head.lang.as_ref().map(ToString::to_string);
    let name = match folder.trim_end_matches('/') {
        "" => own().unwrap_or_else(|| head.form.clone()),
        folder => folder.to_owned(),
    };
    format!("{name}.{}", archive.extension())
}

fn one(
    archive: Archive,
    maker: &Maker<'_>,
    (name, key): (&str, Digest),
    (files, mut head): (&[&Planned], Manifest),
) -> Result<(Kept, Vec<Diagnostic>), ProjectError> {
    let mut wrong = Vec::new();
    let mut stopped = None;
    let written = maker.staging.stream(name, |out| {
        let mut writer = Writer::new(archive, io::BufWriter::new(out))?;
        for chunk in files.chunks(CHUNK) {
            let made: Vec<_> = chunk.par_iter().map(|file| maker.content(file)).collect();
            for (file, (content, found)) in chunk.iter().zip(made) {
                wrong.extend(found);
                maker.step();
                match add(&mut writer, maker, (&file.path, content)) {
                    Ok(entry) => {
                        if let Job::Copy(from) = &file.job
                            && entry.sha256 != file.key.to_string()
                        {
                            wrong.push(*changed(from));
                        }
                        head.files.push(entry);
                    }
                    Err(Stop::Io(error)) => return Err(error),
                    Err(Stop::Project(error)) => {
                        stopped = Some(error);
                        return Err(io::Error::other("a file cannot be read"));
                    }
                }
            }
        }
        for (name, text) in head.texts() {
            writer.add(name, text.len() as u64, &mut text.as_bytes())?;
        }
        writer.finish()
    });
    match (stopped, written) {
        (Some(error), _) | (None, Err(error)) => Err(error),
        (None, Ok(facts)) => {
            // Nobody asks what the archive itself says: its manifest tells of its files.
            let digest = key;
            let kept = Kept {
                key,
                digest,
                facts,
                told: !wrong.is_empty(),
            };
            Ok((kept, wrong))
        }
    }
}

/// Why an archive cannot be written.
enum Stop {
    Io(io::Error),
    Project(ProjectError),
}

fn add<W: io::Write + io::Seek>(
    writer: &mut Writer<W>,
    maker: &Maker<'_>,
    (path, content): (&str, Content),
) -> Result<FileEntry, Stop> {
    let (size, sha256) = match content {
        Content::Bytes(bytes) => {
            let size = bytes.len() as u64;
            let digest = writer.add(path, size, &mut bytes.as_slice());
            (size, digest.map_err(Stop::Io)?)
        }
        Content::Same(from) => {
            let root = &maker.work.project.root;
            let (mut file, size) = root.open(&from).map_err(Stop::Project)?;
            let digest = writer.add(path, size, &mut file);
            (size, digest.map_err(Stop::Io)?)
        }
    };
    Ok(FileEntry {
        path: path.to_owned(),
        size,
        sha256: sha256.to_string(),
    })
}

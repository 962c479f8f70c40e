//! Whether bundles are what their manifests say.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use percent_encoding::percent_decode_str;
use rayon::prelude::*;
use schemars::JsonSchema;
use serde::Serialize;

use super::manifest::{MANIFEST, Manifest, SUMS, VERSION};
use crate::project::{Entry, Folder, MARKER, ProjectError, marker_line};
use crate::text::Digest;

/// What was found. Paths are from the folder that was asked for, in order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Verified {
    /// The folders of the bundles, with a slash at the end; empty for the folder itself.
    pub bundles: Vec<String>,
    /// How many files are as they should be.
    pub files: usize,
    /// Files that say something else than they did.
    pub changed: Vec<String>,
    /// Files that are gone.
    pub missing: Vec<String>,
    /// Files that no manifest knows.
    pub foreign: Vec<String>,
    /// Symbolic links. What they lead to is not looked at.
    pub links: Vec<String>,
    /// Manifests with paths that lead out of their bundle; nothing else in them is believed.
    pub refused: Vec<String>,
}

impl Verified {
    /// Whether nothing is wrong.
    pub fn is_clean(&self) -> bool {
        self.foreign.is_empty() && !self.is_damaged()
    }

    /// Whether something of it is not as it was published, whatever else lies there.
    pub fn is_damaged(&self) -> bool {
        let wrong = [&self.changed, &self.missing, &self.links, &self.refused];
        wrong.iter().any(|list| !list.is_empty())
    }
}

/// Compares the bundles in a folder, however deep they lie in one another, with their manifests. Nothing
/// is read through links, nor anywhere but in the folder.
pub fn verify(folder: &Path) -> Result<Verified, ProjectError> {
    let folder = Folder::open(folder)?;
    let listed: BTreeMap<String, Entry> = folder.list()?.into_iter().collect();
    let mut found = Verified::default();
    if listed.get(MARKER) == Some(&Entry::File) {
        match folder.text(MARKER)?.as_deref().and_then(marker_line) {
            None => found.changed.push(MARKER.to_owned()),
            Some(line) => found
                .missing
                .extend(manifests(&line).filter(|path| !listed.contains_key(path))),
        }
    }
    let mut known: BTreeSet<String> = BTreeSet::new();
    let mut wanted: BTreeMap<String, (u64, String)> = BTreeMap::new();
    for (path, entry) in &listed {
        let inside = path.strip_suffix(MANIFEST);
        let Some(bundle) = inside.filter(|above| above.is_empty() || above.ends_with('/')) else {
            continue;
        };
        let text = match entry {
            Entry::File => folder.text(path)?,
            Entry::Link | Entry::Other => None,
        };
        let manifest = text.as_deref().and_then(read);
        let sums = format!("{bundle}{SUMS}");
        let Some((mut manifest, text)) = manifest.zip(text) else {
            // A page may have a file of this name; beside a list of digests it is a broken manifest.
            if *entry == Entry::File && listed.contains_key(&sums) {
                found.bundles.push(bundle.to_owned());
                found.changed.push(path.clone());
                known.extend([path.clone(), sums]);
            }
            continue;
        };
        found.bundles.push(bundle.to_owned());
        known.extend([path.clone(), sums.clone()]);
        if manifest.files.iter().any(|file| !is_inside(&file.path)) {
            found.refused.push(path.clone());
            continue;
        }
        let own = Digest::of(text.as_bytes()).to_string();
        manifest.files.sort_by(|a, b| a.path.cmp(&b.path));
        match listed.get(&sums) {
            None => found.missing.push(sums),
            Some(Entry::File) if folder.text(&sums)? == Some(manifest.sums(&own)) => {
                found.files += 2;
            }
            Some(Entry::File) => found.changed.push(sums),
            Some(_) => {
                known.remove(&sums);
            }
        }
        for file in manifest.files {
            wanted.insert(format!("{bundle}{}", file.path), (file.size, file.sha256));
        }
    }
    compare((&folder, &listed), &wanted, &mut found)?;
    for (path, entry) in listed {
        match entry {
            Entry::Link => found.links.push(path),
            Entry::File if known.contains(&path) || wanted.contains_key(&path) => {}
            Entry::File if path == MARKER => {}
            Entry::File | Entry::Other => found.foreign.push(path),
        }
    }
    found.changed.sort_unstable();
    found.missing.sort_unstable();
    Ok(found)
}

/// Compares the files that manifests name with those that are there.
fn compare(
    (folder, listed): (&Folder, &BTreeMap<String, Entry>),
    wanted: &BTreeMap<String, (u64, String)>,
    found: &mut Verified,
) -> Result<(), ProjectError> {
    let compared: Vec<_> = wanted
        .par_iter()
        .map(|(path, (size, sha256))| match listed.get(path) {
            Some(Entry::File) => folder
                .digest(path)
                .map(|(found, digest)| Some(found == *size && digest.to_string() == *sha256)),
            _ => Ok(None),
        })
        .collect();
    for (path, compared) in wanted.keys().zip(compared) {
        match compared? {
            Some(true) => found.files += 1,
            Some(false) => found.changed.push(path.clone()),
            None if listed.contains_key(path) => {}
            None => found.missing.push(path.clone()),
        }
    }
    Ok(())
}

/// The manifests that there have to be: what is published as a whole says in its marker which bundles
/// are in it.
fn manifests(line: &str) -> impl Iterator<Item = String> {
    let folders = line.split(' ').filter_map(|word| word.strip_prefix("./"));
    let folders = folders.map(|one| percent_decode_str(one).decode_utf8_lossy());
    folders.map(|folder| format!("{folder}{MANIFEST}"))
}

fn read(text: &str) -> Option<Manifest> {
    let manifest: Manifest = serde_json::from_str(text).ok()?;
    (manifest.schema == VERSION).then_some(manifest)
}

/// Whether a path of a manifest stays in its bundle.
fn is_inside(path: &str) -> bool {
    let fits = |part: &str| !matches!(part, "" | "." | "..") && !part.contains(['\\', '\0']);
    path.split('/').all(fits) && path.as_bytes().get(1) != Some(&b':')
}

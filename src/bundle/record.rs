//! What is remembered from one run to the next, so that nothing is done twice. All of it can be
//! worked out again; where it is missing or of another program, it is.

use std::collections::BTreeMap;
use std::path::Path;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::diagnostic::Diagnostic;
use crate::project::{FileFacts, Root, Stamp};
use crate::text::Digest;

/// What is known of the files of a bundle that is published, by their paths in it.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Record {
    /// The files.
    pub files: BTreeMap<String, Kept>,
    /// The digest of everything that the bundles were made of, if nothing was told of them.
    pub inputs: Option<Digest>,
    /// The digest of what decides how pages are looked at before readers have them.
    pub audit: Option<Digest>,
}

/// What is known of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Kept {
    /// The digest of everything that it was made of.
    pub key: Digest,
    /// The digest of what it says.
    pub digest: Digest,
    /// Its size and time when it was written, to know whether somebody has touched it since.
    pub facts: FileFacts,
    /// Whether something was said of it that is said again as long as it is there.
    pub told: bool,
}

/// The digests of files that are copied, and what the files were when they were worked out.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct KnownFiles {
    files: BTreeMap<String, (Stamp, Digest)>,
    #[serde(skip)]
    grown: bool,
}

impl KnownFiles {
    /// The digest of a file of the project, worked out only if it has been touched.
    pub(crate) fn digest(
        &self,
        root: &Root,
        path: &str,
    ) -> Result<(Stamp, Digest), Box<Diagnostic>> {
        let stamp = root.stamp(path)?;
        if let Some((old, digest)) = self.files.get(path)
            && *old == stamp
        {
            return Ok((stamp, *digest));
        }
        Ok((stamp, root.digest(path)?))
    }

    /// Remembers a digest, unless the file was written a moment ago and may be once more.
    pub(crate) fn keep(&mut self, path: &str, stamp: Stamp, digest: Digest) {
        if !stamp.is_settled() {
            return;
        }
        let old = self.files.insert(path.to_owned(), (stamp.clone(), digest));
        self.grown |= old != Some((stamp, digest));
    }
}

impl Record {
    /// The record of the bundle that is marked so and published in `output`.
    pub(crate) fn read(root: &Root, (output, marker): (&Path, &str)) -> Option<Self> {
        read(root, &name(output, marker))
    }

    /// Keeps it, and forgets those of bundles that are gone there: all but these.
    pub(crate) fn write(&self, root: &Root, output: &Path, (marker, other): (&str, &str)) {
        write(root, &name(output, marker), self);
        let kept = [name(output, marker), name(output, other)];
        root.forget_cached(&prefix(output), &|found| {
            kept.iter().any(|one| one == found)
        });
    }
}

/// What was known of files that are copied.
pub(crate) fn known_files(root: &Root) -> KnownFiles {
    read(root, "files").unwrap_or_default()
}

/// Keeps what is known of files that are copied, if it is more than was read.
pub(crate) fn keep_files(root: &Root, known: &KnownFiles) {
    if known.grown {
        write(root, "files", known);
    }
}

fn prefix(output: &Path) -> String {
    let place = Digest::of(output.as_os_str().as_encoded_bytes()).to_string();
    format!("bundle-{}-", &place[..16])
}

fn name(output: &Path, marker: &str) -> String {
    let letters = marker.chars().filter(char::is_ascii_alphanumeric);
    prefix(output) + &letters.take(32).collect::<String>()
}

/// What was remembered under a name.
pub(super) fn read<T: DeserializeOwned>(root: &Root, name: &str) -> Option<T> {
    bitcode::deserialize(&root.cached(name, env!("CARGO_PKG_VERSION"))?).ok()
}

/// Remembers something under a name.
pub(super) fn write<T: Serialize>(root: &Root, name: &str, value: &T) {
    // A disk that is full of caches must not keep anybody from publishing.
    if let Ok(bytes) = bitcode::serialize(value) {
        root.cache(name, env!("CARGO_PKG_VERSION"), &bytes);
    }
}

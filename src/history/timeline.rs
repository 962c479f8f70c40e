//! Every version that each followed file ever had.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::commit::Commit;
use super::graph::Graph;
use super::id::BlobId;

/// The versions of all files that were followed through a history.
///
/// As in `git log`, a merge that takes a file as one of its parents has it tells nothing new
/// of that file, and the file is followed into that parent alone.
#[derive(Debug)]
pub struct Timeline {
    pub(super) files: BTreeMap<String, Vec<Version>>,
    pub(super) graph: Graph,
}

/// What a file said from a commit on. A commit that only renamed it counts, too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The commit that made it so.
    pub commit: Arc<Commit>,
    /// What the file was called then, as the project sees it: with `../` if it lay outside.
    pub path: String,
    /// What it said.
    pub blob: BlobId,
    /// The place of the commit in the walk: 0 is `HEAD`, and what leads to a commit comes after it.
    pub position: usize,
    /// Whether older versions may exist that this clone does not have: then nothing says that
    /// the file was created, or changed, in this commit.
    pub boundary: bool,
}

impl Timeline {
    /// The versions of the file that is called `path` today, newest first.
    pub fn versions(&self, path: &str) -> &[Version] {
        self.files.get(path).map_or(&[], Vec::as_slice)
    }

    /// All followed files under their names of today, with their versions, newest first.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[Version])> {
        let files = self.files.iter();
        files.map(|(path, versions)| (path.as_str(), versions.as_slice()))
    }

    /// How many commits there are.
    pub fn commits(&self) -> usize {
        self.graph.commits.len()
    }

    /// The versions of `path` that had been made when `version` of another file was, newest
    /// first: those of commits that lead to its commit, which is itself one of them.
    ///
    /// What was done meanwhile on a branch that had not been merged is not among them.
    pub fn up_to(&self, path: &str, version: &Version) -> Vec<&Version> {
        let versions = self.versions(path);
        let Some(oldest) = versions.last() else {
            return Vec::new();
        };
        let reached = self.graph.leading_to(version.position, oldest.position);
        let made = |candidate: &&Version| reached.contains(&candidate.position);
        versions.iter().filter(made).collect()
    }

    /// The names that `path` had when `version` of another file was made, the likeliest first.
    ///
    /// A rename that leads to that version stands after it in the walk. A name that the file
    /// got later may have been another file's, so it is not among these.
    pub(super) fn names(&self, path: &str, version: &Version) -> Vec<&str> {
        let versions = self.versions(path);
        let then = versions.partition_point(|own| own.position < version.position);
        let mut names: Vec<&str> = Vec::new();
        for own in &versions[then..] {
            if !names.contains(&own.path.as_str()) {
                names.push(&own.path);
            }
        }
        names
    }
}

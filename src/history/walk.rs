//! Follows files through a history: from each commit to its parents, under their older names.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use gix::ObjectId;
use gix::objs::Kind;

use super::commit::{Commit, parse};
use super::difference::{Difference, difference};
use super::error::HistoryError;
use super::graph::Graph;
use super::id::{BlobId, CommitId};
use super::names::Names;
use super::objects::Objects;
use super::place::Place;
use super::renames::origins;
use super::timeline::Version;

/// How often progress is told, in commits.
const STEP: usize = 256;

/// The versions of each of `wanted`, in the same order, newest first.
pub(super) fn walk(
    objects: Objects<'_>,
    graph: &Graph,
    place: &Place,
    wanted: &BTreeSet<String>,
    progress: Option<&(dyn Fn(usize) + Sync)>,
) -> Result<Vec<Vec<Version>>, HistoryError> {
    let mut names = Names::default();
    for (file, path) in wanted.iter().enumerate() {
        if let Some(path) = place.inward(path) {
            names.add(&path, &[file]);
        }
    }
    let mut walk = Walk {
        objects,
        graph,
        place,
        versions: vec![Vec::new(); wanted.len()],
        open: BTreeMap::from([(0, names)]),
    };
    let mut told = 0;
    // Parents have higher positions than their children, so all of these have spoken.
    while let Some((position, names)) = walk.open.pop_first() {
        if let Some(progress) = progress
            && position >= told + STEP
        {
            told = position;
            progress(position);
        }
        walk.visit(position, names)?;
    }
    Ok(walk.versions)
}

struct Walk<'a> {
    objects: Objects<'a>,
    graph: &'a Graph,
    place: &'a Place,
    versions: Vec<Vec<Version>>,
    /// What is followed into commits that have not been visited.
    open: BTreeMap<usize, Names>,
}

/// A parent of a commit, and what is followed into it.
struct Parent {
    position: usize,
    tree: ObjectId,
    names: Names,
    /// The files it has differently, of those that all parents before it have differently.
    differences: Vec<Difference>,
}

/// What becomes of the followed files of a commit.
struct Split {
    /// The parents that could be compared.
    parents: Vec<Parent>,
    /// The files that are the same in none of them: the commit made them what they are.
    rest: Names,
    /// Whether some parents could not be compared, for lack of their folders.
    lacking: bool,
}

impl Walk<'_> {
    fn visit(&mut self, position: usize, names: Names) -> Result<(), HistoryError> {
        let graph = self.graph;
        let node = &graph.commits[position];
        let Split {
            mut parents,
            rest,
            lacking,
        } = self.split(position, names)?;
        let changed = match parents.last() {
            Some(last) => last.differences.clone(),
            // Of a commit whose own folders this clone lacks nothing can be said.
            None => {
                difference(self.objects, Some(&rest), None, Some(node.tree))?.unwrap_or_default()
            }
        };
        let mut unsure = BTreeSet::new();
        for parent in &mut parents {
            // What is the same in a later parent is that one's to tell.
            for change in &parent.differences {
                if rest.get(&change.path).is_empty() {
                    parent.names.take(&change.path);
                }
            }
            let ours = |change: &Difference| !rest.get(&change.path).is_empty();
            parent.differences.retain(ours);
            unsure.extend(self.rename(parent, node.tree)?);
        }
        let boundary = node.boundary || lacking;
        self.record(position, &rest, &changed, |path| {
            boundary || unsure.contains(path)
        })?;
        for parent in parents {
            self.follow(parent.position, parent.names);
        }
        Ok(())
    }

    /// Hands the names on to the parents.
    ///
    /// What is the same in a parent is not looked for in those after it, as in `git log`.
    fn split(&self, position: usize, names: Names) -> Result<Split, HistoryError> {
        let node = &self.graph.commits[position];
        let mut split = Split {
            parents: Vec::new(),
            rest: names,
            lacking: false,
        };
        for &position in &node.parents {
            if split.rest.is_empty() {
                break;
            }
            let tree = self.graph.commits[position].tree;
            let found = difference(self.objects, Some(&split.rest), Some(tree), Some(node.tree))?;
            let Some(differences) = found else {
                split.lacking = true;
                continue;
            };
            let mut rest = Names::default();
            for change in &differences {
                rest.add(&change.path, split.rest.get(&change.path));
            }
            split.parents.push(Parent {
                position,
                tree,
                names: std::mem::replace(&mut split.rest, rest),
                differences,
            });
        }
        Ok(split)
    }

    /// Calls files that the parent does not have by the names that they have there. Returns
    /// those whose names there this clone cannot tell.
    fn rename(
        &self,
        parent: &mut Parent,
        tree: ObjectId,
    ) -> Result<BTreeSet<Vec<u8>>, HistoryError> {
        let added = parent
            .differences
            .iter()
            .filter(|change| change.old.is_none());
        let added: BTreeSet<&[u8]> = added.map(|change| &*change.path).collect();
        if added.is_empty() {
            return Ok(BTreeSet::new());
        }
        let Some(all) = difference(self.objects, None, Some(parent.tree), Some(tree))? else {
            return Ok(added.into_iter().map(<[u8]>::to_vec).collect());
        };
        let origins = origins(self.objects, &all, |path| added.contains(path))?;
        for (new, old) in origins.old {
            // Another file that was called so later is not this one.
            parent.names.take(&old);
            let files = parent.names.take(&new);
            parent.names.add(&old, &files);
        }
        Ok(origins.unsure)
    }

    /// Notes the new versions of a commit.
    fn record(
        &mut self,
        position: usize,
        names: &Names,
        changed: &[Difference],
        boundary: impl Fn(&[u8]) -> bool,
    ) -> Result<(), HistoryError> {
        let mut commit = None;
        for change in changed {
            let Some(blob) = change.new else { continue };
            let commit = match &commit {
                Some(commit) => Arc::clone(commit),
                None => Arc::clone(commit.insert(self.commit(position)?)),
            };
            let version = Version {
                commit,
                path: self.place.outward(&change.path),
                blob: BlobId(blob),
                position,
                boundary: boundary(&change.path),
            };
            for file in names.get(&change.path) {
                self.versions[*file].push(version.clone());
            }
        }
        Ok(())
    }

    fn commit(&self, position: usize) -> Result<Arc<Commit>, HistoryError> {
        let id = self.graph.commits[position].id;
        let missing = || self.objects.broken(id, "missing".to_owned());
        let found = self.objects.find(id, Kind::Commit)?.ok_or_else(missing)?;
        Ok(Arc::new(parse(CommitId(id), self.objects.tokens(&found))))
    }

    fn follow(&mut self, position: usize, names: Names) {
        if names.is_empty() {
            return;
        }
        match self.open.entry(position) {
            Entry::Vacant(entry) => drop(entry.insert(names)),
            Entry::Occupied(mut entry) => {
                let others = std::mem::take(entry.get_mut());
                entry.insert(others.merge(names));
            }
        }
    }
}

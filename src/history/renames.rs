//! Where a file that is new in a commit came from.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::hash::{DefaultHasher, Hasher};

use gix::ObjectId;
use gix::objs::Kind;

use super::difference::Difference;
use super::error::HistoryError;
use super::objects::{LONGEST_BLOB, Objects};

/// With more pairs than this, only files of one name are compared.
const MOST_PAIRS: usize = 250_000;
/// How long a piece of a line is compared at once, in bytes.
const LONGEST_PIECE: usize = 64;

/// Which file that a commit removed lives on in which that it added.
#[derive(Debug, Default)]
pub(super) struct Origins {
    /// The old path of each new one.
    pub(super) old: BTreeMap<Vec<u8>, Vec<u8>>,
    /// New files whose content, or that of what was removed, is not in this clone.
    pub(super) unsure: BTreeSet<Vec<u8>>,
}

/// The origins of the new files for which `asked` holds.
///
/// Only removed files are candidates: a translation often begins as a copy of the original,
/// and the history of the original is not its own. As in git, equal content goes before
/// content of which half is equal.
pub(super) fn origins(
    objects: Objects<'_>,
    differences: &[Difference],
    asked: impl Fn(&[u8]) -> bool,
) -> Result<Origins, HistoryError> {
    let empty = ObjectId::empty_blob(objects.repository.object_hash());
    let mut search = Search {
        objects,
        removed: BTreeMap::new(),
        added: BTreeMap::new(),
        sizes: BTreeMap::new(),
        lines: BTreeMap::new(),
        origins: Origins::default(),
    };
    for difference in differences {
        match (difference.old, difference.new) {
            (Some(id), None) if id != empty => search.removed.insert(&difference.path, id),
            (None, Some(id)) if id != empty => search.added.insert(&difference.path, id),
            _ => None,
        };
    }
    search.equal();
    search.added.retain(|path, _| asked(path));
    search.similar()?;
    search.origins.old.retain(|path, _| asked(path));
    Ok(search.origins)
}

struct Search<'a> {
    objects: Objects<'a>,
    removed: BTreeMap<&'a [u8], ObjectId>,
    added: BTreeMap<&'a [u8], ObjectId>,
    sizes: BTreeMap<ObjectId, Option<u64>>,
    lines: BTreeMap<ObjectId, Lines>,
    origins: Origins,
}

impl Search<'_> {
    /// Files that were moved as they are. All take part, so that none gets the origin of another.
    fn equal(&mut self) {
        let mut by_content: BTreeMap<ObjectId, Vec<&[u8]>> = BTreeMap::new();
        for (path, id) in &self.removed {
            by_content.entry(*id).or_default().push(path);
        }
        let mut pairs = Vec::new();
        for (new, id) in &self.added {
            for old in by_content.get(id).into_iter().flatten() {
                pairs.push((Reverse(kinship(old, new)), *new, *old));
            }
        }
        self.settle(pairs);
    }

    /// Files that were moved and edited.
    fn similar(&mut self) -> Result<(), HistoryError> {
        let many = self.added.len().saturating_mul(self.removed.len()) > MOST_PAIRS;
        let (added, removed) = (self.added.clone(), self.removed.clone());
        let mut pairs = Vec::new();
        for (new, new_id) in &added {
            for (old, old_id) in &removed {
                if many && name(old) != name(new) {
                    continue;
                }
                match self.likeness(*old_id, *new_id)? {
                    None => drop(self.origins.unsure.insert(new.to_vec())),
                    Some(0) => {}
                    Some(score) => pairs.push((Reverse((score, kinship(old, new))), *new, *old)),
                }
            }
        }
        self.settle(pairs);
        Ok(())
    }

    /// Takes the best pairs, each file once.
    fn settle<K: Ord>(&mut self, mut pairs: Vec<(K, &[u8], &[u8])>) {
        pairs.sort();
        for (_, new, old) in pairs {
            if self.removed.contains_key(old) && self.added.remove(new).is_some() {
                self.removed.remove(old);
                self.origins.unsure.remove(new);
                self.origins.old.insert(new.to_vec(), old.to_vec());
            }
        }
    }

    /// How much two contents share, in thousandths of the longer one, or 0 if less than half;
    /// `None` if this clone lacks one of them.
    fn likeness(&mut self, old: ObjectId, new: ObjectId) -> Result<Option<u64>, HistoryError> {
        let (Some(old_size), Some(new_size)) = (self.size(old)?, self.size(new)?) else {
            return Ok(None);
        };
        let longer = old_size.max(new_size);
        if old_size.min(new_size) * 2 < longer || longer > LONGEST_BLOB {
            return Ok(Some(0));
        }
        self.read(old)?;
        self.read(new)?;
        let (Some(old), Some(new)) = (self.lines.get(&old), self.lines.get(&new)) else {
            return Ok(None);
        };
        let score = old.shared(new) * 1000 / longer.max(1);
        Ok(Some(if score >= 500 { score } else { 0 }))
    }

    /// The size of a content, which tells most pairs apart without reading them.
    fn size(&mut self, id: ObjectId) -> Result<Option<u64>, HistoryError> {
        if let Some(size) = self.sizes.get(&id) {
            return Ok(*size);
        }
        let size = self.objects.size(id)?;
        self.sizes.insert(id, size);
        Ok(size)
    }

    fn read(&mut self, id: ObjectId) -> Result<(), HistoryError> {
        if !self.lines.contains_key(&id)
            && let Some(blob) = self.objects.find(id, Kind::Blob)?
        {
            self.lines.insert(id, Lines::of(&blob.data));
        }
        Ok(())
    }
}

/// The lines of a content by their hash, in ascending order, and the bytes of all equal ones.
struct Lines(Vec<(u64, u64)>);

impl Lines {
    fn of(content: &[u8]) -> Self {
        let mut sums: BTreeMap<u64, u64> = BTreeMap::new();
        for line in content.split_inclusive(|byte| *byte == b'\n') {
            // Line breaks may change with the editor; long lines count piece by piece, as in git.
            let text = line.strip_suffix(b"\r\n").unwrap_or(line);
            let text = text.strip_suffix(b"\n").unwrap_or(text);
            let mut rest = (line.len() - text.len()) as u64;
            let empty = text.is_empty().then_some(text);
            for piece in text.chunks(LONGEST_PIECE).chain(empty) {
                let mut hasher = DefaultHasher::new();
                hasher.write(piece);
                *sums.entry(hasher.finish()).or_default() += piece.len() as u64 + rest;
                rest = 0;
            }
        }
        Self(sums.into_iter().collect())
    }

    /// How many bytes stand in lines of both.
    fn shared(&self, other: &Self) -> u64 {
        let mut others = other.0.iter().peekable();
        let mut sum = 0;
        for (line, bytes) in &self.0 {
            while others.next_if(|(other, _)| other < line).is_some() {}
            if let Some((_, more)) = others.next_if(|(other, _)| other == line) {
                sum += bytes.min(more);
            }
        }
        sum
    }
}

/// How many folders and names of the new path the old one has, the file's own name counting most.
fn kinship(old: &[u8], new: &[u8]) -> usize {
    let parts: BTreeSet<&[u8]> = old.split(|byte| *byte == b'/').collect();
    let shared = new.split(|byte| *byte == b'/');
    let shared = shared.filter(|part| parts.contains(part)).count();
    shared + if name(old) == name(new) { 1000 } else { 0 }
}

fn name(path: &[u8]) -> &[u8] {
    path.rsplit(|byte| *byte == b'/').next().unwrap_or(path)
}

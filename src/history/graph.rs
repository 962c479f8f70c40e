//! All commits that lead to one, in order: a commit stands before its parents.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use gix::ObjectId;
use gix::objs::Kind;
use gix::objs::commit::ref_iter::Token;

use super::error::HistoryError;
use super::objects::Objects;

/// A history's commits. A commit is known by its position, 0 being where the walk began.
#[derive(Debug, Default)]
pub(super) struct Graph {
    /// In order of position.
    pub(super) commits: Vec<Node>,
}

/// A commit among the others.
#[derive(Debug)]
pub(super) struct Node {
    pub(super) id: ObjectId,
    pub(super) tree: ObjectId,
    /// Positions of its parents.
    pub(super) parents: Vec<usize>,
    /// Whether this clone lacks some of its parents.
    pub(super) boundary: bool,
    time: i64,
}

impl Graph {
    /// Everything that leads to `head`. At the commits in `shallow` the clone was cut off.
    pub(super) fn read(
        objects: Objects<'_>,
        head: ObjectId,
        shallow: &BTreeSet<ObjectId>,
    ) -> Result<Self, HistoryError> {
        let mut ids = vec![head];
        let mut known = BTreeMap::from([(head, 0)]);
        let mut nodes = Vec::new();
        // Commits are read in the order in which they were first met.
        while let Some(id) = ids.get(nodes.len()).copied() {
            let mut node = node(objects, id)?;
            if let Some((node, parents)) = &mut node {
                node.boundary = shallow.contains(&id);
                for parent in parents.drain(..).filter(|_| !node.boundary) {
                    let at = *known.entry(parent).or_insert(ids.len());
                    if at == ids.len() {
                        ids.push(parent);
                    }
                    node.parents.push(at);
                }
            }
            nodes.push(node.map(|(node, _)| node));
        }
        Ok(Self {
            commits: in_order(cut(nodes)),
        })
    }

    /// Which commits lead to the one at `position`, itself included, down to position `last`.
    pub(super) fn leading_to(&self, position: usize, last: usize) -> BTreeSet<usize> {
        let mut reached = BTreeSet::from([position]);
        let mut open = vec![position];
        while let Some(node) = open.pop().and_then(|at| self.commits.get(at)) {
            let parents = node.parents.iter().filter(|parent| **parent <= last);
            open.extend(parents.filter(|parent| reached.insert(**parent)));
        }
        reached
    }
}

/// The commit `id` and the names of its parents; `None` if a partial clone lacks it.
fn node(objects: Objects<'_>, id: ObjectId) -> Result<Option<(Node, Vec<ObjectId>)>, HistoryError> {
    let Some(commit) = objects.find(id, Kind::Commit)? else {
        return Ok(None);
    };
    let (mut tree, mut parents, mut time) = (None, Vec::new(), 0);
    for token in objects.tokens(&commit) {
        match token.map_err(|error| objects.broken(id, super::error::reason(&error)))? {
            Token::Tree { id } => tree = Some(id),
            Token::Parent { id } if !parents.contains(&id) => parents.push(id),
            Token::Committer { signature } => {
                time = signature.seconds();
                break;
            }
            _ => {}
        }
    }
    let tree = tree.ok_or_else(|| objects.broken(id, "has no tree".to_owned()))?;
    let node = Node {
        id,
        tree,
        parents: Vec::new(),
        boundary: false,
        time,
    };
    Ok(Some((node, parents)))
}

/// Takes out the commits that the clone lacks.
fn cut(nodes: Vec<Option<Node>>) -> Vec<Node> {
    let mut places = Vec::with_capacity(nodes.len());
    let mut next = 0;
    for node in &nodes {
        places.push(node.as_ref().map(|_| next));
        next += usize::from(node.is_some());
    }
    let mut nodes: Vec<Node> = nodes.into_iter().flatten().collect();
    for node in &mut nodes {
        let count = node.parents.len();
        let there = node.parents.iter().filter_map(|parent| places[*parent]);
        node.parents = there.collect();
        node.boundary |= node.parents.len() < count;
    }
    nodes
}

/// Sorts commits as `git log --date-order` does: none before its children, else the youngest first.
///
/// Clocks go wrong, so time alone would tell of effects before their causes.
fn in_order(nodes: Vec<Node>) -> Vec<Node> {
    let mut children = vec![0_usize; nodes.len()];
    for parent in nodes.iter().flat_map(|node| &node.parents) {
        children[*parent] += 1;
    }
    let mut ready: BinaryHeap<_> = nodes
        .iter()
        .take(1)
        .map(|node| (node.time, Reverse(0)))
        .collect();
    let mut positions = vec![0; nodes.len()];
    let mut order = Vec::with_capacity(nodes.len());
    while let Some((_, Reverse(at))) = ready.pop() {
        positions[at] = order.len();
        order.push(at);
        for parent in &nodes[at].parents {
            children[*parent] -= 1;
            if children[*parent] == 0 {
                ready.push((nodes[*parent].time, Reverse(*parent)));
            }
        }
    }
    let mut nodes: Vec<Option<Node>> = nodes.into_iter().map(Some).collect();
    let sorted = order.into_iter().filter_map(|at| nodes[at].take());
    sorted
        .map(|mut node| {
            for parent in &mut node.parents {
                *parent = positions[*parent];
            }
            node
        })
        .collect()
}

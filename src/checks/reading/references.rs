//! What the messages of a bundle take from one another, as a graph.
//!
//! The parts of a graph that lead back to themselves are found as in Tarjan (1972), without
//! recursion: a chain of references may be as long as a file.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

use super::sides::{Side, parts};
use crate::checks::engine::{Bundle, Entry};
use crate::document::{Arguments, Expression, Segment};

/// A reference to a message or term, or to one of their attributes.
#[derive(Clone, Copy)]
pub(in crate::checks) struct Reference<'a> {
    /// The value or attribute in which it stands.
    pub(in crate::checks) side: Side<'a>,
    /// Whether it is to a term.
    pub(in crate::checks) is_term: bool,
    /// The name of the message or term, without sign.
    id: &'a Range<usize>,
    /// The name of the attribute, if it is one.
    attribute: Option<&'a Range<usize>>,
    /// What is handed over to a term.
    pub(in crate::checks) arguments: Option<&'a Arguments>,
}

impl<'a> Reference<'a> {
    /// The reference that an expression is.
    pub(in crate::checks) fn of(side: Side<'a>, expression: &'a Expression) -> Option<Self> {
        let (reference, arguments) = match expression {
            Expression::Message(reference) => (reference, None),
            Expression::Term(reference, arguments) => (reference, Some(arguments)),
            _ => return None,
        };
        Some(Self {
            side,
            is_term: arguments.is_some(),
            id: &reference.id,
            attribute: reference.attribute.as_ref(),
            arguments,
        })
    }

    /// Its place, sign and attribute included.
    pub(in crate::checks) fn place(&self) -> Range<usize> {
        let end = self.attribute.unwrap_or(self.id).end;
        self.id.start.saturating_sub(usize::from(self.is_term))..end
    }

    /// What it names, as it is written: `-brand`, `about.title`.
    pub(in crate::checks) fn name(&self) -> &'a str {
        self.side.text(&self.place())
    }

    /// The message or term that it names; that of a term begins with `-`.
    pub(in crate::checks) fn id(&self) -> &'a str {
        self.side.text(&(self.place().start..self.id.end))
    }
}

/// The references of an entry, in the order of the file.
pub(in crate::checks) fn references(entry: Entry<'_>) -> Vec<Reference<'_>> {
    let mut out = Vec::new();
    for side in parts(entry) {
        let expressions = side.expressions().into_iter();
        out.extend(expressions.filter_map(|expression| Reference::of(side, expression)));
    }
    out
}

/// Attributes of entries that have many, by name.
type Wide<'a> = BTreeMap<&'a str, BTreeMap<&'a str, &'a Segment>>;

/// Looks up what references name.
pub(in crate::checks) struct Lookup<'b, 'a> {
    bundle: &'b Bundle<'a>,
    wide: RefCell<Wide<'a>>,
}

/// An entry with more attributes than this gets an index of its own.
const FEW: usize = 16;

impl<'b, 'a> Lookup<'b, 'a> {
    /// Looks up in a bundle.
    pub(in crate::checks) fn new(bundle: &'b Bundle<'a>) -> Self {
        let wide = RefCell::default();
        Self { bundle, wide }
    }

    /// The value or attribute with a name such as `-brand` or `about.title`.
    pub(in crate::checks) fn find(&self, name: &str) -> Option<Side<'a>> {
        let id = name.split('.').next()?;
        let entry = self.bundle.find(id)?;
        let page = entry.page;
        let segments = entry.segments();
        let is = |segment: &&Segment| segment.key.as_deref() == Some(name);
        if segments.len() <= FEW || id == name {
            let first = if id == name { 1 } else { segments.len() };
            let segment = segments.iter().take(first).find(is)?;
            return Some(Side { page, segment });
        }
        let mut wide = self.wide.borrow_mut();
        let index = wide.entry(entry.id()).or_insert_with(|| {
            let own = segments.iter().rev();
            own.filter_map(|one| Some((one.key.as_deref()?, one)))
                .collect()
        });
        let segment = *index.get(name)?;
        Some(Side { page, segment })
    }
}

/// A value or attribute in which something is put in.
pub(in crate::checks) struct Node<'a> {
    /// The value or attribute.
    pub(in crate::checks) side: Side<'a>,
    /// Its message or term.
    pub(in crate::checks) entry: Entry<'a>,
    /// Its references, and the node each leads to if something is put in there, too.
    pub(in crate::checks) edges: Vec<(Reference<'a>, Option<usize>)>,
}

/// The values and attributes of a bundle in which something is put in, with what they refer to.
pub(in crate::checks) struct Graph<'a> {
    /// Those of the pages that are checked, page by page, and behind them those of shared ones.
    pub(in crate::checks) nodes: Vec<Node<'a>>,
    /// The node of each segment, by its address.
    numbers: BTreeMap<usize, usize>,
}

impl<'a> Graph<'a> {
    /// That of a bundle.
    pub(in crate::checks) fn new(bundle: &Bundle<'a>) -> Self {
        let mut graph = Self {
            nodes: Vec::new(),
            numbers: BTreeMap::new(),
        };
        let shared = bundle.shared.iter().flat_map(|page| page.entries());
        for entry in bundle.entries().chain(shared) {
            for side in parts(entry) {
                let number = graph.nodes.len();
                graph.numbers.insert(address(side.segment), number);
                let expressions = side.expressions().into_iter();
                let edges = expressions
                    .filter_map(|expression| Some((Reference::of(side, expression)?, None)));
                graph.nodes.push(Node {
                    side,
                    entry,
                    edges: edges.collect(),
                });
            }
        }
        let lookup = Lookup::new(bundle);
        for node in &mut graph.nodes {
            for (reference, to) in &mut node.edges {
                let found = lookup.find(reference.name());
                *to = found.and_then(|side| graph.numbers.get(&address(side.segment)).copied());
            }
        }
        graph
    }

    /// The node that a reference leads to.
    pub(in crate::checks) fn target(
        &self,
        from: usize,
        reference: &Reference<'_>,
    ) -> Option<usize> {
        let edges = &self.nodes[from].edges;
        let at = edges.binary_search_by_key(&reference.id.start, |(one, _)| one.id.start);
        edges.get(at.ok()?)?.1
    }

    /// The parts that refer to one another in a circle, each in the order of the file; and all parts
    /// with one node or more, in an order in which what is referred to comes first.
    pub(in crate::checks) fn components(&self) -> Vec<Vec<usize>> {
        let mut search = Search {
            graph: self,
            index: vec![NONE; self.nodes.len()],
            low: vec![NONE; self.nodes.len()],
            on_stack: vec![false; self.nodes.len()],
            stack: Vec::new(),
            next: 0,
            out: Vec::new(),
        };
        for start in 0..self.nodes.len() {
            if search.index[start] == NONE {
                search.from(start);
            }
        }
        search.out
    }

    /// Whether a component refers to itself.
    pub(in crate::checks) fn circles(&self, component: &[usize]) -> bool {
        let own = |at: usize| self.nodes[at].edges.iter().any(|edge| edge.1 == Some(at));
        component.len() > 1 || component.first().is_some_and(|at| own(*at))
    }
}

/// No number.
const NONE: usize = usize::MAX;

struct Search<'g, 'a> {
    graph: &'g Graph<'a>,
    index: Vec<usize>,
    low: Vec<usize>,
    on_stack: Vec<bool>,
    stack: Vec<usize>,
    next: usize,
    out: Vec<Vec<usize>>,
}

impl Search<'_, '_> {
    fn enter(&mut self, node: usize) {
        (self.index[node], self.low[node]) = (self.next, self.next);
        self.next += 1;
        self.stack.push(node);
        self.on_stack[node] = true;
    }

    fn from(&mut self, start: usize) {
        let mut way = vec![(start, 0)];
        self.enter(start);
        while let Some((node, edge)) = way.last_mut() {
            let node = *node;
            if let Some((_, to)) = self.graph.nodes[node].edges.get(*edge) {
                *edge += 1;
                let Some(to) = *to else { continue };
                if self.index[to] == NONE {
                    self.enter(to);
                    way.push((to, 0));
                } else if self.on_stack[to] {
                    self.low[node] = self.low[node].min(self.index[to]);
                }
                continue;
            }
            way.pop();
            if let Some((above, _)) = way.last() {
                self.low[*above] = self.low[*above].min(self.low[node]);
            }
            if self.low[node] == self.index[node] {
                let from = self.stack.iter().rposition(|one| *one == node).unwrap_or(0);
                let mut component = self.stack.split_off(from);
                for one in &component {
                    self.on_stack[*one] = false;
                }
                component.sort_unstable();
                self.out.push(component);
            }
        }
    }
}

fn address(segment: &Segment) -> usize {
    std::ptr::from_ref(segment).addr()
}

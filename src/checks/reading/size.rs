//! How much a message puts in when it is said: the runtime stops at a hundred.

use super::references::{Graph, Reference};
use crate::document::{Arguments, Element, Expression, Pattern};

/// The most that the runtime puts into one message, with all that it refers to.
pub(in crate::checks) const MOST: usize = 100;

/// How much a value or attribute puts in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::checks) enum Size {
    /// So many placeables in the longest of its ways.
    Placeables(usize),
    /// It refers to itself, or has numbers that the runtime cannot bear.
    Unsayable,
}

/// A number with more digits than this has no place in a message, and the runtime fails on some.
const MOST_DIGITS: usize = 15;

/// The size of each node of a graph.
pub(in crate::checks) fn sizes(graph: &Graph<'_>) -> Vec<Size> {
    let mut out = vec![Size::Unsayable; graph.nodes.len()];
    for component in graph.components() {
        if graph.circles(&component) {
            continue;
        }
        for at in component {
            let node = &graph.nodes[at];
            let expressions = node.side.expressions().into_iter();
            let mut numbers = expressions.filter_map(|one| match one {
                Expression::Number(range) => Some(range.len()),
                _ => None,
            });
            if numbers.any(|length| length > MOST_DIGITS) {
                continue;
            }
            let counting = Counting {
                graph,
                sizes: &out,
                at,
            };
            let count = node
                .side
                .pattern()
                .map_or(Some(0), |one| counting.pattern(one));
            out[at] = count.map_or(Size::Unsayable, Size::Placeables);
        }
    }
    out
}

struct Counting<'g, 'a> {
    graph: &'g Graph<'a>,
    sizes: &'g [Size],
    at: usize,
}

impl Counting<'_, '_> {
    fn pattern(&self, pattern: &Pattern) -> Option<usize> {
        let mut sum = 0_usize;
        for element in &pattern.elements {
            if let Element::Placeable(placeable) = element {
                sum = sum.saturating_add(1 + self.expression(&placeable.expression)?);
            }
        }
        Some(sum)
    }

    fn expression(&self, expression: &Expression) -> Option<usize> {
        match expression {
            Expression::Message(_) => self.reference(expression),
            Expression::Term(_, arguments) => {
                let own = self.reference(expression)?;
                Some(own.saturating_add(self.arguments(arguments)?))
            }
            Expression::Function(_, arguments) => self.arguments(arguments),
            Expression::Nested(inner) => self.expression(&inner.expression),
            Expression::Select(select) => {
                let mut most = 0;
                for variant in &select.variants {
                    most = most.max(self.pattern(&variant.pattern)?);
                }
                Some(most.saturating_add(self.expression(&select.selector)?))
            }
            Expression::Text(_) | Expression::Number(_) | Expression::Variable(_) => Some(0),
        }
    }

    fn arguments(&self, arguments: &Arguments) -> Option<usize> {
        let mut sum = 0_usize;
        for value in &arguments.positional {
            sum = sum.saturating_add(self.expression(value)?);
        }
        Some(sum)
    }

    fn reference(&self, expression: &Expression) -> Option<usize> {
        let reference = Reference::of(self.graph.nodes[self.at].side, expression)?;
        match self.graph.target(self.at, &reference) {
            None => Some(0),
            Some(to) => match self.sizes[to] {
                Size::Placeables(count) => Some(count.min(usize::MAX / 2)),
                Size::Unsayable => None,
            },
        }
    }
}

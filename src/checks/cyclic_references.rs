//! Messages that refer to one another in a circle.

use std::collections::{BTreeMap, VecDeque};

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Bundle, Findings, Level, Levels, Needs, Page};
use super::reading::references::{Graph, Reference};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Messages that refer to themselves, also by way of others.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct CyclicReferences {}

impl Rule for CyclicReferences {
    const CODE: Code = Code::new("cyclic-references", Severity::Error, &["chain"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

/// A longer circle is not shown as a whole.
const LONGEST: usize = 8;

impl Check for CyclicReferences {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::NEVER
    }

    fn bundle(&self, bundle: &Bundle<'_>, out: &mut Findings<'_>) {
        let graph = Graph::new(bundle);
        for component in graph.components() {
            if !graph.circles(&component) {
                continue;
            }
            let circle = shortest(&graph, &component);
            let Some(first) = circle.first() else {
                continue;
            };
            let mut names: Vec<&str> = circle.iter().map(|one| one.side.key()).collect();
            if names.len() > LONGEST {
                names.truncate(LONGEST);
                names.push("…");
            }
            names.push(first.side.key());
            let chain = names.join(" → ");
            let mut found = out.at(first.side.span(&first.place())).with("chain", &chain);
            for one in circle.iter().skip(1).take(2) {
                found = found.related(one.side.span(&one.place()));
            }
            out.add(found.token(&*chain).about([chain.as_str()], false));
        }
    }
}

/// The references of the shortest circle that leads back to the first part of a component.
fn shortest<'a>(graph: &Graph<'a>, component: &[usize]) -> Vec<Reference<'a>> {
    let Some(&start) = component.first() else {
        return Vec::new();
    };
    let mut came: BTreeMap<usize, Option<(usize, Reference<'a>)>> = BTreeMap::from([(start, None)]);
    let mut queue = VecDeque::from([start]);
    while let Some(node) = queue.pop_front() {
        for (reference, to) in &graph.nodes[node].edges {
            let Some(to) = *to else { continue };
            if to == start {
                let mut circle = vec![*reference];
                let mut at = node;
                while let Some(Some((from, reference))) = came.get(&at) {
                    circle.push(*reference);
                    at = *from;
                }
                circle.reverse();
                return circle;
            }
            if component.binary_search(&to).is_ok() && !came.contains_key(&to) {
                came.insert(to, Some((node, *reference)));
                queue.push_back(to);
            }
        }
    }
    Vec::new()
}

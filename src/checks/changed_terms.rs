//! A message with a term whose source has changed since the message was translated.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Bundle, Findings, Level, Levels, Needs, Page};
use super::reading::references::{Graph, Reference};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Messages that use a term which has changed in the source.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ChangedTerms {}

impl Rule for ChangedTerms {
    const CODE: Code = Code::new("changed-terms", Severity::Info, &["term"]);
    const LEVELS: Levels = Levels::both(Level::Info);
}

impl Check for ChangedTerms {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::NEVER
    }

    fn bundle(&self, bundle: &Bundle<'_>, out: &mut Findings<'_>) {
        if !bundle.stale.iter().any(|key| key.starts_with('-')) {
            return;
        }
        let graph = Graph::new(bundle);
        let changed = |reference: &Reference<'_>| {
            reference.is_term && bundle.stale.contains(reference.name())
        };
        // Of each part the reference that leads to a changed term, and the term.
        let mut reached: Vec<Option<(Reference<'_>, &str)>> = vec![None; graph.nodes.len()];
        for component in graph.components() {
            for &at in &component {
                let mut edges = graph.nodes[at].edges.iter();
                reached[at] = edges.find_map(|(reference, to)| {
                    if changed(reference) {
                        return Some((*reference, reference.name()));
                    }
                    let (_, term) = reached.get((*to)?)?.as_ref()?;
                    Some((*reference, *term))
                });
            }
        }
        let checked = bundle.pages.iter();
        let checked: Vec<_> = checked.map(|page| std::ptr::from_ref(*page)).collect();
        for (node, reached) in graph.nodes.iter().zip(&reached) {
            let Some((reference, term)) = reached else {
                continue;
            };
            let own = checked.iter().any(|page| std::ptr::eq(*page, node.entry.page));
            // A term is seen in the messages that use it.
            if node.entry.entry.is_term() || bundle.stale.contains(node.side.key()) || !own {
                continue;
            }
            let text = node.side.segment.text.as_str();
            let mut found = out
                .at(node.side.span(&reference.place()))
                .with("term", term)
                .about([node.side.key(), text, term], false);
            if let Some(value) = bundle.source.and_then(|source| source.find(term)?.value()) {
                let page = bundle.source.and_then(|source| source.find(term));
                if let Some(entry) = page {
                    found = found.related(entry.page.span(value.span.clone()));
                }
            }
            out.add(found.token(*term));
        }
    }
}

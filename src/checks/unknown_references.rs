//! A reference to a message, term or attribute that is nowhere.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Bundle, Findings, Level, Levels, Needs, Page};
use super::reading::references::{Lookup, Reference, references};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// References that lead nowhere in any language.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct UnknownReferences {}

impl Rule for UnknownReferences {
    const CODE: Code = Code::new(
        "unknown-references",
        Severity::Error,
        &["name", "nearest", "valueless"],
    );
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for UnknownReferences {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::NEVER
    }

    fn bundle(&self, bundle: &Bundle<'_>, out: &mut Findings<'_>) {
        let here = Lookup::new(bundle);
        let there = bundle.source.map(Lookup::new);
        let mut names: Option<Vec<&str>> = None;
        for entry in bundle.entries() {
            let mut said: Option<BTreeSet<&str>> = None;
            for reference in references(entry) {
                let name = reference.name();
                let known_there = |lookup: &Lookup<'_, '_>| lookup.find(name).is_some();
                if here.find(name).is_some() || there.as_ref().is_some_and(known_there) {
                    continue;
                }
                // What the source lacks, too, is told there.
                let said = said.get_or_insert_with(|| names_in(bundle.source, entry.id()));
                if said.contains(name) {
                    continue;
                }
                let valueless = bundle.find(reference.id()).is_some() && !name.contains('.');
                let names = names.get_or_insert_with(|| bundle.names().collect());
                let nearest = if valueless { "" } else { nearest(reference, names) };
                let found = out
                    .at(reference.side.span(&reference.place()))
                    .with("name", name)
                    .with("nearest", nearest)
                    .with("valueless", if valueless { "yes" } else { "" });
                out.add(found.token(name).about([entry.id(), name], false));
            }
        }
    }
}

/// What a message of the source refers to.
fn names_in<'s>(source: Option<&Bundle<'s>>, id: &str) -> BTreeSet<&'s str> {
    let entry = source.and_then(|source| source.find(id));
    let all = entry.map_or_else(Vec::new, references);
    all.iter().map(Reference::name).collect()
}

/// How many names around the place in the alphabet where a name would stand are compared with it.
const AROUND: usize = 100;

/// The name that may have been meant.
fn nearest<'n>(reference: Reference<'_>, names: &[&'n str]) -> &'n str {
    let id = reference.id();
    let at = names.partition_point(|name| *name < id);
    let around = &names[at.saturating_sub(AROUND)..names.len().min(at + AROUND)];
    let same_kind = |name: &&&str| name.starts_with('-') == reference.is_term && **name != id;
    let around: Vec<&'n str> = around.iter().filter(same_kind).copied().collect();
    let near = similar::get_close_matches(id, &around, 1, 0.6);
    near.first().copied().unwrap_or_default()
}

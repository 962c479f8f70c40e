//! The messages of a program and what uses them, gathered from the files of a project.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::run::Asked;
use crate::checks::engine::{self, Checked, Defined, Named, Rules};
use crate::interface::Uses;
use crate::project::Project;
use crate::text::Span;

/// The checks that are asked about the messages of a program.
pub(super) const OF_INTERFACE: [&str; 2] = ["undefined-messages", "unused-messages"];

/// What the checks say of the messages of a program, those of the source language; nothing where it
/// has none.
///
/// Files are read many at once, and each is let go of before the next.
pub(super) fn of_interface(
    project: &Project,
    messages: Vec<Defined>,
    (rules, asked): (&Rules, &Asked<'_>),
) -> Checked {
    let wanted = |name: &&str| asked.wants(name) && rules.runs(name);
    if messages.is_empty() || !OF_INTERFACE.iter().any(wanted) {
        return Checked::default();
    }
    let known: BTreeSet<&str> = messages.iter().map(|one| one.id.as_str()).collect();
    let config = &project.config.interface;
    let read = project.read_sources(|path, text| {
        let uses = config.patterns.uses(path, text, &|id| known.contains(id));
        (Arc::<str>::from(path), uses)
    });
    let mut interface = engine::Interface {
        named: Vec::new(),
        prefixes: BTreeSet::new(),
        mentioned: BTreeSet::new(),
        used: &config.used,
        // Where nothing was read, nobody knows what is used.
        has_sources: !read.taken.is_empty(),
        messages,
    };
    for (path, uses) in read.taken {
        add(&mut interface, &path, uses);
    }
    Checked {
        findings: engine::of_interface(rules, &interface, &project.config.source),
        diagnostics: read.diagnostics,
        ..Checked::default()
    }
}

fn add(interface: &mut engine::Interface<'_>, path: &Arc<str>, uses: Uses) {
    let named = uses.named.into_iter().map(|one| Named {
        id: one.id,
        place: Span::new(Arc::clone(path), one.range),
    });
    interface.named.extend(named);
    interface.prefixes.extend(uses.prefixes);
    interface.mentioned.extend(uses.mentioned);
}

//! The messages of a program and what uses them, gathered from the files of a project.

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use super::run::Asked;
use crate::checks::engine::{self, Checked, Message, Named, Rules};
use crate::document::{Format, Reader};
use crate::interface::{Uses, defined};
use crate::project::{Discovery, Project};
use crate::text::Span;

/// The checks that are asked about the messages of a program.
pub(super) const OF_INTERFACE: [&str; 2] = ["undefined-messages", "unused-messages"];

/// What the checks say of the messages of a program; nothing where the project has no Fluent files.
///
/// Files are read many at once, and each is let go of before the next.
pub(super) fn of_interface(
    project: &Project,
    discovery: &Discovery,
    (rules, asked): (&Rules, &Asked<'_>),
) -> Checked {
    let wanted = |name: &&str| asked.wants(name) && rules.runs(name);
    if !OF_INTERFACE.iter().any(wanted) {
        return Checked::default();
    }
    let messages = messages(project, discovery);
    if messages.is_empty() {
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

/// The messages of all Fluent files in the source language, and of those that are shared.
fn messages(project: &Project, discovery: &Discovery) -> Vec<Message> {
    let source = &project.config.source;
    let articles = discovery.articles.iter();
    let files = articles.filter_map(|article| article.files.get(source));
    let own: Vec<Arc<str>> = files
        .filter(|path| Format::of(path) == Format::Fluent)
        .cloned()
        .collect();
    if own.is_empty() {
        return Vec::new();
    }
    let tag = source.to_string();
    let spellings = [tag.clone(), tag.replace('-', "_")];
    let patterns = project.config.interface.shared.iter();
    let shared = patterns.flat_map(|one| {
        let paths = spellings
            .iter()
            .filter_map(|spelling| one.fill("", spelling, "ftl"));
        paths.collect::<BTreeSet<_>>()
    });
    let shared = shared
        .map(Arc::<str>::from)
        .filter(|path| !own.contains(path));
    let all: Vec<(Arc<str>, bool)> = shared
        .map(|path| (path, true))
        .chain(own.iter().map(|path| (Arc::clone(path), false)))
        .collect();
    let read = all.into_par_iter().flat_map_iter(|(path, shared)| {
        // What cannot be read is told where the article is looked at.
        let text = project.root.read(&path).unwrap_or_default();
        of_file(project, &path, &text)
            .into_iter()
            .map(move |one| Message { shared, ..one })
    });
    read.collect()
}

fn of_file(project: &Project, path: &Arc<str>, text: &str) -> Vec<Message> {
    let reader = Reader {
        file: Arc::clone(path),
        lang: project.config.source.clone(),
        format: Format::Fluent,
        translate: Box::new(|_| true),
    };
    let found = defined(&reader.read(text).document, text).into_iter();
    let messages = found.map(|one| Message {
        id: one.id,
        place: Span::new(Arc::clone(path), one.range),
        references: one.references,
        shared: false,
    });
    messages.collect()
}

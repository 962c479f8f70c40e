//! A section that has more or fewer parts of a kind than in the source: items, rows, code, elements.

use std::collections::BTreeSet;
use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Pair, Signs};
use crate::document::Format;
use super::reading::{Layout, Part, Section, sections};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::Kind;
use crate::text::Span;

/// Sections that are built otherwise than in the source.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Structure {
    /// Elements that only one language has, by name: `DontEditWarning`.
    ignore_components: Vec<String>,
}

impl Rule for Structure {
    const CODE: Code = Code::new("structure", Severity::Warning, &["what", "source", "target"]);
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for Structure {
    fn needs(&self, page: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        // Messages have neither headings nor what stands between them.
        Needs::pair(Signs::ANY).only(page.document.format != Format::Fluent)
    }

    fn pair(&self, pair: &Pair<'_>, out: &mut Findings<'_>) {
        let (source, target) = (sections(pair.source), sections(pair.target));
        let layout = Layout::of(pair);
        for (one, other) in beside(pair, &layout, &source, &target) {
            let places = [place(pair.source, &source, one), place(pair.target, &target, other)];
            let (one, other) = (&source[one], &target[other]);
            let Some(difference) = self.first_difference(&layout, one, other) else { continue };
            let Difference { what, left, right, .. } = difference;
            let texts = [&pair.source.text[places[0].clone()], &pair.target.text[places[1].clone()]];
            let stale = stale(pair, &places[0]);
            let heading = |page: &Page<'_>, section: &Section| -> Option<Span> {
                Some(page.span(page.document.segments[section.heading?].span.clone()))
            };
            let at = |page: &Page<'_>, section: &Section, part: Option<&Part>| {
                let part = part.map(|part| page.span(part.place.clone()));
                part.or_else(|| heading(page, section)).unwrap_or_else(|| page.whole())
            };
            let found = out
                .at(at(pair.target, other, right.last()))
                .related(at(pair.source, one, alone(&layout, left)))
                .with("what", what)
                .with("source", left.len())
                .with("target", right.len())
                .about(texts, stale);
            out.add(found.token(what));
        }
    }
}

/// A kind of part that one section has more of.
struct Difference<'s> {
    what: &'s str,
    left: &'s [Part],
    right: &'s [Part],
    at: usize,
}

impl Structure {
    /// The first kind of parts whose number differs.
    fn first_difference<'s>(
        &self,
        layout: &Layout<'_, '_>,
        source: &'s Section,
        target: &'s Section,
    ) -> Option<Difference<'s>> {
        let names: BTreeSet<&String> = source.parts.keys().chain(target.parts.keys()).collect();
        let parts = |section: &'s Section, what: &str| -> &'s [Part] {
            section.parts.get(what).map_or(&[], Vec::as_slice)
        };
        let differing = names.into_iter().filter_map(|what| {
            let (left, right) = (parts(source, what), parts(target, what));
            let differ = left.len() != right.len() && !self.ignore_components.contains(what);
            let at = alone(layout, left).map_or(usize::MAX, |part| part.segment);
            differ.then_some(Difference { what, left, right, at })
        });
        differing.min_by_key(|difference| difference.at)
    }
}

/// The part that nothing translates, else the last one.
fn alone<'s>(layout: &Layout<'_, '_>, parts: &'s [Part]) -> Option<&'s Part> {
    parts.iter().find(|part| layout.is_alone(part.segment)).or(parts.last())
}

/// The sections that translate each other: all of them where the headings agree, else those that
/// begin and end with headings which do.
fn beside(pair: &Pair<'_>, layout: &Layout<'_, '_>, source: &[Section], target: &[Section]) -> Vec<(usize, usize)> {
    let level = |page: &Page<'_>, section: &Section| match page.document.segments[section.heading?].kind {
        Kind::Heading(level) => Some(level),
        _ => None,
    };
    let left: Vec<_> = source.iter().map(|one| level(pair.source, one)).collect();
    let right: Vec<_> = target.iter().map(|one| level(pair.target, one)).collect();
    if left == right {
        return (0..left.len()).map(|at| (at, at)).collect();
    }
    let segments = &pair.target.document.segments;
    let starts: Vec<usize> = target.iter().filter_map(|one| Some(segments[one.heading?].span.start)).collect();
    let counterpart = |at: usize| -> Option<usize> {
        let Some(heading) = source[at].heading else { return Some(0) };
        let unit = layout.unit_of(heading)?;
        let start = unit.target.segments.first()?.span.start;
        Some(starts.binary_search(&start).ok()? + 1)
    };
    let mut out = Vec::new();
    for at in 0..source.len() {
        let Some(other) = counterpart(at) else { continue };
        let last = at + 1 == source.len() && other + 1 == target.len();
        if last || (at + 1 < source.len() && counterpart(at + 1) == Some(other + 1)) {
            out.push((at, other));
        }
    }
    out
}

/// The bytes of a section.
fn place(page: &Page<'_>, sections: &[Section], at: usize) -> Range<usize> {
    let start = |section: Option<&Section>| {
        Some(page.document.segments[section?.heading?].lines.start)
    };
    let end = start(sections.get(at + 1)).unwrap_or(page.text.len());
    start(sections.get(at)).unwrap_or(0).min(end)..end
}

/// Whether something in the section has changed since it was translated.
fn stale(pair: &Pair<'_>, place: &Range<usize>) -> bool {
    let blocks = &pair.source.document.blocks;
    let at = |offset: usize| blocks.partition_point(|block| block.lines.start < offset);
    let changed = pair.stale.get(at(place.start)..at(place.end));
    changed.is_some_and(|changed| changed.contains(&true))
}

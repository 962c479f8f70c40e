//! Asks the checks, in the order of the table.

use super::bundle::Bundle;
use super::findings::{Finding, Findings};
use super::ignore::without_notes;
use super::level::Level;
use super::message::Entry;
use super::page::{Page, Passage};
use super::pair::{Pair, Translation, Unit};
use super::rules::{Rules, Running};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Wording;

/// Asks about the records of a translation. `texts` are source and translation, where both are there:
/// what is said of them holds for these texts.
pub(super) fn translation<'r>(
    rules: &'r Rules,
    (of, texts): (&Translation<'_>, &[&str]),
    out: &mut Findings<'r>,
) {
    let name = [of.pair.path.as_str(), of.pair.status.name()];
    let texts: Vec<String> = texts.iter().map(|text| without_notes(text)).collect();
    let texts = texts.iter().map(String::as_str);
    out.about(name.into_iter().chain(texts), false);
    for (running, level) in active(rules, &of.pair.path) {
        out.of(running, level);
        running.check.translation(of, out);
    }
}

/// Asks about a page in one language; returns how many passages it has.
pub(super) fn page<'r>(rules: &'r Rules, page: &Page<'_>, out: &mut Findings<'r>) -> usize {
    let active: Vec<_> = active(rules, &page.path).collect();
    let mut count = 0;
    for (at, segment) in page.document.segments.iter().enumerate() {
        if segment.prose {
            count += 1;
            out.begin();
            for here in page.said(at) {
                passage(&active, &here, None, out);
            }
        }
    }
    whole_page(&active, page, out);
    count
}

/// The longest passage that is laid beside another: forty pages of a book. Comparing what stands in
/// longer ones may take the square of their length.
const LONGEST: usize = 64 << 10;

/// Asks about a translation: unit by unit, and about the whole of it; returns how many passages
/// were looked at.
pub(super) fn pair<'r>(rules: &'r Rules, pair: &Pair<'_>, out: &mut Findings<'r>) -> usize {
    let active: Vec<_> = active(rules, &pair.target.path).collect();
    let mut met = Vec::new();
    let mut count = 0;
    for unit in pair
        .units
        .iter()
        .filter(|unit| unit.source.prose() || unit.target.prose())
    {
        if !unit.again {
            count += 1;
            let segments = unit.target.segments.iter();
            met.extend(segments.map(|segment| segment.span.start));
            out.begin();
        }
        one(&active, unit, out);
    }
    met.sort_unstable();
    for (at, segment) in pair.target.document.segments.iter().enumerate() {
        if segment.prose && met.binary_search(&segment.span.start).is_err() {
            count += 1;
            out.begin();
            for here in pair.target.said(at) {
                passage(&active, &here, None, out);
            }
        }
    }
    messages(&active, pair, out);
    whole_page(&active, pair.target, out);
    let [source, target] = [pair.source, pair.target].map(|page| without_notes(page.text));
    out.about([source.as_str(), target.as_str()], false);
    for &(running, level) in &active {
        out.of(running, level);
        running.check.pair(pair, out);
    }
    count
}

/// Asks about a unit.
fn one<'r>(active: &[(&'r Running, Level)], unit: &Unit<'_>, out: &mut Findings<'r>) {
    let (source, target) = (unit.source.raw(), unit.target.raw());
    let longest = source.len().max(target.len());
    if longest > LONGEST {
        let place = unit.target.whole();
        let found = Diagnostic::new(Code::LONG_PASSAGE, place).related(unit.source.whole());
        out.refuse(found.with("size", longest).with("limit", LONGEST));
        return;
    }
    out.about([source.as_str(), target.as_str()], unit.stale);
    for &(running, level) in active {
        out.of(running, level);
        running.check.unit(unit, out);
        if out.stopped() {
            return;
        }
    }
    passage(active, &unit.target, Some(&unit.source), out);
}

/// Asks about each message of Fluent in both languages.
fn messages<'r>(active: &[(&'r Running, Level)], pair: &Pair<'_>, out: &mut Findings<'r>) {
    for message in pair.messages() {
        let texts = [message.source, message.target].map(|side| side.map_or("", Entry::text));
        out.begin();
        out.about(texts, !message.stale.is_empty());
        for &(running, level) in active {
            out.of(running, level);
            running.check.message(&message, out);
        }
    }
}

/// Asks about all messages of one language; each finding counts as its file has it.
pub(super) fn bundle(rules: &Rules, bundle: &Bundle<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    for running in &rules.running {
        let off = |page: &&Page<'_>| rules.level(running, &page.path) == Level::Off;
        if bundle.pages.iter().all(off) {
            continue;
        }
        let mut found = Findings::new("", bundle.lang);
        found.of(running, Level::Error);
        running.check.bundle(bundle, &mut found);
        out.extend(found.finish().0.into_iter().filter_map(|mut found| {
            let level = rules.level(running, &found.diagnostic.primary.span.file);
            let level = if found.stale {
                level.min(Level::Info)
            } else {
                level
            };
            found.diagnostic.severity = level.severity()?;
            Some(found)
        }));
    }
    out
}

fn passage<'r>(
    active: &[(&'r Running, Level)],
    here: &Passage<'_>,
    other: Option<&Passage<'_>>,
    out: &mut Findings<'r>,
) {
    let (text, beside) = (here.raw(), other.map_or_else(String::new, Passage::raw));
    // What is wrong in a text alone is wrong whatever its source has become.
    out.about([beside.as_str(), text.as_str()], false);
    for &(running, level) in active {
        out.of(running, level);
        running.check.passage(here, other, out);
    }
}

fn whole_page<'r>(active: &[(&'r Running, Level)], page: &Page<'_>, out: &mut Findings<'r>) {
    for segment in &page.document.segments {
        let too_many = |wording: &Wording| wording.too_many_ways;
        if segment.wording.as_deref().is_some_and(too_many) {
            let found = Diagnostic::new(Code::LONG_PASSAGE, page.span(segment.span.clone()));
            let found = found.with("size", segment.text.len());
            out.refuse(found.with("limit", LONGEST));
        }
    }
    for entry in page.entries() {
        out.begin();
        out.about([entry.text()], false);
        for &(running, level) in active {
            out.of(running, level);
            running.check.entry(&entry, out);
        }
    }
    out.begin();
    out.about([without_notes(page.text).as_str()], false);
    for &(running, level) in active {
        out.of(running, level);
        running.check.page(page, out);
    }
}

/// The checks that run for a file, with their levels there.
fn active<'r>(rules: &'r Rules, path: &str) -> impl Iterator<Item = (&'r Running, Level)> {
    let level = |running: &'r Running| (running, rules.level(running, path));
    let all: Vec<_> = rules.running.iter().map(level).collect();
    all.into_iter().filter(|(_, level)| *level != Level::Off)
}

//! Asks the checks, in the order of the table.

use super::bundle::Bundle;
use super::findings::{Finding, Findings};
use super::ignore::without_notes;
use super::level::Level;
use super::message::Entry;
use super::needs::Needs;
use super::page::{Page, Passage};
use super::pair::{Pair, Translation, Unit};
use super::rules::{Rules, Running};
use super::settle::leveled;
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
    let all = || {
        let texts = texts.iter().map(|text| without_notes(text));
        name.into_iter().map(str::to_owned).chain(texts).collect()
    };
    out.about(false, all, |out| {
        for (running, level) in levels(rules, &of.pair.path) {
            out.of(running, level);
            running.check.translation(of, out);
        }
    });
}

/// Asks about a page in one language; returns how many passages it has.
pub(super) fn page<'r>(rules: &'r Rules, page: &Page<'_>, out: &mut Findings<'r>) -> usize {
    let asked = asked(rules, page, None);
    let mut count = 0;
    for (at, segment) in page.document.segments.iter().enumerate() {
        if segment.prose {
            count += 1;
            alone(&asked, (page, at), out);
        }
    }
    whole_page(&asked, page, out);
    count
}

/// The longest passage that is laid beside another: forty pages of a book. Comparing what stands in
/// longer ones may take the square of their length.
const LONGEST: usize = 64 << 10;

/// Asks about a translation: unit by unit, and about the whole of it; returns how many passages
/// were looked at.
pub(super) fn pair<'r>(rules: &'r Rules, pair: &Pair<'_>, out: &mut Findings<'r>) -> usize {
    let asked = asked(rules, pair.target, Some(pair.source));
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
        self::unit(&asked, unit, out);
    }
    met.sort_unstable();
    for (at, segment) in pair.target.document.segments.iter().enumerate() {
        if segment.prose && met.binary_search(&segment.span.start).is_err() {
            count += 1;
            alone(&asked, (pair.target, at), out);
        }
    }
    messages(&asked, pair, out);
    whole_page(&asked, pair.target, out);
    let signs = pair.source.signs() | pair.target.signs();
    let texts = || {
        vec![
            without_notes(pair.source.text),
            without_notes(pair.target.text),
        ]
    };
    out.about(false, texts, |out| {
        for one in asked.iter().filter(|one| one.needs.pair.meet(signs)) {
            out.of(one.running, one.level);
            one.running.check.pair(pair, out);
        }
    });
    count
}

/// Asks about a segment that nothing is laid beside, in each of its ways.
fn alone<'r>(asked: &[Asked<'r>], (page, at): (&Page<'_>, usize), out: &mut Findings<'r>) {
    out.begin();
    if page.ways(at).is_empty() {
        return passage(asked, &page.passage(at), None, out);
    }
    for way in page.ways(at) {
        passage(asked, &page.way(way), None, out);
    }
}

/// Asks about each message of Fluent in both languages.
fn messages<'r>(asked: &[Asked<'r>], pair: &Pair<'_>, out: &mut Findings<'r>) {
    let asked: Vec<&Asked<'r>> = asked.iter().filter(|one| one.needs.messages).collect();
    if asked.is_empty() || pair.target.document.fluent.is_none() {
        return;
    }
    for message in pair.messages() {
        let texts = || {
            let sides = [message.source, message.target];
            sides.map(|side| side.map_or("", Entry::text)).to_vec()
        };
        out.begin();
        out.about(!message.stale.is_empty(), texts, |out| {
            for one in &asked {
                out.of(one.running, one.level);
                one.running.check.message(&message, out);
            }
        });
    }
}

/// Asks about each message of Fluent on a page.
fn entries<'r>(asked: &[Asked<'r>], page: &Page<'_>, out: &mut Findings<'r>) {
    let Some(fluent) = &page.document.fluent else {
        return;
    };
    for segment in &page.document.segments {
        let too_many = |wording: &Wording| wording.too_many_ways;
        if segment.wording.as_deref().is_some_and(too_many) {
            let found = Diagnostic::new(Code::LONG_PASSAGE, page.span(segment.span.clone()));
            let found = found.with("size", segment.text.len());
            out.refuse(found.with("limit", LONGEST));
        }
    }
    let asked: Vec<&Asked<'r>> = asked.iter().filter(|one| one.needs.messages).collect();
    for entry in fluent.entries.iter().map(|entry| Entry { page, entry }) {
        out.begin();
        out.about(
            false,
            || vec![entry.text()],
            |out| {
                for one in &asked {
                    out.of(one.running, one.level);
                    one.running.check.entry(&entry, out);
                }
            },
        );
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
        out.extend(leveled(rules, running, found));
    }
    out
}

/// Asks about a passage and what translates it.
fn unit<'r>(asked: &[Asked<'r>], unit: &Unit<'_>, out: &mut Findings<'r>) {
    let longest = unit.source.raw_len().max(unit.target.raw_len());
    if longest > LONGEST {
        let place = unit.target.whole();
        let found = Diagnostic::new(Code::LONG_PASSAGE, place).related(unit.source.whole());
        out.refuse(found.with("size", longest).with("limit", LONGEST));
        return;
    }
    let (source, target) = (unit.source.signs(), unit.target.signs());
    let texts = || vec![unit.source.raw(), unit.target.raw()];
    out.about(unit.stale, texts, |out| {
        for one in asked.iter().filter(|one| one.needs.fit(source, target)) {
            out.of(one.running, one.level);
            one.running.check.unit(unit, out);
            if out.stopped() {
                break;
            }
        }
    });
    if !out.stopped() {
        passage(asked, &unit.target, Some(&unit.source), out);
    }
}

fn passage<'r>(
    asked: &[Asked<'r>],
    here: &Passage<'_>,
    other: Option<&Passage<'_>>,
    out: &mut Findings<'r>,
) {
    let signs = here.signs();
    let texts = || vec![other.map_or_else(String::new, Passage::raw), here.raw()];
    // What is wrong in a text alone is wrong whatever its source has become.
    out.about(false, texts, |out| {
        for one in asked.iter().filter(|one| one.needs.passage.meet(signs)) {
            out.of(one.running, one.level);
            one.running.check.passage(here, other, out);
        }
    });
}

fn whole_page<'r>(asked: &[Asked<'r>], page: &Page<'_>, out: &mut Findings<'r>) {
    entries(asked, page, out);
    out.begin();
    let texts = || vec![without_notes(page.text)];
    out.about(false, texts, |out| {
        for one in asked.iter().filter(|one| one.needs.page.meet(page.signs())) {
            out.of(one.running, one.level);
            one.running.check.page(page, out);
        }
    });
}

/// A check that runs for a file, its level there, and what it needs.
struct Asked<'r> {
    running: &'r Running,
    level: Level,
    needs: Needs,
}

/// The checks that can find anything on a page, or on one and its source.
fn asked<'r>(rules: &'r Rules, page: &Page<'_>, source: Option<&Page<'_>>) -> Vec<Asked<'r>> {
    let all = levels(rules, &page.path).map(|(running, level)| Asked {
        running,
        level,
        needs: if rules.asks_everything {
            Needs::NOTHING
        } else {
            running.check.needs(page, source)
        },
    });
    all.filter(|one| one.needs != Needs::NEVER).collect()
}

/// The checks that run for a file, with their levels there.
fn levels<'r>(rules: &'r Rules, path: &str) -> impl Iterator<Item = (&'r Running, Level)> {
    let level = |running: &'r Running| (running, rules.level(running, path));
    let all = rules.running.iter().map(level);
    all.filter(|(_, level)| *level != Level::Off)
}

//! Asks the checks, in the order of the table.

use super::findings::Findings;
use super::ignore::without_notes;
use super::level::Level;
use super::needs::Needs;
use super::page::{Page, Passage};
use super::pair::{Pair, Translation, Unit};
use super::rules::{Rules, Running};
use crate::diagnostic::{Code, Diagnostic};

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
    for here in page.passages() {
        count += 1;
        passage(&asked, &here, None, out);
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
        count += 1;
        met.extend(
            unit.target
                .segments
                .iter()
                .map(|segment| segment.span.start),
        );
        self::unit(&asked, unit, out);
    }
    met.sort_unstable();
    for here in pair.target.passages() {
        let met_it = |start| met.binary_search(&start).is_ok();
        if !here
            .segments
            .iter()
            .any(|segment| met_it(segment.span.start))
        {
            count += 1;
            passage(&asked, &here, None, out);
        }
    }
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

//! A variable of a message that its translation lacks, has beyond it or calls otherwise.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Message, Needs, Page};
use super::reading::sides::{Side, both, variables, with_sign};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::{Choice, Element, Expression, Pattern};

/// Variables that a translated message lacks or has beyond the source.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Variables {}

impl Rule for Variables {
    const CODE: Code = Code::new("variables", Severity::Error, &["source", "target", "variant"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for Variables {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::MESSAGES
    }

    fn message(&self, message: &Message<'_>, out: &mut Findings<'_>) {
        // What is handed over to a term is a matter of its language.
        if message.target.is_some_and(|target| target.entry.is_term()) {
            return;
        }
        for [source, target] in both(message) {
            // What is put in is as it was, whatever has become of the words around it.
            out.look_at(message.is_rebuilt(source.segment));
            compare(&Names::of(source), &Names::of(target), out);
        }
    }
}

/// The places of variables, by name.
type Places<'a> = BTreeMap<&'a str, Range<usize>>;

/// The variables of a value or attribute.
struct Names<'a> {
    side: Side<'a>,
    /// All of them, where each stands first.
    all: Places<'a>,
    /// Those by which something is chosen.
    choosing: BTreeSet<&'a str>,
    /// The ways in which it is said, by its defaults first.
    ways: Vec<Said<'a>>,
}

/// One way in which a message is said.
#[derive(Default)]
struct Said<'a> {
    /// What was chosen: selector and key.
    chosen: Vec<(&'a str, &'a str)>,
    /// The variables that a reader sees.
    shown: Places<'a>,
    /// The variant by which it differs from the others: its key and its place.
    variant: Option<(&'a str, Range<usize>)>,
}

impl<'a> Names<'a> {
    fn of(side: Side<'a>) -> Self {
        let mut all = Places::new();
        for name in variables(&side.expressions()) {
            all.entry(side.text(name)).or_insert(with_sign(name));
        }
        let mut choosing = BTreeSet::new();
        for select in side.selects() {
            let names = select.selector.all();
            choosing.extend(variables(&names).map(|name| side.text(name)));
        }
        let wording = side.segment.wording.as_deref();
        let ways = wording.map_or(&[][..], |wording| &wording.ways);
        let mut said: Vec<Said<'a>> = ways.iter().map(|way| Said::of(side, &way.choices)).collect();
        if said.is_empty() {
            let mut shown = all.clone();
            shown.retain(|name, _| !choosing.contains(name));
            said.push(Said {
                shown,
                ..Said::default()
            });
        }
        Self {
            side,
            all,
            choosing,
            ways: said,
        }
    }

    /// All by which something is chosen in any of the ways.
    fn selectors(&self) -> BTreeSet<&'a str> {
        let chosen = self.ways.iter().flat_map(|way| &way.chosen);
        chosen.map(|one| one.0).collect()
    }

    /// Whether a reader sees the variable in any of the ways.
    fn shows(&self, name: &str) -> bool {
        self.ways.iter().any(|way| way.shown.contains_key(name))
    }
}

impl<'a> Said<'a> {
    fn of(side: Side<'a>, choices: &'a [Choice]) -> Self {
        let mut out = Self::default();
        let chosen = choices.iter();
        out.chosen = chosen
            .map(|choice| (choice.selector.as_str(), choice.key.as_str()))
            .collect();
        if let Some(pattern) = side.pattern() {
            out.walk((side, choices.len()), pattern, &mut choices.iter());
        }
        out
    }

    /// What was chosen by some of the selectors: what one language chooses alone changes nothing of
    /// what both say.
    fn chosen(&self, selectors: &BTreeSet<&str>) -> Vec<(&'a str, &'a str)> {
        let chosen = self.chosen.iter().copied();
        chosen.filter(|one| selectors.contains(one.0)).collect()
    }

    fn walk(
        &mut self,
        (side, count): (Side<'a>, usize),
        pattern: &'a Pattern,
        choices: &mut std::slice::Iter<'a, Choice>,
    ) {
        for element in &pattern.elements {
            let Element::Placeable(placeable) = element else {
                continue;
            };
            let mut expression = &placeable.expression;
            while let Expression::Nested(inner) = expression {
                expression = &inner.expression;
            }
            let Expression::Select(select) = expression else {
                for name in variables(&expression.all()) {
                    self.shown.entry(side.text(name)).or_insert(with_sign(name));
                }
                continue;
            };
            let Some(choice) = choices.next() else { return };
            let mut variants = select.variants.iter();
            let taken = variants
                .find(|one| one.default == choice.default && side.text(&one.key) == choice.key);
            if let Some(variant) = taken {
                if !choice.default || count == 1 {
                    let place = place(side, &variant.pattern);
                    self.variant = Some((side.text(&variant.key), place));
                }
                self.walk((side, count), &variant.pattern, choices);
            }
        }
    }
}

/// The place of all that a variant says.
fn place(side: Side<'_>, pattern: &Pattern) -> Range<usize> {
    let range = |element: &Element| match element {
        Element::Text(range) => range.clone(),
        Element::Placeable(placeable) => placeable.range.clone(),
    };
    let start = pattern.elements.first().map_or(0, |first| range(first).start);
    let end = pattern.elements.last().map_or(start, |last| range(last).end);
    start..start + side.text(&(start..end)).trim_end().len()
}

fn compare(source: &Names<'_>, target: &Names<'_>, out: &mut Findings<'_>) {
    let beyond = |one: &Names<'_>, other: &Names<'_>| -> Vec<String> {
        let mut names: Vec<_> = one.all.iter().filter(|(name, _)| !other.all.contains_key(*name)).collect();
        names.sort_by_key(|(_, place)| place.start);
        names.into_iter().map(|(name, _)| (*name).to_owned()).collect()
    };
    let (mut lost, extra) = (beyond(source, target), beyond(target, source));
    let alone = lost.len() == 1 && extra.len() == 1;
    for (number, name) in extra.into_iter().enumerate() {
        let compared = if number < NEAR { NEAR } else { 0 };
        let known: Vec<&str> = lost.iter().map(String::as_str).take(compared).collect();
        let near = similar::get_close_matches(name.as_str(), &known, 1, if alone { 0.0 } else { 0.5 });
        let renamed = near.first().map_or(String::new(), |near| (*near).to_owned());
        if let Some(at) = lost.iter().take(NEAR).position(|lost| *lost == renamed) {
            lost.remove(at);
        }
        let there = source.all.get(renamed.as_str()).map(|place| source.side.span(place));
        let found = out
            .at(target.side.span(&target.all[name.as_str()]))
            .related(there.unwrap_or_else(|| source.side.whole()))
            .with("source", renamed)
            .with("target", &name);
        out.add(found.token(name));
    }
    for name in lost.iter().filter(|name| source.shows(name)) {
        lack((source, name), (target.side.whole(), ""), out);
    }
    ways(source, target, out);
}

/// More names than this are not looked at for the nearest one.
const NEAR: usize = 50;

/// More variables in more ways are not laid beside one another.
const MOST: usize = 1 << 20;

/// What the translation lacks in some of its ways only.
fn ways(source: &Names<'_>, target: &Names<'_>, out: &mut Findings<'_>) {
    if source.all.len().saturating_mul(target.ways.len()) > MOST {
        return;
    }
    let (here, there) = (source.selectors(), target.selectors());
    let common: BTreeSet<&str> = here.intersection(&there).copied().collect();
    let mut known = BTreeMap::new();
    for way in &source.ways {
        known.entry(way.chosen(&common)).or_insert(way);
    }
    let mut told = BTreeSet::new();
    for (number, way) in target.ways.iter().enumerate() {
        let Some(beside) = known.get(&way.chosen(&common)).copied().or(source.ways.first()) else {
            return;
        };
        for name in beside.shown.keys().filter(|name| !way.shown.contains_key(*name)) {
            // A variant by a number may say it in words.
            let chosen_by = source.choosing.contains(name) || target.choosing.contains(name);
            if chosen_by || !target.all.contains_key(name) || told.contains(name) {
                continue;
            }
            if number == 0 {
                told.insert(*name);
            }
            let place = way.variant.as_ref().map(|(key, place)| (target.side.span(place), *key));
            lack((source, name), place.unwrap_or_else(|| (target.side.whole(), "")), out);
        }
    }
    for name in source.choosing.union(&target.choosing) {
        if source.shows(name) && target.all.contains_key(name) && !target.shows(name) {
            lack((source, name), (target.side.whole(), ""), out);
        }
    }
}

fn lack(
    (source, name): (&Names<'_>, &str),
    (place, variant): (crate::text::Span, &str),
    out: &mut Findings<'_>,
) {
    let found = out.at(place).related(source.side.span(&source.all[name]));
    let found = found.with("source", name).with("target", "").with("variant", variant);
    out.add(found.token(name));
}

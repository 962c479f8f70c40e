//! A number with one form of its word for all numbers, where the other language has several.

use std::collections::BTreeSet;
use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Message, Needs, Page};
use super::reading::sides::{Side, both};
use super::reading::plurals::{ByNumber, Plurals, by_number};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::{Element, Expression, Pattern, Placeable};

/// Numbers whose word has one form for all of them.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct LostPlurals {}

impl Rule for LostPlurals {
    const CODE: Code = Code::new("lost-plurals", Severity::Error, &["variable", "word"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for LostPlurals {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::MESSAGES
    }

    fn message(&self, message: &Message<'_>, out: &mut Findings<'_>) {
        for [source, target] in both(message) {
            let (left, right) = (by_number(source), by_number(target));
            compare((target, &right), (source, &left), out);
            compare((source, &left), (target, &right), out);
        }
    }
}

/// What a side says in one form for all numbers, while the other side has several.
fn compare<'a>(
    (here, own): (Side<'a>, &[ByNumber<'a>]),
    (there, others): (Side<'a>, &[ByNumber<'a>]),
    out: &mut Findings<'_>,
) {
    let mut met = BTreeSet::new();
    for other in others {
        let name = other.variable;
        let differ = || Plurals::of(here.page.lang, other.ordinal).is_some_and(|one| one.differ());
        if !met.insert(name) || !differ() {
            continue;
        }
        let chosen = own.iter().filter(|one| one.variable == name);
        let chosen: BTreeSet<usize> = chosen.map(|one| one.select.number).collect();
        let place = here.pattern();
        let place = place.and_then(|pattern| counted(here, pattern, (name, &chosen)));
        let Some(place) = place else { continue };
        let word = here.text(&place).rsplit(char::is_whitespace).next();
        let found = out
            .at(here.span(&place))
            .related(there.span(&other.select.range))
            .with("variable", name)
            .with("word", word.unwrap_or_default());
        out.add(found.token(name));
    }
}

/// Where a number stands before the word for what is counted, but for where its form is `chosen`: in
/// the choices with these numbers.
fn counted(
    side: Side<'_>,
    pattern: &Pattern,
    (name, chosen): (&str, &BTreeSet<usize>),
) -> Option<Range<usize>> {
    let mut elements = pattern.elements.iter().peekable();
    while let Some(element) = elements.next() {
        let Element::Placeable(placeable) = element else {
            continue;
        };
        if let Expression::Select(select) = inner(placeable) {
            // A variant for one number needs one form only.
            let by_it = is_number(side, &select.selector, name);
            if chosen.contains(&select.number) {
                continue;
            }
            let variants = select.variants.iter();
            let mut variants = variants.filter(|one| !by_it || !one.is_number);
            if let Some(found) = variants.find_map(|one| counted(side, &one.pattern, (name, chosen))) {
                return Some(found);
            }
        }
        if is_number(side, inner(placeable), name)
            && let Some(Element::Text(text)) = elements.peek()
            && let Some(length) = word(side.text(text))
        {
            return Some(placeable.range.start..text.start + length);
        }
    }
    None
}

fn inner(placeable: &Placeable) -> &Expression {
    let mut expression = &placeable.expression;
    while let Expression::Nested(inner) = expression {
        expression = &inner.expression;
    }
    expression
}

fn is_number(side: Side<'_>, expression: &Expression, name: &str) -> bool {
    match expression {
        Expression::Variable(variable) => side.text(variable) == name,
        Expression::Function(function, arguments) => {
            side.text(function) == "NUMBER"
                && arguments
                    .positional
                    .iter()
                    .any(|one| is_number(side, one, name))
        }
        _ => false,
    }
}

/// A shorter word is a preposition or a unit: "5 of 10", "5 кг".
const SHORTEST: usize = 3;

/// The bytes up to the end of the word that a text begins with, if it is one that has forms.
fn word(text: &str) -> Option<usize> {
    let bare = text.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let end = bare.find(|c: char| !c.is_alphabetic()).unwrap_or(bare.len());
    let (word, rest) = bare.split_at(end);
    let abbreviated = word.chars().skip(1).any(char::is_uppercase)
        || rest.starts_with('.') && rest[1..].starts_with(|c: char| !c.is_whitespace());
    let has_forms = word.chars().count() >= SHORTEST && !abbreviated;
    (bare.len() < text.len() && has_forms).then_some(text.len() - rest.len())
}

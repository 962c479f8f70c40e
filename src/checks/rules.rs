//! Rules that a project writes itself.

use std::ops::Range;

use regex::{Captures, Regex};
use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{
    Findings, Level, Levels, Looks, Needs, Page, Passage, Rules as All, Unit, UserRule,
};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::text::read_numbers;

/// The rules of `[[rule]]`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Rules {
    #[serde(skip)]
    list: Vec<UserRule>,
}

impl Rule for Rules {
    const CODE: Code = Code::new("rules", Severity::Warning, &["message", "words", "rule"]);
    const LEVELS: Levels = Levels::both(Level::Warning);
}

/// What a rule finds in one passage is told this often.
const MOST: usize = 50;

impl Check for Rules {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::NOTHING.only(!self.list.is_empty())
    }

    fn prepare(&mut self, all: &All) {
        self.list.clone_from(&all.own);
    }

    fn passage(&self, here: &Passage<'_>, _: Option<&Passage<'_>>, out: &mut Findings<'_>) {
        for rule in self.list.iter().filter(|rule| rule.is_for(here.page.lang)) {
            let Looks::Alone(pattern) = &rule.looks else {
                continue;
            };
            let full = pattern.find_iter(here.text()).filter(|found| !found.is_empty());
            for found in full.take(MOST) {
                say(rule, here, found.range(), None, out);
            }
        }
    }

    fn unit(&self, unit: &Unit<'_>, out: &mut Findings<'_>) {
        let (source, target) = (&unit.source, &unit.target);
        for rule in &self.list {
            let Looks::Both {
                source: here,
                target: there,
            } = &rule.looks
            else {
                continue;
            };
            if !rule.is_for(target.page.lang) || !rule.is_from(source.page.lang) {
                continue;
            }
            let said = values(here, source.text());
            if said.is_empty() {
                continue;
            }
            let known = values(there, target.text());
            for (value, range) in said {
                if !known.iter().any(|(other, _)| agree(&value, other)) {
                    // The nearest thing that the translation says instead.
                    let instead = known.first().map(|(_, range)| range.clone());
                    say(rule, target, instead.unwrap_or(0..0), Some((source, &range)), out);
                }
            }
        }
    }
}

fn say(
    rule: &UserRule,
    here: &Passage<'_>,
    range: Range<usize>,
    source: Option<(&Passage<'_>, &Range<usize>)>,
    out: &mut Findings<'_>,
) {
    let place = if range.is_empty() {
        here.whole()
    } else {
        here.span(range.clone())
    };
    let words = match &source {
        Some((source, range)) => &source.text()[(*range).clone()],
        None => &here.text()[range],
    };
    let message = if rule.message.is_empty() { &rule.name } else { &rule.message };
    let found = out
        .at(place)
        .with("message", message)
        .with("words", words)
        .with("rule", &rule.name)
        .token(if rule.name.is_empty() { words } else { &rule.name })
        .level(rule.level);
    let found = match &source {
        Some((source, range)) => found.related(source.span((*range).clone())),
        None => found,
    };
    out.add(found);
}

/// What an expression finds: its groups, or, if it has none, all of it.
fn values(pattern: &Regex, text: &str) -> Vec<(Vec<String>, Range<usize>)> {
    let value = |found: &Captures<'_>| -> Vec<String> {
        let groups = found.iter().skip(1).flatten();
        let mut all: Vec<String> = groups.map(|group| group.as_str().to_lowercase()).collect();
        if all.is_empty() {
            all.push(found[0].to_lowercase());
        }
        all
    };
    let found = pattern.captures_iter(text).take(MOST);
    let place = |found: &Captures<'_>| found.get(0).map_or(0..0, |whole| whole.range());
    found.map(|found| (value(&found), place(&found))).collect()
}

/// Whether two finds say the same: the same words, or the same figures in another spelling.
fn agree(one: &[String], other: &[String]) -> bool {
    one.len() == other.len()
        && one.iter().zip(other).all(|(one, other)| {
            let numbers = [read_numbers(one), read_numbers(other)];
            match &numbers {
                [left, right] if left.len() == 1 && right.len() == 1 => left[0].agrees(&right[0]),
                _ => one == other,
            }
        })
}

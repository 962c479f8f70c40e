//! Names made of letters and digits that only one of two texts has: `ES2022`, `COVID-19`.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Passage, Rules, Signs, Unit};
use super::reading::values::Readers;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::text::pattern;

/// Names of letters and digits.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Alphanumerics {
    #[serde(skip)]
    readers: Readers,
}

impl Rule for Alphanumerics {
    const CODE: Code = Code::new("alphanumerics", Severity::Warning, &["missing", "extra"]);
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for Alphanumerics {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::unit(Signs::DIGIT)
    }

    fn prepare(&mut self, rules: &Rules) {
        self.readers = Readers::new(rules);
    }

    fn unit(&self, unit: &Unit<'_>, out: &mut Findings<'_>) {
        let (source, target) = (&unit.source, &unit.target);
        let mut missing = self.lacking(source, target).into_iter();
        let mut extra = self.lacking(target, source).into_iter();
        loop {
            let (one, other) = (missing.next(), extra.next());
            let Some(token) = other.as_ref().or(one.as_ref()).map(|found| found.0.clone()) else {
                break;
            };
            let place = other.as_ref().map(|found| target.span(found.1.clone()));
            let mut found = out.at(place.unwrap_or_else(|| target.whole())).token(token);
            if let Some((_, range)) = other {
                found = found.with("extra", &target.text()[range]);
            }
            out.add(match one {
                Some((_, range)) => found
                    .with("missing", &source.text()[range.clone()])
                    .related(source.span(range)),
                None => found.related(source.whole()),
            });
        }
    }
}

impl Alphanumerics {
    /// The names that the other text does not have, nor their digits: it may write the letters in
    /// its own script, or say the number in words.
    fn lacking(&self, one: &Passage<'_>, other: &Passage<'_>) -> Vec<(String, Range<usize>)> {
        let mut names = names(one.text());
        if names.is_empty() {
            return Vec::new();
        }
        let raw = other.raw();
        let digits: BTreeSet<&str> = DIGITS.find_iter(&raw).map(|run| run.as_str()).collect();
        let there = joined(&raw);
        let said = self.readers.read(other);
        names.retain(|name, range| {
            let mut runs = DIGITS.find_iter(name);
            let otherwise = runs.all(|run| digits.contains(run.as_str()) || said.says(run.as_str()));
            !otherwise && !there.contains(name) && !self.readers.read(one).otherwise(range, &said)
        });
        let mut out: Vec<(String, Range<usize>)> = names.into_iter().collect();
        out.sort_by_key(|(_, range)| range.start);
        out
    }
}

/// The names of letters and digits of a text, without hyphens and in small letters, and where each
/// stands first. `Header1` is a word with a number, and `v2` a number.
fn names(text: &str) -> BTreeMap<String, Range<usize>> {
    let mut out = BTreeMap::new();
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return out;
    }
    for found in NAME.find_iter(text) {
        let letters = found.as_str().bytes().take_while(u8::is_ascii_alphabetic);
        let (mut all, mut capital) = (0, 0);
        for letter in letters {
            all += 1;
            capital += usize::from(letter.is_ascii_uppercase());
        }
        let joins = |sign: char| sign.is_alphanumeric() || matches!(sign, '_' | '-' | '.' | '/' | '#');
        let inside = text[..found.start()].ends_with(joins) || text[found.end()..].starts_with(['_', '-']);
        if !inside && (capital == all || capital > 1) && !found.as_str().starts_with('V') {
            out.entry(joined(found.as_str())).or_insert(found.range());
        }
    }
    out
}

/// A text in small letters without the hyphens and spaces before digits.
fn joined(text: &str) -> String {
    GAP.replace_all(text, "$1$2").to_lowercase()
}

static NAME: LazyLock<Regex> = LazyLock::new(|| pattern(r"[A-Z][A-Za-z]{0,9}-?\d[\dA-Za-z]*"));
static DIGITS: LazyLock<Regex> = LazyLock::new(|| pattern(r"\d+"));
static GAP: LazyLock<Regex> = LazyLock::new(|| pattern(r"([A-Za-z])[-\u{2011}\x20\u{a0}](\d)"));

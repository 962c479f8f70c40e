//! Inline code of the source that the translation lacks.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Pair, Signs};
use crate::document::PlaceholderKind;
use super::reading::{Span, foreign, key, same_code, spans, spans_of};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Inline code that the translation lacks.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct CodeSpans {}

impl Rule for CodeSpans {
    const CODE: Code = Code::new("code-spans", Severity::Warning, &["code", "instead"]);
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for CodeSpans {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::pair(Signs::things(PlaceholderKind::Code))
    }

    fn pair(&self, pair: &Pair<'_>, out: &mut Findings<'_>) {
        let (source, target) = (counts(pair.source), counts(pair.target));
        let moved = |code: &str| target.get(code).copied().unwrap_or(0) >= source[code];
        for unit in &pair.units {
            let (left, right) = (spans_of(&unit.source), spans_of(&unit.target));
            if left.is_empty() || left.len() > MOST {
                continue;
            }
            let values = |list: &[Span]| -> BTreeSet<String> {
                list.iter().map(|code| code.value.clone()).collect()
            };
            let (known, mut seen) = (values(&left), values(&right));
            let plain = same_code(&unit.target.raw());
            let extra: Vec<&Span> = right.iter().filter(|code| !known.contains(&code.value)).collect();
            // Code that was translated is another matter.
            let mut translated = extra.iter().filter(|code| foreign(&code.shown)).count();
            let mut instead = extra.iter().filter(|code| !foreign(&code.shown));
            let key = key(unit);
            for code in &left {
                let said = !seen.insert(code.value.clone());
                if said || foreign(&code.shown) || plain.contains(&code.value) || moved(&code.value) {
                    continue;
                }
                if translated > 0 {
                    translated -= 1;
                    continue;
                }
                let instead = instead.next();
                let place = instead.map_or_else(
                    || unit.target.whole(),
                    |code| pair.target.span(code.place.clone()),
                );
                let found = out.at(place).related(pair.source.span(code.place.clone()));
                let found = found
                    .with("code", &code.shown)
                    .with("instead", instead.map_or("", |code| code.shown.as_str()))
                    .token(code.shown.as_str());
                out.add(found.about([key.as_str()], unit.stale));
            }
        }
    }
}

/// No text that people write has more code in a passage.
const MOST: usize = 500;

/// How often each code stands on a page.
fn counts(page: &Page<'_>) -> BTreeMap<String, usize> {
    let mut out = BTreeMap::new();
    for segment in &page.document.segments {
        for code in spans(segment) {
            *out.entry(code.value).or_default() += 1;
        }
    }
    out
}

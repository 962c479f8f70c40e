//! What only all pages together can show: facts of single pages, put together and judged.

use std::collections::BTreeMap;

use super::findings::{Facts, Finding, Findings};
use super::level::Level;
use super::rules::Rules;
use crate::text::Lang;

/// Judges what was remembered of all pages of a run, check by check and language by language.
pub fn settle(rules: &Rules, facts: &BTreeMap<(&'static str, Lang), Facts>) -> Vec<Finding> {
    let mut out = Vec::new();
    for running in &rules.running {
        let level = rules.level(running, "");
        if level == Level::Off {
            continue;
        }
        let name = running.entry.code.name();
        for ((_, lang), facts) in facts.iter().filter(|((check, _), _)| *check == name) {
            let mut found = Findings::new("", lang);
            found.of(running, level);
            running.check.site(facts, &mut found);
            out.extend(found.finish().0);
        }
    }
    out
}

/// Adds facts to those of other pages; the place that was seen first is kept.
pub fn merge(known: &mut Facts, facts: Facts) {
    for (key, values) in facts {
        let known = known.entry(key).or_default();
        for (value, fact) in values {
            match known.get_mut(&value) {
                Some(known) => known.count += fact.count,
                None => {
                    known.insert(value, fact);
                }
            }
        }
    }
}

//! What only all pages together can show.

use std::collections::BTreeMap;

use super::findings::{Facts, Finding, Findings};
use super::level::Level;
use super::rules::Rules;
use crate::text::Lang;

/// Asks each check about everything that was remembered for it, one language at a time.
pub fn settle(rules: &Rules, facts: &BTreeMap<(&'static str, Lang), Facts>) -> Vec<Finding> {
    let mut out = Vec::new();
    for ((name, lang), facts) in facts {
        let mut running = rules.running.iter();
        let Some(running) = running.find(|one| one.entry.code.name() == *name) else {
            continue;
        };
        let level = rules.level(running, "");
        if level == Level::Off {
            continue;
        }
        let mut found = Findings::new("", lang);
        found.of(running, level);
        running.check.site(facts, &mut found);
        out.extend(found.finish().0);
    }
    for found in &mut out {
        found.article = found.diagnostic.primary.span.file.to_string();
    }
    out
}

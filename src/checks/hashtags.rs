//! A hashtag of the source that the translation lacks.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Pair, Passage, Signs};
use super::reading::{Layout, Thing, hashtags};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::text::pattern;

/// Hashtags that the translation lacks.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Hashtags {
    /// Hashtags that are the same in other languages: `[["#МыВместе", "#WeAreTogether"]]`.
    same: Vec<Vec<String>>,
}

impl Rule for Hashtags {
    const CODE: Code = Code::new("hashtags", Severity::Error, &["value", "instead", "spaces"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for Hashtags {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::pair(Signs::HASH.written())
    }

    fn pair(&self, pair: &Pair<'_>, out: &mut Findings<'_>) {
        let [source, target] = [pair.source, pair.target].map(|page| {
            let mut things = hashtags(page);
            self.unite(&mut things);
            things
        });
        let layout = Layout::of(pair);
        let mut known: BTreeMap<usize, Option<Range<usize>>> = BTreeMap::new();
        for lost in layout.compare(&source, &target).lost {
            let spaces = lost.unit.and_then(|at| {
                let passage = &pair.units[at].target;
                let range = known.entry(at).or_insert_with(|| two_spaces(passage));
                Some((passage, range.clone()?))
            });
            let said = layout.finding(&lost, out);
            out.add(match spaces {
                Some((passage, range)) if lost.instead.is_none() => {
                    said.at(passage.span(range)).with("spaces", "yes")
                }
                _ => said.with("spaces", ""),
            });
        }
    }
}

impl Hashtags {
    /// Gives hashtags that are the same one value.
    fn unite(&self, things: &mut [Thing]) {
        let bare = |tag: &str| tag.trim_start_matches('#').to_lowercase();
        for thing in things {
            let same = |group: &&Vec<String>| group.iter().any(|tag| bare(tag) == bare(&thing.value));
            if let Some(first) = self.same.iter().find(same).and_then(|group| group.first()) {
                thing.value = format!("#{}", bare(first));
            }
        }
    }
}

/// Where two spaces stand in a row between words: as if something had stood between them.
fn two_spaces(passage: &Passage<'_>) -> Option<Range<usize>> {
    let found = TWO_SPACES.captures(passage.text())?.get(1)?;
    Some(found.range())
}

static TWO_SPACES: LazyLock<Regex> = LazyLock::new(|| pattern(r"\S([ \u{a0}]{2,})\S"));

//! One person whose name is spelt in two ways.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{
    Fact, Facts, Findings, Level, Levels, Needs, Page, Passage, Person, Rules, Signs, Unit,
};
use super::reading::names::{Name, Names, Part, Word};
use super::reading::sounds::{Capitals, key, sounds};
use super::reading::tokens::tokens;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Names with several spellings.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct InconsistentNames {
    #[serde(skip)]
    names: Names,
    #[serde(skip)]
    people: Vec<Person>,
}

impl Rule for InconsistentNames {
    const CODE: Code = Code::new(
        "inconsistent-names",
        Severity::Error,
        &["name", "other", "count"],
    );
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for InconsistentNames {
    fn needs(&self, page: &Page<'_>, source: Option<&Page<'_>>) -> Needs {
        let told = source.is_some_and(|source| Names::told(source.words, page.words));
        Needs::unit(Signs::ANY).only(told)
    }

    fn prepare(&mut self, rules: &Rules) {
        self.names = Names::new(rules);
        self.people.clone_from(&rules.people);
    }

    fn unit(&self, unit: &Unit<'_>, out: &mut Findings<'_>) {
        let Some((here, there)) = Names::sides(unit) else {
            return;
        };
        let mut names = self.names.of(here);
        if names.is_empty() {
            return;
        }
        let capitals = Capitals::of(there);
        for name in &mut names {
            if !name.find(&capitals, here.words()) {
                continue;
            }
            for word in &name.words {
                let Some(other) = word.other.map(|at| &capitals.list[at]) else {
                    continue;
                };
                let places = (there.span(other.range.clone()), here.span(word.range.clone()));
                if let Some(known) = self.listed(name, word, (here, there)) {
                    if !known.iter().any(|spelling| spelling == other.text) {
                        let found = out
                            .at(places.0)
                            .with("name", other.text)
                            .with("other", known.join(", "))
                            .with("count", "");
                        out.add(found.related(places.1).token(other.text));
                    }
                } else if word.part == Part::Other
                    && let Some(initial) = name.initial()
                {
                    // Forms of a name differ at its end.
                    let start: String = word.text.chars().take(3).collect();
                    let key = format!("{start} {} {initial}", other.key).to_lowercase();
                    out.remember(key, other.text.to_owned(), (places.0, Some(places.1)));
                }
            }
        }
    }

    fn site(&self, facts: &Facts, out: &mut Findings<'_>) {
        for values in facts.values() {
            // Men and women of a family differ in the last letters.
            let mut groups: BTreeMap<&str, Vec<(&str, &Fact)>> = BTreeMap::new();
            for (value, fact) in values {
                let family = value.strip_suffix("aya").or_else(|| value.strip_suffix("aia"));
                let family = family.unwrap_or_else(|| value.trim_end_matches(['a', 'y', 'i']));
                groups.entry(family).or_default().push((value, fact));
            }
            let count = |group: &Vec<(&str, &Fact)>| -> usize {
                group.iter().map(|one| one.1.count).sum()
            };
            let mut groups: Vec<_> = groups.into_values().collect();
            groups.sort_by_key(|group| std::cmp::Reverse(count(group)));
            let Some((first, rest)) = groups.split_first() else {
                continue;
            };
            let (usual, fact) = first[0];
            for group in rest {
                let (value, odd) = group[0];
                let found = out
                    .of_fact(odd)
                    .with("name", value)
                    .with("other", usual)
                    .with("count", count(first));
                out.add(found.related(fact.place.clone()).token(value));
            }
        }
    }
}

impl InconsistentNames {
    /// How the list of people spells this word of a name; none if it does not know the person.
    fn listed(
        &self,
        name: &Name<'_>,
        word: &Word<'_>,
        (here, there): (&Passage<'_>, &Passage<'_>),
    ) -> Option<Vec<String>> {
        let table = here.words();
        let is = |one: &str, listed: &str| {
            one.chars().next() == listed.chars().next()
                && sounds(&key(one, table), &key(listed, table), table)
        };
        for person in &self.people {
            for listed in person.names(here.page.lang) {
                let listed: Vec<_> = tokens(listed);
                let family = name.words.iter().filter(|word| word.part == Part::Other);
                let mut family = family.map(|word| word.text);
                let same = family.any(|own| listed.iter().any(|one| is(own, one.text)))
                    && name.initial().is_none_or(|initial| {
                        listed.iter().any(|one| one.text.starts_with(initial))
                    });
                if same && listed.iter().any(|one| is(word.text, one.text)) {
                    let spellings = person.names(there.page.lang);
                    let words = spellings.iter().flat_map(|spelling| tokens(spelling));
                    let own = key(word.text, table);
                    let mut all: Vec<String> = words
                        .filter(|token| sounds(&own, &key(token.text, there.words()), table))
                        .map(|token| token.text.to_owned())
                        .collect();
                    all.dedup();
                    return (!all.is_empty()).then_some(all);
                }
            }
        }
        None
    }
}

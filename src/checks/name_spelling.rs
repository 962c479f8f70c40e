//! A name that is not spelt as the chosen scheme of transliteration spells it.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Rules, Signs, Unit};
use super::reading::names::Names;
use super::reading::sounds::Capitals;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Names that follow another scheme.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct NameSpelling {
    /// The scheme: `icao-9303`, `bgn-pcgn`, `ala-lc`, `gost-779b`, `wikipedia`, or one of `[words.ru.schemes]`.
    scheme: String,
    #[serde(skip)]
    names: Names,
}

impl Default for NameSpelling {
    fn default() -> Self {
        Self {
            scheme: "icao-9303".to_owned(),
            names: Names::default(),
        }
    }
}

impl Rule for NameSpelling {
    const CODE: Code = Code::new(
        "name-spelling",
        Severity::Info,
        &["name", "expected", "scheme"],
    );
    const LEVELS: Levels = Levels::both(Level::Off);
}

impl Check for NameSpelling {
    fn needs(&self, page: &Page<'_>, source: Option<&Page<'_>>) -> Needs {
        let told = source.is_some_and(|source| Names::told(source.words, page.words));
        Needs::unit(Signs::ANY).only(told)
    }

    fn prepare(&mut self, rules: &Rules) {
        self.names = Names::new(rules);
    }

    fn unit(&self, unit: &Unit<'_>, out: &mut Findings<'_>) {
        let Some((here, there)) = Names::sides(unit) else {
            return;
        };
        let Some(scheme) = here.words().schemes.get(&self.scheme) else {
            return;
        };
        let mut names = self.names.of(here);
        let capitals = Capitals::of(there);
        for name in &mut names {
            name.find(&capitals, here.words());
            for word in &name.words {
                let Some(other) = word.other.map(|at| &capitals.list[at]) else {
                    continue;
                };
                let expected = scheme.write(word.text);
                if !derived(other.text, &expected) {
                    let found = out
                        .at(there.span(other.range.clone()))
                        .with("name", other.text)
                        .with("expected", expected)
                        .with("scheme", &self.scheme);
                    let found = found.related(here.span(word.range.clone()));
                    out.add(found.token(other.text));
                }
            }
        }
    }
}

/// Whether a spelling is what the scheme gives, or could be for another case of the name.
fn derived(spelling: &str, expected: &str) -> bool {
    let (one, other) = (spelling.chars().count(), expected.chars().count());
    if one >= other {
        return spelling == expected;
    }
    let same = spelling.chars().zip(expected.chars()).take_while(|(a, b)| a == b);
    same.count() + 1 >= one
}

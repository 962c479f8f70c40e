//! A name of which one word agrees with the other language and the next one does not.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Passage, Rules, Signs, Unit};
use super::reading::names::{Name, Names, Part, Word};
use super::reading::sounds::{Capital, Capitals, key};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::text::ratio;

/// Names with one word that sounds different.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct OddNames {
    #[serde(skip)]
    names: Names,
}

/// How alike the sounds of two words have to be for one to be meant for the other.
const ALIKE: f64 = 0.5;

impl Rule for OddNames {
    const CODE: Code = Code::new("odd-names", Severity::Warning, &["name", "other"]);
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for OddNames {
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
        let mut names = self.names.of(here);
        if names.is_empty() {
            return;
        }
        let capitals = Capitals::of(there);
        for name in &mut names {
            if !name.find(&capitals, here.words()) {
                continue;
            }
            for (word, other) in odd(name, &capitals.list, here) {
                let (mut primary, mut related) =
                    (there.span(other.range.clone()), here.span(word.range.clone()));
                if std::ptr::eq(here, &raw const unit.target) {
                    std::mem::swap(&mut primary, &mut related);
                }
                let found = out
                    .at(primary)
                    .with("name", word.text)
                    .with("other", other.text);
                out.add(found.related(related).token(other.text));
            }
        }
    }
}

/// The words of a name that are not found, each with the one that stands where it ought to.
fn odd<'a, 't>(
    name: &'a Name<'t>,
    capitals: &'a [Capital<'t>],
    here: &Passage<'_>,
) -> Vec<(&'a Word<'t>, &'a Capital<'t>)> {
    let met: Vec<usize> = name.words.iter().filter_map(|word| word.other).collect();
    let beside = |at: usize| {
        let before = (capitals[at].follows && at > 0).then(|| at - 1);
        let after = capitals.get(at + 1).filter(|next| next.follows).map(|_| at + 1);
        before.into_iter().chain(after)
    };
    let mut out = Vec::new();
    for word in &name.words {
        if word.other.is_some() || matches!(word.part, Part::Initial | Part::Patronymic | Part::Title) {
            continue;
        }
        let own = key(word.text, here.words());
        let near = met.iter().flat_map(|at| beside(*at)).filter(|at| !met.contains(at));
        let alike = near.map(|at| (ratio(own.as_bytes(), capitals[at].key.as_bytes()), at));
        let best = alike.max_by(|one, other| one.0.total_cmp(&other.0));
        if let Some((share, at)) = best
            && share >= ALIKE
        {
            out.push((word, &capitals[at]));
        }
    }
    out
}

//! A person whom the other language does not name.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Pair, Passage, Rules, Signs, Unit};
use super::reading::names::Names;
use super::reading::sounds::Capitals;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Names that got lost.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct MissingNames {
    #[serde(skip)]
    names: Names,
}

impl Rule for MissingNames {
    const CODE: Code = Code::new("missing-names", Severity::Warning, &["name", "side"]);
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for MissingNames {
    fn needs(&self, page: &Page<'_>, source: Option<&Page<'_>>) -> Needs {
        let told = source.is_some_and(|source| Names::told(source.words, page.words));
        Needs::pair(Signs::ANY).only(told)
    }

    fn prepare(&mut self, rules: &Rules) {
        self.names = Names::new(rules);
    }

    fn pair(&self, pair: &Pair<'_>, out: &mut Findings<'_>) {
        for (at, unit) in pair.units.iter().enumerate() {
            let Some((here, there)) = Names::sides(unit) else {
                return;
            };
            if unit.source.text() == unit.target.text() {
                continue;
            }
            let mut found = self.names.of(here);
            if found.is_empty() {
                continue;
            }
            // A translator may have named the person a sentence earlier or later.
            let near = pair.units[at.saturating_sub(1)..(at + 2).min(pair.units.len())].iter();
            let mut others = Capitals::default();
            for other in near.filter_map(|unit| Some(Names::sides(unit)?.1)) {
                others.add(other);
            }
            found.retain_mut(|name| !name.find(&others, here.words()));
            for name in found {
                say(unit, here, there, name.range, out);
            }
        }
    }
}

fn say(
    unit: &Unit<'_>,
    here: &Passage<'_>,
    there: &Passage<'_>,
    range: std::ops::Range<usize>,
    out: &mut Findings<'_>,
) {
    let words = here.text()[range.clone()].split_whitespace().collect::<Vec<_>>().join(" ");
    let added = std::ptr::eq(here, &raw const unit.target);
    let (primary, related) = if added {
        (here.span(range), there.whole())
    } else {
        (there.whole(), here.span(range))
    };
    let found = out
        .at(primary)
        .with("name", &words)
        .with("side", if added { "source" } else { "target" });
    let texts = [unit.source.raw(), unit.target.raw()];
    let found = found.about(texts.iter().map(String::as_str), unit.stale);
    out.add(found.related(related).token(words));
}

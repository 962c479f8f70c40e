//! Words of one script with an ending or an accented letter of another.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Passage, Rules, Signs};
use super::reading::letters::{Mixed, Twins};
use super::reading::mixed::mixed;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Endings and accents that come from another script.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct MixedEndings {
    #[serde(skip)]
    twins: Twins,
}

impl Rule for MixedEndings {
    const CODE: Code = Code::new("mixed-endings", Severity::Info, &["word", "letters"]);
    const LEVELS: Levels = Levels::both(Level::Info);
}

impl Check for MixedEndings {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::passage(Signs::MIXED)
    }

    fn prepare(&mut self, rules: &Rules) {
        self.twins = Twins::new(&rules.lexicon.equivalents);
    }

    fn passage(&self, here: &Passage<'_>, _: Option<&Passage<'_>>, out: &mut Findings<'_>) {
        for (range, found) in mixed(here, &self.twins) {
            let (Mixed::Ending(letters) | Mixed::Accent(letters)) = found else {
                continue;
            };
            let word = &here.text()[range.clone()];
            let said = out
                .at(here.span(range.clone()))
                .with("word", word)
                .with("letters", letters);
            out.add(said.token(word));
        }
    }
}

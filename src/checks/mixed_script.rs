//! Words in which some letters only look like those of the others.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Passage, Rules, Signs};
use super::reading::letters::{Mixed, Twins, name};
use super::reading::mixed::mixed;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Words with letters of two scripts that look alike.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct MixedScript {
    #[serde(skip)]
    twins: Twins,
}

impl Rule for MixedScript {
    const CODE: Code = Code::new(
        "mixed-script",
        Severity::Error,
        &["word", "letters", "script"],
    );
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for MixedScript {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::passage(Signs::MIXED)
    }

    fn prepare(&mut self, rules: &Rules) {
        self.twins = Twins::new(&rules.lexicon.equivalents);
    }

    fn passage(&self, here: &Passage<'_>, _: Option<&Passage<'_>>, out: &mut Findings<'_>) {
        for (range, found) in mixed(here, &self.twins) {
            let Mixed::LookAlikes {
                letters, script, ..
            } = found
            else {
                continue;
            };
            let word = &here.text()[range.clone()];
            let said = out
                .at(here.span(range.clone()))
                .with("word", word)
                .with("letters", letters)
                .with("script", name(script));
            out.add(said.token(word));
        }
    }
}

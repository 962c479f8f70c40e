//! A word of one script right behind a word of another, with no space between them.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Passage, Rules, Signs};
use super::reading::letters::{Mixed, Twins};
use super::reading::mixed::mixed;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Words that have grown together.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct JoinedWords {
    #[serde(skip)]
    twins: Twins,
}

impl Rule for JoinedWords {
    const CODE: Code = Code::new("joined-words", Severity::Warning, &["word"]);
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for JoinedWords {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::passage(Signs::MIXED)
    }

    fn prepare(&mut self, rules: &Rules) {
        self.twins = Twins::new(&rules.lexicon.equivalents);
    }

    fn passage(&self, here: &Passage<'_>, other: Option<&Passage<'_>>, out: &mut Findings<'_>) {
        for (range, found) in mixed(here, &self.twins) {
            let word = &here.text()[range.clone()];
            // What both sides write so is a name.
            let name = other.is_some_and(|other| other.text().contains(word));
            if found == Mixed::Joined && !name {
                let said = out.at(here.span(range.clone())).with("word", word);
                out.add(said.token(word));
            }
        }
    }
}

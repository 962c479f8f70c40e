//! A one-letter word in letters of another script.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Passage, Rules, Signs};
use super::reading::letters::{Twins, name};
use super::reading::tokens::{Scripts, is_function_word, own_scripts, tokens};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// One-letter words that only look like those of the page's language.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct LoneLetters {
    #[serde(skip)]
    twins: Twins,
}

impl Rule for LoneLetters {
    const CODE: Code = Code::new("lone-letters", Severity::Warning, &["letter", "script"]);
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for LoneLetters {
    fn needs(&self, page: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        let Some((own, guests)) = own_scripts(page.words) else { return Needs::NEVER };
        Needs::passage(Signs::letters_but(&[own])).only(!guests.is_empty())
    }

    fn prepare(&mut self, rules: &Rules) {
        self.twins = Twins::new(&rules.lexicon.equivalents);
    }

    fn passage(&self, here: &Passage<'_>, _: Option<&Passage<'_>>, out: &mut Findings<'_>) {
        let Some((own, guests)) = own_scripts(here.words()) else {
            return;
        };
        let text = here.text();
        if guests.is_empty() || text.is_ascii() {
            return;
        }
        let all = tokens(text);
        for three in all.windows(3) {
            let [before, letter, after] = three else { continue };
            let Scripts::One(script) = letter.scripts else {
                continue;
            };
            let mut letters = letter.text.chars();
            let (Some(only), None) = (letters.next(), letters.next()) else {
                continue;
            };
            let between = [before.range.end..letter.range.start, letter.range.end..after.range.start];
            let spaced = between.into_iter().all(|gap| {
                !here.masked().has_edge(&(gap.start.saturating_sub(1)..gap.end + 1))
                    && !gap.is_empty()
                    && text[gap].chars().all(char::is_whitespace)
            });
            if script == own || !only.is_lowercase() || !spaced || !before.is(own) || !after.is(own) {
                continue;
            }
            let meant = self.twins.of(only, own);
            if meant.is_some_and(|meant| is_function_word(&meant.to_string(), here.words())) {
                let found = out
                    .at(here.span(letter.range.clone()))
                    .with("letter", letter.text)
                    .with("script", name(script));
                out.add(found.token(letter.text));
            }
        }
    }
}

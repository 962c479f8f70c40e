//! A word of the source that the translation writes in letters of another script.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Rules, Signs, Unit};
use crate::text::script_named;
use super::reading::letters::{Twins, name};
use super::reading::tokens::{Scripts, own_scripts, script, tokens};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Words that only look like those of the source.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct LookAlikes {
    #[serde(skip)]
    twins: Twins,
}

impl Rule for LookAlikes {
    const CODE: Code = Code::new("look-alikes", Severity::Warning, &["word", "script"]);
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for LookAlikes {
    fn needs(&self, page: &Page<'_>, source: Option<&Page<'_>>) -> Needs {
        let from = source.and_then(|source| script_named(&source.words.script));
        let own = script_named(&page.words.script);
        let known = from.is_some() && own.is_some() && from != own;
        Needs { target: Signs::BEYOND_ASCII | Signs::OBJECT, ..Needs::unit(Signs::ANY) }.only(known)
    }

    fn prepare(&mut self, rules: &Rules) {
        self.twins = Twins::new(&rules.lexicon.equivalents);
    }

    fn unit(&self, unit: &Unit<'_>, out: &mut Findings<'_>) {
        let (source, target) = (&unit.source, &unit.target);
        let (Some(from), Some((own, guests))) = (script(source), own_scripts(target.words())) else {
            return;
        };
        if from == own || target.text().is_ascii() {
            return;
        }
        let mut known = None;
        for token in tokens(target.text()) {
            let Scripts::One(written) = token.scripts else {
                continue;
            };
            // Letters that the page does not use at all are told by `script-leak`.
            let allowed = written == own || guests.contains(&written);
            if written == from || !allowed || token.text.chars().nth(1).is_none() {
                continue;
            }
            let Some(meant) = self.twins.word(token.text, from) else {
                continue;
            };
            let known = known.get_or_insert_with(|| {
                let all = tokens(source.text()).into_iter();
                let all = all.map(|token| (token.text.to_owned(), token.range));
                all.collect::<BTreeMap<_, _>>()
            });
            if known.contains_key(token.text) {
                continue;
            }
            if let Some(place) = known.get(&meant) {
                let found = out
                    .at(target.span(token.range.clone()))
                    .with("word", token.text)
                    .with("script", name(written));
                out.add(found.related(source.span(place.clone())).token(token.text));
            }
        }
    }
}

//! Words that the glossary says not to use.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Passage, Rules, Signs, by_language};
use super::reading::glossary::{Form, Stemmed};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::text::Lang;

/// The words of `avoid`.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ForbiddenWords {
    #[serde(skip)]
    all: BTreeMap<Lang, Vec<Forbidden>>,
}

/// A word, and what to say instead.
#[derive(Debug)]
struct Forbidden {
    form: Form,
    instead: String,
}

impl Rule for ForbiddenWords {
    const CODE: Code = Code::new("forbidden-words", Severity::Warning, &["word", "instead"]);
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for ForbiddenWords {
    fn needs(&self, page: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::passage(Signs::ANY).only(!by_language(&self.all, page.lang).is_empty())
    }

    fn prepare(&mut self, rules: &Rules) {
        for term in &rules.terms {
            for (lang, words) in &term.avoid {
                let instead = term.forms(lang).first().cloned().unwrap_or_default();
                let forms = Form::all(words, term, lang, rules).into_iter();
                let forms = forms.map(|form| Forbidden {
                    form,
                    instead: instead.clone(),
                });
                self.all.entry(lang.clone()).or_default().extend(forms);
            }
        }
    }

    fn passage(&self, here: &Passage<'_>, _: Option<&Passage<'_>>, out: &mut Findings<'_>) {
        let all = by_language(&self.all, here.page.lang);
        if all.is_empty() {
            return;
        }
        let text = Stemmed::of(here);
        for forbidden in all {
            for place in forbidden.form.places(&text) {
                let word = &here.text()[place.clone()];
                let found = out
                    .at(here.span(place))
                    .with("word", word)
                    .with("instead", &forbidden.instead);
                out.add(found.token(&forbidden.form.written));
            }
        }
    }
}

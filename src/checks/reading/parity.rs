//! Terms that the source has and the translation has not.

use std::collections::BTreeMap;

use super::glossary::{Form, Stemmed};
use super::tokens::shortened;
use crate::checks::engine::{Findings, Rules, TermMode, Unit, by_language};
use crate::text::Lang;

/// The terms of one mode, made ready.
#[derive(Debug, Default)]
pub(in crate::checks) struct Terms(Vec<BTreeMap<Lang, Vec<Form>>>, Vec<Form>);

impl Terms {
    /// Makes the terms of a project ready.
    pub(in crate::checks) fn new(rules: &Rules, mode: TermMode) -> Self {
        let all = rules.terms.iter().filter(|term| term.mode == mode);
        let mut kept = Vec::new();
        let mut out = Vec::new();
        for term in all {
            kept.extend(term.keep.iter().map(|word| Form::kept(word)));
            let forms = term
                .forms
                .iter()
                .map(|(lang, written)| (lang.clone(), Form::all(written, term, lang, rules)));
            out.push(forms.collect());
        }
        Self(out, kept)
    }

    /// Whether there are none.
    pub(in crate::checks) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Says which terms of the source have no counterpart.
    pub(in crate::checks) fn compare(&self, unit: &Unit<'_>, out: &mut Findings<'_>) {
        let (source, target) = (&unit.source, &unit.target);
        if self.0.is_empty() || source.page.lang == target.page.lang {
            return;
        }
        let (here, there) = (Stemmed::of(source), Stemmed::of(target));
        // What several terms ask for at one place, one of them may have.
        let mut wanted: BTreeMap<(usize, usize), Vec<&Form>> = BTreeMap::new();
        for term in &self.0 {
            let (from, to) = (forms(term, source.page.lang), forms(term, target.page.lang));
            if from.is_empty() || to.is_empty() {
                continue;
            }
            if let Some(place) = from.iter().find_map(|form| form.find(&here)) {
                wanted
                    .entry((place.start, place.end))
                    .or_default()
                    .extend(to);
            }
        }
        for kept in &self.1 {
            if let Some(place) = kept.find(&here) {
                wanted
                    .entry((place.start, place.end))
                    .or_default()
                    .push(kept);
            }
        }
        for ((start, end), forms) in wanted {
            if forms.iter().any(|form| form.find(&there).is_some()) {
                continue;
            }
            let names: Vec<&str> = forms.iter().map(|form| form.written.as_str()).collect();
            let term = &source.text()[start..end];
            let found = out
                .at(target.whole())
                .with("term", shortened(term))
                .with("wanted", names.join(", "));
            let found = found.related(source.span(start..end));
            out.add(found.token(names.first().copied().unwrap_or_default()));
        }
    }
}

fn forms<'t>(term: &'t BTreeMap<Lang, Vec<Form>>, lang: &Lang) -> &'t [Form] {
    by_language(term, lang)
}

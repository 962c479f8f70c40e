//! A directive whose keyword the site generator does not know from the source.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Pair, Signs};
use crate::document::Format;
use super::reading::{Layout, Thing, directives};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Directives with another keyword than in the source.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Directives {}

impl Rule for Directives {
    const CODE: Code = Code::new("directives", Severity::Error, &["keyword", "source"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for Directives {
    fn needs(&self, page: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        // Messages have neither headings nor what stands between them.
        Needs::pair(Signs::ANY).only(page.document.format != Format::Fluent)
    }

    fn pair(&self, pair: &Pair<'_>, out: &mut Findings<'_>) {
        let (source, target) = (directives(pair.source), directives(pair.target));
        if target.is_empty() {
            return;
        }
        let layout = Layout::of(pair);
        let compared = layout.compare(&source, &target);
        let (mut beside, mut lost): (Vec<(&Thing, &Thing)>, Vec<&Thing>) = (Vec::new(), compared.gone);
        for one in compared.lost {
            match one.instead {
                Some(instead) => beside.push((one.thing, instead)),
                None => lost.push(one.thing),
            }
        }
        lost.sort_by_key(|thing| thing.place.start);
        // What cannot be placed goes in order, if each has its counterpart.
        let mut alone = compared.extra;
        if alone.len() == lost.len() {
            beside.extend(lost.into_iter().zip(alone.drain(..)));
        }
        for (thing, instead) in beside {
            let found = out.at(pair.target.span(instead.place.clone()));
            let found = found
                .with("keyword", &instead.shown)
                .with("source", &thing.shown)
                .related(pair.source.span(thing.place.clone()))
                .about([thing.value.as_str(), instead.value.as_str()], layout.is_stale(thing.segment));
            out.add(found.token(instead.shown.as_str()));
        }
        let known: BTreeSet<&String> = source.iter().map(|one| &one.value).collect();
        // A directive more is no harm, unless its keyword is one that the source never uses.
        for extra in alone.into_iter().filter(|extra| !known.contains(&extra.value)) {
            let found = out.at(pair.target.span(extra.place.clone()));
            let found = found.with("keyword", &extra.shown).with("source", "");
            out.add(found.token(extra.shown.as_str()));
        }
    }
}

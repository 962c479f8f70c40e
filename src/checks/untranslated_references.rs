//! A reference to what the source language has and this one has not.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Bundle, Findings, Level, Levels, Needs, Page};
use super::reading::references::{Lookup, references};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// References to what is not translated.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct UntranslatedReferences {}

impl Rule for UntranslatedReferences {
    const CODE: Code = Code::new("untranslated-references", Severity::Error, &["name"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for UntranslatedReferences {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::NEVER
    }

    fn bundle(&self, bundle: &Bundle<'_>, out: &mut Findings<'_>) {
        let Some(source) = bundle.source else { return };
        let (here, there) = (Lookup::new(bundle), Lookup::new(source));
        for entry in bundle.entries() {
            for reference in references(entry) {
                let name = reference.name();
                if here.find(name).is_some() {
                    continue;
                }
                let Some(original) = there.find(name) else {
                    continue;
                };
                let found = out
                    .at(reference.side.span(&reference.place()))
                    .related(original.whole())
                    .with("name", name);
                out.add(found.token(name).about([entry.id(), name], false));
            }
        }
    }
}

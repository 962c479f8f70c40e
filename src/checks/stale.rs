//! A translation whose source has changed since.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Translation};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::track::Status;

/// Translations whose source has changed since they were made.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Stale {}

impl Rule for Stale {
    const CODE: Code = Code::new(
        "stale",
        Severity::Warning,
        &["article", "lang", "segments", "words"],
    );
    const LEVELS: Levels = Levels::both(Level::Warning);
}

/// More places than this are not shown: `sverka diff` shows all.
const PLACES: usize = 3;

impl Check for Stale {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::NEVER
    }

    fn translation(&self, of: &Translation<'_>, out: &mut Findings<'_>) {
        let work = of.pair.work.filter(|work| !work.is_mechanical());
        let (Status::Stale, Some(work)) = (of.pair.status, work) else {
            return;
        };
        let mut found = out
            .at(of.target.clone())
            .with("article", &of.source.file)
            .with("lang", &of.pair.lang)
            .with("segments", work.segments + work.removed)
            .with("words", work.words);
        for place in of.changed.iter().take(PLACES) {
            found = found.related(place.clone());
        }
        out.add(found.required(of.required));
    }
}

//! Text that was read in a wrong encoding.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Passage, Signs};
use super::reading::mojibake::broken;
use super::reading::tokens::shortened;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Text in a wrong encoding.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Mojibake {}

impl Rule for Mojibake {
    const CODE: Code = Code::new("mojibake", Severity::Error, &["meant", "shown"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for Mojibake {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::passage(Signs::BEYOND_ASCII)
    }

    fn passage(&self, here: &Passage<'_>, other: Option<&Passage<'_>>, out: &mut Findings<'_>) {
        let text = here.text();
        if text.is_ascii() {
            return;
        }
        let written = |passage: &Passage<'_>| passage.words().script == "Cyrillic";
        let cyrillic = written(here) || other.is_some_and(written);
        for broken in broken(text, cyrillic) {
            let shown = shortened(&text[broken.range.clone()]);
            let found = out
                .at(here.span(broken.range))
                .with("shown", &shown)
                .with("meant", shortened(&broken.meant));
            out.add(found.token(shown));
        }
        let mut before = None;
        for (at, _) in text.match_indices('\u{fffd}') {
            // One finding for a run of them.
            if before.replace(at + 3) != Some(at) {
                let found = out.at(here.span(at..at + 3)).with("shown", "U+FFFD");
                out.add(found.with("meant", "").token("U+FFFD"));
            }
        }
    }
}

//! A piece of a file of Fluent that no program can read.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Rules, Signs};
use super::reading::letters::Twins;
use super::reading::slips::{Slip, odd_comments, slips};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Messages that cannot be read.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct BrokenMessages {
    #[serde(skip)]
    twins: Twins,
}

impl Rule for BrokenMessages {
    const CODE: Code = Code::new(
        "broken-messages",
        Severity::Error,
        &["why", "found", "meant"],
    );
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for BrokenMessages {
    fn needs(&self, page: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::page(Signs::ANY).only(page.document.fluent.is_some())
    }

    fn prepare(&mut self, rules: &Rules) {
        self.twins = Twins::new(&rules.lexicon.equivalents);
    }

    fn page(&self, page: &Page<'_>, out: &mut Findings<'_>) {
        let Some(fluent) = &page.document.fluent else {
            return;
        };
        let mut all: Vec<(&str, Slip)> = odd_comments(page.text);
        for broken in &fluent.broken {
            let piece = page.text.get(broken.all.clone()).unwrap_or_default();
            let slips = slips(page.text, broken, &self.twins).into_iter();
            all.extend(slips.map(|slip| (piece, slip)));
        }
        for (piece, slip) in all {
            let found = out
                .at(page.span(slip.place))
                .with("why", slip.why)
                .with("found", &slip.found)
                .with("meant", &slip.meant)
                .about([piece], false);
            out.add(found.token(slip.why));
        }
    }
}

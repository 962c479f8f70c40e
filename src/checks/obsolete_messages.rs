//! A message that only the translation has.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Entry, Findings, Level, Levels, Message, Needs, Page};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Messages that the source does not have.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ObsoleteMessages {}

impl Rule for ObsoleteMessages {
    const CODE: Code = Code::new(
        "obsolete-messages",
        Severity::Warning,
        &["message", "renamed"],
    );
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for ObsoleteMessages {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::MESSAGES
    }

    fn message(&self, message: &Message<'_>, out: &mut Findings<'_>) {
        let (None, Some(target)) = (message.source, message.target) else {
            return;
        };
        // Each language may have terms of its own, which its own messages are made of.
        if target.entry.is_term() {
            return;
        }
        let renamed = message.renamed.map_or("", Entry::id);
        let mut found = out
            .at(target.place())
            .with("message", target.id())
            .with("renamed", renamed);
        if let Some(source) = message.renamed {
            found = found.related(source.place());
        }
        out.add(found.token(target.id()));
    }
}

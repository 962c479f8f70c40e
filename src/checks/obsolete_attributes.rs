//! An attribute of a message that only the translation has.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Message, Needs, Page};
use super::reading::messages::lacking;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Attributes that the source of a message does not have.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ObsoleteAttributes {}

impl Rule for ObsoleteAttributes {
    const CODE: Code = Code::new(
        "obsolete-attributes",
        Severity::Warning,
        &["message", "attribute"],
    );
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for ObsoleteAttributes {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::MESSAGES
    }

    fn message(&self, message: &Message<'_>, out: &mut Findings<'_>) {
        let Some([source, target]) = message.both() else {
            return;
        };
        for (name, segment) in lacking(target, source) {
            let found = out
                .at(target.page.span(segment.span.clone()))
                .related(source.place())
                .with("message", target.id())
                .with("attribute", name)
                .about([segment.text.as_str()], message.is_stale(segment));
            out.add(found.token(format!("{}.{name}", target.id())));
        }
    }
}

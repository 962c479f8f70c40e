//! A message that has a text of its own in one language and only attributes in the other.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Entry, Findings, Level, Levels, Message, Needs, Page};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::Segment;

/// Messages with a value in one language only.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct MessageValues {}

impl Rule for MessageValues {
    const CODE: Code = Code::new("message-values", Severity::Error, &["message", "side"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for MessageValues {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::MESSAGES
    }

    fn message(&self, message: &Message<'_>, out: &mut Findings<'_>) {
        let Some([source, target]) = message.both() else {
            return;
        };
        let whole = |at: Entry<'_>, segment: &Segment| at.page.span(segment.span.clone());
        let found = match (source.value(), target.value()) {
            (Some(value), None) => {
                let stale = message.is_stale(value);
                out.at(target.place())
                    .related(whole(source, value))
                    .with("side", "source")
                    .about([source.text(), target.text()], stale)
                    .required(message.required && !stale)
            }
            (None, Some(value)) => out
                .at(whole(target, value))
                .related(source.place())
                .with("side", "target"),
            _ => return,
        };
        out.add(found.with("message", source.id()).token(source.id()));
    }
}

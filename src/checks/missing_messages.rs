//! A message or term of the source that the translation lacks.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Entry, Findings, Level, Levels, Message, Needs, Page};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Messages and terms that the translation lacks.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct MissingMessages {}

impl Rule for MissingMessages {
    const CODE: Code = Code::new("missing-messages", Severity::Error, &["message", "after"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for MissingMessages {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::MESSAGES
    }

    fn message(&self, message: &Message<'_>, out: &mut Findings<'_>) {
        let (Some(source), None) = (message.source, message.target) else {
            return;
        };
        // What is there and cannot be read is told as broken.
        if message.broken {
            return;
        }
        let segments = source.segments();
        // What was added since is work that waits, and is counted with it.
        let stale = segments.iter().all(|segment| message.is_stale(segment));
        let place = match message.after {
            Some(entry) => entry.behind(),
            None => message.pages[1].whole(),
        };
        let after = message.after.map_or("", Entry::id);
        let found = out
            .at(place)
            .related(source.place())
            .with("message", source.id())
            .with("after", after)
            .about([source.text()], stale)
            .required(message.required && !stale);
        out.add(found.token(source.id()));
    }
}

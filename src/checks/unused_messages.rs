//! Messages that no file of a program uses, and terms that no message refers to.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Interface, Level, Levels};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// The check.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct UnusedMessages {
    /// Whether a message is used whose id merely stands in quotation marks, as in a list of ids. Default: true.
    mentions: bool,
}

impl Default for UnusedMessages {
    fn default() -> Self {
        Self { mentions: true }
    }
}

impl Rule for UnusedMessages {
    const CODE: Code = Code::new("unused-messages", Severity::Warning, &["id", "kind"]);
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for UnusedMessages {
    fn interface(&self, of: &Interface<'_>, out: &mut Findings<'_>) {
        let reached = of.reached(self.mentions);
        for message in &of.messages {
            if message.shared || reached.contains(message.id.as_str()) {
                continue;
            }
            let kind = if message.id.starts_with('-') {
                "term"
            } else {
                "message"
            };
            let file = &*message.place.file;
            let found = out
                .at(message.place.clone())
                .with("id", &message.id)
                .with("kind", kind)
                .token(&message.id)
                .article(file)
                .about([file], false);
            out.add(found);
        }
    }
}

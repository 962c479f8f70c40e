//! An attribute of a message that the translation lacks.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Message, Needs, Page};
use super::reading::messages::lacking;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Attributes that the translation of a message lacks.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct MissingAttributes {}

impl Rule for MissingAttributes {
    const CODE: Code = Code::new(
        "missing-attributes",
        Severity::Error,
        &["message", "attribute"],
    );
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for MissingAttributes {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::MESSAGES
    }

    fn message(&self, message: &Message<'_>, out: &mut Findings<'_>) {
        let Some([source, target]) = message.both() else {
            return;
        };
        for (name, segment) in lacking(source, target) {
            let stale = message.is_stale(segment);
            let found = out
                .at(target.behind())
                .related(source.page.span(segment.span.clone()))
                .with("message", source.id())
                .with("attribute", name)
                .about([segment.text.as_str()], stale)
                .required(message.required && !stale);
            out.add(found.token(format!("{}.{name}", source.id())));
        }
    }
}

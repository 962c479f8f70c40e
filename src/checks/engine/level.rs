//! How much a finding counts, and how much it does in each profile.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use crate::diagnostic::Severity;

/// How much the findings of a check count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// The check does not run.
    Off,
    /// Worth knowing.
    Info,
    /// Probably a mistake.
    Warning,
    /// Certainly one.
    Error,
}

impl Level {
    /// The severity of its findings; none where the check does not run.
    pub fn severity(self) -> Option<Severity> {
        match self {
            Self::Off => None,
            Self::Info => Some(Severity::Info),
            Self::Warning => Some(Severity::Warning),
            Self::Error => Some(Severity::Error),
        }
    }

    /// The word of the project file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Off => "off",
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl From<Severity> for Level {
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Info => Self::Info,
            Severity::Warning => Self::Warning,
            Severity::Error => Self::Error,
        }
    }
}

impl JsonSchema for Level {
    fn schema_name() -> Cow<'static, str> {
        "Level".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": ["off", "info", "warning", "error"] })
    }
}

/// The level of a check in each profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Levels {
    /// Where people write documentation.
    pub docs: Level,
    /// Where people write news.
    pub news: Level,
}

impl Levels {
    /// The same level in both.
    pub const fn both(level: Level) -> Self {
        Self {
            docs: level,
            news: level,
        }
    }

    /// Off in documentation, and worth knowing in news: typography.
    pub const NEWS: Self = Self {
        docs: Level::Off,
        news: Level::Info,
    };
}

//! Languages, and the ways a folder may spell their tags.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;
use unic_langid::LanguageIdentifier;

use super::is_cyrillic;

/// A language: a BCP 47 tag such as `ru`, `pt-BR` or `sr-Latn`, in its canonical spelling.
///
/// Reading accepts what folders and front matter really say: `pt_BR`, `zh-cn`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(LanguageIdentifier);

/// A tag that is not a language.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{0}` is not a language tag")]
pub struct LangError(pub String);

impl Lang {
    /// The language without script, region and variants: `pt` for `pt-BR`.
    pub fn primary(&self) -> &str {
        self.0.language.as_str()
    }

    /// What the letters of a text make likely: Russian or English.
    pub fn guess(text: &str) -> Self {
        let tag = if is_cyrillic(text.chars()) {
            "ru"
        } else {
            "en"
        };
        Self(tag.parse().unwrap_or_default())
    }

    /// The tag as the `fluent` crates want it.
    pub fn id(&self) -> &LanguageIdentifier {
        &self.0
    }
}

impl FromStr for Lang {
    type Err = LangError;

    fn from_str(tag: &str) -> Result<Self, LangError> {
        // `und` and the empty tag parse, but say nothing about a file.
        tag.parse()
            .ok()
            .filter(|id: &LanguageIdentifier| !id.language.is_empty())
            .map(Self)
            .ok_or_else(|| LangError(tag.to_owned()))
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&self.0.to_string())
    }
}

impl Serialize for Lang {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Lang {
    fn deserialize<D: Deserializer<'de>>(input: D) -> Result<Self, D::Error> {
        let tag = Cow::<'_, str>::deserialize(input)?;
        tag.parse().map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for Lang {
    fn schema_name() -> Cow<'static, str> {
        "Lang".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "A language tag (BCP 47), such as `ru`, `pt-BR` or `sr-Latn`",
            "pattern": "^[A-Za-z]{2,8}([-_][A-Za-z0-9]{2,8})*$",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_folders_are_one_language() {
        for (tag, canonical) in [
            ("pt_BR", "pt-BR"),
            ("zh-cn", "zh-CN"),
            ("SR_latn", "sr-Latn"),
        ] {
            assert_eq!(tag.parse::<Lang>().unwrap().to_string(), canonical);
        }
    }

    #[test]
    fn a_folder_of_drafts_is_no_language() {
        for tag in ["", "und", "draft notes", "ру", "x"] {
            assert!(tag.parse::<Lang>().is_err(), "{tag:?}");
        }
    }
}

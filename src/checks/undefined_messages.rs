//! Ids that the files of a program use and no Fluent file of the source language defines.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Interface, Level, Levels, Defined};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// The check.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct UndefinedMessages {}

impl Rule for UndefinedMessages {
    const CODE: Code = Code::new("undefined-messages", Severity::Error, &["id", "nearest"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

/// For so many ids the nearest one is looked for: more are no slips.
const MOST: usize = 100;

impl Check for UndefinedMessages {
    fn interface(&self, of: &Interface<'_>, out: &mut Findings<'_>) {
        let mut messages: BTreeMap<&str, &Defined> = BTreeMap::new();
        for message in &of.messages {
            messages.entry(&message.id).or_insert(message);
        }
        // A term is no message, however near its name is.
        let ids = messages.keys().filter(|id| !id.starts_with('-'));
        let ids: Vec<&str> = ids.copied().collect();
        let mut told = BTreeSet::new();
        for one in &of.named {
            let known = messages.contains_key(one.id.as_str()) || of.used.is_match(&one.id);
            let file = &*one.place.file;
            // Once in each file: the next use says nothing new.
            if known || !told.insert((file, one.id.as_str())) {
                continue;
            }
            let mut near = Vec::new();
            if told.len() <= MOST {
                near = similar::get_close_matches(one.id.as_str(), &ids, 1, 0.75);
            }
            let near = near.first().and_then(|id| messages.get(id));
            let mut found = out
                .at(one.place.clone())
                .with("id", &one.id)
                .with("nearest", near.map_or("", |message| &message.id))
                .token(&one.id)
                .article(file)
                .about([file], false);
            if let Some(message) = near {
                found = found.related(message.place.clone());
            }
            out.add(found);
        }
    }
}

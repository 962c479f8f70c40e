//! `carry` for machines. The fields are documented here and in `carry.schema.json`; a field that
//! changes its meaning gets another number in [`VERSION`].

use schemars::JsonSchema;
use serde::Serialize;

use super::change_names::nature_key;
use crate::text::{Lang, LineIndex};
use crate::track::{Carried, ChangeKind, Comparison, Reason, Why};

/// What the field `schema` says.
const VERSION: &str = "sverka.carry/1";

/// The output of `sverka carry --format json`.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CarryJson {
    /// Name and version of this form: `sverka.carry/1`.
    pub schema: &'static str,
    /// Whether the files were written.
    pub written: bool,
    /// One entry for each stale translation that something can be said of.
    pub translations: Vec<CarriedJson>,
}

/// What was carried into one translation.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CarriedJson {
    /// Path of the source file.
    pub source: String,
    /// Path of the translation.
    pub target: String,
    /// Language of the translation.
    pub lang: Lang,
    /// Whether it could be written; true also where it was not to be.
    pub ok: bool,
    /// The changes that the translation reflects now.
    pub carried: Vec<DoneJson>,
    /// The changes that stay pending.
    pub left: Vec<LeftJson>,
}

/// A change that was carried.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct DoneJson {
    /// Its number, from 1, as `diff` gives it.
    pub number: usize,
    /// Added, removed, changed or moved.
    pub kind: ChangeKind,
    /// What alone is different.
    pub reason: Option<Reason>,
    /// The first line of the old translation that was edited; none where it was right already.
    pub line: Option<usize>,
}

/// A change that stays pending.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct LeftJson {
    /// Its number, from 1, as `diff` gives it.
    pub number: usize,
    /// Added, removed, changed or moved.
    pub kind: ChangeKind,
    /// What alone is different in a mechanical change.
    pub reason: Option<Reason>,
    /// Why it stays: `words` (a translator's work), `no-counterpart`, `not-one-to-one`, `unsure`,
    /// `differs`, `ambiguous`, `among-words`, `beside-words`, `own-rules`, `localised`,
    /// `words-in-code`, `tied` or `unsafe`.
    pub why: &'static str,
    /// The value that it is about.
    pub value: Option<String>,
}

impl CarryJson {
    /// The JSON Schema of this form.
    pub fn schema() -> serde_json::Value {
        schemars::schema_for!(CarryJson).to_value()
    }

    /// The form of some translations.
    pub fn new(written: bool, translations: Vec<CarriedJson>) -> Self {
        Self {
            schema: VERSION,
            written,
            translations,
        }
    }
}

impl CarriedJson {
    /// What was carried into one translation, and whether that could be written.
    pub fn new(found: &Comparison, carried: &Carried, ok: bool) -> Self {
        let lines = LineIndex::new(&found.target);
        let change = |at: usize| {
            let change = &found.changes.list[at];
            (at + 1, change.kind, nature_key(change.nature).1)
        };
        let done = carried.done.iter().map(|done| {
            let (number, kind, reason) = change(done.change);
            DoneJson {
                number,
                kind,
                reason,
                line: done.edited.as_ref().map(|bytes| lines.line(bytes.start)),
            }
        });
        let left = carried.left.iter().map(|(at, why)| {
            let (number, kind, reason) = change(*at);
            let (why, value) = why_key(why);
            LeftJson {
                number,
                kind,
                reason,
                why,
                value: value.map(str::to_owned),
            }
        });
        Self {
            source: found.source_path.clone(),
            target: found.target_path.clone(),
            lang: found.lang.clone(),
            ok,
            carried: done.collect(),
            left: left.collect(),
        }
    }
}

/// The name of a reason, and the value that it speaks of.
fn why_key(why: &Why) -> (&'static str, Option<&str>) {
    match why {
        Why::Words => ("words", None),
        Why::NoCounterpart => ("no-counterpart", None),
        Why::NotOneToOne => ("not-one-to-one", None),
        Why::Unsure => ("unsure", None),
        Why::Differs { base } => ("differs", Some(base)),
        Why::Ambiguous { value } => ("ambiguous", Some(value)),
        Why::AmongWords => ("among-words", None),
        Why::BesideWords => ("beside-words", None),
        Why::OwnRules => ("own-rules", None),
        Why::Localised { value } => ("localised", Some(value)),
        Why::WordsInCode => ("words-in-code", None),
        Why::Tied => ("tied", None),
        Why::Unsafe => ("unsafe", None),
    }
}

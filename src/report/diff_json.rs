//! `diff` for machines. The fields are documented here and in `diff.schema.json`; a field that
//! changes its meaning gets another number in [`VERSION`].

use schemars::JsonSchema;
use serde::Serialize;

use super::change_names::nature_key;
use super::diff::Shown;
use crate::document::Document;
use crate::text::{Lang, LineIndex, Tone, diff_words};
use crate::track::{Change, ChangeKind, Comparison, Reason};

/// What the field `schema` says.
const VERSION: &str = "sverka.diff/1";

/// The output of `sverka diff --format json`.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct DiffJson {
    /// Name and version of this form: `sverka.diff/1`.
    pub schema: &'static str,
    /// One entry for each stale translation that was asked for.
    pub translations: Vec<PairJson>,
}

/// What changed in the source of one translation.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct PairJson {
    /// Path of the source file.
    pub source: String,
    /// Path of the translation.
    pub target: String,
    /// Language of the translation.
    pub lang: Lang,
    /// The changes, in the order of the source.
    pub changes: Vec<ChangeJson>,
}

/// One change.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ChangeJson {
    /// Its number, from 1, as `sync --segment` takes it.
    pub number: usize,
    /// Added, removed, changed or moved.
    pub kind: ChangeKind,
    /// `prose`, `structural` (what is put into a message, or its markup), `minor` (a slip of the pen) or `mechanical`.
    pub nature: &'static str,
    /// What alone is different in a mechanical change.
    pub reason: Option<Reason>,
    /// The key of a front-matter field or Fluent message.
    pub key: Option<String>,
    /// The block in the base.
    pub old: Option<TextJson>,
    /// The block in the source.
    pub new: Option<TextJson>,
    /// The block of the translation.
    pub translation: Option<TextJson>,
    /// The words: pieces that joined give the old text (without those added) or the new one
    /// (without those removed). Empty unless both texts exist and differ.
    pub words: Vec<PieceJson>,
}

/// A text and where it stands.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TextJson {
    /// Its first line, from 1.
    pub line: usize,
    /// Its last line.
    pub end_line: usize,
    /// The text, without what surrounds the block.
    pub text: String,
}

/// A piece of a word diff.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct PieceJson {
    /// In both texts, in the old one only, or in the new one only.
    pub tone: Tone,
    /// The piece.
    pub text: String,
}

impl DiffJson {
    /// The JSON Schema of this form.
    pub fn schema() -> serde_json::Value {
        schemars::schema_for!(DiffJson).to_value()
    }

    /// The form of some comparisons.
    pub fn new(found: &[Comparison], shown: Shown) -> Self {
        let translations = found
            .iter()
            .map(|found| PairJson::new(found, shown))
            .collect();
        Self {
            schema: VERSION,
            translations,
        }
    }
}

impl PairJson {
    fn new(found: &Comparison, shown: Shown) -> Self {
        let indexes =
            [&found.base.text, &found.source, &found.target].map(|text| LineIndex::new(text));
        let numbered = found.changes.list.iter().enumerate();
        let wanted = numbered.filter(|(_, change)| !shown.prose_only || change.nature.is_work());
        Self {
            source: found.source_path.clone(),
            target: found.target_path.clone(),
            lang: found.lang.clone(),
            changes: wanted
                .map(|(at, change)| ChangeJson::new(at + 1, change, found, &indexes))
                .collect(),
        }
    }
}

impl ChangeJson {
    fn new(number: usize, change: &Change, found: &Comparison, lines: &[LineIndex; 3]) -> Self {
        let old = change
            .old
            .map(|at| TextJson::new(&found.old, at, &lines[0]));
        let new = change
            .new
            .map(|at| TextJson::new(&found.new, at, &lines[1]));
        let pieces = match (&old, &new) {
            (Some(old), Some(new)) if old.text != new.text => {
                diff_words(&old.text, &new.text).pieces
            }
            _ => Vec::new(),
        };
        let (nature, reason) = nature_key(change.nature);
        let key =
            |document: &Document, at: usize| document.blocks[at].key(document).map(str::to_owned);
        Self {
            number,
            kind: change.kind,
            nature,
            reason,
            key: change
                .new
                .and_then(|at| key(&found.new, at))
                .or_else(|| change.old.and_then(|at| key(&found.old, at))),
            old,
            new,
            translation: found
                .target_of(change)
                .map(|at| TextJson::new(&found.translated, at, &lines[2])),
            words: pieces
                .into_iter()
                .map(|(tone, text)| PieceJson { tone, text })
                .collect(),
        }
    }
}

impl TextJson {
    fn new(document: &Document, at: usize, lines: &LineIndex) -> Self {
        let block = &document.blocks[at];
        let (line, end_line) = lines.lines(&block.lines);
        Self {
            line,
            end_line,
            text: block.text.clone(),
        }
    }
}

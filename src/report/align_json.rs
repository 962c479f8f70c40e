//! `align` for machines. The fields are documented here and in `align.schema.json`; a field that
//! changes its meaning gets another number in [`VERSION`].

use schemars::JsonSchema;
use serde::Serialize;

use super::aligned::{Aligned, AlignedFile, Row, kind_key};
use crate::document::Kind;
use crate::text::Lang;

/// What the field `schema` says.
const VERSION: &str = "sverka.align/1";

/// The output of `sverka align --format json`.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct AlignJson {
    /// Name and version of this form: `sverka.align/1`.
    pub schema: &'static str,
    /// The source.
    pub source: AlignedFileJson,
    /// The translation.
    pub target: AlignedFileJson,
    /// Every block of both files in exactly one unit: in the order of the source, what only the
    /// translation has behind the unit it follows there.
    pub units: Vec<UnitJson>,
}

/// One of the two files.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct AlignedFileJson {
    /// Its path, as it was given.
    pub path: String,
    /// Its language, as it was given or guessed.
    pub lang: Lang,
}

/// Blocks of the source with the blocks that translate them.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct UnitJson {
    /// Blocks of the source, in order; none for what only the translation has.
    pub source: Vec<BlockJson>,
    /// Blocks of the translation, in order; none for what is not translated.
    pub target: Vec<BlockJson>,
    /// How sure that is, from 0 to 1, with three digits; of a block alone, that it has no counterpart,
    /// where 0 says that nothing was looked for.
    pub confidence: f64,
    /// Whether the translation stands elsewhere than its source does.
    pub moved: bool,
}

/// A block and where it stands.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct BlockJson {
    /// Its first line, from 1.
    pub line: usize,
    /// Its last line.
    pub end_line: usize,
    /// `heading`, `paragraph`, `list-item`, `table-row`, `image`, `html`, `directive`, `code`, `field`,
    /// `message` or `attribute`; of what no reader reads, `definition`, `import`, `tag`, `comment` or
    /// `other`.
    pub kind: &'static str,
    /// The level of a heading, from 1 to 6.
    pub level: Option<u8>,
    /// The key of a front-matter field or Fluent message.
    pub key: Option<String>,
    /// The text, without what surrounds the block.
    pub text: String,
}

impl AlignJson {
    /// The JSON Schema of this form.
    pub fn schema() -> serde_json::Value {
        schemars::schema_for!(AlignJson).to_value()
    }

    /// The form of two files side by side.
    pub fn new(found: &Aligned) -> Self {
        let file = |file: &AlignedFile| AlignedFileJson {
            path: file.path.clone(),
            lang: file.document.lang.clone(),
        };
        let [source, target] = &found.files;
        Self {
            schema: VERSION,
            source: file(source),
            target: file(target),
            units: found
                .rows
                .iter()
                .map(|row| UnitJson::new(row, found))
                .collect(),
        }
    }
}

impl UnitJson {
    fn new(row: &Row, found: &Aligned) -> Self {
        let blocks = |file: &AlignedFile, blocks: &[usize]| {
            let block = |&at: &usize| BlockJson::new(file, at);
            blocks.iter().map(block).collect()
        };
        let unit = &row.unit;
        Self {
            source: blocks(&found.files[0], &unit.source),
            target: blocks(&found.files[1], &unit.target),
            confidence: (unit.confidence * 1000.0).round() / 1000.0,
            moved: row.moved,
        }
    }
}

impl BlockJson {
    fn new(file: &AlignedFile, at: usize) -> Self {
        let (line, end_line) = file.lines(at);
        let kind = file.kind(at);
        let block = file.block(at);
        Self {
            line,
            end_line,
            kind: kind_key(kind),
            level: match kind {
                Kind::Heading(level) => Some(level),
                _ => None,
            },
            key: block.key(&file.document).map(str::to_owned),
            text: block.text.clone(),
        }
    }
}

//! Two files laid side by side, for every form that shows them.

use std::collections::BTreeSet;

use crate::align::{Alignment, Unit};
use crate::document::{Block, Document, Kind};
use crate::text::{LineIndex, rising};

/// A source and a translation, and their units in the order of reading.
#[derive(Debug, Clone)]
pub struct Aligned {
    /// The source and the translation.
    pub files: [AlignedFile; 2],
    /// Every unit once: in the order of the source, what only the translation has behind the unit it
    /// follows there.
    pub rows: Vec<Row>,
}

/// One of the two files.
#[derive(Debug, Clone)]
pub struct AlignedFile {
    /// Its path, as it was given.
    pub path: String,
    /// What stands in it.
    pub document: Document,
    lines: LineIndex,
}

/// A unit and its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The blocks.
    pub unit: Unit,
    /// Whether the translation stands elsewhere than its source does.
    pub moved: bool,
}

impl AlignedFile {
    /// The file at `path` with this text, which was read as `document`.
    pub fn new(path: &str, text: &str, document: Document) -> Self {
        Self {
            path: path.to_owned(),
            lines: LineIndex::new(text),
            document,
        }
    }

    pub(super) fn block(&self, at: usize) -> &Block {
        &self.document.blocks[at]
    }

    /// The first and the last line of a block, from 1.
    pub(super) fn lines(&self, at: usize) -> (usize, usize) {
        self.lines.lines(&self.block(at).lines)
    }

    pub(super) fn kind(&self, at: usize) -> Kind {
        self.block(at).kind(&self.document)
    }
}

impl Aligned {
    /// Puts the units of two files in order.
    pub fn new(source: AlignedFile, target: AlignedFile, alignment: &Alignment) -> Self {
        let moved = moved(&source, alignment);
        // What only the target has, by the unit that it follows; unit 0 stands for the beginning.
        let units = &alignment.units;
        let mut behind: Vec<Vec<usize>> = vec![Vec::new(); units.len() + 1];
        let mut unit_of = vec![0; target.document.blocks.len()];
        for (at, unit) in units.iter().enumerate() {
            for &block in &unit.target {
                unit_of[block] = at;
            }
        }
        let mut last = 0;
        for unit in unit_of {
            if units[unit].source.is_empty() {
                behind[last].push(unit);
            } else {
                last = unit + 1;
            }
        }
        let row = |at: usize| Row {
            unit: units[at].clone(),
            moved: moved.contains(&at),
        };
        let mut rows: Vec<Row> = behind[0].iter().map(|&at| row(at)).collect();
        for at in 0..units.len() {
            if !units[at].source.is_empty() {
                rows.push(row(at));
                rows.extend(behind[at + 1].iter().map(|&at| row(at)));
            }
        }
        Self {
            files: [source, target],
            rows,
        }
    }
}

/// The units outside the longest run of units in the same order on both sides. Fields have keys and
/// no order, and tags stand where their text does.
fn moved(source: &AlignedFile, alignment: &Alignment) -> BTreeSet<usize> {
    let mut places = Vec::new();
    for (at, unit) in alignment.units.iter().enumerate() {
        if let (Some(&left), Some(&right)) = (unit.source.first(), unit.target.first()) {
            let document = &source.document;
            let block = &document.blocks[left];
            if block.key(document).is_none() && block.kind(document).is_content() {
                places.push((at, right));
            }
        }
    }
    let kept: BTreeSet<(usize, usize)> = rising(&places).into_iter().collect();
    let moved = places.into_iter().filter(|place| !kept.contains(place));
    moved.map(|(at, _)| at).collect()
}

/// The name of a kind for machines.
pub(super) fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Heading(_) => "heading",
        Kind::Paragraph => "paragraph",
        Kind::ListItem => "list-item",
        Kind::TableCell => "table-row",
        Kind::Image => "image",
        Kind::Html => "html",
        Kind::Directive => "directive",
        Kind::Field => "field",
        Kind::Message => "message",
        Kind::Attribute => "attribute",
        Kind::Code => "code",
        Kind::Definition => "definition",
        Kind::Import => "import",
        Kind::Tag => "tag",
        Kind::Comment => "comment",
        Kind::Other => "other",
    }
}

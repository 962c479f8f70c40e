//! Fields of the front matter that are not translated.

use std::ops::Range;

use super::lines::{line_break, with_breaks};
use super::prose::differs;
use super::splice::{Effect, Splice, Step};
use super::{Outcome, Why, Work};
use crate::document::{Block, Document};
use crate::track::take::Version;

impl Work<'_> {
    /// A field with another value.
    pub(super) fn field(&self, old: usize, new: usize) -> Result<Outcome, Why> {
        let (base, source, target) = (self.sides.base, self.sides.source, self.sides.target);
        let block = self.keyed(base.document, old).ok_or(Why::NoCounterpart)?;
        let there = &target.document.blocks[block];
        let (before, after) = (&base.document.blocks[old], &source.document.blocks[new]);
        let values = |block: &Block, document: &Document| -> Vec<(Option<String>, String)> {
            let fields = block.of(document).iter();
            fields
                .map(|field| (field.key.clone(), field.text.clone()))
                .collect()
        };
        let (was, is) = (
            values(before, base.document),
            values(after, source.document),
        );
        let has = values(there, target.document);
        if has == is {
            return Ok(Outcome::Right);
        }
        if has != was {
            return Err(differs(&before.text));
        }
        if is
            .iter()
            .zip(&was)
            .any(|(is, was)| self.names_language(&was.1, &is.1))
        {
            return Err(Why::Localised {
                value: after.text.clone(),
            });
        }
        if raw(target.text, there) == raw(base.text, before) {
            let text = with_breaks(raw(source.text, after), line_break(target.text));
            return Ok(Outcome::Edit(Step::inside(
                block,
                vec![(there.lines.clone(), text)],
            )));
        }
        // The translation writes the same value in its own way.
        let ([field], [one]) = (there.of(target.document), after.of(source.document)) else {
            return Err(differs(&before.text));
        };
        let value = source.text.get(one.span.clone()).ok_or(Why::Unsure)?;
        let simple = |text: &str| !text.contains(['\n', '|', '>']);
        let place = target.text.get(field.span.clone()).ok_or(Why::Unsure)?;
        if self.fences_differ() || !simple(value) || !simple(place) {
            return Err(differs(&before.text));
        }
        let edit = (field.span.clone(), value.to_owned());
        Ok(Outcome::Edit(Step::inside(block, vec![edit])))
    }

    /// The block of the translation with the key of a block of another document.
    pub(super) fn keyed(&self, document: &Document, at: usize) -> Option<usize> {
        let key = document.blocks[at].key(document)?;
        let target = self.sides.target.document;
        target
            .blocks
            .iter()
            .position(|block| block.key(target) == Some(key))
    }

    /// Whether one front matter is YAML and the other TOML.
    fn fences_differ(&self) -> bool {
        let fence = |version: Version<'_>| {
            let start = version
                .document
                .front_matter
                .as_ref()
                .map(|front| front.start);
            start.and_then(|start| version.text.get(start..start + 3).map(str::to_owned))
        };
        fence(self.sides.source) != fence(self.sides.target)
    }

    /// Neighbours of the source's front matter that come into the translation's.
    pub(super) fn add_fields(&self, blocks: &Range<usize>) -> Result<Outcome, Why> {
        let (source, target) = (self.sides.source, self.sides.target);
        let Some(front) = target.document.front_matter.clone() else {
            return Err(Why::NoCounterpart);
        };
        let there: Vec<Option<usize>> = blocks
            .clone()
            .map(|at| self.keyed(source.document, at))
            .collect();
        if there.iter().any(Option::is_some) {
            return self.are_there(blocks, &there);
        }
        if self.fences_differ() {
            return Err(Why::Unsure);
        }
        let whole = blocks.clone().map(|at| &source.document.blocks[at].text);
        if let Some(value) = whole.clone().find(|text| self.names_language("", text)) {
            return Err(Why::Localised {
                value: value.clone(),
            });
        }
        // Behind the nearest field before them that the translation has as well.
        let behind = (0..blocks.start)
            .rev()
            .find_map(|at| self.keyed(source.document, at));
        let end = line_break(target.text);
        let (at, behind) = if let Some(block) = behind {
            (target.document.blocks[block].lines.end, block + 1)
        } else {
            let first = target.text[front.start..].find(['\r', '\n']);
            (front.start + first.ok_or(Why::Unsure)?, 0)
        };
        let list = &source.document.blocks;
        let from = list[blocks.start].lines.start..list[blocks.end - 1].lines.end;
        let text = with_breaks(source.text.get(from).ok_or(Why::Unsure)?, end);
        Ok(Outcome::Edit(Step {
            splices: vec![Splice {
                range: at..at,
                text: format!("{end}{text}"),
                order: blocks.start,
            }],
            effects: blocks
                .clone()
                .map(|at| Effect::Come {
                    behind,
                    order: at,
                    kind: list[at].kind(source.document),
                    text: list[at].text.clone(),
                })
                .collect(),
            ..Step::default()
        }))
    }

    /// Fields that the translation has without having been given them.
    fn are_there(&self, blocks: &Range<usize>, there: &[Option<usize>]) -> Result<Outcome, Why> {
        let (source, target) = (self.sides.source.document, self.sides.target.document);
        for (at, block) in blocks.clone().zip(there) {
            let new = &source.blocks[at];
            let value = |block: &Block, document: &Document| block.of(document)[0].text.clone();
            match block {
                Some(block) if value(&target.blocks[*block], target) == value(new, source) => {}
                Some(_) => return Err(differs(&new.text)),
                // A field beside others that are there: all of them, or none.
                None if new.key(source).is_some() => return Err(Why::Unsure),
                None => {}
            }
        }
        Ok(Outcome::Right)
    }
}

/// The lines of a block as they stand, but for how they end.
fn raw<'t>(file: &'t str, block: &Block) -> &'t str {
    file.get(block.lines.clone()).unwrap_or_default()
}

//! What stands around the words of a block: the level of a heading, the sign of a list.

use super::prose::differs;
use super::splice::{Effect, Step};
use super::{Outcome, Why, Work};
use crate::document::{Block, Document, Format, Kind};

impl Work<'_> {
    /// Changes of what stands around the segments of a block: their own texts are the same.
    pub(super) fn around(&self, old: usize, new: usize) -> Result<Outcome, Why> {
        let (base, source) = (self.sides.base, self.sides.source);
        let (before, after) = (&base.document.blocks[old], &source.document.blocks[new]);
        if base.document.format == Format::Html {
            // Tags stand around them, and say more than these signs do.
            return Err(Why::AmongWords);
        }
        let (was, is) = (before.kind(base.document), after.kind(source.document));
        match (was, is) {
            // How a value is quoted is up to each file.
            (Kind::Field, Kind::Field)
            | (Kind::Message | Kind::Attribute, Kind::Message | Kind::Attribute) => {
                Ok(Outcome::Right)
            }
            (Kind::Heading(one), Kind::Heading(two)) if one == two => Ok(Outcome::Right),
            (Kind::Heading(one), Kind::Heading(two)) => self.level(old, one, two),
            (Kind::ListItem, Kind::ListItem) => {
                let one = sign(base.text, base.document, before);
                let two = sign(source.text, source.document, after);
                match (one, two) {
                    (Some(one), Some(two)) if is_bullet(one) && is_bullet(two) => {
                        Ok(Outcome::Right)
                    }
                    (Some(one), Some(two)) if !is_bullet(one) && !is_bullet(two) => {
                        self.number(old, one, two)
                    }
                    _ => Err(Why::AmongWords),
                }
            }
            _ => Err(Why::AmongWords),
        }
    }

    fn level(&self, old: usize, one: u8, two: u8) -> Result<Outcome, Why> {
        let target = self.sides.target;
        let block = self.places.sure(old)?;
        let there = &target.document.blocks[block];
        match there.kind(target.document) {
            Kind::Heading(level) if level == two => return Ok(Outcome::Right),
            Kind::Heading(level) if level == one => {}
            _ => return Err(differs(&self.sides.base.document.blocks[old].text)),
        }
        let head = there.lines.start..there.of(target.document)[0].span.start;
        let sign = target
            .text
            .get(head.clone())
            .and_then(|head| head.find('#'));
        let closed = target.text[there.of(target.document)[0].span.end..there.lines.end].trim();
        let Some(at) = sign.filter(|_| closed.is_empty()) else {
            return Err(Why::AmongWords);
        };
        let range = head.start + at..head.start + at + usize::from(one);
        let mut step = Step::inside(block, vec![(range, "#".repeat(two.into()))]);
        step.effects = vec![Effect::Inside(block, Some(Kind::Heading(two)))];
        Ok(Outcome::Edit(step))
    }

    /// The number of an item.
    fn number(&self, old: usize, one: &str, two: &str) -> Result<Outcome, Why> {
        let target = self.sides.target;
        let block = self.places.sure(old)?;
        let there = &target.document.blocks[block];
        let Some(found) = sign(target.text, target.document, there) else {
            return Err(differs(one));
        };
        if found == two {
            return Ok(Outcome::Right);
        }
        if found != one {
            return Err(differs(one));
        }
        let head = &target.text[there.lines.start..there.of(target.document)[0].span.start];
        let at = there.lines.start + head.rfind(one).ok_or(Why::AmongWords)?;
        let edit = (at..at + one.len(), two.to_owned());
        Ok(Outcome::Edit(Step::inside(block, vec![edit])))
    }
}

/// What stands on the lines of a block beside its segments, without space.
pub(super) fn outside(file: &str, document: &Document, block: &Block) -> String {
    let mut out = String::new();
    let mut at = block.lines.start;
    for segment in block.of(document) {
        out.push_str(file.get(at..segment.span.start).unwrap_or_default());
        at = segment.span.end.max(at);
    }
    out.push_str(file.get(at..block.lines.end).unwrap_or_default());
    out.split_whitespace().collect()
}

/// The sign or number of a list item.
fn sign<'a>(file: &'a str, document: &Document, block: &Block) -> Option<&'a str> {
    let start = block.of(document).first()?.span.start;
    file.get(block.lines.start..start)?
        .split_whitespace()
        .next_back()
}

fn is_bullet(sign: &str) -> bool {
    matches!(sign, "-" | "*" | "+")
}

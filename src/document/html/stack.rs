//! The elements that stand open, and what each start and end of one makes of them.

use super::elements::{Role, ends_paragraph, holds, implied, mark, of_table};
use super::tokens::Tag;
use crate::document::PlaceholderKind;
use crate::text::Lang;

/// How far back the start of an element is looked for. No page nests a tenth as deep.
const NEAR: usize = 256;

/// Why a text is not for readers of this language.
#[derive(Clone, Copy, Default)]
pub(super) struct Mute {
    /// It is in another language.
    foreign: bool,
    /// It is not to be translated.
    kept: bool,
    /// It is code.
    code: bool,
}

impl Mute {
    pub(super) fn any(self) -> bool {
        self.foreign || self.kept || self.code
    }
}

/// An element that stands open.
#[derive(Clone, Default)]
pub(super) struct Open {
    pub(super) name: String,
    /// Whether it ends the text around it.
    pub(super) block: bool,
    pub(super) mute: Mute,
    /// Whether the block that it is or stands in is mute.
    pub(super) block_mute: bool,
    /// The nearest block that says what its first text is.
    pub(super) holder: Option<usize>,
}

/// The elements that stand open, outermost first.
pub(super) struct Stack {
    open: Vec<Open>,
    /// The page's own languages: what it is said to be in, and what it says itself.
    langs: Vec<String>,
}

impl Stack {
    pub(super) fn new(lang: &Lang) -> Self {
        Self {
            open: Vec::new(),
            langs: vec![lang.primary().to_owned()],
        }
    }

    /// Takes the language that the tag of a whole page speaks of for its own.
    pub(super) fn page_is_in(&mut self, tag: &Tag, file: &str) {
        if self.langs.len() == 1 {
            self.langs.extend(lang(tag, file));
        }
    }

    pub(super) fn innermost(&self) -> Option<&Open> {
        self.open.last()
    }

    pub(super) fn push(&mut self, open: Open) {
        self.open.push(open);
    }

    /// The element that a tag opens where it stands.
    pub(super) fn opened(&self, tag: &Tag, role: Role, file: &str) -> Open {
        let around = self.open.last();
        let mut mute = around.map(|open| open.mute).unwrap_or_default();
        if let Some(lang) = lang(tag, file) {
            mute.foreign = !self.langs.contains(&lang) && lang != "und";
        }
        // On the whole page it speaks to browsers that offer to translate it.
        if !matches!(tag.name.as_str(), "html" | "body") {
            match tag.value(file, "translate") {
                Some(value) if value.eq_ignore_ascii_case("no") => mute.kept = true,
                Some(_) => mute.kept = false,
                None => {}
            }
        }
        mute.code |= role == Role::Code;
        let block = matches!(role, Role::Block(_));
        let inherited = around.is_some_and(|open| open.block_mute);
        Open {
            name: tag.name.clone(),
            block,
            mute,
            block_mute: if block { mute.any() } else { inherited },
            holder: around.and_then(|open| open.holder),
        }
    }

    /// The placeholder of the innermost element, if that is an object in a text.
    pub(super) fn object(&self) -> Option<PlaceholderKind> {
        let open = self.open.last()?;
        (open.mute.any() && !open.block_mute).then(|| mark(&open.name))
    }

    /// Ends what the start of the block `name` ends.
    pub(super) fn imply(&mut self, name: &str) {
        let (ended, stops) = implied(name);
        let near = self.open.iter().rev().take(NEAR);
        let mut inside = near.take_while(|open| !stops.contains(&open.name.as_str()));
        if let Some(back) = inside.position(|open| ended.contains(&open.name.as_str())) {
            self.cut(back);
        }
        if !ends_paragraph(name) {
            return;
        }
        let mut near = self.open.iter().rev().take(NEAR).enumerate();
        let block = near.find(|(_, open)| open.block);
        if let Some((back, _)) = block.filter(|(_, open)| open.name == "p") {
            self.cut(back);
        }
    }

    /// Ends an inline element, if it began in the same block.
    pub(super) fn end_inline(&mut self, name: &str) {
        let near = self.open.iter().rev().take(NEAR);
        let mut inside = near.take_while(|open| !open.block);
        if let Some(back) = inside.position(|open| open.name == name) {
            self.cut(back);
        }
    }

    /// Ends a block, unless it is around a cell, say, in which it did not begin.
    pub(super) fn end_block(&mut self, name: &str) {
        let table = of_table(name);
        let near = self.open.iter().rev().take(NEAR);
        for (back, open) in near.enumerate() {
            if open.name == name {
                return self.cut(back);
            }
            if !table && holds(&open.name) {
                return;
            }
        }
    }

    /// Ends an element so far from the innermost one, and all that is in it.
    fn cut(&mut self, back: usize) {
        self.open.truncate(self.open.len() - back - 1);
    }
}

/// The language that a tag speaks of, without script and region.
fn lang(tag: &Tag, file: &str) -> Option<String> {
    let value = tag.value(file, "lang");
    let value = value.or_else(|| tag.value(file, "xml:lang"))?;
    let primary = value.split(['-', '_']).next();
    let primary = primary.filter(|lang| !lang.is_empty())?;
    Some(primary.to_ascii_lowercase())
}

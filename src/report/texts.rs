//! The texts that places are in, each read once while findings walk through it.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::VecDeque;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use super::Sources;
use super::window::clamp;
use crate::document::{Format, Reader};
use crate::text::{Lang, LineIndex, Span};

/// Findings stand in order: a source, its translation, and what little they refer to elsewhere.
const KEPT: usize = 4;

/// The last texts that were asked for.
pub(super) struct Texts<'a> {
    sources: Sources<'a>,
    kept: RefCell<VecDeque<Kept>>,
}

/// A path, and the text that there is.
type Kept = (Arc<str>, Option<Rc<Text>>);

/// A text and its lines.
pub(super) struct Text {
    /// What it says.
    pub(super) whole: String,
    /// Its lines.
    pub(super) index: LineIndex,
    /// An offset that was asked for, and the line and column there.
    last: Cell<(usize, (usize, usize))>,
    /// Where its messages and attributes begin, if it is a file of Fluent, and what they are called.
    keys: OnceCell<Vec<(Range<usize>, String)>>,
}

impl<'a> Texts<'a> {
    /// Texts that `sources` gives.
    pub(super) fn new(sources: Sources<'a>) -> Self {
        Self {
            sources,
            kept: RefCell::default(),
        }
    }

    /// The text that a span is in, unless it speaks of the file as a whole.
    pub(super) fn of(&self, span: &Span) -> Option<Rc<Text>> {
        if span.end == 0 {
            return None;
        }
        let mut kept = self.kept.borrow_mut();
        if let Some((_, text)) = kept.iter().find(|(file, _)| *file == span.file) {
            return text.clone();
        }
        let text = (self.sources)(&span.file).map(|text| Rc::new(Text::new(text)));
        kept.truncate(KEPT - 1);
        kept.push_front((Arc::clone(&span.file), text.clone()));
        text
    }

    /// The message of Fluent that a place is in, or the attribute; none of a place between two.
    pub(super) fn key(&self, span: &Span) -> Option<String> {
        if span.start == span.end || Format::of(&span.file) != Format::Fluent {
            return None;
        }
        let text = self.of(span)?;
        let keys = text.keys.get_or_init(|| keys(span, &text.whole));
        let at = keys.partition_point(|(lines, _)| lines.start <= span.start);
        let (lines, key) = keys.get(at.checked_sub(1)?)?;
        (span.start < lines.end).then(|| key.clone())
    }
}

/// The lines of each message and attribute of a file, in order.
fn keys(span: &Span, text: &str) -> Vec<(Range<usize>, String)> {
    // Messages are read alike in every language.
    let reader = Reader::of_messages(&span.file, &Lang::guess("en"));
    let document = reader.read(text).document;
    let named = document.blocks.iter().filter_map(|block| {
        let key = block.key(&document)?;
        Some((block.lines.clone(), key.to_owned()))
    });
    let mut out: Vec<_> = named.collect();
    let entries = document.fluent.iter().flat_map(|fluent| &fluent.entries);
    // The name of a message with a value stands in the block of the value.
    let bare = entries.filter(|entry| {
        let first = document.segments.get(entry.segments.start);
        first.is_none_or(|first| first.key.as_ref() != Some(&entry.id))
    });
    out.extend(bare.map(|entry| (entry.place.clone(), entry.id.clone())));
    out.sort_by_key(|(lines, _)| lines.start);
    out
}

impl Text {
    fn new(text: String) -> Self {
        Self {
            index: LineIndex::new(&text),
            whole: text,
            last: Cell::new((0, (1, 1))),
            keys: OnceCell::new(),
        }
    }

    /// Line and column of the ends of a range, counted from 1; it is moved into the text.
    pub(super) fn positions(&self, range: &Range<usize>) -> [(usize, usize); 2] {
        let range = clamp(&self.whole, range);
        [self.position(range.start), self.position(range.end)]
    }

    /// Counts on from the place before, if that stands on the same line: many findings in one long
    /// line would otherwise each count from its start.
    fn position(&self, offset: usize) -> (usize, usize) {
        let line = self.index.line(offset);
        let (before, (known, column)) = self.last.get();
        let found = match self.whole.get(before..offset) {
            Some(between) if known == line => (line, column + between.chars().count()),
            _ => self.index.position(&self.whole, offset),
        };
        self.last.set((offset, found));
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counting_on_gives_what_counting_anew_gives() {
        let long = "раз два\n".to_owned() + &"слово ".repeat(50) + "\nпосле\n";
        let text = Text::new(long.clone());
        let offsets = (0..long.len()).filter(|at| long.is_char_boundary(*at));
        let offsets: Vec<usize> = offsets.collect();
        for at in offsets.iter().chain(offsets.iter().rev()) {
            assert_eq!(text.position(*at), text.index.position(&long, *at), "{at}");
        }
    }

    #[test]
    fn a_place_in_a_file_of_messages_is_told_by_its_message() {
        let file = "# Меню\n\nmenu =\n    Меню\n    .title = Что есть\nhelp =\n    .title =\n        Где\n-brand = «Вестник»\n";
        let sources = |_: &str| Some(file.to_owned());
        let texts = Texts::new(&sources);
        let key = |words: &str| {
            let at = file.find(words).unwrap();
            texts.key(&Span::new("a/ru.ftl", at..at + words.len()))
        };
        for (words, expected) in [
            ("# Меню", None),
            ("menu", Some("menu")),
            ("    Меню", Some("menu")),
            ("Что", Some("menu.title")),
            ("help", Some("help")),
            ("Где", Some("help.title")),
            ("brand", Some("-brand")),
            ("Вестник", Some("-brand")),
        ] {
            assert_eq!(key(words).as_deref(), expected, "{words}");
        }
        assert_eq!(texts.key(&Span::new("a/ru.ftl", 20..20)), None);
        assert_eq!(texts.key(&Span::new("a/ru.md", 20..24)), None);
    }

    #[test]
    fn a_file_is_read_once_while_it_is_spoken_of() {
        let reads = Cell::new(0);
        let sources = |_: &str| {
            reads.set(reads.get() + 1);
            Some("текст".to_owned())
        };
        let texts = Texts::new(&sources);
        for _ in 0..100 {
            for file in ["a/ru.md", "a/en.md"] {
                assert!(texts.of(&Span::new(file, 0..2)).is_some());
            }
        }
        assert_eq!(reads.get(), 2);
    }
}

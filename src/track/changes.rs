//! The changes between two versions of a source: the base and what the article says today.

use schemars::JsonSchema;
use serde::Serialize;

use super::matching::{Match, match_blocks};
use super::nature::{Nature, Reason, judge};
use super::structure::structure;
use crate::document::{Block, Document, Format, Kind};
use crate::text::{Tone, count_words, diff_words};

/// How a block differs between base and source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ChangeKind {
    /// Stands in the source only.
    Added,
    /// Stands in the base only.
    Removed,
    /// Stands in both, in its place, with another text.
    Changed,
    /// Stands elsewhere now, perhaps with another text.
    Moved,
}

/// One difference between base and source, a block at a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// How it differs.
    pub kind: ChangeKind,
    /// Whether a translator has to know.
    pub nature: Nature,
    /// The block in the base.
    pub old: Option<usize>,
    /// The block in the source.
    pub new: Option<usize>,
}

/// Everything that differs between a base and a source, in the order of the source.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Changes {
    /// The differences; one that was removed stands where it stood.
    pub list: Vec<Change>,
    /// Blocks that stand in both and have the same text: base and source index, in no set order.
    pub same: Vec<(usize, usize)>,
}

impl Changes {
    /// Compares two versions of one source.
    pub fn between(base: &Document, source: &Document) -> Self {
        let mut out = Self::default();
        for found in match_blocks(base, source) {
            match found {
                Match::Same(old, new) => out.same.push((old, new)),
                Match::Changed(old, new) => {
                    out.push(ChangeKind::Changed, (base, old), (source, new));
                }
                Match::Moved(old, new) => out.push(ChangeKind::Moved, (base, old), (source, new)),
                Match::Removed(old) => out.list.push(Change {
                    kind: ChangeKind::Removed,
                    nature: alone(base, old),
                    old: Some(old),
                    new: None,
                }),
                Match::Added(new) => out.list.push(Change {
                    kind: ChangeKind::Added,
                    nature: alone(source, new),
                    old: None,
                    new: Some(new),
                }),
            }
        }
        out.in_reading_order();
        out
    }

    /// The differences that a translator has to deal with.
    pub fn work(&self) -> impl Iterator<Item = &Change> {
        self.list.iter().filter(|change| change.nature.is_work())
    }

    fn push(&mut self, kind: ChangeKind, old: (&Document, usize), new: (&Document, usize)) {
        let (before, after) = (&old.0.blocks[old.1], &new.0.blocks[new.1]);
        let nature = if kind == ChangeKind::Moved && before.text == after.text {
            Nature::Mechanical(Reason::Move)
        } else {
            judge((old.0, before), (new.0, after))
        };
        self.list.push(Change {
            kind,
            nature,
            old: Some(old.1),
            new: Some(new.1),
        });
    }

    /// Sorts by place in the source; what was removed comes behind what stood before it.
    fn in_reading_order(&mut self) {
        let mut place: Vec<(usize, usize)> = self.same.clone();
        let both = |change: &Change| change.old.zip(change.new);
        place.extend(
            self.list
                .iter()
                .filter(|c| c.kind == ChangeKind::Changed)
                .filter_map(both),
        );
        place.sort_unstable();
        let after = |old: usize| {
            let before = place.partition_point(|&(base, _)| base < old);
            before.checked_sub(1).map_or(0, |at| place[at].1 + 1)
        };
        self.list
            .sort_by_key(|change| match (change.new, change.old) {
                (Some(new), _) => (new, 1, 0),
                (None, old) => (after(old.unwrap_or(0)), 0, old.unwrap_or(0)),
            });
    }
}

impl Change {
    /// How many segments it touches, and how many words of the source they bring that the base
    /// did not have.
    pub fn size(&self, base: &Document, source: &Document) -> (usize, usize) {
        let old = self.old.map(|at| &base.blocks[at]);
        let new = self.new.map(|at| &source.blocks[at]);
        match (old, new) {
            (None, Some(new)) => (
                prose_segments(source, new),
                count_words(&new.reader(source)),
            ),
            (Some(old), None) => (prose_segments(base, old), 0),
            (Some(old), Some(new)) => differing((base, old), (source, new)),
            (None, None) => (0, 0),
        }
    }
}

fn prose_segments(document: &Document, block: &Block) -> usize {
    block
        .of(document)
        .iter()
        .filter(|segment| segment.prose)
        .count()
}

/// Segments of a changed block that differ, and the words that are new in them.
fn differing(old: (&Document, &Block), new: (&Document, &Block)) -> (usize, usize) {
    let (before, after) = (old.1.of(old.0), new.1.of(new.0));
    let fluent = new.0.format == Format::Fluent;
    if before.len() != after.len() {
        let words = new_words(&old.1.reader(old.0), &new.1.reader(new.0));
        return (prose_segments(new.0, new.1).max(1), words);
    }
    let differs = before.iter().zip(after).filter(|(old, new)| {
        old.reader != new.reader || fluent && structure(old) != structure(new)
    });
    let sizes = differs.map(|(old, new)| new_words(&old.reader, &new.reader));
    sizes.fold((0, 0), |(segments, words), more| {
        (segments + 1, words + more)
    })
}

fn new_words(old: &str, new: &str) -> usize {
    let diff = diff_words(old, new);
    diff.pieces
        .iter()
        .filter(|piece| piece.0 == Tone::Added)
        .map(|piece| count_words(&piece.1))
        .sum()
}

/// The nature of a block that came or went.
fn alone(document: &Document, at: usize) -> Nature {
    let block = &document.blocks[at];
    if block.prose(document) {
        return Nature::Prose;
    }
    Nature::Mechanical(Reason::of_hidden(block.kind(document)))
}

impl Reason {
    /// Why a change in something that is not prose needs no translator.
    pub(super) fn of_hidden(kind: Kind) -> Self {
        match kind {
            Kind::Code => Self::CodeBlock,
            Kind::Field => Self::Metadata,
            Kind::Definition | Kind::Image => Self::Link,
            Kind::Import => Self::Import,
            Kind::Comment => Self::Comment,
            Kind::Tag | Kind::Html => Self::Tag,
            _ => Self::Markup,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Reader;

    /// The changes as lines: kind, and the text in the source, or in the base if it is gone.
    fn changes(base: &str, source: &str) -> Vec<String> {
        let read = |text: &str| Reader::for_test("a.md").read(text).document;
        let (old, new) = (read(base), read(source));
        let text = |change: &Change| match (change.new, change.old) {
            (Some(at), _) => new.blocks[at].text.clone(),
            (None, Some(at)) => old.blocks[at].text.clone(),
            (None, None) => String::new(),
        };
        let found = Changes::between(&old, &new);
        let line = |change: &Change| format!("{:?} {}", change.kind, text(change));
        found.list.iter().map(line).collect()
    }

    #[test]
    fn a_section_that_moved_takes_its_heading_along() {
        let one = "# Раз\n\nПервый раздел о приёме документов.\n\n";
        let two = "# Два\n\nВторой раздел о сроках и адресах.\n\nИ ещё абзац в нём же.\n\n";
        assert_eq!(
            changes(&[one, two].concat(), &[two, one].concat()),
            ["Moved # Раз", "Moved Первый раздел о приёме документов."]
        );
    }

    #[test]
    fn one_paragraph_at_the_front_does_not_move_the_page() {
        let old = [
            "Музей открыт с десяти до шести.",
            "Билет стоит 1000 рублей для взрослых.",
            "Дети входят бесплатно; собаки не входят.",
            "Лекция по четвергам в большом зале.",
            "Гардероб слева от входа в музей.",
        ];
        let new = [
            "Лекция по четвергам в большом зале.",
            "Музей открыт с девяти до шести.",
            "Билет стоит 1200 рублей для взрослых.",
            "Дети входят бесплатно, собаки не входят.",
            "Гардероб справа от входа в музей.",
        ];
        assert_eq!(
            changes(&old.join("\n\n"), &new.join("\n\n")),
            [
                "Moved Лекция по четвергам в большом зале.",
                "Changed Музей открыт с девяти до шести.",
                "Changed Билет стоит 1200 рублей для взрослых.",
                "Changed Дети входят бесплатно, собаки не входят.",
                "Changed Гардероб справа от входа в музей.",
            ]
        );
    }

    #[test]
    fn rows_and_items_come_and_go_one_by_one() {
        assert_eq!(
            changes(
                "| а | б |\n|---|---|\n| 1 | раз |\n| 2 | два |\n",
                "| а | б |\n|---|---|\n| 3 | три |\n| 1 | раз |\n"
            ),
            ["Added | 3 | три |", "Removed | 2 | два |"]
        );
        assert_eq!(
            changes(
                "- паспорт\n- справка из школы\n",
                "- паспорт\n- фото\n- справка из лицея\n"
            ),
            ["Added - фото", "Changed - справка из лицея"]
        );
    }

    #[test]
    fn fields_are_known_by_their_keys() {
        assert_eq!(
            changes(
                "---\ntitle: Приём\ndate: 2025-01-01\n---\n",
                "---\ndate: 2026-01-01\ntitle: Набор\nauthor: А\n---\n"
            ),
            [
                "Changed date: 2026-01-01",
                "Changed title: Набор",
                "Added author: А"
            ]
        );
    }

    #[test]
    fn sizes_count_what_a_translator_touches() {
        let read = |text: &str| Reader::for_test("a.md").read(text).document;
        let old = read("| а | б |\n|---|---|\n| 1 | раз и ещё раз |\n\nУдалят.\n");
        let new = read(
            "| а | б |\n|---|---|\n| 1 | раз и ещё два |\n\nНовый абзац из пяти слов.\n\nСовсем другое предложение пришло.\n",
        );
        let sizes: Vec<_> = Changes::between(&old, &new)
            .list
            .iter()
            .map(|c| (c.kind, c.size(&old, &new)))
            .collect();
        assert_eq!(
            sizes,
            [
                (ChangeKind::Changed, (1, 1)),
                (ChangeKind::Removed, (1, 0)),
                (ChangeKind::Added, (1, 5)),
                (ChangeKind::Added, (1, 4)),
            ]
        );
    }
}

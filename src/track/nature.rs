//! Whether a change is a translator's business.

use schemars::JsonSchema;
use serde::Serialize;

use super::structure::structure;
use crate::document::{Block, Document, Format, OBJECT, PlaceholderKind, Segment};
use crate::text::{Reading, read_numbers, speaks, typo_like, words as words_of};

/// What kind of difference a change is, for those who read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nature {
    /// Nothing that a reader reads has changed.
    Mechanical(Reason),
    /// A slip of the pen was mended; the translation is most likely right as it is.
    Minor,
    /// The text says something else.
    Prose,
    /// What is put into the text, what its variants are chosen by or its markup is another: a
    /// translation that keeps the old ones may break at run time.
    Structural,
}

/// Why a change is mechanical: what alone is different.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// White space or the wrapping of lines.
    Spacing,
    /// Emphasis, the level of a heading, the sign of a list.
    Markup,
    /// Marks of punctuation, or the case of letters.
    Punctuation,
    /// The target of a link or image, or a URL.
    Link,
    /// The id of a heading.
    Anchor,
    /// Inline code.
    InlineCode,
    /// Tags, expressions, shortcodes.
    Tag,
    /// Imports and exports.
    Import,
    /// Comments.
    Comment,
    /// How a number is spelled.
    NumberSpelling,
    /// A block of code.
    CodeBlock,
    /// A front-matter field that is not for readers.
    Metadata,
    /// The place alone.
    Move,
}

impl Nature {
    /// Whether a translator has to look at it.
    pub fn is_work(self) -> bool {
        !matches!(self, Self::Mechanical(_))
    }

    /// Whether it is surely more than the mending of a slip.
    pub fn says_more(self) -> bool {
        matches!(self, Self::Prose | Self::Structural)
    }
}

/// The nature of the difference between two versions of a block.
pub(super) fn judge(old: (&Document, &Block), new: (&Document, &Block)) -> Nature {
    if !old.1.prose(old.0) && !new.1.prose(new.0) {
        return Nature::Mechanical(Reason::of_hidden(new.1.kind(new.0)));
    }
    if squeeze(&old.1.text) == squeeze(&new.1.text) {
        return Nature::Mechanical(Reason::Spacing);
    }
    let (before, after) = (old.1.of(old.0), new.1.of(new.0));
    if before.len() == after.len() {
        let judge = if new.0.format == Format::Fluent {
            message
        } else {
            segment
        };
        let cells = before.iter().zip(after).map(|(old, new)| judge(old, new));
        // The gravest of the cells; when all are equal, the difference lies between them.
        return cells
            .flatten()
            .max()
            .unwrap_or(Nature::Mechanical(Reason::Markup));
    }
    let (old, new) = (old.1.reader(old.0), new.1.reader(new.0));
    if old.len().max(new.len()) > LONG {
        return Nature::Prose;
    }
    words(&old, &new)
}

/// Longer segments, in bytes, are not judged finely: no paragraph is as long, and the
/// fine judgement goes over each several times.
const LONG: usize = 20_000;

/// The nature of the difference of two segments; none when they are equal.
fn segment(old: &Segment, new: &Segment) -> Option<Nature> {
    if old.text == new.text {
        return None;
    }
    if squeeze(&old.reader) == squeeze(&new.reader) {
        return Some(Nature::Mechanical(hidden(old, new)));
    }
    if old.reader.len().max(new.reader.len()) > LONG {
        return Some(Nature::Prose);
    }
    let found = words(&old.reader, &new.reader);
    let has_code = [old, new]
        .iter()
        .any(|segment| segment.reader.contains(OBJECT));
    if found.is_work() && has_code && Essence::of(&spoken(old)).agrees(&Essence::of(&spoken(new))) {
        // The same is said; only what stands as code is another matter now.
        return Some(Nature::Mechanical(Reason::Markup));
    }
    Some(found)
}

/// The nature of the difference of two messages; none when they are equal.
fn message(old: &Segment, new: &Segment) -> Option<Nature> {
    if old.text == new.text {
        return None;
    }
    if structure(old) != structure(new) {
        return Some(Nature::Structural);
    }
    let (before, after) = (&old.reader, &new.reader);
    if squeeze(before) == squeeze(after) {
        return Some(Nature::Mechanical(match hidden(old, new) {
            Reason::Markup => Reason::Spacing,
            other => other,
        }));
    }
    if before.len().max(after.len()) > LONG {
        return Some(Nature::Prose);
    }
    Some(words(before, after))
}

/// The nature of the difference of what is read.
fn words(old: &str, new: &str) -> Nature {
    let (before, after) = (Essence::of(old), Essence::of(new));
    if !before.agrees(&after) {
        return if typo_like(old, new) {
            Nature::Minor
        } else {
            Nature::Prose
        };
    }
    let spelled = |text: &str, essence: &Essence| -> Vec<String> {
        let numbers = essence.numbers.iter();
        numbers
            .map(|number| text[number.range.clone()].to_owned())
            .collect()
    };
    if spelled(old, &before) != spelled(new, &after) {
        return Nature::Mechanical(Reason::NumberSpelling);
    }
    // "A part" is not "apart": whoever joins two words or splits one has changed what is read.
    let lower = |text: &str| -> Vec<String> { words_of(text).map(str::to_lowercase).collect() };
    if lower(old).len() == lower(new).len() {
        Nature::Mechanical(Reason::Punctuation)
    } else {
        Nature::Minor
    }
}

/// Whether a text ends with the sign of a negative number: a dash behind nothing or a space.
fn is_negative(before: &str) -> bool {
    let mut letters = before.chars().rev();
    letters.next() == Some('-') && letters.next().is_none_or(|c| c.is_whitespace() || c == '(')
}

/// Which of the things that a reader does not read differs.
fn hidden(old: &Segment, new: &Segment) -> Reason {
    const ORDER: [(Reason, &[PlaceholderKind]); 4] = [
        (Reason::InlineCode, &[PlaceholderKind::Code]),
        (
            Reason::Link,
            &[
                PlaceholderKind::Link,
                PlaceholderKind::Image,
                PlaceholderKind::Url,
            ],
        ),
        (Reason::Anchor, &[PlaceholderKind::Anchor]),
        (
            Reason::Tag,
            &[
                PlaceholderKind::Tag,
                PlaceholderKind::Expression,
                PlaceholderKind::Footnote,
            ],
        ),
    ];
    let of = |segment: &Segment, kinds: &[PlaceholderKind]| -> Vec<String> {
        let marks = segment
            .placeholders
            .iter()
            .filter(|mark| kinds.contains(&mark.kind));
        marks
            .map(|mark| segment.text[mark.range.clone()].to_owned())
            .collect()
    };
    let found = ORDER
        .into_iter()
        .find(|(_, kinds)| of(old, kinds) != of(new, kinds));
    found.map_or(Reason::Markup, |(reason, _)| reason)
}

/// What would be heard if the segment were read aloud, inline code included.
fn spoken(segment: &Segment) -> String {
    let mut out = String::new();
    let mut at = 0;
    for mark in &segment.placeholders {
        if mark.range.start < at {
            continue;
        }
        out.push_str(&segment.text[at..mark.range.start]);
        if mark.kind == PlaceholderKind::Code {
            out.push_str(segment.text[mark.range.clone()].trim_matches('`'));
        }
        at = mark.range.end;
    }
    out.push_str(&segment.text[at..]);
    out
}

fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is said, however it is written: letters without case, the signs that mean something,
/// and numbers by their value.
struct Essence {
    letters: String,
    numbers: Vec<Reading>,
}

impl Essence {
    fn of(text: &str) -> Self {
        let numbers = read_numbers(text);
        let mut letters = String::with_capacity(text.len());
        let mut at = 0;
        let mut say = |text: &str| {
            letters.extend(
                text.chars()
                    .filter(|&c| speaks(c))
                    .flat_map(char::to_lowercase),
            );
        };
        for number in &numbers {
            say(&text[at..number.range.start]);
            if is_negative(&text[..number.range.start]) {
                say("=");
            }
            // The place of the number, so that it does not wander through the words.
            say("#0");
            at = number.range.end;
        }
        say(&text[at..]);
        Self { letters, numbers }
    }

    fn agrees(&self, other: &Self) -> bool {
        let numbers = || self.numbers.iter().zip(&other.numbers);
        self.letters == other.letters
            && self.numbers.len() == other.numbers.len()
            && numbers().all(|(one, two)| one.agrees(two))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Reader;

    fn nature(old: &str, new: &str) -> Nature {
        let read = |text: &str| Reader::for_test("a.md").read(text).document;
        let (old, new) = (read(old), read(new));
        let last = |document: &Document| document.blocks.len() - 1;
        judge(
            (&old, &old.blocks[last(&old)]),
            (&new, &new.blocks[last(&new)]),
        )
    }

    #[test]
    fn what_no_reader_reads_is_mechanical() {
        for (old, new, reason) in [
            ("Приём до\n1 июня.", "Приём до 1 июня.", Reason::Spacing),
            ("Приём до 1 июня", "Приём **до 1 июня**", Reason::Markup),
            ("## Приём", "### Приём", Reason::Markup),
            ("- Приём заявок", "* Приём заявок", Reason::Markup),
            (
                "Запустите sverka status.",
                "Запустите `sverka status`.",
                Reason::Markup,
            ),
            (
                "Приём, до 1 июня",
                "Приём — до 1 июня.",
                Reason::Punctuation,
            ),
            ("Сайт «Сверки»", "Сайт \"Сверки\"", Reason::Punctuation),
            ("См. [правила](/ru/a)", "См. [правила](/ru/b)", Reason::Link),
            ("См. https://a.b/c.", "См. https://a.b/d.", Reason::Link),
            ("![схема](a.png)", "![схема](b.png)", Reason::Link),
            ("## Приём {#in}", "## Приём {#intake}", Reason::Anchor),
            ("Поле `title` есть", "Поле `name` есть", Reason::InlineCode),
            ("Жмите <kbd>Ввод</kbd>", "Жмите <b>Ввод</b>", Reason::Tag),
            (
                "Пришли 186,298 писем",
                "Пришли 186\u{a0}298 писем",
                Reason::NumberSpelling,
            ),
            ("```\na\n```", "```\nб\n```", Reason::CodeBlock),
            ("[a]: /b", "[a]: /c", Reason::Link),
            ("<!-- раз -->", "<!-- два -->", Reason::Comment),
        ] {
            assert_eq!(
                nature(old, new),
                Nature::Mechanical(reason),
                "{old} → {new}"
            );
        }
    }

    #[test]
    fn what_a_reader_reads_is_prose() {
        for (old, new) in [
            ("Приём до 1 июня", "Приём до 15 июня"),
            ("Вход разрешён", "Вход не разрешён"),
            ("Скидка 5 %", "Скидка 5 $"),
            ("Цена 5.00", "Цена 500"),
            ("![схема](a.png)", "![план](a.png)"),
            ("Версия 1.2.3", "Версия 1.2.4"),
            ("| раз | два |\n|---|---|", "| раз | три |\n|---|---|"),
            ("5 и 10 дней", "10 и 5 дней"),
            ("Мороз -5 градусов", "Мороз 5 градусов"),
            ("Нужно x ≥ 5", "Нужно x ≤ 5"),
            ("| а |\n|---|\n| ✅ |", "| а |\n|---|\n| ❌ |"),
        ] {
            assert_eq!(nature(old, new), Nature::Prose, "{old} → {new}");
        }
        assert_eq!(
            nature("Откройте насройки.", "Откройте настройки."),
            Nature::Minor
        );
    }
}

//! How well a translation fits a version of its source, and what it lacks of it.

use std::collections::BTreeSet;

use crate::align::{Unit, align};
use crate::document::{Block, Document, Kind};
use crate::text::read_numbers;

/// A translation laid beside one version of its source.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Fit {
    /// Blocks of the version.
    pub(super) blocks: usize,
    /// Those of them that have a counterpart.
    pub(super) fitting: usize,
    /// Blocks of the translation, and those of them that have a counterpart.
    pub(super) translated: (usize, usize),
    /// Whether each block of one stands for one of the other, in the same order.
    pub(super) exact: bool,
    /// What the translation lacks.
    pub(super) lacks: Vec<Lack>,
}

/// Something of a source that its translation does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lack {
    /// The block of the source.
    pub(super) block: usize,
    /// Its counterparts.
    pub(super) target: Vec<usize>,
    /// What is missing.
    pub(super) what: Missing,
}

/// What a translation lacks of a block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Missing {
    /// All of it.
    Block,
    /// Figures and versions, as the source spells them.
    Figures(Vec<String>),
    /// Lines of code.
    Code(Vec<String>),
}

impl Fit {
    /// Lays `target` beside `source`.
    pub(super) fn of(source: &Document, target: &Document) -> Self {
        let alignment = align(source, target);
        let mut out = Self {
            blocks: 0,
            fitting: 0,
            translated: (0, 0),
            exact: true,
            lacks: Vec::new(),
        };
        let mut last = None;
        for unit in &alignment.units {
            let left: Vec<usize> = counted(source, &unit.source).collect();
            let right: Vec<usize> = counted(target, &unit.target).collect();
            let paired = !left.is_empty() && !right.is_empty() && unit.confidence >= SURE;
            out.blocks += left.len();
            out.translated.0 += right.len();
            if paired {
                out.fitting += left.len();
                out.translated.1 += right.len();
                out.lacks.extend(lacks(source, target, unit));
            } else {
                out.lacks.extend(left.iter().map(|&block| Lack {
                    block,
                    target: Vec::new(),
                    what: Missing::Block,
                }));
            }
            let keyed = |&at: &usize| source.blocks[at].key(source).is_some();
            if left.iter().all(keyed) && !left.is_empty() {
                out.exact &= paired;
            } else if !left.is_empty() || !right.is_empty() {
                let in_order = right.first().copied() > last;
                out.exact &= paired && left.len() == 1 && right.len() == 1 && in_order;
                last = right.last().copied().or(last);
            }
        }
        out.exact &= out.blocks > 0;
        out
    }

    /// The share of the blocks of both that have a counterpart, from 0 to 1.
    pub(super) fn share(&self) -> f64 {
        let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
        let all = number(self.blocks + self.translated.0);
        number(self.fitting + self.translated.1) / all.max(1.0)
    }

    /// By which fits compare: blocks with a counterpart count twice, on both sides; blocks without one
    /// and what is missing inside of the others are taken off.
    pub(super) fn rank(&self) -> isize {
        let inside = self.lacks.iter().filter(|lack| lack.what != Missing::Block);
        let paired = self.fitting + self.translated.1;
        let alone = self.blocks + self.translated.0 - paired;
        (2 * paired).cast_signed() - (alone + inside.count()).cast_signed()
    }
}

/// Units less sure than this do not count as counterparts.
const SURE: f64 = 0.5;

/// The blocks that a translation is expected to have.
fn counted<'b>(document: &'b Document, blocks: &'b [usize]) -> impl Iterator<Item = usize> + 'b {
    blocks.iter().copied().filter(|&at| {
        let block = &document.blocks[at];
        block.kind(document).is_content()
            && (block.key(document).is_none() || block.prose(document))
    })
}

/// What the target of a unit lacks of its source, without what a translator may well have
/// left out on purpose.
pub(super) fn lacks(source: &Document, target: &Document, unit: &Unit) -> Vec<Lack> {
    let there: Vec<&Block> = unit.target.iter().map(|&at| &target.blocks[at]).collect();
    let lack = |(block, what): (usize, Missing)| Lack {
        block,
        target: unit.target.clone(),
        what,
    };
    let mut out = Vec::new();
    for &at in &unit.source {
        let block = &source.blocks[at];
        if block.kind(source) == Kind::Code {
            let lines = code(&block.text, &there);
            out.extend((!lines.is_empty()).then_some((at, Missing::Code(lines))));
        } else {
            let figures = figures(&block.reader(source), &texts(&there));
            out.extend((!figures.is_empty()).then_some((at, Missing::Figures(figures))));
        }
    }
    out.into_iter().map(lack).collect()
}

/// How many figures or lines of code a block of a source has that blocks of a translation do not, and
/// how many these have that it does not.
pub(super) fn distance(
    (source, block): (&Document, usize),
    (target, blocks): (&Document, &[usize]),
) -> (usize, usize) {
    let block = &source.blocks[block];
    let there: Vec<&Block> = blocks.iter().map(|&at| &target.blocks[at]).collect();
    if block.kind(source) == Kind::Code {
        let lines = |text: &str| -> BTreeSet<String> {
            let lines = text.lines().map(skeleton);
            lines.filter(|line| !line.is_empty()).collect()
        };
        let other: BTreeSet<String> = there.iter().flat_map(|block| lines(&block.text)).collect();
        let own = lines(&block.text);
        return (
            own.difference(&other).count(),
            other.difference(&own).count(),
        );
    }
    let right = readers(target, &there);
    let missing = figures(&block.reader(source), &texts(&there));
    (missing.len(), figures(&right, &block.text).len())
}

/// The blocks as they are written: a figure of the text may stand in code here.
fn texts(blocks: &[&Block]) -> String {
    let texts: Vec<&str> = blocks.iter().map(|block| block.text.as_str()).collect();
    texts.join("\n")
}

fn readers(document: &Document, blocks: &[&Block]) -> String {
    let readers: Vec<String> = blocks.iter().map(|block| block.reader(document)).collect();
    readers.join("\n")
}

/// The figures of `source` that `target` has in no spelling. One digit is as often a word, and digits
/// beside letters are a name.
fn figures(source: &str, target: &str) -> Vec<String> {
    let there = read_numbers(target);
    let mut out: Vec<String> = Vec::new();
    for number in read_numbers(source) {
        let spelled = &source[number.range.clone()];
        let digits = spelled.bytes().filter(u8::is_ascii_digit).count();
        let beside = [
            source[..number.range.start].chars().next_back(),
            source[number.range.end..].chars().next(),
        ];
        let name = beside.into_iter().flatten().any(char::is_alphabetic);
        // Version 2.0 is version 2.
        let round = spelled.strip_suffix(".0");
        let known = there.iter().any(|other| {
            other.agrees(&number)
                || round.is_some_and(|round| &target[other.range.clone()] == round)
        });
        if digits > 1 && !name && !known && !out.iter().any(|found| found == spelled) {
            out.push(spelled.to_owned());
        }
    }
    out
}

/// The lines of a block of code that none of `target` is like. Comments and what stands in quotes
/// may be translated, so only what is left of a line counts.
fn code(source: &str, target: &[&Block]) -> Vec<String> {
    let lines = target.iter().flat_map(|block| block.text.lines());
    let there: BTreeSet<String> = lines.map(skeleton).collect();
    let all: String = there.iter().map(String::as_str).collect();
    let missing = |line: &&str| {
        let bare = skeleton(line);
        let names = bare.chars().filter(|c| c.is_alphanumeric()).count();
        let signs = bare.contains([
            '(', ')', '{', '}', '[', ']', '<', '>', '=', ';', '$', ':', '|',
        ]);
        names >= NAMES && signs && !there.contains(&bare) && !all.contains(&bare)
    };
    let mut out: Vec<String> = Vec::new();
    for line in source.lines().filter(missing) {
        if !out.iter().any(|known| known == line) {
            out.push(line.to_owned());
        }
    }
    out
}

/// A line of code with fewer letters than this outside of quotes and comments proves nothing.
const NAMES: usize = 4;

/// A line of code without its comment, what stands in quotes, and white space.
fn skeleton(line: &str) -> String {
    let line = line.trim();
    let comment = ["//", "#", "--", "/*", "*", "<!--", ";"];
    if comment.iter().any(|sign| line.starts_with(sign)) || line.starts_with("```") {
        return String::new();
    }
    let mut out = String::new();
    let mut quote = None;
    let mut before = ' ';
    for letter in line.chars() {
        match quote {
            Some(open) if letter == open => quote = None,
            Some(_) => {}
            None if matches!(letter, '"' | '\'' | '`') => quote = Some(letter),
            None if matches!(letter, '#') && before == ' ' => break,
            None if letter == '/' && before == '/' => {
                out.pop();
                break;
            }
            None if letter.is_whitespace() => {}
            None => out.push(letter),
        }
        before = letter;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Reader;

    fn fit(source: &str, target: &str) -> Fit {
        let read = |text: &str| Reader::for_test("a.md").read(text).document;
        Fit::of(&read(source), &read(target))
    }

    #[test]
    fn the_same_structure_is_exact() {
        let found = fit(
            "---\ntitle: Приём\ndate: 2024\n---\n# Приём\n\nДо 20 июня.\n\n- паспорт\n",
            "---\ntitle: Admission\n---\n# Admission\n\nUntil 20 June.\n\n- passport\n",
        );
        assert!(found.exact && found.lacks.is_empty());
        assert_eq!((found.blocks, found.fitting), (4, 4));
    }

    #[test]
    fn what_is_missing_is_named() {
        let found = fit(
            "До 25 июня 2024 года.\n\n## Как оплатить\n\nСм. `pay --now` и [сайт](https://a.b/c).\n\n```php\n$a = new Rate();\n// скоро\nreturn $a->total();\n```\n",
            "Until 25 June.\n\n## How to pay\n\n```php\n$a = new Rate();\n// soon\n```\n",
        );
        let what: Vec<&Missing> = found.lacks.iter().map(|lack| &lack.what).collect();
        assert_eq!(
            what,
            [
                &Missing::Figures(vec!["2024".to_owned()]),
                &Missing::Block,
                &Missing::Code(vec!["return $a->total();".to_owned()]),
            ]
        );
        assert!(!found.exact);
    }

    #[test]
    fn spelling_and_translated_comments_are_no_lack() {
        let found = fit(
            "Всего 1 500 рублей.\n\n```php\n$a = 'да'; // итог\n```\n",
            "In all 1,500 roubles.\n\n```php\n$a = 'yes'; // total\n```\n",
        );
        assert_eq!(found.lacks, []);
    }
}

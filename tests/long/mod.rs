//! Long pages in two languages that nobody wrote, and which block of the one is which of the other.
#![allow(dead_code, reason = "the bench and the test use different parts of it")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use sverka::document::{Document, Format, Reader};

/// Two pages as blocks of Markdown.
#[derive(Default)]
pub(crate) struct Pages {
    pub(crate) source: Vec<String>,
    pub(crate) target: Vec<String>,
    /// The blocks that translate each other; two pairs share a block where two were made one.
    pub(crate) pairs: Vec<(usize, usize)>,
}

/// What a page is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Text {
    /// Headings, lists, code, and paragraphs of which half name a number, a file or a link.
    Manual,
    /// Paragraphs, and nothing in them that a translation keeps.
    Prose,
}

/// Pages of about `blocks` blocks. `edited`: one block in a hundred is missing, one has no source, and
/// sometimes two paragraphs are one.
pub(crate) fn pages(blocks: usize, text: Text, edited: bool) -> Pages {
    let mut dice = Dice(7);
    let mut out = Pages::default();
    for at in 0..blocks {
        let (source, target) = block(&mut dice, text, at);
        let here = (out.source.len(), out.target.len());
        out.source.push(source);
        let change = if edited { dice.roll(200) } else { 199 };
        match change {
            0 | 1 => {}
            2 | 3 => {
                out.target.push(block(&mut dice, text, at).1);
                out.target.push(target);
                out.pairs.push((here.0, here.1 + 1));
            }
            4 | 5 => {
                let more = [
                    paragraph(&mut dice, text, at),
                    paragraph(&mut dice, text, at),
                ];
                for (source, target) in &more {
                    out.pairs.push((out.source.len(), here.1 + 1));
                    out.source.push(source.clone());
                    let _ = target;
                }
                out.target.push(target);
                out.pairs.push(here);
                out.target.push(format!("{} {}", more[0].1, more[1].1));
            }
            _ => {
                out.target.push(target);
                out.pairs.push(here);
            }
        }
    }
    out.pairs.sort_unstable();
    out
}

impl Pages {
    /// Both pages, read.
    pub(crate) fn read(&self) -> [Document; 2] {
        let read = |lang: &str, blocks: &[String]| {
            let reader = Reader {
                file: "page.md".into(),
                lang: lang.parse().unwrap(),
                format: Format::Markdown,
                translate: Box::new(|_| true),
            };
            let document = reader.read(&blocks.join("\n\n")).document;
            assert_eq!(document.blocks.len(), blocks.len());
            document
        };
        [read("ru", &self.source), read("en", &self.target)]
    }
}

/// A generator of numbers that are the same every time (Knuth's MMIX).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A number below `sides`.
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

fn block(dice: &mut Dice, text: Text, at: usize) -> (String, String) {
    if text == Text::Prose {
        return paragraph(dice, text, at);
    }
    match at % 10 {
        0 => {
            let (ru, en) = words(dice, 3);
            (format!("## {ru}"), format!("## {en}"))
        }
        4 | 5 => {
            let count = 2 + dice.roll(6);
            let (ru, en) = words(dice, count);
            (format!("- {ru}"), format!("- {en}"))
        }
        8 => {
            let code = format!(
                "```sh\ncommand-{} --level {}\n```",
                dice.roll(900),
                dice.roll(40)
            );
            (code.clone(), code)
        }
        _ => paragraph(dice, text, at),
    }
}

fn paragraph(dice: &mut Dice, text: Text, at: usize) -> (String, String) {
    let (mut ru, mut en) = (String::new(), String::new());
    for sentence in 0..=dice.roll(4) {
        let count = 4 + dice.roll(12);
        let (one, other) = words(dice, count);
        let lead = if sentence > 0 { " " } else { "" };
        ru.extend([lead, &one]);
        en.extend([lead, &other]);
        if text == Text::Manual && dice.roll(5) == 0 {
            let kept = match dice.roll(3) {
                0 => format!(" {}", 10 + dice.roll(5_000)),
                1 => format!(" `file_{}`", dice.roll(700)),
                _ => format!(" [{at}](/page/{})", dice.roll(700)),
            };
            ru.push_str(&kept);
            en.push_str(&kept);
        }
        ru.push('.');
        en.push('.');
    }
    (ru, en)
}

/// Some words that translate each other, the common ones often.
fn words(dice: &mut Dice, count: usize) -> (String, String) {
    let (mut ru, mut en) = (Vec::new(), Vec::new());
    for _ in 0..count {
        let rank = dice.roll(70);
        let number = rank * rank + dice.roll(2 * rank + 1);
        ru.push(word(
            number,
            ["к", "м", "н", "р", "с", "т", "л"],
            ["а", "о", "у", "и", "е", "я", "ё"],
        ));
        en.push(word(
            number * 31 + 5,
            ["b", "d", "f", "g", "p", "st", "w"],
            ["a", "o", "u", "i", "e", "ea", "y"],
        ));
    }
    (ru.join(" "), en.join(" "))
}

fn word(mut number: usize, consonants: [&str; 7], vowels: [&str; 7]) -> String {
    let mut out = String::new();
    loop {
        out.push_str(consonants[number % 7]);
        out.push_str(vowels[number / 7 % 7]);
        number /= 49;
        if number == 0 {
            return out;
        }
    }
}

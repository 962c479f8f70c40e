//! Figures with what stands beside them: `4,8 млн руб.` is 4,800,000 and an amount of money.

use std::ops::Range;

use super::clock::near;
use super::numbers::Number;
use super::value::Value;
use super::vocabulary::{Mark, Vocabulary};

/// How much a slip in a figure misleads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::checks) enum Weight {
    /// It has one or two digits.
    Small,
    /// It has three digits or more, or a fraction.
    Large,
    /// It is an amount of money, or has a word that multiplies it.
    Amount,
    /// It is a share of a hundred.
    Percent,
}

/// A number that counts or measures something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::checks) struct Figure {
    /// Its bytes in the text, with the words that belong to it.
    pub(in crate::checks) range: Range<usize>,
    /// Every value it may have.
    pub(in crate::checks) values: Vec<Value>,
    /// The numbers it is if it is several of them: `15 200`.
    pub(super) parts: Vec<Value>,
    /// How much a slip in it misleads.
    pub(in crate::checks) weight: Weight,
    /// Whether it is written with a fraction, be that only zeros, and nothing multiplies it.
    pub(super) exact: bool,
    /// Its currency, by its code.
    pub(in crate::checks) currency: Option<String>,
    /// Whether it is the number of a chapter, a figure or a page.
    pub(super) chapter: bool,
}

impl Figure {
    /// Its value as a sentence shows it; `text` is where it stands.
    pub(in crate::checks) fn shown(&self, text: &str) -> String {
        if !self.exact {
            return self.values[0].to_string();
        }
        let written = text[self.range.clone()].replace(',', ".");
        written.replace(|sign: char| !sign.is_ascii_digit() && sign != '.', "")
    }

    /// Whether the two may be the same value.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        self.values.iter().any(|value| other.values.contains(value))
    }
}

/// The figures of a text, made of the numbers that belong to no date.
pub(super) fn figures(
    text: &str,
    numbers: &[Number],
    marks: &[(Range<usize>, &Mark)],
    vocabulary: &Vocabulary,
) -> Vec<Figure> {
    let reader = Reader {
        text,
        marks,
        vocabulary,
    };
    let mut out: Vec<Figure> = Vec::new();
    for number in numbers.iter().filter(|number| !number.loose) {
        let (figure, zeros) = reader.figure(number);
        if let Some(last) = out.last_mut()
            && last.range.end < figure.range.start
            && near(&text[last.range.end..number.range.start])
        {
            last.join(&figure, zeros);
        }
        out.push(figure);
    }
    out
}

struct Reader<'r> {
    text: &'r str,
    marks: &'r [(Range<usize>, &'r Mark)],
    vocabulary: &'r Vocabulary,
}

impl Reader<'_> {
    /// The figure that a number is, and how many zeros were put behind it.
    fn figure(&self, number: &Number) -> (Figure, i32) {
        let mut out = Figure {
            range: number.range.clone(),
            values: number.values.clone(),
            parts: number.parts.clone(),
            weight: weight(number.written(self.text)),
            exact: fractional(number.written(self.text)),
            currency: None,
            chapter: false,
        };
        let mut zeros = 0;
        let letter = self.behind(&mut out, &mut zeros);
        self.before(&mut out, number.range.start);
        if zeros > 0 || out.currency.is_some() {
            out.weight = out.weight.max(Weight::Amount);
            out.exact = false;
        }
        // A letter may be a unit: `22K`. Behind money it is not.
        if zeros > 0 && letter && out.currency.is_none() {
            out.values.extend(number.values.iter().cloned());
        }
        (out, zeros)
    }

    /// Reads the words behind a figure; tells whether what multiplies it is a letter.
    fn behind(&self, out: &mut Figure, zeros: &mut i32) -> bool {
        let mut letter_unit = false;
        loop {
            let end = out.range.end;
            let mut grown = end;
            for (range, mark) in self.following(end) {
                match mark {
                    Mark::Magnitude { letter: true, .. } if range.start > end => continue,
                    Mark::Magnitude {
                        zeros: more,
                        letter,
                    } if *zeros == 0 => {
                        *zeros = i32::from(*more);
                        letter_unit = *letter;
                        for value in &mut out.values {
                            *value = value.shifted(*zeros);
                        }
                    }
                    Mark::Percent => out.weight = Weight::Percent,
                    Mark::Currency(code) if out.currency.is_none() => {
                        out.currency = Some(code.clone());
                    }
                    _ => continue,
                }
                grown = grown.max(range.end);
            }
            if grown == end {
                break;
            }
            out.range.end = grown;
        }
        let ordinal = self.ordinal(out.range.end);
        out.chapter = self
            .following(ordinal)
            .any(|(_, mark)| **mark == Mark::Chapter);
        letter_unit
    }

    /// Reads the sign or the word before a figure: `$`, `US$`, `рис.`.
    fn before(&self, out: &mut Figure, start: usize) {
        let after = self.marks.partition_point(|(range, _)| range.start < start);
        for (range, mark) in self.marks[..after].iter().rev().take(4) {
            if self
                .text
                .get(range.end..start)
                .is_none_or(|between| between.len() > 3 || !between.trim().is_empty())
            {
                continue;
            }
            match mark {
                Mark::Currency(code) if out.currency.is_none() => {
                    out.currency = Some(code.clone());
                    out.range.start = range.start;
                }
                Mark::Chapter => out.chapter = true,
                _ => {}
            }
        }
    }

    /// The marks that begin at byte `at`, or behind a space or a hyphen there.
    fn following(&self, at: usize) -> impl Iterator<Item = &(Range<usize>, &Mark)> {
        let rest = &self.text[at..];
        let gap = rest
            .chars()
            .next()
            .filter(|sign| sign.is_whitespace() || *sign == '-');
        let last = at + gap.map_or(0, char::len_utf8);
        let first = self.marks.partition_point(|(range, _)| range.start < at);
        self.marks[first..]
            .iter()
            .take_while(move |(range, _)| range.start <= last)
    }

    fn ordinal(&self, at: usize) -> usize {
        let hyphen = usize::from(self.text[at..].starts_with('-'));
        let found = self.vocabulary.ordinals.at(self.text, at + hyphen);
        found.first().map_or(at, |found| found.0)
    }
}

fn weight(written: &str) -> Weight {
    if written.len() > 2 {
        Weight::Large
    } else {
        Weight::Small
    }
}

/// Whether a number is written with a fraction and not only with groups of three digits.
fn fractional(written: &str) -> bool {
    let last = written.rsplit(['.', ',']).next().unwrap_or(written);
    last.len() < written.len() && last.len() != 3
}

impl Figure {
    /// Takes over what stands behind the other end of a range: in `2–3 млн` both are millions, in
    /// `20–30 %` both are shares.
    fn join(&mut self, next: &Self, zeros: i32) {
        if zeros > 0 && self.values.len() == 1 {
            let more: Vec<Value> = self
                .values
                .iter()
                .map(|value| value.shifted(zeros))
                .collect();
            self.values.extend(more);
        }
        if next.weight > Weight::Large {
            self.weight = self.weight.max(next.weight);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::reading::values::Readers;
    use crate::checks::reading::values::numbers::numbers;

    fn read(lang: &str, text: &str) -> Vec<Figure> {
        let readers = Readers::for_test(GERMAN);
        let vocabulary = readers.of(&lang.parse().unwrap());
        figures(
            text,
            &numbers(text),
            &vocabulary.marks.find(text),
            vocabulary,
        )
    }

    const GERMAN: &str =
        "[de]\nmagnitudes.1000000 = ['Million*', 'Mio.']\ncurrencies.EUR = ['€', 'Euro']\n";

    #[test]
    fn spellings_of_one_value_agree() {
        for (left, right) in [
            (("en", "4.8 million"), ("ru", "4,8 млн")),
            (("en", "$1.5bn"), ("ru", "1,5 млрд долларов")),
            (("en", "22K"), ("ru", "22 тыс.")),
            (("en", "22K"), ("ru", "22 КБ")),
            (("en", "100,000"), ("ru", "100 тысяч")),
            (("en", "€2.3 million"), ("de", "2,3 Mio. Euro")),
            (("en", "1,234,567"), ("de", "1.234.567")),
        ] {
            let (one, other) = (read(left.0, left.1), read(right.0, right.1));
            assert!(one[0].agrees(&other[0]), "{one:?} {other:?}");
            assert_eq!(one[0].currency, other[0].currency);
        }
        assert!(!read("en", "4.8 million")[0].agrees(&read("ru", "4,8 млрд")[0]));
        assert!(!read("en", "$10M")[0].agrees(&read("ru", "10 млрд")[0]));
    }

    #[test]
    fn a_figure_is_weighty_if_a_slip_in_it_misleads() {
        let weighty = |text: &str| -> Vec<bool> {
            read("ru", text)
                .iter()
                .map(|figure| figure.weight > Weight::Small)
                .collect()
        };
        assert_eq!(
            weighty("5 дней, 100 мест, 20–30 %, 7 руб., 0,5"),
            [false, true, true, true, true, true]
        );
        assert!(read("ru", "на рис. 5")[0].chapter && read("ru", "5-я глава")[0].chapter);
    }
}

//! Numbers as they are spelled: `1,000`, `1 000` and `1000` are one value.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::pattern;

/// A number in a text, with every value its spelling may mean.
///
/// `3,141` is three thousand in English and a little over three in Russian: both
/// readings are kept, and two numbers agree when they share one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// Where the number stands, in bytes.
    pub range: Range<usize>,
    /// The values in plain spelling: digits, perhaps a point and more digits.
    pub values: Vec<String>,
}

impl Reading {
    /// Whether the two may be the same value.
    pub fn agrees(&self, other: &Self) -> bool {
        self.values.iter().any(|value| other.values.contains(value))
    }
}

/// Finds the numbers of a text. Versions (`1.2.3`) are one value, taken as they stand.
pub fn read_numbers(text: &str) -> Vec<Reading> {
    let mut out = Vec::new();
    for run in RUN.find_iter(text) {
        if run.as_str().bytes().all(|byte| byte.is_ascii_digit()) {
            out.push(Reading {
                range: run.range(),
                values: vec![run.as_str().to_owned()],
            });
            continue;
        }
        // The letter behind says whether the last group is one.
        let behind = text[run.end()..].chars().next().map_or(0, char::len_utf8);
        let place = &text[run.start()..run.end() + behind];
        out.extend(NUMBER.find_iter(place).map(|found| Reading {
            range: run.start() + found.start()..run.start() + found.end(),
            values: values(found.as_str()),
        }));
    }
    out
}

/// Where numbers can be: digits and what may stand between them. In long texts that are not
/// English, the boundary of a word in [`NUMBER`] is found a hundred times slower than this.
static RUN: LazyLock<Regex> = LazyLock::new(|| pattern(r"\d[\d.,'’\ \u{a0}\u{202f}\u{2009}]*"));

/// Digits; groups of three behind one kind of space, comma or apostrophe; a fraction.
static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?x)
        \d{1,3} (?: (?:,\d{3})+ | (?:[\ \u{a0}\u{202f}\u{2009}]\d{3})+ | (?:['’]\d{3})+ ) \b (?:[.,]\d+)*
        | \d+ (?:[.,]\d+)*",
    )
});

fn values(spelling: &str) -> Vec<String> {
    let marks: Vec<char> = spelling.chars().filter(|c| !c.is_ascii_digit()).collect();
    let digits = |text: &str| {
        text.chars()
            .filter(char::is_ascii_digit)
            .collect::<String>()
    };
    let plain = digits(spelling);
    match marks.as_slice() {
        [] => vec![plain],
        [mark] if matches!(mark, '.' | ',') => {
            let (whole, fraction) = spelling.split_once(*mark).unwrap_or((spelling, ""));
            let decimal = format!("{whole}.{fraction}");
            // Three digits behind a comma may be a group; behind a point hardly ever.
            if *mark == ',' && fraction.len() == 3 && whole.len() <= 3 {
                vec![plain, decimal]
            } else {
                vec![decimal]
            }
        }
        [groups @ .., last] if groups.iter().all(|mark| mark == &groups[0]) => {
            if !groups.is_empty() && *last != groups[0] && matches!(last, '.' | ',') {
                let (whole, fraction) = spelling.rsplit_once(*last).unwrap_or((spelling, ""));
                vec![format!("{}.{fraction}", digits(whole))]
            } else if *last == '.' {
                vec![spelling.to_owned()]
            } else {
                vec![plain]
            }
        }
        _ => vec![spelling.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Reading {
        let mut found = read_numbers(text);
        assert_eq!(found.len(), 1, "{text}: {found:?}");
        found.remove(0)
    }

    #[test]
    fn spellings_of_one_value_agree() {
        for (left, right) in [
            ("186,298", "186 298"),
            ("186\u{a0}298", "186298"),
            ("0.5", "0,5"),
            ("1,234,567.89", "1 234 567,89"),
            ("3,141", "3.141"),
        ] {
            assert!(one(left).agrees(&one(right)), "{left} {right}");
        }
    }

    #[test]
    fn different_values_do_not() {
        for (left, right) in [
            ("5.00", "500"),
            ("1.2.3", "123"),
            ("1,5", "15"),
            ("2024", "2025"),
        ] {
            assert!(!one(left).agrees(&one(right)), "{left} {right}");
        }
    }

    #[test]
    fn neighbours_stay_apart() {
        assert_eq!(read_numbers("в 2020 300 человек, 16x16").len(), 4);
    }
}

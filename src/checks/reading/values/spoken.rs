//! Numbers that are said in words or in Roman numerals.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::value::Value;
use super::vocabulary::Mark;
use crate::text::{is_letter, pattern};

/// Every number that the words of a text say, alone or together: of `twenty-five thousand` 20, 5,
/// 25, 1000 and 25,000.
pub(super) fn spoken(text: &str, marks: &[(Range<usize>, &Mark)]) -> BTreeSet<Value> {
    let mut out = BTreeSet::new();
    let mut sum = Sum::default();
    let mut end = 0;
    for (range, mark) in marks {
        if range.start < end {
            continue;
        }
        if !joins(&text[end..range.start]) {
            sum = Sum::default();
        }
        match mark {
            Mark::Numeral(value) => {
                out.insert(value.clone());
                if let Some(small) = value.small() {
                    sum.add(u128::from(small));
                } else {
                    // `two and a half`
                    let whole = sum.total().map(|total| total.to_string());
                    let fraction = value.fraction();
                    out.extend(whole.map(|whole| Value::new(&format!("{whole}.{fraction}"))));
                    sum = Sum::default();
                }
            }
            Mark::Magnitude {
                zeros,
                letter: false,
            } => sum.multiply(*zeros),
            _ => continue,
        }
        end = range.end;
        out.extend(sum.total().map(|total| Value::new(&total.to_string())));
    }
    let alone = |found: &regex::Match<'_>| {
        let joins = |c: char| is_letter(c) || c.is_numeric() || c == '_';
        !text[..found.start()].ends_with(joins) && !text[found.end()..].starts_with(joins)
    };
    for found in ROMAN.find_iter(text).filter(alone) {
        out.extend(roman(found.as_str()).map(Value::from));
    }
    out
}

/// The number that words say one after the other.
#[derive(Default)]
struct Sum {
    thousands: u128,
    rest: u128,
}

impl Sum {
    /// Adds what is less than what was said: a five to a twenty, but not a twenty to a five.
    fn add(&mut self, value: u128) {
        let ten = [100, 10]
            .into_iter()
            .find(|ten| self.rest > 0 && self.rest.is_multiple_of(*ten));
        match ten {
            Some(ten) if value < ten => self.rest += value,
            // `two hundred`: said before what it counts.
            _ if value == 100 && (1..10).contains(&self.rest) => self.rest *= 100,
            _ => self.rest = value,
        }
    }

    fn multiply(&mut self, zeros: u8) {
        let by = 10_u128.checked_pow(u32::from(zeros)).unwrap_or(0);
        let more = self.rest.max(1).saturating_mul(by);
        self.thousands = self.thousands.saturating_add(more);
        self.rest = 0;
    }

    fn total(&self) -> Option<u128> {
        let total = self.thousands.saturating_add(self.rest);
        (total > 0).then_some(total)
    }
}

/// Whether two number words may belong together: a space, a hyphen or a short `and` between them.
fn joins(between: &str) -> bool {
    between.len() <= 5
        && between
            .chars()
            .all(|sign| sign.is_alphabetic() || sign.is_whitespace() || sign == '-')
}

/// Letters of Roman numerals; Cyrillic `Х`, `М` and `С` are typed for Latin letters.
static ROMAN: LazyLock<Regex> = LazyLock::new(|| pattern(r"[IVXLCDMХМС]{1,9}"));

fn roman(written: &str) -> Option<u32> {
    let digit = |letter: char| {
        Some(match letter {
            'I' => 1,
            'V' => 5,
            'X' | 'Х' => 10,
            'L' => 50,
            'C' | 'С' => 100,
            'D' => 500,
            'M' | 'М' => 1000,
            _ => return None,
        })
    };
    let digits: Vec<u32> = written.chars().map(digit).collect::<Option<_>>()?;
    // A large letter that stands alone is a word or an initial.
    if digits.len() == 1 && digits[0] > 10 {
        return None;
    }
    let mut total = 0;
    for (at, value) in digits.iter().enumerate() {
        if digits.get(at + 1).is_some_and(|next| next > value) {
            total -= i64::from(*value);
        } else {
            total += i64::from(*value);
        }
    }
    u32::try_from(total).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::reading::values::Readers;

    fn says(lang: &str, text: &str, value: &str) -> bool {
        let readers = Readers::for_test("");
        let vocabulary = readers.of(&lang.parse().unwrap());
        spoken(text, &vocabulary.marks.find(text)).contains(&Value::new(value))
    }

    #[test]
    fn words_say_numbers_alone_and_together() {
        assert!(says("en", "twenty-five thousand people", "25000"));
        assert!(says("en", "two hundred and five", "205"));
        assert!(says("en", "a million", "1000000"));
        assert!(says("ru", "двадцать пять тысяч триста", "25300"));
        assert!(says("ru", "сто сорок два человека", "142"));
        assert!(says("ru", "полтора часа", "1.5"));
        assert!(says("ru", "два с половиной часа", "2.5") && says("en", "two and a half", "2.5"));
        assert!(!says("ru", "во вторник, в параметре двери", "2"));
    }

    #[test]
    fn roman_numerals_are_numbers() {
        assert!(says("ru", "в XIX веке", "19") && says("ru", "ХХ век", "20"));
        assert!(!says("ru", "С утра М. был занят", "100"));
    }
}

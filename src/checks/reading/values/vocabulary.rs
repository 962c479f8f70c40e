//! The table of a language, made ready for reading figures and dates.

use super::phrases::Phrases;
use super::value::Value;
use crate::checks::words::{Equivalents, Words};
use crate::text::Lang;

/// What a word, a sign or a phrase means beside a figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::checks) enum Mark {
    /// It multiplies by ten so many times; `letter` if it is one letter, which may be a unit, too.
    Magnitude { zeros: u8, letter: bool },
    /// It says a number.
    Numeral(Value),
    /// It is the percent sign.
    Percent,
    /// It is a currency, by its code.
    Currency(String),
    /// It is the name of a part of a text, which has a number.
    Chapter,
    /// A month from 1 to 12; `full` if the word is one without a figure beside it, too.
    Month { number: u8, full: bool },
    /// A day of the week from 1 to 7.
    Weekday(u8),
    /// The half of a day, which stands behind an hour: whether it is the second one.
    DayHalf { second: bool },
}

/// The words of one language that have to do with figures.
#[derive(Debug, Clone, Default)]
pub(in crate::checks) struct Vocabulary {
    /// All of them.
    pub(super) marks: Phrases<Mark>,
    /// What is put behind a figure to make it an ordinal.
    pub(super) ordinals: Phrases<()>,
    /// Phrases that other languages say otherwise, by the number of the idiom.
    pub(super) idioms: Phrases<usize>,
    /// What a date of figures and strokes begins with: whether it is known to be the month or day.
    pub(super) month_first: Option<bool>,
    /// Whether numbers that are said in words are known.
    pub(super) speaks_numbers: bool,
    /// Whether words that multiply are known.
    pub(super) speaks_magnitudes: bool,
    /// Whether months are known.
    pub(super) speaks_months: bool,
}

impl Vocabulary {
    /// Makes the table of the language `lang` ready.
    pub(in crate::checks) fn new(lang: &str, words: &Words, equivalents: &Equivalents) -> Self {
        let mut out = Self {
            speaks_numbers: !words.numerals.is_empty(),
            speaks_magnitudes: !words.magnitudes.is_empty(),
            speaks_months: words.months.len() == 12,
            month_first: match words.slashed_dates.as_str() {
                "mdy" => Some(true),
                "dmy" => Some(false),
                _ => None,
            },
            ..Self::default()
        };
        out.figures(words);
        out.calendar(words);
        for ordinal in &words.ordinals {
            out.ordinals.add(ordinal, ());
        }
        let lang: Option<Lang> = lang.parse().ok();
        for (number, idiom) in equivalents.idioms.iter().enumerate() {
            let own = lang.as_ref().and_then(|lang| idiom.get(lang));
            for phrase in own.into_iter().flatten() {
                out.idioms.add(phrase, number);
            }
        }
        out
    }

    fn figures(&mut self, words: &Words) {
        for (value, patterns) in &words.magnitudes {
            // What is no power of ten multiplies nothing.
            let zeros = value
                .strip_prefix('1')
                .filter(|rest| rest.bytes().all(|b| b == b'0'));
            let Some(zeros) = zeros.and_then(|zeros| u8::try_from(zeros.len()).ok()) else {
                continue;
            };
            for pattern in patterns {
                let letter = pattern.chars().count() == 1;
                self.marks.add(pattern, Mark::Magnitude { zeros, letter });
            }
        }
        for (value, patterns) in &words.numerals {
            self.all(patterns, &Mark::Numeral(Value::new(value)));
        }
        for (code, patterns) in &words.currencies {
            self.all(patterns, &Mark::Currency(code.clone()));
        }
        self.all(&words.percent, &Mark::Percent);
        self.all(&words.chapters, &Mark::Chapter);
    }

    fn calendar(&mut self, words: &Words) {
        for (number, forms) in (1..=12).zip(&words.months) {
            for (at, form) in forms.iter().enumerate() {
                // A short form is a word only beside a figure: `Jan`, `сен`.
                let full = at == 0 || form.chars().count() > 4 || !abbreviates(form, &forms[0]);
                self.marks.add(form, Mark::Month { number, full });
            }
        }
        for (number, forms) in (1..=7).zip(&words.weekdays) {
            self.all(forms, &Mark::Weekday(number));
        }
        for (second, forms) in [false, true].into_iter().zip(&words.day_halves) {
            self.all(forms, &Mark::DayHalf { second });
        }
    }

    fn all(&mut self, patterns: &[String], mark: &Mark) {
        for pattern in patterns {
            self.marks.add(pattern, mark.clone());
        }
    }
}

/// Whether a form is only the beginning of a longer one.
fn abbreviates(form: &str, full: &str) -> bool {
    form.len() < full.len() && full.starts_with(form)
}

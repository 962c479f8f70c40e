//! Dates, times of day and days of the week, taken apart: `21 марта` and `March 21` are one day and
//! one month.

use std::ops::Range;

use super::numbers::Number;
use super::vocabulary::{Mark, Vocabulary};

/// What a part of a date is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::checks) enum PartKind {
    /// A year.
    Year,
    /// A month from 1 to 12.
    Month,
    /// A day of the month.
    Day,
    /// A time of day, in minutes.
    Time,
    /// A day of the week from 1 to 7.
    Weekday,
}

/// A part of a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::checks) struct Part {
    pub(in crate::checks) kind: PartKind,
    /// Its bytes in the text.
    pub(in crate::checks) range: Range<usize>,
    /// The values it may have: two where the order of day and month is not known.
    pub(in crate::checks) values: Vec<u32>,
    /// Whether it stands alone, as `in March`, and may not be a date at all.
    pub(in crate::checks) alone: bool,
}

/// The parts of all dates of a text. Numbers that belong to one are taken away from `numbers`.
pub(super) fn calendar(
    text: &str,
    numbers: &mut Vec<Number>,
    marks: &[(Range<usize>, &Mark)],
    vocabulary: &Vocabulary,
) -> Vec<Part> {
    let mut reader = Reader {
        text,
        taken: vec![false; numbers.len()],
        numbers,
        vocabulary,
        parts: Vec::new(),
    };
    reader.figures_only();
    for (range, mark) in marks {
        match mark {
            Mark::Month { number, full } => reader.month(range, *number, *full),
            Mark::Weekday(day) => {
                reader.part(PartKind::Weekday, range.clone(), vec![u32::from(*day)]);
            }
            Mark::DayHalf { second } => reader.hour(range, *second),
            _ => {}
        }
    }
    reader.clocks();
    let Reader {
        taken, mut parts, ..
    } = reader;
    let mut taken = taken.into_iter();
    numbers.retain(|_| !taken.next().unwrap_or(false));
    parts.sort_by_key(|part| part.range.start);
    parts
}

/// A text in which dates are looked for.
pub(super) struct Reader<'r> {
    pub(super) text: &'r str,
    pub(super) numbers: &'r [Number],
    /// Which numbers belong to a date.
    pub(super) taken: Vec<bool>,
    pub(super) vocabulary: &'r Vocabulary,
    pub(super) parts: Vec<Part>,
}

impl Reader<'_> {
    /// A month that is said in a word, with the day and the year beside it.
    fn month(&mut self, range: &Range<usize>, month: u8, full: bool) {
        let after = self
            .numbers
            .partition_point(|number| number.range.start < range.start);
        let mut day = false;
        if let Some(at) = after.checked_sub(1)
            && self.free(at)
            && self.leads(self.numbers[at].range.end, range.start)
        {
            day = self.day(at);
            if day {
                self.days_before(at);
            }
        }
        let mut next = after;
        let dot = usize::from(self.text[range.end..].starts_with('.'));
        let mut end = range.end + dot;
        if !day
            && self.free(next)
            && self.text[end..self.numbers[next].range.start]
                .trim()
                .is_empty()
            && self.day(next)
        {
            day = true;
            end = self.ordinal(self.numbers[next].range.end);
            next += 1;
            if self.free(next)
                && dash(&self.text[end..self.numbers[next].range.start])
                && self.day(next)
            {
                end = self.ordinal(self.numbers[next].range.end);
                next += 1;
            }
        }
        let mut year = false;
        if self.free(next) {
            let between = self.text[end..self.numbers[next].range.start].trim();
            if (between.is_empty() || between == ",") && self.year(next) {
                year = true;
            }
        }
        if full || day || year {
            self.part(PartKind::Month, range.clone(), vec![u32::from(month)]);
            if let Some(part) = self.parts.last_mut() {
                part.alone = !day && !year;
            }
        }
    }

    /// Whether only an ordinal and a short word stand between a day and its month.
    fn leads(&self, start: usize, end: usize) -> bool {
        let start = self.ordinal(start);
        let Some(between) = self.text.get(start..end) else {
            return false;
        };
        let words = between.trim_start_matches('.').trim();
        words.chars().count() <= 3 && words.chars().all(char::is_alphabetic)
    }

    /// Where the ordinal ends that stands at `at`, if any does.
    fn ordinal(&self, at: usize) -> usize {
        let hyphen = usize::from(self.text[at..].starts_with('-'));
        let found = self.vocabulary.ordinals.at(self.text, at + hyphen);
        found.first().map_or(at, |found| found.0)
    }

    /// The first day of `21–23 марта`.
    fn days_before(&mut self, at: usize) {
        if let Some(before) = at.checked_sub(1)
            && self.free(before)
            && dash(
                &self.text
                    [self.ordinal(self.numbers[before].range.end)..self.numbers[at].range.start],
            )
        {
            self.day(before);
        }
    }

    fn day(&mut self, at: usize) -> bool {
        let number = &self.numbers[at];
        let day = number
            .plain(self.text)
            .filter(|day| (1..=31).contains(day) && number.range.len() <= 2);
        self.take(at, PartKind::Day, day)
    }

    fn year(&mut self, at: usize) -> bool {
        let number = &self.numbers[at];
        let year = number
            .plain(self.text)
            .filter(|year| (1000..3000).contains(year));
        self.take(at, PartKind::Year, year)
    }

    /// Whether there is such a number, and it belongs to nothing yet.
    pub(super) fn free(&self, at: usize) -> bool {
        self.numbers
            .get(at)
            .is_some_and(|number| !number.loose && !self.taken[at])
    }

    /// The text between a number and the next one.
    pub(super) fn between(&self, at: usize) -> &str {
        let (Some(one), Some(next)) = (self.numbers.get(at), self.numbers.get(at + 1)) else {
            return "";
        };
        &self.text[one.range.end..next.range.start]
    }

    fn take(&mut self, at: usize, kind: PartKind, value: Option<u32>) -> bool {
        let Some(value) = value else { return false };
        self.taken[at] = true;
        self.part(kind, self.numbers[at].range.clone(), vec![value]);
        true
    }

    pub(super) fn part(&mut self, kind: PartKind, range: Range<usize>, values: Vec<u32>) {
        self.parts.push(Part {
            kind,
            range,
            values,
            alone: false,
        });
    }
}

pub(super) fn dash(between: &str) -> bool {
    matches!(between.trim(), "-" | "–" | "—" | "\u{2011}" | "‒" | "…")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::reading::values::Readers;
    use crate::checks::reading::values::numbers::numbers;

    fn read(lang: &str, text: &str) -> Vec<(PartKind, u32)> {
        let readers = Readers::for_test("");
        let vocabulary = readers.of(&lang.parse().unwrap());
        let marks = vocabulary.marks.find(text);
        let parts = calendar(text, &mut numbers(text), &marks, vocabulary);
        let mut out: Vec<_> = parts
            .iter()
            .flat_map(|part| part.values.iter().map(|value| (part.kind, *value)))
            .collect();
        out.sort_unstable();
        out
    }

    #[test]
    fn a_date_is_its_parts_in_every_language() {
        use PartKind::{Day, Month, Weekday, Year};
        let whole = vec![(Year, 2024), (Month, 3), (Day, 21)];
        for (lang, text) in [
            ("en", "on March 21, 2024"),
            ("en", "the 21st of March 2024"),
            ("en", "Mar. 21st, 2024"),
            ("en", "2024-03-21"),
            ("en", "3/21/2024"),
            ("ru", "21 марта 2024 г."),
            ("ru", "21-го марта 2024 года"),
            ("ru", "21.03.2024"),
        ] {
            assert_eq!(read(lang, text), whole, "{text}");
        }
        assert_eq!(read("ru", "21–23 мая"), [(Month, 5), (Day, 21), (Day, 23)]);
        assert_eq!(read("en", "May 21–23"), [(Month, 5), (Day, 21), (Day, 23)]);
        assert_eq!(read("en", "it may take 5 days"), []);
        assert_eq!(read("en", "on Friday in May"), [(Month, 5), (Weekday, 5)]);
        assert_eq!(
            read("en", "3/4/2024"),
            [
                (Year, 2024),
                (Year, 2024),
                (Month, 3),
                (Month, 4),
                (Day, 3),
                (Day, 4)
            ]
        );
    }
}

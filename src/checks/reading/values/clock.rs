//! Times of day: `14:30`, `2:30 p.m.` and `в 2 часа дня` are minutes of the day.

use std::ops::Range;

use super::calendar::{PartKind, Reader, dash};

impl Reader<'_> {
    /// An hour with the half of its day behind it: `2 p.m.`, `2:30 pm`, `7 утра`.
    pub(super) fn hour(&mut self, range: &Range<usize>, second: bool) {
        let after = self
            .numbers
            .partition_point(|number| number.range.start < range.start);
        let Some(at) = after.checked_sub(1).filter(|at| self.free(*at)) else {
            return;
        };
        let between = &self.text[self.numbers[at].range.end..range.start];
        if !between.trim().is_empty() || between.len() > 4 {
            return;
        }
        let clock = at.checked_sub(1).filter(|hour| self.clock(*hour).is_some());
        let (first, minutes) = match clock {
            Some(hour) => (hour, self.clock(hour)),
            None => (at, self.lone_hour(at)),
        };
        let Some(minutes) = minutes.filter(|minutes| *minutes < 13 * 60) else {
            return;
        };
        self.taken[first..=at].fill(true);
        let place = self.numbers[first].range.start..range.end;
        self.part(PartKind::Time, place, vec![half(minutes, second)]);
        // `from 2 to 4 p.m.`: the same half of the day, or the other.
        if let Some(before) = first.checked_sub(1)
            && self.free(before)
            && near(&self.text[self.numbers[before].range.end..self.numbers[first].range.start])
        {
            let clock = before
                .checked_sub(1)
                .filter(|hour| self.clock(*hour).is_some());
            let start = clock.unwrap_or(before);
            let dashed =
                dash(&self.text[self.numbers[before].range.end..self.numbers[first].range.start]);
            let minutes = clock.map_or_else(
                || self.lone_hour(before).filter(|_| dashed),
                |hour| self.clock(hour),
            );
            if let Some(minutes) = minutes.filter(|minutes| *minutes < 13 * 60) {
                self.taken[start..=before].fill(true);
                let place = self.numbers[start].range.start..self.numbers[before].range.end;
                self.part(
                    PartKind::Time,
                    place,
                    vec![half(minutes, second), half(minutes, !second)],
                );
            }
        }
    }

    /// Times of day without a word: `14:30`.
    pub(super) fn clocks(&mut self) {
        for at in 0..self.numbers.len() {
            let Some(minutes) = self.clock(at) else {
                continue;
            };
            self.taken[at..at + 2].fill(true);
            let mut end = self.numbers[at + 1].range.end;
            if self.free(at + 2) && self.between(at + 1) == ":" {
                self.taken[at + 2] = true;
                end = self.numbers[at + 2].range.end;
            }
            let place = self.numbers[at].range.start..end;
            self.part(PartKind::Time, place, vec![minutes]);
        }
    }

    /// The minutes of the day, if a time with a colon begins with this number.
    fn clock(&self, at: usize) -> Option<u32> {
        if !self.free(at) || !self.free(at + 1) || self.between(at) != ":" {
            return None;
        }
        let (hour, minute) = (self.numbers.get(at)?, self.numbers.get(at + 1)?);
        if hour.range.len() > 2 || minute.range.len() != 2 {
            return None;
        }
        let hour = hour.plain(self.text).filter(|hour| *hour <= 24)?;
        let minute = minute.plain(self.text).filter(|minute| *minute < 60)?;
        Some(hour * 60 + minute)
    }

    /// An hour, or an hour and minutes with a point: `2`, `2.30`.
    fn lone_hour(&self, at: usize) -> Option<u32> {
        let number = &self.numbers[at];
        let written = number.written(self.text);
        let (hour, minute) = written.split_once('.').unwrap_or((written, "00"));
        if hour.len() > 2 || minute.len() != 2 || number.loose {
            return None;
        }
        let hour: u32 = hour.parse().ok().filter(|hour| *hour <= 24)?;
        let minute: u32 = minute.parse().ok().filter(|minute| *minute < 60)?;
        Some(hour * 60 + minute)
    }
}

/// The minutes of a whole day for those of half of it: 12 a.m. is midnight, 12 p.m. noon.
fn half(minutes: u32, second: bool) -> u32 {
    minutes % (12 * 60) + u32::from(second) * 12 * 60
}

/// Whether only a dash or one short word stands between two numbers, as between the ends of a range.
pub(super) fn near(between: &str) -> bool {
    let between = between.trim();
    dash(between) || (between.chars().count() <= 3 && between.chars().all(char::is_alphabetic))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::reading::values::Readers;
    use crate::checks::reading::values::calendar::calendar;
    use crate::checks::reading::values::numbers::numbers;

    fn read(lang: &str, text: &str) -> Vec<(PartKind, u32)> {
        let readers = Readers::for_test("");
        let vocabulary = readers.of(&lang.parse().unwrap());
        let marks = vocabulary.marks.find(text);
        let parts = calendar(text, &mut numbers(text), &marks, vocabulary);
        let each = |part: &super::super::Part| -> Vec<(PartKind, u32)> {
            part.values
                .iter()
                .map(|value| (part.kind, *value))
                .collect()
        };
        parts.iter().flat_map(each).collect()
    }

    #[test]
    fn times_are_minutes_of_the_day() {
        let time = |minutes: u32| vec![(PartKind::Time, minutes)];
        assert_eq!(read("en", "2 p.m."), time(14 * 60));
        assert_eq!(read("en", "at 12:15 am"), time(15));
        assert_eq!(read("ru", "в 14:00"), time(14 * 60));
        assert_eq!(read("ru", "в 7 утра"), time(7 * 60));
        assert_eq!(read("ru", "в 10.30 вечера"), time(22 * 60 + 30));
        assert_eq!(read("en", "1:5 and 25:00"), []);
    }
}

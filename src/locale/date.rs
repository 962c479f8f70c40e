//! Dates and times as a language writes them: «21 августа 2026 г.», August 21, 2026.

use icu_calendar::Gregorian;
use icu_datetime::fieldsets::enums::CompositeDateTimeFieldSet;
use icu_datetime::fieldsets::zone::{LocalizedOffsetLong, LocalizedOffsetShort};
use icu_datetime::input;
use icu_datetime::preferences::HourCycle;
use icu_datetime::{
    DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter, NoCalendarFormatter,
};
use jiff::tz::TimeZone;

use super::fields::{Fields, fields};
use super::language::Language;
use super::moment::Moment;
use crate::text::Lang;

/// What of a moment is written, and how. The rules are those of `Intl.DateTimeFormat`
/// (ECMA-402): with nothing asked for, the date in figures; a style, or else parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DateOptions {
    /// The whole date: with a style given, the parts below are not looked at.
    pub date_style: Option<Length>,
    /// The time of day: to the minute, to the second, or with its time zone.
    pub time_style: Option<Length>,
    /// The day of the week.
    pub weekday: Option<Width>,
    /// The year; two digits are a wish, which not every language grants.
    pub year: Option<Width>,
    /// The month: in figures, in words, or in words cut short.
    pub month: Option<Width>,
    /// The day of the month.
    pub day: Option<Width>,
    /// The hour.
    pub hour: Option<Width>,
    /// The minute, never without its hour.
    pub minute: Option<Width>,
    /// The second, never without its minute.
    pub second: Option<Width>,
    /// Whether the hours go to twelve; as the language has it when nothing is said.
    pub hour12: Option<bool>,
    /// Where the clock hangs that is read. A moment that does not know its own time zone
    /// stays as it is.
    pub time_zone: Option<TimeZone>,
    /// How far the clock is from Greenwich: `GMT+3`, or `GMT+03:00`.
    pub time_zone_name: Option<Width>,
}

/// The length of a whole date or time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Length {
    /// In figures: 21.08.2026, 8/21/26; 15:04.
    Short,
    /// Aug 21, 2026; 15:04:05.
    Medium,
    /// August 21, 2026; 15:04:05 GMT+3.
    Long,
    /// Friday, August 21, 2026; 15:04:05 GMT+03:00.
    Full,
}

/// The width of one part of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Width {
    /// Figures.
    Numeric,
    /// Two figures at least.
    TwoDigit,
    /// A word cut short.
    Short,
    /// A word.
    Long,
}

/// A moment as `lang` writes it. A language without data of its own writes it as ISO 8601
/// does. A time is written only where the moment has one.
pub fn date(lang: &Lang, moment: &Moment, options: &DateOptions) -> String {
    Language::new(lang.id()).date(moment, options)
}

impl Language {
    /// A moment as this language writes it.
    pub(super) fn date(&self, moment: &Moment, options: &DateOptions) -> String {
        let moment = moment.at(options.time_zone.as_ref());
        let fields = fields(options, moment.has_time());
        let written: Option<Vec<String>> = self.known().then_some(&fields).and_then(|fields| {
            let sets = fields.sets.iter();
            sets.map(|set| self.with(*set, &moment, options.hour12))
                .collect()
        });
        let Some(mut parts) = written else {
            return moment.iso(&fields);
        };
        parts.extend(self.offset(&moment, &fields));
        parts.join(" ")
    }

    /// One run of parts that CLDR has a pattern for.
    fn with(
        &self,
        set: CompositeDateTimeFieldSet,
        moment: &Moment,
        hour12: Option<bool>,
    ) -> Option<String> {
        let mut wishes = DateTimeFormatterPreferences::from(self.locale());
        let (twelve, all) = (HourCycle::Clock12, HourCycle::Clock24);
        wishes.hour_cycle = hour12.map(|hour12| if hour12 { twelve } else { all });
        let formatter =
            FixedCalendarDateTimeFormatter::<Gregorian, _>::try_new(wishes, set).ok()?;
        let (date, time) = (moment.date(), moment.time());
        let number = |part: i8| u8::try_from(part).ok();
        let input = input::DateTime {
            date: input::Date::try_new_gregorian(
                i32::from(date.year()),
                number(date.month())?,
                number(date.day())?,
            )
            .ok()?,
            time: input::Time::try_new(
                number(time.hour())?,
                number(time.minute())?,
                number(time.second())?,
                0,
            )
            .ok()?,
        };
        Some(formatter.format(&input).to_string())
    }

    /// How far the clock is from Greenwich, if that is asked for and known.
    fn offset(&self, moment: &Moment, fields: &Fields) -> Option<String> {
        let seconds = moment.offset()?.seconds();
        let offset = input::UtcOffset::try_from_seconds(seconds).ok()?;
        let locale = self.locale();
        Some(match fields.offset? {
            Width::Long => NoCalendarFormatter::try_new(locale.into(), LocalizedOffsetLong)
                .ok()?
                .format(&offset)
                .to_string(),
            _ => NoCalendarFormatter::try_new(locale.into(), LocalizedOffsetShort)
                .ok()?
                .format(&offset)
                .to_string(),
        })
    }
}

//! A date, a time on a date, or a moment with its time zone.

use jiff::civil::{Date, DateTime, Time};
use jiff::fmt::temporal::Pieces;
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, Zoned};

use super::fields::Fields;

/// What `DATETIME` takes and [`super::date`] writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moment {
    /// A day.
    Date(Date),
    /// A time of a day on a clock that hangs nowhere in particular.
    DateTime(DateTime),
    /// A time that is the same all over the world.
    Zoned(Zoned),
}

impl Moment {
    /// Reads ISO 8601: a date, a date with a time, the same with its distance from Greenwich,
    /// and after it a time zone in brackets. `None` for anything else.
    pub fn read(text: &str) -> Option<Self> {
        let pieces = Pieces::parse(text).ok()?;
        let date = pieces.date();
        let Some(time) = pieces.time() else {
            return Some(Self::Date(date));
        };
        if pieces.time_zone_annotation().is_some() {
            return text.parse().map(Self::Zoned).ok();
        }
        let clock = date.to_datetime(time);
        Some(match pieces.to_numeric_offset() {
            Some(offset) => Self::Zoned(clock.to_zoned(offset.to_time_zone()).ok()?),
            None => Self::DateTime(clock),
        })
    }

    /// So many milliseconds after the start of 1970 in Greenwich. `None` beyond the years
    /// -9999 to 9999, and for what is no number.
    pub fn from_milliseconds(milliseconds: f64) -> Option<Self> {
        let inside = milliseconds.abs() < 1e15;
        #[expect(
            clippy::cast_possible_truncation,
            reason = "the range is checked, and ECMA-262 cuts the fraction off"
        )]
        let whole = inside.then_some(milliseconds as i64)?;
        Timestamp::from_millisecond(whole).ok().map(Self::from)
    }

    /// The same moment on a clock that hangs elsewhere, if this one knows where it hangs.
    pub(super) fn at(&self, time_zone: Option<&TimeZone>) -> Self {
        match (self, time_zone) {
            (Self::Zoned(zoned), Some(zone)) => Self::Zoned(zoned.with_time_zone(zone.clone())),
            _ => self.clone(),
        }
    }

    /// Whether a time of the day is known.
    pub(super) fn has_time(&self) -> bool {
        !matches!(self, Self::Date(_))
    }

    /// The day.
    pub(super) fn date(&self) -> Date {
        match self {
            Self::Date(date) => *date,
            Self::DateTime(datetime) => datetime.date(),
            Self::Zoned(zoned) => zoned.date(),
        }
    }

    /// The time of the day; midnight if there is none.
    pub(super) fn time(&self) -> Time {
        match self {
            Self::Date(_) => Time::midnight(),
            Self::DateTime(datetime) => datetime.time(),
            Self::Zoned(zoned) => zoned.time(),
        }
    }

    /// How far the clock is from Greenwich, if that is known.
    pub(super) fn offset(&self) -> Option<Offset> {
        match self {
            Self::Zoned(zoned) => Some(zoned.offset()),
            _ => None,
        }
    }

    /// The parts of a date or a time or both, for a language that we know nothing of.
    pub(super) fn iso(&self, fields: &Fields) -> String {
        let date = fields.date.then(|| self.date().to_string());
        let time = fields
            .time
            .map(|_| self.time().strftime("%H:%M").to_string());
        let offset = fields.offset.and(self.offset());
        let parts = [date, time, offset.map(|offset| offset.to_string())];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        parts.join(" ")
    }
}

impl From<Date> for Moment {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl From<DateTime> for Moment {
    fn from(datetime: DateTime) -> Self {
        Self::DateTime(datetime)
    }
}

impl From<Zoned> for Moment {
    fn from(zoned: Zoned) -> Self {
        Self::Zoned(zoned)
    }
}

/// On a clock in Greenwich.
impl From<Timestamp> for Moment {
    fn from(timestamp: Timestamp) -> Self {
        Self::Zoned(timestamp.to_zoned(TimeZone::UTC))
    }
}

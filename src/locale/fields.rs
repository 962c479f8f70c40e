//! Which patterns of CLDR write what is asked for of a date.

use icu_datetime::fieldsets::builder::{DateFields, FieldSetBuilder};
use icu_datetime::fieldsets::enums::CompositeDateTimeFieldSet;
use icu_datetime::options::{self, Alignment, TimePrecision, YearStyle};

use super::date::{DateOptions, Length, Width};

/// What is to be written.
pub(super) struct Fields {
    /// Runs of parts, each with a pattern of its own; never none.
    pub(super) sets: Vec<CompositeDateTimeFieldSet>,
    /// Whether any part of a date is among them.
    pub(super) date: bool,
    /// The last part of a time among them.
    pub(super) time: Option<TimePrecision>,
    /// Whether the distance from Greenwich follows, and how it is written.
    pub(super) offset: Option<Width>,
}

/// Chooses the parts and their patterns. CLDR has none for a few sets of parts, such as a
/// weekday with a month: these get the parts that they lack.
pub(super) fn fields(options: &DateOptions, has_time: bool) -> Fields {
    let mut builder = FieldSetBuilder::new();
    let mut offset = options.time_zone_name;
    if options.date_style.is_some() || options.time_style.is_some() {
        by_style(options, &mut builder);
        offset = offset.or(match options.time_style {
            Some(Length::Full) => Some(Width::Long),
            Some(Length::Long) => Some(Width::Short),
            _ => None,
        });
    } else {
        by_part(options, &mut builder);
    }
    if !has_time {
        builder.time_precision = None;
    }
    if builder.date_fields.is_none() && builder.time_precision.is_none() {
        builder = in_figures();
    }
    let time = builder.time_precision;
    Fields {
        date: builder.date_fields.is_some(),
        time,
        offset: offset.filter(|_| time.is_some()),
        sets: runs(builder),
    }
}

fn by_style(options: &DateOptions, builder: &mut FieldSetBuilder) {
    builder.length = options.date_style.map(|style| match style {
        Length::Full | Length::Long => options::Length::Long,
        Length::Medium => options::Length::Medium,
        Length::Short => options::Length::Short,
    });
    builder.date_fields = options.date_style.map(|style| match style {
        Length::Full => DateFields::YMDE,
        _ => DateFields::YMD,
    });
    builder.time_precision = options.time_style.map(|style| match style {
        Length::Short => TimePrecision::Minute,
        _ => TimePrecision::Second,
    });
}

fn by_part(options: &DateOptions, builder: &mut FieldSetBuilder) {
    let DateOptions {
        weekday,
        year,
        month,
        day,
        hour,
        minute,
        second,
        ..
    } = options;
    builder.date_fields = parts(options);
    builder.time_precision = match (hour, minute, second) {
        (_, _, Some(_)) => Some(TimePrecision::Second),
        (_, Some(_), _) => Some(TimePrecision::Minute),
        (Some(_), ..) => Some(TimePrecision::Hour),
        _ => None,
    };
    // One length for all parts, which is that of the month, if there is one.
    builder.length = Some(match month.or(*weekday) {
        Some(Width::Long) => options::Length::Long,
        Some(Width::Short) => options::Length::Medium,
        _ => options::Length::Short,
    });
    if year.is_some() && *year != Some(Width::TwoDigit) {
        builder.year_style = Some(YearStyle::Full);
    }
    let column = |part: &Option<Width>| *part == Some(Width::TwoDigit);
    if [month, day, hour].into_iter().any(column) {
        builder.alignment = Some(Alignment::Column);
    }
}

/// The smallest set of parts that has a pattern and holds those asked for.
fn parts(options: &DateOptions) -> Option<DateFields> {
    let asked = [options.year, options.month, options.day, options.weekday];
    Some(match asked.map(|part| part.is_some()) {
        [false, false, false, false] => return None,
        [true, false, false, false] => DateFields::Y,
        [false, true, false, false] => DateFields::M,
        [false, false, true, false] => DateFields::D,
        [false, false, false, true] => DateFields::E,
        [true, true, false, false] => DateFields::YM,
        [false, true, true, false] => DateFields::MD,
        [false, false, true, true] => DateFields::DE,
        [false, true, _, true] => DateFields::MDE,
        [true, _, true, false] => DateFields::YMD,
        [true, _, _, true] => DateFields::YMDE,
    })
}

/// What is written when nothing is asked for.
fn in_figures() -> FieldSetBuilder {
    let mut builder = FieldSetBuilder::new();
    builder.length = Some(options::Length::Short);
    builder.date_fields = Some(DateFields::YMD);
    builder.year_style = Some(YearStyle::Full);
    builder
}

/// The patterns for a set of parts: one, or one for the date and one for the time.
fn runs(mut builder: FieldSetBuilder) -> Vec<CompositeDateTimeFieldSet> {
    let period = matches!(
        builder.date_fields,
        Some(DateFields::E | DateFields::M | DateFields::YM | DateFields::Y)
    );
    let mut runs = Vec::new();
    // ICU4X 2.4 has no times beside a month, and a wrong one beside a weekday: `15:4`.
    if period && builder.time_precision.is_some() {
        let mut date = builder.clone();
        date.time_precision = None;
        runs.extend(built(date));
        builder.date_fields = None;
        builder.year_style = None;
    }
    runs.extend(built(builder));
    runs
}

/// The patterns of parts that go together. Not all sets have columns.
fn built(builder: FieldSetBuilder) -> Option<CompositeDateTimeFieldSet> {
    let mut plain = builder.clone();
    plain.alignment = None;
    let built = builder.build_composite_datetime();
    built.or_else(|_| plain.build_composite_datetime()).ok()
}

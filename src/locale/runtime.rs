//! `NUMBER` and `DATETIME`, and how a bundle writes the values in its messages.

use std::borrow::Cow;

use fluent::types::{
    FluentNumber, FluentNumberCurrencyDisplayStyle, FluentNumberOptions, FluentNumberStyle,
    FluentType,
};
use fluent::{FluentArgs, FluentValue};
use intl_memoizer::{IntlLangMemoizer, Memoizable, concurrent};
use jiff::tz::TimeZone;
use unic_langid::LanguageIdentifier;

use super::date::{DateOptions, Length, Width};
use super::functions::{Function, MOST_FRACTION, Takes};
use super::language::Language;
use super::moment::Moment;
use super::number::{MOST_SIGNIFICANT, NumberOptions, NumberStyle, rounded};

/// `NUMBER($value, …)`: the number with what is to be known of its writing. It stays a number,
/// so that plurals still match it: by the digits that will be shown.
pub(super) fn number<'a>(given: &[FluentValue<'a>], named: &FluentArgs<'_>) -> FluentValue<'a> {
    let Some(FluentValue::Number(number)) = given.first() else {
        return FluentValue::Error;
    };
    let mut number = number.clone();
    let options: FluentArgs<'_> = accepted("NUMBER", named).collect();
    number.options.merge(&options);
    as_shown(number).into()
}

/// `DATETIME($value, …)`: a moment, an ISO 8601 string or a number of milliseconds since 1970,
/// with what is to be known of its writing.
pub(super) fn datetime<'a>(given: &[FluentValue<'a>], named: &FluentArgs<'_>) -> FluentValue<'a> {
    let dated = match given.first() {
        Some(FluentValue::Custom(custom)) => (**custom).as_any().downcast_ref::<Dated>().cloned(),
        Some(FluentValue::String(text)) => Moment::read(text).map(Dated::from),
        Some(FluentValue::Number(number)) => {
            Moment::from_milliseconds(number.value).map(Dated::from)
        }
        _ => None,
    };
    let Some(mut dated) = dated else {
        return FluentValue::Error;
    };
    for (name, value) in accepted("DATETIME", named) {
        if let FluentValue::String(word) = value {
            choose(&mut dated.options, name, &word);
        }
    }
    // A time on the wrong clock is worse than none.
    match named.get("timeZone") {
        Some(zone) if !Takes::TimeZone.accepts(zone) => FluentValue::Error,
        _ => FluentValue::Custom(Box::new(dated)),
    }
}

/// How a bundle writes a number; anything else has ways of its own.
pub(super) fn written(
    value: &FluentValue<'_>,
    languages: &concurrent::IntlLangMemoizer,
) -> Option<String> {
    let FluentValue::Number(FluentNumber { value, options }) = value else {
        return None;
    };
    let write = |language: &Language| language.number(*value, &options.into());
    languages.with_try_get::<Language, _, _>((), write).ok()
}

/// A language is looked up once for a bundle, when it has something to write.
impl Memoizable for Language {
    type Args = ();
    type Error = ();

    fn construct(id: LanguageIdentifier, (): ()) -> Result<Self, ()> {
        Ok(Self::new(&id))
    }
}

/// A moment in a message, and how it is to be written.
#[derive(Debug, Clone, PartialEq)]
struct Dated {
    moment: Moment,
    options: DateOptions,
}

impl From<Moment> for Dated {
    fn from(moment: Moment) -> Self {
        Self {
            moment,
            options: DateOptions::default(),
        }
    }
}

impl From<Moment> for FluentValue<'_> {
    fn from(moment: Moment) -> Self {
        Self::Custom(Box::new(Dated::from(moment)))
    }
}

impl FluentType for Dated {
    fn duplicate(&self) -> Box<dyn FluentType + Send> {
        Box::new(self.clone())
    }

    fn as_string(&self, languages: &IntlLangMemoizer) -> Cow<'static, str> {
        let write = |language: &Language| language.date(&self.moment, &self.options);
        let written = languages.with_try_get::<Language, _, _>((), write);
        written.unwrap_or_default().into()
    }

    fn as_string_threadsafe(&self, languages: &concurrent::IntlLangMemoizer) -> Cow<'static, str> {
        let write = |language: &Language| language.date(&self.moment, &self.options);
        let written = languages.with_try_get::<Language, _, _>((), write);
        written.unwrap_or_default().into()
    }
}

impl From<&FluentNumberOptions> for NumberOptions {
    fn from(options: &FluentNumberOptions) -> Self {
        let digits = |digits: Option<usize>, most: u8| {
            digits.map(|digits| u8::try_from(digits).unwrap_or(most).min(most))
        };
        let symbol = options.currency_display == FluentNumberCurrencyDisplayStyle::Symbol;
        Self {
            style: match (options.style, &options.currency) {
                (FluentNumberStyle::Percent, _) => NumberStyle::Percent,
                (FluentNumberStyle::Currency, Some(code)) => NumberStyle::Currency {
                    code: code.clone(),
                    symbol,
                },
                _ => NumberStyle::Decimal,
            },
            without_groups: !options.use_grouping,
            minimum_integer_digits: digits(options.minimum_integer_digits, MOST_SIGNIFICANT),
            minimum_fraction_digits: digits(options.minimum_fraction_digits, MOST_FRACTION),
            maximum_fraction_digits: digits(options.maximum_fraction_digits, MOST_FRACTION),
            minimum_significant_digits: digits(
                options.minimum_significant_digits,
                MOST_SIGNIFICANT,
            ),
            maximum_significant_digits: digits(
                options.maximum_significant_digits,
                MOST_SIGNIFICANT,
            ),
        }
    }
}

/// The options that the table knows, with values that they take; flags as words.
fn accepted<'n>(
    function: &'static str,
    named: &'n FluentArgs<'_>,
) -> impl Iterator<Item = (&'n str, FluentValue<'n>)> {
    let takes = move |name: &str| Some(&Function::of(function)?.option(name)?.takes);
    named.iter().filter_map(move |(name, value)| {
        let takes = takes(name)?;
        if !takes.accepts(value) {
            return None;
        }
        let value = match (takes, value) {
            (Takes::Flag, FluentValue::Number(number)) => {
                if number.value > 0.0 { "true" } else { "false" }.into()
            }
            _ => value.into_owned(),
        };
        Some((name, value))
    })
}

/// The number with the digits that will be shown and no others, and without the options that
/// need no longer be known. The runtime looks at the value and at `minimumFractionDigits`
/// when it chooses a plural, and a variant such as `[0]` matches only a number without options.
fn as_shown(mut number: FluentNumber) -> FluentNumber {
    let options = NumberOptions::from(&number.options);
    let kept = &mut number.options;
    kept.minimum_fraction_digits = options.minimum_fraction_digits.map(usize::from);
    kept.minimum_integer_digits = kept.minimum_integer_digits.filter(|digits| *digits > 1);
    let decimal = rounded(number.value, &options);
    if let (NumberStyle::Decimal, Some(decimal)) = (&options.style, decimal) {
        number.value = decimal.to_string().parse().unwrap_or(number.value);
        let last = *decimal.absolute.magnitude_range().start();
        let zeros = last < 0 && decimal.absolute.digit_at(last) == 0;
        let shown = usize::from(last.unsigned_abs()).min(usize::from(MOST_FRACTION));
        kept.minimum_fraction_digits = zeros.then_some(shown);
        kept.maximum_fraction_digits = kept.maximum_fraction_digits.filter(|most| *most > 3);
    }
    number
}

/// Sets an option that has been found to take the word.
fn choose(options: &mut DateOptions, name: &str, word: &str) {
    let length = match word {
        "full" => Length::Full,
        "long" => Length::Long,
        "medium" => Length::Medium,
        _ => Length::Short,
    };
    let width = match word {
        "numeric" => Width::Numeric,
        "2-digit" => Width::TwoDigit,
        "short" | "shortOffset" => Width::Short,
        _ => Width::Long,
    };
    match name {
        "dateStyle" => options.date_style = Some(length),
        "timeStyle" => options.time_style = Some(length),
        "weekday" => options.weekday = Some(width),
        "year" => options.year = Some(width),
        "month" => options.month = Some(width),
        "day" => options.day = Some(width),
        "hour" => options.hour = Some(width),
        "minute" => options.minute = Some(width),
        "second" => options.second = Some(width),
        "hour12" => options.hour12 = Some(word == "true"),
        "timeZone" => options.time_zone = TimeZone::get(word).ok(),
        "timeZoneName" => options.time_zone_name = Some(width),
        _ => {}
    }
}

//! Numbers as a language writes them: its groups, its decimal sign, its place for the percent.

use fixed_decimal::{Sign, UnsignedRoundingMode};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_decimal::options::GroupingStrategy;

use super::language::Language;
use super::signs;
use crate::text::Lang;

/// How a number is written. The rules are those of `Intl.NumberFormat` (ECMA-402).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NumberOptions {
    /// A plain number, a share of a hundred, or money.
    pub style: NumberStyle,
    /// The thousands stand together; else they stand apart where the language sets them so:
    /// `1,234`, but in Spanish `1234`.
    pub without_groups: bool,
    /// At least so many digits before the decimal sign.
    pub minimum_integer_digits: Option<u8>,
    /// At least so many digits after the decimal sign.
    pub minimum_fraction_digits: Option<u8>,
    /// At most so many digits after the decimal sign; three when nothing is said.
    pub maximum_fraction_digits: Option<u8>,
    /// At least so many digits from the first that is not zero. Digits counted this way
    /// leave those after the decimal sign uncounted.
    pub minimum_significant_digits: Option<u8>,
    /// At most so many digits from the first that is not zero.
    pub maximum_significant_digits: Option<u8>,
}

/// What a number is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum NumberStyle {
    /// A plain number.
    #[default]
    Decimal,
    /// A share: 0.5 is written as 50 %.
    Percent,
    /// Money in a currency.
    Currency {
        /// The code of ISO 4217: `RUB`.
        code: String,
        /// With its sign, where the language has one; otherwise with its code.
        symbol: bool,
    },
}

/// A number as `lang` writes it. A language without data of its own writes no groups and a
/// full stop.
pub fn number(lang: &Lang, value: f64, options: &NumberOptions) -> String {
    Language::new(lang.id()).number(value, options)
}

impl Language {
    /// A number as this language writes it.
    pub(super) fn number(&self, value: f64, options: &NumberOptions) -> String {
        let Some(mut decimal) = rounded(value, options) else {
            return if value.is_nan() {
                "NaN"
            } else {
                infinite(value)
            }
            .to_owned();
        };
        let grouping = if options.without_groups || !self.known() {
            GroupingStrategy::Never
        } else {
            GroupingStrategy::Auto
        };
        let Ok(formatter) = DecimalFormatter::try_new(self.locale().into(), grouping.into()) else {
            return decimal.to_string();
        };
        let signed = formatter.format(&decimal).to_string();
        let pattern = match &options.style {
            NumberStyle::Decimal => return signed,
            NumberStyle::Percent => signs::percent(self.tag()).to_owned(),
            NumberStyle::Currency { code, symbol } => signs::money(self.tag(), code, *symbol),
        };
        decimal.sign = Sign::None;
        let digits = formatter.format(&decimal).to_string();
        // The sign of the number goes before what the pattern sets before the digits.
        let (before, after) = signed.split_once(&*digits).unwrap_or_default();
        format!("{before}{}{after}", pattern.replace("{}", &digits))
    }
}

fn infinite(value: f64) -> &'static str {
    if value > 0.0 { "∞" } else { "-∞" }
}

/// The digits that are to be shown, and no others: a half is rounded away from zero, as in
/// ECMA-402. `None` for what has no digits.
pub(super) fn rounded(value: f64, options: &NumberOptions) -> Option<Decimal> {
    let mut decimal = Decimal::try_from_str(&value.to_string()).ok()?;
    if options.style == NumberStyle::Percent {
        decimal.absolute.multiply_pow10(2);
    }
    let digits = &mut decimal.absolute;
    if let Some((least, most)) = significant(options) {
        let end = digits.nonzero_magnitude_start() - i16::from(most) + 1;
        digits.round_with_mode(end, UnsignedRoundingMode::HalfExpand);
        digits.trim_end();
        digits.pad_end((digits.nonzero_magnitude_start() - i16::from(least) + 1).min(0));
    } else {
        let (least, most) = fraction(options);
        digits.round_with_mode(-i16::from(most), UnsignedRoundingMode::HalfExpand);
        digits.trim_end();
        digits.pad_end(-i16::from(least));
    }
    digits.pad_start(i16::from(options.minimum_integer_digits.unwrap_or(1)));
    Some(decimal)
}

/// At least and at most so many digits from the first that is not zero, if they are counted so.
fn significant(options: &NumberOptions) -> Option<(u8, u8)> {
    let (least, most) = (
        options.minimum_significant_digits,
        options.maximum_significant_digits,
    );
    least.or(most)?;
    let least = least.unwrap_or(1).max(1);
    Some((least, most.unwrap_or(MOST_SIGNIFICANT).max(least)))
}

/// The largest number of significant digits that ECMA-402 knows.
pub(super) const MOST_SIGNIFICANT: u8 = 21;

/// At least and at most so many digits after the decimal sign.
fn fraction(options: &NumberOptions) -> (u8, u8) {
    let (least, most) = match &options.style {
        NumberStyle::Decimal => (0, 3),
        NumberStyle::Percent => (0, 0),
        NumberStyle::Currency { code, .. } => {
            let digits = signs::minor_digits(code);
            (digits, digits)
        }
    };
    match (
        options.minimum_fraction_digits,
        options.maximum_fraction_digits,
    ) {
        (None, None) => (least, most),
        (Some(given), None) => (given, most.max(given)),
        (None, Some(given)) => (least.min(given), given),
        (Some(low), Some(high)) => (low.min(high), high),
    }
}

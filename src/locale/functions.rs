//! The functions that a message may call, their options and the values these take.

use fluent::FluentValue;
use jiff::tz::TimeZone;

use super::number::MOST_SIGNIFICANT;

/// A function.
#[derive(Debug)]
pub struct Function {
    /// Its name, in capitals.
    pub name: &'static str,
    /// What may be given by name.
    pub options: &'static [FunctionOption],
}

/// Something that is given to a function by name.
#[derive(Debug)]
pub struct FunctionOption {
    /// Its name: `minimumFractionDigits`.
    pub name: &'static str,
    /// The values that it takes; any other is passed by.
    pub takes: Takes,
    /// It does nothing unless one of these is given as well; empty if it needs none.
    pub needs: &'static [&'static str],
    /// It does nothing if one of these is given as well.
    pub yields_to: &'static [&'static str],
}

/// The values that an option takes.
#[derive(Debug)]
pub enum Takes {
    /// A whole number, from and to.
    Whole(u8, u8),
    /// `"true"` or `"false"`, 1 or 0.
    Flag,
    /// One of these words.
    Words(&'static [&'static str]),
    /// Three letters of ISO 4217: `"RUB"`.
    Currency,
    /// A name of the time zone database, `"Europe/Moscow"`.
    TimeZone,
}

/// All functions of a [`super::bundle`]. The programs that use it may add their own.
pub const FUNCTIONS: &[Function] = &[
    Function {
        name: "NUMBER",
        options: NUMBER,
    },
    Function {
        name: "DATETIME",
        options: DATETIME,
    },
];

impl Function {
    /// The function of this name.
    pub fn of(name: &str) -> Option<&'static Self> {
        FUNCTIONS.iter().find(|function| function.name == name)
    }

    /// The option of this name.
    pub fn option(&self, name: &str) -> Option<&'static FunctionOption> {
        self.options.iter().find(|option| option.name == name)
    }
}

impl Takes {
    /// Whether an option takes the value.
    pub fn accepts(&self, value: &FluentValue<'_>) -> bool {
        match (self, value) {
            (Self::Whole(low, high), FluentValue::Number(number)) => {
                let inside = (f64::from(*low)..=f64::from(*high)).contains(&number.value);
                inside && number.value.fract() == 0.0
            }
            (Self::Flag, FluentValue::Number(number)) => [0.0, 1.0].contains(&number.value),
            (Self::Flag, FluentValue::String(word)) => matches!(&**word, "true" | "false"),
            (Self::Words(words), FluentValue::String(word)) => words.contains(&&**word),
            (Self::Currency, FluentValue::String(code)) => {
                code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_alphabetic())
            }
            (Self::TimeZone, FluentValue::String(name)) => TimeZone::get(name).is_ok(),
            _ => false,
        }
    }
}

const fn option(name: &'static str, takes: Takes) -> FunctionOption {
    FunctionOption {
        name,
        takes,
        needs: &[],
        yields_to: &[],
    }
}

const fn needing(
    name: &'static str,
    takes: Takes,
    needs: &'static [&'static str],
) -> FunctionOption {
    FunctionOption {
        needs,
        ..option(name, takes)
    }
}

const fn yielding(
    name: &'static str,
    takes: Takes,
    yields_to: &'static [&'static str],
) -> FunctionOption {
    FunctionOption {
        yields_to,
        ..option(name, takes)
    }
}

/// The plurals of `fluent-bundle` 0.16 have no room for more digits after the decimal sign.
pub(super) const MOST_FRACTION: u8 = 19;

const SIGNIFICANT: &[&str] = &["minimumSignificantDigits", "maximumSignificantDigits"];
const STYLES: &[&str] = &["dateStyle", "timeStyle"];
const TIMES: &[&str] = &["hour", "minute", "second", "timeStyle"];

const LENGTHS: Takes = Takes::Words(&["full", "long", "medium", "short"]);
const FIGURES: Takes = Takes::Words(&["numeric", "2-digit"]);

const NUMBER: &[FunctionOption] = &[
    option("type", Takes::Words(&["cardinal", "ordinal"])),
    option("style", Takes::Words(&["decimal", "percent", "currency"])),
    needing("currency", Takes::Currency, &["style"]),
    needing(
        "currencyDisplay",
        Takes::Words(&["symbol", "code"]),
        &["currency"],
    ),
    option("useGrouping", Takes::Flag),
    option("minimumIntegerDigits", Takes::Whole(1, MOST_SIGNIFICANT)),
    yielding(
        "minimumFractionDigits",
        Takes::Whole(0, MOST_FRACTION),
        SIGNIFICANT,
    ),
    yielding(
        "maximumFractionDigits",
        Takes::Whole(0, MOST_FRACTION),
        SIGNIFICANT,
    ),
    option(
        "minimumSignificantDigits",
        Takes::Whole(1, MOST_SIGNIFICANT),
    ),
    option(
        "maximumSignificantDigits",
        Takes::Whole(1, MOST_SIGNIFICANT),
    ),
];

const DATETIME: &[FunctionOption] = &[
    option("dateStyle", LENGTHS),
    option("timeStyle", LENGTHS),
    yielding("weekday", Takes::Words(&["long", "short"]), STYLES),
    yielding("year", FIGURES, STYLES),
    yielding(
        "month",
        Takes::Words(&["numeric", "2-digit", "long", "short"]),
        STYLES,
    ),
    yielding("day", FIGURES, STYLES),
    yielding("hour", FIGURES, STYLES),
    yielding("minute", FIGURES, STYLES),
    yielding("second", FIGURES, STYLES),
    needing("hour12", Takes::Flag, TIMES),
    option("timeZone", Takes::TimeZone),
    needing(
        "timeZoneName",
        Takes::Words(&["shortOffset", "longOffset"]),
        TIMES,
    ),
];

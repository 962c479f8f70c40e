//! The runtime that says messages, its functions, and what these take.

use std::sync::Arc;

use fluent::concurrent::FluentBundle;
use fluent::{FluentResource, FluentValue};

use crate::text::Lang;

/// Messages of one language, and the functions to say them with.
pub(in crate::checks) type Runtime = FluentBundle<Arc<FluentResource>>;

/// A bundle of a language without messages, with the functions that every project has.
pub(in crate::checks) fn runtime(lang: &Lang) -> Runtime {
    let mut bundle = FluentBundle::new_concurrent(vec![lang.id().clone()]);
    // A name can clash only with one that is there already.
    let _ = bundle.add_function("NUMBER", |given, _| match given.first() {
        Some(number @ FluentValue::Number(_)) => number.clone(),
        _ => FluentValue::Error,
    });
    let _ = bundle.add_function("DATETIME", |given, _| {
        given.first().cloned().unwrap_or(FluentValue::Error)
    });
    bundle
}

/// A function.
#[derive(Debug)]
pub(in crate::checks) struct Function {
    /// Its name, in capitals.
    pub(in crate::checks) name: &'static str,
    /// What may be given by name.
    pub(in crate::checks) options: &'static [(&'static str, Takes)],
}

/// The values that an option takes.
#[derive(Debug)]
pub(in crate::checks) enum Takes {
    /// A whole number, from and to.
    Whole(u8, u8),
    /// `"true"` or `"false"`, 1 or 0.
    Flag,
    /// One of these words.
    Words(&'static [&'static str]),
    /// Any text.
    Text,
}

impl Function {
    /// The function of this name.
    pub(in crate::checks) fn of(name: &str) -> Option<&'static Self> {
        FUNCTIONS.iter().find(|function| function.name == name)
    }

    /// What the option of this name takes.
    pub(in crate::checks) fn option(&self, name: &str) -> Option<&'static Takes> {
        let found = self.options.iter().find(|option| option.0 == name);
        found.map(|option| &option.1)
    }
}

impl Takes {
    /// Whether an option takes the value.
    pub(in crate::checks) fn accepts(&self, value: &FluentValue<'_>) -> bool {
        match (self, value) {
            (Self::Whole(low, high), FluentValue::Number(number)) => {
                let inside = (f64::from(*low)..=f64::from(*high)).contains(&number.value);
                inside && number.value.fract() == 0.0
            }
            (Self::Flag, FluentValue::Number(number)) => [0.0, 1.0].contains(&number.value),
            (Self::Flag, FluentValue::String(word)) => matches!(&**word, "true" | "false"),
            (Self::Words(words), FluentValue::String(word)) => words.contains(&&**word),
            (Self::Text, FluentValue::String(_)) => true,
            _ => false,
        }
    }
}

const LENGTHS: Takes = Takes::Words(&["full", "long", "medium", "short"]);
const FIGURES: Takes = Takes::Words(&["numeric", "2-digit"]);

/// The functions that every project has.
const FUNCTIONS: &[Function] = &[
    Function {
        name: "NUMBER",
        options: &[
            ("type", Takes::Words(&["cardinal", "ordinal"])),
            ("style", Takes::Words(&["decimal", "percent", "currency"])),
            ("currency", Takes::Text),
            ("currencyDisplay", Takes::Words(&["symbol", "code"])),
            ("useGrouping", Takes::Flag),
            ("minimumIntegerDigits", Takes::Whole(1, 21)),
            ("minimumFractionDigits", Takes::Whole(0, 19)),
            ("maximumFractionDigits", Takes::Whole(0, 19)),
            ("minimumSignificantDigits", Takes::Whole(1, 21)),
            ("maximumSignificantDigits", Takes::Whole(1, 21)),
        ],
    },
    Function {
        name: "DATETIME",
        options: &[
            ("dateStyle", LENGTHS),
            ("timeStyle", LENGTHS),
            ("weekday", Takes::Words(&["long", "short"])),
            ("year", FIGURES),
            (
                "month",
                Takes::Words(&["numeric", "2-digit", "long", "short"]),
            ),
            ("day", FIGURES),
            ("hour", FIGURES),
            ("minute", FIGURES),
            ("second", FIGURES),
            ("hour12", Takes::Flag),
            ("timeZone", Takes::Text),
            ("timeZoneName", Takes::Words(&["shortOffset", "longOffset"])),
        ],
    },
];

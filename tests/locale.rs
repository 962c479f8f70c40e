//! Numbers and dates in messages, held to what CLDR says.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::sync::Arc;

use fluent::{FluentArgs, FluentResource, FluentValue};
use jiff::civil;
use sverka::locale::{
    self, Bundle, DateOptions, FUNCTIONS, Length, Moment, NumberOptions, Takes, bundle,
};

/// A bundle of `tag` with one message, `m`.
fn with(tag: &str, pattern: &str) -> Bundle {
    let mut bundle = bundle(&tag.parse().unwrap());
    bundle.set_use_isolating(false);
    let resource = FluentResource::try_new(format!("m = {pattern}\n")).unwrap();
    bundle.add_resource(Arc::new(resource)).unwrap();
    bundle
}

/// What `pattern` says when `$value` is `value`.
fn said(tag: &str, pattern: &str, value: impl Into<FluentValue<'static>>) -> String {
    let bundle = with(tag, pattern);
    let mut args = FluentArgs::new();
    args.set("value", value);
    let mut errors = Vec::new();
    let message = bundle.get_message("m").unwrap().value().unwrap();
    let text = bundle.format_pattern(message, Some(&args), &mut errors);
    assert!(errors.is_empty(), "{tag} {pattern}: {errors:?}");
    text.into_owned()
}

#[test]
fn numbers_and_dates_are_those_of_cldr() {
    let rows = include_str!("locale/cldr.txt").lines();
    let mut wrong = Vec::new();
    for row in rows.filter(|row| !row.starts_with('#')) {
        let fields: Vec<_> = row.split('\t').collect();
        let [tag, value, call] = fields[..3] else {
            panic!("{row}");
        };
        let value = if call.starts_with("NUMBER") {
            FluentValue::from(value.parse::<f64>().unwrap())
        } else {
            FluentValue::from(value.to_owned())
        };
        let said = said(tag, &format!("{{ {call} }}"), value);
        let shown = said.replace('\u{a0}', "~").replace('\u{202f}', "_");
        if Some(&&*shown) != fields[3..].last() {
            wrong.push(format!("{row}\n\tis {shown}"));
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

/// A number is chosen by the digits that are shown.
#[test]
fn a_formatted_number_still_chooses_its_plural() {
    let files = "{ NUMBER($value, maximumFractionDigits: 0) ->
        [0] ни одного файла
        [one] { $value } файл
        [few] { $value } файла
       *[many] { $value } файлов
    }";
    for (count, expected) in [
        (0.0, "ни одного файла"),
        (0.2, "ни одного файла"),
        (21.0, "21 файл"),
        (1234.0, "1\u{a0}234 файла"),
        (12_345.0, "12\u{a0}345 файлов"),
    ] {
        assert_eq!(said("ru", files, count), expected);
    }
    let place = "{ NUMBER($value, type: \"ordinal\") ->
        [one] { $value }st
        [two] { $value }nd
        [few] { $value }rd
       *[other] { $value }th
    }";
    for (number, expected) in [(1, "1st"), (22, "22nd"), (3, "3rd"), (11, "11th")] {
        assert_eq!(said("en", place, number), expected);
    }
    let digits = "{ NUMBER($value, minimumFractionDigits: 1) ->
        [one] one
       *[other] other
    }";
    assert_eq!(said("en", digits, 1), "other", "1.0 is not one");
}

/// The runtime compares a number with its options: what is written beside the number must
/// not stand in the way of a variant such as `[1]`, wherever that can be helped.
#[test]
fn options_without_effect_do_not_hide_exact_variants() {
    for (options, expected) in [
        ("minimumFractionDigits: 0", "exact"),
        ("maximumFractionDigits: 2", "exact"),
        ("minimumIntegerDigits: 1", "exact"),
        ("useGrouping: 1, type: \"cardinal\"", "exact"),
        ("useGrouping: 0", "other"),
        ("type: \"ordinal\"", "other"),
    ] {
        let pattern = format!("{{ NUMBER($value, {options}) ->\n [1] exact\n *[other] other\n }}");
        assert_eq!(said("en", &pattern, 1), expected, "{options}");
    }
}

#[test]
fn literals_keep_the_digits_that_are_written() {
    for (pattern, expected) in [
        ("{ 1.50 }", "1,50"),
        ("{ 12345 }", "12\u{a0}345"),
        ("{ NUMBER(1.50, maximumFractionDigits: 1) }", "1,5"),
        (
            "{ NUMBER(1.000000000000000000000000) }",
            "1,0000000000000000000",
        ),
    ] {
        assert_eq!(said("ru", pattern, 0), expected, "{pattern}");
    }
}

#[test]
fn moments_come_from_rust_and_from_text() {
    let day = civil::date(2026, 8, 21);
    let moscow = "2026-08-21T23:30+03:00[Europe/Moscow]";
    let long = "{ DATETIME($value, dateStyle: \"long\") }";
    for moment in [Moment::from(day), day.at(15, 4, 0, 0).into()] {
        assert_eq!(
            said("ru", long, moment.clone()),
            "21 августа 2026\u{202f}г."
        );
        assert_eq!(said("en", long, moment.clone()), "August 21, 2026");
        assert_eq!(said("en-GB", long, moment.clone()), "21 August 2026");
        assert_eq!(said("en", "{ $value }", moment), "8/21/2026");
    }
    let time = "{ DATETIME($value, timeStyle: \"long\") }";
    let in_new_york = "{ DATETIME($value, dateStyle: \"short\", timeStyle: \"short\", timeZone: \"America/New_York\") }";
    assert_eq!(said("ru", time, moscow), "23:30:00 GMT+3");
    assert_eq!(said("ru", time, "2026-08-21T23:30+03:00"), "23:30:00 GMT+3");
    assert_eq!(said("ru", time, "2026-08-21T23:30Z"), "23:30:00 GMT+0");
    assert_eq!(said("ru", time, "2026-08-21T23:30"), "23:30:00");
    assert_eq!(said("en-GB", in_new_york, moscow), "21/08/2026, 16:30");
    assert_eq!(said("en-GB", time, 1_787_344_200_000_i64), "20:30:00 GMT+0");
    // A day has no time, and a wall clock no time zone.
    assert_eq!(said("ru", time, "2026-08-21"), "21.08.2026");
    assert_eq!(
        said("en-GB", in_new_york, "2026-08-21T23:30"),
        "21/08/2026, 23:30"
    );
    // Weekdays and months have no patterns with times in ICU4X.
    let weekday = "{ DATETIME($value, weekday: \"long\", hour: \"numeric\", minute: \"numeric\") }";
    assert_eq!(said("ru", weekday, "2026-08-21T15:04"), "пятница 15:04");
}

#[test]
fn what_is_no_number_and_no_date_is_said_to_be_none() {
    for (pattern, value) in [
        ("{ NUMBER($value) }", FluentValue::from("five")),
        ("{ DATETIME($value) }", "yesterday".into()),
        ("{ DATETIME($value) }", "2026-02-30".into()),
        ("{ DATETIME($value) }", f64::NAN.into()),
        ("{ DATETIME($value) }", 1e300.into()),
        ("{ DATETIME($value, timeZone: \"Europe/Mosow\") }", 0.into()),
    ] {
        let function = pattern.split(['{', '(']).nth(1).unwrap().trim();
        assert_eq!(
            said("ru", pattern, value),
            format!("{function}()"),
            "{pattern}"
        );
    }
}

#[test]
fn a_language_without_data_is_written_plainly() {
    for tag in ["tlh", "xx-YY", "art"] {
        let lang = tag.parse().unwrap();
        assert_eq!(
            locale::number(&lang, 1_234_567.5, &NumberOptions::default()),
            "1234567.5"
        );
        let options = DateOptions {
            date_style: Some(Length::Full),
            time_style: Some(Length::Short),
            ..DateOptions::default()
        };
        let moment = Moment::read("2026-08-21T15:04:05").unwrap();
        assert_eq!(locale::date(&lang, &moment, &options), "2026-08-21 15:04");
        assert_eq!(
            said(tag, "{ NUMBER($value, style: \"percent\") }", 0.5),
            "50\u{a0}%"
        );
        let euro = "{ NUMBER($value, style: \"currency\", currency: \"EUR\") }";
        assert_eq!(said(tag, euro, 5), "5.00\u{a0}EUR");
    }
}

/// A value that each option takes, beside what it needs, and one that it does not take.
#[test]
fn every_option_of_the_table_does_something() {
    for function in FUNCTIONS {
        let (value, beside) = match function.name {
            "NUMBER" => (FluentValue::from(12_345.678), ""),
            _ => ("2026-08-21T05:04:09+07:00".into(), ", hour: \"numeric\""),
        };
        for option in function.options {
            let needed = match option.name {
                "currency" => ", style: \"currency\"",
                "currencyDisplay" => ", style: \"currency\", currency: \"USD\"",
                "dateStyle" | "hour" => "",
                _ => beside,
            };
            let call = |given: &str| format!("{{ {}($value{needed}{given}) }}", function.name);
            let given = |literal: String| {
                said(
                    "en",
                    &call(&format!(", {}: {literal}", option.name)),
                    value.clone(),
                )
            };
            let (some, none) = match &option.takes {
                Takes::Whole(_, high) => (
                    vec![(high - 1).to_string(), "1".into()],
                    (high + 1).to_string(),
                ),
                Takes::Flag => (vec!["\"false\"".into(), "1".into()], "\"no\"".into()),
                Takes::Words(words) => (
                    words.iter().map(|word| format!("\"{word}\"")).collect(),
                    "\"often\"".into(),
                ),
                Takes::Currency => (vec!["\"EUR\"".into()], "\"euro\"".into()),
                Takes::TimeZone => (vec!["\"Asia/Tokyo\"".into()], String::new()),
            };
            let plain = said("en", &call(""), value.clone());
            // What kind of plural a number chooses is not seen in the number.
            let seen =
                option.name == "type" || some.into_iter().any(|literal| given(literal) != plain);
            assert!(seen, "{} {}", function.name, option.name);
            if !none.is_empty() {
                assert_eq!(given(none), plain, "{} {}", function.name, option.name);
            }
        }
    }
}

#[test]
fn no_value_breaks_a_message() {
    let calls = [
        "{ $value }",
        "{ NUMBER($value, minimumFractionDigits: 19) ->\n [one] 1\n *[other] 2\n }",
        "{ NUMBER($value, minimumSignificantDigits: 21, maximumFractionDigits: 0) ->\n [one] 1\n *[other] 2\n }",
        "{ NUMBER($value, style: \"percent\", maximumSignificantDigits: 1) }",
        "{ NUMBER($value, style: \"currency\", currency: \"qqq\", minimumIntegerDigits: 21) }",
        "{ DATETIME($value, dateStyle: \"full\", timeStyle: \"full\") }",
        "{ DATETIME($value, weekday: \"short\", year: \"2-digit\", hour: \"2-digit\", hour12: 1) }",
        "{ DATETIME($value, year: \"numeric\", month: \"long\", second: \"numeric\") }",
    ];
    let extremes = [
        0.0,
        -0.0,
        0.1,
        -1.5,
        1e15,
        -6.2e13,
        1e21,
        1e300,
        f64::MAX,
        f64::MIN_POSITIVE,
        5e-324,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::NAN,
        0.123_456_789_012_345_68,
    ];
    for tag in [
        "ru", "en", "pt", "ja", "ar", "fa", "hi", "th", "sr-Latn", "zh-Hant", "tlh",
    ] {
        for call in calls {
            for value in extremes {
                assert!(!said(tag, call, value).is_empty(), "{tag} {call} {value}");
            }
        }
    }
}

//! Numbers and dates in messages, held to what CLDR says.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::sync::Arc;

use fluent::{FluentArgs, FluentResource, FluentValue};
use sverka::locale::{Bundle, bundle};

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
        let [tag, value, call, expected] = row.split('\t').collect::<Vec<_>>().try_into().unwrap();
        let value = match call.starts_with("NUMBER") {
            true => FluentValue::from(value.parse::<f64>().unwrap()),
            false => FluentValue::from(value.to_owned()),
        };
        let said = said(tag, &format!("{{ {call} }}"), value);
        let shown = said.replace('\u{a0}', "~").replace('\u{202f}', "_");
        if shown != expected {
            wrong.push(format!("{row}\n\tis {shown}"));
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

//! Compares the tables and values of a TOML file with a JSON Schema, and takes out what it refuses.
//!
//! Serde stops at the first key it does not know. Here all of them are told at once, and
//! what remains can be read, so that mistakes further in are told in the same run.

use regex::Regex;
use serde_json::{Map, Value};
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue};

use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// The types that a value can be said to have: those of JSON Schema, and `date`, which is TOML's.
pub const TYPES: &[&str] = &["string", "number", "boolean", "date", "array", "object"];

/// Removes every unknown key and every value of a wrong type, with a diagnostic for each.
pub fn fit(file: &str, table: &mut DeTable<'_>, schema: &Value) -> Vec<Diagnostic> {
    let mut wrong = Vec::new();
    fit_table(file, table, schema, &mut wrong);
    wrong.sort_by_key(|found| found.primary.span.start);
    wrong
}

/// Removes the keys at the top that `wanted` does not want: another room reads them.
pub fn keep(table: &mut DeTable<'_>, wanted: impl Fn(&str) -> bool) {
    for (key, value) in std::mem::replace(table, DeTable::new()) {
        if wanted(key.get_ref()) {
            table.insert(key, value);
        }
    }
}

fn fit_table(file: &str, table: &mut DeTable<'_>, schema: &Value, wrong: &mut Vec<Diagnostic>) {
    let none = Map::new();
    let known = schema
        .get("properties")
        .and_then(Value::as_object)
        .unwrap_or(&none);
    // A table of tables under names of one's own.
    let any = schema
        .get("additionalProperties")
        .filter(|any| any.is_object());
    for (key, mut value) in std::mem::replace(table, DeTable::new()) {
        let name = key.get_ref().as_ref();
        match known.get(name).or(any).or_else(|| named(schema, name)) {
            None => wrong.push(unknown_key(file, &key, known)),
            Some(schema) => {
                if fit_value(file, key.get_ref(), &mut value, schema, wrong) {
                    table.insert(key, value);
                }
            }
        }
    }
}

/// What a table says of names of this form, such as tags of languages.
fn named<'s>(schema: &'s Value, key: &str) -> Option<&'s Value> {
    let forms = schema.get("patternProperties")?.as_object()?;
    let fits = |form: &str| Regex::new(form).is_ok_and(|form| form.is_match(key));
    forms
        .iter()
        .find(|(form, _)| fits(form))
        .map(|(_, schema)| schema)
}

/// Whether the value may stay.
fn fit_value(
    file: &str,
    key: &str,
    value: &mut Spanned<DeValue<'_>>,
    schema: &Value,
    wrong: &mut Vec<Diagnostic>,
) -> bool {
    let expected = schema
        .get("type")
        .and_then(Value::as_str)
        .unwrap_or_default();
    let span = value.span();
    match (value.get_mut(), expected) {
        (DeValue::Table(table), "object") => fit_table(file, table, schema, wrong),
        (DeValue::Array(items), "array") => {
            let schema = schema.get("items").unwrap_or(&Value::Null);
            for mut item in std::mem::replace(items, DeArray::new()) {
                if fit_value(file, key, &mut item, schema, wrong) {
                    items.push(item);
                }
            }
        }
        (DeValue::String(_), "string")
        | (DeValue::Boolean(_), "boolean")
        | (DeValue::Integer(_), "integer" | "number")
        | (DeValue::Float(_), "number")
        // What has several forms is for serde to judge.
        | (_, "") => {}
        (other, _) => {
            let found = Diagnostic::new(Code::WRONG_TYPE, Span::new(file, span))
                .with("key", key)
                .with("expected", if expected == "integer" { "number" } else { expected })
                .with("found", name(other));
            wrong.push(found);
            return false;
        }
    }
    true
}

fn unknown_key(
    file: &str,
    key: &Spanned<std::borrow::Cow<'_, str>>,
    known: &Map<String, Value>,
) -> Diagnostic {
    let names: Vec<&str> = known.keys().map(String::as_str).collect();
    let near = similar::get_close_matches(key.get_ref().as_ref(), &names, 1, 0.6);
    Diagnostic::new(Code::UNKNOWN_KEY, Span::new(file, key.span()))
        .with("key", key.get_ref())
        .with("nearest", near.first().copied().unwrap_or_default())
}

/// The type of a value, one of [`TYPES`].
fn name(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "string",
        DeValue::Integer(_) | DeValue::Float(_) => "number",
        DeValue::Boolean(_) => "boolean",
        DeValue::Datetime(_) => "date",
        DeValue::Array(_) => "array",
        DeValue::Table(_) => "object",
    }
}

//! The fields of a YAML front matter, each with its value and with the lines that it stands in.

use std::collections::BTreeSet;

use saphyr_parser::{Event, Parser, ScalarStyle};
use serde_json::{Map, Number, Value};

/// What is nested deeper than this is no front matter.
const DEEPEST: usize = 32;

/// A field of the highest level.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Field {
    /// Its name.
    pub(super) key: String,
    /// Its value; none if it refers to another field (`*name`), which is not followed.
    pub(super) value: Option<Value>,
    /// Its lines as they stand, with their ends.
    pub(super) lines: String,
}

/// A mapping with the key that waits for its value, or a list.
enum Open {
    Map(Map<String, Value>, Option<String>),
    List(Vec<Value>),
}

/// Reads the body of a front matter; none if it is no mapping of names. One whose keys do not each begin a
/// line is written anew.
pub(super) fn fields(body: &str) -> Option<Vec<Field>> {
    let starts: Vec<usize> = body.char_indices().map(|(at, _)| at).collect();
    let byte = |index: usize| starts.get(index).copied().unwrap_or(body.len());
    let mut open: Vec<Open> = Vec::new();
    let mut keys: Vec<(String, usize)> = Vec::new();
    let mut refer: BTreeSet<usize> = BTreeSet::new();
    let mut root = Map::new();
    for event in Parser::new_from_str(body) {
        let (event, span) = event.ok()?;
        let value = match event {
            Event::MappingStart(..) | Event::SequenceStart(..) if open.len() >= DEEPEST => {
                return None;
            }
            Event::MappingStart(..) => {
                open.push(Open::Map(Map::new(), None));
                continue;
            }
            Event::SequenceStart(..) => {
                open.push(Open::List(Vec::new()));
                continue;
            }
            Event::Scalar(text, style, _, tag) => {
                let is_key = matches!(open.last(), Some(Open::Map(_, None)));
                if is_key && open.len() == 1 {
                    keys.push((text.clone().into_owned(), byte(span.start.index())));
                }
                if style == ScalarStyle::Plain && tag.is_none() && !is_key {
                    typed(&text)
                } else {
                    Value::String(text.into_owned())
                }
            }
            Event::Alias(_) => {
                refer.insert(keys.len().checked_sub(1)?);
                Value::Null
            }
            Event::MappingEnd | Event::SequenceEnd => match open.pop()? {
                Open::Map(map, _) if open.is_empty() => {
                    root = map;
                    continue;
                }
                Open::Map(map, _) => Value::Object(map),
                Open::List(list) => Value::Array(list),
            },
            _ => continue,
        };
        open.last_mut()?.take(value)?;
    }
    let at_once = |(_, start): &(String, usize)| {
        *start == 0 || body.as_bytes().get(start - 1) == Some(&b'\n')
    };
    let in_lines = keys.iter().all(at_once);
    let mut out = Vec::new();
    for (number, (key, start)) in keys.iter().enumerate() {
        let end = keys.get(number + 1).map_or(body.len(), |(_, end)| *end);
        let value = root.remove(key).filter(|_| !refer.contains(&number));
        let lines = if in_lines {
            body.get(*start..end)?.to_owned()
        } else {
            line(key, value.as_ref()?)
        };
        let key = key.clone();
        out.push(Field { key, value, lines });
    }
    Some(out)
}

/// A field in one line: JSON is YAML.
pub(super) fn line(key: &str, value: &Value) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || "_-".contains(c);
    if key.chars().all(bare) {
        format!("{key}: {value}\n")
    } else {
        format!("{}: {value}\n", Value::from(key))
    }
}

impl Open {
    /// Takes the next key or value; none where a key is no text.
    fn take(&mut self, value: Value) -> Option<()> {
        match self {
            Self::List(list) => list.push(value),
            Self::Map(map, key) => match key.take() {
                Some(key) => {
                    map.insert(key, value);
                }
                None => *key = Some(value.as_str()?.to_owned()),
            },
        }
        Some(())
    }
}

/// What a plain scalar means by the core schema of YAML 1.2.2 (10.3.2). What is no date there, none of
/// them is: it stays text.
fn typed(text: &str) -> Value {
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Value::Null,
        "true" | "True" | "TRUE" => return Value::Bool(true),
        "false" | "False" | "FALSE" => return Value::Bool(false),
        _ => {}
    }
    let figure = text.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c));
    let number = figure.then(|| text.strip_prefix('+').unwrap_or(text));
    let whole = number.and_then(|text| text.parse::<i64>().ok());
    let real = || number?.parse().ok().and_then(Number::from_f64);
    match whole {
        Some(whole) => Value::from(whole),
        None => real().map_or_else(|| Value::from(text), Value::Number),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn each_field_has_its_value_and_its_lines() {
        let body = "title: Снег\n# of the paper\ndate: 2026-01-02\ntags:\n  - a\n  - \"1\"\nextra: {n: 1, ok: yes}\n";
        let found = fields(body).unwrap();
        let values: Vec<_> = found
            .iter()
            .map(|field| field.value.clone().unwrap())
            .collect();
        let wanted = [
            json!("Снег"),
            json!("2026-01-02"),
            json!(["a", "1"]),
            json!({"n": 1, "ok": "yes"}),
        ];
        assert_eq!(values, wanted);
        let lines: String = found.iter().map(|field| field.lines.as_str()).collect();
        assert_eq!(lines, body);
    }

    #[test]
    fn what_refers_to_something_has_no_value() {
        let bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n";
        let found = fields(bomb).unwrap();
        assert_eq!(found[0].value, Some(json!(["x", "x"])));
        assert_eq!(
            (found[1].value.clone(), found[2].value.clone()),
            (None, None)
        );
    }

    #[test]
    fn what_is_no_mapping_has_no_fields() {
        for body in ["[a, b]\n", "text\n", "? [a]\n: b\n", "a: [\n"] {
            assert_eq!(fields(body).unwrap_or_default(), [], "{body}");
        }
        assert_eq!(fields("{a: b}").unwrap()[0].lines, "a: \"b\"\n");
        assert_eq!(fields(&"[".repeat(100_000)), None);
    }
}

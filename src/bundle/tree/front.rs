//! A front matter as it is written again: what a person wrote stays byte for byte, and what the
//! program adds stands behind it in the same language, YAML or TOML.

use serde_json::{Map, Value};
use toml_edit::{Array, Datetime, DocumentMut, InlineTable, Item, Table};

use super::yaml::{self, Field};
use crate::bundle::facts::Dated;
use crate::document::front_matter_body;

/// Fields whose text is a date, which TOML writes without quotes.
const DATES: &[&str] = &[
    "date",
    "updated",
    "lastmod",
    "modified",
    "published",
    "pubDate",
    "publishDate",
    "expiryDate",
    "lastUpdated",
];

/// A front matter.
#[derive(Debug, Clone)]
pub(super) enum Front {
    /// Between `---`.
    Yaml(Vec<Field>),
    /// Between `+++`.
    Toml(Box<DocumentMut>),
}

/// A date as TOML and YAML both have it: as it is written, if they do.
pub(super) fn stamp(date: &Dated) -> String {
    if datetime(&date.said).is_some() {
        date.said.clone()
    } else if date.whole_day {
        date.day.to_string()
    } else {
        date.moment.to_string()
    }
}

/// Reads a date of TOML 1.0, which knows no time without seconds; nor does YAML.
pub(super) fn datetime(text: &str) -> Option<Datetime> {
    let read: Datetime = text.parse().ok()?;
    let has_seconds = read.time.is_none_or(|time| time.second.is_some());
    (read.date.is_some() && has_seconds).then_some(read)
}

/// An order as a whole number, if it is one.
pub(super) fn order(weight: f64) -> Value {
    let text = weight.to_string();
    text.parse::<i64>()
        .map_or_else(|_| Value::from(weight), Value::from)
}

impl Front {
    /// Reads that of a page; none if it has none.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (range, fence) = front_matter_body(text)?;
        let body = text.get(range)?;
        if fence == "+++" {
            return Some(Self::Toml(Box::new(body.parse().ok()?)));
        }
        let mut fields = yaml::fields(body)?;
        for field in &mut fields {
            if !field.lines.ends_with('\n') {
                field.lines.push('\n');
            }
        }
        Some(Self::Yaml(fields))
    }

    /// An empty one in the language of this one.
    pub(super) fn empty_like(&self) -> Self {
        match self {
            Self::Yaml(_) => Self::Yaml(Vec::new()),
            Self::Toml(_) => Self::Toml(Box::default()),
        }
    }

    /// The names of its fields.
    pub(super) fn keys(&self) -> Vec<String> {
        match self {
            Self::Yaml(fields) => fields.iter().map(|field| field.key.clone()).collect(),
            Self::Toml(doc) => doc.iter().map(|(key, _)| key.to_owned()).collect(),
        }
    }

    /// Whether it has a field.
    pub(super) fn has(&self, key: &str) -> bool {
        match self {
            Self::Yaml(fields) => fields.iter().any(|field| field.key == key),
            Self::Toml(doc) => doc.contains_key(key),
        }
    }

    /// The value of a field; dates are text.
    pub(super) fn get(&self, key: &str) -> Option<Value> {
        match self {
            Self::Yaml(fields) => {
                let mut fields = fields.iter();
                fields.find(|field| field.key == key)?.value.clone()
            }
            Self::Toml(doc) => value(doc.get(key)?),
        }
    }

    /// Gives a field a value, behind all others if it is new or had another one.
    pub(super) fn set(&mut self, key: &str, value: &Value) {
        if self.get(key).as_ref() == Some(value) {
            return;
        }
        self.remove(key);
        match self {
            Self::Yaml(fields) => fields.push(Field {
                key: key.to_owned(),
                lines: yaml::line(key, value),
                value: Some(value.clone()),
            }),
            Self::Toml(doc) => {
                if let Some(item) = item(key, value) {
                    doc.insert(key, item);
                }
            }
        }
    }

    /// Gives a field a date, which no language writes with quotes.
    pub(super) fn set_date(&mut self, key: &str, date: &str) {
        self.remove(key);
        match self {
            Self::Yaml(fields) => fields.push(Field {
                key: key.to_owned(),
                lines: format!("{key}: {date}\n"),
                value: Some(Value::from(date)),
            }),
            Self::Toml(doc) => {
                if let Some(item) = item(key, &Value::from(date)) {
                    doc.insert(key, item);
                }
            }
        }
    }

    /// Takes a field out.
    pub(super) fn remove(&mut self, key: &str) {
        match self {
            Self::Yaml(fields) => fields.retain(|field| field.key != key),
            Self::Toml(doc) => {
                doc.remove(key);
            }
        }
    }

    /// Takes a field over from another one as it stands there, if that does not refer to others.
    pub(super) fn take_over(&mut self, key: &str, from: &Self) {
        let Some(value) = from.get(key) else {
            return;
        };
        match (self, from) {
            (Self::Yaml(own), Self::Yaml(theirs)) => {
                let field = theirs.iter().find(|field| field.key == key);
                // The lines may name something (`&name`) that this front matter names, too.
                let field = field.filter(|field| !field.lines.contains('&'));
                own.push(field.cloned().unwrap_or_else(|| Field {
                    key: key.to_owned(),
                    lines: yaml::line(key, &value),
                    value: Some(value),
                }));
            }
            (Self::Toml(own), Self::Toml(theirs)) => {
                if let Some(item) = theirs.get(key) {
                    own.insert(key, item.clone());
                }
            }
            (own, _) => own.set(key, &value),
        }
    }

    /// All fields with a value.
    pub(super) fn values(&self) -> Map<String, Value> {
        let keys = self.keys().into_iter();
        keys.filter_map(|key| Some((key.clone(), self.get(&key)?)))
            .collect()
    }

    /// The same in YAML.
    pub(super) fn into_yaml(self) -> Self {
        if matches!(self, Self::Yaml(_)) {
            return self;
        }
        let field = |(key, value): (String, Value)| {
            let date = value.as_str().filter(|_| DATES.contains(&key.as_str()));
            let date = date.filter(|text| datetime(text).is_some());
            let lines = match date {
                Some(date) => format!("{key}: {date}\n"),
                None => yaml::line(&key, &value),
            };
            let value = Some(value);
            Field { key, value, lines }
        };
        Self::Yaml(self.values().into_iter().map(field).collect())
    }

    /// One in TOML with these fields; those that hold others are tables.
    pub(super) fn toml(values: &Map<String, Value>) -> Self {
        let mut doc = DocumentMut::new();
        for (key, value) in values {
            let table = value.as_object().map(|fields| {
                let mut table = Table::new();
                let fields = fields.iter();
                table.extend(fields.filter_map(|(key, value)| Some((key, item(key, value)?))));
                Item::Table(table)
            });
            if let Some(item) = table.or_else(|| item(key, value)) {
                doc.insert(key, item);
            }
        }
        Self::Toml(Box::new(doc))
    }

    /// Its text with its fences; nothing if it is empty.
    pub(super) fn text(&self) -> String {
        match self {
            Self::Yaml(fields) if fields.is_empty() => String::new(),
            Self::Yaml(fields) => {
                let lines: String = fields.iter().map(|field| field.lines.as_str()).collect();
                format!("---\n{lines}---\n")
            }
            Self::Toml(doc) if doc.is_empty() => String::new(),
            Self::Toml(doc) => {
                let text = doc.to_string();
                let end = if text.ends_with('\n') { "" } else { "\n" };
                format!("+++\n{text}{end}+++\n")
            }
        }
    }
}

fn value(item: &Item) -> Option<Value> {
    Some(match item {
        Item::None => return None,
        Item::Value(one) => plain(one),
        Item::Table(table) => table
            .iter()
            .filter_map(|(key, item)| Some((key.to_owned(), value(item)?)))
            .collect(),
        Item::ArrayOfTables(tables) => {
            let all = tables
                .iter()
                .map(|table| value(&Item::Table(table.clone())));
            Value::Array(all.flatten().collect())
        }
    })
}

fn plain(value: &toml_edit::Value) -> Value {
    match value {
        toml_edit::Value::String(text) => Value::from(text.value().as_str()),
        toml_edit::Value::Integer(number) => Value::from(*number.value()),
        toml_edit::Value::Float(number) => Value::from(*number.value()),
        toml_edit::Value::Boolean(truth) => Value::from(*truth.value()),
        toml_edit::Value::Datetime(date) => Value::from(date.value().to_string()),
        toml_edit::Value::Array(list) => list.iter().map(plain).collect(),
        toml_edit::Value::InlineTable(table) => table
            .iter()
            .map(|(key, value)| (key.to_owned(), plain(value)))
            .collect(),
    }
}

/// A value in TOML, which knows no nothing.
fn item(key: &str, value: &Value) -> Option<Item> {
    let date = value.as_str().filter(|_| DATES.contains(&key));
    if let Some(date) = date.and_then(datetime) {
        return Some(toml_edit::value(date));
    }
    written(value).map(Item::Value)
}

fn written(value: &Value) -> Option<toml_edit::Value> {
    Some(match value {
        Value::Null => return None,
        Value::Bool(truth) => (*truth).into(),
        Value::Number(number) => match number.as_i64() {
            Some(whole) => whole.into(),
            None => number.as_f64()?.into(),
        },
        Value::String(text) => text.as_str().into(),
        Value::Array(list) => list.iter().filter_map(written).collect::<Array>().into(),
        Value::Object(map) => {
            let fields = map.iter();
            let fields = fields.filter_map(|(key, value)| Some((key.clone(), written(value)?)));
            fields.collect::<InlineTable>().into()
        }
    })
}

//! The front matter of Zola, which refuses fields that it does not know, and values of other types.

use serde_json::{Map, Value, json};

use super::front::{Front, datetime, order, stamp};
use crate::bundle::facts::Dated;
use crate::bundle::plan::Page;

/// What Zola takes as the value of a field.
#[derive(Clone, Copy)]
enum Kind {
    Text,
    Texts,
    Flag,
    /// A whole number from zero on.
    Number,
    Date,
}

/// Fields of pages, and of sections: pages with others below them.
const BOTH: &[(&str, Kind)] = &[
    ("title", Kind::Text),
    ("description", Kind::Text),
    ("weight", Kind::Number),
    ("draft", Kind::Flag),
    ("aliases", Kind::Texts),
    ("in_search_index", Kind::Flag),
    ("template", Kind::Text),
    ("render", Kind::Flag),
];

const OF_PAGE: &[(&str, Kind)] = &[
    ("date", Kind::Date),
    ("updated", Kind::Date),
    ("slug", Kind::Text),
    ("path", Kind::Text),
    ("authors", Kind::Texts),
];

const OF_SECTION: &[(&str, Kind)] = &[
    ("page_template", Kind::Text),
    ("sort_by", Kind::Text),
    ("paginate_by", Kind::Number),
    ("paginate_path", Kind::Text),
    ("paginate_reversed", Kind::Flag),
    ("insert_anchor_links", Kind::Text),
    ("redirect_to", Kind::Text),
    ("transparent", Kind::Flag),
    ("generate_feeds", Kind::Flag),
];

/// Fields as Zola sorts them: in TOML, tags among the taxonomies, what it does not know or would not
/// take in `extra`.
pub(super) fn front(
    mut values: Map<String, Value>,
    status: Map<String, Value>,
    (page, section): (&Page, bool),
) -> Front {
    let mut table = |key: &str| match values.remove(key) {
        Some(Value::Object(table)) => table,
        _ => Map::new(),
    };
    let (mut taxonomies, mut extra) = (table("taxonomies"), table("extra"));
    rename(&mut values, page);
    let mut out = Map::new();
    for (key, value) in values {
        if !section && matches!(key.as_str(), "tags" | "categories") {
            taxonomies.entry(key).or_insert(value);
            continue;
        }
        let of_kind = if section { OF_SECTION } else { OF_PAGE };
        let mut known = BOTH.iter().chain(of_kind);
        let kind = known.find(|(name, _)| *name == key).map(|(_, kind)| *kind);
        match kind.and_then(|kind| fitting(&value, kind)) {
            Some(value) => {
                out.insert(key, value);
            }
            None => {
                extra.entry(key).or_insert(value);
            }
        }
    }
    extra.insert("sverka".to_owned(), Value::Object(status));
    let terms = taxonomies.into_iter();
    let terms: Map<String, Value> = terms
        .filter_map(|(key, value)| Some((key, fitting(&value, Kind::Texts)?)))
        .collect();
    if !terms.is_empty() && !section {
        out.insert("taxonomies".to_owned(), Value::Object(terms));
    }
    out.insert("extra".to_owned(), Value::Object(extra));
    Front::toml(&out)
}

/// Gives what the program has read under other names (`lastmod`, `author`) the names of Zola.
fn rename(values: &mut Map<String, Value>, page: &Page) {
    let mut put = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            values.insert(key.to_owned(), value);
        }
    };
    let list = |list: &[String]| (!list.is_empty()).then(|| json!(list));
    let date = |date: &Option<Dated>| date.as_ref().map(|date| json!(stamp(date)));
    put("date", date(&page.date));
    put("updated", date(&page.updated));
    put("weight", page.weight.map(order));
    put("authors", list(&page.authors));
    put("tags", list(&page.tags));
}

/// A value as Zola takes it, if there is a way.
fn fitting(value: &Value, kind: Kind) -> Option<Value> {
    let text = |value: &Value| match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(_) | Value::Bool(_) => Some(value.to_string()),
        _ => None,
    };
    match kind {
        Kind::Text => text(value).map(Value::from),
        Kind::Texts => match value {
            Value::Array(list) => Some(list.iter().filter_map(text).collect()),
            _ => text(value).map(|one| json!([one])),
        },
        Kind::Flag => value.is_boolean().then(|| value.clone()),
        Kind::Number => value.is_u64().then(|| value.clone()),
        Kind::Date => {
            let date = value.as_str().and_then(datetime);
            date.map(|_| value.clone())
        }
    }
}

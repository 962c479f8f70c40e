//! The messages and terms of a Fluent file: where they stand, and which others they refer to.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::document::{Document, Segment};
use crate::text::pattern;

/// A message or a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defined {
    /// Its name; that of a term begins with `-`.
    pub id: String,
    /// The bytes of the name in the file, or of its first attribute where it has no value.
    pub range: Range<usize>,
    /// The messages and terms that its value and attributes refer to.
    pub references: BTreeSet<String>,
}

/// The messages and terms of a Fluent file, by name; of those with one name the first is placed.
pub fn defined(document: &Document, text: &str) -> Vec<Defined> {
    let mut out: BTreeMap<&str, Defined> = BTreeMap::new();
    for segment in &document.segments {
        let Some(key) = &segment.key else { continue };
        let id = key.split_once('.').map_or(key.as_str(), |(id, _)| id);
        let one = out.entry(id).or_insert_with(|| Defined {
            id: id.to_owned(),
            range: place(id, segment, text),
            references: BTreeSet::new(),
        });
        references(&segment.text, &mut one.references);
    }
    out.into_values().collect()
}

/// The name at the head of the lines of a segment; the segment itself where there is none.
fn place(id: &str, segment: &Segment, text: &str) -> Range<usize> {
    let start = segment.lines.start;
    let named = text.get(start..).is_some_and(|rest| rest.starts_with(id));
    if named {
        start..start + id.len()
    } else {
        segment.span.clone()
    }
}

/// What the placeables of a pattern refer to. A name that is no reference, as that of a function, does
/// no harm: nothing is called so.
fn references(text: &str, out: &mut BTreeSet<String>) {
    let first = PLACEABLE.captures_iter(text);
    out.extend(first.filter_map(|found| Some(found.get(1)?.as_str().to_owned())));
    for call in CALL.find_iter(text) {
        let names = NAME.find_iter(call.as_str());
        out.extend(names.map(|name| name.as_str().to_owned()));
    }
}

static PLACEABLE: LazyLock<Regex> = LazyLock::new(|| pattern(r"\{\s*(-?[A-Za-z][A-Za-z0-9_-]*)"));

/// A function with what it is called with; what a term is called with is no reference.
static CALL: LazyLock<Regex> = LazyLock::new(|| pattern(r"\b[A-Z][A-Z0-9_-]*[ \n]*\([^(){}]*\)"));

static NAME: LazyLock<Regex> = LazyLock::new(|| pattern(r"-?[A-Za-z][A-Za-z0-9_-]*"));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Format, Reader};

    fn read(text: &str) -> Vec<(String, String, Vec<String>)> {
        let reader = Reader {
            file: "a.ftl".into(),
            lang: "ru".parse().unwrap(),
            format: Format::Fluent,
            translate: Box::new(|_| true),
        };
        let parsed = reader.read(text);
        let row = |one: Defined| {
            let place = text[one.range.clone()].to_owned();
            (one.id, place, one.references.into_iter().collect())
        };
        defined(&parsed.document, text)
            .into_iter()
            .map(row)
            .collect()
    }

    fn row(id: &str, place: &str, references: &[&str]) -> (String, String, Vec<String>) {
        let references = references.iter().map(ToString::to_string);
        (id.to_owned(), place.to_owned(), references.collect())
    }

    #[test]
    fn a_message_is_known_with_its_place_and_what_it_refers_to() {
        let text = "-brand = Сверка\nabout = О программе (bare) { -brand(case: \"gen\") }\n    .title = { menu }\n\
                    # Слово\nmenu =\n    Меню { $count ->\n        [one] { about.title }\n       *[other] много\n    }\n\
                    bare =\n    .label = Ярлык { UPPER(about) }\n";
        assert_eq!(
            read(text),
            [
                row("-brand", "-brand", &[]),
                row("about", "about", &["-brand", "menu"]),
                row("bare", "Ярлык { UPPER(about) }", &["UPPER", "about"]),
                row("menu", "menu", &["about"]),
            ]
        );
    }
}

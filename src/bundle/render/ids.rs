//! The ids of a page's headings: each its own, those that somebody wrote before all others.

use std::collections::{BTreeMap, BTreeSet};

use super::body::Heading;
use crate::text::heading_id;

/// What a heading without letters is called.
const UNNAMED: &str = "section";

/// Gives each heading its id: the one that is written at it (`named`, one for each heading), or one
/// made of its words. `anchors` are other ids of the page.
pub(super) fn assign(headings: &mut [Heading], named: &[Option<String>], anchors: &[String]) {
    let mut taken: BTreeSet<String> = anchors.iter().cloned().collect();
    let mut again = BTreeMap::new();
    let mut first = vec![false; headings.len()];
    for (at, name) in named.iter().enumerate() {
        let name = name.as_deref().filter(|name| !name.trim().is_empty());
        if let Some(name) = name.map(valid) {
            first[at] = taken.insert(name.clone());
            headings[at].id = name;
        }
    }
    for (at, heading) in headings.iter_mut().enumerate() {
        if first[at] {
            continue;
        }
        let wanted = if heading.id.is_empty() {
            valid(&heading_id(&heading.text))
        } else {
            std::mem::take(&mut heading.id)
        };
        heading.id = free(&wanted, &mut taken, &mut again);
    }
}

/// The id without what no id may have.
pub(super) fn valid(id: &str) -> String {
    let parts: Vec<&str> = id.split_whitespace().collect();
    if parts.is_empty() {
        UNNAMED.to_owned()
    } else {
        parts.join("-")
    }
}

/// The id itself, or with the first number behind it that makes it one of its own.
fn free(wanted: &str, taken: &mut BTreeSet<String>, again: &mut BTreeMap<String, usize>) -> String {
    let mut id = wanted.to_owned();
    while !taken.insert(id.clone()) {
        let number = again.entry(wanted.to_owned()).or_default();
        *number += 1;
        id = format!("{wanted}-{number}");
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_heading_has_an_id_of_its_own() {
        let rows = [
            ("Сроки", None, "сроки-1"),
            ("Сроки 1", None, "сроки-1-1"),
            ("Dates", Some("сроки"), "сроки"),
            ("Again", Some("сроки"), "сроки-2"),
            ("Map", None, "map-1"),
            ("!", None, "section"),
            ("?", Some(" a b "), "a-b"),
            ("…", Some(""), "section-1"),
        ];
        let heading = |text: &str| Heading {
            level: 2,
            id: String::new(),
            text: text.to_owned(),
        };
        let mut headings: Vec<Heading> = rows.iter().map(|row| heading(row.0)).collect();
        let named: Vec<_> = rows.iter().map(|row| row.1.map(str::to_owned)).collect();
        assign(&mut headings, &named, &["map".to_owned()]);
        let ids: Vec<&str> = headings.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids, rows.map(|row| row.2));
    }
}

//! Front matter: what it must have, what must be the same in both languages, and how long it may be.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Pair, Rules, Signs};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::front_matter_fields;
use crate::project::Keys;
use crate::text::{Lang, pattern};

/// What is asked of front matter.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Fields {
    /// Fields that every page must have.
    required: Vec<String>,
    /// Globs of fields that must be the same in all languages.
    equal: Vec<String>,
    /// Globs of fields with a date, of which the day must be the same in all languages.
    dates: Vec<String>,
    /// Fields that name the language of the page.
    language: Vec<String>,
    /// How many characters a field may have: `{ title = 70 }`.
    longest: BTreeMap<String, usize>,
    /// Globs of fields that a translation must not leave out.
    keep: Vec<String>,
    #[serde(skip)]
    globs: Globs,
}

impl Default for Fields {
    fn default() -> Self {
        let list = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        Self {
            required: Vec::new(),
            equal: Vec::new(),
            dates: list(&["date", "pubDate", "publishDate"]),
            language: list(&["lang", "language", "locale"]),
            longest: BTreeMap::new(),
            keep: list(&["title", "description"]),
            globs: Globs::default(),
        }
    }
}

/// The globs of the options, compiled; none where one of them cannot be read.
#[derive(Debug, Default)]
struct Globs {
    equal: Option<Keys>,
    dates: Option<Keys>,
    keep: Option<Keys>,
}

impl Rule for Fields {
    const CODE: Code = Code::new(
        "fields",
        Severity::Error,
        &["wrong", "field", "value", "other"],
    );
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for Fields {
    fn needs(&self, page: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        let needs = Needs { page: Signs::ANY, ..Needs::pair(Signs::ANY) };
        needs.only(page.document.front_matter.is_some())
    }

    fn prepare(&mut self, _: &Rules) {
        let keys = |globs: &[String]| Keys::new(globs.iter().map(String::as_str)).ok();
        self.globs = Globs {
            equal: keys(&self.equal),
            dates: keys(&self.dates),
            keep: keys(&self.keep),
        };
    }

    fn page(&self, page: &Page<'_>, out: &mut Findings<'_>) {
        let Some(front_matter) = &page.document.front_matter else {
            return;
        };
        let fields = fields(page);
        for key in self.required.iter().filter(|key| !fields.contains_key(key.as_str())) {
            let first_line = page.text[front_matter.clone()].lines().next();
            let end = front_matter.start + first_line.map_or(0, str::len);
            let place = front_matter.start..end;
            say(page, place, ("missing", key, "", &key.clone()), None, out);
        }
        for (key, (value, place)) in &fields {
            if self.language.contains(key) && !speaks_of(value, page.lang) {
                let lang = page.lang.to_string();
                say(page, place.clone(), ("language", key, value, &lang), None, out);
            }
            if let Some(most) = self.longest.get(key) {
                let length = value.chars().count();
                if length > *most {
                    let (length, most) = (length.to_string(), most.to_string());
                    say(page, place.clone(), ("long", key, &length, &most), None, out);
                }
            }
        }
    }

    fn pair(&self, pair: &Pair<'_>, out: &mut Findings<'_>) {
        let (Some(_), Some(front_matter)) = (
            &pair.source.document.front_matter,
            &pair.target.document.front_matter,
        ) else {
            return;
        };
        let (here, there) = (fields(pair.target), fields(pair.source));
        let means = |globs: &Option<Keys>, key: &str| {
            globs.as_ref().is_some_and(|keys| keys.matches(key))
        };
        for (key, (value, place)) in there {
            let Some((own, at)) = here.get(&key) else {
                let wanted = means(&self.globs.keep, &key) || means(&self.globs.equal, &key);
                if wanted && !value.trim().is_empty() && !self.required.contains(&key) {
                    let at = front_matter.start..front_matter.start + 3;
                    say(pair.target, at, ("lost", &key, &value, &key), Some((pair.source, place)), out);
                }
                continue;
            };
            let differs = if means(&self.globs.dates, &key) {
                day(own) != day(&value)
            } else {
                means(&self.globs.equal, &key) && own.trim() != value.trim()
            };
            if differs {
                let facts = ("unequal", key.as_str(), own.as_str(), value.as_str());
                say(pair.target, at.clone(), facts, Some((pair.source, place)), out);
            }
        }
    }
}

/// The fields of a page, by key, each with its value and its place.
fn fields(page: &Page<'_>) -> BTreeMap<String, (String, Range<usize>)> {
    let all = front_matter_fields(page.text).into_iter();
    all.map(|(key, value, place)| (key, (value, place))).collect()
}

fn say(
    page: &Page<'_>,
    place: Range<usize>,
    (wrong, field, value, other): (&str, &str, &str, &str),
    related: Option<(&Page<'_>, Range<usize>)>,
    out: &mut Findings<'_>,
) {
    let found = out
        .at(page.span(place))
        .with("wrong", wrong)
        .with("field", field)
        .with("value", value)
        .with("other", other)
        .token(field);
    let found = match related {
        Some((page, place)) => found.related(page.span(place)),
        None => found,
    };
    out.add(found);
}

/// Whether a value names this language: `en`, `en-US`, `en_US.UTF-8`.
fn speaks_of(value: &str, lang: &Lang) -> bool {
    let tag = value.split(['.', '@']).next().unwrap_or(value);
    match tag.trim().parse::<Lang>() {
        Ok(said) => said == *lang || said.primary() == lang.primary(),
        // A list of languages, or a word: nothing that could be wrong.
        Err(_) => true,
    }
}

/// The day of a date with or without a time, as year, month and day; else the value itself.
fn day(value: &str) -> Vec<&str> {
    let value = value.trim();
    for (order, [year, month, day]) in [(&ISO, [1, 2, 3]), (&RUSSIAN, [3, 2, 1])] {
        if let Some(found) = order.captures(value) {
            let part = |at| found.get(at).map_or("", |part: regex::Match<'_>| part.as_str());
            let plain = |at| part(at).trim_start_matches('0');
            return vec![part(year), plain(month), plain(day)];
        }
    }
    vec![value]
}

static ISO: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:$|\D)"));
static RUSSIAN: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(\d{1,2})\.(\d{1,2})\.(\d{4})$"));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_the_same_whatever_the_hour() {
        assert_eq!(day("2024-03-21T08:05:11+03:00"), day("2024-03-21 23:00:00"));
        assert_eq!(day("21.03.2024"), day("2024-3-21"));
        assert_ne!(day("2024-03-21"), day("2024-03-22"));
    }
}

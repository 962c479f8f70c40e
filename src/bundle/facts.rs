//! What one file of an article says of itself: the fields of its front matter that a publisher
//! needs, and what its body has.

use std::ops::Range;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::render::{Body, scan};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::document::{
    Format, front_matter_checked, front_matter_end, front_matter_items, unclosed_front_matter,
};
use crate::locale::Moment;
use crate::text::{Digest, Span};

/// What a file says of itself.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// The digest of the whole file.
    pub digest: Digest,
    /// The byte behind its front matter.
    pub body_start: usize,
    /// Its front matter.
    pub fields: Fields,
    /// Its body.
    pub body: Body,
}

/// The fields of a front matter, by what they mean.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Fields {
    /// What it is called.
    pub title: Option<String>,
    /// What it is about.
    pub description: Option<String>,
    /// When it was first published; stands in archives and feeds.
    pub date: Option<Dated>,
    /// When it last changed.
    pub updated: Option<Dated>,
    /// When it may be published, if not at once.
    pub publish: Option<Dated>,
    /// When it must be gone.
    pub expire: Option<Dated>,
    /// Its tags.
    pub tags: Vec<String>,
    /// The image that stands for it.
    pub image: Option<String>,
    /// Its place among others: the smallest first.
    pub weight: Option<f64>,
    /// Whether it is not finished.
    pub draft: Option<bool>,
    /// Its place in its address.
    pub slug: Option<String>,
    /// Addresses that it had once.
    pub aliases: Vec<String>,
    /// Who wrote it.
    pub authors: Vec<String>,
    /// The release that it goes out with.
    pub release: Option<String>,
}

/// A date of a front matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dated {
    /// As it is written.
    pub said: String,
    /// The moment that it means; the start of a day.
    pub moment: Timestamp,
    /// The day on the clock of the site.
    pub day: jiff::civil::Date,
    /// Whether no time of the day is said.
    pub whole_day: bool,
}

/// The names of the fields in the common site generators.
const NAMES: &[(Meaning, &[&str])] = &[
    (Meaning::Title, &["title"]),
    (
        Meaning::Description,
        &["description", "summary", "excerpt", "lead"],
    ),
    (Meaning::Date, &["date", "published", "pubDate"]),
    (
        Meaning::Updated,
        &[
            "updated",
            "lastmod",
            "modified",
            "last_modified_at",
            "lastUpdated",
            "last_update.date",
        ],
    ),
    (
        Meaning::Publish,
        &["publishDate", "publish_date", "embargo"],
    ),
    (Meaning::Expire, &["expiryDate", "expiry_date", "expires"]),
    (Meaning::Tags, &["tags", "taxonomies.tags"]),
    (Meaning::Image, &["image", "cover"]),
    (
        Meaning::Weight,
        &["weight", "sidebar_position", "sidebar.order", "order"],
    ),
    (Meaning::Draft, &["draft"]),
    (Meaning::Slug, &["slug"]),
    (Meaning::Aliases, &["aliases", "redirect_from"]),
    (Meaning::Authors, &["authors", "author"]),
    (Meaning::Release, &["release"]),
];

#[derive(Clone, Copy)]
enum Meaning {
    Title,
    Description,
    Date,
    Updated,
    Publish,
    Expire,
    Tags,
    Image,
    Weight,
    Draft,
    Slug,
    Aliases,
    Authors,
    Release,
}

impl Facts {
    /// Reads a file; `zone` is where its clock hangs where a date does not say so.
    pub fn read(file: &str, text: &str, zone: &TimeZone) -> (Self, Vec<Diagnostic>) {
        let body_start = front_matter_end(text);
        let mut wrong = Vec::new();
        let mut fields = Fields::default();
        if body_start > 0 {
            let (all, broken) = front_matter_checked(file, text);
            // Half a front matter may lack the field that keeps an article back.
            let broken = broken.into_iter();
            wrong.extend(broken.filter(|found| found.severity == Severity::Error));
            for (key, value, range) in all {
                let place = (file, range);
                wrong.extend(fields.take(&key, &value, (place, zone)));
            }
        }
        let begun = unclosed_front_matter(text, &file.into());
        wrong.extend(begun.filter(|_| body_start == 0));
        let facts = Self {
            digest: Digest::of(text.as_bytes()),
            body_start,
            fields,
            body: scan(text, body_start, Format::of(file)),
        };
        (facts, wrong)
    }

    /// What it is called: by its front matter, else by its first heading.
    pub fn title(&self) -> Option<&str> {
        let heading = self.body.headings.first().filter(|first| first.level == 1);
        let said = self.fields.title.as_deref();
        said.or(heading.map(|heading| heading.text.as_str()))
            .filter(|title| !title.trim().is_empty())
    }
}

impl Fields {
    fn take(
        &mut self,
        key: &str,
        value: &str,
        (place, zone): ((&str, Range<usize>), &TimeZone),
    ) -> Option<Diagnostic> {
        let name = key.split('[').next().unwrap_or(key);
        let mut known = NAMES.iter();
        let is = |one: &&str| one.eq_ignore_ascii_case(name);
        let meaning = known.find(|(_, names)| names.iter().any(is))?.0;
        let value = value.trim();
        if value.is_empty() {
            return None;
        }
        let text = || Some(value.to_owned());
        let items = || {
            let items = front_matter_items(value).into_iter();
            items.filter(|item| !item.trim().is_empty())
        };
        match meaning {
            Meaning::Title => first(&mut self.title, text),
            Meaning::Description => first(&mut self.description, text),
            Meaning::Image => first(&mut self.image, text),
            Meaning::Slug => first(&mut self.slug, text),
            Meaning::Release => first(&mut self.release, text),
            Meaning::Tags => self.tags.extend(items()),
            Meaning::Aliases => self.aliases.extend(items()),
            Meaning::Authors => self.authors.extend(items()),
            Meaning::Weight => first(&mut self.weight, || value.parse().ok()),
            Meaning::Draft => {
                let Some(flag) = flag(value) else {
                    // Whoever wrote it meant something, and may have meant that it must not go out.
                    let found = Diagnostic::new(Code::BAD_FLAG, Span::new(place.0, place.1));
                    return Some(found.with("field", name).with("value", value));
                };
                first(&mut self.draft, || Some(flag));
            }
            Meaning::Date | Meaning::Updated | Meaning::Publish | Meaning::Expire => {
                let field = match meaning {
                    Meaning::Date => &mut self.date,
                    Meaning::Updated => &mut self.updated,
                    Meaning::Publish => &mut self.publish,
                    _ => &mut self.expire,
                };
                let Some(date) = Dated::read(value, zone) else {
                    let found = Diagnostic::new(Code::BAD_DATE, Span::new(place.0, place.1));
                    return Some(found.with("field", name).with("value", value));
                };
                first(field, || Some(date));
            }
        }
        None
    }
}

impl Dated {
    /// Reads ISO 8601, also with a space for the `T`.
    pub fn read(said: &str, zone: &TimeZone) -> Option<Self> {
        let read = Moment::read(said)?;
        let whole_day = matches!(read, Moment::Date(_));
        let moment = match read {
            Moment::Date(date) => in_zone(date.at(0, 0, 0, 0), zone)?,
            Moment::DateTime(clock) => in_zone(clock, zone)?,
            Moment::Zoned(zoned) => zoned.timestamp(),
        };
        let day = moment.to_zoned(zone.clone()).date();
        // RFC 3339 has no other years, in no zone.
        let known = (1..=9998).contains(&day.year());
        known.then(|| Self {
            said: said.to_owned(),
            moment,
            day,
            whole_day,
        })
    }
}

/// As RFC 3339 and the W3C write it: the day on the clock of the site where no time is said, else the
/// moment.
impl std::fmt::Display for Dated {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.whole_day {
            write!(out, "{}", self.day)
        } else {
            write!(out, "{}", self.moment)
        }
    }
}

/// Yes or no, as YAML 1.1 and 1.2, TOML and people write it.
fn flag(value: &str) -> Option<bool> {
    match value.to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" | "y" | "1" => Some(true),
        "false" | "no" | "off" | "n" | "0" => Some(false),
        _ => None,
    }
}

fn in_zone(clock: DateTime, zone: &TimeZone) -> Option<Timestamp> {
    Some(clock.to_zoned(zone.clone()).ok()?.timestamp())
}

/// The first field that means something wins.
fn first<T>(field: &mut Option<T>, value: impl FnOnce() -> Option<T>) {
    if field.is_none() {
        *field = value();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_read_however_they_are_written() {
        let written = [
            "---\ntags: [a, 'b, c', \"д\"]\n---\n",
            "---\ntags:\n  - a\n  - b, c\n  - д\n---\n",
            "---\ntags: [\n  a,\n  \"b, c\", д]\n---\n",
            "+++\ntags = [\"a\", 'b, c', \"д\"]\n+++\n",
            "+++\n[taxonomies]\ntags = [\"a\", \"b, c\",\n  \"д\"]\n+++\n",
        ];
        for text in written {
            let (facts, wrong) = Facts::read("a.md", text, &TimeZone::UTC);
            assert_eq!(facts.fields.tags, ["a", "b, c", "д"], "{text}");
            assert!(wrong.is_empty(), "{wrong:?}");
        }
        let (facts, _) = Facts::read("a.md", "---\ntags: news\n---\n", &TimeZone::UTC);
        assert_eq!(facts.fields.tags, ["news"]);
    }

    #[test]
    fn dates_are_those_of_rfc_3339() {
        let zone = jiff::tz::Offset::constant(3).to_time_zone();
        for (said, written) in [
            ("2024-03-01", Some("2024-03-01")),
            ("2024-03-01 10:00", Some("2024-03-01T07:00:00Z")),
            ("2024-03-01T10:00:00+05:00", Some("2024-03-01T05:00:00Z")),
            ("2024-03-01T10", Some("2024-03-01T07:00:00Z")),
            ("-000100-01-01", None),
            ("9999-12-31", None),
            ("soon", None),
        ] {
            let date = Dated::read(said, &zone).map(|date| date.to_string());
            assert_eq!(date.as_deref(), written, "{said}");
        }
    }
}

//! What stands the same in every language: addresses and telephones, hashtags, names of accounts.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use regex::{Match, Regex};

use super::links::links;
use super::thing::{Thing, plain};
use crate::checks::engine::{Page, Signs};
use crate::checks::words::matches;
use crate::text::pattern;

/// E-mail addresses, in words and in links.
pub(crate) fn emails(page: &Page<'_>) -> Vec<Thing> {
    let mut out = Found::of(page);
    out.words(Some('@'), &EMAIL, |_, found| {
        Some(found.as_str().to_lowercase())
    });
    out.targets(|url| {
        let address = url.strip_prefix("mailto:").unwrap_or(url);
        let address = address.split('?').next().unwrap_or_default();
        let whole = EMAIL
            .find(address)
            .is_some_and(|found| found.len() == address.len());
        whole.then(|| address.to_lowercase())
    });
    out.things()
}

/// Telephone numbers, in words and in links: their last ten digits, so that a number with the code
/// of its country equals the one without.
pub(crate) fn phones(page: &Page<'_>) -> Vec<Thing> {
    let labels = page.words.labels.clone();
    let mut out = Found::of(page);
    out.words(None, &PHONE, |text, found| phone(text, found, &labels));
    out.targets(|url| url.strip_prefix("tel:").map(last_digits));
    out.things()
}

/// Hashtags, in lower case.
pub(crate) fn hashtags(page: &Page<'_>) -> Vec<Thing> {
    let mut out = Found::of(page);
    out.words(Some('#'), &HASHTAG, |text, found| {
        let name = &found.as_str()[1..];
        let inside = |c: char| c.is_alphanumeric() || "_/&([{=".contains(c);
        let before = text[..found.start()].chars().next_back();
        let colour =
            matches!(name.len(), 3 | 6 | 8) && name.bytes().all(|byte| byte.is_ascii_hexdigit());
        let letter = name.chars().any(char::is_alphabetic);
        (letter && !colour && !before.is_some_and(inside)).then(|| found.as_str().to_lowercase())
    });
    out.things()
}

/// Names of accounts: `@name`.
pub(crate) fn mentions(page: &Page<'_>) -> Vec<Thing> {
    let mut out = Found::of(page);
    out.words(Some('@'), &MENTION, |text, found| {
        let before = text[..found.start()].chars().next_back();
        let after = text[found.end()..].chars().next();
        let inside = before.is_some_and(|c| c.is_alphanumeric() || "_./@".contains(c));
        let code = after.is_some_and(|c| "/@(:".contains(c));
        let name = found.as_str().trim_end_matches(['.', '-']);
        (!inside && !code && name.len() > 2).then(|| name.to_lowercase())
    });
    out.things()
}

/// Digital object identifiers and numbers of books.
pub(crate) fn identifiers(page: &Page<'_>) -> Vec<Thing> {
    let mut out = Found::of(page);
    out.words(Some('/'), &DOI, |_, found| {
        Some(found.as_str().to_lowercase())
    });
    out.targets(|url| DOI.find(url).map(|found| found.as_str().to_lowercase()));
    out.words(Some('I'), &ISBN, |_, found| {
        let digits = found.as_str().chars().skip(4);
        let digits: String = digits
            .filter(|c| c.is_ascii_digit() || matches!(c, 'X' | 'x'))
            .collect();
        let digits = digits.to_uppercase();
        // «ISBN-13:» is part of the name.
        let bare = ["13", "10"].iter().find_map(|size| {
            let rest = digits.strip_prefix(size)?;
            size.parse()
                .is_ok_and(|size: usize| rest.len() == size)
                .then(|| rest.to_owned())
        });
        let digits = bare.unwrap_or(digits);
        matches!(digits.len(), 10 | 13).then(|| format!("isbn {digits}"))
    });
    out.things()
}

/// Whether a link leads to what [`identifiers`] reads.
pub(crate) fn is_identifier(url: &str) -> bool {
    DOI.is_match(url)
}

/// Things in the making: one of each value for each segment.
struct Found<'p> {
    page: &'p Page<'p>,
    out: Vec<Thing>,
}

impl<'p> Found<'p> {
    fn of(page: &'p Page<'p>) -> Self {
        Self {
            page,
            out: Vec::new(),
        }
    }

    /// Looks in the words of each segment that has `sign`, or a few digits, for what `value` knows a value of.
    fn words(
        &mut self,
        sign: Option<char>,
        shape: &Regex,
        value: impl Fn(&str, &Match<'_>) -> Option<String>,
    ) {
        for (at, segment) in self.page.document.segments.iter().enumerate() {
            let digits = || self.page.signs_of(at).meet(Signs::DIGIT.written());
            let may = match sign {
                Some(sign) => segment.text.contains(sign),
                None => digits() && segment.text.bytes().filter(u8::is_ascii_digit).count() > 4,
            };
            if !may || !segment.prose {
                continue;
            }
            let text = plain(segment);
            for found in shape.find_iter(&text) {
                if let Some(value) = value(&text, &found) {
                    self.add(value, found.as_str(), segment.place(&found.range()), at);
                }
            }
        }
    }

    /// Looks in the targets of links.
    fn targets(&mut self, value: impl Fn(&str) -> Option<String>) {
        for link in links(self.page) {
            if let Some(value) = value(&link.url) {
                self.add(value, &link.url, link.place, link.segment);
            }
        }
    }

    fn add(&mut self, value: String, shown: &str, place: Range<usize>, segment: usize) {
        let bare = shown
            .trim_start_matches("mailto:")
            .trim_start_matches("tel:");
        self.out.push(Thing {
            value,
            shown: bare.trim_end_matches(['.', ',', '-']).to_owned(),
            place,
            segment,
        });
    }

    fn things(mut self) -> Vec<Thing> {
        self.out
            .sort_by_key(|thing| (thing.segment, thing.place.start));
        let mut seen = BTreeSet::new();
        self.out
            .retain(|thing| seen.insert((thing.segment, thing.value.clone())));
        self.out
    }
}

/// The digits of a telephone number, if it is surely one.
fn phone(text: &str, found: &Match<'_>, labels: &[String]) -> Option<String> {
    let written = found.as_str();
    let before = &text[..found.start()];
    let joined = before
        .chars()
        .next_back()
        .is_some_and(|c| c.is_alphanumeric() || "_/#№.,$€£=".contains(c));
    let after = text[found.end()..].chars().next();
    if joined || after.is_some_and(|c| c.is_alphanumeric() || "_/%".contains(c)) {
        return None;
    }
    let count = written.bytes().filter(u8::is_ascii_digit).count();
    let shaped = SHAPES.is_match(written) && (10..=15).contains(&count);
    let local = LOCAL.is_match(written);
    let labelled = || {
        let words = before.trim_end_matches([' ', ':', '\u{a0}', '—', '–', '-', '(', '\u{1}']);
        let last = words
            .rsplit(|c: char| c.is_whitespace() || "(,;".contains(c))
            .next()
            .unwrap_or_default()
            .to_lowercase();
        labels.iter().any(|label| matches(label, &last)) && (5..=15).contains(&count)
    };
    (shaped || local || labelled()).then(|| last_digits(written))
}

/// The last ten digits.
fn last_digits(written: &str) -> String {
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    digits[digits.len().saturating_sub(10)..].to_owned()
}

static EMAIL: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[\p{L}\d][\p{L}\d._%+-]*@[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}"));

/// Digits with what may stand between them.
static PHONE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"\+?\(?\d(?:[ \u{a0}\u{202f}().–‑-]{0,3}\d){4,14}"));

/// With the code of a country, with one of a town in brackets, Russian and American habits.
static SHAPES: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^\+|\(\d{3,5}\)|^8[ \u{a0}–‑-]\d{3}[ \u{a0}–‑-]|^[78]\d{10}$|^(?:1-)?\d{3}[-‑.]\d{3}[-‑.]\d{4}$",
    )
});

/// A number within a town.
static LOCAL: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\d{3}[-‑]\d{2}[-‑]\d{2}$"));

static HASHTAG: LazyLock<Regex> = LazyLock::new(|| pattern(r"#[\p{L}\p{M}\d_]+"));

static MENTION: LazyLock<Regex> = LazyLock::new(|| pattern(r"@[A-Za-z\d_][A-Za-z\d_.-]*"));

static DOI: LazyLock<Regex> =
    LazyLock::new(|| pattern(r#"\b10\.\d{4,9}/[^\s"<>\u{1}]*[^\s"<>\u{1}.,;:)\]]"#));

static ISBN: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"ISBN(?:[- ]?1[03])?:?[ \u{a0}]*[\dXxХх](?:[ –‑-]?[\dXx]){9,13}"));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::words::Words;
    use crate::document::Reader;

    fn read(text: &str, what: fn(&Page<'_>) -> Vec<Thing>) -> Vec<String> {
        let document = Reader::for_test("a.md").read(text).document;
        let words = Words {
            labels: vec!["тел.".to_owned(), "phone".to_owned()],
            ..Words::default()
        };
        let found = what(&Page::new("a.md", &words, text, &document));
        found.into_iter().map(|thing| thing.value).collect()
    }

    #[test]
    fn addresses_in_words_and_links() {
        let text = "Пишите: [Press@lab.ru](mailto:press@lab.ru), a.b@c.рф. Code `x@y.ru`.\n";
        assert_eq!(read(text, emails), ["press@lab.ru", "a.b@c.рф"]);
    }

    #[test]
    fn numbers_that_are_telephones() {
        for text in [
            "Звоните 8 (872) 212-34-56.",
            "Call +7 872 212-34-56 today",
            "Тел.: 8-872-212-34-56",
            "(872) 212-34-56",
            "[сюда](tel:+78722123456)",
        ] {
            assert_eq!(read(text, phones), ["8722123456"], "{text}");
        }
        assert_eq!(
            read("тел. 22-33-44, phone: 22 33 55", phones),
            ["223344", "223355"]
        );
        let none = "12-03-2024, 1 000 000 000 рублей, 2019–2024, 10.1000/182, 12345678901234, 192.168.100.100";
        assert_eq!(read(none, phones), [""; 0]);
    }

    #[test]
    fn hashtags_and_accounts() {
        let text = "**#МыВместе** и #grant_2024, #1, #fff, a#b, /x#y, @lab_team! a@b.ru, `@x`, @scope/name\n";
        assert_eq!(read(text, hashtags), ["#мывместе", "#grant_2024"]);
        assert_eq!(read(text, mentions), ["@lab_team"]);
    }

    #[test]
    fn papers_and_books() {
        let text = "ISBN 978-5-17-118366-6, ISBN-13: 9785171183666; doi:10.1000/XYZ.182, [тут](https://doi.org/10.1000/xyz.182).\n";
        assert_eq!(
            read(text, identifiers),
            ["isbn 9785171183666", "10.1000/xyz.182"]
        );
    }
}

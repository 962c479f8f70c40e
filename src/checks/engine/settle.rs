//! What only all pages together can show: facts of single pages, put together and judged.

use std::collections::BTreeMap;

use super::findings::{Facts, Finding, Findings, Seen};
use super::level::Level;
use super::rules::{Rules, Running};
use crate::text::Lang;

/// Judges what was remembered of all pages of a run, check by check and language by language.
pub fn settle(rules: &Rules, seen: &BTreeMap<(&'static str, Lang), Seen>) -> Vec<Finding> {
    let mut out = Vec::new();
    for running in &rules.running {
        let name = running.entry.code.name();
        for ((_, lang), seen) in seen.iter().filter(|((check, _), _)| *check == name) {
            let mut found = Findings::new("", lang);
            found.of(running, Level::Error);
            running.check.site(&differing(seen), &mut found);
            out.extend(leveled(rules, running, found));
        }
    }
    out
}

/// What a check found, each at the level of the check for its file.
pub(super) fn leveled(rules: &Rules, running: &Running, found: Findings<'_>) -> Vec<Finding> {
    let found = found.finish().0.into_iter();
    let leveled = found.filter_map(|mut found| {
        let level = rules.level(running, &found.diagnostic.primary.span.file);
        // What a check says of single findings can only make them count less.
        found.diagnostic.severity = found.diagnostic.severity.min(level.severity()?);
        Some(found)
    });
    leveled.collect()
}

/// Adds what was seen to what other pages showed.
pub fn merge(known: &mut Seen, mut seen: Seen) {
    if known.is_empty() {
        *known = seen;
    } else {
        known.append(&mut seen);
    }
}

/// The facts of keys with several values; of equal ones the place that was seen first.
fn differing(seen: &Seen) -> Facts {
    let mut sorted: Vec<_> = seen.iter().collect();
    sorted.sort_by_key(|one| (&one.0, &one.1));
    let mut out = Facts::new();
    for same in sorted.chunk_by(|one, other| one.0 == other.0) {
        if same.iter().all(|one| one.1 == same[0].1) {
            continue;
        }
        let values = out.entry(same[0].0.clone()).or_default();
        for (_, value, fact) in same {
            let known = values.entry(value.clone());
            let more = fact.count;
            known
                .and_modify(|known| known.count += more)
                .or_insert_with(|| fact.clone());
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::engine::{Checked, File, check_pair};
    use crate::document::{Document, Format, Reader};

    fn read(name: &str, text: &str) -> Document {
        let reader = Reader {
            file: name.into(),
            lang: name[..2].parse().unwrap(),
            format: Format::Markdown,
            translate: Box::new(|_| true),
        };
        reader.read(text).document
    }

    fn check(rules: &Rules, number: usize, (ru, en): (&str, &str)) -> Checked {
        let names = [format!("ru/{number}.md"), format!("en/{number}.md")];
        let documents = [read(&names[0], ru), read(&names[1], en)];
        let file = |at: usize, text| File {
            name: &names[at],
            text,
            document: &documents[at],
        };
        check_pair(rules, &file(0, ru), &file(1, en))
    }

    /// The files in which a check finds something once both articles are known.
    fn found(code: &str, pages: [(&str, &str); 2]) -> Vec<(String, String, String)> {
        let rules = Rules::default();
        let mut facts = BTreeMap::new();
        for (number, page) in pages.into_iter().enumerate() {
            for (name, seen) in check(&rules, number, page).facts {
                merge(facts.entry(name).or_default(), seen);
            }
        }
        let all = settle(&rules, &facts).into_iter();
        let all = all.filter(|found| found.diagnostic.code.name() == code);
        all.map(|found| {
            let span = found.diagnostic.primary.span;
            (span.file.to_string(), found.article, found.token)
        })
        .collect()
    }

    fn one(file: &str, article: &str, token: &str) -> Vec<(String, String, String)> {
        vec![(file.to_owned(), article.to_owned(), token.to_owned())]
    }

    #[test]
    fn what_two_articles_say_differently_is_found_in_one_of_them() {
        let pages = [
            ("# Горячая линия", "# Hotline"),
            ("# Горячая линия", "# Phone line"),
        ];
        assert_eq!(
            found("wordings", pages),
            one("en/1.md", "ru/1.md", "Phone line")
        );
        let pages = [
            (
                "Лекцию читает Магомед Абузагиров.",
                "The lecturer is Magomed Abuzaghirov.",
            ),
            (
                "О Магомеде Абузагирове пишут.",
                "They write about Magomed Abuzagirov.",
            ),
        ];
        assert_eq!(
            found("inconsistent-names", pages),
            one("en/1.md", "ru/1.md", "Abuzagirov")
        );
    }

    #[test]
    fn what_they_say_alike_is_not() {
        let pages = [
            (
                "Лекцию читает Магомед Иванов.",
                "The lecturer is Magomed Ivanov.",
            ),
            (
                "О Мадине Ивановой пишут.",
                "They write about Madina Ivanova.",
            ),
        ];
        assert_eq!(found("inconsistent-names", pages), []);
    }
}

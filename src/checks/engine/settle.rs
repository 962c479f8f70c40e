//! What only all pages together can show: facts of single pages, put together and judged.

use std::collections::BTreeMap;

use super::findings::{Facts, Finding, Findings};
use super::level::Level;
use super::rules::{Rules, Running};
use crate::text::Lang;

/// Judges what was remembered of all pages of a run, check by check and language by language.
pub fn settle(rules: &Rules, facts: &BTreeMap<(&'static str, Lang), Facts>) -> Vec<Finding> {
    let mut out = Vec::new();
    for running in &rules.running {
        let name = running.entry.code.name();
        for ((_, lang), facts) in facts.iter().filter(|((check, _), _)| *check == name) {
            let mut found = Findings::new("", lang);
            found.of(running, Level::Error);
            running.check.site(facts, &mut found);
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

/// Adds facts to those of other pages; the place that was seen first is kept.
pub fn merge(known: &mut Facts, facts: Facts) {
    for (key, values) in facts {
        let known = known.entry(key).or_default();
        for (value, fact) in values {
            match known.get_mut(&value) {
                Some(known) => known.count += fact.count,
                None => {
                    known.insert(value, fact);
                }
            }
        }
    }
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

//! What is known of each language, as data: months, numerals, labels, quotation marks.
//!
//! The tables stand in `LANG.toml` beside this file; what is equal in two languages, or holds in
//! all of them, in `equivalents.toml`. A project adds to any list and any table of them in
//! `workflow.toml` (`[words.ru]`, `[equivalents]`). A check asks for the tables of the languages at
//! hand and never for a pair of them, so that one more language is one more file.
//!
//! A word that ends with `*` stands for all words that begin so. Where figures and dates are read, a
//! word that begins with a capital letter stands for capitalised words only: `May` is no verb.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::text::Lang;

/// What is known of a language. An empty list means that nothing is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Words {
    /// The script it is written in, by its Unicode name: `Cyrillic`, `Latin`.
    pub script: String,
    /// The forms of the months, from January on.
    pub months: Vec<Vec<String>>,
    /// The forms of the days of the week, from Monday on.
    pub weekdays: Vec<Vec<String>>,
    /// What parts the whole from the fraction: `,`.
    pub decimal_mark: String,
    /// What may part groups of three digits, the usual one first: `,`.
    pub group_marks: Vec<String>,
    /// What a date of figures and strokes begins with: `dmy` or `mdy`; both where it is not said.
    pub slashed_dates: String,
    /// Words that multiply the figure before them, by their value, a power of ten:
    /// `1000 = ["thousand", "k"]`. A single letter has to touch the figure.
    pub magnitudes: BTreeMap<String, Vec<String>>,
    /// Words that say a number, by the number: `2 = ["two", "second", "twice"]`.
    pub numerals: BTreeMap<String, Vec<String>>,
    /// What is put behind a figure to make it an ordinal: `st`, `-й`.
    pub ordinals: Vec<String>,
    /// Words for the percent sign.
    pub percent: Vec<String>,
    /// Signs and words for currencies, by the code of ISO 4217.
    pub currencies: BTreeMap<String, Vec<String>>,
    /// Words before or behind the number of a chapter, a figure or a page, which translators add.
    pub chapters: Vec<String>,
    /// Words that make up sentences of this language and no other.
    pub function_words: Vec<String>,
    /// Words of a label behind which something has to stand: `phone`, `эл. почт*`.
    pub labels: Vec<String>,
    /// Pairs of quotation marks, the usual ones first: `«»`.
    pub quotes: Vec<String>,
    /// Given names that are words, too: `Вера`.
    pub given_names: Vec<String>,
    /// Short forms that end with a full stop: `г.`, `etc.`.
    pub abbreviations: Vec<String>,
    /// What stands behind an hour before noon, and behind one after it: `a.m.`, `p.m.`.
    pub day_halves: Vec<Vec<String>>,
}

/// What is equal in several languages, or holds in all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Equivalents {
    /// Phrases that say the same, by language: `{ en = ["24/7"], ru = ["круглосуточ*"] }`.
    #[schemars(with = "Vec<BTreeMap<String, Vec<String>>>")]
    pub idioms: Vec<BTreeMap<Lang, Vec<String>>>,
    /// Units that a translation converts.
    pub conversions: Vec<Conversion>,
    /// Hosts whose pages have other paths in other languages: only the host is compared.
    pub hosts: Vec<String>,
    /// Addresses that are the same page: `[["https://a.ru/x", "https://a.ru/en/x"]]`.
    pub links: Vec<Vec<String>>,
    /// Letters of another script that look like those of the first, by script: `Cyrillic = { "а" = "a" }`.
    pub look_alikes: BTreeMap<String, BTreeMap<String, String>>,
}

/// Two units of one measure: `{ from = ["mile*"], to = ["км"], factor = "1.609" }`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[schemars(inline)]
pub struct Conversion {
    /// What stands behind a figure of the one unit: `mile*`, `°F`.
    pub from: Vec<String>,
    /// What stands behind a figure of the other: `км`, `°C`.
    pub to: Vec<String>,
    /// What a figure of the one is multiplied by: `1.609`.
    pub factor: String,
    /// What is taken away from it before that: `32`.
    #[serde(default)]
    pub minus: String,
}

/// The tables of all languages.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    words: ByLanguage<Words>,
    /// What is equal in several languages.
    pub equivalents: Equivalents,
}

/// One thing for each language that something is known of, and one for all others.
#[derive(Debug, Clone, Default)]
pub struct ByLanguage<T> {
    known: BTreeMap<String, T>,
    none: T,
}

impl<T> ByLanguage<T> {
    /// What belongs to a language: to `pt-BR`, else to `pt`, else to none.
    pub fn of(&self, lang: &Lang) -> &T {
        let exact = self.known.get(&lang.to_string());
        let found = exact.or_else(|| self.known.get(lang.primary()));
        found.unwrap_or(&self.none)
    }
}

const BUILT_IN: &[(&str, &str)] = &[
    ("en", include_str!("en.toml")),
    ("ru", include_str!("ru.toml")),
];

impl Lexicon {
    /// The built-in tables with what a project adds: its words by language, and its equivalents.
    /// What cannot be added is said to `wrong`.
    pub fn new(
        mut words: toml::Table,
        equivalents: toml::Table,
        wrong: &mut dyn FnMut(&str),
    ) -> Self {
        let mut by_language = BTreeMap::new();
        let mut languages: Vec<String> = BUILT_IN.iter().map(|one| one.0.to_owned()).collect();
        languages.extend(words.keys().cloned());
        languages.sort();
        languages.dedup();
        for lang in languages {
            let built_in = BUILT_IN.iter().find(|one| one.0 == lang);
            let added = match words.remove(&lang) {
                Some(toml::Value::Table(added)) => added,
                _ => toml::Table::new(),
            };
            let found = read(built_in.map_or("", |one| one.1), added, wrong);
            by_language.insert(lang, found);
        }
        Self {
            words: ByLanguage {
                known: by_language,
                none: Words::default(),
            },
            equivalents: read(include_str!("equivalents.toml"), equivalents, wrong),
        }
    }

    /// What is known of a language: of `pt-BR`, else of `pt`, else nothing.
    pub fn words(&self, lang: &Lang) -> &Words {
        self.words.of(lang)
    }

    /// What a check makes of each table, with the tag of its language; it is made once per run.
    pub fn compiled<T: Default>(&self, make: impl Fn(&str, &Words) -> T) -> ByLanguage<T> {
        let each = self.words.known.iter();
        ByLanguage {
            known: each
                .map(|(lang, words)| (lang.clone(), make(lang, words)))
                .collect(),
            none: T::default(),
        }
    }
}

/// Whether `word`, in lower case, is meant by `pattern`: it is the same, or begins with what stands
/// before a `*`.
pub fn matches(pattern: &str, word: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(start) => word.starts_with(start),
        None => word == pattern,
    }
}

/// A built-in table with what a project adds to it.
fn read<T: Default + serde::de::DeserializeOwned>(
    built_in: &str,
    added: toml::Table,
    wrong: &mut dyn FnMut(&str),
) -> T {
    let start: toml::Table = built_in.parse().unwrap_or_default();
    let mut both = toml::Value::Table(start.clone());
    extend(&mut both, toml::Value::Table(added));
    T::deserialize(both).unwrap_or_else(|error| {
        wrong(error.message());
        T::deserialize(start).unwrap_or_default()
    })
}

/// Adds to lists and tables; anything else is replaced.
fn extend(known: &mut toml::Value, added: toml::Value) {
    match (known, added) {
        (toml::Value::Table(known), toml::Value::Table(added)) => {
            for (key, value) in added {
                match known.get_mut(&key) {
                    Some(known) => extend(known, value),
                    None => {
                        known.insert(key, value);
                    }
                }
            }
        }
        (toml::Value::Array(known), toml::Value::Array(added)) => known.extend(added),
        (known, added) => *known = added,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon(words: &str) -> Lexicon {
        let mut wrong = Vec::new();
        let words = words.parse().unwrap();
        let found = Lexicon::new(words, toml::Table::new(), &mut |reason: &str| {
            wrong.push(reason.to_owned());
        });
        assert_eq!(wrong, Vec::<String>::new());
        found
    }

    #[test]
    fn a_project_adds_to_the_tables() {
        let found = lexicon("[ru]\nlabels = ['горячая линия']\n[de]\nscript = 'Latin'\n");
        let ru = found.words(&"ru".parse().unwrap());
        assert!(ru.labels.len() > 1 && ru.labels.contains(&"горячая линия".to_owned()));
        assert_eq!(found.words(&"de-AT".parse().unwrap()).script, "Latin");
        assert_eq!(found.words(&"ja".parse().unwrap()), &Words::default());
    }

    #[test]
    fn a_star_stands_for_any_ending() {
        assert!(matches("сторонн*", "сторонний") && matches("may", "may"));
        assert!(!matches("may", "maybe"));
    }
}

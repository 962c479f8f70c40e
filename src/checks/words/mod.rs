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

use crate::text::{Lang, Scheme};

/// What is known of a language. An empty list means that nothing is.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Words {
    /// The script it is written in, by its Unicode name: `Cyrillic`, `Latin`.
    pub script: String,
    /// Other scripts whose words stand in its texts as they are, as names and commands do: `Latin`.
    pub guests: Vec<String>,
    /// The Snowball algorithm that finds the stems of its words: `Russian`.
    pub stemmer: String,
    /// How long a text is in this language, against English: `1.04`.
    pub length: f64,
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
    /// Words that may stand twice in a row: `had`.
    pub may_repeat: Vec<String>,
    /// Endings that it adds to words of other scripts: `ом` in `Pythonом`.
    pub endings: Vec<String>,
    /// Words of a label behind which something has to stand: `phone`, `эл. почт*`.
    pub labels: Vec<String>,
    /// Pairs of quotation marks, the usual ones first: `«»`.
    pub quotes: Vec<String>,
    /// Whether straight quotes may stand for the usual ones where a page keeps to them.
    pub straight_quotes: bool,
    /// Dashes between the parts of a sentence, the usual one first: `—`.
    pub dashes: Vec<String>,
    /// Marks that follow a word without a space: `,`.
    pub closing_marks: Vec<String>,
    /// What may not be parted from the figure behind it: `№`.
    pub before_figures: Vec<String>,
    /// What may not be parted from the figure before it: `кг`.
    pub units: Vec<String>,
    /// Words with ё whose spelling with е is no other word: `приём*`.
    pub yo: Vec<String>,
    /// Given names: `Вера`.
    pub given_names: Vec<String>,
    /// What second names of people end with before the ending of the case: `ович`, `овн`.
    pub patronymics: Vec<String>,
    /// Endings that a name or a title takes in a sentence.
    pub name_endings: Vec<String>,
    /// Words before the name of a person: `профессор`.
    pub titles: Vec<String>,
    /// What its letters are in a key by which names in two scripts are compared; vowels are left out.
    pub sounds: BTreeMap<String, String>,
    /// The same endings in that key.
    pub cases: Vec<String>,
    /// Ways to write its words in Latin letters, by name: `icao-9303`.
    pub schemes: BTreeMap<String, Scheme>,
    /// Short forms that end with a full stop: `г.`, `etc.`.
    pub abbreviations: Vec<String>,
    /// What stands behind an hour before noon, and behind one after it: `a.m.`, `p.m.`.
    pub day_halves: Vec<Vec<String>>,
    /// What a comment for translators says of the most characters of a message, where `0` stands for
    /// their number: `max length 0`. Marks between the words do not matter.
    pub length_limits: Vec<String>,
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
    /// Hosts of the site itself, so that a link that names one of them is a link inside the site:
    /// `example.org`.
    pub own_hosts: Vec<String>,
    /// Addresses that are the same page: `[["https://a.ru/x", "https://a.ru/en/x"]]`.
    pub links: Vec<Vec<String>>,
    /// Letters of another script that look like those of the first, by script: `Cyrillic = { "а" = "a" }`.
    pub look_alikes: BTreeMap<String, BTreeMap<String, String>>,
    /// What languages call themselves, which is the same on a page in any of them.
    pub language_names: Vec<String>,
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

    /// The languages of which something is known, with what is.
    pub fn all(&self) -> impl Iterator<Item = (&str, &Words)> {
        let all = self.words.known.iter();
        all.map(|(lang, words)| (lang.as_str(), words))
    }

    /// The languages that something is known of.
    pub fn languages(&self) -> impl Iterator<Item = &str> {
        self.words.known.keys().map(String::as_str)
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
    fn every_scheme_writes_a_name_in_its_own_way() {
        let lexicon = lexicon("");
        let schemes = &lexicon.words(&"ru".parse().unwrap()).schemes;
        for (scheme, name, written) in [
            ("icao-9303", "Юлия Щукина-Цой", "Iuliia Shchukina-Tsoi"),
            ("icao-9303", "Подъячев", "Podieiachev"),
            ("bgn-pcgn", "Евгений Дудаев", "Yevgeniy Dudayev"),
            ("ala-lc", "Юрий", "I\u{361}uriĭ"),
            ("gost-779b", "Цыганков Эдуард", "Cy`gankov E`duard"),
            ("gost-779b", "ЩУКИН", "SHHUKIN"),
            ("wikipedia", "Александр Вяземский", "Alexandr Vyazemsky"),
        ] {
            assert_eq!(schemes[scheme].write(name), written, "{scheme}");
        }
    }

    #[test]
    fn a_star_stands_for_any_ending() {
        assert!(matches("сторонн*", "сторонний") && matches("may", "may"));
        assert!(!matches("may", "maybe"));
    }
}

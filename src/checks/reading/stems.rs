//! The stems of words, by which a word is found in all its cases.

use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error;
use snowball_stemmers_rs::{Algorithm, Stemmer};

use crate::checks::words::Words;

/// Finds stems in one language; where none can be found, a word is its own.
pub(in crate::checks) struct Stems(Option<Stemmer>);

impl Stems {
    /// The stems of a language, by the algorithm that its table names.
    pub(in crate::checks) fn new(words: &Words) -> Self {
        let name: Result<Algorithm, Error> =
            Algorithm::deserialize(words.stemmer.as_str().into_deserializer());
        Self(name.ok().map(Stemmer::create))
    }

    /// The stem of a word, in small letters; `ё` is `е`.
    pub(in crate::checks) fn of(&self, word: &str) -> String {
        let small = word.to_lowercase().replace('ё', "е").replace('’', "'");
        match &self.0 {
            Some(stemmer) if word.len() < 100 => stemmer.stem(&small).into_owned(),
            _ => small,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::engine::Rules;

    #[test]
    fn all_cases_of_a_word_have_one_stem() {
        let rules = Rules::default();
        let stems = |lang: &str| Stems::new(rules.words(&lang.parse().unwrap()));
        assert_eq!(stems("ru").of("Грантами"), stems("ru").of("грант"));
        assert_eq!(stems("en").of("Grants"), stems("en").of("grant"));
        assert_eq!(stems("ja").of("Grants"), "grants");
    }
}

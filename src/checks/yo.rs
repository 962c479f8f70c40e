//! A word that a page writes both with ё and with е.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Levels, Needs, Page, Signs};
use super::words::matches;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::text::{Span, pattern};

/// Words that one page writes with ё and with е.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Yo {}

impl Rule for Yo {
    const CODE: Code = Code::new("yo", Severity::Info, &["word", "other", "count"]);
    const LEVELS: Levels = Levels::NEWS;
}

/// The spellings of a word: where each stands, and as what.
type Spellings = [Vec<(Span, String)>; 2];

impl Check for Yo {
    fn needs(&self, page: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::page(Signs::ANY).only(!page.words.yo.is_empty())
    }

    fn page(&self, page: &Page<'_>, out: &mut Findings<'_>) {
        if page.words.yo.is_empty() || !page.text.contains(['ё', 'Ё']) {
            return;
        }
        let known: Vec<(&str, String)> = page.words.yo.iter().map(|word| (word.as_str(), plain(word))).collect();
        let mut met: BTreeMap<&str, Spellings> = BTreeMap::new();
        for passage in page.passages() {
            for found in WORD.find_iter(passage.text()) {
                let word = found.as_str().to_lowercase();
                let folded = plain(&word);
                let Some((name, _)) = known.iter().find(|(_, pattern)| matches(pattern, &folded)) else {
                    continue;
                };
                let way = usize::from(!word.contains('ё'));
                let place = passage.span(found.range());
                met.entry(name).or_default()[way].push((place, found.as_str().to_owned()));
            }
        }
        for [with, without] in met.into_values() {
            // As often the one as the other: dots were forgotten rather than added.
            let (usual, odd) = if with.len() < without.len() { (without, with) } else { (with, without) };
            let Some((first, other)) = usual.first() else { continue };
            for (place, word) in odd {
                let said = out.at(place).with("word", &word).with("other", other);
                let said = said.with("count", usual.len()).related(first.clone());
                out.add(said.token(word.to_lowercase()));
            }
        }
    }
}

fn plain(word: &str) -> String {
    word.replace('ё', "е")
}

static WORD: LazyLock<Regex> = LazyLock::new(|| pattern(r"[\p{L}\p{M}]*[еёЕЁ][\p{L}\p{M}]*"));

//! One heading or button, translated in two ways.

use std::borrow::Cow;
use std::char::ToLowercase;
use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Fact, Facts, Findings, Level, Levels, Needs, Page, Signs, Unit};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::{Kind, OBJECT};

/// Short texts that a site says in several ways.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Wordings {
    /// The most words of a text that is looked at.
    words: usize,
}

impl Default for Wordings {
    fn default() -> Self {
        Self { words: 5 }
    }
}

impl Rule for Wordings {
    const CODE: Code = Code::new(
        "wordings",
        Severity::Info,
        &["source", "one", "other", "count"],
    );
    const LEVELS: Levels = Levels::both(Level::Info);
}

impl Check for Wordings {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::unit(Signs::ANY)
    }

    fn unit(&self, unit: &Unit<'_>, out: &mut Findings<'_>) {
        let (source, target) = (&unit.source, &unit.target);
        let short = matches!(
            source.kind(),
            Kind::Heading(_) | Kind::Message | Kind::Attribute | Kind::Directive | Kind::Html
        );
        let texts = [source.text(), target.text()];
        let plain = |text: &str| !text.contains([OBJECT, '\n']) && text.len() < 200;
        if !short || unit.stale || !texts.into_iter().all(plain) {
            return;
        }
        let key = folded(source.text());
        let words = key.split(' ').count();
        if key.is_empty() || words > self.words {
            return;
        }
        let value = spaced(target.text());
        out.remember(key, value.into_owned(), (target.whole(), Some(source.whole())));
    }

    fn site(&self, facts: &Facts, out: &mut Findings<'_>) {
        for (key, values) in facts {
            // Capitals and full stops make no other wording.
            let mut groups: BTreeMap<String, Vec<(&str, &Fact)>> = BTreeMap::new();
            for (value, fact) in values {
                groups.entry(folded(value)).or_default().push((value, fact));
            }
            if groups.len() < 2 {
                continue;
            }
            let count = |group: &Vec<(&str, &Fact)>| -> usize { group.iter().map(|one| one.1.count).sum() };
            let mut groups: Vec<_> = groups.into_values().collect();
            groups.sort_by_key(|group| std::cmp::Reverse(count(group)));
            let Some(((usual, fact), rest)) = groups
                .split_first()
                .and_then(|(first, rest)| Some((*first.first()?, rest)))
            else {
                continue;
            };
            for group in rest {
                let (value, odd) = group[0];
                let found = out
                    .of_fact(odd)
                    .with("source", key)
                    .with("one", value)
                    .with("other", usual)
                    .with("count", count(&groups[0]));
                let found = found.related(fact.place.clone());
                out.add(found.token(value));
            }
        }
    }
}

/// A text in small letters, without the punctuation around it.
fn folded(text: &str) -> String {
    let text = spaced(text);
    let text = if text.contains(FINAL) { text.to_lowercase() } else { text.chars().flat_map(small).collect() };
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    if bare.len() == text.len() { text } else { bare.to_owned() }
}

/// A text with one space wherever it has white space.
fn spaced(text: &str) -> Cow<'_, str> {
    let words = || text.split_whitespace();
    let length: usize = words().map(|word| word.len() + 1).sum();
    // Nearly every text is so already.
    let one = length == text.len() + 1 && text.split(' ').eq(words());
    if one { Cow::Borrowed(text) } else { Cow::Owned(words().collect::<Vec<_>>().join(" ")) }
}

/// The letter that becomes another one at the end of a word.
const FINAL: char = 'Σ';

/// A letter in small, and е for ё.
fn small(c: char) -> ToLowercase {
    let letter = match c {
        'ё' | 'Ё' => 'е',
        _ => c,
    };
    letter.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn capitals_spaces_and_dots_make_no_other_wording() {
        assert_eq!(folded(" «Ещё  раз»\n"), "еще раз");
        assert_eq!(folded("Еще раз."), "еще раз");
        assert_eq!(folded("ΟΔΟΣ"), "οδος");
    }
}

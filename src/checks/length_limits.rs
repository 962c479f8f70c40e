//! A message that is longer than there is room for.

use std::collections::BTreeMap;

use globset::{Glob, GlobMatcher};
use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Entry, Findings, Found, Level, Levels, Message, Needs, Page, Rules};
use super::reading::messages::{length, texts};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::Segment;

/// Messages that have to be short.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct LengthLimits {
    /// The most characters by the name of a message or attribute: `{ "menu-*" = 20, "*.title" = 60 }`.
    /// A name without a dot is no attribute.
    messages: BTreeMap<String, usize>,
    #[serde(skip)]
    named: Vec<(GlobMatcher, bool, usize)>,
    #[serde(skip)]
    phrases: Vec<Vec<String>>,
}

impl Rule for LengthLimits {
    const CODE: Code = Code::new("length-limits", Severity::Error, &["name", "count", "limit"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for LengthLimits {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::MESSAGES
    }

    fn prepare(&mut self, rules: &Rules) {
        let named = self.messages.iter().filter_map(|(name, limit)| {
            let glob = Glob::new(name).ok()?.compile_matcher();
            Some((glob, name.contains('.'), *limit))
        });
        self.named = named.collect();
        let all = rules.lexicon.all();
        let phrases = all.flat_map(|(_, words)| &words.length_limits);
        let small = |phrase: &String| {
            let words = words(phrase).into_iter();
            words.map(|word| word.1.to_lowercase()).collect()
        };
        self.phrases = phrases.map(small).collect();
    }

    fn entry(&self, entry: &Entry<'_>, out: &mut Findings<'_>) {
        let own = self.own(*entry);
        if own.is_none() && self.named.is_empty() {
            return;
        }
        for segment in entry.segments() {
            let limit = if of_comment(*entry, segment) {
                own
            } else {
                None
            };
            let named = self.by_name(segment.key.as_deref().unwrap_or_default());
            if let Some(limit) = limit.into_iter().chain(named).min()
                && let Some(found) = longer(*entry, (segment, limit), out)
            {
                out.add(found);
            }
        }
    }

    fn message(&self, message: &Message<'_>, out: &mut Findings<'_>) {
        let Some([source, target]) = message.both() else {
            return;
        };
        let Some(limit) = self.own(source) else {
            return;
        };
        for segment in target.segments() {
            // Where its own comment says as much, that was told already.
            let key = segment.key.as_deref().unwrap_or_default();
            let told = self.own(target).into_iter().chain(self.by_name(key)).min();
            let size = longest(segment);
            if !of_comment(target, segment) || told.is_some_and(|told| size > told) {
                continue;
            }
            if let Some(found) = longer(target, (segment, limit), out) {
                let comment = source.entry.comment.clone().unwrap_or_default();
                out.add(found.related(source.page.span(comment)));
            }
        }
    }
}

impl LengthLimits {
    /// The limit that the comment of an entry says.
    fn own(&self, entry: Entry<'_>) -> Option<usize> {
        let comment = entry.comment()?;
        let lines = comment
            .lines()
            .filter(|line| line.contains(char::is_numeric));
        let limits = lines.flat_map(|line| {
            let words = words(line);
            let said = |phrase: &Vec<String>| said(line, &words, phrase);
            self.phrases.iter().filter_map(said).collect::<Vec<_>>()
        });
        limits.min()
    }

    /// The limit that the project sets for a name.
    fn by_name(&self, key: &str) -> Option<usize> {
        let fits = |(glob, dotted, _): &&(GlobMatcher, bool, usize)| {
            *dotted == key.contains('.') && glob.is_match(key)
        };
        self.named.iter().filter(fits).map(|one| one.2).min()
    }
}

/// Whether the comment of an entry is about this text of it: about its value, or its attributes where
/// it has none.
fn of_comment(entry: Entry<'_>, segment: &Segment) -> bool {
    segment.key.as_deref() == Some(entry.id()) || entry.value().is_none()
}

/// How long a text may become, without what is put in.
fn longest(segment: &Segment) -> usize {
    texts(segment).map(length).max().unwrap_or(0)
}

fn longer(
    entry: Entry<'_>,
    (segment, limit): (&Segment, usize),
    out: &Findings<'_>,
) -> Option<Found> {
    let size = longest(segment);
    let key = segment.key.as_deref().unwrap_or_default();
    let found = (size > limit).then(|| {
        out.at(entry.page.span(segment.span.clone()))
            .with("name", key)
            .with("count", size)
            .with("limit", limit)
            .token(key)
    });
    Some(found?.about([segment.text.as_str()], false))
}

/// The number that a line of a comment says in the words of a phrase. Where nothing says what is
/// counted, nothing may follow.
fn said(line: &str, words: &[Word<'_>], phrase: &[String]) -> Option<usize> {
    let number = phrase.iter().position(|word| word == "0")?;
    let bare = number + 1 == phrase.len();
    words.windows(phrase.len()).find_map(|window| {
        let fits = |(word, wanted): (&Word<'_>, &String)| {
            wanted == "0" || word.1.to_lowercase() == *wanted
        };
        if !window.iter().zip(phrase).all(fits) {
            return None;
        }
        let (at, digits) = window[number];
        let behind = line[at + digits.len()..].trim_start();
        let ends = behind.is_empty() || behind.starts_with(['.', ',', ';', ')', ']']);
        if bare && !ends {
            return None;
        }
        digits.parse().ok()
    })
}

/// A word and the byte where it begins.
type Word<'t> = (usize, &'t str);

/// The words and numbers of a line.
fn words(line: &str) -> Vec<Word<'_>> {
    let between = |c: char| !c.is_alphanumeric();
    let parts = line.split(between).filter(|word| !word.is_empty());
    parts
        .map(|word| (word.as_ptr() as usize - line.as_ptr() as usize, word))
        .collect()
}

//! Names of people, found where the language gives them away.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::sounds::{Capitals, key};
use super::tokens::{Token, script, tokens};
use crate::checks::engine::{Passage, Rules, Unit};
use crate::checks::words::Words;
use crate::text::is_mark;

/// The given names and titles of each language.
#[derive(Debug, Default)]
pub(in crate::checks) struct Names(BTreeMap<String, Known>);

/// Words without their endings.
#[derive(Debug, Default)]
struct Known {
    given: BTreeSet<String>,
    titles: BTreeSet<String>,
}

/// What a word is in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::checks) enum Part {
    Initial,
    Given,
    Patronymic,
    /// What stands before a name: `профессор`.
    Title,
    /// A family name, or a given name that no list has.
    Other,
}

/// A word of a name, and what it is in the other text.
#[derive(Debug, Clone)]
pub(in crate::checks) struct Word<'t> {
    pub(in crate::checks) text: &'t str,
    pub(in crate::checks) range: Range<usize>,
    pub(in crate::checks) part: Part,
    /// How the other text spells it, as an index into [`Capitals::list`].
    pub(in crate::checks) other: Option<usize>,
}

/// The name of a person, as a text has it.
#[derive(Debug, Clone)]
pub(in crate::checks) struct Name<'t> {
    pub(in crate::checks) words: Vec<Word<'t>>,
    pub(in crate::checks) range: Range<usize>,
}

impl Names {
    /// Makes the lists of given names ready.
    pub(in crate::checks) fn new(rules: &Rules) -> Self {
        let mut out = BTreeMap::new();
        for (lang, words) in rules.lexicon.all() {
            let bare = |list: &[String]| list.iter().map(|name| bare(name, words)).collect();
            let known = Known {
                given: bare(&words.given_names),
                titles: bare(&words.titles),
            };
            out.insert(lang.to_owned(), known);
        }
        Self(out)
    }

    /// Which side of a unit gives names away, and the other; none if neither does.
    pub(in crate::checks) fn sides<'u, 'p>(
        unit: &'u Unit<'p>,
    ) -> Option<(&'u Passage<'p>, &'u Passage<'p>)> {
        let (source, target) = (&unit.source, &unit.target);
        let told = Self::told(source.words(), target.words());
        told.then(|| {
            if tells(source.words()) {
                (source, target)
            } else {
                (target, source)
            }
        })
    }

    /// Whether one of two languages gives names away that can be found in the other.
    pub(in crate::checks) fn told(one: &Words, other: &Words) -> bool {
        let known = |words: &Words| !words.sounds.is_empty();
        tells(one) != tells(other) && known(one) && known(other) && one.script != other.script
    }

    /// The names of a passage.
    pub(in crate::checks) fn of<'t>(&self, passage: &'t Passage<'_>) -> Vec<Name<'t>> {
        let text = passage.text();
        let lang = passage.page.lang;
        let known = self.0.get(&lang.to_string());
        let Some(known) = known.or_else(|| self.0.get(lang.primary())) else {
            return Vec::new();
        };
        let table = passage.words();
        let mut all = tokens(text);
        let script = script(passage);
        all.retain(|token| script.is_none_or(|script| token.is(script)));
        let mut out = Vec::new();
        let mut at = 0;
        while at < all.len() {
            let end = run(text, &all, at);
            if end - at >= 2 {
                let titled = at > 0 && is_form(all[at - 1].text, &known.titles, table);
                let words = all[at..end].iter().enumerate();
                let words = words.map(|(at, token)| (token, part(token.text, at, known, table)));
                out.extend(name(text, words.collect(), titled));
            }
            at = end.max(at + 1);
        }
        out
    }
}

fn tells(words: &Words) -> bool {
    !words.given_names.is_empty() && !words.patronymics.is_empty()
}

impl Name<'_> {
    /// Finds its words among those of the other text; says whether any is there.
    pub(in crate::checks) fn find(&mut self, capitals: &Capitals<'_>, words: &Words) -> bool {
        for word in self
            .words
            .iter_mut()
            .filter(|word| word.part != Part::Initial)
        {
            let own = key(word.text, words);
            word.other = capitals.find(&own, words);
        }
        self.words.iter().any(|word| word.other.is_some())
    }

    /// The first letter of the given name.
    pub(in crate::checks) fn initial(&self) -> Option<char> {
        let given = self
            .words
            .iter()
            .find(|word| matches!(word.part, Part::Given | Part::Initial));
        given?.text.chars().next()
    }
}

/// Where a run of capitalised words that begins at `start` ends.
fn run(text: &str, all: &[Token<'_>], start: usize) -> usize {
    let mut end = start;
    while let Some(token) = all.get(end) {
        let joined = end == start || {
            let between = &text[all[end - 1].range.end..token.range.start];
            let space = between
                .strip_prefix('.')
                .filter(|_| is_initial(all[end - 1].text));
            space.unwrap_or(between).trim().is_empty() && between.len() < 8
        };
        let dotted = !is_initial(token.text) || text[token.range.end..].starts_with('.');
        if !joined || !dotted || !is_name_like(token.text) || end - start == 3 {
            break;
        }
        end += 1;
    }
    end
}

fn is_initial(word: &str) -> bool {
    let mut all = word.chars();
    all.next().is_some_and(char::is_uppercase) && all.next().is_none()
}

/// Whether a word is written as names are: a capital and small letters, or an initial.
fn is_name_like(word: &str) -> bool {
    let mut all = word.chars();
    all.next().is_some_and(char::is_uppercase) && all.all(|c| c.is_lowercase() || is_mark(c))
}

/// A word without the ending of its case, in small letters.
fn bare(word: &str, table: &Words) -> String {
    let small = word.to_lowercase().replace('ё', "е");
    let letter = |ending: &&String| ending.chars().nth(1).is_none();
    let mut endings = table.name_endings.iter().filter(letter);
    let bare = endings.find_map(|ending| small.strip_suffix(ending.as_str()));
    bare.map_or_else(|| small.clone(), str::to_owned)
}

/// Whether a word is one of these in some case.
fn is_form(word: &str, known: &BTreeSet<String>, table: &Words) -> bool {
    let small = word.to_lowercase().replace('ё', "е");
    known.contains(&small)
        || table.name_endings.iter().any(|ending| {
            let bare = small.strip_suffix(ending.as_str());
            bare.is_some_and(|bare| known.contains(bare))
        })
}

/// What the word number `at` of a name is.
fn part(word: &str, at: usize, known: &Known, table: &Words) -> Part {
    if is_initial(word) {
        return Part::Initial;
    }
    if is_form(word, &known.given, table) {
        return Part::Given;
    }
    if at > 0 {
        let small = word.to_lowercase().replace('ё', "е");
        let endings = table.name_endings.iter().map(String::as_str);
        let ends = |bare: &str| {
            table
                .patronymics
                .iter()
                .any(|end| bare.ends_with(end.as_str()))
        };
        let mut bare = std::iter::once("").chain(endings);
        if bare.any(|ending| small.strip_suffix(ending).is_some_and(ends)) {
            return Part::Patronymic;
        }
    }
    if is_form(word, &known.titles, table) {
        Part::Title
    } else {
        Part::Other
    }
}

/// A name, if the words give one away.
fn name<'t>(text: &'t str, mut words: Vec<(&Token<'t>, Part)>, titled: bool) -> Option<Name<'t>> {
    let mut titled = titled;
    while let Some((token, part)) = words.first() {
        // The first word of a sentence has its capital from there.
        let title = *part == Part::Title;
        if !title && (*part != Part::Other || titled || !begins(text, token.range.start)) {
            break;
        }
        titled |= title;
        words.remove(0);
    }
    let certain = |part: &Part| matches!(part, Part::Given | Part::Patronymic | Part::Initial);
    let whole = words
        .iter()
        .filter(|(_, part)| *part != Part::Initial)
        .count();
    if words.len() < 2 || whole == 0 || !(titled || words.iter().any(|(_, part)| certain(part))) {
        return None;
    }
    let range = words.first()?.0.range.start..words.last()?.0.range.end;
    let words = words.into_iter().map(|(token, part)| Word {
        text: token.text,
        range: token.range.clone(),
        part,
        other: None,
    });
    Some(Name {
        words: words.collect(),
        range,
    })
}

/// Whether a sentence begins here.
fn begins(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches([' ', '«', '“', '"', '(', '—', '–', '-', '\u{a0}']);
    before.is_empty() || before.ends_with(['.', '!', '?', '…', ':', ';', '\n'])
}

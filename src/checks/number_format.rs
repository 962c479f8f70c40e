//! Numbers that are not written as the language of the page writes them: `99.99 %` in Russian.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Passage, Rules, Signs};
use super::reading::values::{Figure, Readers, Statement, Weight};
use super::words::Words;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// How numbers are written.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct NumberFormat {
    #[serde(skip)]
    readers: Readers,
}

impl Rule for NumberFormat {
    const CODE: Code = Code::new("number-format", Severity::Info, &["number", "usual"]);
    const LEVELS: Levels = Levels::both(Level::Off);
}

impl Check for NumberFormat {
    fn needs(&self, page: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::passage(Signs::DIGIT).only(!page.words.decimal_mark.is_empty())
    }

    fn prepare(&mut self, rules: &Rules) {
        self.readers = Readers::new(rules);
    }

    fn passage(&self, here: &Passage<'_>, other: Option<&Passage<'_>>, out: &mut Findings<'_>) {
        let words = here.words();
        let digits = here.text().bytes().any(|byte| byte.is_ascii_digit());
        if !digits || words.decimal_mark.is_empty() || words.group_marks.is_empty() {
            return;
        }
        let read = self.readers.read(here);
        let there = other.map(|other| self.readers.read(other));
        for figure in &read.figures {
            let range = digits_of(figure, read.text);
            let written = &read.text[range.clone()];
            if let Some(usual) = usual(figure, written, words, there.as_ref()) {
                let found = out.at(here.span(range)).with("number", written);
                out.add(found.with("usual", usual).token(written));
            }
        }
    }
}

/// The number without the words and signs that belong to it.
fn digits_of(figure: &Figure, text: &str) -> Range<usize> {
    let written = &text[figure.range.clone()];
    let digit = |sign: char| sign.is_ascii_digit();
    let start = written.find(digit).unwrap_or(0);
    let rest = &written[start..];
    // What is not of the number ends it: `99.99 %`, `5 млн`.
    let part = |sign: char| digit(sign) || MARKS.contains(&sign);
    let end = rest.find(|sign: char| !part(sign)).unwrap_or(rest.len());
    let end = rest[..end].rfind(digit).map_or(end, |last| last + 1);
    figure.range.start + start..figure.range.start + start + end
}

/// What may stand inside a number.
const MARKS: &[char] = &['.', ',', '\'', '’', ' ', '\u{a0}', '\u{202f}', '\u{2009}'];

/// The number as the language writes it, if this is another way and surely a number.
fn usual(figure: &Figure, written: &str, words: &Words, there: Option<&Statement<'_>>) -> Option<String> {
    let (whole, fraction) = parts(figure, written, there)?;
    let groups: Vec<&str> = whole.split(MARKS).collect();
    let sign = whole.find(MARKS).and_then(|at| whole[at..].chars().next());
    let mark = written[whole.len()..].chars().next();
    let wrong_group = sign.is_some_and(|sign| !words.group_marks.iter().any(|known| known.starts_with(sign)));
    let wrong_mark = mark.is_some_and(|mark| !words.decimal_mark.starts_with(mark));
    (wrong_group || wrong_mark).then(|| {
        let group = words.group_marks.first().map_or("", String::as_str);
        let whole = groups.join(group);
        match fraction {
            Some(fraction) => format!("{whole}{}{fraction}", words.decimal_mark),
            None => whole,
        }
    })
}

/// The whole and the fraction of a number, if it is sure which is which: a version looks alike.
fn parts<'w>(figure: &Figure, written: &'w str, there: Option<&Statement<'_>>) -> Option<(&'w str, Option<&'w str>)> {
    let marks: Vec<(usize, char)> = written.char_indices().filter(|(_, sign)| MARKS.contains(sign)).collect();
    let &(last_at, last) = marks.last()?;
    let first = marks[0].1;
    let fraction = &written[last_at + last.len_utf8()..];
    let grouped = |whole: &str| whole.split(MARKS).skip(1).all(|group| group.len() == 3);
    if last != first && matches!(last, '.' | ',') {
        return grouped(&written[..last_at]).then_some((&written[..last_at], Some(fraction)));
    }
    let spaced = !matches!(first, '.' | ',');
    if grouped(written) && marks.iter().all(|(_, sign)| *sign == first) {
        let whole: String = written.chars().filter(char::is_ascii_digit).collect();
        let sure = spaced || (first == ',' && marks.len() > 1) || there.is_some_and(|there| there.has(&whole));
        return sure.then_some((written, None));
    }
    let decimal = marks.len() == 1 && !spaced && fraction.len() != 3;
    (decimal && figure.weight > Weight::Large).then_some((&written[..last_at], Some(fraction)))
}

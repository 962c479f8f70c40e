//! The words of a passage that mix letters of two scripts.

use std::ops::Range;

use super::letters::{Mixed, Twins};
use super::tokens::{Scripts, tokens};
use crate::checks::engine::Passage;
use crate::text::{Script, is_mark, script_of};

/// Every run of letters of two scripts, and what is the matter with it.
pub(in crate::checks) fn mixed(passage: &Passage<'_>, twins: &Twins) -> Vec<(Range<usize>, Mixed)> {
    let text = passage.text();
    if text.is_ascii() {
        return Vec::new();
    }
    let endings = &passage.words().endings;
    let mut out = Vec::new();
    for token in tokens(text)
        .into_iter()
        .filter(|token| token.scripts == Scripts::Many)
    {
        // Digits and apostrophes part the letters around them: `MP3плеер` is two words.
        let mut at = token.range.start;
        for run in token
            .text
            .split(|c: char| !c.is_alphabetic() && !is_mark(c))
        {
            if let Some(found) = twins.judge(run, endings).filter(|_| !runs_on(run)) {
                out.push((at..at + run.len(), found));
            }
            at += run.len();
            at += text[at..].chars().next().map_or(0, char::len_utf8);
        }
    }
    out
}

/// Whether it is written in a script that puts no spaces between words, so that where one ends nobody
/// can see.
fn runs_on(run: &str) -> bool {
    run.chars().any(|c| {
        matches!(
            script_of(c),
            Some(
                Script::Han
                    | Script::Hiragana
                    | Script::Katakana
                    | Script::Bopomofo
                    | Script::Thai
                    | Script::Lao
                    | Script::Khmer
                    | Script::Myanmar
            )
        )
    })
}

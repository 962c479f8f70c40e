//! The words of a passage that mix letters of two scripts.

use std::ops::Range;

use super::letters::{Mixed, Twins};
use super::tokens::{Scripts, tokens};
use crate::checks::engine::Passage;
use crate::text::is_mark;

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
            if let Some(found) = twins.judge(run, endings) {
                out.push((at..at + run.len(), found));
            }
            at += run.len();
            at += text[at..].chars().next().map_or(0, char::len_utf8);
        }
    }
    out
}

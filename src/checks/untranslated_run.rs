//! Words of the source's language in the middle of a translation.

use std::collections::BTreeSet;
use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Passage, Rules, Signs, Unit};
use crate::text::script_named;
use super::reading::keep::Keep;
use super::reading::quoted::{cited, quotations, within};
use super::reading::tokens::{Token, says, script, shortened, tokens};
use super::words::ByLanguage;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Words that were left in the language of the source.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct UntranslatedRun {
    /// The fewest words in a row that count.
    words: usize,
    #[serde(skip)]
    keep: Keep,
    /// What the words that make up sentences of each language are written with.
    #[serde(skip)]
    told: ByLanguage<Signs>,
}

impl Default for UntranslatedRun {
    fn default() -> Self {
        Self {
            words: 4,
            keep: Keep::default(),
            told: ByLanguage::default(),
        }
    }
}

impl Rule for UntranslatedRun {
    const CODE: Code = Code::new(
        "untranslated-run",
        Severity::Warning,
        &["words", "source"],
    );
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for UntranslatedRun {
    fn needs(&self, page: &Page<'_>, source: Option<&Page<'_>>) -> Needs {
        let Some(source) = source else { return Needs::NEVER };
        let (from, to) = (script_named(&source.words.script), script_named(&page.words.script));
        let guest = page.words.guests.contains(&source.words.script);
        // `script-leak` sees words in other letters without a source, too.
        let told = from.is_none() || to.is_none() || from == to || guest;
        let needs = Needs { target: *self.told.of(source.lang), ..Needs::unit(Signs::ANY) };
        needs.only(told && source.lang != page.lang)
    }

    fn prepare(&mut self, rules: &Rules) {
        self.keep = Keep::new(rules);
        self.told = rules.lexicon.compiled(|_, words| {
            let all = words.function_words.iter().map(|word| Signs::of_text(word));
            // A sign of another block may be the capital of one of their letters.
            all.fold(Signs::OTHER | Signs::GENERAL, |known, word| known | word.letters())
        });
    }

    fn unit(&self, unit: &Unit<'_>, out: &mut Findings<'_>) {
        let (source, target) = (&unit.source, &unit.target);
        let (from, to) = (script(source), script(target));
        if source.page.lang == target.page.lang {
            return;
        }
        let text = target.text();
        // A whole message that is the same is told by a check of its own.
        if target.page.document.fluent.is_some() && text == source.text() {
            return;
        }
        let all = tokens(text);
        if all.len() < self.words {
            return;
        }
        let foreign = match (from, to) {
            (Some(from), Some(to)) if from != to => {
                if !target.words().guests.contains(&source.words().script) {
                    // `script-leak` sees such words without a source, too.
                    return;
                }
                all.iter().map(|token| token.is(from)).collect()
            }
            _ => copied(&all, &tokens(source.text()), self.words),
        };
        let runs = self.runs(&all, &foreign, target, &cited(target, source));
        for run in runs {
            let words = &all[run.clone()];
            if !says(words, source, target) {
                continue;
            }
            let range = words[0].range.start..words[words.len() - 1].range.end;
            let found = out
                .at(target.span(range.clone()))
                .with("words", shortened(&text[range.clone()]))
                .with("source", source.page.lang);
            out.add(found.related(source.whole()).token(&text[range]));
        }
    }
}

impl UntranslatedRun {
    /// Runs of foreign words that are neither quoted, nor cited, nor to be kept.
    fn runs(
        &self,
        all: &[Token<'_>],
        foreign: &[bool],
        target: &Passage<'_>,
        cited: &[Range<usize>],
    ) -> Vec<Range<usize>> {
        let text = target.text();
        let quoted = quotations(text);
        let mut out: Vec<Range<usize>> = Vec::new();
        let mut run: Option<Range<usize>> = None;
        for (at, token) in all.iter().enumerate() {
            let spared = !foreign[at]
                || within(&quoted, &token.range)
                || (!cited.is_empty() && within(cited, &target.masked().place(&token.range)))
                || self.keep.has(token.text);
            let joined = at > 0 && near(&text[all[at - 1].range.end..token.range.start]);
            if let Some(open) = &mut run
                && !spared
                && joined
            {
                open.end = at + 1;
                continue;
            }
            out.extend(run.take());
            run = (!spared).then_some(at..at + 1);
        }
        out.extend(run);
        out.retain(|run| run.len() >= self.words);
        out
    }
}

/// Whether what stands between two words leaves them in one sentence. Words with hyphens are names
/// of places in a page, or terms.
fn near(between: &str) -> bool {
    between.chars().all(|c| c.is_whitespace() || ",;–—’'()".contains(c))
}

/// Which words of a text belong to a row of `length` words that the other text has, too.
fn copied(all: &[Token<'_>], other: &[Token<'_>], length: usize) -> Vec<bool> {
    let length = length.max(1);
    let row = |words: &[Token<'_>]| -> Vec<String> {
        words.iter().map(|token| token.text.to_lowercase()).collect()
    };
    let (here, there) = (row(all), row(other));
    let known: BTreeSet<&[String]> = there.windows(length).collect();
    let mut out = vec![false; all.len()];
    for (at, _) in here
        .windows(length)
        .enumerate()
        .filter(|(_, row)| known.contains(row))
    {
        out[at..at + length].fill(true);
    }
    out
}

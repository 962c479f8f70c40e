//! A paragraph of the source that nothing in the translation stands for.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Pair, Signs};
use super::reading::tokens::shortened;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::Kind;
use crate::text::count_words;

/// Paragraphs that the translation lacks.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Omitted {
    /// The fewest words of a paragraph that is looked at.
    words: usize,
}

impl Default for Omitted {
    fn default() -> Self {
        Self { words: 4 }
    }
}

impl Rule for Omitted {
    const CODE: Code = Code::new("omitted", Severity::Warning, &["text", "count"]);
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for Omitted {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::pair(Signs::ANY)
    }

    fn pair(&self, pair: &Pair<'_>, out: &mut Findings<'_>) {
        let mut at = 0;
        while at < pair.alone.len() {
            let end = (at..pair.alone.len()).find(|&next| !self.lacks(pair, next));
            let end = end.unwrap_or(pair.alone.len());
            if at < end {
                say(pair, at..end, out);
            }
            at = end + 1;
        }
    }
}

impl Omitted {
    /// Whether a block is a paragraph that is not translated; one that was added since is for
    /// `stale` to tell. Headings, items and rows are counted by others.
    fn lacks(&self, pair: &Pair<'_>, block: usize) -> bool {
        let page = pair.source;
        let text = page.document.blocks[block].kind(page.document) == Kind::Paragraph;
        text && pair.alone[block]
            && !pair.stale[block]
            && count_words(page.passage_of(&[block]).text()) >= self.words
    }
}

/// Says that a run of paragraphs is missing, behind what translates the passage before them.
fn say(pair: &Pair<'_>, blocks: std::ops::Range<usize>, out: &mut Findings<'_>) {
    let first = pair.source.passage_of(&[blocks.start]);
    let start = first.whole().start;
    let before = pair.units.iter().filter(|unit| unit.source.whole().start < start);
    let before = before.max_by_key(|unit| unit.source.whole().start);
    let place = before.map_or_else(
        || pair.target.whole(),
        |unit| unit.target.whole(),
    );
    let raw = pair.source.passage_of(&blocks.clone().collect::<Vec<_>>()).raw();
    let found = out
        .at(place)
        .related(first.whole())
        .with("text", shortened(first.text()))
        .with("count", blocks.len())
        .about([raw.as_str()], false);
    out.add(found.token(shortened(first.text())));
}

//! A label whose value the translation lost.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Passage, Rules, Signs, Unit};
use super::reading::labels::Labels;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::Kind;

/// Labels whose values are lost in translation.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct LostValues {
    /// How many words a label has at most.
    words: usize,
    #[serde(skip)]
    labels: Labels,
}

impl Default for LostValues {
    fn default() -> Self {
        Self {
            words: 8,
            labels: Labels::default(),
        }
    }
}

impl Rule for LostValues {
    const CODE: Code = Code::new("lost-values", Severity::Warning, &["label", "source"]);
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for LostValues {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs { source: Signs::COLON, target: Signs::COLON, ..Needs::unit(Signs::COLON) }
    }

    fn prepare(&mut self, rules: &Rules) {
        self.labels = Labels::new(rules);
    }

    fn unit(&self, unit: &Unit<'_>, out: &mut Findings<'_>) {
        let (source, target) = (unit.source.text(), unit.target.text());
        if !target.contains(':') {
            return;
        }
        let (mut lines, mut others) = (rows(source), rows(target));
        if lines.len() != others.len() {
            (lines, others) = (vec![(0, source)], vec![(0, target)]);
        }
        for (at, (line, other)) in lines.iter().zip(&others).enumerate() {
            let (Some((_, value)), Some((label, lost))) = (self.split(line.1), self.split(other.1)) else {
                continue;
            };
            let goes_on = match others.get(at + 1) {
                Some(next) => self.split(next.1).is_none_or(|(_, value)| value.is_empty()),
                None => follows(&unit.target),
            };
            if value.is_empty() || !lost.is_empty() || goes_on || self.is_contact(other.1) {
                continue;
            }
            let span = |passage: &Passage<'_>, row: &(usize, &str)| {
                let start = row.0 + row.1.len() - row.1.trim_start().len();
                passage.span(start..start + row.1.trim().len())
            };
            let found = out.at(span(&unit.target, other)).with("label", label);
            let found = found.related(span(&unit.source, line));
            out.add(found.with("source", line.1.trim()).token(label));
        }
    }
}

/// The lines of a text, and where each begins.
fn rows(text: &str) -> Vec<(usize, &str)> {
    let mut at = 0;
    let row = |line: &'_ str| {
        let start = at;
        at += line.len() + 1;
        start
    };
    let starts: Vec<usize> = text.split('\n').map(row).collect();
    starts.into_iter().zip(text.split('\n')).collect()
}

impl LostValues {
    /// A label and what stands behind it, of a line that has one.
    fn split<'t>(&self, line: &'t str) -> Option<(&'t str, &'t str)> {
        let (label, value) = line.split_once(':')?;
        let label = label.trim();
        let short = !label.is_empty() && label.split_whitespace().take(self.words + 1).count() <= self.words;
        short.then(|| (label, value.trim()))
    }

    /// Whether the other check of labels speaks of this one.
    fn is_contact(&self, line: &str) -> bool {
        self.labels.find(line).iter().any(|label| label.begins && label.at.end == line.trim_end().len())
    }
}

/// Whether the value may stand in a passage of its own behind the label.
fn follows(target: &Passage<'_>) -> bool {
    let page = target.page;
    let behind = target.number() + target.segments.len();
    let mut ahead = page.document.segments.iter().skip(behind).filter(|next| next.kind.is_content());
    let here = target.kind();
    ahead.next().is_some_and(|next| {
        let list = next.kind == Kind::ListItem && here != Kind::ListItem;
        list || matches!(next.kind, Kind::Code | Kind::Image | Kind::TableCell) && here != next.kind
    })
}

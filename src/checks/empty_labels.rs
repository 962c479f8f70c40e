//! A label such as «телефон:» with nothing behind it.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Passage, Rules, Signs};
use super::reading::labels::Labels;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::{Kind, OBJECT, Segment};

/// Labels of contacts with nothing behind them.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct EmptyLabels {
    #[serde(skip)]
    labels: Labels,
}

impl Rule for EmptyLabels {
    const CODE: Code = Code::new("empty-labels", Severity::Error, &["label"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for EmptyLabels {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::passage(Signs::COLON)
    }

    fn prepare(&mut self, rules: &Rules) {
        self.labels = Labels::new(rules);
    }

    fn passage(&self, here: &Passage<'_>, _: Option<&Passage<'_>>, out: &mut Findings<'_>) {
        for part in here.parts() {
            // A string of an interface is a label as a whole.
            if matches!(part.kind(), Kind::Field | Kind::Message | Kind::Attribute) {
                continue;
            }
            let text = part.text();
            let labels = self.labels.find(text);
            for (number, label) in labels.iter().enumerate() {
                let next = labels.get(number + 1);
                let end = next.map_or(text.len(), |next| next.at.start);
                let last = next.is_none();
                if !label.begins || says(&text[label.at.end..end]) || (last && self.goes_on(&part)) {
                    continue;
                }
                let words = text[label.at.clone()].trim_end_matches(':').trim_end();
                let found = out.at(part.span(label.at.clone())).with("label", words);
                out.add(found.token(words.to_lowercase()));
            }
        }
    }
}

impl EmptyLabels {
    /// Whether what stands behind a passage on its page can be what its last label announces.
    fn goes_on(&self, part: &Passage<'_>) -> bool {
        let page = part.page;
        let here = part.segments[0];
        let ahead = page.document.segments.iter().enumerate().skip(part.number() + 1);
        for (at, next) in ahead {
            match next.kind {
                Kind::Comment | Kind::Other | Kind::Definition => {}
                Kind::Tag if next.text.starts_with("</") => {}
                Kind::Tag if !next.text.ends_with("/>") && !next.text.starts_with('{') => {}
                Kind::Heading(_) => return false,
                Kind::TableCell => {
                    let row = same_row(page, here, next);
                    return here.kind == Kind::TableCell && row && !self.is_label(&page.passage(at));
                }
                _ if here.kind == Kind::TableCell => return false,
                Kind::ListItem if here.kind == Kind::ListItem && !deeper(page, here, next) => return false,
                Kind::Paragraph | Kind::Html if next.prose => {
                    let next = page.passage(at);
                    return !self.is_label(&next) && is_value(next.text());
                }
                _ => return !self.is_label(&page.passage(at)),
            }
        }
        false
    }

    fn is_label(&self, passage: &Passage<'_>) -> bool {
        let labels = self.labels.find(passage.text());
        labels.first().is_some_and(|label| passage.text()[..label.at.start].trim().is_empty())
    }
}

/// Whether anything but signs between the items of an enumeration stands here.
fn says(value: &str) -> bool {
    let value = value.trim_matches(|c: char| c.is_whitespace() || ".,;|/·•()".contains(c));
    !value.is_empty()
}

/// Whether a paragraph may be the phone number, address or name that a label announced: a short
/// one, or one with a figure, a link or another thing in it before long.
fn is_value(text: &str) -> bool {
    let start: String = text.chars().take(80).collect();
    let sentence = text.trim_end().ends_with(['.', '!', '?', ':']);
    let short = !sentence && start.len() == text.len() && text.split_whitespace().count() <= 8;
    short || start.contains(|c: char| c.is_numeric() || c == OBJECT || c == '@')
}

/// Whether a cell stands in the row of another one.
fn same_row(page: &Page<'_>, cell: &Segment, next: &Segment) -> bool {
    let between = page.text.get(cell.span.end..next.span.start).unwrap_or_default();
    let html = between.contains('<');
    let ends = if html { between.to_ascii_lowercase().contains("</tr") } else { between.contains('\n') };
    !ends
}

/// Whether an item of a list stands further to the right than another, and so belongs to it.
fn deeper(page: &Page<'_>, item: &Segment, next: &Segment) -> bool {
    let column = |segment: &Segment| segment.span.start.saturating_sub(segment.lines.start);
    let between = page.text.get(item.span.end..next.span.start).unwrap_or_default();
    column(next) > column(item) && !between.contains("</li")
}

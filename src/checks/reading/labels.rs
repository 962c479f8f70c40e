//! Labels behind which something has to stand: phone, e-mail, address.

use std::ops::Range;
use std::sync::OnceLock;

use regex::Regex;

use crate::checks::engine::Rules;

/// The labels of all languages: one that was left over is foreign where it stands.
#[derive(Debug, Clone, Default)]
pub(in crate::checks) struct Labels {
    expression: String,
    /// Compiled when a text has a colon at all.
    pattern: OnceLock<Option<Regex>>,
}

/// A label in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::checks) struct Label {
    /// Its words and the colon.
    pub at: Range<usize>,
    /// Whether it begins a line, or stands where an enumeration goes on.
    pub begins: bool,
}

impl Labels {
    /// Those of a project.
    pub(in crate::checks) fn new(rules: &Rules) -> Self {
        let all = rules
            .lexicon
            .all()
            .flat_map(|(_, words)| words.labels.iter());
        let mut labels: Vec<&str> = all
            .map(String::as_str)
            .filter(|label| !label.is_empty())
            .collect();
        labels.sort_by_key(|label| (std::cmp::Reverse(label.len()), *label));
        labels.dedup();
        let alternatives: Vec<String> = labels.iter().map(|label| words(label)).collect();
        let any = alternatives.join("|");
        Self {
            // No label, no expression: it would match any colon.
            expression: if any.is_empty() {
                any
            } else {
                format!(r"(?i)(?:^|[^\p{{L}}\p{{N}}_-])((?:{any})\s*:)")
            },
            pattern: OnceLock::new(),
        }
    }

    /// The labels of a text, in order.
    pub(in crate::checks) fn find(&self, text: &str) -> Vec<Label> {
        if self.expression.is_empty() || !text.contains(':') {
            return Vec::new();
        }
        let pattern = self
            .pattern
            .get_or_init(|| Regex::new(&self.expression).ok());
        let Some(pattern) = pattern else {
            return Vec::new();
        };
        let found = pattern.captures_iter(text).filter_map(|found| found.get(1));
        let label = |found: regex::Match<'_>| Label {
            begins: begins(&text[..found.start()]),
            at: found.range(),
        };
        found.map(label).collect()
    }
}

/// One label as an expression: spaces are any spaces, a star is any ending.
fn words(label: &str) -> String {
    let words = label
        .split_whitespace()
        .map(|word| match word.strip_suffix('*') {
            Some(start) => format!(r"{}\p{{L}}*", regex::escape(start)),
            None => regex::escape(word),
        });
    words.collect::<Vec<_>>().join(r"\s+")
}

fn begins(before: &str) -> bool {
    let line = before.rsplit('\n').next().unwrap_or_default();
    line.trim_end()
        .chars()
        .next_back()
        .is_none_or(|c| ".,;:|/•·—–()".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_all_languages_are_found() {
        let labels = Labels::new(&Rules::default());
        let found = |text: &str| -> Vec<(String, bool)> {
            let all = labels.find(text).into_iter();
            all.map(|label| (text[label.at].to_owned(), label.begins))
                .collect()
        };
        assert_eq!(
            found("Телефон: Fax : 12"),
            [("Телефон:".into(), true), ("Fax :".into(), true)]
        );
        assert_eq!(
            found("Эл.  почта: a, тел.: 5"),
            [("Эл.  почта:".into(), true), ("тел.:".into(), true)]
        );
        assert_eq!(found("Enter the address: it"), [("address:".into(), false)]);
        assert_eq!(found("мегателефон: 1"), []);
    }
}

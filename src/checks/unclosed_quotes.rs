//! A quotation that begins and never ends.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Passage, Rules};
use super::reading::nearby::words_after;
use super::reading::quotes::Signs;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Quotations that are never closed.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct UnclosedQuotes {
    #[serde(skip)]
    signs: Signs,
}

impl Rule for UnclosedQuotes {
    const CODE: Code = Code::new("unclosed-quotes", Severity::Error, &["mark", "words"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for UnclosedQuotes {
    fn needs(&self, page: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::passage(self.signs.signs()).only(!page.words.quotes.is_empty())
    }

    fn prepare(&mut self, rules: &Rules) {
        self.signs = Signs::new(rules);
    }

    fn passage(&self, here: &Passage<'_>, _: Option<&Passage<'_>>, out: &mut Findings<'_>) {
        for part in here.parts() {
            for mark in self.signs.read(&part).balance.unclosed {
                let words = words_after(part.text(), mark.at.end);
                let found = out.at(part.span(mark.at)).with("mark", mark.sign);
                let token = format!("{}{words}", mark.sign);
                out.add(found.with("words", &words).token(token));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::engine::{File, Rules, check_single};
    use crate::document::Reader;

    #[test]
    fn what_a_careless_translator_leaves_is_found_and_nothing_else() {
        let text = "# Contacts\n\nТелефон:\n\nShare your story with  and write to us.\n\n\
            “We are glad to see everyone, the rector said.\n";
        let mut reader = Reader::for_test("en.md");
        reader.lang = "en".parse().unwrap();
        let document = reader.read(text).document;
        let file = File {
            name: "en.md",
            text,
            document: &document,
        };
        let (rules, _) = Rules::parse("workflow.toml", "profile = 'news'");
        let found = check_single(&rules, &file).findings;
        let lines = found.iter().map(|one| {
            let line = text[..one.diagnostic.primary.span.start].matches('\n').count() + 1;
            (one.diagnostic.code.name(), line)
        });
        // That the label is foreign is for another check to say.
        let lines: Vec<_> = lines.filter(|(name, _)| *name != "script-leak").collect();
        assert_eq!(lines, [("empty-labels", 3), ("double-spaces", 5), ("unclosed-quotes", 7)]);
    }
}

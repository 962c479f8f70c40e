//! Whether a translation translates the comments in its code.

use super::Sides;
use super::code::laid;
use super::places::Places;
use crate::document::Kind;

/// What the code of a translation shows of its ways.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Habit {
    /// Somewhere a comment is translated.
    translates: bool,
    /// Somewhere a comment is as it is in the base.
    keeps: bool,
}

impl Habit {
    pub(super) fn of(sides: Sides<'_>, places: &Places) -> Self {
        let mut out = Self::default();
        let base = sides.base.document;
        for (old, block) in base.blocks.iter().enumerate() {
            if block.kind(base) != Kind::Code {
                continue;
            }
            let place = places.find(old).ok();
            let there = place.and_then(|place| laid(sides.target, place.block));
            let (Some(base), Some(there)) = (laid(sides.base, old), there) else {
                continue;
            };
            if base.text == there.text {
                out.keeps |= base.text.iter().any(|line| has_words(line));
            } else {
                out.translates |= same_code(&base.text, &there.text);
            }
        }
        out
    }

    /// Whether new lines of code may come as they are; `translated` says that the block they
    /// come into has translated words.
    pub(super) fn allows<'l>(
        self,
        mut lines: impl Iterator<Item = &'l str>,
        translated: bool,
    ) -> bool {
        if translated || self.translates {
            return !lines.any(has_words);
        }
        self.keeps || !lines.any(has_words)
    }
}

/// Whether two blocks of code differ in nothing but comments and the words in quotes.
pub(super) fn same_code(one: &[&str], two: &[&str]) -> bool {
    let bare = |lines: &[&str]| -> Vec<String> {
        let lines = lines.iter().map(|line| split(line).0);
        lines.filter(|line| !line.is_empty()).collect()
    };
    bare(one) == bare(two)
}

/// Whether a line of code says something in words: in a comment, or in quotes.
fn has_words(line: &str) -> bool {
    let (code, comment, quoted) = split(line);
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count() > 1;
    let several = |text: &str| {
        let words = text.split_whitespace();
        words
            .filter(|word| word.chars().any(char::is_alphabetic))
            .count()
            > 1
    };
    letters(&comment)
        || quoted.iter().any(|text| several(text) || !text.is_ascii())
        || code.chars().any(|c| c.is_alphabetic() && !c.is_ascii())
}

/// The signs that begin a comment in one language or another.
const COMMENTS: [&str; 8] = ["//", "/*", "<!--", "{/*", "{#", "# ", "-- ", "; "];

/// A line's code without space, its comment, and what stands in quotes.
fn split(line: &str) -> (String, String, Vec<String>) {
    let (mut code, mut quoted) = (String::new(), Vec::new());
    let line = line.trim();
    // The inner lines of a comment that goes over several.
    if line.starts_with("* ") || line == "#" || line.starts_with("##") || line.starts_with("% ") {
        return (code, line.to_owned(), quoted);
    }
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let at_url = code.ends_with(':');
        if !at_url && COMMENTS.iter().any(|sign| rest.starts_with(sign)) {
            return (code, rest.to_owned(), quoted);
        }
        rest = &rest[c.len_utf8()..];
        if matches!(c, '"' | '\'')
            && let Some(end) = rest.find(c)
        {
            quoted.push(rest[..end].to_owned());
            rest = &rest[end + 1..];
            code.push(c);
        } else if !c.is_whitespace() {
            code.push(c);
        }
    }
    (code, String::new(), quoted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_code_are_comments_and_sentences() {
        for words in [
            "x = 1; // счётчик",
            "# run it",
            " * the inner line",
            "echo \"Привет\"",
            "say('Hello, world')",
            "<!-- note -->",
        ] {
            assert!(has_words(words), "{words}");
        }
        for none in ["x = 1;", "curl https://a.b/c", "use('name')", "a -- b", "}"] {
            assert!(!has_words(none), "{none}");
        }
    }

    #[test]
    fn translated_comments_are_the_same_code() {
        assert!(same_code(
            &["a(); // раз", "b('Да');"],
            &["a();  // one", "b('Yes');"]
        ));
        assert!(!same_code(&["a();"], &["b();"]));
        assert!(!same_code(&["дерево"], &["tree"]));
    }
}

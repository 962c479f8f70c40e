//! The rules that a project writes itself, ready to be asked.

use regex::{Regex, RegexBuilder};
use toml::Spanned;

use super::glossary::RuleFile;
use super::level::Level;
use crate::text::Lang;

/// A rule of the project's own.
#[derive(Debug, Clone)]
pub struct UserRule {
    /// What it is called.
    pub name: String,
    /// What it says.
    pub message: String,
    /// How much its findings count, if that is not left to the check.
    pub level: Option<Level>,
    /// What it looks for.
    pub looks: Looks,
    lang: Option<Lang>,
    source_lang: Option<Lang>,
}

/// What a rule looks for.
#[derive(Debug, Clone)]
pub enum Looks {
    /// Something that must not stand on a page.
    Alone(Regex),
    /// What the source says and the translation must say, too.
    Both {
        /// In the source.
        source: Regex,
        /// In the translation.
        target: Regex,
    },
}

/// The memory that one expression may take: enough for any that a person writes.
const SIZE: usize = 1 << 20;

impl UserRule {
    /// Compiles a rule; what is wrong is said to `wrong` with the place of the words in question.
    pub(super) fn new(
        said: &RuleFile,
        wrong: &mut dyn FnMut(std::ops::Range<usize>, &str),
    ) -> Option<Self> {
        let mut compile = |text: &Spanned<String>| {
            let built = RegexBuilder::new(text.get_ref())
                .size_limit(SIZE)
                .dfa_size_limit(SIZE)
                .build();
            built
                .map_err(|error| wrong(text.span(), &reason(&error)))
                .ok()
        };
        let looks = match (&said.pattern, &said.source, &said.target) {
            (Some(pattern), None, None) => Looks::Alone(compile(pattern)?),
            (None, Some(source), Some(target)) => Looks::Both {
                source: compile(source)?,
                target: compile(target)?,
            },
            (pattern, source, target) => {
                let at = [pattern, source, target].into_iter().flatten().next();
                let at = at.or(said.name.as_ref()).map_or(0..0, Spanned::span);
                wrong(at, "a rule has `pattern`, or `source` and `target`");
                return None;
            }
        };
        let name = said
            .name
            .as_ref()
            .map_or_else(String::new, |name| name.get_ref().clone());
        Some(Self {
            name,
            message: said.message.clone(),
            level: said.level,
            looks,
            lang: said.lang.clone(),
            source_lang: said.source_lang.clone(),
        })
    }

    /// Whether it is for pages in this language.
    pub fn is_for(&self, lang: &Lang) -> bool {
        fits(self.lang.as_ref(), lang)
    }

    /// Whether it is for translations of pages in this language.
    pub fn is_from(&self, lang: &Lang) -> bool {
        fits(self.source_lang.as_ref(), lang)
    }
}

/// Whether a language is the one that was named, or a region's form of it.
fn fits(named: Option<&Lang>, lang: &Lang) -> bool {
    named.is_none_or(|named| named == lang || named.to_string() == lang.primary())
}

/// The last line of the reason; those before it draw the expression.
fn reason(error: &regex::Error) -> String {
    let all = error.to_string();
    all.lines()
        .last()
        .unwrap_or_default()
        .trim_start_matches("error: ")
        .to_owned()
}

#[cfg(test)]
mod tests {
    use crate::checks::engine::Rules;

    /// What is said of a rule, and at which words.
    fn said(rule: &str) -> Vec<String> {
        let text = format!("[[rule]]\nname = 'r'\n{rule}\n");
        let (_, wrong) = Rules::parse("workflow.toml", &text);
        let place = |span: &crate::text::Span| text[span.start..span.end].to_owned();
        wrong
            .iter()
            .map(|found| place(&found.primary.span))
            .collect()
    }

    #[test]
    fn a_bad_expression_is_told_at_its_place() {
        assert_eq!(said("pattern = '(a'"), ["'(a'"]);
        assert_eq!(
            said(r"pattern = '(?:\w{1000}){1000}'"),
            [r"'(?:\w{1000}){1000}'"]
        );
        assert_eq!(said("pattern = 'a'\nsource = 'b'"), ["'a'"]);
        assert_eq!(said("source = 'a'\ntarget = 'b'"), Vec::<String>::new());
    }
}

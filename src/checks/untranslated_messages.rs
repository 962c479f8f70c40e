//! A message that is the same in both languages and should not be.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Passage, Rules, Signs, Unit};
use super::reading::keep::Keep;
use super::reading::messages::is_access_key;
use super::reading::tokens::{Token, script, shortened, tokens};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Messages that nobody has translated.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct UntranslatedMessages {
    /// Texts and words that are the same in every language: `["Telegram", "Sign in with Google"]`.
    keep: Vec<String>,
    /// The fewest words that two languages of one script do not share by chance: fewer are only worth
    /// knowing.
    words: usize,
    #[serde(skip)]
    kept: Keep,
    #[serde(skip)]
    names: BTreeSet<String>,
}

impl Default for UntranslatedMessages {
    fn default() -> Self {
        Self {
            keep: Vec::new(),
            words: 3,
            kept: Keep::default(),
            names: BTreeSet::new(),
        }
    }
}

impl Rule for UntranslatedMessages {
    const CODE: Code = Code::new(
        "untranslated-messages",
        Severity::Warning,
        &["text", "source"],
    );
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for UntranslatedMessages {
    fn needs(&self, page: &Page<'_>, source: Option<&Page<'_>>) -> Needs {
        Needs::unit(Signs::ANY).only(page.document.fluent.is_some() && source.is_some())
    }

    fn prepare(&mut self, rules: &Rules) {
        self.kept = Keep::new(rules);
        let forms = rules.terms.iter().flat_map(|term| {
            let all: Vec<_> = term.forms.values().flatten().collect();
            let twice = |form: &&&String| all.iter().filter(|one| one == form).count() > 1;
            all.iter().filter(twice).copied().collect::<Vec<_>>()
        });
        let all = forms.chain(&self.keep).flat_map(|text| tokens(text));
        self.names = all.map(|token| token.text.to_owned()).collect();
    }

    fn unit(&self, unit: &Unit<'_>, out: &mut Findings<'_>) {
        let (source, target) = (&unit.source, &unit.target);
        if target.page.document.fluent.is_none() || source.page.lang == target.page.lang {
            return;
        }
        if !same(source.text(), target.text()) {
            return;
        }
        // Of a message with variants it is said once.
        if unit.again && out.has_said(&target.whole()) {
            out.stop();
            return;
        }
        let level = match self.judge(source, target) {
            Some(Doubt::None) => Some(Level::Error),
            Some(Doubt::Some) => None,
            Some(Doubt::Much) => Some(Level::Info),
            None => return,
        };
        let text = shortened(source.text());
        let found = out
            .at(target.whole())
            .related(source.whole())
            .with("text", &text)
            .with("source", source.page.lang)
            .level(level);
        out.add(found.token(text));
        out.stop();
    }
}

/// How likely it is that a text is the same in both languages by right.
enum Doubt {
    None,
    Some,
    Much,
}

impl UntranslatedMessages {
    /// How surely a text that is the same in both languages should not be, if it should not.
    fn judge(&self, source: &Passage<'_>, target: &Passage<'_>) -> Option<Doubt> {
        let text = source.text();
        let key = target.key().unwrap_or_default();
        if self.keep.iter().any(|kept| same(kept, text)) || is_access_key(key) {
            return None;
        }
        let all = tokens(text);
        let (from, to) = (script(source), script(target));
        let said = |token: &&Token<'_>| self.says(token, text);
        if let (Some(from), Some(to)) = (from, to)
            && from != to
        {
            let guest = target.words().guests.contains(&source.words().script);
            let own = |token: &Token<'_>| token.is(to);
            if !source.words().guests.contains(&target.words().script) && all.iter().any(own) {
                return None;
            }
            let mut words = all.iter().filter(|token| token.is(from));
            if !guest {
                let said = |token: &Token<'_>| !self.is_kept(token.text);
                return words.any(said).then_some(Doubt::None);
            }
            // A term is a name more often than not.
            let words: Vec<_> = words.filter(said).collect();
            let first = words.first().filter(|_| !key.starts_with('-'))?;
            let name = words.len() == 1 && first.text.starts_with(char::is_uppercase);
            return Some(if name { Doubt::Some } else { Doubt::None });
        }
        let count = all.iter().filter(said).count();
        let few = count < self.words;
        let doubt = if few { Doubt::Much } else { Doubt::Some };
        (count > 0 && !key.starts_with('-')).then_some(doubt)
    }

    /// Whether a word is one that a translator would have had to translate: neither a name by its
    /// letters, nor an acronym, nor a piece of code.
    fn says(&self, token: &Token<'_>, text: &str) -> bool {
        let word = token.text;
        let mut letters = word.chars();
        let first = letters.next().is_some_and(char::is_alphabetic);
        let inner = letters.any(char::is_uppercase) || word.contains(char::is_numeric);
        let long = word.chars().nth(1).is_some();
        let shout = word.chars().count() > 5 && !word.contains(char::is_lowercase);
        let joined = |c: Option<char>| c.is_some_and(|c| "_/\\@#".contains(c));
        let before = text[..token.range.start].chars().next_back();
        let mut behind = text[token.range.end..].chars();
        let after = behind.next();
        let dot = |c: Option<char>| c == Some('.');
        let file = dot(before) || (dot(after) && behind.next().is_some_and(char::is_alphanumeric));
        let code = joined(before) || joined(after) || file;
        first && long && (!inner || shout) && !code && !self.is_kept(word)
    }

    fn is_kept(&self, word: &str) -> bool {
        self.kept.has(word) || self.names.contains(word)
    }
}

/// Whether two texts are equal but for white space.
fn same(one: &str, other: &str) -> bool {
    one.split_whitespace().eq(other.split_whitespace())
}

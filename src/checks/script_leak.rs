//! Words in letters that the page's language does not use.

use std::ops::Range;

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Passage, Rules, Signs};
use super::reading::keep::Keep;
use super::reading::letters::{Twins, name};
use super::reading::messages::is_access_key;
use super::reading::mojibake::broken;
use super::reading::quoted::{between, quotations, within};
use super::reading::tokens::{Scripts, Token, own_scripts, shortened, tokens};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::PlaceholderKind;
use crate::text::Script;

/// Words that were left in the letters of another language.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ScriptLeak {
    /// Scripts whose words may stand on any page: `Greek`.
    scripts: Vec<String>,
    #[serde(skip)]
    twins: Twins,
    #[serde(skip)]
    keep: Keep,
}

impl Rule for ScriptLeak {
    const CODE: Code = Code::new("script-leak", Severity::Error, &["words", "script"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for ScriptLeak {
    fn needs(&self, page: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        let Some((own, mut known)) = own_scripts(page.words) else { return Needs::NEVER };
        known.push(own);
        Needs::passage(Signs::letters_but(&known))
    }

    fn prepare(&mut self, rules: &Rules) {
        self.twins = Twins::new(&rules.lexicon.equivalents);
        self.keep = Keep::new(rules);
    }

    fn passage(&self, here: &Passage<'_>, other: Option<&Passage<'_>>, out: &mut Findings<'_>) {
        let text = here.text();
        let Some((own, guests)) = own_scripts(here.words()) else {
            return;
        };
        if text.is_ascii() && own == Script::Latin {
            return;
        }
        if here.page.document.fluent.is_some() && here.key().is_some_and(is_access_key) {
            return;
        }
        let all = tokens(text);
        let foreign = |token: &Token<'_>| match token.scripts {
            Scripts::One(script) if script != own && !guests.contains(&script) => Some(script),
            _ => None,
        };
        if all.iter().all(|token| foreign(token).is_none()) {
            return;
        }
        let spared = Spared::of(here, other);
        let mut run: Option<(Range<usize>, Script)> = None;
        for token in &all {
            let leaks = foreign(token).filter(|script| {
                self.leaks(token, *script, own) && !spared.has(here, &token.range)
            });
            match (&mut run, leaks) {
                (Some(open), Some(script)) if open.1 == script => open.0.end = token.range.end,
                (_, Some(script)) => {
                    say(here, run.replace((token.range.clone(), script)), out);
                }
                // A figure belongs to the words around it.
                (_, None) if token.scripts == Scripts::None => {}
                (_, None) => say(here, run.take(), out),
            }
        }
        say(here, run, out);
    }
}

impl ScriptLeak {
    fn leaks(&self, token: &Token<'_>, script: Script, own: Script) -> bool {
        if self.keep.has(token.text) || self.scripts.iter().any(|one| one == name(script)) {
            return false;
        }
        // One letter alone is a sign of mathematics, unless it passes for one of the page's own.
        let mut letters = token.text.chars().filter(|c| c.is_alphabetic());
        match (letters.next(), letters.next()) {
            (Some(only), None) => {
                token.text.len() > only.len_utf8() || self.twins.of(only, own).is_some()
            }
            _ => true,
        }
    }
}

fn say(here: &Passage<'_>, run: Option<(Range<usize>, Script)>, out: &mut Findings<'_>) {
    let Some((range, script)) = run else { return };
    let words = &here.text()[range.clone()];
    let found = out
        .at(here.span(range.clone()))
        .with("words", shortened(words))
        .with("script", name(script));
    out.add(found.token(words));
}

/// Where words of another language may stand.
struct Spared {
    /// Quotations that the other side has, too, and text in a wrong encoding; in bytes of the text.
    quoted: Vec<Range<usize>>,
    /// What is emphasised and the other side has, too, or is marked as another language; in bytes
    /// of the file.
    marked: Vec<Range<usize>>,
}

impl Spared {
    fn of(here: &Passage<'_>, other: Option<&Passage<'_>>) -> Self {
        let text = here.text();
        let mut marked = Vec::new();
        let mut quoted = Vec::new();
        if let Some(other) = other {
            let there = other.text();
            let known = |words: &str| !words.trim().is_empty() && there.contains(words.trim());
            quoted = quotations(text);
            quoted.truncate(MOST);
            quoted.retain(|range| known(&text[range.clone()]));
            let mut slanted = between(here, PlaceholderKind::Emphasis);
            slanted.truncate(MOST);
            slanted.retain(|(range, _)| known(&here.page.text[range.clone()]));
            marked.extend(slanted.into_iter().map(|(range, _)| range));
        }
        for segment in &here.segments {
            let tags = segment.placeholders.iter();
            let mut tags = tags.filter(|mark| mark.kind == PlaceholderKind::Tag);
            while let Some(tag) = tags.next() {
                if segment.text[tag.range.clone()].contains(" lang=") {
                    let end = tags.next().map_or(segment.text.len(), |tag| tag.range.start);
                    marked.push(segment.place(&(tag.range.end..end)));
                }
            }
        }
        marked.sort_by_key(|range| range.start);
        // What was read in a wrong encoding is told for what it is.
        let bytes = broken(text, true).into_iter().map(|one| one.range);
        quoted.extend(bytes);
        quoted.sort_by_key(|range| range.start);
        Self { quoted, marked }
    }

    fn has(&self, here: &Passage<'_>, range: &Range<usize>) -> bool {
        within(&self.quoted, range)
            || (!self.marked.is_empty() && within(&self.marked, &here.masked().place(range)))
    }
}

/// In a passage with more quotations than this, the others are not looked up.
const MOST: usize = 200;

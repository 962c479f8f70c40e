//! A glance at the bytes of a page: whether the checks of the last look can find anything in it at all.
//!
//! Reading a page of HTML takes longer than making it. Nearly every page has no letter of a foreign
//! script that is not marked as another language, no word of two scripts and no label with nothing
//! behind it, and that can be seen without reading it. A glance may be wrong in one way only: what it
//! suspects is read.

use std::collections::BTreeSet;

use crate::checks::engine::Rules;
use crate::checks::words::Words;
use crate::document::ends_text;
use crate::text::{Script, script_named, script_of};

/// Elements within a sentence: what stands behind them may be the value of a label before them.
const INLINE: &[&str] = &[
    "a", "abbr", "b", "bdi", "cite", "del", "em", "i", "ins", "mark", "q", "s", "small", "span",
    "strong", "sub", "sup", "time", "u", "wbr",
];
/// Elements whose text nobody checks.
const PASSED_BY: &[&str] = &["code", "kbd", "pre", "samp", "script", "style"];
/// Two colons so near one another may be two labels.
const NEAR: usize = 80;

/// The last words of all labels that are known.
#[derive(Debug, Default)]
pub(super) struct Labels {
    whole: BTreeSet<String>,
    /// Beginnings of words: `контакт*`.
    beginnings: Vec<String>,
}

impl Labels {
    /// Those of all languages.
    pub(super) fn new(rules: &Rules) -> Self {
        let all = rules.lexicon.all();
        let mut out = Self::default();
        for label in all.flat_map(|(_, words)| &words.labels) {
            let word = last_word(label);
            if label.trim_end().ends_with('*') {
                out.beginnings.push(word);
            } else {
                out.whole.insert(word);
            }
        }
        out
    }

    /// Whether a word is or ends with one: some tags part words, and some do not.
    fn end(&self, word: &str) -> bool {
        let mut endings = word.char_indices().map(|(at, _)| &word[at..]);
        endings.any(|ending| {
            let begins = |beginning: &String| ending.starts_with(beginning.as_str());
            self.whole.contains(ending) || self.beginnings.iter().any(begins)
        })
    }
}

/// Whether nothing in a page is worth a closer look by the checks of
/// [`AUDITED`](super::AUDITED).
pub(super) fn is_innocent(html: &str, words: &Words, labels: &Labels) -> bool {
    let Some(own) = script_named(&words.script) else {
        return false;
    };
    let guests = words.guests.iter().filter_map(|name| script_named(name));
    let mut scripts = vec![own];
    scripts.extend(guests);
    let mut glance = Glance {
        labels,
        word: String::new(),
        ended: false,
        scripts,
        before: None,
        open: false,
        since: NEAR,
        marked: false,
    };
    glance.page(html).is_some()
}

/// What is remembered of the text so far. Each step gives nothing where it suspects something.
struct Glance<'l> {
    labels: &'l Labels,
    /// The last word.
    word: String,
    /// Whether something has come behind it.
    ended: bool,
    /// The scripts that the language is written with.
    scripts: Vec<Script>,
    /// The script of the letter right before, tags aside.
    before: Option<Script>,
    /// Whether nothing stands behind the last label so far.
    open: bool,
    /// How many characters ago that label was.
    since: usize,
    /// Whether the text is all of an element that names its language.
    marked: bool,
}

impl Glance<'_> {
    fn page(&mut self, html: &str) -> Option<()> {
        let mut rest = html;
        loop {
            let end = memchr::memchr(b'<', rest.as_bytes()).unwrap_or(rest.len());
            self.text(&rest[..end])?;
            rest = &rest[end..];
            let Some(close) = memchr::memchr(b'>', rest.as_bytes()) else {
                // A tag that never ends is for whoever reads it.
                return (rest.is_empty() && !self.open).then_some(());
            };
            let inside = &rest[1..close];
            rest = &rest[close + 1..];
            let name = inside.trim_start_matches('/');
            let name = name.split(|c: char| !c.is_ascii_alphanumeric()).next();
            let name = name.unwrap_or_default();
            self.tag(name, inside)?;
            self.marked = inside.contains(" lang=") && ends_next(rest, name);
            if PASSED_BY.contains(&name) && !inside.starts_with('/') {
                // It may be empty: a label before it stays open.
                rest = behind(rest, name)?;
            }
        }
    }

    fn tag(&mut self, name: &str, inside: &str) -> Option<()> {
        if !inside.is_ascii() {
            let before = self.before.take();
            let (open, since) = (self.open, self.since);
            // A label stands in text, and `og:title` is none.
            for value in inside.split(':') {
                self.text(value)?;
            }
            (self.before, self.open, self.since) = (before, open, since);
        }
        let inline = |name: &str| INLINE.contains(&name) || PASSED_BY.contains(&name);
        if !inline(name) {
            if self.open {
                return None;
            }
            self.since = NEAR;
        }
        if ends_text(name) {
            self.before = None;
        }
        Some(())
    }

    fn text(&mut self, text: &str) -> Option<()> {
        // Nearly all of a page goes through here letter by letter, so what is seldom asked for, such as
        // the last word, is worked out when it is.
        let mut rest = text.chars();
        let mut seen = 0;
        while let Some(c) = rest.next() {
            self.since += 1;
            if let Some(script) = script_of(c) {
                self.open = false;
                let foreign = !self.scripts.contains(&script);
                let mixed = self.before.is_some_and(|before| before != script);
                if mixed || (foreign && !self.marked) {
                    return None;
                }
                self.before = Some(script);
                continue;
            }
            match c {
                '&' => {
                    self.before = None;
                    let at = text.len() - rest.as_str().len() - 1;
                    self.keep_word(&text[seen..at]);
                    let name = reference(&text[at..])?;
                    self.open &= name == "&nbsp;";
                    seen = at + name.len();
                    rest = text[seen..].chars();
                    self.ended = true;
                }
                ':' => {
                    self.before = None;
                    self.open = false;
                    let at = text.len() - rest.as_str().len() - 1;
                    self.keep_word(&text[seen..at]);
                    seen = at;
                    if self.labels.end(&plain(&self.word)) {
                        if self.since < NEAR {
                            return None;
                        }
                        (self.open, self.since) = (true, 0);
                    }
                }
                ' ' | '\n' | '.' | ',' | ';' | '|' | '/' | '·' | '•' | '(' | ')' => {
                    self.before = None;
                }
                c if c.is_whitespace() => self.before = None,
                // A mark on a letter, or a letter of no script, parts no words.
                c if !c.is_ascii() => self.open = false,
                _ => {
                    self.before = None;
                    self.open = false;
                }
            }
        }
        self.keep_word(&text[seen..]);
        Some(())
    }

    /// Remembers the last word so far, which goes on if nothing stands between it and a new text.
    fn keep_word(&mut self, text: &str) {
        let parts = |c: char| !c.is_alphanumeric();
        let known = text.trim_end_matches(parts);
        let word = known.rsplit(parts).next().unwrap_or_default();
        if word.len() < known.len() || (self.ended && !word.is_empty()) {
            self.word.clear();
        }
        self.word.push_str(word);
        self.ended = known.len() < text.len() || (self.ended && word.is_empty());
    }
}

/// The last word of a label, as a glance has it.
fn last_word(label: &str) -> String {
    let mut words = label.split(|c: char| !c.is_alphanumeric());
    let last = words.rfind(|word| !word.is_empty()).unwrap_or_default();
    plain(last)
}

/// A word in small letters, and without `ё`, which may be written `е`.
fn plain(word: &str) -> String {
    word.to_lowercase().replace('ё', "е")
}

/// A character reference at the start of a text, if it stands for no letter.
fn reference(text: &str) -> Option<&str> {
    const KNOWN: &[&str] = &[
        "&amp;", "&lt;", "&gt;", "&quot;", "&nbsp;", "&#x27;", "&#x2f;", "&#39;", "&#34;",
    ];
    KNOWN.iter().find(|name| text.starts_with(**name)).copied()
}

/// Whether the next tag ends an element.
fn ends_next(rest: &str, name: &str) -> bool {
    let next = memchr::memchr(b'<', rest.as_bytes()).and_then(|at| rest.get(at..));
    let next = next.and_then(|tag| tag.strip_prefix("</"));
    next.is_some_and(|tag| tag.starts_with(name))
}

/// What stands behind the end of an element. Other elements than `code` within it may end it before
/// that, unless it is no text at all.
fn behind<'t>(rest: &'t str, name: &str) -> Option<&'t str> {
    let end = format!("</{name}");
    let at = memchr::memmem::find(rest.as_bytes(), end.as_bytes())?;
    let mut within = rest[..at].split('<').skip(1);
    let code = |tag: &str| tag.trim_start_matches('/').starts_with("code");
    let ends_there = matches!(name, "script" | "style") || within.all(code);
    ends_there.then(|| &rest[at..])
}

#[cfg(test)]
mod tests;

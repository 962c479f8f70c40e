//! Path patterns: which article and which language a path is, and the path of both.
//!
//! `content/{lang}/{path}.{md,mdx}` knows three variables: `{lang}` is a language of the
//! project in any spelling, `{slug}` one part of a path between two slashes, `{path}` one
//! or more of them. Braces with a comma are alternatives; at the very end of a pattern
//! they are the extension. What the variables and the other alternatives stood for is the
//! key of the article: joined by `/`, it fills every pattern of the same shape again.

use std::ops::Range;

use regex::bytes::Regex;

use super::pattern_parts::{Part, PatternError, parse};
use super::reason::Reason;
use crate::text::Lang;

/// A path pattern, ready to match and to fill.
#[derive(Debug, Clone)]
pub struct Pattern {
    text: String,
    parts: Vec<Part>,
    regex: Regex,
    /// What every path that matches begins and ends with: spares most paths the regex.
    head: String,
    tail: String,
}

/// What a path says through a pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// The language, if the pattern has `{lang}`.
    pub lang: Option<Lang>,
    /// That language as the path spells it.
    pub spelling: Option<String>,
    /// The article: the same for all its languages, unique in its collection.
    pub key: String,
    /// The extension, without its dot.
    pub ext: String,
}

impl Pattern {
    /// Reads a pattern for a project of these languages.
    pub fn new(text: &str, languages: &[Lang]) -> Result<Self, PatternError> {
        let parts = parse(text)?;
        let regex = Regex::new(&expression(&parts, languages)).map_err(|_| PatternError {
            reason: Reason::TooLong,
            range: 0..text.len(),
            nearest: None,
        })?;
        let literal = |part: Option<&Part>| match part {
            Some(Part::Literal(text)) => text.clone(),
            _ => String::new(),
        };
        Ok(Self {
            text: text.to_owned(),
            head: literal(parts.first()),
            tail: literal(parts.last()),
            parts,
            regex,
        })
    }

    /// The pattern as it was written.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether paths of the pattern name their language.
    pub fn has_lang(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Lang))
    }

    /// Whether the pattern stands for more than one file in each language.
    pub fn has_key(&self) -> bool {
        self.key_parts().next().is_some()
    }

    /// The folder that holds everything the pattern can match; empty for the root.
    pub fn folder(&self) -> &str {
        self.head.rfind('/').map_or("", |end| &self.head[..end])
    }

    /// Whether both patterns make their keys of the same variables in the same order.
    pub fn same_shape(&self, other: &Self) -> bool {
        self.key_parts().eq(other.key_parts())
    }

    /// What `path` says, if it matches.
    pub fn matches(&self, path: &str) -> Option<Match> {
        if !path.starts_with(&self.head) || !path.ends_with(&self.tail) {
            return None;
        }
        let found = self.regex.captures(path.as_bytes())?;
        let mut said = Match {
            lang: None,
            spelling: None,
            key: String::with_capacity(path.len()),
            ext: String::new(),
        };
        let variables = self
            .parts
            .iter()
            .filter(|part| !matches!(part, Part::Literal(_)));
        for (number, part) in variables.enumerate() {
            // Each variable is one group. A value stands between two pieces of text, so it
            // begins and ends with whole letters though the regex knows bytes only.
            let value = path.get(found.get(number + 1)?.range())?;
            match part {
                Part::Lang => {
                    said.lang = Some(value.parse().ok()?);
                    said.spelling = Some(value.to_owned());
                }
                Part::Extension(_) => value.clone_into(&mut said.ext),
                _ => {
                    let slash = if said.key.is_empty() { "" } else { "/" };
                    said.key.push_str(slash);
                    said.key.push_str(value);
                }
            }
        }
        if said.ext.is_empty() {
            extension(path).clone_into(&mut said.ext);
        }
        Some(said)
    }

    /// The path of an article in a language, as `spelling` has it.
    ///
    /// `None` if the key is not of the pattern's shape. An extension that the pattern
    /// does not know gives way to its first one.
    pub fn fill(&self, key: &str, spelling: &str, ext: &str) -> Option<String> {
        let mut values = self.split(key)?.into_iter();
        let mut path = String::with_capacity(self.text.len() + key.len());
        for part in &self.parts {
            path.push_str(match part {
                Part::Literal(text) => text,
                Part::Lang => spelling,
                Part::Slug | Part::Path | Part::Either(_) => values.next()?,
                Part::Extension(all) => all
                    .iter()
                    .find(|known| *known == ext)
                    .or_else(|| all.first())?,
            });
        }
        Some(path)
    }

    /// The parts whose values make the key.
    fn key_parts(&self) -> impl Iterator<Item = &Part> {
        let in_key = |part: &&Part| matches!(part, Part::Slug | Part::Path | Part::Either(_));
        self.parts.iter().filter(in_key)
    }

    /// Cuts a key into the values it was joined from: only `{path}` has slashes inside,
    /// and a pattern has at most one.
    fn split<'k>(&self, key: &'k str) -> Option<Vec<&'k str>> {
        let kinds: Vec<&Part> = self.key_parts().collect();
        let pieces = cut(key);
        let spare = pieces.len().checked_sub(kinds.len())?;
        let mut values = Vec::with_capacity(kinds.len());
        let mut at = 0;
        for kind in kinds {
            let extra = if *kind == Part::Path { spare } else { 0 };
            let range = pieces.get(at)?.start..pieces.get(at + extra)?.end;
            let value = &key[range];
            let fits = match kind {
                Part::Either(all) => all.iter().any(|one| one == value),
                _ => !value.is_empty(),
            };
            if !fits {
                return None;
            }
            values.push(value);
            at += extra + 1;
        }
        (at == pieces.len()).then_some(values)
    }
}

/// The places of the pieces between slashes; none in the empty key.
fn cut(key: &str) -> Vec<Range<usize>> {
    let mut pieces = Vec::new();
    let mut start = 0;
    if !key.is_empty() {
        for piece in key.split('/') {
            pieces.push(start..start + piece.len());
            start += piece.len() + 1;
        }
    }
    pieces
}

fn extension(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or("", |(_, ext)| ext)
}

fn expression(parts: &[Part], languages: &[Lang]) -> String {
    let part = |part: &Part| match part {
        Part::Literal(text) => literal(text),
        Part::Lang => format!("((?i:{}))", spellings(languages)),
        // Shortest first, so that in `{slug}-{lang}` the language is `pt-br`, not `br`.
        Part::Slug => "([^/]+?)".to_owned(),
        Part::Path => "([^/](?:.*?[^/])??)".to_owned(),
        Part::Either(all) | Part::Extension(all) => format!("({})", either(all)),
    };
    let inner: String = parts.iter().map(part).collect();
    // Bytes, because that is faster and paths need no more; and a line break is a letter
    // of a name like any other.
    format!(r"(?s-u)\A{inner}\z")
}

/// Every language as an expression that takes `-` for `_` too, longest first.
fn spellings(languages: &[Lang]) -> String {
    let mut tags: Vec<String> = languages.iter().map(Lang::to_string).collect();
    tags.sort_by_key(|tag| std::cmp::Reverse(tag.len()));
    let tags: Vec<String> = tags.iter().map(|tag| tag.replace('-', "[-_]")).collect();
    tags.join("|")
}

/// Text that stands for itself; letters beyond ASCII as their bytes.
fn literal(text: &str) -> String {
    let byte = |byte: u8| match byte {
        0..=127 => regex::escape(char::from(byte).encode_utf8(&mut [0; 4])),
        _ => format!(r"\x{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}

fn either(all: &[String]) -> String {
    let all: Vec<String> = all.iter().map(|one| literal(one)).collect();
    all.join("|")
}

#[cfg(test)]
#[path = "pattern_tests.rs"]
mod tests;

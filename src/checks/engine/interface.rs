//! The messages of a program and what uses them: what only all its files together can show.

use std::collections::{BTreeMap, BTreeSet};

use globset::GlobSet;

use super::findings::{Finding, Findings};
use super::level::Level;
use super::message::pattern;
use super::page::Page;
use super::rules::Rules;
use super::settle::leveled;
use crate::document::{Expression, Pattern};
use crate::text::{Lang, Span};

/// The Fluent messages of the source language, and what uses them.
#[derive(Debug)]
pub struct Interface<'a> {
    /// The messages and terms, by file and name. One that stands in several files is there for each.
    pub messages: Vec<Defined>,
    /// Where the files of the program name messages, by file and place.
    pub named: Vec<Named>,
    /// The beginnings of ids that the program completes itself.
    pub prefixes: BTreeSet<String>,
    /// The ids that stand in its files in quotation marks.
    pub mentioned: BTreeSet<String>,
    /// Globs of ids that the project says are used.
    pub used: &'a GlobSet,
    /// Whether anybody looked what is used; if not, every message may be.
    pub has_sources: bool,
}

/// A message or a term.
#[derive(Debug, Clone)]
pub struct Defined {
    /// Its name; that of a term begins with `-`.
    pub id: String,
    /// Where its name stands.
    pub place: Span,
    /// What it refers to.
    pub references: BTreeSet<String>,
    /// Whether its file is shared and belongs to no collection: others may use it, too.
    pub shared: bool,
}

impl Defined {
    /// The messages and terms of a page.
    pub fn of(page: &Page<'_>, shared: bool) -> Vec<Self> {
        let all = page.entries().map(|entry| {
            let patterns = entry.segments().iter().filter_map(pattern);
            let expressions = patterns.flat_map(Pattern::expressions);
            let references = expressions.filter_map(|expression| {
                let (sign, reference) = match expression {
                    Expression::Message(reference) => ("", reference),
                    Expression::Term(reference, _) => ("-", reference),
                    _ => return None,
                };
                let id = entry.written(reference.id.clone())?;
                Some(format!("{sign}{id}"))
            });
            Self {
                id: entry.id().to_owned(),
                place: entry.place(),
                references: references.collect(),
                shared,
            }
        });
        all.collect()
    }
}

/// A use of a message.
#[derive(Debug, Clone)]
pub struct Named {
    /// The message.
    pub id: String,
    /// Where its id stands.
    pub place: Span,
}

impl Interface<'_> {
    /// The messages and terms that a use leads to, by itself or through references; `mentions` says
    /// whether a mention is a use. Terms are used by messages only.
    pub fn reached(&self, mentions: bool) -> BTreeSet<&str> {
        let named: BTreeSet<&str> = self.named.iter().map(|one| one.id.as_str()).collect();
        let mut references: BTreeMap<&str, Vec<&BTreeSet<String>>> = BTreeMap::new();
        for message in &self.messages {
            let all = references.entry(&message.id).or_default();
            all.push(&message.references);
        }
        let is_used = |id: &str| {
            let alone = !self.has_sources || named.contains(id) || self.completed(id);
            let said = mentions && self.mentioned.contains(id) || self.used.is_match(id);
            !id.starts_with('-') && alone || said
        };
        let shared = self.messages.iter().filter(|one| one.shared);
        let shared: BTreeSet<&str> = shared.map(|one| one.id.as_str()).collect();
        let known = references.keys().copied();
        let mut reached: BTreeSet<&str> = known
            .filter(|id| is_used(id) || shared.contains(id))
            .collect();
        let mut open: Vec<&str> = reached.iter().copied().collect();
        while let Some(id) = open.pop() {
            let next = references.get(id).into_iter().flatten().copied().flatten();
            open.extend(next.map(String::as_str).filter(|id| reached.insert(id)));
        }
        reached
    }

    /// Whether a beginning of this id is one that the program completes.
    fn completed(&self, id: &str) -> bool {
        let ends = id.char_indices().map(|(at, one)| at + one.len_utf8());
        ends.map(|end| &id[..end])
            .any(|start| self.prefixes.contains(start))
    }
}

/// Asks the checks about the messages of a program, in the source language `lang`.
pub fn of_interface(rules: &Rules, of: &Interface<'_>, lang: &Lang) -> Vec<Finding> {
    let mut out = Vec::new();
    for running in &rules.running {
        let mut found = Findings::new("", lang);
        found.of(running, Level::Error);
        running.check.interface(of, &mut found);
        out.extend(leveled(rules, running, found));
    }
    out
}

//! HTML in a message that does not hold together.

use std::ops::Range;
use std::sync::LazyLock;

use html5gum::{Token, Tokenizer};
use regex::Regex;
use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Passage, Signs};
use super::reading::messages::without_placeables;
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::document::{Markup, Part, is_element, markup};
use crate::text::pattern;

/// Tags and entities of messages that are not whole.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct BrokenMarkup {}

impl Rule for BrokenMarkup {
    const CODE: Code = Code::new("broken-markup", Severity::Error, &["why", "found"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for BrokenMarkup {
    fn needs(&self, page: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        let signs = Signs::ELEMENT.or(Signs::HASH).written();
        Needs::passage(signs).only(page.document.fluent.is_some())
    }

    fn passage(&self, here: &Passage<'_>, _: Option<&Passage<'_>>, out: &mut Findings<'_>) {
        if here.page.document.fluent.is_none() {
            return;
        }
        for segment in &here.segments {
            let mut all = Vec::new();
            if segment.text.contains(['<', '&']) {
                let text = without_placeables(&segment.text);
                all.extend(tags(&text));
                all.extend(entities(&text));
            }
            for (why, range) in all {
                let written = &segment.text[range.clone()];
                let found = out
                    .at(here.page.span(segment.place(&range)))
                    .with("why", why)
                    .with("found", written);
                out.add(found.token(written));
            }
        }
    }
}

type Wrong = (&'static str, Range<usize>);

/// Tags that do not end, do not close or close in another order than they opened.
fn tags(text: &str) -> Vec<Wrong> {
    let (all, unended) = markup(text);
    let mut out = Vec::new();
    let mut open: Vec<&Markup> = Vec::new();
    // What is no element is a word in angle brackets, unless something closes it.
    for tag in &all {
        if let Some(end) = runs_into(&text[tag.range.clone()]) {
            out.push(("unended", tag.range.start..tag.range.start + end));
            continue;
        }
        match tag.part {
            Part::Whole => {}
            Part::Open => open.push(tag),
            Part::Close => match open.iter().rposition(|one| one.name == tag.name) {
                Some(at) => {
                    let crossed = open.drain(at..).skip(1);
                    let crossed: Vec<_> = crossed.filter(|one| is_element(&one.name)).collect();
                    if !crossed.is_empty() {
                        out.push(("crossed", tag.range.clone()));
                        // Their own ends come later.
                        open.extend(crossed);
                    }
                }
                None => out.push(("not-opened", tag.range.clone())),
            },
        }
    }
    let open = open.into_iter().filter(|tag| is_element(&tag.name));
    out.extend(open.map(|tag| ("not-closed", tag.range.clone())));
    if let Some(start) = unended.filter(|start| begins_tag(&text[*start..])) {
        out.push(("unended", start..text.len()));
    }
    out
}

/// Where the next tag begins inside this one, whose own end was forgotten; not inside quotes.
fn runs_into(tag: &str) -> Option<usize> {
    let at = tag.rfind('<').filter(|at| *at > 0)?;
    let quotes = tag[..at].matches('"').count();
    quotes.is_multiple_of(2).then_some(at)
}

/// Whether a `<` begins a tag of HTML and is no sign of mathematics.
fn begins_tag(text: &str) -> bool {
    let name = text.trim_start_matches(['<', '/']);
    let end = name
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(name.len());
    is_element(&name[..end].to_ascii_lowercase())
}

/// Entities that HTML does not know, and those whose `;` is missing.
fn entities(text: &str) -> Vec<Wrong> {
    let found = ENTITY.captures_iter(text).filter_map(|found| {
        let (all, name) = (found.get(0)?, found.get(1)?.as_str());
        let ended = all.as_str().ends_with(';');
        let known = stands_for(&format!("&{name};"));
        let why = match (ended, known) {
            // `R&D;` is no entity.
            (true, false) if name.len() > 2 || name.starts_with(char::is_lowercase) => "unknown",
            (false, true) if name.len() > 3 || matches!(name, "amp" | "shy" | "lt" | "gt") => {
                let next = text[all.end()..].chars().next();
                // A parameter of an address may have the name of an entity.
                if next.is_some_and(|c| c == '=' || c.is_ascii_alphanumeric()) {
                    return None;
                }
                "no-semicolon"
            }
            _ => return None,
        };
        Some((why, all.range()))
    });
    found.collect()
}

/// Whether a browser shows something else for it.
fn stands_for(entity: &str) -> bool {
    let shown: Vec<u8> = Tokenizer::new(entity)
        .flatten()
        .filter_map(|token| match token {
            Token::String(text) => Some(text.value.to_vec()),
            _ => None,
        })
        .flatten()
        .collect();
    shown != entity.as_bytes()
}

static ENTITY: LazyLock<Regex> = LazyLock::new(|| pattern(r"&([A-Za-z][A-Za-z0-9]*);?"));

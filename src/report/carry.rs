//! `carry` for people: the difference of the translation, and what stays pending and why.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};

use super::change_names::{kind_name, nature_name};
use super::style::{DIM, HEAD, NUMBER};
use super::table::shorten;
use super::unified::unified;
use crate::messages::{Messages, Msg};
use crate::text::visible;
use crate::track::{Carried, ChangeKind, Comparison, Nature, Why};

const OUT: Style = AnsiColor::Red.on_default();
const IN: Style = AnsiColor::Green.on_default();

/// What was carried into one translation. The difference comes in the form of `diff -u`, and
/// only `before` it is made; lines are at most `width` columns wide where they may be cut.
pub fn carried(
    found: &Comparison,
    carried: &Carried,
    (before, width): (bool, usize),
    messages: &Messages,
) -> String {
    let path = visible(&found.target_path);
    let mut out = format!("{HEAD}{} → {path}{HEAD:#}\n", visible(&found.source_path));
    if before {
        out.push_str(&difference(found, carried));
    }
    let edited = carried.done.iter().filter(|done| done.edited.is_some());
    let count = edited.count();
    let there = carried.done.len() - count;
    let path = &path;
    for (count, said) in [
        (count, Msg::CarriedInto { path, count }),
        (there, Msg::CarriedThere { path, count: there }),
    ] {
        if count > 0 {
            let _ = writeln!(out, "{}", messages.say(&said));
        }
    }
    // These need no reason each: they are many, and what to do about them is one thing.
    let many = |why: &Why| matches!(why, Why::Words | Why::OwnRules);
    let count = |wanted: &Why| carried.left.iter().filter(|(_, why)| why == wanted).count();
    let (words, rules) = (count(&Why::Words), count(&Why::OwnRules));
    if carried.left.len() > words + rules {
        let _ = writeln!(out, "{}", messages.say(&Msg::StayPending));
    }
    for (at, why) in carried.left.iter().filter(|(_, why)| !many(why)) {
        out.push_str(&line(found, (*at, why), (before, width), messages));
    }
    for (count, said) in [
        (rules, Msg::StayRules { count: rules }),
        (words, Msg::StayWords { count: words }),
    ] {
        if count > 0 {
            let _ = writeln!(out, "{DIM}{}{DIM:#}", messages.say(&said));
        }
    }
    out
}

/// A change that stays: its number, what it is, its text, and why.
fn line(
    found: &Comparison,
    (at, why): (usize, &Why),
    (before, width): (bool, usize),
    messages: &Messages,
) -> String {
    let change = &found.changes.list[at];
    let mut what = messages.say(&nature_name(change.nature));
    // Where a thing stands is how it changed.
    if change.kind != ChangeKind::Moved || !matches!(change.nature, Nature::Mechanical(_)) {
        what = format!("{}, {what}", messages.say(&kind_name(change.kind)));
    }
    let text = found.line(at);
    let (number, text) = text.split_once(' ').unwrap_or((&text, ""));
    let text = visible(text);
    let text = shorten(&text, width.saturating_sub(4));
    let said = why_name(why, messages);
    // Once written, the changes that are left have other numbers.
    let number = if before { number } else { "-" };
    let mut out = format!("  {NUMBER}{number}{NUMBER:#} {what}: {said}\n");
    // What the reason quotes already is not said again.
    if !matches!(why, Why::Differs { base } if *base == found_text(found, at)) {
        let _ = writeln!(out, "    {DIM}{text}{DIM:#}");
    }
    out
}

/// The text of the base that a change is about.
fn found_text(found: &Comparison, at: usize) -> &str {
    let old = found.changes.list[at].old;
    old.map_or("", |old| found.old.blocks[old].text.as_str())
}

/// The words for a reason.
pub fn why_name(why: &Why, messages: &Messages) -> String {
    /// More of a value is not shown.
    const VALUE: usize = 60;
    let value = match why {
        Why::Differs { base: value } | Why::Ambiguous { value } | Why::Localised { value } => {
            let line = value.split_whitespace().collect::<Vec<_>>().join(" ");
            shorten(&visible(&line), VALUE)
        }
        _ => String::new(),
    };
    let value = value.as_str();
    messages.say(&match why {
        Why::Words => Msg::WhyWords,
        Why::NoCounterpart => Msg::WhyNoCounterpart,
        Why::NotOneToOne => Msg::WhyNotOneToOne,
        Why::Unsure => Msg::WhyUnsure,
        Why::Differs { .. } => Msg::WhyDiffers { value },
        Why::Ambiguous { .. } => Msg::WhyAmbiguous { value },
        Why::AmongWords => Msg::WhyAmongWords,
        Why::BesideWords => Msg::WhyBesideWords,
        Why::OwnRules => Msg::StayRules { count: 1 },
        Why::Localised { .. } => Msg::WhyLocalised { value },
        Why::WordsInCode => Msg::WhyWordsInCode,
        Why::Tied => Msg::WhyTied,
        Why::Unsafe => Msg::WhyUnsafe,
    })
}

/// The lines of the translation that change.
fn difference(found: &Comparison, carried: &Carried) -> String {
    let names = (
        format!("a/{}", found.target_path),
        format!("b/{}", found.target_path),
    );
    let text = unified(&found.target, &carried.target, (&names.0, &names.1), 3);
    let mut out = String::with_capacity(text.len() + 64);
    for line in text.lines() {
        let style = match line.as_bytes().first() {
            Some(b'-') => OUT,
            Some(b'+') => IN,
            Some(b'@') => DIM,
            _ => Style::new(),
        };
        let _ = writeln!(out, "{style}{}{style:#}", visible(line));
    }
    out
}

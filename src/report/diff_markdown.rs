//! `diff` as Markdown, for an issue or a letter to a translator.

use std::fmt::Write;

use super::change_names::{kind_name, nature_name};
use super::diff::Shown;
use crate::messages::{Messages, Msg};
use crate::text::{LineIndex, Tone, diff_words};
use crate::track::{Change, Comparison};

/// The changes of one translation: words that are gone struck out, new ones bold.
pub fn diff_markdown(found: &Comparison, shown: Shown, messages: &Messages) -> String {
    let target = LineIndex::new(&found.target);
    let mut out = format!(
        "## {} → {}\n",
        code(&found.source_path),
        code(&found.target_path)
    );
    for (at, change) in found.changes.list.iter().enumerate() {
        if shown.prose_only && !change.nature.is_work() {
            continue;
        }
        let kind = messages.say(&kind_name(change.kind));
        let nature = messages.say(&nature_name(change.nature));
        let _ = write!(
            out,
            "\n### {}. {kind}, {nature}\n\n{}",
            at + 1,
            source(found, change)
        );
        if let Some(block) = found.target_of(change) {
            let line = target.line(found.translated.blocks[block].lines.start);
            let path = format!("{}:{line}", found.target_path);
            let _ = write!(
                out,
                "\n{}\n\n{}",
                messages.say(&Msg::TranslationAt { place: &path }),
                quote(&escape(&found.translated.blocks[block].text))
            );
        }
    }
    out
}

fn source(found: &Comparison, change: &Change) -> String {
    let old = change.old.map(|at| found.old.blocks[at].text.as_str());
    let new = change.new.map(|at| found.new.blocks[at].text.as_str());
    match (old, new) {
        (Some(old), Some(new)) => {
            let diff = diff_words(old, new);
            quote(
                &diff
                    .pieces
                    .iter()
                    .map(|(tone, text)| marked(*tone, text))
                    .collect::<String>(),
            )
        }
        (Some(old), None) => quote(&marked(Tone::Removed, old)),
        (None, Some(new)) => quote(&marked(Tone::Added, new)),
        (None, None) => String::new(),
    }
}

/// `~~gone~~`, `**new**`: marks touch the words, white space stays outside.
fn marked(tone: Tone, text: &str) -> String {
    let mark = match tone {
        Tone::Same => return escape(text),
        Tone::Removed => "~~",
        Tone::Added => "**",
    };
    let mut out = String::new();
    for (at, line) in text.split('\n').enumerate() {
        if at > 0 {
            out.push('\n');
        }
        let bare = line.trim();
        if bare.is_empty() {
            out.push_str(line);
            continue;
        }
        let lead = &line[..line.len() - line.trim_start().len()];
        let tail = &line[line.trim_end().len()..];
        out.extend([lead, mark, &escape(bare), mark, tail]);
    }
    out
}

/// Text that is shown as it was written, not as what it would mean.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_{}[]<>#|~!".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

fn quote(text: &str) -> String {
    text.lines()
        .map(|line| format!("> {line}\n"))
        .collect::<Vec<_>>()
        .join(">\n")
}

/// A path as code, whatever characters it has.
pub(super) fn code(path: &str) -> String {
    let longest = path.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    if longest == 0 {
        format!("`{path}`")
    } else {
        format!("{fence} {path} {fence}")
    }
}

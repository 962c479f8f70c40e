//! `diff` for people: the source with its changed words marked, and under it the translation.

use std::fmt::Write;

use similar::{DiffOp, group_diff_ops};

use super::change_names::{kind_name, nature_name};
use super::style::{DIM, HEAD, NEW, NUMBER, OLD};
use crate::document::Document;
use crate::messages::{Messages, Msg};
use crate::text::{LineIndex, Tone, diff_ops, diff_words, visible};
use crate::track::{Change, ChangeKind, Comparison, Nature};

/// Which changes are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shown {
    /// Leave out what is mechanical.
    pub prose_only: bool,
    /// Show what did not change, too.
    pub full: bool,
    /// Mark changed words by colour, not by signs (`[-old-]`, `{+new+}`).
    pub color: bool,
}

/// The changes of one translation. Numbers count all changes, so that they mean the same in
/// every view and to `sync --segment`.
pub fn diff(found: &Comparison, shown: Shown, messages: &Messages) -> String {
    let page = Page::new(found, messages, shown.color);
    let mut out = format!(
        "{HEAD}{} → {}{HEAD:#}\n",
        visible(&found.source_path),
        visible(&found.target_path)
    );
    let mut unchanged: Vec<usize> = found.changes.same.iter().map(|(_, new)| *new).collect();
    unchanged.sort_unstable();
    let mut rest = unchanged.into_iter().peekable();
    let mut hidden = 0;
    let mut said = String::new();
    for (number, change) in found.changes.list.iter().enumerate() {
        while let Some(at) =
            rest.next_if(|at| shown.full && change.new.is_some_and(|new| *at < new))
        {
            out.push_str(&page.same(at));
        }
        if shown.prose_only && !change.nature.is_work() {
            hidden += 1;
            continue;
        }
        let translation = page.translation(change);
        out.push_str(&page.change(number + 1, change));
        // A run of added blocks belongs in one place: it is named once.
        if translation != said {
            out.push_str(&translation);
        }
        said = if change.kind == ChangeKind::Added {
            translation
        } else {
            String::new()
        };
    }
    for at in rest.filter(|_| shown.full) {
        out.push_str(&page.same(at));
    }
    if found.changes.list.is_empty() {
        let _ = writeln!(out, "\n  {}", messages.say(&Msg::OnlyLayout));
    }
    if hidden > 0 {
        let _ = writeln!(
            out,
            "\n{DIM}{}{DIM:#}",
            messages.say(&Msg::HiddenMechanical { count: hidden })
        );
    }
    out
}

struct Page<'a> {
    found: &'a Comparison,
    messages: &'a Messages,
    color: bool,
    base: LineIndex,
    source: LineIndex,
    target: LineIndex,
}

impl<'a> Page<'a> {
    fn new(found: &'a Comparison, messages: &'a Messages, color: bool) -> Self {
        Self {
            found,
            messages,
            color,
            base: LineIndex::new(&found.base.text),
            source: LineIndex::new(&found.source),
            target: LineIndex::new(&found.target),
        }
    }

    fn change(&self, number: usize, change: &Change) -> String {
        let found = self.found;
        let place = match (change.new, change.old) {
            (Some(new), _) => format!(
                "{}:{}",
                visible(&found.source_path),
                line(&self.source, &found.new, new)
            ),
            (None, Some(old)) => {
                let at = line(&self.base, &found.old, old);
                self.messages.say(&Msg::WasAtLine { line: at })
            }
            (None, None) => String::new(),
        };
        let mut out = format!(
            "\n{NUMBER}{number}{NUMBER:#} {}, {}  {DIM}{place}{DIM:#}\n",
            self.messages.say(&kind_name(change.kind)),
            self.messages.say(&nature_name(change.nature)),
        );
        out.push_str(&self.words(change));
        out
    }

    /// The old and the new source, each with the words that only it has.
    fn words(&self, change: &Change) -> String {
        let found = self.found;
        let text = |document: &Document, at: Option<usize>| {
            at.map(|at| visible(&document.blocks[at].text).into_owned())
        };
        let (old, new) = (text(&found.old, change.old), text(&found.new, change.new));
        match (old, new) {
            (Some(old), Some(new)) if old == new => indented("  ", &new),
            (Some(old), Some(new))
                if change.nature == Nature::Mechanical(crate::track::Reason::CodeBlock) =>
            {
                lines(&old, &new)
            }
            (Some(old), Some(new)) => {
                let diff = diff_words(&old, &new);
                let old: String = diff.old_side().map(|piece| self.marked(piece)).collect();
                let new: String = diff.new_side().map(|piece| self.marked(piece)).collect();
                indented("- ", &old) + &indented("+ ", &new)
            }
            (Some(old), None) => indented("- ", &painted(Tone::Removed, &old)),
            (None, Some(new)) => indented("+ ", &painted(Tone::Added, &new)),
            (None, None) => String::new(),
        }
    }

    /// A piece of a word diff, marked. Signs touch the words; where a line is wrapped gets none.
    fn marked(&self, piece: &(Tone, String)) -> String {
        let (tone, text) = piece;
        let word = text.trim();
        match tone {
            Tone::Same => text.clone(),
            _ if self.color => painted(*tone, text),
            _ if word.is_empty() => text.clone(),
            Tone::Removed => text.replacen(word, &format!("[-{word}-]"), 1),
            Tone::Added => text.replacen(word, &format!("{{+{word}+}}"), 1),
        }
    }

    /// The present translation with its file and line.
    fn translation(&self, change: &Change) -> String {
        let found = self.found;
        let lang = &found.lang;
        if let Some(at) = found.target_of(change) {
            let place = line(&self.target, &found.translated, at);
            let mut out = indented(
                &format!("{lang} "),
                &visible(&found.translated.blocks[at].text),
            );
            let _ = writeln!(out, "  {DIM}{}:{place}{DIM:#}", visible(&found.target_path));
            return out;
        }
        let said = match (change.kind, change.new.and_then(|new| found.place_for(new))) {
            (ChangeKind::Added, Some(at)) => {
                let (_, last) = self.target.lines(&found.translated.blocks[at].lines);
                let path = format!("{}:{last}", found.target_path);
                self.messages.say(&Msg::BelongsAfter { place: &path })
            }
            (ChangeKind::Added, None) => self.messages.say(&Msg::BelongsFirst {
                path: &found.target_path,
            }),
            _ if change.nature.is_work() => self.messages.say(&Msg::NoCounterpart {
                path: &found.target_path,
            }),
            _ => return String::new(),
        };
        format!("  {DIM}{said}{DIM:#}\n")
    }

    fn same(&self, at: usize) -> String {
        let found = self.found;
        let mut out = format!(
            "\n{DIM}{}",
            indented("  ", &visible(&found.new.blocks[at].text))
        );
        if let Some(target) = found.target_of_same(at) {
            out.push_str(&indented(
                &format!("{} ", found.lang),
                &visible(&found.translated.blocks[target].text),
            ));
        }
        let _ = write!(out, "{DIM:#}");
        out
    }
}

fn line(index: &LineIndex, document: &Document, at: usize) -> usize {
    index.line(document.blocks[at].lines.start)
}

/// `text` in the colour of `tone`, line by line, so that a pager that shows single lines keeps it.
fn painted(tone: Tone, text: &str) -> String {
    let style = match tone {
        Tone::Same => return text.to_owned(),
        Tone::Removed => OLD,
        Tone::Added => NEW,
    };
    let lines: Vec<String> = text
        .split('\n')
        .map(|line| format!("{style}{line}{style:#}"))
        .collect();
    lines.join("\n")
}

/// Each line behind a sign, all at one depth.
fn indented(sign: &str, text: &str) -> String {
    let mut out = String::new();
    for (at, line) in text.lines().enumerate() {
        let lead = if at == 0 {
            sign.to_owned()
        } else {
            " ".repeat(sign.chars().count())
        };
        let _ = writeln!(out, "  {lead}{line}");
    }
    out
}

/// Code is compared line by line, with two lines around each difference.
fn lines(old: &str, new: &str) -> String {
    let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let mut out = String::new();
    for (at, group) in group_diff_ops(diff_ops(&old, &new), 2).iter().enumerate() {
        if at > 0 {
            out.push_str("    …\n");
        }
        for op in group {
            let (gone, come) = (&old[op.old_range()], &new[op.new_range()]);
            if let DiffOp::Equal { .. } = op {
                out.extend(gone.iter().map(|line| format!("    {line}\n")));
                continue;
            }
            let row = |sign, tone, line| format!("  {sign} {}\n", painted(tone, line));
            out.extend(gone.iter().map(|line| row('-', Tone::Removed, line)));
            out.extend(come.iter().map(|line| row('+', Tone::Added, line)));
        }
    }
    out
}

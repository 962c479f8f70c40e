//! `align` for people: two columns, the source on the left and its translation on the right.

use anstyle::Style;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::aligned::{Aligned, AlignedFile, Row};
use super::style::{DIM, HEAD, NUMBER, of};
use super::table::shorten;
use crate::align::Unit;
use crate::document::Kind;
use crate::messages::{Messages, Msg};
use crate::text::visible;
use crate::track::Status;

/// Two files side by side in `width` columns of a terminal, and how many units of each sort there are.
pub fn align(found: &Aligned, width: usize, messages: &Messages) -> String {
    let page = Page::new(found, width);
    let mut out = page.head();
    let mut blank = true;
    for row in &found.rows {
        // Headings part the page as they do for its readers.
        if !blank && page.opens(&row.unit) {
            out.push('\n');
        }
        blank = false;
        out.push_str(&page.row(row));
    }
    out.push('\n');
    out.push_str(&summary(&found.rows, width, messages));
    out
}

/// So sure, and nothing is said of it.
const SURE: f64 = 0.9;

/// Lines of the terminal for one block.
const MOST_LINES: usize = 2;

/// A column narrower than this says nothing; then the terminal may wrap.
const NARROWEST: usize = 16;

struct Page<'a> {
    found: &'a Aligned,
    /// Columns of the terminal for the line numbers of each side.
    numbers: [usize; 2],
    /// Columns for how sure it is; none where everything is.
    chances: usize,
    /// Columns for the text of one side.
    text: usize,
}

/// One line of one side.
#[derive(Default)]
struct Line {
    number: String,
    text: String,
    style: Style,
}

impl<'a> Page<'a> {
    fn new(found: &'a Aligned, width: usize) -> Self {
        let numbers = [0, 1].map(|side: usize| {
            let file = &found.files[side];
            let all = 0..file.document.blocks.len();
            all.map(|at| number(file, at).len()).max().unwrap_or(0)
        });
        let doubt = found.rows.iter().any(|row| doubt(&row.unit).is_some());
        let chances = if doubt { 4 } else { 0 };
        // A space behind each number, and one on either side of the mark.
        let taken = numbers[0] + numbers[1] + 2 + 3 + chances;
        Self {
            found,
            numbers,
            chances,
            text: (width.saturating_sub(taken) / 2).max(NARROWEST),
        }
    }

    fn head(&self) -> String {
        let side = |file: &AlignedFile| Line {
            text: shorten(
                &format!("{} ({})", visible(&file.path), file.document.lang),
                self.text,
            ),
            style: HEAD,
            ..Line::default()
        };
        let [left, right] = &self.found.files;
        self.line(&side(left), " ", "", &side(right)) + "\n"
    }

    /// Whether a section begins here.
    fn opens(&self, unit: &Unit) -> bool {
        let [source, target] = &self.found.files;
        let heading = |file: &AlignedFile, blocks: &[usize]| {
            let kind = blocks.first().map(|&at| file.kind(at));
            matches!(kind, Some(Kind::Heading(_)))
        };
        heading(source, &unit.source) || heading(target, &unit.target)
    }

    fn row(&self, row: &Row) -> String {
        let unit = &row.unit;
        let left = self.side(0, &unit.source, &unit.target);
        let right = self.side(1, &unit.target, &unit.source);
        let lines = left.len().max(right.len());
        let chance = doubt(unit).unwrap_or_default();
        let empty = Line::default();
        let mut out = String::new();
        for at in 0..lines {
            let chance = if at == 0 { chance.as_str() } else { "" };
            let [left, right] = [&left, &right].map(|side| side.get(at).unwrap_or(&empty));
            out.push_str(&self.line(left, mark(row, at, lines), chance, right));
        }
        out
    }

    /// The lines of the blocks of one side, one block under another.
    fn side(&self, side: usize, blocks: &[usize], others: &[usize]) -> Vec<Line> {
        let file = &self.found.files[side];
        let mut out = Vec::new();
        for &at in blocks {
            let kind = file.kind(at);
            let style = match kind {
                _ if others.is_empty() && kind.is_content() => {
                    let status = [Status::Missing, Status::Orphan][side];
                    of(status, false)
                }
                Kind::Heading(_) => HEAD,
                _ if kind.is_content() => Style::new(),
                _ => DIM,
            };
            let mut number = number(file, at);
            for text in lines(&file.block(at).text, kind, self.text) {
                out.push(Line {
                    number: std::mem::take(&mut number),
                    text,
                    style,
                });
            }
        }
        out
    }

    fn line(&self, left: &Line, mark: &str, chance: &str, right: &Line) -> String {
        let mut out = self.part(0, left);
        let gap = self.text.saturating_sub(left.text.width()) + 1;
        out.push_str(&" ".repeat(gap));
        let style = match mark {
            "<" => of(Status::Missing, false),
            ">" => of(Status::Orphan, false),
            "⇅" => NUMBER,
            _ => DIM,
        };
        out.push_str(&painted(mark, style));
        out.push_str(&" ".repeat(self.chances.saturating_sub(chance.width())));
        out.push_str(&painted(chance, of(Status::Stale, false)));
        out.push(' ');
        out.push_str(&self.part(1, right));
        out.truncate(out.trim_end().len());
        out + "\n"
    }

    fn part(&self, side: usize, line: &Line) -> String {
        let pad = " ".repeat(self.numbers[side].saturating_sub(line.number.len()));
        let (number, text) = (painted(&line.number, DIM), painted(&line.text, line.style));
        format!("{pad}{number} {text}")
    }
}

/// Text in a style; nothing has none, so that spaces can be cut off the end of a line.
fn painted(text: &str, style: Style) -> String {
    if text.trim().is_empty() {
        return text.to_owned();
    }
    format!("{style}{text}{style:#}")
}

/// What stands between the sides: how the blocks belong together, which side is alone.
fn mark(row: &Row, at: usize, lines: usize) -> &'static str {
    let unit = &row.unit;
    let (several, one) = match (unit.source.len(), unit.target.len()) {
        (0, _) => return if at == 0 { ">" } else { " " },
        (_, 0) => return if at == 0 { "<" } else { " " },
        (n, m) => (n > 1 || m > 1, n > 1),
    };
    match at {
        0 if row.moved => "⇅",
        0 if several && one => "┐",
        0 if several => "┌",
        _ if several && at + 1 == lines => {
            if one {
                "┘"
            } else {
                "└"
            }
        }
        _ => "│",
    }
}

/// How sure a unit is, if it is not.
fn doubt(unit: &Unit) -> Option<String> {
    let doubtful = unit.confidence > 0.0 && unit.confidence < SURE;
    doubtful.then(|| format!("{:.0}%", unit.confidence * 100.0))
}

fn number(file: &AlignedFile, at: usize) -> String {
    match file.lines(at) {
        (first, last) if first == last => first.to_string(),
        (first, last) => format!("{first}-{last}"),
    }
}

/// The beginning of a block: text in one piece, code line by line.
fn lines(text: &str, kind: Kind, width: usize) -> Vec<String> {
    let text = visible(text);
    if kind == Kind::Code {
        let mut rows = text.lines().map(|line| line.replace('\t', "    "));
        let mut out: Vec<String> = rows.by_ref().take(MOST_LINES).collect();
        if let (Some(last), true) = (out.last_mut(), rows.next().is_some()) {
            last.push_str(" …");
        }
        return out.iter().map(|line| shorten(line, width)).collect();
    }
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut rest = text.as_str();
    let mut out = Vec::new();
    while out.len() + 1 < MOST_LINES && rest.width() > width {
        let (line, after) = rest.split_at(fitting(rest, width));
        out.push(line.trim_end().to_owned());
        rest = after.trim_start();
    }
    out.push(shorten(rest, width));
    out
}

/// How many bytes of `text`, which is too long, fit into a line: up to a space, if there is one.
fn fitting(text: &str, width: usize) -> usize {
    let mut taken = 0;
    let mut space = None;
    for (at, c) in text.char_indices() {
        taken += c.width().unwrap_or(0);
        if c == ' ' {
            space = Some(at);
        }
        if taken > width {
            return space.unwrap_or(at).max(c.len_utf8());
        }
    }
    text.len()
}

/// How many units of each sort there are; what there is none of is not mentioned.
fn summary(rows: &[Row], width: usize, messages: &Messages) -> String {
    let count = |is: &dyn Fn(usize, usize) -> bool| {
        let sizes = rows
            .iter()
            .map(|row| (row.unit.source.len(), row.unit.target.len()));
        sizes.filter(|&(n, m)| is(n, m)).count()
    };
    let mut sorts = vec![messages.say(&Msg::OneToOne {
        count: count(&|n, m| n == 1 && m == 1),
    })];
    let (merged, split) = (
        count(&|n, m| n > 1 && m > 0),
        count(&|n, m| n == 1 && m > 1),
    );
    let (left, right) = (count(&|_, m| m == 0), count(&|n, _| n == 0));
    let moved = rows.iter().filter(|row| row.moved).count();
    let rest = [
        (merged, Msg::UnitsMerged { count: merged }),
        (split, Msg::UnitsSplit { count: split }),
        (moved, Msg::UnitsMoved { count: moved }),
        (left, Msg::OnlyInSource { count: left }),
        (right, Msg::OnlyInTarget { count: right }),
    ];
    let some = rest.iter().filter(|(count, _)| *count > 0);
    sorts.extend(some.map(|(_, message)| messages.say(message)));
    let mut out = format!("{}:", messages.say(&Msg::Units { count: rows.len() }));
    let mut taken = out.width();
    for (at, sort) in sorts.iter().enumerate() {
        if at > 0 {
            out.push(',');
            taken += 1;
        }
        let long = taken + sort.width() + 2 > width;
        out.push(if long { '\n' } else { ' ' });
        out.push_str(sort);
        taken = sort.width() + if long { 0 } else { taken + 1 };
    }
    out.push('\n');
    out
}

//! Columns for a terminal: as wide as what stands in them, Cyrillic and wide letters counted right.

use anstyle::Style;
use unicode_width::UnicodeWidthStr;

use crate::text::visible;

/// One cell: its text, how it looks, and on which side it stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    text: String,
    style: Style,
    right: bool,
}

impl Cell {
    /// Plain text on the left. What would command a terminal is written out.
    pub fn new(text: impl Into<String>) -> Self {
        let text: String = text.into();
        Self {
            text: visible(&text).replace('\n', "\\u{a}"),
            ..Self::default()
        }
    }

    /// The same in a style.
    #[must_use]
    pub fn styled(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// The same on the right, as figures stand.
    #[must_use]
    pub fn right(mut self) -> Self {
        self.right = true;
        self
    }
}

/// Rows of cells; rows may have fewer cells than others.
#[derive(Debug, Clone, Default)]
pub struct Table {
    rows: Vec<Vec<Cell>>,
}

impl Table {
    /// Adds a row.
    pub fn push(&mut self, row: Vec<Cell>) {
        self.rows.push(row);
    }

    /// How many columns of the terminal it takes.
    pub fn width(&self) -> usize {
        let widths = self.widths();
        widths.iter().sum::<usize>() + GAP.len() * widths.len().saturating_sub(1)
    }

    /// Shortens the texts of the last column so that the table takes at most `width` columns.
    #[must_use]
    pub fn fit(mut self, width: usize) -> Self {
        let mut widths = self.widths();
        let Some(last) = widths.pop() else {
            return self;
        };
        let columns = widths.len();
        let taken: usize = widths.iter().map(|width| width + GAP.len()).sum();
        // Less than this says nothing; then the terminal may wrap.
        let room = width.saturating_sub(taken).max(20);
        if last > room {
            for cell in self.rows.iter_mut().filter_map(|row| row.get_mut(columns)) {
                cell.text = shorten(&cell.text, room);
            }
        }
        self
    }

    /// The rows, each ending with a line break and none with space.
    pub fn render(&self) -> String {
        let widths = self.widths();
        let mut out = String::new();
        for row in &self.rows {
            let mut line = String::new();
            for (at, (cell, width)) in row.iter().zip(&widths).enumerate() {
                if at > 0 {
                    line.push_str(GAP);
                }
                let pad = " ".repeat(width.saturating_sub(cell.text.width()));
                let shown = format!("{0}{1}{0:#}", cell.style, cell.text);
                if cell.right {
                    line.extend([pad.as_str(), shown.as_str()]);
                } else {
                    line.extend([shown.as_str(), pad.as_str()]);
                }
            }
            out.push_str(line.trim_end());
            out.push('\n');
        }
        out
    }

    fn widths(&self) -> Vec<usize> {
        let mut widths = Vec::new();
        for row in &self.rows {
            widths.resize(widths.len().max(row.len()), 0);
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = (*width).max(cell.text.width());
            }
        }
        widths
    }
}

const GAP: &str = "  ";

/// `text` in at most `width` columns: the end gives way to `…`.
pub fn shorten(text: &str, width: usize) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let mut out = String::new();
    for c in text.chars() {
        if out.width() + UnicodeWidthStr::width(c.encode_utf8(&mut [0; 4]) as &str) + 1 > width {
            break;
        }
        out.push(c);
    }
    out.truncate(out.trim_end().len());
    out + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cyrillic_and_figures_line_up() {
        let mut table = Table::default();
        table.push(vec![Cell::new("статья"), Cell::new("5").right()]);
        table.push(vec![
            Cell::new("я"),
            Cell::new("120").right(),
            Cell::new("x"),
        ]);
        assert_eq!(table.render(), "статья    5\nя       120  x\n");
        assert_eq!(table.width(), 14);
        table.push(vec![
            Cell::new("а"),
            Cell::new("1"),
            Cell::new("очень длинный текст в последней колонке"),
        ]);
        let narrow = table.fit(35).render();
        assert!(
            narrow.ends_with("а       1    очень длинный текст в…\n"),
            "{narrow}"
        );
    }

    #[test]
    fn long_text_ends_with_dots() {
        assert_eq!(shorten("Приём документов", 10), "Приём док…");
        assert_eq!(shorten("Приём", 10), "Приём");
    }
}

//! Tables, each in a box of its own that can be scrolled without a mouse.

use pulldown_cmark::{Alignment, Event, TagEnd};

use super::escape;
use super::page::Part;
use super::write::Writer;

/// The table that is written.
#[derive(Default)]
pub(super) struct Table {
    alignments: Vec<Alignment>,
    /// The column of the next cell.
    column: usize,
    /// Whether its body has begun.
    body: bool,
    /// The element of the cell that stands open.
    cell: &'static str,
    /// How many tables the page has so far.
    number: usize,
}

impl Writer<'_> {
    pub(super) fn table(&mut self, alignments: &[Alignment]) {
        self.begin_block();
        self.new_line();
        self.table = Table {
            alignments: alignments.to_vec(),
            number: self.table.number + 1,
            ..Table::default()
        };
        self.out.push_str("<div class=\"table\" tabindex=\"0\"");
        let label = &self.rendering.labels.table;
        if !label.is_empty() {
            let label = format!("{label} {}", self.table.number);
            self.out.push_str(" role=\"group\"");
            escape::attribute(&mut self.out, "aria-label", &label);
        }
        self.out.push_str(">\n<table>\n");
    }

    pub(super) fn end_head(&mut self, next: &[Part<'_>]) {
        self.out.push_str("</tr>\n</thead>\n");
        self.table.column = 0;
        self.table.body = !matches!(next, [Part::Event(Event::End(TagEnd::Table)), ..]);
        if self.table.body {
            self.out.push_str("<tbody>\n");
        }
    }

    pub(super) fn end_table(&mut self) {
        if self.table.body {
            self.out.push_str("</tbody>\n");
        }
        self.out.push_str("</table>\n</div>\n");
    }

    pub(super) fn cell(&mut self, next: &[Part<'_>]) {
        self.begin_block();
        let table = &mut self.table;
        // The corner over a column of names is no heading.
        let empty = matches!(next, [Part::Event(Event::End(TagEnd::TableCell)), ..]);
        table.cell = if table.body || empty { "td" } else { "th" };
        if table.cell == "th" {
            self.out.push_str("<th scope=\"col\"");
        } else {
            self.out.push_str("<td");
        }
        let columns = table.alignments.len().max(1);
        let alignment = table.alignments.get(table.column);
        table.column = (table.column + 1) % columns;
        // A class, not a style: pages may forbid styles that stand in them.
        self.out.push_str(match alignment {
            Some(Alignment::Left) => " class=\"align-left\">",
            Some(Alignment::Center) => " class=\"align-center\">",
            Some(Alignment::Right) => " class=\"align-right\">",
            Some(Alignment::None) | None => ">",
        });
    }

    pub(super) fn end_cell(&mut self) {
        self.out.push_str("</");
        self.out.push_str(self.table.cell);
        self.out.push('>');
    }
}

//! What becomes of a line: it is kept, moved to the left, marked or taken out.

use super::left_out::{LeftOut, Special};
use super::line::{ITEM, directive};
use super::{Inside, State};

/// Stands in the view for the fence of a directive.
const MARK: &str = "<!---->";

/// An MDX element that stands open: the indentation of its tag, and how far its content is moved left.
pub(super) struct Element {
    indent: usize,
    moved: Option<usize>,
}

impl State {
    /// The fence of a directive.
    pub(super) fn directive(&mut self, at: usize, line: &str) {
        let fence = directive(line, at);
        self.out.titles.extend(fence.title());
        if !self.publishing {
            return self.drop(at);
        }
        // A comment in its place ends what the fence ends, and shows where that was.
        let indent = line.len() - line.trim_start().len();
        self.keep(at, &format!("{}{MARK}", &line[..indent]));
        let mark = self.out.view.text.len() - "\n".len() - MARK.len();
        self.out.directives.push((mark, fence));
    }

    pub(super) fn open(&mut self, line: &str) {
        // Only MDX lets the content of an element stand indented and still be text.
        if self.out.mdx {
            let indent = line.len() - line.trim_start().len();
            let indent = indent.saturating_sub(self.shift);
            // In a list, content stays as far in as its tag: else it would leave the item.
            let listed = self.list.is_some_and(|column| indent >= column);
            self.elements.push(Element {
                indent: if listed { indent } else { 0 },
                moved: None,
            });
        }
    }

    /// Closes the innermost element.
    pub(super) fn pop(&mut self) {
        let moved = self.elements.pop().and_then(|element| element.moved);
        self.shift -= moved.unwrap_or(0);
    }

    pub(super) fn keep(&mut self, at: usize, line: &str) {
        let indent = line.len() - line.trim_start_matches(' ').len();
        if indent < line.len() {
            let shift = self.shift;
            if let Some(element) = self
                .elements
                .last_mut()
                .filter(|element| element.moved.is_none())
            {
                // The first line of an element's content says how far all of it is indented.
                let moved = indent.saturating_sub(shift).saturating_sub(element.indent);
                element.moved = Some(moved);
                self.shift += moved;
            }
        }
        let shift = self.shift.min(indent);
        let shown = &line[shift..];
        // Only what stands in elements of MDX asks where the list is.
        if self.out.mdx && matches!(self.inside, Inside::Text) && !shown.trim().is_empty() {
            let own = indent - shift;
            match ITEM.find(shown.trim_start()) {
                Some(marker) => self.list = Some(own + marker.len().min(4)),
                // Text at the margin ends every list.
                _ if own == 0 => self.list = None,
                _ => {}
            }
        }
        self.out.view.push(shown, at + shift);
    }

    /// Takes out a line, and says so.
    pub(super) fn leave_out(&mut self, kind: Special, at: usize, line: &str) {
        let range = at..at + line.len();
        self.out.left_out.push(LeftOut { kind, range });
        self.drop(at);
    }

    /// Takes out a line that belongs to the one before.
    pub(super) fn leave_out_too(&mut self, at: usize, line: &str) {
        if let Some(last) = self.out.left_out.last_mut() {
            last.range.end = at + line.len();
        }
        self.drop(at);
    }

    pub(super) fn drop(&mut self, at: usize) {
        self.out.view.push("", at);
    }
}

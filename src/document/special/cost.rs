//! What the marks of markup in a text cost its parser, and how much of that a text may cost.

/// How many marks of markup a file may have. A book has a hundred thousand; the parser keeps
/// some two hundred bytes for each.
pub(in crate::document) const MARKUP: usize = 500_000;

/// How many marks a cell of a table counts for: it is a segment, with all that belongs to one.
const CELL: usize = 3;

/// What each byte is to the parser: 1 a mark of markup, 2 the edge of a cell, 0 text.
const MARKS: [u8; 256] = {
    let mut table = [0; 256];
    let marks = b"*_`~[]<{&!";
    let mut at = 0;
    while at < marks.len() {
        table[marks[at] as usize] = 1;
        at += 1;
    }
    table[b'|' as usize] = 2;
    table
};

/// What a text may still cost.
pub(super) struct Cost {
    left: usize,
    /// The columns of the table that the line may belong to.
    columns: usize,
}

impl Cost {
    pub(super) fn new() -> Self {
        Self {
            left: MARKUP,
            columns: 0,
        }
    }

    /// Pays for a line; whether there was enough left.
    pub(super) fn pays(&mut self, trimmed: &str) -> bool {
        let cost = self.of(trimmed);
        let left = self.left.checked_sub(cost);
        self.left = left.unwrap_or(self.left);
        left.is_some()
    }

    /// What the marks of a line cost the parser, in marks.
    fn of(&mut self, trimmed: &str) -> usize {
        let (mut marks, mut pipes) = (0, 0);
        for &byte in trimmed.as_bytes() {
            let kind = MARKS[usize::from(byte)];
            marks += usize::from(kind & 1);
            pipes += usize::from(kind >> 1);
        }
        let under_head = pipes > 0
            && trimmed.contains('-')
            && trimmed.bytes().all(|byte| b"|:-> \t".contains(&byte));
        if trimmed.is_empty() {
            self.columns = 0;
        } else if under_head {
            self.columns = pipes + 1;
        }
        // The parser fills up short rows, so each costs as much as the head of its table.
        let cells = pipes.max(self.columns);
        marks + CELL * cells
    }
}

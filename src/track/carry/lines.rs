//! The lines of a block without what the quote or list around it puts before them.

use std::ops::Range;

use crate::document::Block;

/// The lines of a block, and where they stand.
pub(super) struct Lines<'a> {
    /// What stands before the first line, perhaps the sign of a list.
    pub(super) first: &'a str,
    /// What stands before each of the others.
    pub(super) rest: String,
    /// Each line without that and without space at its end.
    pub(super) text: Vec<&'a str>,
    /// The bytes of each line, what stands before it left out, without its break.
    pub(super) bytes: Vec<Range<usize>>,
    /// The bytes of each whole line without its break.
    pub(super) whole: Vec<Range<usize>>,
}

impl<'a> Lines<'a> {
    /// The lines of a block whose content begins at byte `start`; none where what stands before
    /// them is not the same before each.
    pub(super) fn of(file: &'a str, block: &Block, start: usize) -> Option<Self> {
        let first = file.get(block.lines.start..start)?;
        let rest = behind_signs(first)?;
        let mut out = Self {
            first,
            rest,
            text: Vec::new(),
            bytes: Vec::new(),
            whole: Vec::new(),
        };
        let mut at = block.lines.start;
        for raw in file.get(block.lines.clone())?.split('\n') {
            let line = raw.strip_suffix('\r').unwrap_or(raw);
            let skip = out.skip(line)?;
            let end = at + line.len();
            out.text.push(line[skip..].trim_end());
            out.bytes.push(at + skip..end);
            out.whole.push(at..end);
            at += raw.len() + 1;
        }
        Some(out)
    }

    /// How much of a line stands before its text.
    fn skip(&self, line: &str) -> Option<usize> {
        if self.text.is_empty() {
            return Some(self.first.len());
        }
        if line.starts_with(&self.rest) {
            return Some(self.rest.len());
        }
        let blank = line.trim().is_empty() || line.trim_end() == self.rest.trim_end();
        blank.then_some(line.len())
    }

    /// A line of another text as it would stand here, behind the first one.
    pub(super) fn lay(&self, line: &str) -> String {
        if line.is_empty() {
            self.rest.trim_end().to_owned()
        } else {
            format!("{}{line}", self.rest)
        }
    }
}

/// What stands before the second line where this stands before the first: the signs of lists
/// become space. None where there are words.
fn behind_signs(first: &str) -> Option<String> {
    let mut out = String::with_capacity(first.len());
    for c in first.chars() {
        match c {
            ' ' | '\t' | '>' => out.push(c),
            '-' | '*' | '+' | '.' | ')' | '0'..='9' => out.push(' '),
            _ => return None,
        }
    }
    Some(out)
}

/// How the lines of a file end.
pub(super) fn line_break(file: &str) -> &'static str {
    match file.find('\n') {
        Some(at) if at > 0 && file.as_bytes()[at - 1] == b'\r' => "\r\n",
        _ => "\n",
    }
}

/// `text` with other line breaks.
pub(super) fn with_breaks(text: &str, line_break: &str) -> String {
    text.replace("\r\n", "\n").replace('\n', line_break)
}

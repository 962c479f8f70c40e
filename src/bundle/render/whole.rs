//! A file of HTML becomes the parts of a page: what stands in its body.

use std::collections::BTreeMap;
use std::ops::Range;

use super::body::Gathering;
use super::page::{Page, Part};
use super::raw::{Piece, Raw, RawKind, Swallowed, is_heading};
use crate::document::{Token, Tokens, ends_text, said};

/// Reads the page that begins at byte `from`.
pub(super) fn read(file: &str, from: usize, mut gathering: Gathering) -> Page<'_> {
    let range = body(file, from);
    let text = file[range.clone()].to_owned();
    let places = vec![(0, range.start)];
    let mut raw = Raw::read(text, places, RawKind::Whole, &mut gathering);
    gather(&mut raw, &mut gathering);
    Page {
        parts: vec![Part::Raw(raw)],
        notes: BTreeMap::new(),
        body: gathering.finish(),
        refused: Vec::new(),
    }
}

/// The bytes of what stands in the body of a page, or behind its head; of a file that is no whole
/// page, all of it.
fn body(file: &str, from: usize) -> Range<usize> {
    let mut tokens = Tokens::new(file, from);
    let mut start = from;
    while let Some(token) = tokens.next() {
        match token {
            Token::Open(tag) => {
                if matches!(tag.name.as_str(), "html" | "body") {
                    start = tag.range.end;
                }
                tokens.content_of(&tag.name);
            }
            Token::Close(name, range) if name == "head" => start = range.end,
            Token::Close(name, range) if matches!(name.as_str(), "html" | "body") => {
                return start..range.start.max(start);
            }
            // The type of the document, before all else.
            Token::Nothing(range) if file[from..range.start].trim().is_empty() => {
                start = range.end;
            }
            _ => {}
        }
    }
    start..file.len()
}

/// Tells `gathering` what readers of the page read.
fn gather(raw: &mut Raw, gathering: &mut Gathering) {
    let mut swallowed = Swallowed::default();
    let mut code = 0_usize;
    for piece in &mut raw.pieces {
        match piece {
            Piece::Open(element) => {
                if swallowed.begins(element) {
                    continue;
                }
                let name = element.name.as_str();
                if is_heading(name) {
                    let id = element.value("id").map(str::to_owned);
                    let level = name.as_bytes()[1] - b'0';
                    element.heading = Some(gathering.heading(level, id.as_deref()));
                } else if name == "p" {
                    gathering.end_paragraph();
                    gathering.paragraph();
                } else if name == "pre" {
                    code += 1;
                } else if ends_text(name) {
                    gathering.text(" ");
                }
            }
            Piece::Close(name, _) => {
                if swallowed.ends(name) {
                    continue;
                }
                match name.as_str() {
                    "p" => gathering.end_paragraph(),
                    "pre" => code = code.saturating_sub(1),
                    name if is_heading(name) => gathering.end_heading(),
                    name if ends_text(name) => gathering.text(" "),
                    _ => {}
                }
            }
            Piece::Text(range) if !swallowed.any() && code == 0 => {
                gathering.text(&said(&raw.text[range.clone()], false));
            }
            _ => {}
        }
    }
}

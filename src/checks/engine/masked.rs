//! A text as the checks see it: words, with one sign for each thing that is no word.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::document::{OBJECT, PlaceholderKind, Segment, Shown};
use crate::text::pattern;

/// The words of a segment, or of several, and where in the file each of them stands.
///
/// Inline code, images, URLs, addresses and variables are one [`OBJECT`] each, so that the words
/// on both sides of them do not join; the edges of emphasis and links leave nothing behind. A line
/// break is `\n`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Masked {
    /// The text.
    pub text: String,
    /// Where pieces of the text begin, with their bytes in the file, in order.
    pieces: Vec<Piece>,
    /// Where markup begins or ends among the words, in bytes of the text.
    edges: Vec<usize>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    /// Its first byte in the text.
    at: usize,
    /// Its bytes in the file.
    file: Range<usize>,
    /// Whether the file has it byte for byte.
    exact: bool,
}

impl Masked {
    /// Masks a segment.
    pub fn of(segment: &Segment) -> Self {
        let mut out = Self::default();
        let mut end = None;
        let mut tags = None;
        for piece in &segment.visible {
            if end.is_some_and(|end| end != piece.range.start) {
                out.edge();
            }
            end = Some(piece.range.end);
            let place = segment.place(&piece.range);
            match &piece.shown {
                Shown::Written => out.written(segment, &piece.range),
                Shown::Decoded(words) => out.piece(words, place, false),
                Shown::Space => out.piece("\n", place, false),
                Shown::Object => out.object(place),
                Shown::Hidden => {
                    let tags = tags.get_or_insert_with(|| tags_of(segment));
                    let is_tag = tags.contains(&(piece.range.start, piece.range.end));
                    out.hidden(&segment.text[piece.range.clone()], place, is_tag);
                }
            }
        }
        out
    }

    /// Several texts as one, a line each.
    pub fn joined<'m>(parts: impl IntoIterator<Item = &'m Self>) -> Self {
        let mut out = Self::default();
        for part in parts {
            if !out.pieces.is_empty() {
                let end = out.pieces.last().map_or(0, |piece| piece.file.end);
                out.piece("\n", end..end, false);
            }
            let shift = out.text.len();
            out.text.push_str(&part.text);
            out.pieces.extend(part.pieces.iter().map(|piece| Piece {
                at: piece.at + shift,
                ..piece.clone()
            }));
            out.edges.extend(part.edges.iter().map(|edge| edge + shift));
        }
        out
    }

    /// The bytes of the file that a range of the text came from.
    pub fn place(&self, range: &Range<usize>) -> Range<usize> {
        let piece = |offset: usize| {
            let after = self.pieces.partition_point(|piece| piece.at <= offset);
            self.pieces.get(after.saturating_sub(1))
        };
        let last = range.end.saturating_sub(1).max(range.start);
        let (Some(first), Some(last_piece)) = (piece(range.start), piece(last)) else {
            return 0..0;
        };
        let start = if first.exact {
            first.file.start + (range.start - first.at)
        } else {
            first.file.start
        };
        let end = if last_piece.exact {
            last_piece.file.start + (range.end - last_piece.at)
        } else {
            last_piece.file.end
        };
        start..end.max(start)
    }

    /// Whether markup begins or ends inside a range of the text, its ends left out.
    pub fn has_edge(&self, range: &Range<usize>) -> bool {
        let after = self.edges.partition_point(|&edge| edge <= range.start);
        self.edges.get(after).is_some_and(|&edge| edge < range.end)
    }

    /// Words as they stand: line by line, since the file may indent each of them.
    fn written(&mut self, segment: &Segment, range: &Range<usize>) {
        let mut start = range.start;
        for line in segment.text[range.clone()].split_inclusive('\n') {
            let end = start + line.len();
            let place = segment.place(&(start..end));
            self.words(line, place, !segment.origins.is_empty());
            start = end;
        }
    }

    /// Words; addresses of people among them are objects.
    fn words(&mut self, words: &str, place: Range<usize>, exact: bool) {
        let mut at = 0;
        let emails = exact && words.contains('@');
        for email in emails.then(|| EMAIL.find_iter(words)).into_iter().flatten() {
            let file = |offset: usize| place.start + offset;
            self.piece(
                &words[at..email.start()],
                file(at)..file(email.start()),
                true,
            );
            self.object(file(email.start())..file(email.end()));
            at = email.end();
        }
        let start = if exact { place.start + at } else { place.start };
        self.piece(&words[at..], start..place.end, exact);
    }

    fn hidden(&mut self, written: &str, place: Range<usize>, is_tag: bool) {
        if !is_tag || INLINE_TAG.is_match(written) {
            self.edge();
        } else if written
            .get(..3)
            .is_some_and(|start| start.eq_ignore_ascii_case("<br"))
        {
            self.piece("\n", place, false);
        } else {
            self.object(place);
        }
    }

    fn object(&mut self, place: Range<usize>) {
        self.piece(OBJECT.encode_utf8(&mut [0; 4]), place, false);
    }

    fn piece(&mut self, text: &str, file: Range<usize>, exact: bool) {
        if text.is_empty() {
            return;
        }
        self.pieces.push(Piece {
            at: self.text.len(),
            file,
            exact,
        });
        self.text.push_str(text);
    }

    fn edge(&mut self) {
        self.edges.push(self.text.len());
    }
}

/// The places of the tags of a segment.
fn tags_of(segment: &Segment) -> BTreeSet<(usize, usize)> {
    let marks = segment.placeholders.iter();
    let tags = marks.filter(|mark| mark.kind == PlaceholderKind::Tag);
    tags.map(|mark| (mark.range.start, mark.range.end))
        .collect()
}

static EMAIL: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+"));

/// Tags that change how words look and do not part them.
static INLINE_TAG: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?i)^</?(?:a|abbr|b|bdi|bdo|cite|code|del|dfn|em|font|i|ins|kbd|mark|nobr|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)\b",
    )
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Reader;

    fn masked(text: &str) -> (Masked, String) {
        let parsed = Reader::for_test("a.md").read(text);
        let all: Vec<Masked> = parsed.document.segments.iter().map(Masked::of).collect();
        (Masked::joined(&all), text.to_owned())
    }

    #[test]
    fn what_is_no_word_is_one_sign() {
        let (found, _) =
            masked("Пишите **всем**: [сюда](http://x.ru), `код`, a@b.ru<br>и &amp; так");
        assert_eq!(found.text, "Пишите всем: сюда, \u{fffc}, \u{fffc}\nи & так");
    }

    #[test]
    fn every_word_leads_back_to_the_file() {
        let (found, file) = masked("> Цитата *и*\n> ещё\n\n- пункт a@b.ru\n  дальше\n");
        for word in ["Цитата", "и", "ещё", "пункт", "дальше"] {
            let at = found.text.rfind(word).unwrap();
            assert_eq!(&file[found.place(&(at..at + word.len()))], word);
        }
        let across = found.text.find(" и").unwrap() + 1..found.text.find("ещё").unwrap() + 6;
        assert_eq!(&file[found.place(&across)], "и*\n> ещё");
        assert!(found.has_edge(&across));
    }
}

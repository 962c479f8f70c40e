//! What stands inside a segment: words that a reader reads, and the placeholders around them.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::{OBJECT, Part, Placeholder, PlaceholderKind, Shown, Visible};
use crate::text::pattern;

/// The inline parts of one segment, collected in the order of the text.
#[derive(Debug, Default)]
pub(super) struct Inline {
    /// What a reader sees: ranges with the words there when they are not those of the text.
    visible: Vec<Visible>,
    marks: Vec<Placeholder>,
    /// Containers that stand open, outermost first.
    open: Vec<Container>,
    /// How many of them, from the outermost on, have their opening mark written down.
    begun: usize,
    /// How many of them are opaque.
    opaque: usize,
    /// The end of the last piece.
    cursor: usize,
    extent: Option<Range<usize>>,
}

#[derive(Debug)]
struct Container {
    kind: PlaceholderKind,
    range: Range<usize>,
    /// A container whose content is not looked at.
    opaque: bool,
}

/// What stands in the words of a format, besides what its own parser knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extra {
    /// URLs, template expressions, ids.
    Markdown,
    /// URLs and expressions in braces.
    Mdx,
    /// URLs, also without `http`, addresses of e-mail, template expressions.
    Page,
}

impl Extra {
    fn pattern(self) -> &'static Regex {
        match self {
            Self::Markdown => &EXTRA,
            Self::Mdx => &MDX_EXTRA,
            Self::Page => &PAGE_EXTRA,
        }
    }

    /// A quick look, for most texts have none of it.
    pub(super) fn may_be_in(self, text: &str) -> bool {
        let has = |sign: &str| memchr::memmem::find(text.as_bytes(), sign.as_bytes()).is_some();
        has("{") || has("://") || (self == Self::Page && (has("@") || has("www.")))
    }
}

/// One thing inside a segment.
#[derive(Debug, Clone, Copy)]
pub(super) enum Piece<'a> {
    /// Words, as a reader reads them.
    Text(&'a str),
    /// A line break or its like.
    Break,
    /// Something seen and not read.
    Object(PlaceholderKind),
    /// Something not seen.
    Hidden(PlaceholderKind),
    /// A container taken as one object, whatever is in it.
    Opaque(PlaceholderKind),
}

impl Inline {
    /// All of `text` as words.
    pub(super) fn text(text: &str) -> Self {
        let mut inline = Self::default();
        inline.piece(Piece::Text(text), 0..text.len());
        inline
    }

    /// What is seen, and the marks, as somebody else has found them.
    pub(super) fn of(visible: Vec<Visible>, marks: Vec<Placeholder>) -> Self {
        Self {
            visible,
            marks,
            ..Self::default()
        }
    }

    /// `text` as HTML: tags are hidden, the rest is words.
    pub(super) fn html(text: &str) -> Self {
        let mut inline = Self::default();
        let mut at = 0;
        for tag in HTML_TAG.find_iter(&comments_closed(text)) {
            inline.piece(Piece::Text(&text[at..tag.start()]), at..tag.start());
            inline.piece(Piece::Hidden(PlaceholderKind::Tag), tag.range());
            at = tag.end();
        }
        inline.piece(Piece::Text(&text[at..]), at..text.len());
        inline
    }

    /// Opens a container such as a link; [`Self::close`] closes the innermost one.
    pub(super) fn open(&mut self, kind: PlaceholderKind, range: Range<usize>) {
        self.grow(&range);
        self.open.push(Container {
            kind,
            range,
            opaque: false,
        });
    }

    /// Closes the innermost container.
    pub(super) fn close(&mut self) {
        let Some(last) = self.open.pop() else { return };
        let begun = self.begun > self.open.len();
        self.begun = self.begun.min(self.open.len());
        if last.opaque {
            self.opaque -= 1;
            self.cursor = last.range.end;
            return;
        }
        if begun {
            self.mark(last.kind, Part::Close, self.cursor..last.range.end);
        } else {
            self.mark(last.kind, Part::Whole, last.range.clone());
        }
        self.cursor = last.range.end;
    }

    /// Adds a piece.
    pub(super) fn piece(&mut self, piece: Piece<'_>, range: Range<usize>) {
        if range.is_empty() {
            return;
        }
        self.grow(&range);
        // Nothing opens inside an opaque container but what is opaque to us as well.
        if self.opaque > 0 {
            return;
        }
        self.begin(range.start);
        match piece {
            Piece::Text(text) if text.len() == range.len() => {
                self.visible
                    .push(Visible::new(range.clone(), Shown::Written));
            }
            Piece::Text(text) => self
                .visible
                .push(Visible::new(range.clone(), Shown::Decoded(text.to_owned()))),
            Piece::Break => self.visible.push(Visible::new(range.clone(), Shown::Space)),
            Piece::Object(kind) => {
                self.visible
                    .push(Visible::new(range.clone(), Shown::Object));
                self.mark(kind, Part::Whole, range.clone());
            }
            Piece::Hidden(kind) => {
                self.visible
                    .push(Visible::new(range.clone(), Shown::Hidden));
                self.mark(kind, Part::Whole, range.clone());
            }
            Piece::Opaque(kind) => {
                self.visible
                    .push(Visible::new(range.clone(), Shown::Object));
                self.mark(kind, Part::Whole, range.clone());
                self.open.push(Container {
                    kind,
                    range,
                    opaque: true,
                });
                self.begun = self.open.len();
                self.opaque += 1;
                return;
            }
        }
        self.cursor = range.end;
    }

    /// From the first to the last byte of all pieces.
    pub(super) fn extent(&self) -> Option<Range<usize>> {
        self.extent.clone()
    }

    /// The same parts, counted in the text of the segment: `map` holds the start of each of its
    /// lines there and in the view.
    pub(super) fn moved(mut self, map: &[(usize, usize)]) -> Self {
        while !self.open.is_empty() {
            self.close();
        }
        let length_after = |at: usize| {
            map.get(at + 1)
                .map_or(usize::MAX, |next| next.0.saturating_sub(1))
        };
        let place = |offset: usize| {
            let line = map
                .partition_point(|&(_, start)| start <= offset)
                .saturating_sub(1);
            let (text, start) = map[line];
            (text + offset.saturating_sub(start)).min(length_after(line))
        };
        for Visible { range, .. } in &mut self.visible {
            *range = place(range.start)..place(range.end);
        }
        for mark in &mut self.marks {
            mark.range = place(mark.range.start)..place(mark.range.end);
        }
        self
    }

    /// Finds in the words what no Markdown parser knows: URLs, template expressions, ids.
    pub(super) fn refined(mut self, text: &str, extra: Extra) -> Self {
        let clamp = |range: &Range<usize>| {
            let end = text.floor_char_boundary(range.end.min(text.len()));
            text.floor_char_boundary(range.start.min(end))..end
        };
        for Visible { range, .. } in &mut self.visible {
            *range = clamp(range);
        }
        for mark in &mut self.marks {
            mark.range = clamp(&mark.range);
        }
        if !extra.may_be_in(text) {
            return self;
        }
        let seen = match extra {
            Extra::Page => self.without_entities(text),
            Extra::Markdown | Extra::Mdx => Cow::Borrowed(text),
        };
        let marks = Cover::new(self.marks.iter().map(|mark| &mark.range));
        let words = Cover::new(self.visible.iter().map(|piece| &piece.range));
        let found: Vec<(Range<usize>, PlaceholderKind)> = extra
            .pattern()
            .find_iter(&closed(&seen))
            .map(|found| found.range())
            .filter(|range| !marks.touches(range) && words.touches(range))
            .map(|range| (range.clone(), extra_kind(&text[range])))
            .collect();
        self.carve(found);
        self.visible.sort_by_key(|piece| piece.range.start);
        self.marks
            .sort_by_key(|mark| (mark.range.start, mark.range.end));
        self
    }

    /// What a reader reads.
    pub(super) fn reader(&self, text: &str) -> String {
        let mut out = String::new();
        for Visible { range, shown } in &self.visible {
            match shown {
                Shown::Written => out.push_str(&text[range.clone()]),
                Shown::Decoded(words) => out.push_str(words),
                Shown::Space | Shown::Hidden => out.push(' '),
                Shown::Object => out.push(OBJECT),
            }
        }
        out
    }

    /// Whether there is an image and nothing else.
    pub(super) fn is_image(&self, text: &str) -> bool {
        let image = |mark: &&Placeholder| mark.kind == PlaceholderKind::Image;
        let first = self.marks.iter().find(image);
        let last = self.marks.iter().rev().find(image);
        match (first, last) {
            (Some(first), Some(last)) => {
                let count = self
                    .marks
                    .iter()
                    .filter(image)
                    .filter(|mark| mark.part != Part::Close)
                    .count();
                count == 1 && first.range.start == 0 && last.range.end == text.len()
            }
            _ => false,
        }
    }

    /// What a reader sees, and the placeholders, both in order.
    pub(super) fn parts(self) -> (Vec<Visible>, Vec<Placeholder>) {
        (self.visible, self.marks)
    }

    fn grow(&mut self, range: &Range<usize>) {
        let old = self.extent.take().unwrap_or_else(|| range.clone());
        self.extent = Some(old.start.min(range.start)..old.end.max(range.end));
    }

    /// The text with entities as a pattern has to see them: `&amp;` may be part of a URL, any other
    /// ends it.
    fn without_entities<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let entities = self.visible.iter().filter_map(|piece| match &piece.shown {
            Shown::Decoded(words) => Some((&piece.range, words == "&")),
            _ => None,
        });
        let mut bytes = Vec::new();
        for (range, part_of_url) in entities {
            if bytes.is_empty() {
                bytes.extend_from_slice(text.as_bytes());
            }
            bytes[range.clone()].fill(if part_of_url { b'&' } else { b' ' });
        }
        if bytes.is_empty() {
            return Cow::Borrowed(text);
        }
        String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
    }

    /// Writes the opening marks of containers whose first content begins at `at`.
    fn begin(&mut self, at: usize) {
        let fresh = self.open[self.begun..].iter();
        let pending: Vec<(PlaceholderKind, usize)> = fresh
            .map(|container| (container.kind, container.range.start))
            .collect();
        self.begun = self.open.len();
        for (index, &(kind, start)) in pending.iter().enumerate() {
            let end = pending.get(index + 1).map_or(at, |next| next.1);
            self.mark(kind, Part::Open, start..end);
        }
    }

    fn mark(&mut self, kind: PlaceholderKind, part: Part, range: Range<usize>) {
        if range.start < range.end {
            self.marks.push(Placeholder { kind, part, range });
        }
    }

    /// Takes ranges, in order and apart, out of the words and makes them placeholders.
    fn carve(&mut self, found: Vec<(Range<usize>, PlaceholderKind)>) {
        let mut kept = Vec::with_capacity(self.visible.len() + 2 * found.len());
        for Visible {
            range: words,
            shown,
        } in self.visible.drain(..)
        {
            let first = found.partition_point(|(range, _)| range.end <= words.start);
            let mut at = words.start;
            let holes = found[first..].iter().map(|(range, _)| range);
            let mut holes = holes.take_while(|range| overlap(&words, range)).peekable();
            if holes.peek().is_none() {
                kept.push(Visible::new(words, shown));
                continue;
            }
            for hole in holes {
                if at < hole.start {
                    kept.push(Visible::new(at..hole.start, Shown::Written));
                }
                at = hole.end;
            }
            if at < words.end {
                kept.push(Visible::new(at..words.end, Shown::Written));
            }
        }
        for (range, kind) in found {
            let shown = if kind == PlaceholderKind::Anchor {
                Shown::Hidden
            } else {
                Shown::Object
            };
            kept.push(Visible::new(range.clone(), shown));
            self.mark(kind, Part::Whole, range);
        }
        self.visible = kept;
    }
}

/// Ranges, to ask whether any of them overlaps another one.
struct Cover {
    /// Starts in order, each with the furthest end of all ranges up to it.
    reach: Vec<(usize, usize)>,
}

impl Cover {
    fn new<'r>(ranges: impl Iterator<Item = &'r Range<usize>>) -> Self {
        let mut reach: Vec<(usize, usize)> = ranges.map(|range| (range.start, range.end)).collect();
        reach.sort_unstable();
        let mut furthest = 0;
        for (_, end) in &mut reach {
            furthest = furthest.max(*end);
            *end = furthest;
        }
        Self { reach }
    }

    fn touches(&self, range: &Range<usize>) -> bool {
        let before = self.reach.partition_point(|&(start, _)| start < range.end);
        before > 0 && self.reach[before - 1].1 > range.start
    }
}

/// What opens and has to be closed on the same line, and the byte of it to spoil if it is not.
const PAIRS: [(&str, &str, usize); 3] = [("{{", "}}", 0), ("{%", "%}", 1), ("{/*", "*/}", 1)];

/// The text with what is never closed made harmless: for each of them a search would look
/// ahead to the end of the line, and a line may hold a hundred thousand.
fn closed(text: &str) -> Cow<'_, str> {
    let mut spoilt: Vec<usize> = Vec::new();
    for (open, close, byte) in PAIRS {
        if !text.contains(open) {
            continue;
        }
        let mut start = 0;
        for line in text.split_inclusive('\n') {
            let last = line.rfind(close).unwrap_or(0);
            let unclosed = line[last..].match_indices(open);
            spoilt.extend(unclosed.map(|(at, _)| start + last + at + byte));
            start += line.len();
        }
    }
    spoil(text, &spoilt)
}

/// The text with these bytes, signs of ASCII all of them, replaced.
pub(super) fn spoil<'t>(text: &'t str, places: &[usize]) -> Cow<'t, str> {
    if places.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut bytes = text.as_bytes().to_vec();
    for &at in places {
        bytes[at] = 1;
    }
    // It cannot fail; if it did, the text itself is the better answer.
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// The text with comments of HTML that are never closed made harmless, for the same reason.
pub(super) fn comments_closed(text: &str) -> Cow<'_, str> {
    let last = text.rfind("-->").unwrap_or(0);
    let unclosed = text[last..].match_indices("<!--");
    let places: Vec<usize> = unclosed.map(|(at, _)| last + at + 1).collect();
    spoil(text, &places)
}

fn overlap(left: &Range<usize>, right: &Range<usize>) -> bool {
    left.start < right.end && right.start < left.end
}

fn extra_kind(text: &str) -> PlaceholderKind {
    if !text.starts_with('{') {
        PlaceholderKind::Url
    } else if text[1..].trim_start().starts_with(['#', '.', '/']) {
        PlaceholderKind::Anchor
    } else {
        PlaceholderKind::Expression
    }
}

pub(super) static HTML_TAG: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?s)<!--.*?-->|</?[A-Za-z][^<>]*>"));

static EXTRA: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"https?://[^\s)>\]"'`<«»]*[^\s)>\]"'`<«».,;:!?]|\{\{.*?\}\}|\{%.*?%\}|\{\s*[#.][\w:.-][^{}]*\}|\{/\*.*?\*/\}"#,
    )
});

static MDX_EXTRA: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"https?://[^\s)>\]"'`<«»]*[^\s)>\]"'`<«».,;:!?]|\{/\*.*?\*/\}|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}"#,
    )
});

static PAGE_EXTRA: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r#"(?:https?://|\bwww\.)[^\s)>\]"'`<«»]*[^\s)>\]"'`<«».,;:!?]|[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+|\{\{.*?\}\}|\{%.*?%\}"#,
    )
});

//! Markdown becomes segments: the leaves of the block structure, each with its inline parts.

use std::ops::Range;

use pulldown_cmark::{Event, LinkType, Options, Parser, Tag, TagEnd};

use super::inline::{Extra, Inline, Piece};
use super::special::{self, Cut, MARKUP, MAX_NESTING, Purpose};
use super::view::View;
use super::{Draft, Kind, OBJECT, PlaceholderKind, Segment};
use crate::diagnostic::Code;
use crate::text::speaks;

/// Reads the Markdown that begins at byte `from`.
pub(super) fn read(draft: &mut Draft<'_>, from: usize) {
    let Cut {
        view,
        titles,
        mdx,
        too_deep,
        too_much,
        ..
    } = special::cut(
        draft.text,
        from,
        draft.file.ends_with(".mdx"),
        Purpose::Reading,
    );
    if let Some((at, depth)) = too_deep {
        let found = draft.diagnostic(Code::DEEP_NESTING, at..at);
        draft
            .diagnostics
            .push(found.with("depth", depth).with("limit", MAX_NESTING));
    }
    if let Some(at) = too_much {
        let found = draft.diagnostic(Code::TOO_MUCH_MARKUP, at..at);
        draft.diagnostics.push(found.with("limit", MARKUP));
    }
    let mut builder = Builder {
        view: &view,
        file: draft.text,
        mdx,
        quotes: 0,
        items: Vec::new(),
        leaf: None,
        out: Vec::new(),
    };
    for (event, range) in Parser::new_ext(&view.text, options()).into_offset_iter() {
        builder.event(event, range);
    }
    builder.finish();
    draft.segments.append(&mut builder.out);
    let mut found = Vec::new();
    for title in titles {
        let after = draft
            .segments
            .partition_point(|segment| segment.span.end <= title.start);
        if draft
            .segments
            .get(after)
            .is_some_and(|segment| segment.span.start < title.end)
        {
            // It stands in code or a comment that runs on.
            continue;
        }
        found.push(plain(draft.text, title, Kind::Directive));
    }
    draft.segments.append(&mut found);
}

/// What is read beside CommonMark. Attributes of headings (`{#id}`) stay in the text: they are
/// placeholders there.
pub(crate) fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
        | Options::ENABLE_WIKILINKS
}

/// A leaf that stands open: its kind, its bytes in the view once known, its inline parts.
struct Leaf {
    kind: Kind,
    block: Option<Range<usize>>,
    inline: Inline,
}

struct Builder<'v> {
    view: &'v View,
    file: &'v str,
    mdx: bool,
    quotes: usize,
    /// For each open list item, whether its first paragraph is still to come.
    items: Vec<bool>,
    leaf: Option<Leaf>,
    out: Vec<Segment>,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.piece(Piece::Text(&text), range),
            Event::Code(_) => self.piece(Piece::Object(PlaceholderKind::Code), range),
            Event::InlineHtml(_) => self.piece(Piece::Hidden(PlaceholderKind::Tag), range),
            Event::FootnoteReference(_) => {
                self.piece(Piece::Hidden(PlaceholderKind::Footnote), range);
            }
            Event::TaskListMarker(_) => self.piece(Piece::Hidden(PlaceholderKind::TaskBox), range),
            Event::SoftBreak | Event::HardBreak => self.piece(Piece::Break, range),
            Event::Html(_) | Event::Rule | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        let kind = match tag {
            Tag::Paragraph if self.first_of_item() => Kind::ListItem,
            Tag::Paragraph => Kind::Paragraph,
            Tag::Heading { level, .. } => Kind::Heading(level as u8),
            Tag::TableCell => Kind::TableCell,
            Tag::CodeBlock(pulldown_cmark::CodeBlockKind::Indented) if self.mdx => Kind::Paragraph,
            Tag::CodeBlock(_) => Kind::Code,
            Tag::HtmlBlock => Kind::Html,
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {
                return self.open(PlaceholderKind::Emphasis, range);
            }
            Tag::Link {
                link_type: LinkType::Autolink | LinkType::Email,
                ..
            } => {
                return self.piece(Piece::Opaque(PlaceholderKind::Url), range);
            }
            Tag::Link {
                link_type: LinkType::WikiLink { has_pothole: false },
                ..
            } => {
                return self.piece(Piece::Opaque(PlaceholderKind::Link), range);
            }
            Tag::Link { .. } => return self.open(PlaceholderKind::Link, range),
            Tag::Image { .. } => return self.open(PlaceholderKind::Image, range),
            other => return self.container(&other),
        };
        self.close_leaf();
        self.taken();
        let inline = Inline::default();
        self.leaf = Some(Leaf {
            kind,
            block: Some(range),
            inline,
        });
    }

    fn container(&mut self, tag: &Tag<'_>) {
        self.close_leaf();
        match tag {
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::Item => self.items.push(true),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Link
            | TagEnd::Image => {
                if let Some(leaf) = &mut self.leaf {
                    leaf.inline.close();
                }
            }
            TagEnd::BlockQuote(_) => {
                self.close_leaf();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::Item => {
                self.close_leaf();
                self.items.pop();
            }
            TagEnd::TableHead => {
                self.close_leaf();
                self.under_head();
            }
            _ => self.close_leaf(),
        }
    }

    /// The line under the head of a table belongs to the head: neither is a table alone.
    fn under_head(&mut self) {
        let Some(lines) = self
            .out
            .last()
            .filter(|s| s.kind == Kind::TableCell)
            .map(|s| s.lines.clone())
        else {
            return;
        };
        let Some(next) = self.file[lines.end..]
            .find('\n')
            .map(|at| lines.end + at + 1)
        else {
            return;
        };
        let both = lines.start..whole_lines(self.file, &(next..next)).end;
        for cell in self
            .out
            .iter_mut()
            .rev()
            .take_while(|segment| segment.lines == lines)
        {
            cell.lines = both.clone();
        }
    }

    fn open(&mut self, kind: PlaceholderKind, range: Range<usize>) {
        self.inline(&range).open(kind, range);
    }

    fn piece(&mut self, piece: Piece<'_>, range: Range<usize>) {
        self.inline(&range).piece(piece, range);
    }

    /// The inline parts of the open leaf. Text that stands in a list item without a paragraph
    /// (a tight list) opens a leaf of its own.
    fn inline(&mut self, range: &Range<usize>) -> &mut Inline {
        if self.leaf.is_none() {
            let kind = if self.first_of_item() {
                Kind::ListItem
            } else {
                Kind::Paragraph
            };
            self.taken();
            self.leaf = Some(Leaf {
                kind,
                block: None,
                inline: Inline::default(),
            });
        }
        let leaf = self.leaf.get_or_insert_with(|| Leaf {
            kind: Kind::Paragraph,
            block: Some(range.clone()),
            inline: Inline::default(),
        });
        &mut leaf.inline
    }

    fn first_of_item(&self) -> bool {
        self.items.last().copied().unwrap_or(false)
    }

    fn taken(&mut self) {
        if let Some(first) = self.items.last_mut() {
            *first = false;
        }
    }

    fn close_leaf(&mut self) {
        let Some(leaf) = self.leaf.take() else { return };
        let block = leaf.block.clone().or_else(|| leaf.inline.extent());
        let Some(block) = block.map(|range| self.view.trim(range)) else {
            return;
        };
        let content = match leaf.kind {
            Kind::Heading(_) | Kind::TableCell => leaf.inline.extent(),
            _ => Some(block.clone()),
        };
        let Some(content) = content.map(|range| self.view.trim(range)) else {
            return;
        };
        if content.is_empty() {
            return;
        }
        let segment = self.segment(leaf, &block, &content);
        self.out.push(segment);
    }

    fn segment(&self, leaf: Leaf, block: &Range<usize>, content: &Range<usize>) -> Segment {
        let (text, map) = self.lay(content);
        let origins = map
            .iter()
            .map(|&(text, view)| (text, self.view.origin(view)));
        let origins = origins.collect();
        let raw = matches!(leaf.kind, Kind::Code | Kind::Html);
        let inline = if raw {
            Inline::html(&text)
        } else {
            leaf.inline.moved(&map)
        };
        let inline = inline.refined(
            &text,
            if self.mdx {
                Extra::Mdx
            } else {
                Extra::Markdown
            },
        );
        let mut kind = leaf.kind;
        if inline.is_image(&text) {
            kind = Kind::Image;
        }
        let reader = if kind == Kind::Code {
            String::new()
        } else {
            inline.reader(&text)
        };
        // What is seen counts: code or a URL that comes alone has to come in the translation, too.
        let prose = kind != Kind::Code && reader.chars().any(|c| speaks(c) || c == OBJECT);
        let kind = match kind {
            Kind::Html if !prose && text.starts_with("<!--") => Kind::Comment,
            Kind::Html if !prose => Kind::Tag,
            kind => kind,
        };
        let span = self.view.range(content);
        let (visible, placeholders) = match kind {
            Kind::Code => (Vec::new(), Vec::new()),
            _ => inline.parts(),
        };
        Segment {
            key: None,
            kind,
            prose,
            lines: whole_lines(self.file, &self.view.range(block)),
            span,
            text,
            reader,
            placeholders,
            visible,
            origins,
            wording: None,
        }
    }

    /// The text of `range` without what stands before each of its lines, and where in the
    /// view each line of that text begins.
    fn lay(&self, range: &Range<usize>) -> (String, Vec<(usize, usize)>) {
        let mut starts = vec![range.start];
        starts.extend(self.view.breaks(range));
        let mut text = String::new();
        let mut map = Vec::with_capacity(starts.len());
        for (at, &start) in starts.iter().enumerate() {
            let end = starts.get(at + 1).map_or(range.end, |next| next - 1);
            let line = &self.view.text[start..end.max(start)];
            let skip = if at == 0 {
                0
            } else {
                prefix(line, self.quotes)
            };
            map.push((text.len(), start + skip));
            text.push_str(line[skip..].trim_end());
            if at + 1 < starts.len() {
                text.push('\n');
            }
        }
        (text, map)
    }

    fn finish(&mut self) {
        self.close_leaf();
    }
}

/// Bytes of quote signs (at most `quotes` of them) and white space at the start of a line.
fn prefix(line: &str, quotes: usize) -> usize {
    let mut rest = line.trim_start();
    for _ in 0..quotes {
        match rest.strip_prefix('>') {
            Some(inner) => rest = inner.trim_start(),
            None => break,
        }
    }
    line.len() - rest.len()
}

/// A segment of one line without markup.
fn plain(file: &str, span: Range<usize>, kind: Kind) -> Segment {
    let text = file[span.clone()].to_owned();
    let inline = Inline::text(&text).refined(&text, Extra::Markdown);
    let reader = inline.reader(&text);
    let (visible, placeholders) = inline.parts();
    Segment {
        key: None,
        kind,
        prose: true,
        lines: whole_lines(file, &span),
        origins: vec![(0, span.start)],
        wording: None,
        span,
        reader,
        placeholders,
        visible,
        text,
    }
}

/// The whole lines that `span` touches, without BOM and without the last line break.
pub(super) fn whole_lines(file: &str, span: &Range<usize>) -> Range<usize> {
    let bytes = file.as_bytes();
    let start = memchr::memrchr(b'\n', &bytes[..span.start]).map_or(0, |at| at + 1);
    let start = if start == 0 && file.starts_with('\u{feff}') {
        3
    } else {
        start
    };
    let end = memchr::memchr(b'\n', &bytes[span.end..]).map_or(bytes.len(), |at| span.end + at);
    let end = if end > start && bytes[end - 1] == b'\r' {
        end - 1
    } else {
        end
    };
    start..end.max(span.end)
}

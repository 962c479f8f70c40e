//! The parts of a page become HTML.

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Tag, TagEnd};

use super::callout::Callout;
use super::clean::Tags;
use super::links::{After, Words};
use super::notes::Notes;
use super::page::{Page, Part};
use super::sanitize::sanitize;
use super::tables::Table;
use super::{Body, RawHtml, Refused, Rendered, Rendering, escape};

/// The HTML of a page.
pub(super) fn write(page: Page<'_>, rendering: &Rendering<'_>) -> Rendered {
    let mut writer = Writer {
        body: &page.body,
        rendering,
        out: String::new(),
        refused: page.refused,
        links: Vec::new(),
        image: None,
        table: Table::default(),
        notes: Notes::default(),
        tags: Tags::default(),
    };
    let first = if rendering.skip_title {
        title(&page.parts)
    } else {
        0
    };
    writer.parts(&page.parts[first..]);
    writer.write_notes(&page.notes);
    writer.refused.sort_by_key(|one| one.range.start);
    let sanitized = rendering.raw_html == RawHtml::Sanitize && page.body.has_html;
    let html = if sanitized {
        sanitize(&writer.out)
    } else {
        writer.out
    };
    Rendered {
        html,
        refused: writer.refused,
    }
}

/// Where the page begins behind a heading of level 1 that is its first block.
fn title(parts: &[Part<'_>]) -> usize {
    let silent = |part: &Part<'_>| matches!(part, Part::Raw(raw) if raw.is_silent());
    let first = parts.iter().position(|part| !silent(part)).unwrap_or(0);
    let is_title =
        |part: &Event<'_>| matches!(part, Event::End(TagEnd::Heading(level)) if *level as u8 == 1);
    if !matches!(parts.get(first), Some(Part::Heading(..))) {
        return 0;
    }
    let end = parts
        .iter()
        .position(|part| matches!(part, Part::Event(Event::End(TagEnd::Heading(_)))));
    match end {
        Some(end) if matches!(&parts[end], Part::Event(event) if is_title(event)) => end + 1,
        _ => 0,
    }
}

/// A page in the making.
pub(super) struct Writer<'p> {
    pub(super) body: &'p Body,
    pub(super) rendering: &'p Rendering<'p>,
    pub(super) out: String,
    pub(super) refused: Vec<Refused>,
    /// What follows each link that stands open.
    pub(super) links: Vec<After>,
    /// The image whose words are read.
    pub(super) image: Option<Words>,
    pub(super) table: Table,
    pub(super) notes: Notes,
    /// The tags of raw HTML.
    pub(super) tags: Tags,
}

impl Writer<'_> {
    /// Writes parts one after another.
    pub(super) fn parts(&mut self, parts: &[Part<'_>]) {
        for (at, part) in parts.iter().enumerate() {
            if self.image.is_some() {
                self.part_of_image(part);
                continue;
            }
            self.part(part, &parts[at + 1..]);
        }
    }

    /// Writes a part, before those that follow.
    fn part(&mut self, part: &Part<'_>, next: &[Part<'_>]) {
        match part {
            Part::Event(Event::Start(tag)) => self.start(tag, next),
            Part::Event(Event::End(tag)) => self.end(*tag, next),
            Part::Event(_) if self.tags.swallow() => {}
            Part::Event(event) => self.event(event),
            Part::Heading(number, classes) => self.heading(*number, classes),
            Part::Link(number, title) => self.link(*number, title, next),
            Part::Image(number, title) => self.image(*number, title),
            Part::Callout(callout, title) => self.callout(*callout, *title),
            Part::CalloutEnd => self.out.push_str("</aside>\n"),
            Part::Raw(raw) => self.raw(raw),
        }
    }

    fn event(&mut self, event: &Event<'_>) {
        match event {
            Event::Text(text) => escape::text(&mut self.out, text),
            Event::Code(text) => {
                self.out.push_str("<code>");
                escape::text(&mut self.out, text);
                self.out.push_str("</code>");
            }
            Event::SoftBreak => self.out.push('\n'),
            Event::HardBreak => self.out.push_str("<br>\n"),
            Event::Rule => self.out.push_str("<hr>\n"),
            Event::FootnoteReference(name) => self.note(name),
            Event::TaskListMarker(done) => self.task(*done),
            // Tags have parts of their own, and formulas are not read.
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag<'_>, next: &[Part<'_>]) {
        let html = match tag {
            Tag::Paragraph => "<p>",
            Tag::BlockQuote(_) => "<blockquote>\n",
            Tag::CodeBlock(kind) => return self.code_block(kind),
            Tag::List(None) => "<ul>\n",
            Tag::List(Some(1)) => "<ol>\n",
            Tag::List(Some(first)) => {
                self.begin_block();
                self.new_line();
                let list = format!("<ol start=\"{first}\">\n");
                return self.out.push_str(&list);
            }
            Tag::Item if is_task(next) => "<li class=\"task\">",
            Tag::Item => "<li>",
            Tag::Table(alignments) => return self.table(alignments),
            Tag::TableHead => "<thead>\n<tr>",
            Tag::TableRow => "<tr>",
            Tag::TableCell => return self.cell(next),
            Tag::Emphasis => "<em>",
            Tag::Strong => "<strong>",
            Tag::Strikethrough => "<del>",
            _ => return,
        };
        if !matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Strikethrough) {
            self.begin_block();
        }
        if matches!(tag, Tag::BlockQuote(_) | Tag::List(_)) {
            self.new_line();
        }
        self.out.push_str(html);
    }

    fn end(&mut self, tag: TagEnd, next: &[Part<'_>]) {
        let html = match tag {
            TagEnd::Emphasis => return self.out.push_str("</em>"),
            TagEnd::Strong => return self.out.push_str("</strong>"),
            TagEnd::Strikethrough => return self.out.push_str("</del>"),
            TagEnd::Link => return self.end_link(),
            TagEnd::Paragraph => "</p>\n",
            TagEnd::Heading(level) => {
                self.end_leaf();
                let end = format!("</{level}>\n");
                return self.out.push_str(&end);
            }
            TagEnd::BlockQuote(_) => "</blockquote>\n",
            TagEnd::CodeBlock => "</code></pre>\n",
            TagEnd::List(true) => "</ol>\n",
            TagEnd::List(false) => "</ul>\n",
            TagEnd::Item => "</li>\n",
            TagEnd::Table => return self.end_table(),
            TagEnd::TableHead => return self.end_head(next),
            TagEnd::TableRow => "</tr>\n",
            TagEnd::TableCell => {
                self.end_leaf();
                return self.end_cell();
            }
            _ => return,
        };
        self.end_leaf();
        self.out.push_str(html);
    }

    /// A block begins: behind the words of an item, on a line of its own.
    pub(super) fn new_line(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }

    fn heading(&mut self, number: usize, classes: &[CowStr<'_>]) {
        self.begin_block();
        let Some(heading) = self.body.headings.get(number) else {
            return;
        };
        self.out.push_str("<h");
        self.out.push(char::from(b'0' + heading.level));
        escape::attribute(&mut self.out, "id", &heading.id);
        let classes: Vec<&str> = classes.iter().map(AsRef::as_ref).collect();
        escape::label(&mut self.out, "class", &classes.join(" "));
        self.out.push('>');
    }

    fn code_block(&mut self, kind: &CodeBlockKind<'_>) {
        self.begin_block();
        self.new_line();
        // Whoever has no mouse must be able to scroll what is wider than the page.
        self.out.push_str("<pre tabindex=\"0\"><code");
        if let CodeBlockKind::Fenced(info) = kind {
            let end = info.find(|c: char| c.is_whitespace() || matches!(c, ',' | '{'));
            let language = &info[..end.unwrap_or(info.len())];
            if !language.is_empty() {
                let class = format!("language-{language}");
                escape::attribute(&mut self.out, "class", &class);
            }
        }
        self.out.push('>');
    }

    fn task(&mut self, done: bool) {
        self.out.push_str("<input type=\"checkbox\" disabled");
        if done {
            self.out.push_str(" checked");
        }
        escape::label(&mut self.out, "aria-label", &self.rendering.labels.task);
        self.out.push_str("> ");
    }

    fn callout(&mut self, callout: Callout, title: Option<&str>) {
        self.begin_block();
        self.new_line();
        self.out.push_str("<aside");
        escape::attribute(&mut self.out, "class", callout.class());
        self.out.push_str(" role=\"note\">\n");
        let title = title.unwrap_or(callout.label(self.rendering.labels));
        if !title.is_empty() {
            self.out.push_str("<p class=\"title\">");
            escape::text(&mut self.out, title);
            self.out.push_str("</p>\n");
        }
    }
}

/// Whether an item, of which these parts are the first, is a task.
fn is_task(parts: &[Part<'_>]) -> bool {
    let rest = match parts {
        [Part::Event(Event::Start(Tag::Paragraph)), rest @ ..] => rest,
        parts => parts,
    };
    matches!(rest, [Part::Event(Event::TaskListMarker(_)), ..])
}

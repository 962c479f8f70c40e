//! Front matter in YAML or TOML: each scalar field becomes a segment with its path as key.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use saphyr_parser::{Event, Parser, ScalarStyle, Span as YamlSpan};
use toml::de::{DeTable, DeValue};

use super::markdown::whole_lines;
use super::view::lines;
use super::{Draft, Format, Kind, Segment, Shown, Visible};
use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// Reads the front matter, if there is any, and returns the byte after it.
pub(super) fn read(draft: &mut Draft<'_>, translate: &dyn Fn(&str) -> bool) -> usize {
    let Some(found) = find(draft.text) else {
        return bom(draft.text);
    };
    let Some(body) = found.body else {
        draft
            .diagnostics
            .extend(unclosed_front_matter(draft.text, &draft.file));
        return bom(draft.text);
    };
    draft.front_matter = Some(found.start..found.end);
    let mut fields = Fields {
        draft,
        translate,
        body,
        keys: BTreeSet::new(),
    };
    match found.fence {
        "---" => fields.yaml(),
        _ => fields.toml(),
    }
    found.end
}

/// That a page's front matter begins and never ends, if so; found without reading the page.
pub fn unclosed_front_matter(text: &str, file: &Arc<str>) -> Option<Diagnostic> {
    let found = find(text).filter(|found| found.body.is_none())?;
    let place = Span::new(
        Arc::clone(file),
        found.start..found.start + found.fence.len(),
    );
    Some(Diagnostic::new(Code::UNCLOSED_FRONT_MATTER, place).with("fence", found.fence))
}

/// The fields of a page's front matter: path, value and bytes. The page itself is not read.
pub fn front_matter_fields(text: &str) -> Vec<FrontMatterField> {
    front_matter_checked("", text).0
}

/// A field of a front matter: its path, its value, and the bytes of that.
pub type FrontMatterField = (String, String, Range<usize>);

/// The same, and what is wrong with the front matter of the file.
pub fn front_matter_checked(file: &str, text: &str) -> (Vec<FrontMatterField>, Vec<Diagnostic>) {
    let mut draft = Draft {
        file: file.into(),
        format: Format::Markdown,
        text,
        segments: Vec::new(),
        front_matter: None,
        fluent: None,
        diagnostics: Vec::new(),
    };
    read(&mut draft, &|_| true);
    let fields = draft.segments.into_iter();
    let fields = fields.filter_map(|field| Some((field.key?, field.text, field.span)));
    (fields.collect(), draft.diagnostics)
}

/// The items of a field whose value is a list within one line (`[a, "b, c"]`), as YAML and TOML write
/// it; the value itself, if it is none.
pub fn front_matter_items(value: &str) -> Vec<String> {
    if !value.starts_with('[') {
        return vec![value.to_owned()];
    }
    let mut items = Vec::new();
    for event in Parser::new_from_str(value) {
        match event {
            Ok((Event::Scalar(text, ..), _)) => items.push(text.into_owned()),
            Ok(_) => {}
            Err(_) => return vec![value.to_owned()],
        }
    }
    items
}

/// The byte behind a page's front matter; where there is none, behind the mark of byte order.
pub fn front_matter_end(text: &str) -> usize {
    match find(text) {
        Some(found) if found.body.is_some() => found.end,
        _ => bom(text),
    }
}

/// The bytes between the fences of a page's front matter, and the fence: `---` or `+++`.
pub fn front_matter_body(text: &str) -> Option<(Range<usize>, &'static str)> {
    let found = find(text)?;
    Some((found.body?, found.fence))
}

/// The value of one field of a page's front matter, and its bytes. Cheap where the page does not
/// mention the field at all.
pub fn front_matter_field(text: &str, key: &str) -> Option<(String, Range<usize>)> {
    let found = find(text)?;
    let last = key.rsplit('.').next().unwrap_or(key);
    memchr::memmem::find(&text.as_bytes()[..found.end], last.as_bytes())?;
    let mut fields = front_matter_fields(text).into_iter();
    fields
        .find(|(name, ..)| name == key)
        .map(|(_, value, range)| (value, range))
}

/// Front matter as it stands in a file.
struct Found {
    fence: &'static str,
    start: usize,
    /// Between the fences; missing when the second fence is.
    body: Option<Range<usize>>,
    end: usize,
}

fn find(text: &str) -> Option<Found> {
    let start = bom(text);
    let mut rows = lines(text, start);
    let (_, first) = rows.next()?;
    let fence = ["---", "+++"]
        .into_iter()
        .find(|fence| first.trim_end() == *fence)?;
    let mut body_start = None;
    let mut looks_like_fields = false;
    for (at, line) in rows {
        let body_start = *body_start.get_or_insert(at);
        let line = line.trim_end();
        if line == fence || (fence == "---" && line == "...") {
            let end = (at + line.len()..text.len())
                .find(|&end| text.as_bytes()[end] == b'\n')
                .map_or(text.len(), |end| end + 1);
            return Some(Found {
                fence,
                start,
                body: Some(body_start..at),
                end,
            });
        }
        looks_like_fields |= line.contains([':', '=']);
    }
    // `---` at the top of a page without a second one may also be a rule.
    let unclosed = Found {
        fence,
        start,
        body: None,
        end: start,
    };
    (fence == "+++" || looks_like_fields_at_once(text, start, looks_like_fields))
        .then_some(unclosed)
}

/// Whether the line right behind the first fence is a field.
fn looks_like_fields_at_once(text: &str, start: usize, any: bool) -> bool {
    let second = lines(text, start).nth(1).map_or("", |row| row.1);
    let key = second.split(':').next().unwrap_or_default();
    any && second.contains(':')
        && !key.is_empty()
        && key
            .chars()
            .all(|c| c.is_alphanumeric() || "_-.\"'".contains(c))
}

fn bom(text: &str) -> usize {
    if text.starts_with('\u{feff}') { 3 } else { 0 }
}

struct Fields<'d, 't, 'f> {
    draft: &'d mut Draft<'t>,
    translate: &'f dyn Fn(&str) -> bool,
    body: Range<usize>,
    keys: BTreeSet<String>,
}

impl Fields<'_, '_, '_> {
    /// Adds the field `key` whose value stands at `range` of the body and reads `value`.
    fn push(&mut self, key: String, value: &str, range: Range<usize>, from: usize) {
        let raw = self
            .draft
            .text
            .get(self.body.start + range.start..self.body.start + range.end);
        let Some(raw) = raw else { return };
        let start = self.body.start + range.start + (raw.len() - raw.trim_start().len());
        let span = start..start + raw.trim().len();
        if span.is_empty() {
            return;
        }
        let top = self.body.start + from.min(range.start);
        let lines = whole_lines(self.draft.text, &(top..span.end));
        let prose = (self.translate)(&key) && value.chars().any(char::is_alphanumeric);
        if !self.keys.insert(key.clone()) {
            let found = self.draft.diagnostic(Code::DUPLICATE_KEY, span.clone());
            self.draft.diagnostics.push(found.with("key", &key));
        }
        let text = value.replace("\r\n", "\n").trim_end().to_owned();
        // Quotes stand around the value; escapes and folded lines have other bytes.
        let origin = self.draft.text[span.clone()].find(&text);
        let whole = Visible::new(0..text.len(), Shown::Written);
        self.draft.segments.push(Segment {
            key: Some(key),
            kind: Kind::Field,
            prose,
            origins: origin.map(|at| (0, span.start + at)).into_iter().collect(),
            wording: None,
            span,
            lines,
            reader: if prose {
                value.trim().to_owned()
            } else {
                String::new()
            },
            placeholders: Vec::new(),
            visible: if prose { vec![whole] } else { Vec::new() },
            text,
        });
    }

    fn broken(&mut self, range: Range<usize>, reason: &str) {
        let range = self.body.start + range.start..self.body.start + range.end;
        let found = self.draft.diagnostic(Code::BROKEN_FRONT_MATTER, range);
        self.draft.diagnostics.push(found.with("reason", reason));
    }

    fn toml(&mut self) {
        let text = self.draft.text;
        let body = &text[self.body.clone()];
        let (table, errors) = DeTable::parse_recoverable(body);
        for error in errors {
            self.broken(error.span().unwrap_or(0..0), error.message());
        }
        let mut found = Vec::new();
        collect_toml(body, table.get_ref(), "", &mut found);
        found.sort_by_key(|(_, _, range, _)| range.start);
        for (key, value, range, from) in found {
            self.push(key, &value, range, from);
        }
    }

    fn yaml(&mut self) {
        let text = self.draft.text;
        let body = &text[self.body.clone()];
        let bytes = Bytes::new(body);
        let mut walk = Walk::default();
        for event in Parser::new_from_str(body) {
            match event {
                Ok((event, span)) => {
                    for (key, value, range, from) in walk.step(event, &span, &bytes, body) {
                        self.push(key, &value, range, from);
                    }
                }
                Err(error) => {
                    let at = bytes.at(error.marker().index());
                    self.broken(at..at, error.info());
                    break;
                }
            }
        }
    }
}

/// Key, value, its range in the body, and where its key begins.
type Field = (String, String, Range<usize>, usize);

fn collect_toml(body: &str, table: &DeTable<'_>, path: &str, out: &mut Vec<Field>) {
    for (key, value) in table {
        let name = if path.is_empty() {
            key.get_ref().to_string()
        } else {
            format!("{path}.{}", key.get_ref())
        };
        match value.get_ref() {
            DeValue::Table(inner) if !inner.is_empty() => collect_toml(body, inner, &name, out),
            DeValue::Array(items) if items.iter().any(|item| item.get_ref().is_table()) => {
                for (at, item) in items.iter().enumerate() {
                    if let DeValue::Table(inner) = item.get_ref() {
                        collect_toml(body, inner, &format!("{name}[{at}]"), out);
                    }
                }
            }
            DeValue::String(text) => {
                out.push((name, text.to_string(), value.span(), key.span().start));
            }
            _ => {
                let text = body.get(value.span()).unwrap_or_default().to_owned();
                out.push((name, text, value.span(), key.span().start));
            }
        }
    }
}

/// Characters to bytes: the YAML parser counts characters.
struct Bytes(Option<Vec<usize>>, usize);

impl Bytes {
    fn new(text: &str) -> Self {
        let table = (!text.is_ascii()).then(|| text.char_indices().map(|(at, _)| at).collect());
        Self(table, text.len())
    }

    fn at(&self, index: usize) -> usize {
        let Self(table, len) = self;
        match table {
            Some(table) => table.get(index).copied().unwrap_or(*len),
            None => index.min(*len),
        }
    }
}

/// Where a walk through the events of a YAML document stands.
#[derive(Default)]
struct Walk {
    levels: Vec<Level>,
    /// A flow collection (`[a, b]`) that is one value: how deep, and where it began.
    flow: Option<(usize, Range<usize>)>,
}

enum Level {
    /// The key that waits for its value, and where it stands.
    Map(Option<(String, usize)>),
    List(usize),
}

impl Walk {
    fn step(&mut self, event: Event<'_>, span: &YamlSpan, bytes: &Bytes, body: &str) -> Vec<Field> {
        let range = bytes.at(span.start.index())..bytes.at(span.end.index());
        match event {
            Event::MappingStart(..) | Event::SequenceStart(..) => {
                if let Some((depth, _)) = &mut self.flow {
                    *depth += 1;
                } else if body[range.start..].starts_with('[') && !self.levels.is_empty() {
                    self.flow = Some((1, range));
                } else if matches!(event, Event::MappingStart(..)) {
                    self.levels.push(Level::Map(None));
                } else {
                    self.levels.push(Level::List(0));
                }
                Vec::new()
            }
            Event::MappingEnd | Event::SequenceEnd => match &mut self.flow {
                Some((1, start)) => {
                    let whole = start.start..range.end;
                    self.flow = None;
                    let value = body[whole.clone()].to_owned();
                    self.value(value, whole).into_iter().collect()
                }
                Some((depth, _)) => {
                    *depth -= 1;
                    Vec::new()
                }
                None => {
                    self.levels.pop();
                    self.done();
                    Vec::new()
                }
            },
            Event::Scalar(text, style, ..) if self.flow.is_none() => {
                let range = match style {
                    // The span of a block scalar leaves its sign out.
                    ScalarStyle::Literal | ScalarStyle::Folded => {
                        body[..range.start].rfind(['|', '>']).unwrap_or(range.start)..range.end
                    }
                    _ => range,
                };
                self.scalar(text.into_owned(), range)
            }
            Event::Alias(_) if self.flow.is_none() => {
                self.scalar(body[range.clone()].to_owned(), range)
            }
            _ => Vec::new(),
        }
    }

    fn scalar(&mut self, text: String, range: Range<usize>) -> Vec<Field> {
        if let Some(Level::Map(key @ None)) = self.levels.last_mut() {
            *key = Some((text, range.start));
            return Vec::new();
        }
        self.value(text, range).into_iter().collect()
    }

    fn value(&mut self, text: String, range: Range<usize>) -> Option<Field> {
        let key = self.path();
        let from = match self.levels.last() {
            Some(Level::Map(Some((_, at)))) => *at,
            _ => range.start,
        };
        self.done();
        (!key.is_empty()).then_some((key, text, range, from))
    }

    /// The value of the innermost level is complete.
    fn done(&mut self) {
        match self.levels.last_mut() {
            Some(Level::Map(key)) => *key = None,
            Some(Level::List(at)) => *at += 1,
            None => {}
        }
    }

    fn path(&self) -> String {
        let mut path = String::new();
        for level in &self.levels {
            match level {
                Level::Map(Some((key, _))) if path.is_empty() => path.push_str(key),
                Level::Map(Some((key, _))) => {
                    path.push('.');
                    path.push_str(key);
                }
                Level::Map(None) => {}
                Level::List(at) => path.extend(["[", &at.to_string(), "]"]),
            }
        }
        path
    }
}

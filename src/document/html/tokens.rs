//! The tags and comments of a page, each with its bytes; what lies between them is text.

use std::ops::Range;

use html5gum::emitters::callback::{Callback, CallbackEmitter, CallbackEvent};
use html5gum::{Error, Span, State, StringReader, Tokenizer};

/// Markup in a page.
pub(crate) enum Token {
    /// The start of an element.
    Open(Tag),
    /// The end of one: its name, its bytes.
    Close(String, Range<usize>),
    /// A comment, also of the kinds that XML calls otherwise.
    Comment(Range<usize>),
    /// What nobody sees: a document type, a tag without a name.
    Nothing(Range<usize>),
}

impl Token {
    /// Its bytes in the file.
    pub(crate) fn range(&self) -> Range<usize> {
        match self {
            Self::Open(tag) => tag.range.clone(),
            Self::Close(_, range) | Self::Comment(range) | Self::Nothing(range) => range.clone(),
        }
    }
}

/// The tag that starts an element.
pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) range: Range<usize>,
    pub(crate) attributes: Vec<Attribute>,
    /// Whether it ends with `/>`.
    pub(crate) closed: bool,
}

impl Tag {
    /// The value of an attribute, as it is written.
    pub(crate) fn value<'t>(&self, file: &'t str, name: &str) -> Option<&'t str> {
        let found = self.attributes.iter().find(|one| one.name == name)?;
        file.get(found.value.clone()).map(str::trim)
    }
}

/// An attribute with the bytes of its value, without quotes.
pub(crate) struct Attribute {
    pub(crate) name: String,
    pub(crate) value: Range<usize>,
}

/// The markup of a page, one after another.
pub(crate) struct Tokens<'t> {
    file: &'t str,
    inner: Tokenizer<StringReader<'t>, CallbackEmitter<Collector, Event, usize>>,
    from: usize,
    /// Where text may go on.
    at: usize,
    /// Where the last tag begins, if the page ends in it.
    unended: Option<usize>,
}

impl<'t> Tokens<'t> {
    /// The markup of `file` from byte `from` on.
    pub(crate) fn new(file: &'t str, from: usize) -> Self {
        let emitter = CallbackEmitter::new(Collector::default());
        Self {
            file,
            inner: Tokenizer::new_with_emitter(&file[from..], emitter),
            from,
            at: from,
            unended: None,
        }
    }

    /// The next tag or comment.
    pub(crate) fn next(&mut self) -> Option<Token> {
        loop {
            let token = match self.inner.next()?.unwrap_or(Event::Unended(None)) {
                Event::Token(token) => self.placed(token),
                Event::Unended(start) => {
                    let behind = &self.file[self.at..];
                    let last = || behind.rfind('<').map(|at| self.at + at);
                    self.unended = start.map(|start| start + self.from).or_else(last);
                    continue;
                }
            };
            let range = token.range();
            // A place that is none would break whatever is cut there.
            if range.start >= self.at && self.file.get(range.clone()).is_some() {
                self.at = range.end;
                return Some(token);
            }
        }
    }

    /// Reads on as the content of an element that has none: a script, a title.
    pub(crate) fn content_of(&mut self, name: &str) {
        let state = match name {
            "script" => State::ScriptData,
            "style" | "iframe" | "xmp" | "noembed" | "noframes" | "noscript" => State::RawText,
            "title" | "textarea" => State::RcData,
            "plaintext" => State::PlainText,
            _ => return,
        };
        self.inner.set_state(state);
    }

    /// Where text ends that has no more markup behind it. A tag that never ends is no text.
    pub(crate) fn end(&self) -> usize {
        let unended = self.unended.filter(|&start| start >= self.at);
        unended.unwrap_or(self.file.len())
    }

    /// The token counted in the file.
    fn placed(&self, token: Token) -> Token {
        let moved = |range: Range<usize>| range.start + self.from..range.end + self.from;
        match token {
            Token::Open(mut tag) => {
                tag.range = moved(tag.range);
                for attribute in &mut tag.attributes {
                    attribute.value = self.whole(moved(attribute.value.clone()), tag.range.end);
                }
                Token::Open(tag)
            }
            Token::Close(name, range) => Token::Close(name, moved(range)),
            Token::Comment(range) => Token::Comment(moved(range)),
            Token::Nothing(range) => Token::Nothing(moved(range)),
        }
    }

    /// The bytes of a value that begins where `range` does: up to its quote, or as far as it goes.
    fn whole(&self, range: Range<usize>, tag: usize) -> Range<usize> {
        let Some(rest) = self
            .file
            .get(range.start..tag)
            .filter(|_| !range.is_empty())
        else {
            return tag..tag;
        };
        let quote = self.file.as_bytes()[range.start - 1];
        let end = match quote {
            b'"' | b'\'' => memchr::memchr(quote, rest.as_bytes()),
            _ => rest.find(|c: char| c.is_ascii_whitespace() || c == '>'),
        };
        range.start..end.map_or(tag, |end| range.start + end)
    }
}

/// What the collector hands on.
enum Event {
    Token(Token),
    /// The page ended in a tag, which began here if that is known.
    Unended(Option<usize>),
}

/// Puts the pieces of tags together.
#[derive(Default)]
struct Collector {
    tag: Option<Tag>,
}

impl Callback<Event, usize> for Collector {
    fn handle_event(&mut self, event: CallbackEvent<'_>, span: Span<usize>) -> Option<Event> {
        let range = span.start..span.end;
        let token = match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = Some(Tag {
                    name: owned(name),
                    range,
                    attributes: Vec::new(),
                    closed: false,
                });
                return None;
            }
            CallbackEvent::AttributeName { name } => {
                let tag = self.tag.as_mut()?;
                tag.attributes.push(Attribute {
                    name: owned(name),
                    value: 0..0,
                });
                return None;
            }
            CallbackEvent::AttributeValue { .. } => {
                let last = self.tag.as_mut()?.attributes.last_mut()?;
                last.value = range;
                return None;
            }
            CallbackEvent::CloseStartTag { self_closing } => {
                let mut tag = self.tag.take()?;
                tag.range.end = span.end;
                tag.closed = self_closing;
                Token::Open(tag)
            }
            CallbackEvent::EndTag { name } => Token::Close(owned(name), range),
            CallbackEvent::Comment { .. } => Token::Comment(range),
            CallbackEvent::Doctype { .. } => Token::Nothing(range),
            CallbackEvent::Error(Error::MissingEndTagName) => {
                Token::Nothing(span.end.saturating_sub(3)..span.end)
            }
            CallbackEvent::Error(Error::EofInTag) => {
                let start = self.tag.take().map(|tag| tag.range.start);
                return Some(Event::Unended(start));
            }
            CallbackEvent::String { .. } | CallbackEvent::Error(_) => return None,
        };
        Some(Event::Token(token))
    }
}

fn owned(name: &[u8]) -> String {
    String::from_utf8_lossy(name).into_owned()
}

//! Words in HTML: text with entities, of an element or an attribute.

use std::borrow::Cow;
use std::convert::Infallible;
use std::ops::Range;

use html5gum::Tokenizer;
use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use memchr::memchr_iter;

use crate::document::laid::words;
use crate::document::{Shown, Visible};

/// The words in `range`, with what its entities stand for.
pub(super) fn seen(file: &str, range: &Range<usize>, attribute: bool) -> Vec<Visible> {
    let text = &file[range.clone()];
    let mut out = Vec::new();
    let mut at = range.start;
    for sign in memchr_iter(b'&', text.as_bytes()).map(|sign| range.start + sign) {
        let Some(raw) = entity(&file[sign..range.end]) else {
            continue;
        };
        let end = sign + raw.len();
        let next = file.as_bytes().get(end).copied();
        let Some(meant) = decoded(raw, attribute, next) else {
            continue;
        };
        out.extend(words(file, &(at..sign)));
        out.push(Visible::new(sign..end, Shown::Decoded(meant)));
        at = end;
    }
    out.extend(words(file, &(at..range.end)));
    out
}

/// What a text says, or the value of an attribute, with its entities decoded.
pub(crate) fn said(text: &str, attribute: bool) -> Cow<'_, str> {
    let mut out = String::new();
    let mut at = 0;
    for sign in memchr_iter(b'&', text.as_bytes()) {
        let Some(raw) = entity(&text[sign..]) else {
            continue;
        };
        let end = sign + raw.len();
        let next = text.as_bytes().get(end).copied();
        if let Some(meant) = decoded(raw, attribute, next) {
            out.push_str(&text[at..sign]);
            out.push_str(&meant);
            at = end;
        }
    }
    if at == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[at..]);
    Cow::Owned(out)
}

/// The reference that `text` begins with, if it looks like one.
fn entity(text: &str) -> Option<&str> {
    let name = text.strip_prefix('&')?;
    let (prefix, digit): (usize, fn(&u8) -> bool) = match name.as_bytes() {
        [b'#', b'x' | b'X', ..] => (2, u8::is_ascii_hexdigit),
        [b'#', ..] => (1, u8::is_ascii_digit),
        _ => (0, u8::is_ascii_alphanumeric),
    };
    let count = name.bytes().skip(prefix).take_while(digit).count();
    let end = 1 + prefix + count;
    let closed = text.as_bytes().get(end) == Some(&b';');
    (count > 0).then(|| &text[..end + usize::from(closed)])
}

/// What a reference such as `&nbsp;` stands for; nothing if it is just text. In an attribute
/// `next`, the byte behind it, may make it a part of a URL.
fn decoded(raw: &str, attribute: bool, next: Option<u8>) -> Option<String> {
    let mut out = Vec::new();
    let emitter = CallbackEmitter::<_, Infallible, ()>::new(|event: CallbackEvent<'_>, _| {
        if let CallbackEvent::String { value } = event {
            out.extend_from_slice(value);
        }
        None
    });
    Tokenizer::new_with_emitter(raw, emitter).finish().ok()?;
    let out = String::from_utf8(out).ok().filter(|out| out != raw)?;
    let named = !raw.starts_with("&#");
    let more = |c: char| c.is_ascii_alphanumeric() || c == ';';
    let literal =
        (out.len() > 1 && out.ends_with(more)) || (next == Some(b'=') && !raw.ends_with(';'));
    (!(attribute && named && literal)).then_some(out)
}

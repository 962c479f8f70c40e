//! A file of no project, read: in a language that was told, or that its letters are of.

use crate::document::{Format, Parsed, Reader};
use crate::project::{Keys, TRANSLATED};
use crate::text::Lang;

/// A file that was read.
pub(super) struct File {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) parsed: Parsed,
}

impl File {
    /// Reads a text in `lang`, or in the language that its letters are of.
    pub(super) fn new(name: String, text: String, lang: Option<Lang>) -> Self {
        let translated = Keys::new(TRANSLATED.iter().copied());
        let reader = Reader {
            file: name.as_str().into(),
            lang: lang.unwrap_or_else(|| Lang::guess(&text)),
            format: Format::of(&name),
            translate: Box::new(move |key| translated.as_ref().is_ok_and(|keys| keys.matches(key))),
        };
        let parsed = reader.read(&text);
        Self { name, text, parsed }
    }
}

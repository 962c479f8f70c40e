//! The program's own words, in Russian and English: Fluent messages from `locales/`.
//!
//! Why not a macro crate: a typed enum and one test hold every language to the same
//! messages and arguments, and cost a third of the crates.

mod declare;
mod ids;
mod lang;
mod numbers;

use std::sync::Arc;

use fluent::{FluentArgs, FluentError, FluentResource, FluentValue};

use crate::diagnostic::Diagnostic;
use crate::locale::{self, Bundle};
use crate::text::visible;

pub use ids::Msg;
pub use lang::UiLang;

/// What the program can say, in one language. May be shared between threads.
pub struct Messages {
    lang: UiLang,
    bundle: Bundle,
}

impl Messages {
    /// Reads the messages of `lang`, and of no other language.
    pub fn new(lang: UiLang) -> Self {
        let mut bundle = locale::bundle(&lang.lang());
        // Marks around every value would end up in pipes, files and searches.
        bundle.set_use_isolating(false);
        // Names that clash and text that cannot be read are found by tests, in every language.
        let _ = bundle.add_function("SIZE", move |args, _| size(args, lang));
        let _ = bundle.add_function("GIVEN", |args, _| given(args));
        for (_, text) in lang.files() {
            let resource = match FluentResource::try_new(text.to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            let _ = bundle.add_resource(Arc::new(resource));
        }
        Self { lang, bundle }
    }

    /// The language of these messages.
    pub fn lang(&self) -> UiLang {
        self.lang
    }

    /// Says `message`. Paths and the like come from anywhere: what in them would command a
    /// terminal is written out.
    pub fn say(&self, message: &Msg<'_>) -> String {
        let args = message.args();
        let safe = args.iter().map(|(name, value)| match value {
            FluentValue::String(text) => (name, visible(text).into_owned().into()),
            other => (name, other.clone()),
        });
        self.said(message, &safe.collect())
    }

    /// Says `message` with values that are ours or the user's own, and may be styled.
    pub fn say_styled(&self, message: &Msg<'_>) -> String {
        self.said(message, &message.args())
    }

    fn said(&self, message: &Msg<'_>, args: &FluentArgs<'_>) -> String {
        self.lookup(message.id(), None, args, &mut Vec::new())
            .unwrap_or_else(|| message.id().to_owned())
    }

    /// What is wrong, as a sentence, and what to do about it.
    pub fn diagnostic(&self, diagnostic: &Diagnostic) -> (String, Option<String>) {
        let name = diagnostic.code.name();
        let args = self.facts(diagnostic);
        let title = self.lookup(name, None, &args, &mut Vec::new());
        let help = self.lookup(name, Some("help"), &args, &mut Vec::new());
        (title.unwrap_or_else(|| name.to_owned()), help)
    }

    /// The text of a message or of one of its attributes, if there is one; what went
    /// wrong while values were put into it is added to `errors`.
    pub fn lookup(
        &self,
        id: &str,
        attribute: Option<&str>,
        args: &FluentArgs<'_>,
        errors: &mut Vec<FluentError>,
    ) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let text = self.bundle.format_pattern(pattern, Some(args), errors);
        Some(text.into_owned())
    }

    /// The facts of a diagnostic, each of those that its code declares.
    ///
    /// A reason that names a message `reason-VALUE`, or a type that names `type-VALUE`, is said
    /// in words; a value that counts things is a number, which chooses the plural; any other value
    /// stands as it is.
    fn facts<'a>(&self, diagnostic: &'a Diagnostic) -> FluentArgs<'a> {
        let empty = diagnostic
            .code
            .args()
            .iter()
            .map(|name| (*name, FluentValue::from("")));
        let given = diagnostic.args.iter().map(|(name, value)| {
            let words = match *name {
                "reason" => self.word("reason", value),
                "expected" | "found" => self.word("type", value),
                _ => None,
            };
            let value = match value.parse::<u32>() {
                Ok(number) if COUNTS.contains(name) => number.into(),
                _ => FluentValue::from(words.unwrap_or_else(|| value.clone())),
            };
            (*name, value)
        });
        // A later value of the same name replaces the earlier one.
        empty.chain(given).collect()
    }

    /// The words for a value that has some.
    fn word(&self, family: &str, value: &str) -> Option<String> {
        let id = format!("{family}-{value}");
        self.lookup(&id, None, &FluentArgs::new(), &mut Vec::new())
    }
}

/// The facts that count things.
const COUNTS: &[&str] = &["count", "segments", "words"];

/// `SIZE($bytes)`: a number of bytes for people. What is no number stands as it is.
fn size<'a>(args: &[FluentValue<'a>], lang: UiLang) -> FluentValue<'a> {
    let Some(FluentValue::String(text)) = args.first() else {
        return FluentValue::Error;
    };
    match text.parse() {
        Ok(bytes) => numbers::size(bytes, lang).into(),
        Err(_) => FluentValue::String(text.clone()),
    }
}

/// `GIVEN($value)`: `yes`, or `no` when the value is empty, to choose a sentence by.
fn given<'a>(args: &[FluentValue<'a>]) -> FluentValue<'a> {
    match args.first() {
        Some(FluentValue::String(text)) if !text.is_empty() => "yes".into(),
        _ => "no".into(),
    }
}

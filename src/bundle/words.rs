//! The words of the pages themselves, in the language of their readers: Fluent messages of the
//! project, and behind them those of the program.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

use fluent::{FluentArgs, FluentResource};

use crate::diagnostic::{Code, Diagnostic};
use crate::document::Reader;
use crate::locale::{self, Bundle};
use crate::project::{FILE, Project};
use crate::text::{Digest, Digester, Lang, Span};

/// What the program says itself.
const OWN: &[(&str, &str)] = &[
    ("en", include_str!("words/en.ftl")),
    ("ru", include_str!("words/ru.ftl")),
];

/// The words of one language. Copies of it share what they keep.
#[derive(Clone)]
pub struct Words {
    /// The language.
    pub lang: Lang,
    /// The digest of all files that they come from.
    pub digest: Digest,
    bundle: Arc<Bundle>,
    wrong: Arc<Mutex<BTreeMap<(String, &'static str), Diagnostic>>>,
}

/// What a message came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// Its words.
    Words(String),
    /// Nothing that readers could be shown; the bundle is refused, and the reason is kept in
    /// [`Words::wrong`].
    Nothing,
}

impl Words {
    /// Reads the files of a language, by the patterns of the settings. What is wrong with them is
    /// told; what they lack is told when it is asked for.
    pub fn read(project: &Project, patterns: &[String], lang: &Lang) -> (Self, Vec<Diagnostic>) {
        let mut bundle = locale::bundle(lang);
        // On a page the direction of a text is told by its markup.
        bundle.set_use_isolating(false);
        let mut digester = Digester::default();
        digester.add(lang.to_string().as_bytes());
        for (_, text) in OWN.iter().filter(|(own, _)| *own == lang.primary()) {
            digester.add(text.as_bytes());
            let resource = match FluentResource::try_new((*text).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            bundle.add_resource_overriding(Arc::new(resource));
        }
        let mut wrong = Vec::new();
        for pattern in patterns {
            let path = pattern.replace("{lang}", &lang.to_string());
            match project.root.read_if_any(&path) {
                Ok(Some(text)) => {
                    digester.add(text.as_bytes());
                    let parsed = Reader::of_messages(&path.as_str().into(), lang).read(&text);
                    wrong.extend(parsed.diagnostics);
                    if let Some(fluent) = parsed.document.fluent {
                        bundle.add_resource_overriding(fluent.resource);
                    }
                }
                // The program has words of its own.
                Ok(None) => {
                    digester.add(b"");
                }
                Err(found) => wrong.push(*found),
            }
        }
        let words = Self {
            lang: lang.clone(),
            digest: digester.finish(),
            bundle: Arc::new(bundle),
            wrong: Arc::default(),
        };
        (words, wrong)
    }

    /// Whether there is such a message.
    pub fn has(&self, id: &str) -> bool {
        self.bundle
            .get_message(id)
            .is_some_and(|message| message.value().is_some())
    }

    /// Says a message. One that is not there, that is empty or that cannot be said is kept as a
    /// reason to refuse the bundle; `place` is where the words were asked for.
    pub fn say(&self, id: &str, args: &FluentArgs<'_>, place: &Span) -> Said {
        let message = self.bundle.get_message(id);
        let Some(pattern) = message.as_ref().and_then(fluent::FluentMessage::value) else {
            return self.nothing(id, "missing", place);
        };
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(args), &mut errors);
        if !errors.is_empty() {
            return self.nothing(id, "broken", place);
        }
        if text.trim().is_empty() {
            return self.nothing(id, "empty", place);
        }
        Said::Words(text.into_owned())
    }

    /// Says a message without values; nothing where there are no words, which is kept as above.
    pub fn plain(&self, id: &str) -> String {
        match self.say(id, &FluentArgs::new(), &Span::file(FILE)) {
            Said::Words(words) => words,
            Said::Nothing => String::new(),
        }
    }

    /// What was asked for and could not be said, each once.
    pub fn wrong(&self) -> Vec<Diagnostic> {
        let wrong = self.wrong.lock().unwrap_or_else(PoisonError::into_inner);
        wrong.values().cloned().collect()
    }

    fn nothing(&self, id: &str, reason: &'static str, place: &Span) -> Said {
        let found = Diagnostic::new(Code::NO_WORDS, place.clone())
            .with("key", id)
            .with("lang", &self.lang)
            .with("kind", reason);
        let mut wrong = self.wrong.lock().unwrap_or_else(PoisonError::into_inner);
        wrong.entry((id.to_owned(), reason)).or_insert(found);
        Said::Nothing
    }
}

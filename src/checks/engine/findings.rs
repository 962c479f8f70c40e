//! Where checks say what they saw.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::fingerprint::{Fingerprint, Seed};
use super::found::Found;
use super::level::Level;
use super::rules::Running;
use crate::diagnostic::Diagnostic;
use crate::text::{Lang, Span};

/// What a check saw, with everything that policy, ignores and reports ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What is wrong, how bad it is, and where.
    pub diagnostic: Diagnostic,
    /// The language it is about: that of the translation, or of the page alone; none where a file
    /// or the project as a whole is meant.
    pub lang: Option<Lang>,
    /// The article, by the path of its source; the file where there is no project.
    pub article: String,
    /// The guilty word or value, in plain spelling.
    pub token: String,
    /// Tells it from all others.
    pub fingerprint: Fingerprint,
    /// Whether the source has changed since the passage was translated: it is counted with what
    /// is stale, and is at most worth knowing by itself.
    pub stale: bool,
    /// Whether the project asks for what is lacking here, so that it fails at any level.
    pub required: bool,
}

impl Finding {
    /// What is wrong with a file or the project, as a finding like any other.
    pub fn of_file(diagnostic: Diagnostic) -> Self {
        let file = diagnostic.primary.span.file.to_string();
        let facts = diagnostic.args.iter().map(|(_, value)| value.as_str());
        let parts = [diagnostic.code.name(), file.as_str()]
            .into_iter()
            .chain(facts);
        Self {
            fingerprint: Fingerprint::of(parts),
            lang: None,
            article: file,
            token: String::new(),
            stale: false,
            required: false,
            diagnostic,
        }
    }
}

/// Something that only the whole project can judge: a key, and what one page makes of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// Where it was seen first.
    pub place: Span,
    /// The other side of that place.
    pub related: Option<Span>,
    /// How often it was seen.
    pub count: usize,
    /// The article it was seen in first.
    pub article: Arc<str>,
}

/// What the pages of a project make of each key, by key and value; one language at a time. Keys of
/// which all pages make the same are left out.
pub type Facts = BTreeMap<String, BTreeMap<String, Fact>>;

/// What was seen of a language, with its key and value, in the order of the pages.
pub type Seen = Vec<(String, String, Fact)>;

/// The findings of one page or pair in the making.
pub struct Findings<'r> {
    running: Option<&'r Running>,
    level: Level,
    lang: Lang,
    article: Arc<str>,
    /// The findings that have no fingerprint yet, since the texts they are about are read once.
    open: Vec<usize>,
    stale: bool,
    /// The same as each check is told before it is asked.
    all_stale: bool,
    stopped: bool,
    /// What was said of the message that is looked at now: check, place and token.
    said: BTreeSet<(&'static str, Span, String)>,
    list: Vec<Finding>,
    diagnostics: Vec<Diagnostic>,
    seen: BTreeMap<&'static str, Seen>,
}

impl<'r> Findings<'r> {
    /// Findings about `article` in `lang`.
    pub(super) fn new(article: &str, lang: &Lang) -> Self {
        Self {
            running: None,
            level: Level::Off,
            lang: lang.clone(),
            article: article.into(),
            open: Vec::new(),
            stale: false,
            all_stale: false,
            stopped: false,
            said: BTreeSet::new(),
            list: Vec::new(),
            diagnostics: Vec::new(),
            seen: BTreeMap::new(),
        }
    }

    /// A finding of the check that is asked, at `span`.
    pub fn at(&self, span: Span) -> Found {
        let code = self
            .running
            .map_or(super::rules::NONE, |running| running.entry.code);
        Found {
            diagnostic: Diagnostic::new(code, span),
            token: String::new(),
            required: false,
            level: None,
            article: None,
            about: None,
        }
    }

    /// A finding of the check that is asked, where a fact was seen first.
    pub fn of_fact(&self, fact: &Fact) -> Found {
        let mut out = self.at(fact.place.clone());
        out.article = Some(Arc::clone(&fact.article));
        out
    }

    /// Keeps a finding, unless the project ignores its token.
    pub fn add(&mut self, found: Found) {
        let Some(running) = self.running else { return };
        let stale = found.about.as_ref().map_or(self.stale, |about| about.1);
        let said = found.level.unwrap_or(self.level);
        let level = if stale { said.min(Level::Info) } else { said };
        let Some(severity) = level.severity() else {
            return;
        };
        if running.ignores(&found.token) {
            return;
        }
        let place = found.diagnostic.primary.span.clone();
        let name = found.diagnostic.code.name();
        if !self.said.insert((name, place, found.token.clone())) {
            return;
        }
        let mut diagnostic = found.diagnostic;
        diagnostic.severity = severity;
        let fingerprint = if let Some((texts, _)) = &found.about {
            Seed::of(texts).fingerprint([diagnostic.code.name(), &found.token])
        } else {
            self.open.push(self.list.len());
            Fingerprint::default()
        };
        self.list.push(Finding {
            fingerprint,
            diagnostic,
            lang: Some(self.lang.clone()),
            article: found
                .article
                .unwrap_or_else(|| Arc::clone(&self.article))
                .to_string(),
            token: found.token,
            stale,
            required: found.required,
        });
    }

    /// Whether the check that is asked has said something at this place of the message already, of
    /// another of its ways.
    pub fn has_said(&self, place: &Span) -> bool {
        let name = self.running.map(|running| running.entry.code.name());
        let mut said = self.said.iter();
        said.any(|(by, at, _)| Some(*by) == name && at == place)
    }

    /// Says whether what the check looks at next has changed in the source, where that is not all.
    pub fn look_at(&mut self, stale: bool) {
        self.stale = stale;
    }

    /// Says that the passage is no translation of the other at all, so that comparing them further
    /// or looking for slips in it would only repeat that.
    pub fn stop(&mut self) {
        self.stopped = true;
    }

    /// Keeps a fact for the end, when all pages of the language are known.
    pub fn remember(&mut self, key: String, value: String, (place, related): (Span, Option<Span>)) {
        let Some(running) = self.running else { return };
        let fact = Fact {
            place,
            related,
            count: 1,
            article: Arc::clone(&self.article),
        };
        let seen = self.seen.entry(running.entry.code.name()).or_default();
        seen.push((key, value, fact));
    }

    /// Hands over to a check at a level.
    pub(super) fn of(&mut self, running: &'r Running, level: Level) {
        self.running = Some(running);
        self.level = level;
        self.stale = self.all_stale;
    }

    /// Asks about some texts; `stale` says whether the source has changed since. `texts` gives them
    /// for the fingerprints of what was found, if anything was.
    pub(super) fn about<T: AsRef<str>>(
        &mut self,
        stale: bool,
        texts: impl FnOnce() -> Vec<T>,
        ask: impl FnOnce(&mut Self),
    ) {
        self.stale = stale;
        self.all_stale = stale;
        self.stopped = false;
        ask(self);
        self.seal(texts);
    }

    /// Gives the findings that have none their fingerprints.
    fn seal<T: AsRef<str>>(&mut self, texts: impl FnOnce() -> Vec<T>) {
        if self.open.is_empty() {
            return;
        }
        let seed = Seed::of(&texts());
        for at in self.open.drain(..) {
            let found = &mut self.list[at];
            let parts = [found.diagnostic.code.name(), found.token.as_str()];
            found.fingerprint = seed.clone().fingerprint(parts);
        }
    }

    /// Whether a check said that there is nothing more to look at.
    pub(super) fn stopped(&self) -> bool {
        self.stopped
    }

    /// Begins a new message: what is said of it in several of its ways is kept once.
    pub(super) fn begin(&mut self) {
        self.said.clear();
    }

    /// Says that something could not be looked at.
    pub(super) fn refuse(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// What could not be looked at.
    pub(super) fn refused(&mut self) -> Vec<Diagnostic> {
        std::mem::take(&mut self.diagnostics)
    }

    /// What was found, and what has to wait for the other pages.
    pub(super) fn finish(mut self) -> (Vec<Finding>, BTreeMap<(&'static str, Lang), Seen>) {
        // Of a site as a whole there are no texts.
        self.seal(Vec::<String>::new);
        let seen = self.seen.into_iter();
        let seen = seen.map(|(check, seen)| ((check, self.lang.clone()), seen));
        (self.list, seen.collect())
    }
}

//! Makes sense of what `workflow.toml` says, and tells everything that makes none.

use std::collections::BTreeSet;
use std::ops::Range;

use globset::{GlobSet, GlobSetBuilder};
use toml::Spanned;

use super::config::{Collection, Config};
use super::file::{Content, File, Languages};
use super::keys::{Keys, TRANSLATED, glob};
use super::pattern::Pattern;
use super::pattern_parts::PatternError;
use super::reason::Reason;
use crate::diagnostic::{Code, Diagnostic};
use crate::text::{Lang, Span};

/// The field that names an article's source language unless `source-key` says otherwise.
const SOURCE_KEY: &str = "source_lang";

/// The fields that name the commit a translation was made from unless `commit-keys` says otherwise:
/// those of MDN, of Docsy sites such as Kubernetes', and of others.
const COMMIT_KEYS: &[&str] = &[
    "l10n.sourceCommit",
    "sourceCommit",
    "source_commit",
    "default_lang_commit",
];

/// Makes sense of a file, and keeps what makes none.
pub(super) struct Reader<'a> {
    pub(super) file: &'a str,
    text: &'a str,
    pub(super) wrong: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    /// A reader of `text`, the content of `file`.
    pub(super) fn new(file: &'a str, text: &'a str) -> Self {
        Self {
            file,
            text,
            wrong: Vec::new(),
        }
    }

    /// The project that the file means; `None` or incomplete if anything is wrong.
    pub(super) fn config(&mut self, said: &File) -> Option<Config> {
        let (source, targets) = self.languages(said.languages.as_ref());
        // Patterns are judged even where the languages are wrong: one run tells all.
        let all: Vec<Lang> = source.iter().chain(&targets).cloned().collect();
        let mut names = BTreeSet::new();
        let mut collections = Vec::new();
        for content in &said.content {
            let collection = self.collection(content, &all, &targets);
            let name = content.get_ref().name.as_ref();
            if let Some(name) = name.filter(|name| !names.insert(name.get_ref().clone())) {
                self.say_config(Reason::DuplicateName, name.span());
            }
            collections.extend(collection);
        }
        if said.content.is_empty() {
            self.say_config(Reason::NoContent, 0..0);
        }
        let languages = said.languages.as_ref().map(Spanned::get_ref);
        let source_key = languages.and_then(|said| said.source_key.clone());
        let commit_keys = languages.and_then(|said| said.commit_keys.clone());
        Some(Config {
            source: source?,
            targets,
            source_key: source_key.unwrap_or_else(|| SOURCE_KEY.to_owned()),
            commit_keys: commit_keys
                .unwrap_or_else(|| COMMIT_KEYS.iter().map(ToString::to_string).collect()),
            collections,
            interface: self.interface(&said.interface, &all),
        })
    }

    fn languages(&mut self, said: Option<&Spanned<Languages>>) -> (Option<Lang>, Vec<Lang>) {
        let (said, span) = match said {
            Some(said) => (said.get_ref(), said.span()),
            None => (&Languages::default(), 0..0),
        };
        let source = said.source.as_ref().and_then(|tag| self.lang(tag));
        if said.source.is_none() {
            self.say_languages(Reason::NoSource, "", span.clone());
        }
        if said.targets.is_empty() {
            self.say_languages(Reason::NoTargets, "", span);
        }
        let targets = self.distinct(&said.targets);
        for tag in &said.targets {
            if source.is_some() && tag.get_ref().parse().ok() == source {
                self.say_languages(Reason::SourceInTargets, tag.get_ref(), tag.span());
            }
        }
        (source, targets)
    }

    fn collection(
        &mut self,
        said: &Spanned<Content>,
        all: &[Lang],
        targets: &[Lang],
    ) -> Option<Collection> {
        let content = said.get_ref();
        let (source, target, span) = self.patterns(said, all)?;
        let languages = content.languages.as_ref();
        let languages =
            languages.map_or_else(|| targets.to_vec(), |tags| self.among(tags, targets));
        let required = content.required.as_ref();
        let required = required.map(|tags| self.among(tags, targets));
        let name = content.name.as_ref().map(|name| name.get_ref().clone());
        let translate = match &content.translate {
            Some(globs) => self.keys(globs),
            None => Keys::new(TRANSLATED.iter().copied()).ok(),
        };
        let equal = self.keys(&content.equal);
        let exclude = self.globs(&content.exclude);
        Some(Collection {
            name: name.unwrap_or_else(|| default_name(&source)),
            source,
            target,
            languages,
            required,
            translate: translate?,
            equal: equal?,
            exclude: exclude?,
            span: Span::new(self.file, span),
        })
    }

    /// The patterns of source and target, and where the first of them stands.
    fn patterns(
        &mut self,
        said: &Spanned<Content>,
        all: &[Lang],
    ) -> Option<(Pattern, Pattern, Range<usize>)> {
        let content = said.get_ref();
        match (&content.path, &content.source, &content.target) {
            (Some(path), None, None) => {
                let pattern = self.pattern(path, all, true)?;
                Some((pattern.clone(), pattern, path.span()))
            }
            (None, Some(source), Some(target)) => {
                let from = self.pattern(source, all, false);
                let to = self.pattern(target, all, true);
                let (from, to) = (from?, to?);
                if !from.same_shape(&to) {
                    self.say_pattern(
                        target,
                        &PatternError::whole(Reason::Different, target.get_ref()),
                    );
                    return None;
                }
                Some((from, to, source.span()))
            }
            (Some(path), ..) => {
                self.say_config(Reason::PathAndSource, path.span());
                None
            }
            (None, Some(source), None) => {
                self.say_config(Reason::SourceWithoutTarget, source.span());
                None
            }
            (None, None, Some(target)) => {
                self.say_config(Reason::TargetWithoutSource, target.span());
                None
            }
            (None, None, None) => {
                self.say_config(Reason::NoPath, said.span());
                None
            }
        }
    }

    pub(super) fn pattern(
        &mut self,
        said: &Spanned<String>,
        all: &[Lang],
        needs_lang: bool,
    ) -> Option<Pattern> {
        let pattern = Pattern::new(said.get_ref(), all).and_then(|pattern| {
            if needs_lang && !pattern.has_lang() {
                return Err(PatternError::whole(Reason::NoLang, said.get_ref()));
            }
            Ok(pattern)
        });
        pattern.map_err(|error| self.say_pattern(said, &error)).ok()
    }

    fn lang(&mut self, tag: &Spanned<String>) -> Option<Lang> {
        let lang = tag.get_ref().parse().ok();
        if lang.is_none() {
            self.say_languages(Reason::BadTag, tag.get_ref(), tag.span());
        }
        lang
    }

    /// Languages that have to be targets.
    fn among(&mut self, tags: &[Spanned<String>], targets: &[Lang]) -> Vec<Lang> {
        for tag in tags {
            let lang = tag.get_ref().parse::<Lang>();
            if lang.is_ok_and(|lang| !targets.contains(&lang)) {
                self.say_languages(Reason::NotATarget, tag.get_ref(), tag.span());
            }
        }
        self.distinct(tags)
    }

    fn distinct(&mut self, tags: &[Spanned<String>]) -> Vec<Lang> {
        let mut all = Vec::new();
        for tag in tags {
            match self.lang(tag) {
                Some(lang) if all.contains(&lang) => {
                    self.say_languages(Reason::Duplicate, tag.get_ref(), tag.span());
                }
                lang => all.extend(lang),
            }
        }
        all
    }

    fn keys(&mut self, globs: &[Spanned<String>]) -> Option<Keys> {
        let keys = Keys::new(globs.iter().map(|glob| glob.get_ref().as_str()));
        keys.map_err(|(number, error)| self.say_glob(globs.get(number), &error))
            .ok()
    }

    pub(super) fn globs(&mut self, globs: &[Spanned<String>]) -> Option<GlobSet> {
        let mut set = GlobSetBuilder::new();
        for said in globs {
            match glob(said.get_ref()) {
                Ok(glob) => {
                    set.add(glob);
                }
                Err(error) => self.say_glob(Some(said), &error),
            }
        }
        set.build()
            .map_err(|error| self.say_glob(None, &error))
            .ok()
    }

    /// Keeps what the parser says.
    pub(super) fn say_toml(&mut self, error: &toml::de::Error) {
        let span = error.span().unwrap_or_default();
        let found = Diagnostic::new(Code::BAD_CONFIG, Span::new(self.file, span));
        self.wrong.push(found.with("reason", error.message()));
    }

    pub(super) fn say_config(&mut self, reason: Reason, span: Range<usize>) {
        let found = Diagnostic::new(Code::BAD_CONFIG, Span::new(self.file, span));
        self.wrong.push(found.with("reason", reason.name()));
    }

    fn say_languages(&mut self, reason: Reason, lang: &str, span: Range<usize>) {
        let found = Diagnostic::new(Code::BAD_LANGUAGES, Span::new(self.file, span));
        self.wrong
            .push(found.with("reason", reason.name()).with("lang", lang));
    }

    pub(super) fn say_glob(&mut self, glob: Option<&Spanned<String>>, error: &globset::Error) {
        let span = glob.map(Spanned::span).unwrap_or_default();
        let found = Diagnostic::new(Code::BAD_GLOB, Span::new(self.file, span))
            .with("glob", glob.map_or("", |glob| glob.get_ref()))
            .with("reason", error.kind());
        self.wrong.push(found);
    }

    pub(super) fn say_pattern(&mut self, said: &Spanned<String>, error: &PatternError) {
        let whole = said.span();
        // Points into the string where it stands in the file as it is, without escapes.
        let inner = whole.start + 1..whole.end.saturating_sub(1);
        let span = match self.text.get(inner.clone()) {
            Some(text) if text == said.get_ref() => {
                inner.start + error.range.start..inner.start + error.range.end
            }
            _ => whole,
        };
        // Of the pattern as a whole nothing needs to be quoted again.
        let part = said.get_ref().get(error.range.clone());
        let part = part.filter(|part| part != said.get_ref());
        let part = part.unwrap_or_default();
        let found = Diagnostic::new(Code::BAD_PATTERN, Span::new(self.file, span))
            .with("pattern", said.get_ref())
            .with("reason", error.reason.name())
            .with("part", part)
            .with("nearest", error.nearest.unwrap_or_default());
        self.wrong.push(found);
    }
}

/// The folder of the source, or the pattern itself where it has none.
fn default_name(source: &Pattern) -> String {
    match source.folder() {
        "" => source.as_str().to_owned(),
        folder => folder.to_owned(),
    }
}

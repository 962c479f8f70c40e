//! An article beside one of its translations, read from disk and judged.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::changes::Changes;
use super::status::{Status, Work};
use crate::diagnostic::{Code, Diagnostic};
use crate::document::{
    Document, Format, Parsed, Reader, front_matter_field, front_matter_fields,
    unclosed_front_matter,
};
use crate::project::{Article, Project, Review, State, Store};
use crate::text::{Lang, Span};

/// Gives what a file says by its path from the root, if there is such a file: today, or once.
pub type ReadFile<'a> = &'a (dyn Fn(&str) -> Result<Option<String>, Box<Diagnostic>> + Sync);

/// The files of one article, read, and which of them is the source.
pub struct Sources<'p> {
    project: &'p Project,
    /// How its files are read; from the disk unless told otherwise.
    read: Option<ReadFile<'p>>,
    /// The article by its paths.
    pub article: &'p Article,
    /// Its source language: the project's, unless its front matter names another.
    pub source_lang: Lang,
    /// The text in each language that could be read.
    pub texts: BTreeMap<Lang, String>,
    /// What could not be read, or was wrong with what could.
    pub diagnostics: Vec<Diagnostic>,
    /// The languages whose text was read for what is wrong in it.
    examined: BTreeSet<Lang>,
    /// The source, once it was read.
    document: Option<Arc<Document>>,
    /// What was compared to judge each translation that is stale.
    laid: BTreeMap<Lang, Laid>,
}

/// A base beside its source, both read.
pub struct Laid {
    /// The base.
    pub old: Document,
    /// What differs between the two.
    pub changes: Changes,
}

/// One translation, judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairStatus {
    /// The language of the translation.
    pub lang: Lang,
    /// Its file: as it is, or as it would be.
    pub path: String,
    /// What we worked out.
    pub status: Status,
    /// What changed since the base, when it is stale.
    pub work: Option<Work>,
    /// What a person said of it. An approval counts for the texts that were approved only.
    pub state: Option<State>,
    /// Whether it was approved once, and its base or its text has changed since.
    pub undone: bool,
    /// Where the base was recorded, when the article has been renamed since.
    pub renamed_from: Option<String>,
}

impl PairStatus {
    /// Whether it is stale and yet holds no work for a translator.
    pub fn is_mechanical(&self) -> bool {
        self.work.is_some_and(|work| work.is_mechanical())
    }

    /// Whether a person says that it is not finished.
    pub fn is_draft(&self) -> bool {
        self.state == Some(State::Draft)
    }
}

/// Which bases and reviews there are, so that nobody asks the disk for others.
#[derive(Debug, Clone, Default)]
pub struct Records {
    /// Bases, by language and path of the source file.
    pub bases: BTreeSet<(Lang, String)>,
    /// Reviews, likewise.
    pub reviews: BTreeSet<(Lang, String)>,
    /// Bases whose article has another path now: the new path gives the old one.
    pub renamed: BTreeMap<(Lang, String), String>,
}

/// The base of a pair, and where it was found.
pub struct Base {
    /// The path of the source file that it was recorded under.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl<'p> Sources<'p> {
    /// Reads the files of an article. All of them, since each may name another source; but only
    /// what is wrong with the source and with `languages` (all, if none are given) is kept.
    pub fn read(project: &'p Project, article: &'p Article, languages: &[Lang]) -> Self {
        Self::read_by(project, article, (languages, None))
    }

    /// As [`Self::read`], by `read`: what the files said at some time. The article has the files that
    /// it had then.
    pub(super) fn read_by(
        project: &'p Project,
        article: &'p Article,
        (languages, read): (&[Lang], Option<ReadFile<'p>>),
    ) -> Self {
        let mut out = Self::empty(project, article, read);
        let mut wrong = Vec::new();
        for lang in article.files.keys() {
            wrong.extend(out.load(lang).map(|found| (lang, found)));
        }
        out.find_source();
        let wanted = |lang: &Lang| {
            languages.is_empty() || languages.contains(lang) || *lang == out.source_lang
        };
        let kept = wrong
            .into_iter()
            .filter(|(lang, _)| wanted(lang))
            .map(|(_, found)| found);
        out.diagnostics.extend(kept);
        out
    }

    /// Reads the source of an article whose files cannot say that their source is another one.
    pub fn source_of(project: &'p Project, article: &'p Article) -> Self {
        let mut out = Self::empty(project, article, None);
        let lang = out.source_lang.clone();
        let wrong = out.load(&lang);
        out.diagnostics.extend(wrong);
        out
    }

    /// The same source beside one of its translations, which is read; what is wrong with the source
    /// is not said again.
    #[must_use]
    pub fn beside(&self, lang: &Lang) -> Self {
        let mut out = Self::empty(self.project, self.article, self.read);
        let source = self.texts.get_key_value(&self.source_lang);
        out.texts
            .extend(source.map(|(lang, text)| (lang.clone(), text.clone())));
        out.document.clone_from(&self.document);
        out.examined.clone_from(&self.examined);
        let wrong = out.load(lang);
        out.diagnostics.extend(wrong);
        out
    }

    fn empty(project: &'p Project, article: &'p Article, read: Option<ReadFile<'p>>) -> Self {
        Self {
            project,
            read,
            article,
            source_lang: project.config.source.clone(),
            texts: BTreeMap::new(),
            diagnostics: Vec::new(),
            examined: BTreeSet::new(),
            document: None,
            laid: BTreeMap::new(),
        }
    }

    /// Reads the file in one language, if there is one; says what is wrong with it.
    fn load(&mut self, lang: &Lang) -> Option<Diagnostic> {
        let path = self.article.files.get(lang)?;
        let found = match self.read {
            None => self.project.root.read(path).map(Some),
            Some(read) => read(path),
        };
        match found {
            Ok(None) => None,
            Ok(Some(text)) => {
                let empty = text.trim_start_matches('\u{feff}').trim().is_empty();
                self.texts.insert(lang.clone(), text);
                empty.then(|| Diagnostic::new(Code::EMPTY_FILE, Span::file(Arc::clone(path))))
            }
            Err(found) => Some(*found),
        }
    }

    /// The path of the source file: what the article is called, and where its bases are kept.
    pub fn name(&self) -> String {
        self.article.path(&self.source_lang)
    }

    /// The text of the source, if it exists and could be read.
    pub fn source(&self) -> Option<&str> {
        self.texts.get(&self.source_lang).map(String::as_str)
    }

    /// The languages it has a file in, and, if it has a source, those it ought to have one in.
    pub fn targets(&self) -> Vec<Lang> {
        let mut targets: Vec<Lang> = self.article.files.keys().cloned().collect();
        if self.article.files.contains_key(&self.source_lang) {
            targets.extend(self.article.rules().languages.iter().cloned());
            targets.push(self.project.config.source.clone());
        }
        targets.retain(|lang| *lang != self.source_lang);
        targets.sort();
        targets.dedup();
        targets
    }

    /// The front-matter fields that may name the commit a translation was made from.
    pub fn commit_keys(&self) -> &[String] {
        &self.project.config.commit_keys
    }

    /// A reader for one of its texts.
    pub fn reader(&self, lang: &Lang, path: &str) -> Reader<'p> {
        let keys = &self.article.rules().translate;
        Reader {
            file: path.into(),
            lang: lang.clone(),
            format: Format::of(path),
            translate: Box::new(|key| keys.matches(key)),
        }
    }

    /// Reads one of its texts as a document.
    pub fn parse(&self, lang: &Lang, path: &str, text: &str) -> Parsed {
        self.reader(lang, path).read(text)
    }

    /// What another file of the article said at the same time.
    pub fn file(&self, path: &str) -> Result<Option<String>, Box<Diagnostic>> {
        match self.read {
            None => self.project.root.read_if_any(path),
            Some(read) => read(path),
        }
    }

    /// The base of the translation into `lang`.
    fn base(&self, lang: &Lang, records: &Records) -> Result<Option<Base>, Box<Diagnostic>> {
        let mut key = (lang.clone(), self.name());
        if !records.bases.contains(&key) {
            match records.renamed.get(&key) {
                Some(old) => key.1.clone_from(old),
                None => return Ok(None),
            }
        }
        let text = self.file(&Store::base_path(lang, &key.1))?;
        Ok(text.map(|text| Base { path: key.1, text }))
    }

    /// The base of a translation that was judged, under the name it was found by.
    pub(super) fn base_of(&self, pair: &PairStatus) -> Result<Option<Base>, Box<Diagnostic>> {
        let path = pair.renamed_from.clone().unwrap_or_else(|| self.name());
        let text = self.file(&Store::base_path(&pair.lang, &path))?;
        Ok(text.map(|text| Base { path, text }))
    }

    /// Judges the translation into `lang`.
    pub fn judge(&mut self, lang: &Lang, records: &Records) -> PairStatus {
        let mut out = PairStatus {
            lang: lang.clone(),
            path: self.article.path(lang),
            status: Status::Unreadable,
            work: None,
            state: None,
            undone: false,
            renamed_from: None,
        };
        let exists = |lang: &Lang| self.article.files.contains_key(lang);
        let (has_source, has_target) = (exists(&self.source_lang), exists(lang));
        out.status = match (has_source, has_target) {
            (false, _) => Status::Orphan,
            (true, false) => Status::Missing,
            (true, true) => Status::Unreadable,
        };
        if out.status == Status::Missing {
            // The source went ahead: its translation may still have the old name.
            out.renamed_from = records.renamed.get(&(lang.clone(), self.name())).cloned();
        }
        if !(has_source && has_target) {
            return out;
        }
        let review = self.review(lang, records);
        out.state = review.state;
        if self.texts.contains_key(lang) && self.source().is_some() {
            self.note_unequal(lang);
            match self.base(lang, records) {
                Ok(base) => {
                    let text = base.as_ref().map_or("", |base| &base.text);
                    let approved = review.approves(text, &self.texts[lang]);
                    out.undone = review.state == Some(State::Approved) && !approved;
                    self.compare(&mut out, base);
                }
                Err(found) => self.diagnostics.push(*found),
            }
        }
        if out.undone {
            out.state = Some(State::Translated);
        }
        out
    }

    /// What people said of the translation; what is wrong with their record is noted.
    fn review(&mut self, lang: &Lang, records: &Records) -> Review {
        let name = self.name();
        if !records.reviews.contains(&(lang.clone(), name.clone())) {
            return Review::default();
        }
        let path = Store::review_path(lang, &name);
        let said = self.file(&path);
        let said = said.and_then(|text| Review::parse(&path, &text.unwrap_or_default()));
        said.unwrap_or_else(|found| {
            self.diagnostics.push(*found);
            Review::default()
        })
    }

    fn compare(&mut self, out: &mut PairStatus, base: Option<Base>) {
        let Some(base) = base else {
            out.status = Status::Untracked;
            self.examine(&out.lang);
            return;
        };
        let Some(source) = self.source() else {
            return;
        };
        let current = base.text == source;
        out.renamed_from = (base.path != self.name()).then_some(base.path);
        // Nothing to compare, so nothing is parsed; only what breaks a whole page is looked for.
        if current {
            out.status = Status::Current;
            let target = self
                .texts
                .get(&out.lang)
                .filter(|_| matches!(Format::of(&out.path), Format::Markdown | Format::Html));
            let found =
                target.and_then(|text| unclosed_front_matter(text, &out.path.as_str().into()));
            self.diagnostics.extend(found);
            return;
        }
        let name = self.name();
        let old = self.parse(&self.source_lang, &name, &base.text).document;
        let Some(new) = self.source_document() else {
            return;
        };
        let changes = Changes::between(&old, &new);
        out.status = Status::Stale;
        out.work = Some(Work::of(&changes, &old, &new));
        self.laid.insert(out.lang.clone(), Laid { old, changes });
    }

    /// The source as a document, if it could be read; it is parsed once.
    pub fn source_document(&mut self) -> Option<Arc<Document>> {
        if self.document.is_none() {
            let lang = self.source_lang.clone();
            self.document = self.document(&lang).map(Arc::new);
        }
        self.document.clone()
    }

    /// The same, if it was read before.
    pub fn source_read(&self) -> Option<&Document> {
        self.document.as_deref()
    }

    /// One of its texts as a document, if it could be read; what is wrong inside is noted once.
    pub fn document(&mut self, lang: &Lang) -> Option<Document> {
        let text = self.texts.get(lang)?;
        let parsed = self.parse(lang, &self.article.path(lang), text);
        if self.examined.insert(lang.clone()) {
            self.diagnostics.extend(parsed.diagnostics);
        }
        Some(parsed.document)
    }

    /// What was compared to judge the translation into `lang`; none if it is not stale.
    pub fn laid(&self, lang: &Lang) -> Option<&Laid> {
        self.laid.get(lang)
    }

    /// Notes what is wrong inside the source and one translation, each once.
    fn examine(&mut self, lang: &Lang) {
        self.source_document();
        if !self.examined.contains(lang) {
            self.document(lang);
        }
    }

    /// The base and the source as documents.
    pub(super) fn versions(&self, base: &str, source: &str) -> (Document, Document) {
        let name = self.name();
        let read = |text: &str| self.parse(&self.source_lang, &name, text).document;
        (read(base), read(source))
    }

    /// Notes fields that the project wants equal in all languages and that differ here.
    fn note_unequal(&mut self, lang: &Lang) {
        let equal = &self.article.rules().equal;
        let (Some(source), Some(target)) = (self.source(), self.texts.get(lang)) else {
            return;
        };
        if equal.is_empty() {
            return;
        }
        let (name, path) = (self.name(), self.article.path(lang));
        let there = front_matter_fields(target);
        let mut found = Vec::new();
        for (key, value, place) in front_matter_fields(source) {
            let other = there.iter().find(|(other, ..)| *other == key);
            if !equal.matches(&key) || other.is_some_and(|(_, other, _)| *other == value) {
                continue;
            }
            let at = other.map_or(0..0, |(_, _, place)| place.clone());
            let said = Diagnostic::new(Code::UNEQUAL_FIELD, Span::new(path.as_str(), at));
            let said = said
                .related(Span::new(name.as_str(), place))
                .with("field", key);
            let other = other.map_or("", |(_, value, _)| value);
            found.push(said.with("source", value).with("target", other));
        }
        self.diagnostics.extend(found);
    }

    /// Looks for the field by which an article says that its source is another language.
    fn find_source(&mut self) {
        let key = &self.project.config.source_key;
        let mut said = None;
        let project_first = std::iter::once(&self.project.config.source).chain(self.texts.keys());
        for lang in project_first {
            let Some(text) = self.texts.get(lang) else {
                continue;
            };
            if let Some(field) = front_matter_field(text, key) {
                said = Some((lang.clone(), field));
                break;
            }
        }
        let Some((lang, (value, range))) = said else {
            return;
        };
        match value.parse::<Lang>() {
            Ok(source) if self.article.files.contains_key(&source) => self.source_lang = source,
            _ => {
                let path = self.article.path(&lang);
                let found = Diagnostic::new(Code::UNKNOWN_SOURCE_LANGUAGE, Span::new(path, range));
                self.diagnostics
                    .push(found.with("key", key).with("value", value));
            }
        }
    }
}

impl Records {
    /// Lists what the store has.
    pub fn of(store: &Store) -> Result<Self, crate::project::ProjectError> {
        let pairs = |list: Vec<crate::project::BaseFile>| {
            list.into_iter()
                .map(|file| (file.lang, file.source))
                .collect()
        };
        Ok(Self {
            bases: pairs(store.bases()?),
            reviews: pairs(store.reviews()?),
            renamed: BTreeMap::new(),
        })
    }
}

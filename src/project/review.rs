//! What people said of a translation: `.sverka/review/<language>/<path>.toml`.
//!
//! These files are for people too: what someone adds to them, keys and comments alike,
//! stays where it is.

use serde::{Deserialize, Serialize};
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use super::error::ProjectError;
use super::root::check;
use super::store::{FOLDER, LockedStore, Store};
use crate::diagnostic::{Code, Diagnostic};
use crate::text::{Lang, Span, sha256};

/// Everything people said of one translation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// How far it is, in someone's word.
    pub state: Option<State>,
    /// Changes of the source after which it was still right, oldest first.
    #[serde(default)]
    pub accepted: Vec<Acceptance>,
    /// Which texts an editor has approved.
    pub approved: Option<Approval>,
}

impl Review {
    /// Reads the text of the file at `path`.
    pub fn parse(path: &str, text: &str) -> Result<Self, Box<Diagnostic>> {
        toml::from_str(text).map_err(|error| {
            let span = Span::new(path, error.span().unwrap_or_default());
            let found = Diagnostic::new(Code::BROKEN_REVIEW, span);
            Box::new(found.with("reason", error.message()))
        })
    }

    /// Whether an editor has approved just these texts.
    pub fn approves(&self, base: &str, target: &str) -> bool {
        let approved = self.approved.as_ref();
        self.state == Some(State::Approved)
            && approved.is_some_and(|one| one.base == sha256(base) && one.target == sha256(target))
    }
}

/// How far a translation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Not to be published yet.
    Draft,
    /// Done, as the translator sees it.
    Translated,
    /// Done, as an editor sees it.
    Approved,
}

/// That an editor has read a translation beside its source. It speaks of two texts and of no other:
/// an edit of either undoes it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Approval {
    /// The day, as `2026-11-22`.
    pub date: String,
    /// Who says so.
    pub by: String,
    /// What else there is to say.
    pub note: String,
    /// The SHA-256 of the base.
    pub base: String,
    /// The SHA-256 of the translation.
    pub target: String,
}

/// That the source changed and the translation is still right.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Acceptance {
    /// The day, as `2026-11-22`.
    pub date: String,
    /// Who says so.
    pub by: String,
    /// Why it is right.
    pub why: String,
    /// Which change: the segment's key or line, or `all`.
    pub change: String,
}

impl State {
    /// The word of the file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Translated => "translated",
            Self::Approved => "approved",
        }
    }
}

impl Store {
    /// Where the review of a translation is, relative to the root.
    pub fn review_path(lang: &Lang, source: &str) -> String {
        format!("{FOLDER}/review/{lang}/{source}.toml")
    }

    /// What was said of the translation into `lang`; empty if nothing was.
    pub fn review(&self, lang: &Lang, source: &str) -> Result<Review, Box<Diagnostic>> {
        let path = Self::review_path(lang, source);
        let Some(text) = self.root.read_if_any(&path)? else {
            return Ok(Review::default());
        };
        Review::parse(&path, &text)
    }
}

impl LockedStore {
    /// Adds an acceptance after those that are there.
    pub fn accept(&self, lang: &Lang, source: &str, said: &Acceptance) -> Result<(), ProjectError> {
        self.edit(lang, source, |review| {
            let mut table = Table::new();
            let facts = [
                ("date", &said.date),
                ("by", &said.by),
                ("why", &said.why),
                ("change", &said.change),
            ];
            for (key, fact) in facts {
                table[key] = value(fact);
            }
            let list = review
                .entry("accepted")
                .or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
            match list {
                Item::ArrayOfTables(tables) => tables.push(table),
                // Someone wrote the list on one line: `accepted = [{ … }]`.
                other => {
                    let list = other.as_array_mut().ok_or("`accepted` is not a list")?;
                    list.push(table.into_inline_table());
                }
            }
            Ok(())
        })
    }

    /// Approves the translation: what the record says of an earlier approval goes.
    pub fn approve(&self, lang: &Lang, source: &str, said: &Approval) -> Result<(), ProjectError> {
        self.edit(lang, source, |review| {
            review["state"] = value(State::Approved.name());
            let mut table = Table::new();
            let facts = [
                ("date", &said.date),
                ("by", &said.by),
                ("note", &said.note),
                ("base", &said.base),
                ("target", &said.target),
            ];
            for (key, fact) in facts.into_iter().filter(|(_, fact)| !fact.is_empty()) {
                table[key] = value(fact);
            }
            review["approved"] = Item::Table(table);
            Ok(())
        })
    }

    /// Says how far the translation is; `None` takes the word back.
    pub fn set_state(
        &self,
        lang: &Lang,
        source: &str,
        state: Option<State>,
    ) -> Result<(), ProjectError> {
        self.edit(lang, source, |review| {
            match state {
                Some(state) => review["state"] = value(state.name()),
                None => {
                    review.remove("state");
                }
            }
            Ok(())
        })
    }

    /// Moves a review along with its source file; nothing happens if there is none.
    pub fn move_review(&self, lang: &Lang, from: &str, to: &str) -> Result<(), ProjectError> {
        check(from)?;
        check(to)?;
        let old = Store::review_path(lang, from);
        if !self.store().root.join(&old).exists() {
            return Ok(());
        }
        self.rename(&old, &Store::review_path(lang, to))
    }

    /// Forgets what was said; whether anything was.
    pub fn remove_review(&self, lang: &Lang, source: &str) -> Result<bool, ProjectError> {
        check(source)?;
        self.remove(&Store::review_path(lang, source))
    }

    fn edit(
        &self,
        lang: &Lang,
        source: &str,
        change: impl FnOnce(&mut DocumentMut) -> Result<(), &'static str>,
    ) -> Result<(), ProjectError> {
        check(source)?;
        let root = &self.store().root;
        let path = Store::review_path(lang, source);
        let broken = |reason: String| ProjectError::Broken {
            path: root.join(&path),
            reason,
        };
        let text = match root.read_if_any(&path) {
            Ok(text) => text.unwrap_or_default(),
            Err(found) => return Err(broken(found.code.to_string())),
        };
        let mut review: DocumentMut = text
            .parse()
            .map_err(|error: toml_edit::TomlError| broken(error.message().to_owned()))?;
        change(&mut review).map_err(|reason| broken(reason.to_owned()))?;
        let mut edited = review.to_string();
        // toml_edit reads both line breaks and writes one.
        if text.contains("\r\n") {
            edited = edited.replace("\r\n", "\n").replace('\n', "\r\n");
        }
        root.write(&path, edited.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::super::Root;
    use super::*;

    fn acceptance(why: &str) -> Acceptance {
        Acceptance {
            date: "2026-11-22".to_owned(),
            by: "Аида".to_owned(),
            why: why.to_owned(),
            change: "all".to_owned(),
        }
    }

    #[test]
    fn acceptances_are_added_and_what_people_wrote_stays() {
        let folder = tempfile::tempdir().unwrap();
        let root = Root::new(folder.path()).unwrap();
        let store = Store::new(root.clone());
        let en: Lang = "en".parse().unwrap();
        assert_eq!(store.review(&en, "a.md").unwrap(), Review::default());

        let writing = store.lock(Duration::ZERO).unwrap();
        writing
            .accept(&en, "a.md", &acceptance("опечатка"))
            .unwrap();
        let path = Store::review_path(&en, "a.md");
        let text = root.read(&path).unwrap();
        let noted = format!(
            "# наша заметка\r\npriority = 1\r\n\r\n{}",
            text.replace('\n', "\r\n")
        );
        root.write(&path, noted.as_bytes()).unwrap();

        writing
            .accept(&en, "a.md", &acceptance("a \"quoted\" word"))
            .unwrap();
        writing.set_state(&en, "a.md", Some(State::Draft)).unwrap();
        let review = store.review(&en, "a.md").unwrap();
        assert_eq!(review.state, Some(State::Draft));
        assert_eq!(
            review.accepted,
            [acceptance("опечатка"), acceptance("a \"quoted\" word")]
        );
        let text = root.read(&path).unwrap();
        assert!(
            text.starts_with("# наша заметка\r\npriority = 1\r\nstate = \"draft\"\r\n"),
            "{text}"
        );
        assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());

        writing.move_review(&en, "a.md", "b.md").unwrap();
        assert_eq!(store.review(&en, "b.md").unwrap().accepted.len(), 2);
        assert!(writing.remove_review(&en, "b.md").unwrap());
    }

    #[test]
    fn a_broken_review_is_not_written_over() {
        let folder = tempfile::tempdir().unwrap();
        let root = Root::new(folder.path()).unwrap();
        let store = Store::new(root.clone());
        let en: Lang = "en".parse().unwrap();
        let path = Store::review_path(&en, "a.md");
        root.create(&path, b"state = \"perfect\"\n").unwrap();
        assert_eq!(
            store.review(&en, "a.md").unwrap_err().primary.span.range(),
            8..17
        );
        root.write(&path, b"state = ").unwrap();
        let writing = store.lock(Duration::ZERO).unwrap();
        let error = writing.accept(&en, "a.md", &Acceptance::default());
        assert!(matches!(error, Err(ProjectError::Broken { .. })));
        assert_eq!(root.read(&path).unwrap(), "state = ");
    }
}

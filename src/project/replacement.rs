//! A translation and its base, changed together although they are two files.
//!
//! What is about to be written is written down first, under `.sverka/cache/carry/`. Whoever is
//! killed between the two files leaves that note behind, and the next run does the rest: from the
//! texts alone nobody could always tell that a translation has been changed already.

use serde::{Deserialize, Serialize};

use super::error::ProjectError;
use super::leftovers;
use super::store::{FOLDER, LockedStore, Store};
use crate::text::Lang;

/// Where the notes are, under the folder of everything that Sverka keeps.
const NOTES: &str = "cache/carry";

/// Two files, as they are and as they are to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Replacement {
    /// The path of the translation.
    pub target: String,
    /// What it says.
    pub old_target: String,
    /// What it is to say.
    pub new_target: String,
    /// What its base says.
    pub old_base: String,
    /// What that is to say.
    pub new_base: String,
}

impl LockedStore {
    /// Changes the translation into `lang` of the article at `source`, and its base. A translation
    /// that says something else by now stays as it is, and that is an error.
    pub fn replace(
        &self,
        lang: &Lang,
        source: &str,
        files: &Replacement,
    ) -> Result<(), ProjectError> {
        if files.old_target == files.new_target {
            return self.write_base(lang, source, &files.new_base);
        }
        let root = &self.store().root;
        let path = &files.target;
        if !root.read(path).is_ok_and(|text| text == files.old_target) {
            return Err(ProjectError::Changed(root.join(path)));
        }
        let note = note(lang, source);
        let text = serde_json::to_vec(files).map_err(|error| ProjectError::Io {
            path: root.join(&note),
            source: error.into(),
        })?;
        root.write(&note, &text)?;
        root.write(path, files.new_target.as_bytes())?;
        self.write_base(lang, source, &files.new_base)?;
        self.remove_alone(&note).map(drop)
    }

    /// Ends what a run that was killed has left half done. A base that was changed since, or a
    /// translation, is left alone.
    pub fn recover(&self) -> Result<(), ProjectError> {
        for found in self.store().list(NOTES, "")? {
            let note = note(&found.lang, &found.source);
            let text = self.store().root.read(&note).ok();
            // A note that cannot be read was not made by us: it is of no use to anybody.
            let files: Option<Replacement> = text.and_then(|text| serde_json::from_str(&text).ok());
            if let Some(files) = files {
                let says = |path: &str, wanted: &str| {
                    self.store()
                        .root
                        .read(path)
                        .is_ok_and(|text| text == wanted)
                };
                let place = self.store().root.join(&files.target);
                let there = self.store().root.read(&files.target).is_ok();
                if let (true, Some(folder)) = (there, place.parent()) {
                    leftovers::remove(folder, false);
                }
                let base = Store::base_path(&found.lang, &found.source);
                if says(&files.target, &files.new_target) && says(&base, &files.old_base) {
                    self.write_base(&found.lang, &found.source, &files.new_base)?;
                }
            }
            self.remove(&note)?;
        }
        Ok(())
    }
}

fn note(lang: &Lang, source: &str) -> String {
    format!("{FOLDER}/{NOTES}/{lang}/{source}")
}

#[cfg(test)]
mod tests {
    use super::super::root::Root;
    use super::*;
    use std::time::Duration;

    #[test]
    fn what_was_half_done_is_done() {
        let folder = tempfile::tempdir().unwrap();
        let root = Root::new(folder.path()).unwrap();
        let en: Lang = "en".parse().unwrap();
        let lock = Store::new(root.clone()).lock(Duration::ZERO).unwrap();
        let files = Replacement {
            target: "a/en.md".to_owned(),
            old_target: "[a](/a)\n".to_owned(),
            new_target: "[a](/b)\n".to_owned(),
            old_base: "[а](/a)\n".to_owned(),
            new_base: "[а](/b)\n".to_owned(),
        };
        let base = || root.read(".sverka/base/en/a/ru.md").unwrap();
        let both = |target: &str, base: &str| {
            root.write("a/en.md", target.as_bytes()).unwrap();
            lock.write_base(&en, "a/ru.md", base).unwrap();
            let note = serde_json::to_vec(&files).unwrap();
            root.write(&note_path(), &note).unwrap();
        };
        // Killed behind the translation, before it, and overtaken by `sync`.
        for (target, was, is) in [
            (&files.new_target, &files.old_base, &files.new_base),
            (&files.old_target, &files.old_base, &files.old_base),
            (&files.new_target, &files.target, &files.target),
        ] {
            both(target, was);
            lock.recover().unwrap();
            assert_eq!(base(), *is);
            assert!(!folder.path().join(note_path()).exists());
        }
        both(&files.old_target, &files.old_base);
        lock.replace(&en, "a/ru.md", &files).unwrap();
        assert_eq!(
            (root.read("a/en.md").unwrap(), base()),
            (files.new_target.clone(), files.new_base.clone())
        );
        assert!(!folder.path().join(note_path()).exists());
        let again = lock.replace(&en, "a/ru.md", &files);
        assert!(matches!(again, Err(ProjectError::Changed(_))));
    }

    fn note_path() -> String {
        note(&"en".parse().unwrap(), "a/ru.md")
    }
}

//! Which paths of a bundle are taken, so that no two things are written to one.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use unicode_normalization::UnicodeNormalization;

use super::super::error::ProjectError;

/// What stands at a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A folder that something is in.
    Folder,
    /// A file that was written.
    Written,
    /// A file that was taken over as it was.
    Kept,
}

/// The paths that are taken, by what a disk that knows no letter case makes of them.
#[derive(Debug, Default)]
pub(super) struct Claims {
    taken: BTreeMap<String, (String, Kind)>,
}

impl Claims {
    /// Takes a path for a file of this kind, and the folders on the way to it.
    ///
    /// Refused if it is taken, if a file is in the way, or if somebody has spelled any part of it
    /// with other capitals, which is one name on Windows and macOS.
    pub(super) fn take(&mut self, path: &str, kind: Kind) -> Result<(), ProjectError> {
        let folded = fold(path);
        if let Some((other, _)) = self.taken.get(&folded) {
            return Err(clash(path, other));
        }
        let (mut above, mut key) = (path, folded.as_str());
        while let (Some((folder, _)), Some((folded, _))) =
            (above.rsplit_once('/'), key.rsplit_once('/'))
        {
            (above, key) = (folder, folded);
            match self.taken.entry(key.to_owned()) {
                Entry::Vacant(free) => drop(free.insert((folder.to_owned(), Kind::Folder))),
                Entry::Occupied(taken) if *taken.get() == (folder.to_owned(), Kind::Folder) => {
                    break;
                }
                Entry::Occupied(taken) => return Err(clash(path, &taken.get().0)),
            }
        }
        self.taken.insert(folded, (path.to_owned(), kind));
        Ok(())
    }

    /// What was claimed at exactly this path.
    pub(super) fn at(&self, path: &str) -> Option<Kind> {
        let (taken, kind) = self.taken.get(&fold(path))?;
        (taken == path).then_some(*kind)
    }

    /// All paths of a kind.
    pub(super) fn all(&self, wanted: Kind) -> Vec<&str> {
        let all = self.taken.values().filter(|(_, kind)| *kind == wanted);
        all.map(|(path, _)| path.as_str()).collect()
    }
}

fn clash(path: &str, other: &str) -> ProjectError {
    ProjectError::Clash {
        path: path.to_owned(),
        other: other.to_owned(),
    }
}

/// A path without what disks may not tell apart: capitals, and how accents are put together.
///
/// Letters that only a language makes equal (ß and ss, ı and i) are names of their own everywhere.
fn fold(path: &str) -> String {
    if path.is_ascii() {
        return path.to_ascii_lowercase();
    }
    let composed = path.nfc().flat_map(char::to_lowercase);
    composed
        .map(|sign| if sign == 'ς' { 'σ' } else { sign })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_path_is_claimed_once() {
        let mut claims = Claims::default();
        for path in [
            "en/a/index.html",
            "en/b.html",
            "ru/снег.html",
            "straße",
            "strasse",
            "ılık",
        ] {
            claims.take(path, Kind::Written).unwrap();
        }
        for (path, other) in [
            ("en/b.html", "en/b.html"),
            ("en/B.html", "en/b.html"),
            ("ru/СНЕГ.html", "ru/снег.html"),
            ("en/a", "en/a"),
            ("en/b.html/c", "en/b.html"),
            ("EN/c.html", "en"),
            ("STRASSE", "strasse"),
        ] {
            let refused = claims.take(path, Kind::Kept).unwrap_err().to_string();
            assert_eq!(refused, clash(path, other).to_string());
        }
        claims.take("ilik", Kind::Kept).unwrap();
        claims.take("й", Kind::Kept).unwrap();
        assert!(claims.take("и\u{306}", Kind::Kept).is_err());
        assert_eq!(claims.at("en"), Some(Kind::Folder));
        assert_eq!(claims.at("en/b.html"), Some(Kind::Written));
        assert_eq!(claims.at("en/B.html"), None);
    }
}

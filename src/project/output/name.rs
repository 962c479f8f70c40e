//! Names that a published file may bear: those that every system takes.

use super::super::error::ProjectError;
use super::super::root::check;

/// The longest part of a path in bytes, on ext4, APFS and NTFS alike.
const LONGEST_PART: usize = 255;
/// The longest path in bytes: what Linux takes.
const LONGEST_PATH: usize = 4096;
/// Names that are devices on Windows, with whatever ending.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "conin$", "conout$"];
/// The same with a digit behind them; the digits of Latin-1 count as well.
const NUMBERED: [&str; 2] = ["com", "lpt"];
const NUMBERS: &str = "123456789¹²³";
/// What cannot stand in a name on Windows, besides the separators.
const SIGNS: [char; 7] = ['<', '>', ':', '"', '|', '?', '*'];

/// Refuses a path that would leave the bundle, or that some system cannot unpack.
pub(super) fn portable(path: &str) -> Result<(), ProjectError> {
    inside(path)?;
    if path.split('/').all(takes) {
        Ok(())
    } else {
        Err(ProjectError::BadName(path.to_owned()))
    }
}

/// Refuses a path that would leave the bundle, whoever has made the file there.
pub(super) fn inside(path: &str) -> Result<(), ProjectError> {
    if path.len() > LONGEST_PATH {
        return Err(ProjectError::BadPath(path.to_owned()));
    }
    check(path)
}

/// Whether every system takes a name.
fn takes(part: &str) -> bool {
    let bad = |sign: char| sign.is_control() || SIGNS.contains(&sign);
    part.len() <= LONGEST_PART
        && !part.ends_with(['.', ' '])
        && !part.contains(bad)
        && !is_device(part)
}

/// Whether a name is one that Windows keeps for devices, with or without an ending.
pub fn is_device(part: &str) -> bool {
    let stem = part.split_once('.').map_or(part, |(stem, _)| stem);
    let stem = stem.trim_end_matches(' ').to_lowercase();
    let one_of_many = |rest: &str| rest.chars().count() == 1 && NUMBERS.contains(rest);
    let numbered = |name: &&str| stem.strip_prefix(*name).is_some_and(one_of_many);
    DEVICES.contains(&stem.as_str()) || NUMBERED.iter().any(numbered)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_every_system() {
        let long = "я".repeat(128);
        for path in [
            "CON",
            "nul.html",
            "a/Com1/b",
            "lpt9.tar.gz",
            "aux .txt",
            "com¹",
            "ConIn$",
            "a.",
            "a /b",
            "a?",
            "a\u{7}b",
            "a\u{85}",
            "xy:z",
            &long,
        ] {
            let refused = portable(path);
            assert!(matches!(refused, Err(ProjectError::BadName(_))), "{path}");
        }
        for path in [
            "..", "../a", "/a", "a//b", "", "a\\b", "C:/a", "./a", "a/", "a\0",
        ] {
            let refused = portable(path);
            assert!(matches!(refused, Err(ProjectError::BadPath(_))), "{path}");
        }
        let longest = "a".repeat(255);
        for path in [
            "index.html",
            ".well-known/a",
            "новости/снег",
            "com",
            "com10",
            "com0",
            "console",
            "a b",
            "...a",
            "nul-a",
            &longest,
        ] {
            assert!(portable(path).is_ok(), "{path}");
        }
    }

    #[test]
    fn endless_paths_are_not_walked() {
        let path = "a/".repeat(1 << 20) + "a";
        assert!(matches!(portable(&path), Err(ProjectError::BadPath(_))));
    }
}

//! The file by which a folder is known as ours, and what it says of the folder.
//!
//! Its first line names the format, the second is the caller's, and a third says that the folder is
//! no whole bundle. It is replaced as a whole, so whoever is killed leaves the one or the other; and
//! from when a bundle is whole until nobody needs it, it is not touched.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::Path;

use super::super::error::ProjectError;

/// The name of the file.
pub const MARKER: &str = ".sverka-bundle";
const FORMAT: &str = "sverka bundle 1";
const UNFINISHED: &str = "unfinished";
/// No marker of ours is longer.
const LONGEST: u64 = 64 << 10;

/// What stands where a bundle might.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum State {
    /// Nothing.
    Missing,
    /// An empty folder.
    Empty,
    /// A folder of somebody else's.
    Foreign,
    /// A folder of ours that is being filled, or that nobody needs.
    Unfinished,
    /// A bundle that is whole, with the caller's line.
    Whole(String),
}

impl State {
    /// What stands at `folder`; an error if it is a link or a file.
    pub(super) fn of(folder: &Path) -> Result<Self, ProjectError> {
        let facts = match fs::symlink_metadata(folder) {
            Ok(facts) => facts,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::Missing),
            Err(error) => return Err(ProjectError::io(folder)(error)),
        };
        if facts.is_symlink() {
            return Err(ProjectError::Link(folder.to_owned()));
        }
        if !facts.is_dir() {
            return Err(ProjectError::NotAFolder(folder.to_owned()));
        }
        if let Some(state) = read_at(&folder.join(MARKER))? {
            return Ok(state);
        }
        let mut entries = fs::read_dir(folder).map_err(ProjectError::io(folder))?;
        let empty = entries.next().is_none();
        Ok(if empty { Self::Empty } else { Self::Foreign })
    }

    /// The caller's line of a bundle that is whole.
    pub(super) fn line(self) -> Option<String> {
        match self {
            Self::Whole(line) => Some(line),
            _ => None,
        }
    }

    /// Whether it is a folder that we have made.
    pub(super) fn is_ours(&self) -> bool {
        matches!(self, Self::Unfinished | Self::Whole(_))
    }

    fn parse(text: &str) -> Self {
        // A power failure may leave the name of the file and not its text.
        if text.is_empty() {
            return Self::Unfinished;
        }
        let lines: Vec<&str> = text.lines().collect();
        match lines.as_slice() {
            [FORMAT, line] => Self::Whole((*line).to_owned()),
            [FORMAT, _, UNFINISHED] => Self::Unfinished,
            _ => Self::Foreign,
        }
    }

    fn text(&self) -> String {
        match self {
            Self::Whole(line) => format!("{FORMAT}\n{line}\n"),
            _ => format!("{FORMAT}\n\n{UNFINISHED}\n"),
        }
    }
}

/// Writes a marker into `folder` by way of `draft`, a file beside the folder.
pub(super) fn write(folder: &Path, draft: &Path, state: &State) -> Result<(), ProjectError> {
    replace(&folder.join(MARKER), draft, state)
}

/// Writes what a marker says to a file of any name, by way of `draft`, a file beside it.
pub(super) fn replace(place: &Path, draft: &Path, state: &State) -> Result<(), ProjectError> {
    let written = || {
        // What a killed run left there, or somebody's link, is not written to.
        match fs::remove_file(draft) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut file = File::create_new(draft)?;
        file.write_all(state.text().as_bytes())?;
        // Elsewhere nobody syncs it together with all the rest.
        if !cfg!(target_os = "linux") {
            file.sync_all()?;
        }
        drop(file);
        fs::rename(draft, place)
    };
    written().map_err(ProjectError::io(place))
}

/// The caller's line of a whole bundle, of the text of its marker.
pub fn marker_line(text: &str) -> Option<String> {
    State::parse(text).line()
}

/// What a file of any name says, as a marker would; nothing if there is no such file.
pub(super) fn read_at(place: &Path) -> Result<Option<State>, ProjectError> {
    let text = read(place).map_err(ProjectError::io(place))?;
    Ok(text.map(|text| State::parse(&text)))
}

/// The text of a marker, if there is one; what is no text or too long is none of ours.
fn read(place: &Path) -> io::Result<Option<String>> {
    match fs::symlink_metadata(place) {
        Ok(facts) if facts.is_file() && facts.len() <= LONGEST => {}
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => return Ok(None),
    }
    let mut bytes = Vec::new();
    File::open(place)?.take(LONGEST).read_to_end(&mut bytes)?;
    Ok(String::from_utf8(bytes).ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let (own, draft) = (folder.path().join("own"), folder.path().join("draft"));
        assert_eq!(State::of(&own).unwrap(), State::Missing);
        fs::create_dir(&own).unwrap();
        assert_eq!(State::of(&own).unwrap(), State::Empty);
        fs::write(&draft, "a killed run").unwrap();
        let line = || "unfinished".to_owned();
        for state in [
            State::Unfinished,
            State::Whole(line()),
            State::Whole(String::new()),
        ] {
            write(&own, &draft, &state).unwrap();
            assert_eq!(State::of(&own).unwrap(), state);
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        }
        assert!(matches!(
            State::of(&own.join(MARKER)),
            Err(ProjectError::NotAFolder(_))
        ));
    }

    #[test]
    fn what_we_did_not_write_is_foreign() {
        let folder = tempfile::tempdir().unwrap();
        let marker = folder.path().join(MARKER);
        let long = "sverka bundle 1\n".to_owned() + &"a".repeat(1 << 17);
        for text in [
            "sverka bundle 2\na\n",
            "notes",
            "sverka bundle 1\na\nb\n",
            "\u{0}",
            &long,
        ] {
            fs::write(&marker, text).unwrap();
            assert_eq!(State::of(folder.path()).unwrap(), State::Foreign);
        }
        fs::write(&marker, b"sverka bundle 1\n\xff\n").unwrap();
        assert_eq!(State::of(folder.path()).unwrap(), State::Foreign);
        fs::write(&marker, "").unwrap();
        assert_eq!(State::of(folder.path()).unwrap(), State::Unfinished);
        #[cfg(unix)]
        {
            let other = tempfile::tempdir().unwrap();
            write(
                other.path(),
                &other.path().join("draft"),
                &State::Unfinished,
            )
            .unwrap();
            fs::remove_file(&marker).unwrap();
            std::os::unix::fs::symlink(other.path().join(MARKER), &marker).unwrap();
            assert_eq!(State::of(folder.path()).unwrap(), State::Foreign);
        }
    }
}

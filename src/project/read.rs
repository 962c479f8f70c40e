//! Reads one file as text, exactly as it is on the disk, or says why it is none.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;

use super::error::{ProjectError, reason};
use super::reason::Reason;
use super::root::{Root, check};
use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// The longest article: 16 MiB. The longest books of the world are a third of it.
const LONGEST_FILE: u64 = 16 << 20;
/// The most lines: three times those of "War and Peace". Each may be a segment.
const MOST_LINES: usize = 200_000;
/// The longest line: 1 MiB.
const LONGEST_LINE: usize = 1 << 20;

impl Root {
    /// The text of a file, with its BOM and its line breaks.
    ///
    /// What is no article is refused before it costs memory; nothing is ever waited for,
    /// as a pipe would make us.
    pub fn read(&self, path: &str) -> Result<String, Box<Diagnostic>> {
        let found = self.read_if_any(path)?;
        found.ok_or_else(|| unreadable(path, Reason::NotFound.name()))
    }

    /// As [`Self::read`]; `None` if there is no such file.
    pub fn read_if_any(&self, path: &str) -> Result<Option<String>, Box<Diagnostic>> {
        let bytes = self.raw_if_any(path)?;
        bytes.map(|bytes| text(path, bytes)).transpose()
    }

    /// The bytes of a file, which may be no text; `None` if there is no such file. [`Self::as_text`]
    /// makes a text of them, or says why they are none.
    pub(crate) fn raw_if_any(&self, path: &str) -> Result<Option<Vec<u8>>, Box<Diagnostic>> {
        check(path).map_err(|_| unreadable(path, Reason::BadPath.name()))?;
        match self.bytes(path) {
            Ok(found) => found.map(Some),
            Err(error) if is_missing(&error) => Ok(None),
            Err(error) => Err(unreadable(path, &reason(&error))),
        }
    }

    /// The text that the bytes of the file at `path` are.
    pub(crate) fn as_text(path: &str, bytes: Vec<u8>) -> Result<String, Box<Diagnostic>> {
        text(path, bytes)
    }

    /// Opens a file to be read as it is, however large; with its size.
    pub(crate) fn open(&self, path: &str) -> Result<(File, u64), ProjectError> {
        let facts = self.regular(path)?;
        let place = self.join(path);
        let file = File::open(&place).map_err(ProjectError::io(place))?;
        Ok((file, facts.len()))
    }

    /// What the system says of a file; an error if it is none, or if a link is in the way.
    pub(super) fn regular(&self, path: &str) -> Result<fs::Metadata, ProjectError> {
        check(path)?;
        let place = self.join(path);
        let real = self.is_inside(path).map_err(ProjectError::io(&place))?;
        let facts = fs::symlink_metadata(&place).map_err(ProjectError::io(&place))?;
        if !real || facts.is_symlink() {
            return Err(ProjectError::Link(place));
        }
        if !facts.is_file() {
            return Err(ProjectError::NotAFile(place));
        }
        Ok(facts)
    }

    fn bytes(&self, path: &str) -> io::Result<Result<Vec<u8>, Box<Diagnostic>>> {
        let place = self.join(path);
        let facts = fs::symlink_metadata(&place)?;
        if facts.is_symlink() || !self.is_inside(path)? {
            return Ok(Err(symbolic_link(self, path)));
        }
        if !facts.is_file() {
            return Ok(Err(unreadable(path, Reason::NotAFile.name())));
        }
        if facts.len() > LONGEST_FILE {
            return Ok(Err(too_large(path, facts.len())));
        }
        let size = facts.len();
        let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0) + 1);
        // What a growing file gets while we read it is not waited for, nor is its end asked for.
        File::open(&place)?.take(size).read_to_end(&mut bytes)?;
        Ok(Ok(bytes))
    }
}

/// The text of a file of no project, under the same rules; what is said of it calls it `name`. Links are
/// followed on the way to its folder, as they are to the folder of a project, and not behind it.
pub fn read_alone(path: &Path, name: &str) -> Result<String, Box<Diagnostic>> {
    let named = |mut found: Box<Diagnostic>| {
        found.primary.span.file = name.into();
        found
    };
    let Some(file) = path.file_name() else {
        return Err(unreadable(name, Reason::NotAFile.name()));
    };
    let Some(file) = file.to_str() else {
        return Err(unreadable(name, Reason::BadPath.name()));
    };
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    match Root::new(folder.unwrap_or(Path::new("."))) {
        Ok(root) => root.read(file).map_err(named),
        Err(ProjectError::Io { source, .. }) => Err(unreadable(name, &reason(&source))),
        Err(_) => Err(unreadable(name, Reason::BadPath.name())),
    }
}

/// That a symbolic link stands at `path`, with what it says or, on the way, nothing.
pub(super) fn symbolic_link(root: &Root, path: &str) -> Box<Diagnostic> {
    let target = fs::read_link(root.join(path)).unwrap_or_default();
    let found = Diagnostic::new(Code::SYMBOLIC_LINK, Span::file(path));
    Box::new(found.with("target", target.display()))
}

/// That `path` cannot be read.
pub(super) fn unreadable(path: &str, reason: &str) -> Box<Diagnostic> {
    Box::new(Diagnostic::new(Code::UNREADABLE, Span::file(path)).with("reason", reason))
}

pub(super) fn is_missing(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory
    )
}

fn too_large(path: &str, size: u64) -> Box<Diagnostic> {
    let found = Diagnostic::new(Code::TOO_LARGE, Span::file(path));
    Box::new(found.with("size", size).with("limit", LONGEST_FILE))
}

fn text(path: &str, bytes: Vec<u8>) -> Result<String, Box<Diagnostic>> {
    if let Some(at) = memchr::memchr(0, &bytes) {
        let span = Span::new(path, at..at + 1);
        return Err(Box::new(Diagnostic::new(Code::BINARY_FILE, span)));
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let len = error
            .utf8_error()
            .error_len()
            .unwrap_or(error.as_bytes().len() - at);
        let found = Diagnostic::new(Code::INVALID_UTF8, Span::new(path, at..at + len));
        Box::new(found.with("byte", at))
    })?;
    let lines = memchr::memchr_iter(b'\n', text.as_bytes()).count();
    if lines > MOST_LINES {
        let found = Diagnostic::new(Code::TOO_MANY_LINES, Span::file(path));
        return Err(Box::new(
            found.with("lines", lines).with("limit", MOST_LINES),
        ));
    }
    match long_line(&text) {
        None => Ok(text),
        Some((start, size)) => {
            let found = Diagnostic::new(Code::LONG_LINE, Span::new(path, start..start));
            Err(Box::new(
                found.with("size", size).with("limit", LONGEST_LINE),
            ))
        }
    }
}

/// Start and length of the first line that is too long.
fn long_line(text: &str) -> Option<(usize, usize)> {
    if text.len() <= LONGEST_LINE {
        return None;
    }
    let mut start = 0;
    let ends = memchr::memchr_iter(b'\n', text.as_bytes()).chain([text.len()]);
    for end in ends {
        if end - start > LONGEST_LINE {
            return Some((start, end - start));
        }
        start = end + 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn root() -> (tempfile::TempDir, Root) {
        let folder = tempfile::tempdir().unwrap();
        let root = Root::new(folder.path()).unwrap();
        (folder, root)
    }

    #[expect(
        clippy::disallowed_methods,
        reason = "the test makes what is to be refused"
    )]
    fn put(folder: &Path, path: &str, bytes: &[u8]) {
        fs::create_dir_all(folder.join(path).parent().unwrap()).unwrap();
        fs::write(folder.join(path), bytes).unwrap();
    }

    #[test]
    fn text_comes_as_it_is() {
        let (folder, root) = root();
        let text = "\u{feff}раз\r\nдва\n";
        put(folder.path(), "a/b.md", text.as_bytes());
        assert_eq!(root.read("a/b.md").unwrap(), text);
        assert_eq!(root.read_if_any("a/c.md").unwrap(), None);
        assert_eq!(root.read_if_any("a/b.md/c.md").unwrap(), None);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let (folder, root) = root();
        put(folder.path(), "nul.md", b"a\0b");
        put(folder.path(), "latin.md", b"caf\xe9 noir");
        put(folder.path(), "line.md", &vec![b'a'; (1 << 20) + 1]);
        let big = File::create(folder.path().join("big.md")).unwrap();
        big.set_len(100 << 20).unwrap();
        for (path, code, place) in [
            ("nul.md", Code::BINARY_FILE, 1..2),
            ("latin.md", Code::INVALID_UTF8, 3..4),
            ("line.md", Code::LONG_LINE, 0..0),
            ("big.md", Code::TOO_LARGE, 0..0),
            ("none.md", Code::UNREADABLE, 0..0),
            ("../a.md", Code::UNREADABLE, 0..0),
            (".", Code::UNREADABLE, 0..0),
        ] {
            let found = root.read(path).unwrap_err();
            assert_eq!(
                (found.code, found.primary.span.range()),
                (code, place),
                "{path}"
            );
            let args: Vec<_> = found.args.iter().map(|(name, _)| *name).collect();
            assert_eq!(args, code.args());
        }
    }

    #[test]
    fn a_file_alone_has_the_same_rules_and_its_own_name() {
        let (folder, _) = root();
        put(folder.path(), "a/b.md", b"text");
        put(folder.path(), "a/nul.md", b"a\0b");
        let read = |path: &str| read_alone(&folder.path().join(path), path);
        assert_eq!(read("a/b.md").unwrap(), "text");
        assert_eq!(read("a/../a/b.md").unwrap(), "text");
        for (path, code) in [
            ("a/nul.md", Code::BINARY_FILE),
            ("a/none.md", Code::UNREADABLE),
            ("none/b.md", Code::UNREADABLE),
            ("a", Code::UNREADABLE),
            ("a/..", Code::UNREADABLE),
        ] {
            let found = read(path).unwrap_err();
            assert_eq!(found.code, code, "{path}");
            assert_eq!(&*found.primary.span.file, path);
        }
    }

    #[cfg(unix)]
    #[test]
    fn no_link_is_followed() {
        use std::os::unix::fs::symlink;
        let (folder, root) = root();
        let (other, _) = self::root();
        put(other.path(), "secret.md", b"secret");
        symlink(other.path(), folder.path().join("out")).unwrap();
        symlink(
            other.path().join("secret.md"),
            folder.path().join("link.md"),
        )
        .unwrap();
        for path in ["link.md", "out/secret.md"] {
            assert_eq!(root.read(path).unwrap_err().code, Code::SYMBOLIC_LINK);
        }
    }
}

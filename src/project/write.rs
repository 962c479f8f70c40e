//! Writes files whole or not at all, and never outside the project.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

use super::error::ProjectError;
use super::root::{Root, check};

/// What the names of unfinished files begin with: hidden, so nobody takes one for an article.
pub(super) const UNFINISHED: &str = ".sverka-unfinished-";

impl Root {
    /// Writes a file, in place of an old one if there is one.
    ///
    /// Until the new file is whole and on the disk, the old one stands.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), ProjectError> {
        let (place, folder) = self.place(path)?;
        let old = match fs::symlink_metadata(&place) {
            Ok(facts) if facts.is_symlink() => return Err(ProjectError::Link(place)),
            Ok(facts) => Some(facts.permissions()),
            Err(_) => None,
        };
        let unfinished = unfinished(&folder, bytes, old).map_err(ProjectError::io(&place))?;
        let kept = unfinished.persist(&place).map_err(|error| error.error);
        kept.and_then(|_| sync(&folder))
            .map_err(ProjectError::io(place))
    }

    /// Writes a file that must not exist yet.
    pub fn create(&self, path: &str, bytes: &[u8]) -> Result<(), ProjectError> {
        let (place, folder) = self.place(path)?;
        // Asked first so that a full disk is not what someone hears about an existing file.
        if fs::symlink_metadata(&place).is_ok() {
            return Err(ProjectError::Exists(place));
        }
        let unfinished = unfinished(&folder, bytes, None).map_err(ProjectError::io(&place))?;
        match unfinished.persist_noclobber(&place) {
            Ok(_) => sync(&folder).map_err(ProjectError::io(place)),
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => {
                Err(ProjectError::Exists(place))
            }
            Err(error) => Err(ProjectError::io(place)(error.error)),
        }
    }

    /// Where a file is to be written, with its folder, which is made if it is missing.
    pub(super) fn place(&self, path: &str) -> Result<(PathBuf, PathBuf), ProjectError> {
        check(path)?;
        let mut folder = self.path().to_owned();
        let mut parts: Vec<&str> = path.split('/').collect();
        let name = parts.pop().unwrap_or_default();
        for part in parts {
            let above = folder.clone();
            folder.push(part);
            make_folder(&folder, &above)?;
        }
        Ok((folder.join(name), folder))
    }
}

/// Writes a file of no project, under the same rules. Links are followed on the way to its folder, as
/// they are to the folder of a project, and not behind it.
pub fn write_alone(path: &Path, bytes: &[u8]) -> Result<(), ProjectError> {
    let bad = || ProjectError::BadPath(path.display().to_string());
    let file = path
        .file_name()
        .and_then(|name| name.to_str())
        .ok_or_else(bad)?;
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    Root::new(folder.unwrap_or(Path::new(".")))?.write(file, bytes)
}

/// Makes a folder unless it is there; a link in its place is refused.
fn make_folder(folder: &Path, above: &Path) -> Result<(), ProjectError> {
    match fs::symlink_metadata(folder) {
        Ok(facts) if facts.is_symlink() => Err(ProjectError::Link(folder.to_owned())),
        Ok(_) => Ok(()),
        Err(_) => {
            let made = fs::create_dir(folder).and_then(|()| sync(above));
            // Another run may have been quicker.
            made.or_else(|error| match error.kind() {
                io::ErrorKind::AlreadyExists => Ok(()),
                _ => Err(ProjectError::io(folder)(error)),
            })
        }
    }
}

fn unfinished(
    folder: &Path,
    bytes: &[u8],
    permissions: Option<fs::Permissions>,
) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(UNFINISHED);
    // Temporary files are private by default; an article is as open as its neighbours.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions)?;
    }
    file.as_file().sync_all()?;
    Ok(file)
}

/// Makes the names in a folder last, where the system knows how.
pub(super) fn sync(folder: &Path) -> io::Result<()> {
    if cfg!(unix) {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn root() -> (tempfile::TempDir, Root) {
        let folder = tempfile::tempdir().unwrap();
        let root = Root::new(folder.path()).unwrap();
        (folder, root)
    }

    #[test]
    fn bytes_are_kept_and_nothing_is_left_behind() {
        let (folder, root) = root();
        root.create("a/б/c.md", "раз\r\n".as_bytes()).unwrap();
        root.write("a/б/c.md", b"\xff\0").unwrap();
        let mut bytes = Vec::new();
        let mut file = File::open(folder.path().join("a/б/c.md")).unwrap();
        io::Read::read_to_end(&mut file, &mut bytes).unwrap();
        assert_eq!(bytes, b"\xff\0");
        assert_eq!(fs::read_dir(folder.path().join("a/б")).unwrap().count(), 1);
    }

    #[test]
    fn what_exists_is_not_created_again() {
        let (_folder, root) = root();
        root.create("a.md", "старое".as_bytes()).unwrap();
        assert!(matches!(
            root.create("a.md", b"new"),
            Err(ProjectError::Exists(_))
        ));
        assert_eq!(root.read("a.md").unwrap(), "старое");
    }

    #[test]
    fn paths_that_leave_are_refused() {
        let (_folder, root) = root();
        for path in ["../a", "/a", "a/../../b", "a//b", "", "a\\b", "C:/a", "./a"] {
            assert!(
                matches!(root.write(path, b""), Err(ProjectError::BadPath(_))),
                "{path}"
            );
        }
    }

    #[cfg(unix)]
    #[test]
    fn links_are_not_written_through() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let (folder, root) = root();
        let (other, _) = self::root();
        symlink(other.path(), folder.path().join("out")).unwrap();
        symlink(other.path().join("a"), folder.path().join("a")).unwrap();
        for path in ["out/a", "out/new/a", "a"] {
            assert!(
                matches!(root.write(path, b""), Err(ProjectError::Link(_))),
                "{path}"
            );
        }
        assert!(matches!(
            root.create("a", b""),
            Err(ProjectError::Exists(_))
        ));
        assert_eq!(fs::read_dir(other.path()).unwrap().count(), 0);

        root.create("b.md", b"1").unwrap();
        let place = folder.path().join("b.md");
        fs::set_permissions(&place, fs::Permissions::from_mode(0o640)).unwrap();
        root.write("b.md", b"2").unwrap();
        assert_eq!(
            fs::metadata(&place).unwrap().permissions().mode() & 0o777,
            0o640
        );
    }
}

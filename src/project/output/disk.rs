//! What only the system can do: two folders change places at once, a whole disk is synced.

use std::fs::{Metadata, Permissions};
use std::io;
use std::path::Path;

/// Lets two folders change places in one step; `false` if the system or the disk cannot.
#[cfg(any(target_os = "linux", target_vendor = "apple"))]
pub(super) fn exchange(one: &Path, other: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    let unknown = [Errno::INVAL, Errno::NOSYS, Errno::NOTSUP, Errno::OPNOTSUPP];
    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(error) if unknown.contains(&error) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_vendor = "apple")))]
pub(super) fn exchange(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}

/// Brings everything on the disk of `folder` there; `false` if the system cannot.
///
/// Asked once for thousands of files it takes a tenth of the time that asking for each takes.
#[cfg(target_os = "linux")]
pub(super) fn sync(folder: &Path) -> io::Result<bool> {
    let folder = std::fs::File::open(folder)?;
    match rustix::fs::syncfs(&folder) {
        Ok(()) => Ok(true),
        Err(rustix::io::Errno::NOSYS) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(target_os = "linux"))]
pub(super) fn sync(_: &Path) -> io::Result<bool> {
    Ok(false)
}

/// Gives a folder permissions, and lets its owner in whatever they are: else nobody could ever replace it.
#[cfg(unix)]
pub(super) fn permit(folder: &Path, mut permissions: Permissions) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    permissions.set_mode(permissions.mode() | 0o700);
    std::fs::set_permissions(folder, permissions)
}

#[cfg(not(unix))]
pub(super) fn permit(folder: &Path, permissions: Permissions) -> io::Result<()> {
    std::fs::set_permissions(folder, permissions)
}

/// Whether both are one file under two names.
#[cfg(unix)]
pub(super) fn same(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

#[cfg(not(unix))]
pub(super) fn same(_: &Metadata, _: &Metadata) -> bool {
    false
}

/// Whether a folder that was filled once can be filled again: two files must be told apart, and
/// names that differ in letter case only have to be two. `name` is one that stands in `folder`.
pub(super) fn refillable(folder: &Path, name: &str) -> bool {
    let other = folder.join(name.to_uppercase());
    cfg!(target_os = "linux") && other.symlink_metadata().is_err()
}

//! Removes what nobody has claimed of a folder that is filled again.

use std::path::Path;
use std::{fs, io};

use rayon::prelude::*;

use super::super::error::ProjectError;
use super::claims::{Claims, Kind};

/// Leaves in `folder`, which is `prefix` for the bundle, only what was claimed. Links are removed
/// and not followed.
pub(super) fn sweep(folder: &Path, prefix: &str, claims: &Claims) -> Result<(), ProjectError> {
    let mut folders = Vec::new();
    for entry in fs::read_dir(folder).map_err(ProjectError::io(folder))? {
        let entry = entry.map_err(ProjectError::io(folder))?;
        let path = entry
            .file_name()
            .to_str()
            .map(|name| format!("{prefix}{name}"));
        match path.as_deref().and_then(|path| claims.at(path)) {
            Some(Kind::Folder) => folders.push((entry.path(), path.unwrap_or_default() + "/")),
            Some(Kind::Written | Kind::Kept) => {}
            None => remove(&entry.path()).map_err(ProjectError::io(entry.path()))?,
        }
    }
    folders
        .par_iter()
        .try_for_each(|(folder, prefix)| sweep(folder, prefix, claims))
}

/// Removes a file, a link or a folder with everything in it, if there is one.
pub(super) fn remove(place: &Path) -> io::Result<()> {
    let removed = match place.symlink_metadata() {
        Ok(facts) if facts.is_dir() => fs::remove_dir_all(place),
        Ok(_) => fs::remove_file(place),
        Err(error) => Err(error),
    };
    match removed {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

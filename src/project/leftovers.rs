//! What runs that were killed left behind: files that they never finished.
//!
//! Whoever holds the lock writes a byte into it and takes it away at the end. So where the byte
//! still is, a run was killed; and as nobody else writes under the lock, whatever is unfinished
//! then is nobody's.

use std::fs::{self, File};
use std::io;
use std::path::Path;

use super::write::UNFINISHED;

/// Notes in the lock that a run begins; whether the last one never ended.
pub(super) fn begin(lock: &File) -> io::Result<bool> {
    let killed = lock.metadata()?.len() > 0;
    lock.set_len(1)?;
    Ok(killed)
}

/// Notes that it has ended.
pub(super) fn end(lock: &File) {
    // Else the next run looks for leftovers, and finds none.
    let _ = lock.set_len(0);
}

/// Removes the unfinished files in a folder, and in those below it if `deep`. Those that cannot be
/// removed do no harm: nobody takes them for anything.
pub(super) fn remove(folder: &Path, deep: bool) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let Ok(kind) = entry.file_type() else {
            continue;
        };
        if kind.is_dir() && deep {
            remove(&entry.path(), deep);
        } else if kind.is_file() && name.as_encoded_bytes().starts_with(UNFINISHED.as_bytes()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::super::root::Root;
    use super::super::store::Store;

    #[test]
    fn what_a_killed_run_left_goes_with_the_next_one() {
        let folder = tempfile::tempdir().unwrap();
        let root = Root::new(folder.path()).unwrap();
        let store = Store::new(root.clone());
        let left = ".sverka/base/en/новости/.sverka-unfinished-1a2b";
        let base = ".sverka/base/en/новости/ru.md";
        let there = || folder.path().join(left).exists();
        root.write(base, "Снег".as_bytes()).unwrap();

        drop(store.lock(Duration::ZERO).unwrap());
        root.write(left, b"").unwrap();
        drop(store.lock(Duration::ZERO).unwrap());
        assert!(there(), "no run was killed: nothing is looked for");

        root.write(".sverka/lock", b"1").unwrap();
        drop(store.lock(Duration::ZERO).unwrap());
        assert!(!there());
        assert_eq!(root.read(base).unwrap(), "Снег");
        assert_eq!(root.read(".sverka/lock").unwrap(), "");
    }
}

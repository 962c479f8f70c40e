//! Takes a lock on a file, so that two runs do not write the same things at once.

use std::fs::{self, File, TryLockError};
use std::path::Path;
use std::time::{Duration, Instant};

use super::error::ProjectError;

/// How often we ask for a lock that another run holds.
const PAUSE: Duration = Duration::from_millis(20);

/// Takes the lock at `place`, whose file is made if it is missing, and waits at most `patience` for
/// another run to end. Whoever drops the file gives the lock back, and so does whoever is killed.
pub(super) fn take(place: &Path, patience: Duration) -> Result<File, ProjectError> {
    // Opening would make a file wherever the link leads.
    if fs::symlink_metadata(place).is_ok_and(|facts| facts.is_symlink()) {
        return Err(ProjectError::Link(place.to_owned()));
    }
    let open = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(place);
    let file = open.map_err(ProjectError::io(place))?;
    let start = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::Error(error)) => return Err(ProjectError::io(place)(error)),
            Err(TryLockError::WouldBlock) if start.elapsed() >= patience => {
                return Err(ProjectError::Locked {
                    path: place.to_owned(),
                    seconds: patience.as_secs(),
                });
            }
            Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
        }
    }
}

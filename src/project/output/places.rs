//! How bundles change places, and how what was interrupted on the way is brought to its end.
//!
//! Before a new bundle moves it is whole and on the disk, and `ready`, a file beside, has its line.
//! Where the system can, it and the published one change places in one step; else there are two, and
//! between them nothing is published. Then the old one becomes the previous one, the one before
//! that is left for the next run to fill, and `ready` goes. Whoever is killed leaves one of these:
//!
//! | ready | next | target | former | what it means |
//! |---|---|---|---|---|
//! | none | any | any | none | nothing has moved: what stands in the place of the next bundle is none |
//! | there | whole | another | none | nothing has moved, the same |
//! | there | whole | missing | whole | between two steps: the new bundle goes to its place |
//! | none | any | missing | whole | a rollback between two steps: the old bundle goes back |
//! | there | whole | it | none | the old bundle still has the name of the new one |
//! | any | any | there | whole | the old bundle is on its way to be the previous one |
//!
//! A bundle whose line is that of the one before cannot be told from it, and need not be.

use std::path::Path;
use std::{fs, io};

use super::super::error::ProjectError;
use super::super::write::sync;
use super::marker::{self, State};
use super::{Output, disk};

impl Output {
    /// Brings the previous bundle back, and makes the published one the previous one: a second
    /// rollback undoes the first.
    pub fn rollback(&self) -> Result<(), ProjectError> {
        let none = || ProjectError::NoPrevious(self.target.clone());
        if self.previous().is_none() {
            return Err(none());
        }
        let _lock = self.take_lock()?;
        self.settle()?;
        if self.previous().is_none() {
            return Err(none());
        }
        self.change_places(&self.previous)?;
        if State::of(&self.former)? != State::Missing {
            rename(&self.former, &self.previous)?;
        }
        self.last()
    }

    /// Puts a bundle that is whole in the place of the published one, which is then where the
    /// new one was, or the former one.
    pub(super) fn change_places(&self, new: &Path) -> Result<(), ProjectError> {
        match State::of(&self.target)? {
            State::Missing => return rename(new, &self.target),
            // Not every system renames over a folder, be it empty.
            State::Empty => {
                fs::remove_dir(&self.target).map_err(ProjectError::io(&self.target))?;
                return rename(new, &self.target);
            }
            State::Foreign => return Err(ProjectError::Foreign(self.target.clone())),
            _ => {}
        }
        let exchanged = self.exchanges && {
            let done = disk::exchange(new, &self.target);
            done.map_err(ProjectError::io(&self.target))?
        };
        if !exchanged {
            rename(&self.target, &self.former)?;
            if let Err(error) = rename(new, &self.target) {
                // What fails here again is put right by the next run.
                let _ = rename(&self.former, &self.target);
                return Err(error);
            }
        }
        Ok(())
    }

    /// Makes renamed folders last, and forgets what was known of them.
    pub(super) fn last(&self) -> Result<(), ProjectError> {
        self.folders.forget_all();
        let parent = self.parent();
        // The markers have changed as well, so the whole disk is asked again: there is little left.
        let synced = match disk::sync(parent) {
            Ok(false) => sync(parent),
            other => other.map(drop),
        };
        synced.map_err(ProjectError::io(parent))
    }

    /// Whether a run was killed where the published bundle is concerned.
    pub(super) fn is_interrupted(&self) -> Result<bool, ProjectError> {
        Ok(State::of(&self.former)?.is_ours() || marker::read_at(&self.ready)?.is_some())
    }

    /// Brings to its end whatever was interrupted. Only for whoever holds the lock.
    pub(super) fn settle(&self) -> Result<(), ProjectError> {
        let state = |place: &Path| match State::of(place)? {
            State::Foreign => Err(ProjectError::Foreign(place.to_owned())),
            state => Ok(state),
        };
        // Somebody else's folder under one of our names is told before anything is moved.
        let (next, mut former) = (state(&self.next)?, state(&self.former)?);
        let previous = state(&self.previous)?;
        let ready = marker::read_at(&self.ready)?;
        let (whole, target) = (matches!(next, State::Whole(_)), state(&self.target)?);
        if former.is_ours() && target == State::Missing {
            if whole && ready.is_some() {
                rename(&self.next, &self.target)?;
            } else {
                rename(&self.former, &self.target)?;
                former = State::Missing;
            }
        } else if former == State::Missing && whole && ready == Some(target) {
            rename(&self.next, &self.former)?;
            former = next;
        }
        if former.is_ours() {
            self.retire(&previous)?;
            rename(&self.former, &self.previous)?;
        }
        if matches!(state(&self.next)?, State::Whole(_)) {
            marker::write(&self.next, &self.draft, &State::Unfinished)?;
        }
        match fs::remove_file(&self.ready) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(ProjectError::io(&self.ready)(error))
            }
            _ => Ok(()),
        }
    }

    /// Makes room for a new previous bundle: the old one is left for the next run to fill.
    fn retire(&self, previous: &State) -> Result<(), ProjectError> {
        if *previous == State::Missing {
            return Ok(());
        }
        // From here on nobody takes it for a bundle that is whole.
        marker::write(&self.previous, &self.draft, &State::Unfinished)?;
        if State::of(&self.next)? != State::Missing {
            self.remove_next()?;
        }
        rename(&self.previous, &self.next)
    }

    /// Removes a bundle that was never published, or that nobody needs.
    pub(super) fn remove_next(&self) -> Result<(), ProjectError> {
        match State::of(&self.next)? {
            State::Empty => fs::remove_dir(&self.next).map_err(ProjectError::io(&self.next)),
            State::Unfinished => self.empty_next().map_err(ProjectError::io(&self.next)),
            // Never a bundle that is whole, nor what is not ours.
            _ => Ok(()),
        }
    }

    /// Removes a bundle with its marker at last: whoever is killed on the way leaves a folder that is
    /// known as ours, or one that is empty.
    fn empty_next(&self) -> io::Result<()> {
        for entry in fs::read_dir(&self.next)? {
            let entry = entry?;
            if entry.file_name() != marker::MARKER {
                super::sweep::remove(&entry.path())?;
            }
        }
        super::sweep::remove(&self.next.join(marker::MARKER))?;
        fs::remove_dir(&self.next)
    }
}

pub(super) fn rename(from: &Path, to: &Path) -> Result<(), ProjectError> {
    fs::rename(from, to).map_err(ProjectError::io(to))
}

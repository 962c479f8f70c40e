//! A bundle that is being written, by many threads at once.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};

use rayon::prelude::*;

use super::super::error::ProjectError;
use super::super::root::Root;
use super::super::write;
use super::claims::{Claims, Kind};
use super::facts::pour;
use super::marker::{self, MARKER, State};
use super::name::portable;
use super::sweep::{remove, sweep};
use super::{FileFacts, Output, disk};
use crate::text::Digest;

/// Where replaced files are set aside: a name that no published file can bear.
const ASIDE: &str = ".sverka-replaced:";

/// A bundle beside the published one. Dropped without being published, it is as if it had never
/// been.
///
/// It may begin as the bundle before the previous one, whose folders need not be made again nor
/// removed: on ext4 that takes longer than all the rest. A file that stands there is never written
/// to, as others may know it by another name, and none is left that nobody has claimed. What is
/// replaced is set aside until all is written, for ext4 looks at every file that was removed of
/// late before it makes a new one.
#[derive(Debug)]
pub struct Staging<'o> {
    output: &'o Output,
    claims: Mutex<Claims>,
    /// Folders that were made or seen to be real ones.
    folders: RwLock<BTreeSet<String>>,
    making: Mutex<()>,
    /// Whether the folder has been filled before.
    refilled: bool,
    /// How many things were set aside.
    aside: AtomicUsize,
    published: bool,
    _lock: File,
}

impl Output {
    /// Begins a new bundle. As long as it lives, no other run publishes here: such a run is told at
    /// once. What a run that was killed has left is brought to its end, or used up.
    pub fn stage(&self) -> Result<Staging<'_>, ProjectError> {
        fs::create_dir_all(self.parent()).map_err(ProjectError::io(self.parent()))?;
        let lock = self.take_lock()?;
        self.usable()?;
        self.settle()?;
        self.folders.forget_all();
        let next = &self.next;
        let refilled = match State::of(next)? {
            State::Missing | State::Empty => false,
            State::Foreign => return Err(ProjectError::Foreign(next.clone())),
            _ => disk::refillable(next, MARKER),
        };
        if refilled {
            let own = fs::symlink_metadata(next).map(|facts| facts.permissions());
            own.and_then(|own| disk::permit(next, own))
                .map_err(ProjectError::io(next))?;
            let aside = next.join(ASIDE);
            let made = remove(&aside).and_then(|()| fs::create_dir(&aside));
            made.map_err(ProjectError::io(aside))?;
        } else {
            self.remove_next()?;
            fs::create_dir(next).map_err(ProjectError::io(next))?;
            marker::write(next, &self.draft, &State::Unfinished)?;
        }
        let mut claims = Claims::default();
        claims.take(MARKER, Kind::Written)?;
        Ok(Staging {
            output: self,
            claims: Mutex::new(claims),
            folders: RwLock::default(),
            making: Mutex::default(),
            refilled,
            aside: AtomicUsize::new(0),
            published: false,
            _lock: lock,
        })
    }
}

impl Staging<'_> {
    /// Writes a new file; its folders are made. If the published bundle has the same file, byte for
    /// byte, that one is taken over and keeps its time.
    ///
    /// Refused are a path that leaves the bundle, a name that some system does not take, and a path
    /// that is claimed already, be it with other capitals.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<FileFacts, ProjectError> {
        portable(path)?;
        if self.is_as_large(path, bytes.len() as u64)
            && self.output.read(path).is_ok_and(|known| known == bytes)
        {
            return self.keep(path);
        }
        let place = self.claim(path, Kind::Written)?;
        self.fill(&place, |file| file.write_all(bytes))
    }

    /// Takes a file over from the published bundle as it is, with its time. An error if there is none.
    pub fn keep(&self, path: &str) -> Result<FileFacts, ProjectError> {
        portable(path)?;
        self.take_over(path, &self.output.regular(path)?)
    }

    /// The same if there is one of which this holds.
    pub fn keep_if(
        &self,
        path: &str,
        holds: impl Fn(&FileFacts) -> bool,
    ) -> Result<Option<FileFacts>, ProjectError> {
        portable(path)?;
        let facts = self.output.regular(path);
        let facts = facts.ok().filter(|facts| holds(&FileFacts::from(facts)));
        facts.map(|facts| self.take_over(path, &facts)).transpose()
    }

    fn take_over(&self, path: &str, facts: &fs::Metadata) -> Result<FileFacts, ProjectError> {
        let place = self.claim(path, Kind::Kept)?;
        let stands = |found: fs::Metadata| disk::same(&found, facts);
        if self.refilled && fs::symlink_metadata(&place).is_ok_and(stands) {
            return Ok(FileFacts::from(facts));
        }
        let from = self.output.target.join(path);
        let free = self.set_aside(&place);
        if free.and_then(|()| fs::hard_link(&from, &place)).is_ok() {
            return Ok(FileFacts::from(facts));
        }
        // Some disks know no second name of a file.
        self.fill(&place, |file| {
            io::copy(&mut File::open(&from)?, file)?;
            file.set_modified(facts.modified()?)
        })
    }

    /// Copies a file of the project, `from` its root, however large; gives its SHA-256 as
    /// well. Links are not followed. As with [`Self::write`], a file that is
    /// published already is taken over.
    pub fn copy(
        &self,
        path: &str,
        root: &Root,
        from: &str,
    ) -> Result<(FileFacts, Digest), ProjectError> {
        portable(path)?;
        let (mut file, size) = root.open(from)?;
        let source = root.join(from);
        if self.is_as_large(path, size) {
            let read = pour(&mut file, &mut io::sink());
            let (size, digest) = read.map_err(ProjectError::io(&source))?;
            if self
                .output
                .digest(path)
                .is_ok_and(|known| known == (size, digest))
            {
                return Ok((self.keep(path)?, digest));
            }
            file.rewind().map_err(ProjectError::io(source))?;
        }
        let place = self.claim(path, Kind::Written)?;
        let mut digest = Digest::of(&[]);
        let facts = self.fill(&place, |to| {
            digest = pour(&mut file, to)?.1;
            Ok(())
        })?;
        Ok((facts, digest))
    }

    /// Writes a new file as it comes, however large. Refused is what [`Self::write`] refuses.
    pub fn stream(
        &self,
        path: &str,
        write: impl FnOnce(&mut File) -> io::Result<()>,
    ) -> Result<FileFacts, ProjectError> {
        portable(path)?;
        let place = self.claim(path, Kind::Written)?;
        self.fill(&place, write)
    }

    /// Publishes the bundle under a line of the caller's. Before it takes its place everything in it
    /// is on the disk; the one that was published becomes the previous one.
    pub fn publish(mut self, line: &str) -> Result<(), ProjectError> {
        let output = self.output;
        if self.refilled {
            sweep(&output.next, "", &self.claims())?;
        }
        // Whoever lets only some people read the folder means the next bundle as well.
        if let Ok(facts) = fs::symlink_metadata(&output.target) {
            let done = disk::permit(&output.next, facts.permissions());
            done.map_err(ProjectError::io(&output.next))?;
        }
        let whole = State::Whole(line.replace(['\n', '\r'], " "));
        marker::replace(&output.ready, &output.draft, &whole)?;
        marker::write(&output.next, &output.draft, &whole)?;
        self.sync()?;
        output.change_places(&output.next)?;
        self.published = true;
        output.settle()?;
        output.last()
    }

    fn claims(&self) -> MutexGuard<'_, Claims> {
        self.claims.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where a file is to be written, if nobody else has claimed it; its folder is there.
    fn claim(&self, path: &str, kind: Kind) -> Result<PathBuf, ProjectError> {
        self.claims().take(path, kind)?;
        if let Some((folder, _)) = path.rsplit_once('/') {
            self.make(folder)?;
        }
        Ok(self.output.next.join(path))
    }

    /// Makes a folder and those above it, unless they are there.
    fn make(&self, folder: &str) -> Result<(), ProjectError> {
        let known = self.folders.read();
        if known.is_ok_and(|known| known.contains(folder)) {
            return Ok(());
        }
        if let Some((above, _)) = folder.rsplit_once('/') {
            self.make(above)?;
        }
        let place = self.output.next.join(folder);
        let is_folder = || place.symlink_metadata().is_ok_and(|facts| facts.is_dir());
        if !is_folder() {
            // One thread at a time: what is set aside is never what another one has made.
            let _one = self.making.lock();
            if !is_folder() {
                let made = self.set_aside(&place).and_then(|()| fs::create_dir(&place));
                made.map_err(ProjectError::io(place))?;
            }
        }
        if let Ok(mut known) = self.folders.write() {
            known.insert(folder.to_owned());
        }
        Ok(())
    }

    fn is_as_large(&self, path: &str, size: u64) -> bool {
        self.output
            .facts(path)
            .is_some_and(|known| known.size == size)
    }

    /// Makes a file at a place that was claimed and fills it; one that cannot be filled is removed.
    fn fill(
        &self,
        place: &Path,
        write: impl FnOnce(&mut File) -> io::Result<()>,
    ) -> Result<FileFacts, ProjectError> {
        let mut file = self.create(place).map_err(ProjectError::io(place))?;
        match write(&mut file).and_then(|()| file.metadata()) {
            Ok(facts) => Ok(FileFacts::from(&facts)),
            Err(error) => {
                let _ = fs::remove_file(place);
                Err(ProjectError::io(place)(error))
            }
        }
    }

    /// Opens a new file, never one that is there.
    fn create(&self, place: &Path) -> io::Result<File> {
        self.set_aside(place)?;
        File::create_new(place)
    }

    /// Frees a claimed place of what stands there from before.
    fn set_aside(&self, place: &Path) -> io::Result<()> {
        if !self.refilled {
            return Ok(());
        }
        let name = self.aside.fetch_add(1, Ordering::Relaxed).to_string();
        match fs::rename(place, self.output.next.join(ASIDE).join(name)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }

    fn sync(&self) -> Result<(), ProjectError> {
        let next = &self.output.next;
        if disk::sync(next).map_err(ProjectError::io(next))? {
            return Ok(());
        }
        let claims = self.claims();
        let each = |path: &str, sync: &dyn Fn(&Path) -> io::Result<()>| {
            let place = next.join(path);
            sync(&place).map_err(ProjectError::io(&place))
        };
        // Windows syncs only what is open for writing.
        let file = |place: &Path| File::options().write(true).open(place)?.sync_all();
        let files = claims.all(Kind::Written).into_par_iter();
        files.try_for_each(|path| each(path, &file))?;
        let folders = claims.all(Kind::Folder).into_par_iter();
        folders.try_for_each(|path| each(path, &write::sync))?;
        write::sync(next).map_err(ProjectError::io(next))
    }
}

impl Drop for Staging<'_> {
    fn drop(&mut self) {
        // Folders that were there before are left for the next run to fill. What cannot be removed
        // does no harm: its marker says that it is unfinished.
        if !self.published && !self.refilled {
            let _ = self.output.remove_next();
        }
    }
}

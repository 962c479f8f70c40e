//! What git remembers: every version that the articles ever had.
//!
//! Nothing is ever executed (no hook, no filter, no `git`), nothing fetched and nothing written.

mod commit;
mod difference;
mod error;
mod graph;
mod id;
mod names;
mod objects;
mod place;
mod renames;
mod since;
mod timeline;
mod walk;

#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use gix::ObjectId;
use gix::discover::upwards;
use gix::objs::Kind;
use gix::sec::Trust;

pub use commit::Commit;
pub use error::HistoryError;
pub use id::{BadId, BlobId, CommitId};
pub use timeline::{Timeline, Version};

use objects::{LONGEST_BLOB, Objects};
use place::Place;

/// How many bytes of objects a thread keeps at hand: the folders of a few commits.
const CACHE: usize = 16 << 20;

/// No object is larger than a quarter of a gigabyte, whatever it says of itself.
const ALLOCATION: &str = "gitoxide.objects.allocLimit=256m";

/// What a history lacks of the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// The clone begins in the middle of the history (`git clone --depth`); `git fetch
    /// --unshallow` gets the rest.
    Shallow,
    /// The clone lacks objects that git would fetch when needed (`git clone --filter`).
    Partial,
}

/// The git history around a project.
///
/// Paths are those of the project, relative to its folder, with `/` between their parts. A
/// path outside of it, in the same repository, begins with `../`.
///
/// Can be shared between threads.
#[derive(Debug)]
pub struct History {
    repository: gix::ThreadSafeRepository,
    /// Views of the repository, each with its caches, that no thread is using.
    idle: Mutex<Vec<gix::Repository>>,
    place: Place,
    head: ObjectId,
    shallow: BTreeSet<ObjectId>,
    partial: bool,
}

impl History {
    /// Opens the repository that contains `root`, the project's folder. `None` if there is
    /// none, or if it has no commit yet.
    ///
    /// It is found from the folder alone: `GIT_DIR` and all other variables of the environment
    /// are ignored, and so is configuration outside of the repository. So the answer is the
    /// same in a hook, in an editor and in a shell.
    pub fn open(root: &Path) -> Result<Option<Self>, HistoryError> {
        let open = |reason: String| HistoryError::Open {
            path: root.to_owned(),
            reason,
        };
        let root = root
            .canonicalize()
            .map_err(|error| open(error.to_string()))?;
        let Some(top) = work_tree(&root)? else {
            return Ok(None);
        };
        // Git refuses the repository of another user because its configuration names programs
        // to run. We run none, so whoever may read the files may read the history, as in the
        // containers of CI, where the owner is often another.
        let options = gix::open::Options::isolated()
            .with(Trust::Full)
            .filter_config_section(|_| true)
            .config_overrides([ALLOCATION]);
        let shared = gix::ThreadSafeRepository::open_opts(&top, options);
        let shared = shared.map_err(HistoryError::open(&top))?;
        let repository = shared.to_thread_local();
        let git = repository.git_dir().to_owned();
        if let Some(format) = reference_format(&repository) {
            return Err(HistoryError::References { path: git, format });
        }
        let Some(place) = place(&repository, &root) else {
            return Ok(None);
        };
        let head = repository.head().map_err(HistoryError::open(&git))?;
        if head.is_unborn() {
            return Ok(None);
        }
        let head = head.into_peeled_id().map_err(HistoryError::open(&git))?;
        let head = head.detach();
        let shallow = repository.shallow_commits();
        let shallow = shallow.map_err(HistoryError::open(&git))?;
        let shallow = shallow.iter().flat_map(|commits| commits.iter());
        Ok(Some(Self {
            place,
            head,
            shallow: shallow.copied().collect(),
            partial: is_partial(&repository),
            repository: shared,
            idle: Mutex::default(),
        }))
    }

    /// What it lacks.
    pub fn gaps(&self) -> Vec<Gap> {
        let shallow = (!self.shallow.is_empty()).then_some(Gap::Shallow);
        let partial = self.partial.then_some(Gap::Partial);
        shallow.into_iter().chain(partial).collect()
    }

    /// The commit that a revision names, as in `git rev-parse`: `HEAD~3`, a tag, a branch, a
    /// shortened name.
    pub fn resolve(&self, revision: &str) -> Result<Commit, HistoryError> {
        let no_commit = |error: gix::Error| HistoryError::Revision {
            revision: revision.to_owned(),
            reason: error::reason(&error),
        };
        self.with(|objects| {
            let found = objects.repository.rev_parse_single(revision);
            let found = found.map_err(no_commit)?;
            let object = found.object().map_err(no_commit)?;
            let commit = object.peel_to_kind(Kind::Commit).map_err(no_commit)?;
            Ok(commit::parse(CommitId(commit.id), objects.tokens(&commit)))
        })
    }

    /// Goes through all that leads to `HEAD`, once for all files.
    ///
    /// `wanted` are paths as they are today; `progress` is told now and then how many commits
    /// are done.
    pub fn walk(
        &self,
        wanted: &BTreeSet<String>,
        progress: Option<&(dyn Fn(usize) + Sync)>,
    ) -> Result<Timeline, HistoryError> {
        self.with(|objects| {
            let graph = graph::Graph::read(objects, self.head, &self.shallow)?;
            let versions = walk::walk(objects, &graph, &self.place, wanted, progress)?;
            let files = wanted.iter().cloned().zip(versions).collect();
            Ok(Timeline { files, graph })
        })
    }

    /// What a file said; `None` if a partial clone lacks it (it is not fetched) or if it is
    /// longer than any article, 16 MiB.
    pub fn blob(&self, id: BlobId) -> Result<Option<Vec<u8>>, HistoryError> {
        self.with(|objects| {
            if objects.size(id.0)?.is_none_or(|size| size > LONGEST_BLOB) {
                return Ok(None);
            }
            let blob = objects.find(id.0, Kind::Blob)?;
            Ok(blob.map(|mut blob| std::mem::take(&mut blob.data)))
        })
    }

    /// Which content `path` had in a commit; `None` if there was no such file, or if a partial
    /// clone lacks its folder.
    pub fn blob_at(&self, commit: CommitId, path: &str) -> Result<Option<BlobId>, HistoryError> {
        let Some(path) = self.place.inward(path) else {
            return Ok(None);
        };
        self.with(|objects| difference::lookup(objects, commit.0, &path))
    }

    /// The id that git gives a content, so that two versions compare without being read.
    pub fn id_of(&self, content: &[u8]) -> Result<BlobId, HistoryError> {
        self.with(|objects| objects.id_of(content).map(BlobId))
    }

    /// Which content the file that is called `path` today had when `version` of another file
    /// was made.
    ///
    /// It is looked up in the tree of that very commit, so merged branches do not mislead;
    /// the name is the one that the file had then, as far as the walk has seen it renamed.
    pub fn at(
        &self,
        timeline: &Timeline,
        path: &str,
        version: &Version,
    ) -> Result<Option<BlobId>, HistoryError> {
        for name in timeline.names(path, version) {
            if let Some(blob) = self.blob_at(version.commit.id, name)? {
                return Ok(Some(blob));
            }
        }
        Ok(None)
    }

    /// Lends a view of the objects. They are kept from call to call, for their caches.
    fn with<T>(&self, read: impl FnOnce(Objects<'_>) -> T) -> T {
        let idle = self.idle.lock().ok().and_then(|mut idle| idle.pop());
        let repository = idle.unwrap_or_else(|| self.view());
        let result = read(Objects {
            repository: &repository,
            partial: self.partial,
        });
        if let Ok(mut idle) = self.idle.lock() {
            idle.push(repository);
        }
        result
    }

    fn view(&self) -> gix::Repository {
        let mut repository = self.repository.to_thread_local();
        repository.object_cache_size(CACHE);
        let packs = || -> Box<gix::odb::cache::PackCache> {
            Box::new(gix::odb::pack::cache::lru::MemoryCappedHashmap::new(CACHE))
        };
        repository.objects.set_pack_cache(packs);
        if self.partial {
            // What is missing was never there: looking for new packs each time would take long.
            repository.objects.refresh_never();
        }
        repository
    }
}

/// The top of the work tree that `root` is in.
fn work_tree(root: &Path) -> Result<Option<PathBuf>, HistoryError> {
    let options = upwards::Options {
        trust: upwards::TrustPolicy::Assume(Trust::Full),
        ..upwards::Options::default()
    };
    match gix::discover::upwards_opts(root, options) {
        // A repository without a work tree holds no project that one could stand in.
        Ok((path, _)) => Ok(path.into_repository_and_work_tree_directories().1),
        Err(error) if is_none(&error) => Ok(None),
        Err(error) => Err(HistoryError::open(root)(error)),
    }
}

/// Whether an error says that there is no repository at all.
fn is_none(error: &gix::Error) -> bool {
    let kinds = error.iter_errors();
    kinds.filter_map(|error| error.downcast_ref()).any(|error| {
        matches!(
            error,
            upwards::Error::NoGitRepository { .. } | upwards::Error::NoGitRepositoryWithinFs { .. }
        )
    })
}

/// Where the project `root` lies in its work tree.
fn place(repository: &gix::Repository, root: &Path) -> Option<Place> {
    let top = repository.workdir()?.canonicalize().ok()?;
    let path = root.strip_prefix(top).ok()?;
    let path = gix::path::into_bstr(path).ok()?;
    Some(Place::new(&gix::path::to_unix_separators_on_windows(path)))
}

/// How references are stored, if not as files.
fn reference_format(repository: &gix::Repository) -> Option<String> {
    let format = repository
        .config_snapshot()
        .string("extensions.refStorage")?;
    let format = format.to_string();
    (!format.eq_ignore_ascii_case("files")).then_some(format)
}

/// Whether some remote has promised to send missing objects later.
fn is_partial(repository: &gix::Repository) -> bool {
    let config = repository.config_snapshot();
    let remotes = config.plumbing().sections_by_name("remote");
    let promises = |remote: gix::config::file::SectionRef<'_>| {
        let value = remote.value("promisor");
        value.is_some_and(|value| gix::config::Boolean::try_from(value).is_ok_and(|value| value.0))
    };
    config.string("extensions.partialClone").is_some()
        || remotes.into_iter().flatten().any(promises)
}

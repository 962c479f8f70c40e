//! The forms of a bundle, and what each of them has to say: which files there are, and how one is made.

use super::tree::{self, Generator};
use super::work::Work;
use super::{headless, site};
use crate::diagnostic::Diagnostic;
use crate::text::{Digest, Lang};

/// A form of a bundle.
pub trait Form: Send + Sync {
    /// Every file of every language, in any order; no two have one path. What a file is made of is
    /// known without making it: two files with one key are the same, byte for byte.
    fn files(&self, work: &Work<'_>) -> Vec<Planned>;

    /// Makes the file of a [`Job::Make`]; many threads ask at once.
    fn make(&self, work: &Work<'_>, number: usize) -> Made;

    /// The bundle that an edition is in: its folder in what is published, empty or with a slash at its
    /// end. Several editions may be in one.
    fn folder(&self, work: &Work<'_>, edition: usize) -> String {
        work.plan.editions[edition].folder.clone()
    }

    /// Where a page stands: its path below the address of its edition, or in the bundle.
    fn place(&self, work: &Work<'_>, page: usize) -> String {
        work.plan.pages[page].path.clone()
    }
}

/// A form that is ready, or why it cannot be.
pub(super) type Opened = Result<Box<dyn Form>, Vec<Diagnostic>>;

/// A line of the table.
pub struct FormEntry {
    /// Its name in `workflow.toml` and on the command line.
    pub name: &'static str,
    /// Whether every language must have an address.
    pub needs_address: bool,
    /// Gets it ready.
    pub open: fn(&Work<'_>) -> Opened,
}

/// A file that is going to be there.
#[derive(Debug, Clone)]
pub struct Planned {
    /// Its bundle: the folder in what is published, empty or with a slash at its end.
    pub folder: String,
    /// Its path in its bundle.
    pub path: String,
    /// The digest of everything that it is made of.
    pub key: Digest,
    /// How it comes about.
    pub job: Job,
}

/// How a file comes about.
#[derive(Debug, Clone)]
pub enum Job {
    /// It is copied as it is: its path from the root of the project.
    Copy(String),
    /// The form makes it: a number of its own.
    Make(usize),
}

/// A file that was made.
#[derive(Debug, Default)]
pub struct Made {
    /// What it says.
    pub bytes: Vec<u8>,
    /// What went wrong with it.
    pub wrong: Vec<Diagnostic>,
    /// How readers will see it, if it is a page: it is looked at once more.
    pub page: Option<Shown>,
}

/// How readers see a page.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The language that they expect.
    pub lang: Lang,
    /// The file of the article that it shows, from the root of the project.
    pub file: Option<String>,
    /// What it repeats of articles that have pages of their own, where that is looked at.
    pub quoted: String,
}

impl Planned {
    /// Its path in what is published.
    pub fn whole_path(&self) -> String {
        format!("{}{}", self.folder, self.path)
    }
}

/// Every form there is. The first is the one that is meant where none is named.
pub static FORMS: &[FormEntry] = &[
    FormEntry {
        name: "site",
        needs_address: true,
        open: site::open,
    },
    FormEntry {
        name: "json",
        needs_address: false,
        open: headless::json,
    },
    FormEntry {
        name: "ndjson",
        needs_address: false,
        open: headless::ndjson,
    },
    FormEntry {
        name: "hugo",
        needs_address: false,
        open: |work| tree::open(work, Generator::Hugo),
    },
    FormEntry {
        name: "zola",
        needs_address: false,
        open: |work| tree::open(work, Generator::Zola),
    },
    FormEntry {
        name: "docusaurus",
        needs_address: false,
        open: |work| tree::open(work, Generator::Docusaurus),
    },
    FormEntry {
        name: "starlight",
        needs_address: false,
        open: |work| tree::open(work, Generator::Starlight),
    },
];

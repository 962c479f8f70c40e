//! Bundles: every language of a project, ready to publish.
//!
//! ```text
//! articles → Gathered → Plan → files (path, digest of all they are made of) → Output
//! ```
//!
//! Every article is read once (`gather`): how its languages stand, and what its files say of
//! themselves. From these facts, the settings and the clock comes the [`Plan`]: which page is
//! published in which language, under which address, and what stands in its place. A form, one of
//! [`FORMS`], lists the files of a bundle with the digest of everything that each is made of, before
//! any of them is made; so what has not changed is taken over from the bundle that is published, and
//! where nothing has changed nothing is written ([`assemble`]).
//!
//! Two things are remembered so that nothing is worked out twice: what was known of each article
//! (`known`), and what all bundles were made of (`inputs`): where that is what it was, no file has to
//! be thought of. Neither is needed; both are in `.sverka/cache`. The disk is known to
//! [`crate::project::Output`] alone.

mod archive;
mod assemble;
mod assets;
mod audit;
mod body;
mod facts;
mod form;
mod gather;
mod headless;
mod inputs;
mod known;
mod losses;
mod make;
mod maker;
mod manifest;
pub mod plan;
mod record;
pub mod render;
mod settings;
mod settings_file;
mod settings_languages;
mod settings_reader;
mod site;
mod standing;
mod tree;
mod verify;
mod words;
mod work;

pub use archive::Archive;
pub use assemble::{Asked, Assembled, Done, Step, assemble};
pub use audit::AUDITED;
pub use facts::{Dated, Facts, Fields};
pub use form::{FORMS, Form, FormEntry, Job, Made, Planned, Shown};
pub use gather::{Gathered, Gathering, Told};
pub use headless::{Alternate, Article, ArticleLine, Articles};
pub use manifest::Manifest;
pub use plan::{Plan, Slugs};
pub use settings::{Language, Settings, schema};
pub use settings_file::{Letters, LinkPolicy, SlugSource};
pub use standing::{Policy, Standing};
pub use verify::{Verified, verify};
pub use words::{Said, Words};
pub use work::Work;

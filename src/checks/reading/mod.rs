//! What several checks read out of a text: its words and their letters, links, addresses of people, tags,
//! the build of the page.
//!
//! A thing that was found has a value to compare, a spelling to show and a place in the file;
//! [`lost`] lays those of a page beside those of its translation.

mod address;
pub(super) mod balance;
mod code;
mod directives;
mod entities;
pub(super) mod glossary;
pub(super) mod keep;
pub(super) mod labels;
pub(super) mod letters;
mod links;
mod lost;
pub(super) mod majority;
pub(super) mod messages;
pub(super) mod mixed;
pub(super) mod mojibake;
pub(super) mod names;
pub(super) mod nearby;
mod outline;
pub(super) mod parity;
pub(super) mod plurals;
pub(super) mod probes;
pub(super) mod quoted;
pub(super) mod quotes;
pub(super) mod references;
pub(super) mod sides;
pub(super) mod size;
pub(super) mod slips;
mod slugs;
pub(super) mod sounds;
pub(super) mod stems;
mod thing;
pub(super) mod tokens;
pub(super) mod values;

pub(crate) use address::{Address, Addresses, decoded};
pub(crate) use code::{Span, foreign, same_code, spans, spans_of};
pub(crate) use directives::directives;
pub(crate) use entities::{emails, hashtags, identifiers, mentions, phones};
pub(crate) use links::{Image, LINKS, Link, images, links, reference};
pub(crate) use lost::{Layout, key};
pub(crate) use outline::{Part, Section, headings, sections};
pub(crate) use slugs::{Slugger, ids, order};
pub(crate) use thing::{Thing, plain, touches};

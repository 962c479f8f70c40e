//! What several checks read out of a page: links, addresses of people, tags, the build of the page.
//!
//! A thing that was found has a value to compare, a spelling to show and a place in the file;
//! [`lost`] lays those of a page beside those of its translation.

mod address;
mod code;
mod directives;
mod entities;
mod links;
mod lost;
mod outline;
mod slugs;
mod thing;

pub(crate) use address::{Address, Addresses, decoded};
pub(crate) use code::{Span, foreign, same_code, spans, spans_of};
pub(crate) use directives::directives;
pub(crate) use entities::{emails, hashtags, identifiers, mentions, phones};
pub(crate) use links::{Image, Link, images, links, reference};
pub(crate) use lost::{Layout, key};
pub(crate) use outline::{Part, Section, headings, sections};
pub(crate) use slugs::{Slugger, ids, order};
pub(crate) use thing::{Thing, plain, touches};

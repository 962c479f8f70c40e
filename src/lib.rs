//! Sverka keeps every language of a site saying the same thing.
//!
//! Every translation has a **base**: a copy of the source text that it was made from. What
//! differs between the base and what the source says today is what a translator still has to
//! do; where the two are equal, byte for byte, there is nothing. That one idea is the program;
//! the rest is reading files well enough to say *which words*.
//!
//! The modules below stand in the order in which data flows, in groups. A module uses the
//! groups above its own, never its own group and never one below: a test reads this file and
//! every `crate::` path and holds us to it.
//!
//! A text knows nothing of articles ([`text`]). How each language writes numbers and dates, and
//! the Fluent bundle that says them, is a room of its own ([`locale`]). What is wrong is said with
//! a code, a severity and a place ([`diagnostic`]); the words for it, and all other words, stand in
//! Russian and English beside the code ([`messages`]). One file in one language becomes segments with
//! exact places, and never fails to ([`document`]); those of Fluent are used by the files of a
//! program ([`interface`]). Where files are, and what Sverka keeps
//! beside them, is known to one room that alone touches the disk ([`project`]), but for the
//! one that reads what git remembers of them ([`history`]). Then source
//! stands beside target ([`align`]), and base beside source: an article is read, judged and
//! dropped, many at once ([`track`]). Whether both say the same is asked by rules that each have a
//! file and a page ([`checks`]), and which of their findings count, by what people have said of them
//! and by the policy of the project ([`gate`]). One language of all that becomes a bundle, ready to be
//! published ([`bundle`]). What comes of it leaves the program in a form for
//! people or for machines ([`report`]), at the word of a command ([`cli`]).
//!
//! Every arrow is a plain function from value to value:
//!
//! ```text
//! disk → Project → Article → Pair → Status, Findings → Outcome → report
//! ```
//!
//! Whatever is to be written is first a value, then written atomically by [`project`].

// ── facts about text; knows no articles
pub mod text;

// ── how each language writes numbers and dates, and the Fluent bundle that says them
pub mod locale;

// ── what we say when something is wrong
pub mod diagnostic;

// ── the program's own words, and one file in one language → segments (pure, never fails)
pub mod document;
pub mod messages;

// ── which of its messages a program uses
pub mod interface;

// ── where it lives: the only modules that touch the disk
pub mod history;
pub mod project;

// ── source beside target
pub mod align;

// ── base beside source
pub mod track;

// ── what can be wrong
pub mod checks;

// ── what of it counts
pub mod gate;

// ── one language, ready to publish
pub mod bundle;

// ── what leaves the project
pub mod report;

// ── the face
pub mod cli;

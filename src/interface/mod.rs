//! Which Fluent messages the files of a program use.
//!
//! Nobody compiles the program: its files are text in which expressions find ids, one table of
//! them for each type of file ([`Patterns`]). So three things are told apart: a use, which names its
//! message and must find it; the beginning of an id that the program completes itself; and a
//! mention, an id that stands in quotation marks where no use is known. The last two say that
//! messages are used, and never that one is missing.

mod find;
mod patterns;

pub use find::{Use, Uses};
pub use patterns::{Ids, Patterns};

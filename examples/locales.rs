//! Writes the project that `benches/interface.rs` checks into a folder, to try commands on it.
//!
//!     cargo run --example locales -- FOLDER [LANGUAGES]
//!
//! 3,000 messages in Russian and in a hundred other languages, or in as many of them as asked for.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "an example that cannot write stops"
)]

#[path = "../tests/locales/mod.rs"]
mod locales;

use std::path::Path;

fn main() {
    let mut words = std::env::args().skip(1);
    let folder = words.next().unwrap();
    let all = &locales::LANGUAGES;
    let count = words
        .next()
        .map_or(all.len(), |count| count.parse().unwrap());
    locales::write(Path::new(&folder), &all[..count.min(all.len())]);
}

//! How long it takes to lay long pages side by side.
//!
//!     cargo bench --bench align
//!
//! The pages are made here: 10,000 blocks, as many as a large book has. What is built alike takes no
//! time; all else is to take seconds, whatever it is.

#![allow(clippy::unwrap_used, reason = "a bench stops where it cannot go on")]

#[path = "../tests/long/mod.rs"]
mod long;

use divan::Bencher;
use long::{Pages, Text, pages};
use sverka::align::align;

const BLOCKS: usize = 10_000;

fn main() {
    divan::main();
}

fn measure(bencher: Bencher, pages: &Pages) {
    let [source, target] = pages.read();
    bencher.bench_local(|| align(&source, &target));
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn built_alike(bencher: Bencher) {
    measure(bencher, &pages(BLOCKS, Text::Manual, false));
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn edited(bencher: Bencher) {
    measure(bencher, &pages(BLOCKS, Text::Manual, true));
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn edited_prose(bencher: Bencher) {
    measure(bencher, &pages(BLOCKS, Text::Prose, true));
}

/// Two pages that have nothing to do with each other.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn strangers(bencher: Bencher) {
    let (one, other) = (
        pages(BLOCKS, Text::Manual, false),
        pages(BLOCKS + 999, Text::Prose, true),
    );
    let pages = Pages {
        source: one.source,
        target: other.target,
        pairs: Vec::new(),
    };
    measure(bencher, &pages);
}

/// One paragraph over and over.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn the_same_again(bencher: Bencher) {
    let pages = Pages {
        source: vec!["Снег 2024 года, `code`.".to_owned(); BLOCKS],
        target: vec!["Snow of 2024, `code`.".to_owned(); BLOCKS * 9 / 10],
        pairs: Vec::new(),
    };
    measure(bencher, &pages);
}

/// A book beside its summary.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn ten_blocks(bencher: Bencher) {
    let mut pages = pages(BLOCKS, Text::Manual, false);
    pages.target = pages.target.into_iter().step_by(BLOCKS / 10).collect();
    measure(bencher, &pages);
}

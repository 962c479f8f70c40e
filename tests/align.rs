//! Pages too long for one table are laid side by side as short ones are.

mod long;

use std::collections::BTreeSet;

use long::{Pages, Text, pages};
use sverka::align::align;

fn found(pages: &Pages) -> BTreeSet<(usize, usize)> {
    let [source, target] = pages.read();
    let units = align(&source, &target).units;
    let pairs = units.iter().flat_map(|unit| {
        let right = |&i| unit.target.iter().map(move |&j| (i, j));
        unit.source.iter().flat_map(right)
    });
    pairs.collect()
}

/// Every pair is found, and hardly any that is none.
fn assert_right(pages: &Pages) {
    let found = found(pages);
    let lost: Vec<_> = pages
        .pairs
        .iter()
        .filter(|pair| !found.contains(pair))
        .collect();
    assert!(lost.is_empty(), "{lost:?}");
    let false_ones = found.len() - pages.pairs.len();
    assert!(false_ones * 200 < found.len(), "{false_ones}");
}

#[test]
fn a_long_page_with_edits_all_over() {
    assert_right(&pages(2_600, Text::Manual, true));
}

#[test]
fn a_section_that_moved_far_and_a_chapter_that_is_missing() {
    let mut pages = pages(3_000, Text::Manual, true);
    let chapter = 500..1_100;
    pages.target.drain(chapter.clone());
    pages.pairs.retain(|pair| !chapter.contains(&pair.1));
    let (section, to) = (1_500..1_540, 2_100);
    let moved: Vec<String> = pages.target.drain(section.clone()).collect();
    pages.target.splice(to..to, moved);
    for (_, place) in &mut pages.pairs {
        if *place >= chapter.end {
            *place -= chapter.len();
        }
        if section.contains(place) {
            *place = *place - section.start + to;
        } else if (section.end..to + section.len()).contains(place) {
            *place -= section.len();
        }
    }
    assert_right(&pages);
}

#[test]
fn a_long_page_without_anything_to_hold_on_to() {
    let pages = pages(2_100, Text::Prose, true);
    let found = found(&pages);
    let right = pages
        .pairs
        .iter()
        .filter(|pair| found.contains(pair))
        .count();
    assert!(
        right * 1_000 > pages.pairs.len() * 995,
        "{right} of {}",
        pages.pairs.len()
    );
}

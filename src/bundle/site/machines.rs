//! What stands in a site for machines: feeds, sitemaps, what is said to robots, data to search in.
//!
//! All of it is read off the plan, as the pages are, so it says nothing else than they do. The form
//! asks for the [`pieces`] once, plans a file for each and calls [`write`] to make it.

use rayon::prelude::*;

use super::{entrance, feed, robots, search, sitemap};
use crate::bundle::plan::Edition;
use crate::bundle::work::Work;
use crate::text::Digest;

/// A file for machines.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// Its bundle: a folder in what is published.
    pub(super) folder: String,
    /// Its path in its bundle.
    pub(super) path: String,
    /// The digest of what it says.
    pub(super) key: Digest,
    part: Part,
}

/// What a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    /// The feed of an edition.
    Feed(usize),
    /// Addresses of an edition, from one number to another.
    Sitemap(usize, std::ops::Range<usize>),
    /// The list of the sitemaps of an edition: so many.
    Sitemaps(usize, usize),
    /// What is said to robots on a site.
    Robots(usize),
    /// What readers find at the root of a site that has no edition there.
    Entrance(usize),
    /// What is searched in an edition.
    Search(usize),
}

/// All files for machines. No two have one path.
pub(super) fn pieces(work: &Work<'_>) -> Vec<Piece> {
    let mut parts = Vec::new();
    let plan = work.plan;
    for (number, edition) in plan.editions.iter().enumerate() {
        let mut add =
            |path: &str, part| parts.push((edition.folder.clone(), path.to_owned(), part));
        if feed::exists(work, number) {
            add(feed::NAME, Part::Feed(number));
        }
        add(search::NAME, Part::Search(number));
        let ranges = sitemap::ranges(work, number);
        if let [one] = ranges.as_slice() {
            add(sitemap::NAME, Part::Sitemap(number, one.clone()));
            continue;
        }
        add(sitemap::NAME, Part::Sitemaps(number, ranges.len()));
        for (at, range) in ranges.into_iter().enumerate() {
            add(&sitemap::name_of(at), Part::Sitemap(number, range));
        }
    }
    for (number, site) in plan.sites.iter().enumerate() {
        let mut add = |path: &str, part| parts.push((site.folder.clone(), path.to_owned(), part));
        // Nobody looks for it anywhere but at the root of a host.
        if site.root == "/" {
            add(robots::NAME, Part::Robots(number));
        }
        let taken = |edition: &usize| plan.editions[*edition].folder == site.folder;
        if !site.editions.iter().any(taken) {
            add(entrance::NAME, Part::Entrance(number));
        }
    }
    let pieces = parts.into_par_iter().map(|(folder, path, part)| Piece {
        folder,
        path,
        // They are small and quickly made; nothing else says so surely what they are made of.
        key: Digest::of(&bytes(work, &part)),
        part,
    });
    pieces.collect()
}

/// What a piece says.
pub(super) fn write(work: &Work<'_>, piece: &Piece) -> Vec<u8> {
    bytes(work, &piece.part)
}

fn bytes(work: &Work<'_>, part: &Part) -> Vec<u8> {
    match part {
        Part::Feed(edition) => feed::write(work, *edition),
        Part::Sitemap(edition, range) => sitemap::write(work, *edition, range),
        Part::Sitemaps(edition, count) => sitemap::list(work, *edition, *count),
        Part::Robots(site) => robots::write(work, *site),
        Part::Entrance(site) => entrance::write(work, *site),
        Part::Search(edition) => search::write(work, *edition),
    }
}

/// What the site is called in a language: by its message `site-title`, else by its host.
pub(super) fn site_title(work: &Work<'_>, edition: usize) -> String {
    let words = &work.words[edition];
    if words.has("site-title") {
        return words.plain("site-title");
    }
    work.plan.editions[edition].authority().unwrap_or_default()
}

/// The whole address of what stands at a path of an edition. The form is refused without one.
pub(super) fn absolute(edition: &Edition, path: &str) -> String {
    edition.absolute(path).unwrap_or_default()
}

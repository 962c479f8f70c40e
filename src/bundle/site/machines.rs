//! What stands in a site for machines: feeds, sitemaps, what is said to robots, data to search in.
//!
//! All of it is read off the plan, as the pages are, so it says nothing else than they do. Such a file is
//! small beside the pages that it tells of, and nothing but itself says surely what it is made of: so
//! each is made at once and kept until it is written.

use rayon::prelude::*;

use super::part::Part;
use super::shelf::Shelf;
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
    /// What it says.
    pub(super) bytes: Vec<u8>,
}

/// All files for machines. No two have one path. `parts` are the pages of the site, of which the
/// lists stand in sitemaps, too.
pub(super) fn pieces(work: &Work<'_>, parts: &[Part], shelves: &[Shelf]) -> Vec<Piece> {
    let editions = 0..work.plan.editions.len();
    let of_editions = editions
        .into_par_iter()
        .flat_map_iter(|number| of_edition(work, number, (parts, shelves)));
    let sites = 0..work.plan.sites.len();
    let of_sites = sites
        .into_par_iter()
        .flat_map_iter(|number| of_site(work, number));
    of_editions.chain(of_sites).collect()
}

fn of_edition(
    work: &Work<'_>,
    number: usize,
    lists: (&[Part], &[Shelf]),
) -> impl Iterator<Item = Piece> {
    let mut files = sitemap::files(work, number, lists);
    files.push((search::NAME.to_owned(), search::write(work, number)));
    if feed::exists(work, number) {
        files.push((feed::NAME.to_owned(), feed::write(work, number)));
    }
    let folder = work.plan.editions[number].folder.clone();
    files.into_iter().map(move |file| Piece::new(&folder, file))
}

fn of_site(work: &Work<'_>, number: usize) -> impl Iterator<Item = Piece> {
    let site = &work.plan.sites[number];
    let mut files = Vec::new();
    // Nobody looks for it anywhere but at the root of a host.
    if site.root == "/" {
        files.push((robots::NAME.to_owned(), robots::write(work, number)));
    }
    let taken = |edition: &usize| work.plan.editions[*edition].folder == site.folder;
    if !site.editions.iter().any(taken) {
        files.push((entrance::NAME.to_owned(), entrance::write(work, number)));
    }
    let folder = site.folder.clone();
    files.into_iter().map(move |file| Piece::new(&folder, file))
}

impl Piece {
    fn new(folder: &str, (path, bytes): (String, Vec<u8>)) -> Self {
        Self {
            folder: folder.to_owned(),
            path,
            key: Digest::of(&bytes),
            bytes,
        }
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

//! What a bundle has of its own at addresses from the root of a site: first pages, lists, files that are
//! copied as they are.

use percent_encoding::percent_decode_str;

use super::links::{Exists, Resolved};
use super::{Given, Plan};
use crate::diagnostic::Diagnostic;

/// What stands at the root of an edition besides its articles.
const NAMES: [&str; 6] = [
    "", // The first page.
    "archive",
    "feed.xml",
    "search.json",
    "sitemap.xml",
    "tags",
];

/// Where an address from the root of the site leads from a page of the edition `from`; none if the
/// bundle has nothing of its own there.
pub(super) fn rooted(
    (plan, given): (&Plan, &Given<'_>),
    exists: Exists<'_>,
    (from, path, fragment): (usize, &str, &str),
) -> Result<Option<Resolved>, Box<Diagnostic>> {
    if !path.starts_with('/') || path.starts_with("//") {
        return Ok(None);
    }
    let own = &plan.editions[from];
    let path = percent_decode_str(path).decode_utf8_lossy();
    let mut sites = plan.sites.iter();
    let site = sites.find(|site| site.editions.contains(&from));
    // The innermost edition is meant; without an address, that of the page.
    let inside = |number: usize| {
        let url = plan.editions[number].url.as_ref();
        let root = percent_decode_str(url.map_or("/", |url| url.path())).decode_utf8_lossy();
        let rest = path.strip_prefix(root.trim_end_matches('/'))?;
        let rest = rest.is_empty().then_some("").or(rest.strip_prefix('/'))?;
        Some((root.len(), number, rest.to_owned()))
    };
    let all = 0..plan.editions.len();
    let beside = all.filter(|one| match own.url {
        Some(_) => own.beside(&plan.editions[*one]),
        None => *one == from,
    });
    let inside = beside.filter_map(inside).max();
    let Some((_, edition, rest)) = inside else {
        // Where no edition begins at the root of a site, readers choose theirs there.
        let is_root = site.is_some_and(|site| site.root == *path);
        return Ok(is_root.then_some(Resolved::Outside));
    };
    let place = |path: &str| Resolved::Place {
        edition,
        path: path.to_owned(),
        fragment: fragment.to_owned(),
    };
    let bare = rest.strip_suffix('/').unwrap_or(&rest);
    if NAMES.contains(&bare) && (bare == rest || !bare.contains('.')) {
        let is_list = matches!(bare, "archive" | "tags");
        let slash = if is_list { "/" } else { "" };
        return Ok(Some(place(&format!("{bare}{slash}"))));
    }
    let odd = |part: &str| part.is_empty() || part.starts_with('.');
    if rest.split('/').any(odd) {
        return Ok(None);
    }
    for folder in &given.settings.copy {
        if exists(&format!("{}/{rest}", folder.trim_end_matches('/')))? {
            return Ok(Some(place(&rest)));
        }
    }
    Ok(None)
}

//! Addresses that more than one page, list or old address wants.

use std::collections::{BTreeMap, BTreeSet};

use super::{Given, Page, Plan};
use crate::diagnostic::{Code, Diagnostic};
use crate::text::Span;

/// Tells pages that want the same address, and drops old addresses under which something stands.
pub(super) fn collisions(plan: &mut Plan, given: &Given<'_>) {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (number, page) in plan.pages.iter().enumerate() {
        if let Some(first) = taken.insert(place(plan, page.edition, &page.path), number) {
            wrong.push(collision(
                plan,
                given,
                (page, &file(plan, given, &plan.pages[first])),
            ));
        }
    }
    plan.diagnostics.extend(wrong);
    let mut led: BTreeSet<String> = BTreeSet::new();
    for number in 0..plan.pages.len() {
        let mut redirects = std::mem::take(&mut plan.pages[number].redirects);
        let edition = plan.pages[number].edition;
        redirects.retain(|old| {
            let place = place(plan, edition, old);
            !taken.contains_key(&place) && !is_list(plan, &place) && led.insert(place)
        });
        plan.pages[number].redirects = redirects;
    }
}

fn collision(plan: &Plan, given: &Given<'_>, (page, other): (&Page, &str)) -> Diagnostic {
    let found = Diagnostic::new(Code::ADDRESS_COLLISION, Span::file(file(plan, given, page)));
    let found = found.with("path", &page.path).with("other", &other);
    found.related(Span::file(other))
}

/// Where an address of an edition stands in all that is published. Two names that differ in case only
/// are one file on many systems.
fn place(plan: &Plan, edition: usize, path: &str) -> String {
    format!("{}{path}", plan.editions[edition].folder).to_lowercase()
}

/// The file of the text that a page would show.
fn file(plan: &Plan, given: &Given<'_>, page: &Page) -> String {
    let article = &given.articles[page.article];
    let told = article.told(&plan.editions[page.edition].lang);
    told.map_or(article.name.clone(), |told| told.path.clone())
}

/// Whether an edition has its first page or a list there: of years and tags, whether or not there are
/// any today.
fn is_list(plan: &Plan, place: &str) -> bool {
    let mut editions = plan.editions.iter();
    editions.any(|edition| {
        let Some(inside) = place.strip_prefix(&edition.folder.to_lowercase()) else {
            return false;
        };
        let parts: Vec<&str> = inside.trim_end_matches('/').split('/').collect();
        match parts.as_slice() {
            [""] | ["archive" | "tags"] | ["tags", _] => true,
            ["archive", year] => year.parse::<i16>().is_ok(),
            // What follows is a file, which cannot be a folder as well.
            [name] => FILES.contains(name),
            _ => false,
        }
    })
}

/// Files at the root of an edition, in lower case.
const FILES: [&str; 8] = [
    "404.html",
    "feed.xml",
    "manifest.json",
    "robots.txt",
    "search.json",
    "sha256sums",
    "sitemap.xml",
    "style.css",
];

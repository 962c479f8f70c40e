//! Addresses that more than one page, list or old address wants.

use std::collections::{BTreeMap, BTreeSet};

use super::reserved::Reserved;
use super::{Given, Page, Plan};
use crate::bundle::standing::Standing;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::text::{Lang, Span};

/// Tells pages that want the same address, or that of an article which is to come back; and drops old
/// addresses under which something stands.
pub(super) fn collisions(plan: &mut Plan, given: &Given<'_>, reserved: &Reserved) {
    let mut taken: BTreeMap<String, usize> = BTreeMap::new();
    let mut wrong = Vec::new();
    // An article whose time is over does not come back.
    let waiting = plan.withheld.iter();
    let waiting = waiting.filter(|one| one.standing != Standing::Expired);
    let waiting: BTreeSet<(&str, &Lang)> = waiting
        .map(|one| (given.articles[one.article].name.as_str(), &one.lang))
        .collect();
    for (number, page) in plan.pages.iter().enumerate() {
        let lang = &plan.editions[page.edition].lang;
        let first = taken.insert(place(plan, page.edition, &page.path), number);
        let owner = reserved.owner(lang, &page.path);
        let owner = owner.filter(|name| waiting.contains(&(*name, lang)));
        if let Some(name) = file_name(page) {
            wrong.push(collision(plan, given, (page, &page.path, name)));
        } else if let Some(first) = first {
            let other = file(plan, given, &plan.pages[first]);
            wrong.push(collision(plan, given, (page, &page.path, &other)));
        } else if let Some(name) = owner.filter(|name| *name != given.articles[page.article].name) {
            wrong.push(collision(plan, given, (page, &page.path, name)));
        }
    }
    let mut led: BTreeSet<String> = BTreeSet::new();
    for number in 0..plan.pages.len() {
        let redirects = std::mem::take(&mut plan.pages[number].redirects);
        let page = &plan.pages[number];
        let (kept, dropped): (Vec<_>, Vec<_>) = redirects.into_iter().partition(|old| {
            let place = place(plan, page.edition, old);
            !taken.contains_key(&place) && !is_list(plan, &place) && led.insert(place)
        });
        for old in dropped.iter().filter(|old| is_asked_for(given, page, old)) {
            let first = taken.get(&place(plan, page.edition, old));
            let other = first.map(|first| file(plan, given, &plan.pages[*first]));
            let other = other.unwrap_or_else(|| old.trim_end_matches('/').to_owned());
            let mut found = collision(plan, given, (page, old, &other));
            // The page is there all the same.
            found.severity = Severity::Warning;
            wrong.push(found);
        }
        plan.pages[number].redirects = kept;
    }
    plan.diagnostics.extend(wrong);
}

/// Whether an article asks for an old address itself: one that it only had once is let go without a word.
fn is_asked_for(given: &Given<'_>, page: &Page, old: &str) -> bool {
    let facts = given.articles[page.article].told(&page.text);
    let facts = facts.and_then(|told| told.facts.as_ref());
    let bare = |path: &str| {
        let path = path.trim_matches('/');
        path.trim_end_matches("/index.html").to_owned()
    };
    facts.is_some_and(|facts| {
        facts
            .fields
            .aliases
            .iter()
            .any(|alias| bare(alias) == bare(old))
    })
}

/// That a page wants an address where something else is: an article by its file, or what the bundle
/// has itself.
fn collision(
    plan: &Plan,
    given: &Given<'_>,
    (page, path, other): (&Page, &str, &str),
) -> Diagnostic {
    let found = Diagnostic::new(Code::ADDRESS_COLLISION, Span::file(file(plan, given, page)));
    let found = found.with("path", path).with("other", other);
    if given.sources.contains(&other.to_lowercase()) {
        return found.related(Span::file(other));
    }
    found
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
            ["" | "archive" | "tags"] | ["tags", _] => true,
            ["archive", year] => year.parse::<i16>().is_ok(),
            // What follows is a file, which cannot be a folder as well.
            [name] => FILES.contains(name),
            _ => false,
        }
    })
}

/// The file of a bundle that stands where a page would have its folder.
fn file_name(page: &Page) -> Option<&'static str> {
    let name = page.path.trim_end_matches('/').to_lowercase();
    FILES.iter().find(|file| **file == name).copied()
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

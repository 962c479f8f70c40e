//! The pages that list articles, as templates see them: the first page, the archive, the tags.

use std::borrow::Cow;

use super::address::{Place, direction};
use super::article::card;
use super::part::{ARCHIVE, Part, TAGS, of_tag, of_year};
use super::seen::{Card, Crumb, Group, List, Page, Tag, Year};
use super::shelf::Shelf;

/// How many of the newest articles stand on the first page.
const NEWEST: usize = 20;

/// A page that is no article, and what it lists.
pub(super) fn list<'a>(
    place: &Place<'a>,
    part: &Part,
    shelves: &'a [Shelf],
) -> (Page<'a>, List<'a>) {
    let shelf = &shelves[place.number];
    let (mut title, mut trail) = (Cow::default(), Vec::new());
    let list = match part {
        Part::Index(_) => index(place, shelf),
        Part::Archive(_) => archive(place, shelf),
        Part::Year(_, year) => {
            title = year.to_string().into();
            trail.push(crumb(place, "archive-title", ARCHIVE));
            articles(place, shelf.years.get(year))
        }
        Part::Tags(_) => tags(place, shelf),
        Part::Tag(_, slug) => {
            let tagged = shelf.tags.get(slug);
            title = tagged.map_or("", |tagged| &tagged.name).into();
            trail.push(crumb(place, "tags-title", TAGS));
            articles(place, tagged.map(|tagged| &tagged.pages))
        }
        _ => List::default(),
    };
    let page = Page {
        kind: part.kind(),
        title,
        trail,
        ..around(place, part, shelves)
    };
    (page, list)
}

/// What search engines and readers are told of the same page in other languages.
fn around<'a>(place: &Place<'a>, part: &Part, shelves: &[Shelf]) -> Page<'a> {
    let lost = matches!(part, Part::NotFound(_));
    let has = |edition: usize| part.stands_on(&shelves[edition]);
    let address = part.address(place.work);
    Page {
        lang: place.edition.lang.to_string(),
        dir: direction(&place.edition.lang),
        canonical: if lost { None } else { place.absolute() },
        noindex: lost,
        alternates: place.alternates(has),
        switcher: place
            .switcher(|number, edition| has(number).then(|| (place.link(edition, &address), true))),
        ..Page::default()
    }
}

fn index<'a>(place: &Place<'a>, shelf: &'a Shelf) -> List<'a> {
    let work = place.work;
    let words = &work.words[place.number];
    let newest = shelf.dated.iter().take(NEWEST);
    let groups = shelf.undated.iter().map(|(collection, pages)| {
        let name = work.settings.collections.get(*collection);
        let message = format!("collection-{}", name.map_or("", |one| &one.name));
        let weighed = |page: &usize| work.plan.pages[*page].weight.is_some();
        Group {
            title: words.has(&message).then(|| words.plain(&message)),
            ordered: pages.iter().any(weighed),
            articles: cards(place, Some(pages)),
        }
    });
    List {
        articles: newest
            .map(|page| card(place, &work.plan.pages[*page]))
            .collect(),
        groups: groups.collect(),
        ..archive(place, shelf)
    }
}

fn archive<'a>(place: &Place<'a>, shelf: &'a Shelf) -> List<'a> {
    let years = shelf.years.iter().rev().map(|(year, pages)| Year {
        number: *year,
        url: place.here(&of_year(*year)),
        count: pages.len(),
    });
    List {
        years: years.collect(),
        ..List::default()
    }
}

fn articles<'a>(place: &Place<'a>, pages: Option<&Vec<usize>>) -> List<'a> {
    List {
        articles: cards(place, pages),
        ..List::default()
    }
}

fn tags<'a>(place: &Place<'a>, shelf: &'a Shelf) -> List<'a> {
    let tags = shelf.tags.iter().map(|(slug, tagged)| Tag {
        name: &tagged.name,
        url: Some(place.here(&of_tag(slug))),
        count: tagged.pages.len(),
    });
    let mut tags: Vec<Tag<'a>> = tags.collect();
    tags.sort_by_cached_key(|tag| tag.name.to_lowercase());
    List {
        tags,
        ..List::default()
    }
}

fn cards<'a>(place: &Place<'a>, pages: Option<&Vec<usize>>) -> Vec<Card<'a>> {
    let pages = pages.into_iter().flatten();
    pages
        .map(|page| card(place, &place.work.plan.pages[*page]))
        .collect()
}

fn crumb(place: &Place<'_>, message: &'static str, address: &str) -> Crumb {
    Crumb {
        message,
        url: place.here(address),
    }
}

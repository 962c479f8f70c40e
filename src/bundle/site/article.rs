//! The page of an article as templates see it.

use super::address::{Place, direction};
use super::part::{Part, of_tag};
use super::seen::{Alternate, Card, Entry, Image, Notice, Page, Tag};
use super::shelf::Shelf;
use crate::bundle::body::{Way, image};
use crate::bundle::facts::Dated;
use crate::bundle::plan::{Page as Planned, Resolved};
use crate::bundle::render::Heading;
use crate::bundle::standing::Policy;
use crate::bundle::work::Work;

/// The page of an article, without its body.
pub(super) fn article<'a>(place: &Place<'a>, number: usize, shelf: &'a Shelf) -> Page<'a> {
    let work = place.work;
    let page = &work.plan.pages[number];
    let stands_in = !page.policy.shows_translation();
    let source = work.plan.source(page.article);
    let told = work.articles[page.article].told(&page.text);
    let facts = told.and_then(|told| told.facts.as_ref());
    let summary = facts.map_or("", |facts| &facts.body.summary);
    let beside = shelf.beside.get(&number).copied().unwrap_or_default();
    // A page does not depend on what its neighbours are about.
    let beside_it = |page: usize| Card {
        description: "",
        ..card(place, &work.plan.pages[page])
    };
    Page {
        kind: Part::Article(number).kind(),
        title: page.title.as_str().into(),
        description: described(&page.description, summary),
        lang: page.text.to_string(),
        dir: direction(&page.text),
        canonical: if stands_in {
            source.and_then(|source| absolute(work, source))
        } else {
            place.absolute()
        },
        noindex: stands_in,
        alternates: if stands_in {
            Vec::new()
        } else {
            alternates(work, page)
        },
        switcher: place.switcher(|edition, _| {
            let there = work.plan.page(page.article, edition)?;
            Some((place.page(there), there.policy.shows_translation()))
        }),
        date: page.date.as_ref().map(day),
        updated: updated(page),
        tags: tags(place, page, shelf),
        authors: &page.authors,
        image: picture(work, number),
        notice: notice(place, page),
        toc: facts.map_or(Vec::new(), |facts| toc(&facts.body.headings)),
        previous: beside.0.map(beside_it),
        next: beside.1.map(beside_it),
        ..Page::default()
    }
}

/// An article in a list.
pub(super) fn card<'a>(place: &Place<'a>, page: &'a Planned) -> Card<'a> {
    let work = place.work;
    let told = work.articles[page.article].told(&page.text);
    let facts = told.and_then(|told| told.facts.as_ref());
    let summary = facts.map_or("", |facts| &facts.body.summary);
    let foreign = !page.policy.shows_translation();
    Card {
        title: &page.title,
        url: place.page(page),
        description: described(&page.description, summary),
        date: page.date.as_ref().map(day),
        lang: foreign.then(|| page.text.to_string()),
        dir: direction(&page.text),
    }
}

/// The page that an old address leads to.
pub(super) fn redirect<'a>(place: &Place<'a>, page: &'a Planned) -> Page<'a> {
    Page {
        kind: "redirect",
        title: page.title.as_str().into(),
        lang: page.text.to_string(),
        dir: direction(&page.text),
        canonical: absolute(place.work, page),
        noindex: true,
        target: Some(place.page(page)),
        ..Page::default()
    }
}

fn described<'a>(description: &'a str, summary: &'a str) -> &'a str {
    if description.is_empty() {
        summary
    } else {
        description
    }
}

fn absolute(work: &Work<'_>, page: &Planned) -> Option<String> {
    work.plan.editions[page.edition].absolute(&page.path)
}

fn day(date: &Dated) -> String {
    date.day.to_string()
}

/// The day of its last change, if that is not the day on which it was published.
fn updated(page: &Planned) -> Option<String> {
    let published = page.date.as_ref().map(|date| date.day);
    let updated = page.updated.as_ref()?;
    (Some(updated.day) != published).then(|| day(updated))
}

/// The languages that an article is published in, and the page for readers of none of them.
fn alternates(work: &Work<'_>, page: &Planned) -> Vec<Alternate> {
    let of = |(lang, page)| {
        let url = absolute(work, page)?;
        Some(Alternate { lang, url })
    };
    let all = work.plan.hreflang(page.article).into_iter();
    all.filter_map(of).collect()
}

fn tags<'a>(place: &Place<'a>, page: &'a Planned, shelf: &'a Shelf) -> Vec<Tag<'a>> {
    let one = |tag: &'a String| {
        let tagged = shelf.slugs.get(tag);
        let tagged = tagged.and_then(|slug| Some((slug, shelf.tags.get(slug)?)));
        Tag {
            name: tag,
            url: tagged.map(|(slug, _)| place.here(&of_tag(slug))),
            count: tagged.map_or(0, |(_, tagged)| tagged.pages.len()),
        }
    };
    page.tags.iter().map(one).collect()
}

fn picture(work: &Work<'_>, number: usize) -> Option<Image> {
    let page = &work.plan.pages[number];
    let src = image(work, number, Way::FromPage)?;
    let url = match work.leads[number].last() {
        Some(Resolved::Asset(asset)) => {
            let named = work.assets.named.get(asset)?;
            work.plan.editions[page.edition].absolute(&named.path)?
        }
        _ => src.clone(),
    };
    Some(Image { src, url })
}

fn notice(place: &Place<'_>, page: &Planned) -> Option<Notice> {
    let source = match page.policy {
        Policy::Publish | Policy::Omit | Policy::Fail => return None,
        Policy::Banner => false,
        Policy::Source => true,
    };
    let work = place.work;
    let date = page.source_updated.as_ref().map(day);
    let standing = page.standing.name();
    // Nothing is a translation of itself.
    let own = work.plan.editions[page.edition].lang == work.articles[page.article].source;
    let message = match (source, &date) {
        _ if own => format!("banner-{standing}-source"),
        (true, _) => format!("notice-{standing}"),
        (false, Some(_)) => format!("banner-{standing}-since"),
        (false, None) => format!("banner-{standing}"),
    };
    Some(Notice {
        message,
        standing,
        source,
        own,
        lang: work.articles[page.article].source.to_string(),
        date,
        url: work
            .plan
            .source(page.article)
            .filter(|_| !own)
            .map(|page| place.page(page)),
    })
}

fn toc(headings: &[Heading]) -> Vec<Entry<'_>> {
    let mut out: Vec<Entry<'_>> = Vec::new();
    for heading in headings {
        let entry = Entry {
            id: &heading.id,
            text: &heading.text,
            below: Vec::new(),
        };
        match (heading.level, out.last_mut()) {
            (3, Some(above)) => above.below.push(entry),
            (2 | 3, _) => out.push(entry),
            _ => {}
        }
    }
    out
}

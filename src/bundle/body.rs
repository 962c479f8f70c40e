//! The body of a page as HTML, with its links led to where the plan says: what every form that shows
//! articles has in common.

use fluent::FluentArgs;

use super::plan::{Edition, Page, Resolved, encoded};
use super::render::{Labels, Link, Rendered, Rendering, Target, render};
use super::words::{Said, Words};
use super::work::Work;
use crate::diagnostic::{Code, Diagnostic};
use crate::document::Format;
use crate::text::{Digester, Lang, Span};

/// How links within what is published are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// From the page: right wherever the bundle lies.
    FromPage,
    /// From the root of the site, or of what is published where the project names no address: right
    /// wherever the text is put.
    FromRoot,
}

/// The body of a page by its number, and what was left out of it or could not be read.
pub(super) fn body(
    work: &Work<'_>,
    number: usize,
    (labels, way): (&Labels, Way),
) -> (Rendered, Vec<Diagnostic>) {
    let page = &work.plan.pages[number];
    let nothing = || Rendered {
        html: String::new(),
        refused: Vec::new(),
    };
    let (file, text) = match work.text(number) {
        Ok(found) => found,
        Err(found) => return (nothing(), vec![*found]),
    };
    let told = work.articles[page.article].told(&page.text);
    let Some(facts) = told.and_then(|told| told.facts.as_ref()) else {
        return (nothing(), Vec::new());
    };
    let first = facts.body.headings.first();
    let target = |at: usize, link: &Link| target(work, number, (at, link, way));
    let rendering = Rendering {
        raw_html: work.settings.raw_html,
        target: &target,
        labels,
        // A heading that says something else than the title is not lost.
        skip_title: first.is_some_and(|first| first.level == 1 && first.text == page.title),
    };
    // Somebody may have shortened the file since it was first read.
    let from = text.floor_char_boundary(facts.body_start);
    let rendered = render(&text, from, Format::of(&file), &rendering);
    let refused = rendered.refused.iter().map(|one| {
        let place = Span::new(file.as_str(), one.range.clone());
        Diagnostic::new(Code::REFUSED_MARKUP, place).with("found", &one.what)
    });
    let wrong = refused.collect();
    (rendered, wrong)
}

/// Adds all that a body is made of, so that two pages with one key have one body.
pub(super) fn key(work: &Work<'_>, number: usize, (digester, way): (&mut Digester, Way)) {
    let page = &work.plan.pages[number];
    let edition = &work.plan.editions[page.edition];
    let url = edition.url.as_ref().map_or("", |url| url.as_str());
    digester.add(url.as_bytes()).add(edition.folder.as_bytes());
    digester.add(page.path.as_bytes());
    digester.add(page.title.as_bytes());
    digester.add(&[work.settings.raw_html as u8, way as u8]);
    digester.join(&work.words[page.edition].digest);
    let told = work.articles[page.article].told(&page.text);
    if let Some(facts) = told.and_then(|told| told.facts.as_ref()) {
        digester.join(&facts.digest);
    }
    for lead in &work.leads[number] {
        let (kind, fragment, to) = match lead {
            Resolved::Outside => (0, "", None),
            Resolved::Here { fragment } => (1, fragment.as_str(), None),
            Resolved::Page { page, fragment } => (2, fragment.as_str(), Some(*page)),
            Resolved::Foreign { page, fragment } => (3, fragment.as_str(), Some(*page)),
            Resolved::Asset(asset) => (4, asset.0.as_str(), None),
            Resolved::Place {
                edition, fragment, ..
            } => {
                let other = &work.plan.editions[*edition];
                let url = other.url.as_ref().map_or("", |url| url.as_str());
                digester.add(url.as_bytes()).add(other.folder.as_bytes());
                (6, fragment.as_str(), None)
            }
            Resolved::Words => (5, "", None),
        };
        digester.add(&[kind]).add(fragment.as_bytes());
        if let Resolved::Place { path, .. } = lead {
            digester.add(path.as_bytes());
        }
        if let Some(to) = to.map(|to| &work.plan.pages[to]) {
            let other = &work.plan.editions[to.edition];
            let url = other.url.as_ref().map_or("", |url| url.as_str());
            digester.add(url.as_bytes()).add(other.folder.as_bytes());
            digester.add(to.path.as_bytes());
        }
    }
}

/// The words of a language that bodies need. If they are not `needed`, one that the language does
/// not have is empty; else the bundle is refused for it.
pub(super) fn labels(words: &Words, needed: bool) -> Labels {
    let say = |id: &str| {
        if needed || words.has(id) {
            words.plain(id)
        } else {
            String::new()
        }
    };
    Labels {
        footnotes: say("body-footnotes"),
        back: say("body-back"),
        table: say("body-table"),
        task: say("body-task"),
        note: say("body-note"),
        tip: say("body-tip"),
        important: say("body-important"),
        warning: say("body-warning"),
        caution: say("body-caution"),
    }
}

/// The address that stands for a page's image; none if it has none.
pub(super) fn image(work: &Work<'_>, number: usize, way: Way) -> Option<String> {
    let page = &work.plan.pages[number];
    let to = page.image.clone()?;
    let leads = &work.leads[number];
    let link = Link {
        to,
        image: true,
        range: 0..0,
    };
    match target(work, number, (leads.len().checked_sub(1)?, &link, way)) {
        Target::Url(url) | Target::Foreign { url, .. } => Some(url),
        Target::Words => None,
    }
}

/// Where a link of a page leads; `at` is its number among those of the page.
fn target(work: &Work<'_>, number: usize, (at, link, way): (usize, &Link, Way)) -> Target {
    let page = &work.plan.pages[number];
    let from = (&work.plan.editions[page.edition], page);
    let to_page = |to: usize, fragment: &str| {
        let to = &work.plan.pages[to];
        let place = (&work.plan.editions[to.edition], to.path.as_str());
        let mut url = address(from, place, way);
        push_fragment(&mut url, fragment);
        url
    };
    match work.leads[number].get(at) {
        Some(Resolved::Outside) => Target::Url(link.to.clone()),
        Some(Resolved::Here { fragment }) => {
            let mut url = String::new();
            push_fragment(&mut url, fragment);
            Target::Url(url)
        }
        Some(Resolved::Page { page, fragment }) => Target::Url(to_page(*page, fragment)),
        Some(Resolved::Foreign { page: to, fragment }) => {
            let lang = work.plan.pages[*to].text.clone();
            Target::Foreign {
                url: to_page(*to, fragment),
                note: note(&work.words[page.edition], &lang),
                lang,
            }
        }
        Some(Resolved::Asset(asset)) => match work.assets.named.get(asset) {
            Some(named) => Target::Url(address(from, (from.0, &named.path), way)),
            None => Target::Words,
        },
        Some(Resolved::Place {
            edition,
            path,
            fragment,
        }) => {
            let mut url = address(from, (&work.plan.editions[*edition], path), way);
            push_fragment(&mut url, fragment);
            Target::Url(url)
        }
        Some(Resolved::Words) | None => Target::Words,
    }
}

/// The address of what stands at a path of an edition, for a page.
fn address((edition, page): (&Edition, &Page), to: (&Edition, &str), way: Way) -> String {
    match way {
        Way::FromPage => edition.link(&page.path, to),
        Way::FromRoot if !edition.beside(to.0) => {
            to.0.absolute(to.1).unwrap_or_else(|| to.0.rooted(to.1))
        }
        Way::FromRoot if to.0.url.is_some() => to.0.rooted(to.1),
        Way::FromRoot => format!("/{}", encoded(&format!("{}{}", to.0.folder, to.1))),
    }
}

fn push_fragment(url: &mut String, fragment: &str) {
    if !fragment.is_empty() {
        url.push('#');
        url.push_str(&encoded(fragment));
    }
}

/// What readers are told of a link into another language; its tag where there are no words for that.
fn note(words: &Words, lang: &Lang) -> String {
    let id = "note-in-language";
    let mut args = FluentArgs::new();
    args.set("lang", lang.to_string());
    match words
        .has(id)
        .then(|| words.say(id, &args, &Span::file(crate::project::FILE)))
    {
        Some(Said::Words(words)) => words,
        _ => lang.to_string(),
    }
}

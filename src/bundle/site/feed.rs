//! The feed of a language: its newest articles, as Atom (RFC 4287).
//!
//! What an entry is known by (`id`) is made of the article and the language, not of its address or
//! title, so no reader sees an article twice because it has another slug. The text itself is not in
//! it: the summary and the link are, and a feed of long articles stays small.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::machines::{absolute, site_title};
use super::xml::{self, Xml};
use crate::bundle::plan::{Edition, Page};
use crate::bundle::work::Work;
use crate::text::{Digester, Lang};

/// Its name in each bundle.
pub(super) const NAME: &str = "feed.xml";

/// Whether an edition has a feed: there is an article with a date.
pub(super) fn exists(work: &Work<'_>, edition: usize) -> bool {
    !newest(work, edition).is_empty()
}

/// The feed of an edition.
pub(super) fn write(work: &Work<'_>, edition: usize) -> Vec<u8> {
    let mut out = Writer::new_with_indent(Vec::new(), b' ', 2);
    // Memory takes whatever is written to it.
    let _ = feed(&mut out, work, edition);
    let mut bytes = out.into_inner();
    bytes.push(b'\n');
    bytes
}

/// The articles that stand in it, the newest first.
fn newest<'w>(work: &Work<'w>, edition: usize) -> Vec<&'w Page> {
    let pages = work.plan.editions[edition].pages.iter();
    let pages = pages.map(|page| &work.plan.pages[*page]);
    let mut dated: Vec<&Page> = pages
        .filter(|page| page.policy.shows_translation() && page.date.is_some())
        .collect();
    let moment = |page: &Page| page.date.as_ref().map(|date| date.moment);
    dated.sort_by(|a, b| moment(b).cmp(&moment(a)).then_with(|| a.path.cmp(&b.path)));
    dated.truncate(work.settings.feed);
    dated
}

fn feed(out: &mut Xml, work: &Work<'_>, number: usize) -> io::Result<()> {
    let edition = &work.plan.editions[number];
    let pages = newest(work, number);
    let title = site_title(work, number);
    let lang = edition.lang.to_string();
    let updated = pages.iter().filter_map(|page| updated(page)).max();
    out.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root = out.create_element("feed").with_attributes([
        ("xmlns", "http://www.w3.org/2005/Atom"),
        ("xml:lang", lang.as_str()),
    ]);
    root.write_inner_content(|out| {
        xml::element(out, "id", &id(edition, &["feed"]))?;
        text(out, "title", &title)?;
        xml::element(out, "updated", &updated.unwrap_or_default())?;
        let own = absolute(edition, NAME);
        out.create_element("link")
            .with_attributes([
                ("rel", "self"),
                ("type", "application/atom+xml"),
                ("href", own.as_str()),
            ])
            .write_empty()?;
        link(out, (&edition.lang, &absolute(edition, "")))?;
        for other in work
            .plan
            .editions
            .iter()
            .filter(|other| other.lang != edition.lang)
        {
            link(out, (&other.lang, &absolute(other, "")))?;
        }
        author(out, &title)?;
        for page in &pages {
            entry(out, work, page)?;
        }
        Ok(())
    })?;
    Ok(())
}

fn entry(out: &mut Xml, work: &Work<'_>, page: &Page) -> io::Result<()> {
    let plan = work.plan;
    let edition = &plan.editions[page.edition];
    let article = &work.articles[page.article];
    let collection = work.settings.collections.get(page.collection);
    let collection = collection.map_or("", |one| one.name.as_str());
    out.create_element("entry").write_inner_content(|out| {
        xml::element(
            out,
            "id",
            &id(edition, &["entry", collection, &article.key]),
        )?;
        text(out, "title", &page.title)?;
        xml::element(out, "updated", &updated(page).unwrap_or_default())?;
        if let Some(date) = &page.date {
            xml::element(out, "published", &date.moment.to_string())?;
        }
        link(out, (&edition.lang, &absolute(edition, &page.path)))?;
        for other in plan.alternates(page.article) {
            let beside = &plan.editions[other.edition];
            if other.edition != page.edition {
                link(out, (&beside.lang, &absolute(beside, &other.path)))?;
            }
        }
        for name in &page.authors {
            author(out, name)?;
        }
        for tag in &page.tags {
            let tag = xml::clean(tag);
            let category = out.create_element("category");
            category.with_attribute(("term", &*tag)).write_empty()?;
        }
        let told = article.told(&page.text);
        let summary = match told.and_then(|told| told.facts.as_ref()) {
            Some(facts) if page.description.is_empty() => &facts.body.summary,
            _ => &page.description,
        };
        if !summary.is_empty() {
            text(out, "summary", summary)?;
        }
        Ok(())
    })?;
    Ok(())
}

/// When an article last changed, as far as it says so.
fn updated(page: &Page) -> Option<String> {
    let date = page.updated.as_ref().or(page.date.as_ref())?;
    Some(date.moment.to_string())
}

/// What a thing is known by in all its versions: of its site and language, and the names that tell it
/// apart there.
fn id(edition: &Edition, names: &[&str]) -> String {
    let mut digester = Digester::default();
    digester.add(edition.authority().unwrap_or_default().as_bytes());
    digester.add(edition.lang.to_string().as_bytes());
    for name in names {
        digester.add(name.as_bytes());
    }
    format!("urn:uuid:{}", digester.finish().uuid())
}

fn text(out: &mut Xml, name: &str, said: &str) -> io::Result<()> {
    let element = out.create_element(name).with_attribute(("type", "text"));
    element.write_text_content(BytesText::new(&xml::clean(said)))?;
    Ok(())
}

fn author(out: &mut Xml, name: &str) -> io::Result<()> {
    let author = out.create_element("author");
    author.write_inner_content(|out| xml::element(out, "name", name))?;
    Ok(())
}

/// A link to a page in a language.
fn link(out: &mut Xml, (lang, url): (&Lang, &str)) -> io::Result<()> {
    let lang = lang.to_string();
    let attributes = [
        ("rel", "alternate"),
        ("type", "text/html"),
        ("hreflang", lang.as_str()),
        ("href", url),
    ];
    out.create_element("link")
        .with_attributes(attributes)
        .write_empty()?;
    Ok(())
}

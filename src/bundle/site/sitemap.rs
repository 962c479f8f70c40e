//! The sitemap of a language: its pages and lists, with their other languages, for search engines
//! (sitemaps.org 0.9, and `xhtml:link` as Google reads it).
//!
//! A page where the source stands in for a translation is not in it.

use std::io;
use std::ops::Range;

use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, Event};

use super::address::Place;
use super::machines::absolute;
use super::part::Part;
use super::shelf::Shelf;
use super::xml::{self, Xml};
use crate::bundle::facts::Dated;
use crate::bundle::plan::{Page, Plan};
use crate::bundle::work::Work;

/// Its name in each bundle; of the list of its parts, if it has some.
pub(super) const NAME: &str = "sitemap.xml";

/// How many addresses a file may have.
const MOST_ADDRESSES: usize = 50_000;
/// How long a file may be, in bytes: 50 MB, less than the protocol's 52,428,800.
const LONGEST: usize = 50_000_000;
/// What stands around the addresses.
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACE: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";
const XHTML: &str = "http://www.w3.org/1999/xhtml";

/// The sitemap of an edition, by its name: one file, or the list of its parts and these. `parts` are the
/// pages of the site, of which its lists are told as well.
pub(super) fn files(
    work: &Work<'_>,
    edition: usize,
    (parts, shelves): (&[Part], &[Shelf]),
) -> Vec<(String, Vec<u8>)> {
    let lists = parts
        .iter()
        .filter(|part| part.is_list() && part.edition(work) == edition);
    let lists = lists.map(|part| of_list(work, part, shelves));
    let pages = work.plan.editions[edition].pages.iter();
    let pages = pages
        .map(|page| &work.plan.pages[*page])
        .filter(|page| page.policy.shows_translation())
        .map(|page| of_page(work.plan, page));
    let mut entries = Writer::new(Vec::new());
    let mut lengths = Vec::new();
    for entry in lists.chain(pages) {
        let before = entries.get_ref().len();
        // Memory takes whatever is written to it.
        let _ = url(&mut entries, &entry);
        lengths.push(entries.get_ref().len() - before);
    }
    let entries = entries.into_inner();
    let ranges = split(&lengths, (MOST_ADDRESSES, LONGEST - 1000));
    if let [_] = ranges.as_slice() {
        return vec![(NAME.to_owned(), of_entries(&entries))];
    }
    let mut out = vec![(NAME.to_owned(), list(work, edition, ranges.len()))];
    let texts = ranges.iter().enumerate();
    out.extend(texts.map(|(number, range)| {
        let text = entries.get(range.clone()).unwrap_or_default();
        (name_of(number), of_entries(text))
    }));
    out
}

/// The name of a part.
fn name_of(part: usize) -> String {
    format!("sitemap-{}.xml", part + 1)
}

/// An address, and what is told of it.
struct Entry<'w> {
    url: String,
    changed: Option<&'w Dated>,
    /// Its other languages and itself, by their tags.
    others: Vec<(String, String)>,
}

fn of_page<'w>(plan: &'w Plan, page: &'w Page) -> Entry<'w> {
    let address = |page: &Page| absolute(&plan.editions[page.edition], &page.path);
    let others = plan.hreflang(page.article).into_iter();
    Entry {
        url: address(page),
        changed: last_change(page),
        others: others.map(|(lang, page)| (lang, address(page))).collect(),
    }
}

fn of_list<'w>(work: &'w Work<'w>, part: &Part, shelves: &[Shelf]) -> Entry<'w> {
    let place = Place::of(work, part);
    let others = place.alternates(|edition| part.stands_on(&shelves[edition]));
    Entry {
        url: place.absolute().unwrap_or_default(),
        changed: listed(work, part, shelves)
            .iter()
            .map(|page| &work.plan.pages[*page])
            .filter(|page| page.policy.shows_translation())
            .filter_map(last_change)
            .max_by_key(|date| date.moment),
        others: others.into_iter().map(|one| (one.lang, one.url)).collect(),
    }
}

/// The pages whose changes change a list.
fn listed<'w>(work: &'w Work<'_>, part: &Part, shelves: &'w [Shelf]) -> &'w [usize] {
    let number = part.edition(work);
    let pages = match part {
        Part::Year(_, year) => shelves[number].years.get(year),
        Part::Tag(_, slug) => shelves[number].tags.get(slug).map(|tag| &tag.pages),
        _ => Some(&work.plan.editions[number].pages),
    };
    pages.map_or(&[], Vec::as_slice)
}

fn last_change(page: &Page) -> Option<&Dated> {
    page.updated.as_ref().or(page.date.as_ref())
}

fn of_entries(entries: &[u8]) -> Vec<u8> {
    let root =
        BytesStart::new("urlset").with_attributes([("xmlns", NAMESPACE), ("xmlns:xhtml", XHTML)]);
    document(root, |out| {
        out.get_mut().extend_from_slice(entries);
        Ok(())
    })
}

/// The list of the parts of a sitemap.
fn list(work: &Work<'_>, edition: usize, parts: usize) -> Vec<u8> {
    let edition = &work.plan.editions[edition];
    let root = BytesStart::new("sitemapindex").with_attributes([("xmlns", NAMESPACE)]);
    document(root, |out| {
        (0..parts).try_for_each(|part| {
            let sitemap = out.create_element("sitemap");
            sitemap.write_inner_content(|out| {
                xml::element(out, "loc", &absolute(edition, &name_of(part)))
            })?;
            out.get_mut().push(b'\n');
            Ok(())
        })
    })
}

fn document(root: BytesStart<'_>, inner: impl FnOnce(&mut Xml) -> io::Result<()>) -> Vec<u8> {
    let mut out = Writer::new(HEAD.as_bytes().to_vec());
    let end = root.to_end().into_owned();
    // Memory takes whatever is written to it.
    let _ = whole(&mut out, (root, end), inner);
    let mut bytes = out.into_inner();
    bytes.push(b'\n');
    bytes
}

fn whole(
    out: &mut Xml,
    (root, end): (BytesStart<'_>, BytesEnd<'_>),
    inner: impl FnOnce(&mut Xml) -> io::Result<()>,
) -> io::Result<()> {
    out.write_event(Event::Start(root))?;
    out.get_mut().push(b'\n');
    inner(out)?;
    out.write_event(Event::End(end))
}

/// One address on a line, with all its languages.
fn url(out: &mut Xml, entry: &Entry<'_>) -> io::Result<()> {
    out.create_element("url").write_inner_content(|out| {
        xml::element(out, "loc", &entry.url)?;
        if let Some(date) = entry.changed {
            xml::element(out, "lastmod", &date.to_string())?;
        }
        for (lang, url) in &entry.others {
            let attributes = [
                ("rel", "alternate"),
                ("hreflang", lang.as_str()),
                ("href", url.as_str()),
            ];
            out.create_element("xhtml:link")
                .with_attributes(attributes)
                .write_empty()?;
        }
        Ok(())
    })?;
    out.get_mut().push(b'\n');
    Ok(())
}

/// Parts texts of these lengths that lie behind one another, so that no part has more of them or is
/// longer than it may: the bytes of each.
fn split(lengths: &[usize], (most, longest): (usize, usize)) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let (mut start, mut end, mut count) = (0, 0, 0);
    for length in lengths {
        if count > 0 && (count == most || end - start + length > longest) {
            out.push(start..end);
            (start, count) = (end, 0);
        }
        end += length;
        count += 1;
    }
    out.push(start..end);
    out
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn no_part_has_too_much() {
        let ends = |lengths: &[usize], most: (usize, usize)| -> Vec<usize> {
            split(lengths, most).iter().map(|part| part.end).collect()
        };
        assert_eq!(ends(&[], (2, 10)), [0]);
        assert_eq!(ends(&[1, 1, 1], (2, 10)), [2, 3]);
        assert_eq!(ends(&[6, 4, 1], (9, 10)), [10, 11]);
        assert_eq!(ends(&[20, 1], (9, 10)), [20, 21]);
    }
}

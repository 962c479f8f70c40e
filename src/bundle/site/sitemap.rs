//! The sitemap of a language: its pages, with their other languages, for search engines
//! (sitemaps.org 0.9, and `xhtml:link` as Google reads it).
//!
//! A page where the source stands in for a translation is not in it.

use std::io;
use std::ops::Range;

use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, Event};

use super::machines::absolute;
use super::xml::{self, Xml};
use crate::bundle::facts::Dated;
use crate::bundle::plan::{Edition, Page, Plan};
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

/// The name of a part.
pub(super) fn name_of(part: usize) -> String {
    format!("sitemap-{}.xml", part + 1)
}

/// How the addresses of an edition are parted into files: from one number to another.
pub(super) fn ranges(work: &Work<'_>, edition: usize) -> Vec<Range<usize>> {
    let count = entries(work, edition).len();
    // Far from the limits nobody needs to know the length.
    if count <= MOST_ADDRESSES / 50 {
        return std::iter::once(0..count).collect();
    }
    let mut out = Writer::new(Vec::new());
    let lengths = entries(work, edition).into_iter().map(|entry| {
        out.get_mut().clear();
        let _ = url(&mut out, work, (edition, entry));
        out.get_ref().len()
    });
    split(lengths, (MOST_ADDRESSES, LONGEST - 1000))
}

/// The sitemap with these addresses of an edition.
pub(super) fn write(work: &Work<'_>, edition: usize, range: &Range<usize>) -> Vec<u8> {
    let entries = entries(work, edition);
    let root =
        BytesStart::new("urlset").with_attributes([("xmlns", NAMESPACE), ("xmlns:xhtml", XHTML)]);
    // Memory takes whatever is written to it.
    document(root, |out| {
        let entries = entries.get(range.clone()).unwrap_or_default();
        entries
            .iter()
            .try_for_each(|entry| url(out, work, (edition, *entry)))
    })
}

/// The list of the parts of a sitemap.
pub(super) fn list(work: &Work<'_>, edition: usize, parts: usize) -> Vec<u8> {
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

/// The pages of an edition that search engines are to know: none for its index, which comes first.
fn entries<'w>(work: &Work<'w>, edition: usize) -> Vec<Option<&'w Page>> {
    let pages = work.plan.editions[edition].pages.iter();
    let pages = pages
        .map(|page| &work.plan.pages[*page])
        .filter(|page| page.policy.shows_translation())
        .map(Some);
    std::iter::once(None).chain(pages).collect()
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
fn url(out: &mut Xml, work: &Work<'_>, (number, page): (usize, Option<&Page>)) -> io::Result<()> {
    let plan = work.plan;
    let edition = &plan.editions[number];
    let of_page = |page: &Page| absolute(&plan.editions[page.edition], &page.path);
    let (own, others): (_, Vec<(String, String)>) = match page {
        Some(page) => {
            let all = plan.hreflang(page.article).into_iter();
            (
                of_page(page),
                all.map(|(lang, page)| (lang, of_page(page))).collect(),
            )
        }
        None => (absolute(edition, ""), of_index(plan)),
    };
    let changed = match page {
        Some(page) => last_change(page),
        None => entries(work, number)
            .into_iter()
            .flatten()
            .filter_map(last_change)
            .max_by_key(|date| date.moment),
    };
    out.create_element("url").write_inner_content(|out| {
        xml::element(out, "loc", &own)?;
        if let Some(date) = changed {
            xml::element(out, "lastmod", &date.to_string())?;
        }
        for (lang, url) in &others {
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

/// The languages of the index: all.
fn of_index(plan: &Plan) -> Vec<(String, String)> {
    if plan.editions.len() < 2 {
        return Vec::new();
    }
    let of = |edition: &Edition, lang: String| (lang, absolute(edition, ""));
    let all = plan
        .editions
        .iter()
        .map(|one| of(one, one.lang.to_string()));
    let default = plan.x_default.map(|one| &plan.editions[one]);
    all.chain(default.map(|one| of(one, "x-default".to_owned())))
        .collect()
}

fn last_change(page: &Page) -> Option<&Dated> {
    page.updated.as_ref().or(page.date.as_ref())
}

/// Parts things of these lengths, so that no part has more of them or is longer than it may.
fn split(
    lengths: impl Iterator<Item = usize>,
    (most, longest): (usize, usize),
) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let (mut start, mut end, mut sum) = (0, 0, 0);
    for length in lengths {
        if end > start && (end - start == most || sum + length > longest) {
            out.push(start..end);
            (start, sum) = (end, 0);
        }
        end += 1;
        sum += length;
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
            let parts = split(lengths.iter().copied(), most);
            parts.iter().map(|part| part.end).collect()
        };
        assert_eq!(ends(&[], (2, 10)), [0]);
        assert_eq!(ends(&[1, 1, 1], (2, 10)), [2, 3]);
        assert_eq!(ends(&[6, 4, 1], (9, 10)), [2, 3]);
        assert_eq!(ends(&[20, 1], (9, 10)), [1, 2]);
    }
}

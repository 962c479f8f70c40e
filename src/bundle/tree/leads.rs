//! What the links of a page say in a tree.

use percent_encoding::percent_decode_str;

use super::body::{Change, Written, written};
use super::{Generator, Tree, encoded, lang};
use crate::bundle::plan::Resolved;
use crate::bundle::render::Link;
use crate::bundle::work::Work;

impl Tree {
    /// What becomes of a link; `at` is its number on the page.
    pub(super) fn change(
        &self,
        work: &Work<'_>,
        (number, at): (usize, usize),
        (text, link): (&str, &Link),
    ) -> Option<Change> {
        let written = written(text, &link.range);
        let to = match work.leads.get(number)?.get(at)? {
            // What the bundle has besides articles, the generator of the site makes.
            Resolved::Outside | Resolved::Place { .. } => return None,
            Resolved::Here { fragment } => {
                let said = link.to.trim_start_matches('#');
                let said = percent_decode_str(said).decode_utf8_lossy();
                (said != *fragment).then(|| format!("#{}", encoded(fragment)))?
            }
            Resolved::Page { page, fragment } | Resolved::Foreign { page, fragment } => {
                self.to_page(work, (number, *page), (fragment, written))?
            }
            Resolved::Asset(asset) => {
                let path = &work.assets.named.get(asset)?.path;
                self.to_asset(
                    work,
                    number,
                    (path, link.image && written == Written::Markdown),
                )
            }
            Resolved::Words if written == Written::Html => return None,
            Resolved::Words => return Some(Change::Words),
        };
        Some(Change::To(match written {
            // Brackets in a destination are told from those around it by others.
            Written::Markdown if to.contains(['(', ')']) => format!("<{to}>"),
            Written::Markdown => to,
            Written::Html => to.replace('\'', "%27"),
        }))
    }

    /// What names a file beside a page.
    pub(super) fn to_asset(&self, work: &Work<'_>, number: usize, asset: (&str, bool)) -> String {
        let from = lang(work, work.plan.pages[number].edition);
        self.generator.to_asset((&self.places[number], from), asset)
    }

    fn to_page(
        &self,
        work: &Work<'_>,
        (from, to): (usize, usize),
        (fragment, written): (&str, Written),
    ) -> Option<String> {
        let place = |page: usize| {
            let edition = work.plan.pages[page].edition;
            (&self.places[page], lang(work, edition))
        };
        // These two look at links of Markdown only.
        let blind = matches!(self.generator, Generator::Zola | Generator::Docusaurus);
        let link = self.generator.link(place(from), place(to), fragment);
        let link = link.filter(|_| !(blind && written == Written::Html));
        link.or_else(|| {
            let page = &work.plan.pages[to];
            let address = work.plan.editions[page.edition].absolute(&page.path)?;
            let hash = if fragment.is_empty() { "" } else { "#" };
            Some(format!("{address}{hash}{}", encoded(fragment)))
        })
    }
}

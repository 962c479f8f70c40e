//! What a file of a site is made of, as a digest: two files with one key are the same.

use super::part::Part;
use super::theme::OWN_FILES;
use super::{Site, json};
use crate::bundle::plan::Resolved;
use crate::bundle::work::Work;
use crate::text::{Digest, Digester};

impl Site {
    /// The digest of everything that a file is made of.
    pub(super) fn key(&self, work: &Work<'_>, part: &Part) -> Digest {
        let mut digester = Digester::default();
        let Some(template) = part.template() else {
            if let Part::Own(_, at) = part {
                digester.add(OWN_FILES[*at].1.as_bytes());
            }
            return digester.finish();
        };
        let view = self.view(work, part);
        digester
            .join(&self.rooms[part.edition(work)].digest)
            .add(template.as_bytes())
            .add(view.root.as_bytes())
            .add(&json(&view.page))
            .add(&json(&view.list));
        if let Part::Article(page) = part {
            add_body(&mut digester, work, *page);
        }
        digester.finish()
    }
}

/// Adds what the body of an article is made of: its text, and where its links lead.
fn add_body(digester: &mut Digester, work: &Work<'_>, number: usize) {
    let page = &work.plan.pages[number];
    let told = work.articles[page.article].told(&page.text);
    if let Some(facts) = told.and_then(|told| told.facts.as_ref()) {
        digester.join(&facts.digest);
    }
    for lead in &work.leads[number] {
        let (kind, to, fragment) = match lead {
            Resolved::Outside => ("outside", None, ""),
            Resolved::Words => ("words", None, ""),
            Resolved::Here { fragment } => ("here", None, fragment.as_str()),
            Resolved::Page { page, fragment } => ("page", Some(*page), fragment.as_str()),
            Resolved::Foreign { page, fragment } => ("foreign", Some(*page), fragment.as_str()),
            Resolved::Asset(asset) => ("asset", None, asset.0.as_str()),
            Resolved::Place {
                edition,
                path,
                fragment,
            } => {
                let lang = work.plan.editions[*edition].lang.to_string();
                digester.add(lang.as_bytes()).add(path.as_bytes());
                ("place", None, fragment.as_str())
            }
        };
        digester.add(kind.as_bytes()).add(fragment.as_bytes());
        if let Some(to) = to.map(|to| &work.plan.pages[to]) {
            let edition = work.plan.editions[to.edition].lang.to_string();
            digester.add(edition.as_bytes()).add(to.path.as_bytes());
        }
    }
}

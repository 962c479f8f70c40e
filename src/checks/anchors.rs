//! A link to a place on the same page that is not there.

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Pair};
use super::reading::LINKS;
use super::reading::{Link, Slugger, decoded, ids, links};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Links to places that are not on the page.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Anchors {
    /// How the ids of headings are made: `github` (the default), `docusaurus`, `hugo`, or `explicit`
    /// where only ids that somebody wrote count.
    slugs: Slugger,
}

impl Rule for Anchors {
    const CODE: Code = Code::new("anchors", Severity::Error, &["anchor"]);
    const LEVELS: Levels = Levels::both(Level::Error);
}

impl Check for Anchors {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::pair(LINKS)
    }

    fn pair(&self, pair: &Pair<'_>, out: &mut Findings<'_>) {
        let (all, missing) = self.missing(pair.source);
        // What fails in the source fails by a rule that is not known here.
        if missing.len() * 50 > all {
            return;
        }
        for link in self.missing(pair.target).1 {
            let anchor = decoded(&link.url);
            let found = out.at(pair.target.span(link.place)).with("anchor", &anchor);
            let found = found.about([anchor.as_str()], false);
            out.add(found.token(anchor.trim_start_matches('#')));
        }
    }
}

impl Anchors {
    /// How many links lead to a place on the page, and those whose place is not there.
    fn missing(&self, page: &Page<'_>) -> (usize, Vec<Link>) {
        let here = |link: &Link| link.url.len() > 1 && link.url.starts_with('#');
        let mut found: Vec<Link> = links(page).into_iter().filter(here).collect();
        let all = found.len();
        if all > 0 {
            let ids = ids(page, self.slugs);
            found.retain(|link| {
                let name = decoded(&link.url[1..]).to_lowercase();
                let elsewhere = name == "top" || name.starts_with([':', '/', '!']) || name.contains('{');
                !elsewhere && !ids.contains(&name)
            });
        }
        (all, found)
    }
}

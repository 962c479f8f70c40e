//! A link to a place on the same page that leads to another section than in the source.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Pair, Passage, Unit};
use super::reading::LINKS;
use super::reading::{Link, Slugger, decoded, headings, key, links, order};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};

/// Links to another section than in the source.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct AnchorOrder {
    /// How the ids of headings are made: `github` (the default), `docusaurus`, `hugo`, or `explicit`
    /// where only ids that somebody wrote count.
    slugs: Slugger,
}

impl Rule for AnchorOrder {
    const CODE: Code = Code::new("anchor-order", Severity::Info, &["anchor", "heading", "source"]);
    const LEVELS: Levels = Levels::both(Level::Info);
}

impl Check for AnchorOrder {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::pair(LINKS)
    }

    fn pair(&self, pair: &Pair<'_>, out: &mut Findings<'_>) {
        let count = headings(pair.source).count();
        if count != headings(pair.target).count() {
            return;
        }
        let (source, target) = (self.steps(pair.source), self.steps(pair.target));
        if source.is_empty() || target.is_empty() {
            return;
        }
        let titles = [pair.source, pair.target]
            .map(|page| headings(page).map(|heading| heading.reader.trim()).collect());
        for unit in &pair.units {
            Self::unit(unit, [&source, &target], &titles, out);
        }
    }
}

/// A link and the heading that it leads to, counted from 0.
struct Step {
    link: Link,
    heading: usize,
}

impl AnchorOrder {
    /// The links of a page to its own headings.
    fn steps(&self, page: &Page<'_>) -> Vec<Step> {
        let here = links(page).into_iter().filter(|link| link.url.len() > 1 && link.url.starts_with('#'));
        let mut here = here.peekable();
        if here.peek().is_none() {
            return Vec::new();
        }
        let order: BTreeMap<String, usize> = order(page, self.slugs);
        let step = |link: Link| {
            let heading = *order.get(&decoded(&link.url[1..]).to_lowercase())?;
            Some(Step { link, heading })
        };
        here.filter_map(step).collect()
    }

    /// Compares the links of a passage with those of its translation; they may change places.
    fn unit(unit: &Unit<'_>, [source, target]: [&[Step]; 2], titles: &[Vec<&str>; 2], out: &mut Findings<'_>) {
        let (left, right) = (of(&unit.source, source), of(&unit.target, target));
        if left.len() != right.len() {
            return;
        }
        let known = |steps: &[Step]| -> BTreeSet<usize> { steps.iter().map(|step| step.heading).collect() };
        let (here, there) = (known(left), known(right));
        let left = left.iter().filter(|step| !there.contains(&step.heading));
        let right = right.iter().filter(|step| !here.contains(&step.heading));
        for (one, other) in left.zip(right) {
            let anchor = decoded(&other.link.url);
            let found = out
                .at(unit.target.page.span(other.link.place.clone()))
                .with("anchor", &anchor)
                .with("heading", titles[1][other.heading])
                .with("source", titles[0][one.heading])
                .related(unit.source.page.span(one.link.place.clone()));
            let found = found.about([key(unit).as_str()], unit.stale);
            out.add(found.token(anchor.trim_start_matches('#')));
        }
    }
}

/// The links that stand in a passage.
fn of<'s>(passage: &Passage<'_>, steps: &'s [Step]) -> &'s [Step] {
    let whole = passage.whole();
    let first = steps.partition_point(|step| step.link.place.start < whole.start);
    let end = steps.partition_point(|step| step.link.place.start < whole.end);
    &steps[first..end.max(first)]
}

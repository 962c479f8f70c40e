//! An image of the source that the translation lacks, or shows without words for those who do not see it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::engine::{Findings, Level, Levels, Needs, Page, Pair, Rules, Signs};
use crate::document::PlaceholderKind;
use super::reading::LINKS;
use super::reading::{Address, Addresses, Image, Layout, Thing, images};
use super::{Check, Rule};
use crate::diagnostic::{Code, Severity};
use crate::text::Lang;

/// Images that the translation lacks or says nothing about.
#[derive(Debug, Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Images {
    #[serde(skip)]
    addresses: Addresses,
}

impl Rule for Images {
    const CODE: Code = Code::new("images", Severity::Warning, &["value", "instead", "alt"]);
    const LEVELS: Levels = Levels::both(Level::Warning);
}

impl Check for Images {
    fn needs(&self, _: &Page<'_>, _: Option<&Page<'_>>) -> Needs {
        Needs::pair(LINKS | Signs::things(PlaceholderKind::Image))
    }

    fn prepare(&mut self, rules: &Rules) {
        self.addresses = Addresses::new(&rules.lexicon);
    }

    fn pair(&self, pair: &Pair<'_>, out: &mut Findings<'_>) {
        let (source, target) = (images(pair.source), images(pair.target));
        if source.is_empty() {
            return;
        }
        let langs = [pair.source.lang, pair.target.lang];
        let things = [&source, &target].map(|images| self.things(images, &langs));
        let layout = Layout::of(pair);
        for lost in layout.compare(&things[0], &things[1]).lost {
            out.add(layout.finding(&lost, out).with("alt", ""));
        }
        without_words(pair, [&source, &target], &things, out);
    }
}

impl Images {
    fn things(&self, images: &[Image], langs: &[&Lang]) -> Vec<Thing> {
        let thing = |image: &Image| {
            let value = match self.addresses.of(&image.url, langs) {
                Address::Outside(path) | Address::Inside(path) => path,
                Address::Here | Address::Elsewhere => image.url.clone(),
            };
            // Each language may keep its images in a folder of its own.
            let name = value.rsplit('/').next().unwrap_or_default().to_owned();
            Thing {
                value: name,
                shown: image.url.clone(),
                place: image.place.clone(),
                segment: image.segment,
            }
        };
        images.iter().map(thing).collect()
    }

}

/// Images that have words wherever they stand in the source, and none in the translation.
fn without_words(
    pair: &Pair<'_>,
    [source, target]: [&[Image]; 2],
    things: &[Vec<Thing>; 2],
    out: &mut Findings<'_>,
) {
    let mut described: BTreeMap<&str, Option<&Image>> = BTreeMap::new();
    for (image, thing) in source.iter().zip(&things[0]) {
        let known = described.entry(&thing.value).or_insert(Some(image));
        if image.alt.trim().is_empty() {
            *known = None;
        }
    }
    for (image, thing) in target.iter().zip(&things[1]) {
        let first = described.get(thing.value.as_str()).copied().flatten();
        let Some(first) = first.filter(|_| image.alt.trim().is_empty()) else {
            continue;
        };
        let found = out.at(pair.target.span(image.place.clone()));
        let found = found
            .related(pair.source.span(first.place.clone()))
            .with("value", &image.url)
            .with("instead", "")
            .with("alt", first.alt.trim());
        let found = found.about([first.alt.as_str(), image.url.as_str()], false);
        out.add(found.token(thing.value.as_str()));
    }
}

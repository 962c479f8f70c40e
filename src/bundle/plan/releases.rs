//! Releases: articles that go out in all their languages or not at all.

use std::collections::BTreeMap;

use super::{Given, Verdict};
use crate::bundle::standing::{Policy, Standing};

/// Holds back every release that is not complete.
pub(super) fn hold(given: &Given<'_>, verdicts: &mut [Vec<Verdict>]) {
    let mut members: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (number, article) in given.articles.iter().enumerate() {
        let said = article
            .source_facts()
            .and_then(|facts| facts.fields.release.as_deref());
        members
            .entry(said.unwrap_or_default())
            .or_default()
            .push(number);
        let listed = given.settings.releases.iter();
        for release in listed.filter(|one| one.articles.is_match(&article.name)) {
            if said != Some(release.name.as_str()) {
                members.entry(&release.name).or_default().push(number);
            }
        }
    }
    for (name, articles) in members {
        let waits = |number: &usize| {
            verdicts[*number]
                .iter()
                .any(|one| !one.policy.shows_translation())
        };
        if name.is_empty() || !articles.iter().any(waits) {
            continue;
        }
        for number in articles {
            for verdict in &mut verdicts[number] {
                if verdict.policy.is_published() {
                    verdict.standing = Standing::Held;
                    verdict.policy = Policy::Omit;
                }
                verdict.release = Some(name.to_owned());
            }
        }
    }
}

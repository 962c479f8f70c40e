//! Releases: articles that go out in all their languages or not at all.

use std::collections::{BTreeMap, VecDeque};

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
    members.remove("");
    let mut releases_of: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for (name, articles) in &members {
        for number in articles {
            releases_of.entry(*number).or_default().push(name);
        }
    }
    let waits = |number: &usize| {
        let mut all = verdicts[*number].iter();
        all.any(|one| !one.policy.shows_translation())
    };
    let waiting = members
        .iter()
        .filter(|(_, articles)| articles.iter().any(waits));
    let mut queue: VecDeque<&str> = waiting.map(|(name, _)| *name).collect();
    // An article that one release holds back is what another now waits for.
    while let Some(name) = queue.pop_front() {
        // A release is held once.
        for number in members.remove(name).unwrap_or_default() {
            for verdict in &mut verdicts[number] {
                if verdict.policy.is_published() {
                    verdict.standing = Standing::Held;
                    verdict.policy = Policy::Omit;
                }
                let release = &mut verdict.release;
                release.get_or_insert_with(|| name.to_owned());
            }
            queue.extend(releases_of.remove(&number).unwrap_or_default());
        }
    }
}

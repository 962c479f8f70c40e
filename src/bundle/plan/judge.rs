//! What the policy says of each language of an article, before anything else is known of the others.

use super::Given;
use crate::bundle::facts::{Facts, Fields};
use crate::bundle::gather::Gathered;
use crate::bundle::standing::{Policy, Standing, decide, of_time};

/// One article in one language, and what the policy says of it.
#[derive(Debug, Clone)]
pub(super) struct Verdict {
    pub(super) standing: Standing,
    pub(super) policy: Policy,
    pub(super) release: Option<String>,
}

/// What the policy says of each language of an article.
pub(super) fn judge(given: &Given<'_>, article: &Gathered) -> Vec<Verdict> {
    let source = article.source_facts();
    let mut out = Vec::new();
    for told in &article.texts {
        let mut standings = told.standings.clone();
        if let Some(facts) = &told.facts {
            standings.extend(of_time(&facts.fields, given.now));
        }
        // What holds for the source holds for what is made of it, unless that says otherwise.
        if let Some(source) = source.filter(|_| told.lang != article.source) {
            standings.extend(inherited(given, source, told.facts.as_ref()));
        }
        let policy = given.settings.policy(article.collection, &told.lang);
        let (standing, mut policy) = decide(&standings, &policy);
        let is_source = told.lang == article.source;
        let no_source = is_source && standing == Standing::Missing;
        // Nothing stands in for a source. That it is missing is told of its translations: orphans.
        if no_source || policy == Policy::Source && (is_source || source.is_none()) {
            policy = Policy::Omit;
        }
        out.push(Verdict {
            standing,
            policy,
            release: None,
        });
    }
    // What stands in for a translation must be published itself.
    let published = out
        .first()
        .is_some_and(|source| source.policy.shows_translation());
    for verdict in &mut out {
        if verdict.policy == Policy::Source && !published {
            verdict.policy = Policy::Omit;
        }
    }
    out
}

/// What the clock makes of the fields that a translation has from its source.
fn inherited(given: &Given<'_>, source: &Facts, own: Option<&Facts>) -> Vec<Standing> {
    let from = &source.fields;
    let none = Fields::default();
    let own = own.map_or(&none, |own| &own.fields);
    let fields = Fields {
        draft: own.draft.or(from.draft),
        publish: own.publish.clone().or_else(|| from.publish.clone()),
        expire: own.expire.clone().or_else(|| from.expire.clone()),
        ..Fields::default()
    };
    of_time(&fields, given.now)
}

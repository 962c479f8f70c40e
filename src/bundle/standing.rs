//! How a translation stands on the day it is to be published, and what the policy makes of that.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::facts::Fields;
use crate::project::State;
use crate::track::{PairStatus, Status};

/// How one language of an article stands. Several may hold at once; the strictest policy decides.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It says what the source says; or it is the source.
    Current,
    /// Nobody has said what it was made from.
    Untracked,
    /// No editor has approved it as it is.
    Unapproved,
    /// The source has changed since, and a translator has work to do.
    Stale,
    /// Somebody said that it is not finished: in its review or in its front matter.
    Draft,
    /// There is no text.
    Missing,
    /// Its day has not come.
    Embargoed,
    /// Its time is over.
    Expired,
    /// It has no source.
    Orphan,
    /// It belongs to a release that is not complete.
    Held,
    /// Its file cannot be read.
    Unreadable,
}

/// What becomes of a page. The later, the stricter.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[schemars(inline)]
pub enum Policy {
    /// It is published as it is.
    Publish,
    /// It is published, and says at its top what is the matter with it.
    Banner,
    /// The source is published in its place, and says so; search engines are led to the source itself.
    Source,
    /// It is not published.
    Omit,
    /// Nothing is published.
    Fail,
}

impl Standing {
    /// All of them, in the order of the report.
    pub const ALL: [Self; 11] = [
        Self::Current,
        Self::Untracked,
        Self::Unapproved,
        Self::Stale,
        Self::Draft,
        Self::Missing,
        Self::Embargoed,
        Self::Expired,
        Self::Orphan,
        Self::Held,
        Self::Unreadable,
    ];

    /// The word of `workflow.toml`, of reports and of manifests.
    pub fn name(self) -> &'static str {
        match self {
            Self::Current => "current",
            Self::Untracked => "untracked",
            Self::Unapproved => "unapproved",
            Self::Stale => "stale",
            Self::Draft => "draft",
            Self::Missing => "missing",
            Self::Embargoed => "embargoed",
            Self::Expired => "expired",
            Self::Orphan => "orphan",
            Self::Held => "held",
            Self::Unreadable => "unreadable",
        }
    }

    /// What a project may choose for it; none where there is nothing to choose.
    pub fn choices(self) -> &'static [Policy] {
        use Policy::{Banner, Fail, Omit, Publish, Source};
        match self {
            Self::Current | Self::Held | Self::Unreadable => &[],
            Self::Untracked | Self::Unapproved | Self::Stale | Self::Draft => {
                &[Publish, Banner, Source, Omit, Fail]
            }
            Self::Missing => &[Source, Omit, Fail],
            // An embargo is kept or the bundle is refused: what must not be read yet is not read.
            Self::Embargoed | Self::Expired => &[Omit, Fail],
            Self::Orphan => &[Publish, Banner, Omit, Fail],
        }
    }

    /// What becomes of it unless the project says otherwise.
    pub fn default_policy(self) -> Policy {
        match self {
            Self::Current | Self::Untracked | Self::Unapproved => Policy::Publish,
            Self::Stale => Policy::Banner,
            Self::Draft
            | Self::Missing
            | Self::Embargoed
            | Self::Expired
            | Self::Orphan
            | Self::Held => Policy::Omit,
            Self::Unreadable => Policy::Fail,
        }
    }
}

impl Policy {
    /// The word of `workflow.toml`, of reports and of manifests.
    pub fn name(self) -> &'static str {
        match self {
            Self::Publish => "publish",
            Self::Banner => "banner",
            Self::Source => "source",
            Self::Omit => "omit",
            Self::Fail => "fail",
        }
    }

    /// Whether readers get the text of this language.
    pub fn shows_translation(self) -> bool {
        matches!(self, Self::Publish | Self::Banner)
    }

    /// Whether there is a page at all.
    pub fn is_published(self) -> bool {
        self <= Self::Source
    }
}

/// Everything that holds for the source itself, without the clock.
pub(super) fn of_source(has_file: bool, readable: bool) -> Vec<Standing> {
    match (has_file, readable) {
        (false, _) => vec![Standing::Missing],
        (true, false) => vec![Standing::Unreadable],
        (true, true) => vec![Standing::Current],
    }
}

/// Everything that holds for a translation, without its front matter and the clock.
pub(super) fn of_translation(pair: &PairStatus) -> Vec<Standing> {
    let mut out = vec![match pair.status {
        Status::Missing => Standing::Missing,
        Status::Untracked => Standing::Untracked,
        // A link that moved is no reason to tell readers that they read an old text.
        Status::Stale if !pair.is_mechanical() => Standing::Stale,
        Status::Stale | Status::Current => Standing::Current,
        Status::Orphan => Standing::Orphan,
        Status::Unreadable => Standing::Unreadable,
    }];
    let text = !matches!(
        pair.status,
        Status::Missing | Status::Unreadable | Status::Orphan
    );
    if text && pair.state != Some(State::Approved) {
        out.push(Standing::Unapproved);
    }
    if text && pair.is_draft() {
        out.push(Standing::Draft);
    }
    out
}

/// What its front matter and the clock add to that.
pub(super) fn of_time(fields: &Fields, now: jiff::Timestamp) -> Vec<Standing> {
    let mut out = Vec::new();
    if fields.draft == Some(true) {
        out.push(Standing::Draft);
    }
    if fields
        .publish
        .as_ref()
        .is_some_and(|date| date.moment > now)
    {
        out.push(Standing::Embargoed);
    }
    if fields
        .expire
        .as_ref()
        .is_some_and(|date| date.moment <= now)
    {
        out.push(Standing::Expired);
    }
    out
}

/// The strictest policy of all that hold, and the standing that it is for: of what is published as it
/// is, the last that says something of it.
pub(super) fn decide(
    standings: &[Standing],
    policy: &BTreeMap<Standing, Policy>,
) -> (Standing, Policy) {
    let of = |standing: &Standing| {
        let said = policy.get(standing).copied();
        (*standing, said.unwrap_or(standing.default_policy()))
    };
    // Where nobody asks for approvals, that there is none says nothing.
    let silent = |(standing, found): &(Standing, Policy)| {
        *found == Policy::Publish
            && *standing == Standing::Unapproved
            && !policy.contains_key(standing)
    };
    let all = standings.iter().map(of).filter(|one| !silent(one));
    let strictest = all.max_by_key(|(standing, policy)| (*policy, *standing));
    strictest.unwrap_or((Standing::Current, Policy::Publish))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strictest_decides_and_names_its_reason() {
        let none = BTreeMap::new();
        let stale_draft = [Standing::Stale, Standing::Unapproved, Standing::Draft];
        assert_eq!(decide(&stale_draft, &none), (Standing::Draft, Policy::Omit));
        let both = [Standing::Stale, Standing::Unapproved];
        assert_eq!(decide(&both, &none), (Standing::Stale, Policy::Banner));
        let current = [Standing::Current, Standing::Unapproved];
        assert_eq!(
            decide(&current, &none),
            (Standing::Current, Policy::Publish)
        );
        let strict = BTreeMap::from([(Standing::Draft, Policy::Publish)]);
        let draft = [Standing::Current, Standing::Unapproved, Standing::Draft];
        assert_eq!(decide(&draft, &strict), (Standing::Draft, Policy::Publish));
        let strict = BTreeMap::from([(Standing::Unapproved, Policy::Fail)]);
        assert_eq!(decide(&both, &strict), (Standing::Unapproved, Policy::Fail));
    }

    #[test]
    fn every_default_may_be_chosen() {
        for standing in Standing::ALL {
            let choices = standing.choices();
            assert!(choices.is_empty() || choices.contains(&standing.default_policy()));
        }
    }
}

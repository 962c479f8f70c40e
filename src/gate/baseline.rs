//! Findings that were there when a project began to check: a ratchet that may only shrink.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Deserialize;
use thiserror::Error;

use crate::checks::engine::Finding;

/// The findings that are known, by check, article and fingerprint, with how often each stands there.
///
/// The file is plain text that merges well: a line per finding, sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    known: BTreeMap<(String, String, String), usize>,
}

/// Why a file is no baseline.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{reason}")]
pub struct BaselineError {
    /// What is wrong.
    pub reason: String,
    /// Its bytes.
    pub range: std::ops::Range<usize>,
}

/// The file, word for word.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: u32,
    #[serde(default)]
    finding: Vec<Entry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    check: String,
    article: String,
    fingerprint: String,
    #[serde(default = "once")]
    count: usize,
}

fn once() -> usize {
    1
}

impl Baseline {
    /// The baseline of these findings.
    pub fn of<'f>(findings: impl IntoIterator<Item = &'f Finding>) -> Self {
        let mut known = BTreeMap::new();
        for found in findings {
            *known.entry(key(found)).or_default() += 1;
        }
        Self { known }
    }

    /// Reads the text of a baseline file.
    pub fn parse(text: &str) -> Result<Self, BaselineError> {
        let said: File = toml::from_str(text).map_err(|error| BaselineError {
            reason: error.message().to_owned(),
            range: error.span().unwrap_or_default(),
        })?;
        if said.version != 1 {
            return Err(BaselineError {
                reason: format!("version = {}", said.version),
                range: 0..0,
            });
        }
        let entries = said.finding.into_iter();
        let known = entries.map(|one| ((one.check, one.article, one.fingerprint), one.count));
        Ok(Self {
            known: known.collect(),
        })
    }

    /// How many findings it knows.
    pub fn len(&self) -> usize {
        self.known.values().sum()
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Takes out the findings that are known; how many there were.
    pub fn take_out(&self, findings: &mut Vec<Finding>) -> usize {
        let before = findings.len();
        let mut known = self.shrunk(&Self::of(&*findings)).known;
        findings.retain(|found| match known.get_mut(&key(found)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        });
        before - findings.len()
    }

    /// What is left of it when only what is still found is kept: it never grows. What is not found any
    /// more in its article may be found in another, which is what a rename looks like.
    #[must_use]
    pub fn shrunk(&self, found: &Self) -> Self {
        let mut known = BTreeMap::new();
        // What is left over of each check and fingerprint, on both sides.
        let mut lost: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for (key, count) in &self.known {
            let kept = found
                .known
                .get(key)
                .copied()
                .unwrap_or_default()
                .min(*count);
            if kept > 0 {
                known.insert(key.clone(), kept);
            }
            *lost.entry((&key.0, &key.2)).or_default() += count - kept;
        }
        for (key, count) in &found.known {
            let left = count - known.get(key).copied().unwrap_or_default();
            if let Some(lost) = lost.get_mut(&(key.0.as_str(), key.2.as_str()))
                && left > 0
                && *lost > 0
            {
                let moved = left.min(*lost);
                *lost -= moved;
                *known.entry(key.clone()).or_default() += moved;
            }
        }
        Self { known }
    }

    /// The text of its file.
    pub fn to_toml(&self) -> String {
        let mut out = String::from("version = 1\n");
        for ((check, article, fingerprint), count) in &self.known {
            let article = toml::Value::from(article.as_str());
            let _ = write!(
                out,
                "\n[[finding]]\ncheck = \"{check}\"\narticle = {article}\nfingerprint = \"{fingerprint}\"\n"
            );
            if *count > 1 {
                let _ = writeln!(out, "count = {count}");
            }
        }
        out
    }
}

fn key(found: &Finding) -> (String, String, String) {
    (
        found.diagnostic.code.name().to_owned(),
        found.article.clone(),
        found.fingerprint.to_string(),
    )
}

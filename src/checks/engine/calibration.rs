//! Checks that cry wolf are asked to speak lower: one that fires on a share of all segments does not
//! know this project's ways.

use std::collections::BTreeMap;

use super::findings::Finding;
use crate::diagnostic::{Code, Severity};

/// The share of segments that a check may fire on.
const SHARE: f64 = 0.05;

/// With fewer findings than this a share says nothing.
const FEW: usize = 20;

/// A check whose findings count less in this run.
#[derive(Debug, Clone, PartialEq)]
pub struct Demoted {
    /// The check.
    pub code: Code,
    /// How many findings it had.
    pub findings: usize,
    /// How many segments there were.
    pub segments: usize,
}

/// Makes the findings of checks that fire on more than one segment in twenty worth knowing only.
/// What files and records say is no guess and stays what it is.
pub fn calibrate(findings: &mut [Finding], segments: usize) -> Vec<Demoted> {
    let mut counts: BTreeMap<Code, usize> = BTreeMap::new();
    for found in findings.iter().filter(|found| guessed(found)) {
        *counts.entry(found.diagnostic.code).or_default() += 1;
    }
    #[expect(clippy::cast_precision_loss, reason = "nobody has 2^52 segments")]
    let most = (segments as f64) * SHARE;
    #[expect(clippy::cast_precision_loss, reason = "nor so many findings")]
    counts.retain(|_, count| *count >= FEW && *count as f64 > most);
    for found in &mut *findings {
        if guessed(found) && counts.contains_key(&found.diagnostic.code) {
            found.diagnostic.severity = Severity::Info;
        }
    }
    let demoted = counts.into_iter().map(|(code, findings)| Demoted {
        code,
        findings,
        segments,
    });
    demoted.collect()
}

/// Whether a finding comes from reading words, and counts by itself.
fn guessed(found: &Finding) -> bool {
    let spoken = found.diagnostic.severity != Severity::Info;
    spoken && found.diagnostic.primary.span.end > 0
}

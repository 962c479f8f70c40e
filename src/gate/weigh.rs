//! What comes of a run: findings with their weight, and what the exit code says of them.

use std::collections::BTreeMap;

use super::baseline::Baseline;
use super::ignores::Ignored;
use crate::checks::engine::{Demoted, Finding};
use crate::diagnostic::{Code, Severity};

/// A finding, and whether the policy fails on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weighed {
    /// What was seen.
    pub finding: Finding,
    /// Whether it fails.
    pub fails: bool,
}

/// Everything that a run has to say.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Outcome {
    /// What was found, by article, language and place.
    pub findings: Vec<Weighed>,
    /// What was found and is no mistake, as people say, with their reasons.
    pub ignored: Vec<Ignored>,
    /// Checks that fired on so much that their findings count less.
    pub demoted: Vec<Demoted>,
    /// What a baseline of today would know: every error and warning, and what is required.
    pub today: Baseline,
    /// How many findings were known before and are left out.
    pub known: usize,
    /// How many articles were looked at.
    pub articles: usize,
    /// How many segments were.
    pub segments: usize,
    /// Whether something could not be looked at, so that nobody may say that all is well.
    pub partial: bool,
}

/// How many findings there are of each kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// What is worth knowing.
    pub infos: usize,
    /// Those that fail, whatever they are.
    pub failing: usize,
}

impl Outcome {
    /// How many findings there are.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for one in &self.findings {
            match one.finding.diagnostic.severity {
                Severity::Error => counts.errors += 1,
                Severity::Warning => counts.warnings += 1,
                Severity::Info => counts.infos += 1,
            }
            counts.failing += usize::from(one.fails);
        }
        counts
    }

    /// How often each check fired.
    pub fn by_code(&self) -> BTreeMap<Code, usize> {
        let mut out = BTreeMap::new();
        for one in &self.findings {
            *out.entry(one.finding.diagnostic.code).or_default() += 1;
        }
        out
    }

    /// The exit code: 2 if something could not be looked at, 1 if a finding fails, else 0.
    pub fn exit(&self) -> u8 {
        match self.findings.iter().any(|one| one.fails) {
            _ if self.partial => 2,
            true => 1,
            false => 0,
        }
    }
}

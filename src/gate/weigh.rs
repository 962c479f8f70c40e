//! What comes of a run: findings with their weight, and what the exit code says of them.

use std::collections::BTreeMap;

use super::baseline::Baseline;
use super::ignores::Ignored;
use super::looked::{Looked, hides};
use super::run::Asked;
use crate::checks::engine::{Demoted, Finding, Rules, calibrate};
use crate::diagnostic::{Code, Severity};
use crate::text::{Lang, Span};

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
    /// The SHA-256 of each file that a fix is offered for, as it was looked at.
    pub texts: BTreeMap<String, String>,
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
    /// Leaves out what a baseline knows.
    pub fn forget(&mut self, baseline: &Baseline) {
        let mut findings: Vec<Finding> = Vec::new();
        let mut weights = BTreeMap::new();
        for one in self.findings.drain(..) {
            weights.insert(one.finding.fingerprint, one.fails);
            findings.push(one.finding);
        }
        self.known += baseline.take_out(&mut findings);
        let weighed = findings.into_iter().map(|finding| Weighed {
            fails: weights
                .get(&finding.fingerprint)
                .is_some_and(|fails| *fails),
            finding,
        });
        self.findings = weighed.collect();
    }

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

/// Leaves out what is not asked for or was known before, and says of the rest what fails.
pub(super) fn weigh(
    all: Looked,
    out: &mut Outcome,
    (rules, asked, languages): (&Rules, &Asked<'_>, &[Lang]),
) {
    let wanted = |found: &Finding| {
        let lang = found.lang.as_ref();
        let spoken = lang.is_none_or(|lang| languages.is_empty() || languages.contains(lang));
        spoken && asked.wants(found.diagnostic.code.name())
    };
    out.articles = all.articles;
    out.segments = all.segments;
    out.texts = all.texts;
    out.ignored = all.ignored;
    out.ignored.retain(|one| wanted(&one.finding));
    let mut findings = all.found;
    findings.retain(wanted);
    let new = findings.len();
    // A check is as loud in what is new as it is in all that was looked at.
    findings.extend(all.old.into_iter().filter(wanted));
    for found in &mut findings {
        // Before anything is said lower: a check that is loud must not open the gate.
        found.required |= fails(found, rules);
    }
    let counts = |found: &&Finding| found.required || found.diagnostic.severity > Severity::Info;
    out.today = Baseline::of(findings[..new].iter().filter(counts));
    if all.articles >= MANY {
        out.demoted = calibrate(&mut findings, out.segments);
    }
    findings.truncate(new);
    if let Some(baseline) = asked.baseline {
        out.known += baseline.take_out(&mut findings);
    }
    out.partial |= !all.hidden.is_empty();
    findings.extend(all.hidden.into_iter().map(Finding::of_file));
    findings.sort_by(|a, b| place(a).cmp(&place(b)));
    // Two articles may meet with the same file, as the base of a text that both once were.
    findings.dedup_by(|a, b| hides(a.diagnostic.code) && a == b);
    let weighed = findings.into_iter().map(|finding| Weighed {
        fails: finding.required || fails(&finding, rules),
        finding,
    });
    out.findings = weighed.collect();
}

/// The ways of a project show in so many articles; in fewer a check that is loud may well be right.
const MANY: usize = 5;

/// Whether the policy fails on a finding as it is.
fn fails(found: &Finding, rules: &Rules) -> bool {
    let code = found.diagnostic.code;
    // What an author should know of a change is no mistake in it.
    if code == Code::MAKES_STALE || code == Code::BASE_NOT_MOVED {
        return rules.policy.codes.contains(code.name());
    }
    hides(code) || rules.policy.fails(code, found.diagnostic.severity)
}

/// By article, file and place.
fn place(found: &Finding) -> (&str, &Span, Code, &str) {
    let diagnostic = &found.diagnostic;
    let place = &diagnostic.primary.span;
    (&found.article, place, diagnostic.code, &found.token)
}

//! A run: the checks over a whole project, or over some files of none.

use std::collections::{BTreeMap, BTreeSet};

use super::baseline::Baseline;
use super::ignores::{IgnoreList, take_out, unused};
use super::since::Since;
use super::weigh::{Outcome, Weighed};
use crate::checks::engine::{Checked, Finding, Rules, calibrate, check_article, settle};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::project::{Discovery, Project, ProjectError};
use crate::text::{Lang, Span};
use crate::track::{ArticleStatus, Scope, Sources, Status, visit};

/// What of a run is wanted.
#[derive(Default)]
pub struct Asked<'a> {
    /// Only findings of these codes; all when empty.
    pub only: &'a [String],
    /// No findings of these.
    pub skip: &'a [String],
    /// What was known before.
    pub baseline: Option<&'a Baseline>,
    /// Only what got worse since a revision.
    pub since: Option<&'a Since<'a>>,
}

impl Asked<'_> {
    fn wants(&self, code: Code) -> bool {
        let named = |names: &[String]| names.iter().any(|name| name == code.name());
        (self.only.is_empty() || named(self.only)) && !named(self.skip)
    }
}

/// What is kept of one article.
struct Kept {
    checked: Checked,
    waiting: Vec<(Lang, usize, usize)>,
    unreadable: bool,
}

/// Checks the articles of a project that `scope` wants.
pub fn check_project(
    project: &Project,
    discovery: &Discovery,
    (rules, scope, asked): (&Rules, &Scope<'_>, &Asked<'_>),
) -> Result<Outcome, ProjectError> {
    let visited = visit(project, discovery, scope, &|sources, status| Kept {
        checked: check_one((rules, project), (sources, &status), asked.since),
        waiting: waiting(&status),
        unreadable: status
            .pairs
            .iter()
            .any(|pair| pair.status == Status::Unreadable),
    })?;
    let mut all = Checked::default();
    let mut out = Outcome {
        articles: visited.taken.len(),
        ..Outcome::default()
    };
    let mut waiting: BTreeMap<Lang, (usize, usize)> = BTreeMap::new();
    for kept in visited.taken {
        out.partial |= kept.unreadable;
        for (lang, segments, words) in kept.waiting {
            let sum = waiting.entry(lang).or_default();
            *sum = (sum.0 + segments, sum.1 + words);
        }
        all.merge(kept.checked);
    }
    all.diagnostics.extend(visited.diagnostics);
    let list = IgnoreList::read(project);
    all.diagnostics.extend(list.diagnostics);
    all.ignores
        .extend(list.ignores.into_iter().map(|(_, ignore)| ignore));
    all.findings.extend(settle(rules, &all.facts));
    let tolerated: BTreeSet<Lang> = waiting
        .into_iter()
        .filter(|(_, (segments, words))| {
            *segments <= rules.policy.stale_segments && *words <= rules.policy.stale_words
        })
        .map(|(lang, _)| lang)
        .collect();
    weigh(all, &mut out, (rules, asked, scope.languages));
    for one in &mut out.findings {
        let stale = one.finding.diagnostic.code.name() == "stale";
        let lang = one.finding.lang.as_ref();
        let tolerated = stale && lang.is_some_and(|lang| tolerated.contains(lang));
        one.fails |= one.finding.required && !tolerated;
    }
    Ok(out)
}

/// Checks an article; with a revision, only if it was touched, and only what got worse.
fn check_one(
    (rules, project): (&Rules, &Project),
    (sources, status): (&mut Sources<'_>, &ArticleStatus),
    since: Option<&Since<'_>>,
) -> Checked {
    let Some(since) = since else {
        return check_article(rules, sources, status);
    };
    if !since.touched(sources, status) {
        return Checked::default();
    }
    let mut checked = check_article(rules, sources, status);
    since.worse((rules, project), (sources, status), &mut checked);
    checked
}

/// Weighs what the checks said of files of no project.
pub fn check_files(checked: Checked, rules: &Rules, asked: &Asked<'_>) -> Outcome {
    let mut out = Outcome {
        articles: 1,
        ..Outcome::default()
    };
    weigh(checked, &mut out, (rules, asked, &[]));
    out
}

/// How much of each translation waits for a translator.
fn waiting(status: &ArticleStatus) -> Vec<(Lang, usize, usize)> {
    let stale = status.pairs.iter().filter_map(|pair| {
        let work = pair.work?;
        Some((pair.lang.clone(), work.segments + work.removed, work.words))
    });
    stale.collect()
}

fn weigh(
    mut checked: Checked,
    out: &mut Outcome,
    (rules, asked, languages): (&Rules, &Asked<'_>, &[Lang]),
) {
    out.segments = checked.segments;
    out.partial |= checked.diagnostics.iter().any(hides);
    let (ignored, idle) = take_out(&mut checked.findings, checked.ignores);
    out.ignored = ignored;
    let idle = idle.iter().filter(|ignore| {
        let ran = crate::checks::find(&ignore.check);
        ran.is_none_or(|entry| asked.wants(entry.code))
    });
    checked.diagnostics.extend(idle.map(unused));
    let mut findings = checked.findings;
    findings.extend(checked.diagnostics.into_iter().map(Finding::of_file));
    findings.retain(|found| {
        let lang = found.lang.as_ref();
        let spoken = lang.is_none_or(|lang| languages.is_empty() || languages.contains(lang));
        spoken && asked.wants(found.diagnostic.code)
    });
    out.demoted = calibrate(&mut findings, out.segments);
    let counts = |found: &&Finding| found.required || found.diagnostic.severity > Severity::Info;
    out.today = Baseline::of(findings.iter().filter(counts));
    if let Some(baseline) = asked.baseline {
        out.known += baseline.take_out(&mut findings);
    }
    findings.sort_by(|a, b| place(a).cmp(&place(b)));
    out.findings = findings
        .into_iter()
        .map(|finding| Weighed {
            fails: rules
                .policy
                .fails(finding.diagnostic.code, finding.diagnostic.severity),
            finding,
        })
        .collect();
}

/// By article, file and place.
fn place(found: &Finding) -> (&str, &Span, Code, &str) {
    let diagnostic = &found.diagnostic;
    let place = &diagnostic.primary.span;
    (&found.article, place, diagnostic.code, &found.token)
}

/// Whether this says that something could not be looked at.
fn hides(found: &Diagnostic) -> bool {
    const HIDING: [Code; 7] = [
        Code::UNREADABLE,
        Code::INVALID_UTF8,
        Code::BINARY_FILE,
        Code::TOO_LARGE,
        Code::TOO_MANY_LINES,
        Code::LONG_LINE,
        Code::SYMBOLIC_LINK,
    ];
    HIDING.contains(&found.code)
}

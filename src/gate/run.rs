//! A run: the checks over a whole project, or over some files of none.

use std::collections::{BTreeMap, BTreeSet};

use super::baseline::Baseline;
use super::ignores::{IgnoreList, idle, unused};
use super::interface::{Round, is_interface};
use super::looked::Looked;
use super::since::Since;
use super::uses::{OF_INTERFACE, of_interface};
use super::weigh::{Outcome, weigh};
use crate::checks::engine::{Checked, Finding, Rules, check_article, settle};
use crate::diagnostic::Diagnostic;
use crate::project::{Article, Discovery, Project, ProjectError};
use crate::text::Lang;
use crate::track::{ArticleStatus, PairStatus, Scope, Sources, Status, Surveyor};

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
    /// Whether findings of this name are wanted.
    pub(super) fn wants(&self, name: &str) -> bool {
        let named = |names: &[String]| names.iter().any(|one| one == name);
        (self.only.is_empty() || named(self.only)) && !named(self.skip)
    }
}

/// What is kept of one article.
struct Kept {
    name: String,
    looked: Looked,
    waiting: Vec<(Lang, usize, usize)>,
    unreadable: bool,
}

impl Kept {
    fn new(looked: Looked, status: &ArticleStatus) -> Self {
        let unreadable = |pair: &PairStatus| pair.status == Status::Unreadable;
        Self {
            name: status.name.clone(),
            looked,
            waiting: waiting(status),
            unreadable: status.pairs.iter().any(unreadable),
        }
    }
}

/// Checks the articles of a project that `scope` wants.
///
/// With a revision, what only all pages together can show is not looked at: most of them are not read.
pub fn check_project(
    project: &Project,
    discovery: &Discovery,
    (rules, scope, asked): (&Rules, &Scope<'_>, &Asked<'_>),
) -> Result<Outcome, ProjectError> {
    let list = IgnoreList::read(project);
    let surveyor = Surveyor::new(project, discovery)?;
    let wanted = surveyor.wanted(scope);
    // What is compared with a revision goes file by file.
    let together = |found: &(usize, &Article)| asked.since.is_none() && is_interface(found.1);
    let (interface, articles): (Vec<_>, Vec<_>) = wanted.into_iter().partition(together);
    let mut taken = surveyor.visit(articles, scope, &|sources, status| {
        let looked = match asked.since {
            None => look(rules, (sources, &status), &list),
            Some(since) => since.look((rules, project), (sources, &status), &list),
        };
        Kept::new(looked, &status)
    });
    let all = discovery.articles.iter();
    let others = all.filter(|one| scope.articles.is_some_and(|wants| !wants(one)));
    let round = Round {
        others: others.filter(|one| is_interface(one)).collect(),
        project,
        surveyor: &surveyor,
        rules,
        scope,
        list: &list,
    };
    let messages = round.check(interface);
    let files = messages.files.into_iter();
    taken.extend(files.map(|file| Kept::new(file.looked, &file.pairs)));
    let mut out = Outcome::default();
    let mut all = Looked::default();
    let mut waits: BTreeMap<Lang, (usize, usize)> = BTreeMap::new();
    let names: BTreeSet<String> = taken.iter().map(|kept| kept.name.clone()).collect();
    for kept in taken {
        out.partial |= kept.unreadable;
        for (lang, segments, words) in kept.waiting {
            let sum = waits.entry(lang).or_default();
            *sum = (sum.0 + segments, sum.1 + words);
        }
        all.merge(kept.looked);
    }
    let mut wrong = surveyor.diagnostics(scope.articles.is_none().then_some(&names));
    if let Some(since) = asked.since {
        wrong.retain(|found| since.is_new(project, found));
    }
    wrong.extend(list.diagnostics.iter().cloned());
    let mut checked = Checked::default();
    if scope.articles.is_none() && asked.since.is_none() {
        checked = of_interface(project, messages.defined, (rules, asked));
    }
    checked.diagnostics.extend(messages.diagnostics);
    checked.diagnostics.extend(wrong);
    all.merge(of_project(rules, (checked, asked), (&all, &list)));
    let unused = idle_notes((scope, asked), &all, &list);
    all.found.extend(unused.into_iter().map(Finding::of_file));
    let tolerated: BTreeSet<Lang> = waits
        .into_iter()
        .filter(|(_, (segments, words))| rules.policy.tolerates(*segments, *words))
        .map(|(lang, _)| lang)
        .collect();
    weigh(all, &mut out, (rules, asked, scope.languages));
    for one in &mut out.findings {
        let stale = one.finding.diagnostic.code.name() == "stale";
        let lang = one.finding.lang.as_ref();
        let tolerated = stale && lang.is_some_and(|lang| tolerated.contains(lang));
        one.fails &= !tolerated;
    }
    // A pattern that fits nothing must not be a green build for ever.
    out.partial |= discovery.articles.is_empty();
    Ok(out)
}

/// Weighs what the checks said of files of no project.
pub fn check_files(checked: Checked, rules: &Rules, asked: &Asked<'_>) -> Outcome {
    let mut out = Outcome::default();
    let list = IgnoreList::default();
    let mut all = Looked::new(checked, &list.ignores);
    let unused = idle_notes((&Scope::default(), asked), &all, &list);
    all.found.extend(unused.into_iter().map(Finding::of_file));
    weigh(all, &mut out, (rules, asked, &[]));
    out
}

/// What is found in an article.
pub(super) fn look(
    rules: &Rules,
    (sources, status): (&mut Sources<'_>, &ArticleStatus),
    list: &IgnoreList,
) -> Looked {
    let checked = check_article(rules, sources, status);
    Looked::new(checked, &list.ignores).with_files(sources)
}

/// What is wrong with the project as a whole, and what only all of its pages together show.
fn of_project(
    rules: &Rules,
    (mut checked, asked): (Checked, &Asked<'_>),
    (all, list): (&Looked, &IgnoreList),
) -> Looked {
    if asked.since.is_none() {
        checked.findings.extend(settle(rules, &all.facts));
    }
    let notes = all.notes.iter().map(|note| (String::new(), note.clone()));
    let notes: Vec<_> = notes.chain(list.ignores.iter().cloned()).collect();
    Looked {
        articles: 0,
        ..Looked::new(checked, &notes)
    }
}

/// The notes that speak of no finding any more, as far as a run can tell that looked at these.
fn idle_notes(
    (scope, asked): (&Scope<'_>, &Asked<'_>),
    all: &Looked,
    list: &IgnoreList,
) -> Vec<Diagnostic> {
    // What was found in the languages that were left out, nobody knows.
    if !scope.languages.is_empty() {
        return Vec::new();
    }
    let whole = scope.articles.is_none() && asked.since.is_none();
    let listed = list.ignores.iter();
    let listed = listed.filter(|(file, _)| whole || all.files.contains(file));
    let ignores = all.notes.iter().chain(listed.map(|(_, ignore)| ignore));
    let of_site = |name: &str| {
        all.facts.keys().any(|(check, _)| *check == name) || OF_INTERFACE.contains(&name)
    };
    let mut out = Vec::new();
    for note in idle(ignores, &all.ignored) {
        let was_idle = (note.check.clone(), note.fingerprint.clone());
        let unknown = !whole && of_site(&note.check) || all.idle_then.contains(&was_idle);
        if !unknown && asked.wants(&note.check) {
            out.push(unused(note));
        }
    }
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

//! From a project to bundles that are published: everything that has to be done, in its order.

use std::collections::BTreeMap;
use std::path::Path;

use super::archive::Archive;
use super::assets::Assets;
use super::audit::Audit;
use super::form::FormEntry;
use super::gather::{Gathering, gather};
use super::inputs::Inputs;
use super::known::Known;
use super::make::{later, make, planned};
use super::plan::{Given, Plan, Slugs};
use super::record;
use super::settings::Settings;
use super::words::Words;
use super::work::Work;
use crate::checks::engine::Rules;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::project::{Discovery, Project, ProjectError, Reason};
use crate::text::{Digest, Lang, Span};
use jiff::Timestamp;
use rayon::prelude::*;

/// What is asked of a run.
pub struct Asked<'a> {
    /// The form.
    pub form: &'static FormEntry,
    /// How each bundle is packed; none for folders.
    pub archive: Option<Archive>,
    /// Where bundles are published.
    pub output: &'a Path,
    /// The time.
    pub now: Timestamp,
    /// Whether to decide only, and write nothing.
    pub dry_run: bool,
    /// Whether new addresses may be written down; if not, they are a reason to refuse.
    pub locked: bool,
    /// What this run is of: the digest of the project file, of the program and of its caches.
    pub salt: Digest,
    /// The checks that every page is looked at with before readers have it.
    pub audit: &'a Rules,
    /// Called when something is done: an article is read, a file is made.
    pub progress: &'a (dyn Fn(Step) + Sync),
}

/// How far a run is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// An article is read.
    Read,
    /// So many files are to be there.
    Files(usize),
    /// A file is there.
    Made,
}

/// What came of a run.
pub struct Assembled {
    /// What was decided.
    pub plan: Plan,
    /// What is known of the articles.
    pub gathering: Gathering,
    /// What is wrong, by place. With an error among it, nothing was published.
    pub diagnostics: Vec<Diagnostic>,
    /// The texts of pages that diagnostics speak of, by their paths in what is published.
    pub texts: BTreeMap<String, String>,
    /// What was done about the files.
    pub done: Done,
}

/// What was done about the files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Done {
    /// Something was in the way, or only a decision was asked for.
    #[default]
    Nothing,
    /// What is published is what would be: nothing was written.
    Unchanged {
        /// How many files there are.
        files: usize,
    },
    /// A new bundle is published.
    Published {
        /// How many files there are.
        files: usize,
        /// How many of them were made, and not taken over.
        made: usize,
        /// The size of them all, in bytes.
        bytes: u64,
    },
}

/// Assembles the bundles of a project.
pub fn assemble(
    (project, discovery): (&Project, &Discovery),
    (settings, rules): (&Settings, &Rules),
    asked: &Asked<'_>,
) -> Result<Assembled, ProjectError> {
    let (known, (slugs, mut wrong)) = rayon::join(
        || Known::read(&project.root, &asked.salt),
        || read_slugs(project, settings),
    );
    let read = || (asked.progress)(Step::Read);
    let gathering = gather((project, discovery, settings), (known, &asked.salt), &read)?;
    let collections = project.config.collections.iter();
    let translated: Vec<_> = collections.map(|one| one.translate.clone()).collect();
    let articles = discovery.articles.iter();
    let sources = articles.flat_map(|one| one.files.values());
    let sources = sources
        .map(|path| path.to_string().to_lowercase())
        .collect();
    let given = Given {
        articles: &gathering.articles,
        settings,
        sources: &sources,
        translated: &translated,
        slugs: &slugs,
        rules,
        now: asked.now,
    };
    let plan = Plan::new(&given);
    wrong.extend(plan.diagnostics.iter().cloned());
    wrong.extend(gathering.diagnostics.iter().cloned().map(serious));
    wrong.extend(addresses(settings, asked.form));
    let exists = |path: &str| project.root.is_file(path);
    let (leads, broken) = plan.links(&given, &exists);
    wrong.extend(broken);
    let mut files = record::known_files(&project.root);
    let (assets, found) = Assets::new(project, (settings, &plan, &leads), &mut files);
    wrong.extend(found);
    let (words, found) = words((project, settings), &plan);
    wrong.extend(found);
    let mut done = Done::Nothing;
    let mut texts = BTreeMap::new();
    if !has_error(&wrong) {
        let inputs = Inputs {
            gathering: &gathering,
            plan: &plan,
            leads: &leads,
            assets: &assets,
            words: &words,
        };
        let work = Work {
            digest: inputs.digest(&asked.salt),
            project,
            settings,
            articles: &gathering.articles,
            plan: &plan,
            leads: &leads,
            assets: &assets,
            words: &words,
            rules,
        };
        wrong.extend(new_slugs((&slugs, &plan.slugs), asked));
        if asked.dry_run {
            // All that can be told without making a page.
            let _ = planned(&work, asked, &mut wrong);
        } else if !has_error(&wrong) {
            let audit = Audit::new(&work, asked.audit);
            let keep = || keep_slugs(project, (&slugs, &plan.slugs));
            done = make(&work, (asked, &audit, &keep), &mut wrong)?;
            texts = audit.texts();
        }
        if !asked.dry_run {
            gathering.keep(&project.root, &asked.salt);
            record::keep_files(&project.root, &files);
        }
    }
    later((leads, sources, slugs, assets));
    wrong.sort_by(|a, b| (&a.primary.span, a.code).cmp(&(&b.primary.span, b.code)));
    wrong.dedup();
    Ok(Assembled {
        plan,
        gathering,
        diagnostics: wrong,
        texts,
        done,
    })
}

/// Where nothing is found, what is published would be replaced by nothing: nobody wants that.
fn serious(mut found: Diagnostic) -> Diagnostic {
    if found.code == Code::EMPTY_COLLECTION {
        found.severity = Severity::Error;
    }
    found
}

pub(super) fn has_error(found: &[Diagnostic]) -> bool {
    found.iter().any(|one| one.severity == Severity::Error)
}

/// Tells languages without an address where the form needs one.
fn addresses(settings: &Settings, form: &FormEntry) -> Vec<Diagnostic> {
    let without = settings
        .languages
        .iter()
        .filter(|one| form.needs_address && one.url.is_none());
    let tell = |one: &super::settings::Language| {
        let found = Diagnostic::new(Code::NO_ADDRESS, Span::file(crate::project::FILE));
        found.with("lang", &one.lang)
    };
    // One line of the project file mends all of them.
    without.map(tell).take(1).collect()
}

/// The words of the pages of each edition.
fn words((project, settings): (&Project, &Settings), plan: &Plan) -> (Vec<Words>, Vec<Diagnostic>) {
    let editions = plan.editions.iter();
    let read = editions.map(|edition| Words::read(project, &settings.messages, &edition.lang));
    let (words, wrong): (_, Vec<_>) = read.unzip();
    let mut wrong: Vec<Diagnostic> = wrong.into_iter().flatten().collect();
    // A name that means no file in any language is a slip.
    for pattern in &settings.messages {
        let editions = plan.editions.iter();
        let mut paths = editions.map(|one| pattern.replace("{lang}", &one.lang.to_string()));
        if paths.all(|path| project.root.is_file(&path).is_ok_and(|there| !there)) {
            let found = Diagnostic::new(Code::UNREADABLE, Span::file(pattern.as_str()));
            wrong.push(found.with("reason", Reason::NotFound.name()));
        }
    }
    (words, wrong)
}

/// The addresses that articles had, by language.
fn read_slugs(project: &Project, settings: &Settings) -> (BTreeMap<Lang, Slugs>, Vec<Diagnostic>) {
    let mut out = BTreeMap::new();
    let mut wrong = Vec::new();
    let languages = settings.languages.par_iter().map(|language| {
        let path = Slugs::path(&language.lang);
        let text = project.root.read_if_any(&path)?;
        let slugs = Slugs::parse(&path, &text.unwrap_or_default())?;
        Ok((language.lang.clone(), slugs))
    });
    for found in languages.collect::<Vec<Result<_, Box<Diagnostic>>>>() {
        match found {
            Ok((lang, slugs)) => {
                out.insert(lang, slugs);
            }
            Err(found) => wrong.push(*found),
        }
    }
    (out, wrong)
}

/// Tells addresses that are new where none may be.
fn new_slugs(
    (old, new): (&BTreeMap<Lang, Slugs>, &BTreeMap<Lang, Slugs>),
    asked: &Asked<'_>,
) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    for (lang, _) in changed(old, new).filter(|_| asked.locked) {
        let place = Span::file(Slugs::path(lang));
        out.push(Diagnostic::new(Code::NEW_ADDRESSES, place).with("lang", lang));
    }
    out
}

/// Writes down the addresses that are new, right before anybody can see them.
fn keep_slugs(
    project: &Project,
    (old, new): (&BTreeMap<Lang, Slugs>, &BTreeMap<Lang, Slugs>),
) -> Result<(), ProjectError> {
    for (lang, slugs) in changed(old, new) {
        let text = slugs.to_toml();
        project.root.write(&Slugs::path(lang), text.as_bytes())?;
    }
    Ok(())
}

fn changed<'a>(
    old: &'a BTreeMap<Lang, Slugs>,
    new: &'a BTreeMap<Lang, Slugs>,
) -> impl Iterator<Item = (&'a Lang, &'a Slugs)> {
    let new = new.iter().filter(|(_, slugs)| !slugs.pages.is_empty());
    new.filter(|(lang, slugs)| old.get(lang) != Some(slugs))
}

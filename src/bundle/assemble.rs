//! From a project to bundles that are published: everything that has to be done, in its order.

use std::collections::BTreeMap;
use std::path::Path;

use jiff::Timestamp;
use rayon::prelude::*;

use super::archive::{self, Archive};
use super::assets::Assets;
use super::audit::Audit;
use super::form::{Form, FormEntry, Job, Made, Planned};
use super::gather::{Gathering, Known, gather};
use super::manifest;
use super::plan::{Given, Plan, Slugs};
use super::record::{self, Kept, Record};
use super::settings::Settings;
use super::words::Words;
use super::work::Work;
use crate::checks::engine::Rules;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::project::{Discovery, Output, Project, ProjectError, Staging};
use crate::text::{Digest, Digester, Lang, Span};

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
    let known = record::known_articles(&project.root);
    let read = || (asked.progress)(Step::Read);
    let gathering = gather((project, discovery, settings), (&known, &asked.salt), &read)?;
    let (slugs, mut wrong) = read_slugs(project, settings);
    let translated: Vec<_> = project
        .config
        .collections
        .iter()
        .map(|one| one.translate.clone())
        .collect();
    let given = Given {
        articles: &gathering.articles,
        settings,
        translated: &translated,
        slugs: &slugs,
        rules,
        now: asked.now,
    };
    let plan = Plan::new(&given);
    wrong.extend(plan.diagnostics.iter().cloned());
    wrong.extend(gathering.diagnostics.iter().cloned());
    wrong.extend(addresses(settings, asked.form));
    let exists = |path: &str| project.root.is_file(path);
    let (leads, broken) = plan.links(&given, &exists);
    wrong.extend(broken);
    let mut files = record::known_files(&project.root);
    let (assets, found) = Assets::new(project, (settings, &plan, &leads), &mut files);
    wrong.extend(found);
    let mut words = Vec::new();
    for edition in &plan.editions {
        let (one, found) = Words::read(project, &settings.messages, &edition.lang);
        words.push(one);
        wrong.extend(found);
    }
    let mut done = Done::Nothing;
    let mut texts = BTreeMap::new();
    if !has_error(&wrong) && !asked.dry_run {
        let work = Work {
            project,
            settings,
            articles: &gathering.articles,
            plan: &plan,
            leads: &leads,
            assets: &assets,
            words: &words,
            rules,
        };
        wrong.extend(keep_slugs(project, (&slugs, &plan.slugs), asked)?);
        if !has_error(&wrong) {
            let audit = Audit::new(&work, asked.audit);
            done = make(&work, (asked, &audit), &mut wrong)?;
            texts = audit.texts();
        }
        remember(project, (&gathering, &known), &files);
    }
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

fn has_error(found: &[Diagnostic]) -> bool {
    found.iter().any(|one| one.severity == Severity::Error)
}

/// Makes the files, or finds that there is nothing to make.
fn make(
    work: &Work<'_>,
    (asked, audit): (&Asked<'_>, &Audit<'_>),
    wrong: &mut Vec<Diagnostic>,
) -> Result<Done, ProjectError> {
    let root = &work.project.root;
    let form = match (asked.form.open)(work) {
        Ok(form) => form,
        Err(found) => {
            wrong.extend(found);
            return Ok(Done::Nothing);
        }
    };
    let mut files = form.files(work);
    files.sort_by_cached_key(Planned::whole_path);
    wrong.extend(twice(&files));
    wrong.extend(work.words.iter().flat_map(Words::wrong));
    if has_error(wrong) {
        return Ok(Done::Nothing);
    }
    (asked.progress)(Step::Files(files.len()));
    let marker = marker(&files, asked);
    let output = Output::at(root, asked.output)?;
    let published = output.published();
    let old = published
        .as_ref()
        .and_then(|marker| Record::read(root, marker));
    let old = old.unwrap_or_default();
    if published.as_ref() == Some(&marker) && untouched(&output, &old) {
        wrong.extend(again(work, (form.as_ref(), audit), (&files, &old)));
        return Ok(Done::Unchanged {
            files: old.files.len(),
        });
    }
    let staging = output.stage()?;
    let maker = Maker {
        work,
        form: form.as_ref(),
        staging: &staging,
        output: &output,
        old: &old,
        audit,
    };
    let made = files.par_iter().map(|file| {
        let made = if asked.archive.is_some() {
            maker.anew(file)
        } else {
            maker.one(file)
        };
        (asked.progress)(Step::Made);
        made
    });
    let mut record = Record::default();
    let mut count = 0;
    for (file, made) in files.iter().zip(made.collect::<Vec<_>>()) {
        let made = made?;
        count += usize::from(made.anew);
        wrong.extend(made.wrong);
        record.files.insert(file.whole_path(), made.kept);
    }
    wrong.extend(work.words.iter().flat_map(Words::wrong));
    if has_error(wrong) {
        return Ok(Done::Nothing);
    }
    manifest::write((work, asked.form.name), &files, (&staging, &mut record))?;
    if let Some(archive) = asked.archive {
        archive::pack(archive, &files, (&staging, &mut record))?;
    }
    staging.publish(&marker)?;
    let previous = output.previous().unwrap_or_default();
    record.write(root, (&marker, &[&previous]));
    Ok(Done::Published {
        files: record.files.len(),
        made: count,
        bytes: record.files.values().map(|kept| kept.facts.size).sum(),
    })
}

/// What makes files, or takes them over.
struct Maker<'a> {
    work: &'a Work<'a>,
    form: &'a dyn Form,
    staging: &'a Staging<'a>,
    output: &'a Output,
    old: &'a Record,
    audit: &'a Audit<'a>,
}

/// A file that is there.
struct There {
    kept: Kept,
    anew: bool,
    wrong: Vec<Diagnostic>,
}

impl Maker<'_> {
    /// Takes the file over from the published bundle if that has it as it would be made and nobody
    /// has touched it.
    fn one(&self, file: &Planned) -> Result<There, ProjectError> {
        let path = file.whole_path();
        let old = self.old.files.get(&path).filter(|old| old.key == file.key);
        match old.filter(|old| self.output.facts(&path).as_ref() == Some(&old.facts)) {
            Some(old) => {
                let facts = self.staging.keep(&path)?;
                let kept = Kept {
                    facts,
                    ..old.clone()
                };
                let wrong = match file.job {
                    Job::Make(number) if old.told => {
                        looked_at(&path, &self.form.make(self.work, number), self.audit)
                    }
                    _ => Vec::new(),
                };
                Ok(There {
                    kept,
                    anew: false,
                    wrong,
                })
            }
            None => self.anew(file),
        }
    }

    fn anew(&self, file: &Planned) -> Result<There, ProjectError> {
        let path = file.whole_path();
        let (facts, digest, wrong) = match &file.job {
            Job::Copy(from) => {
                let (facts, digest) = self.staging.copy(&path, &self.work.project.root, from)?;
                (facts, digest, Vec::new())
            }
            Job::Make(number) => {
                let made = self.form.make(self.work, *number);
                let wrong = looked_at(&path, &made, self.audit);
                let facts = self.staging.write(&path, &made.bytes)?;
                (facts, Digest::of(&made.bytes), wrong)
            }
        };
        let kept = Kept {
            key: file.key,
            digest,
            facts,
            told: !wrong.is_empty(),
        };
        Ok(There {
            kept,
            anew: true,
            wrong,
        })
    }
}

/// The digest of the bundle as a whole: of all files and what each is made of.
fn marker(files: &[Planned], asked: &Asked<'_>) -> String {
    let mut digester = Digester::default();
    digester.add(env!("CARGO_PKG_VERSION").as_bytes());
    digester.add(asked.archive.map_or("", Archive::extension).as_bytes());
    for file in files {
        digester
            .add(file.folder.as_bytes())
            .add(file.path.as_bytes())
            .join(&file.key);
    }
    digester.finish().to_string()
}

/// What was told of the pages that are published is told again, as long as it is so.
fn again(
    work: &Work<'_>,
    (form, audit): (&dyn Form, &Audit<'_>),
    (files, record): (&[Planned], &Record),
) -> Vec<Diagnostic> {
    let told = |file: &&Planned| {
        record
            .files
            .get(&file.whole_path())
            .is_some_and(|one| one.told)
    };
    let made = files.iter().filter(told).map(|file| match file.job {
        Job::Copy(_) => Vec::new(),
        Job::Make(number) => looked_at(&file.whole_path(), &form.make(work, number), audit),
    });
    made.flatten().collect()
}

/// What went wrong with a file that was made, and what is wrong with it as a page.
fn looked_at(path: &str, made: &Made, audit: &Audit<'_>) -> Vec<Diagnostic> {
    let mut wrong = made.wrong.clone();
    if let Some(shown) = &made.page {
        wrong.extend(audit.page(path, shown, &made.bytes));
    }
    wrong
}

/// Whether what is published is as it was written.
fn untouched(output: &Output, record: &Record) -> bool {
    let same = |(path, kept): (&String, &Kept)| output.facts(path).as_ref() == Some(&kept.facts);
    !record.files.is_empty() && record.files.par_iter().all(same)
}

/// Tells files that want one path.
fn twice(files: &[Planned]) -> Vec<Diagnostic> {
    let mut seen: BTreeMap<String, &Planned> = BTreeMap::new();
    let mut out = Vec::new();
    for file in files {
        let path = file.whole_path();
        if let Some(first) = seen.insert(path.to_lowercase(), file) {
            let name = |file: &Planned| match &file.job {
                Job::Copy(from) => from.clone(),
                Job::Make(_) => file.whole_path(),
            };
            let found = Diagnostic::new(Code::ADDRESS_COLLISION, Span::file(name(file)));
            out.push(found.with("path", path).with("other", name(first)));
        }
    }
    out
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

/// The addresses that articles had, by language.
fn read_slugs(project: &Project, settings: &Settings) -> (BTreeMap<Lang, Slugs>, Vec<Diagnostic>) {
    let mut out = BTreeMap::new();
    let mut wrong = Vec::new();
    for language in &settings.languages {
        let path = Slugs::path(&language.lang);
        let text = project.root.read_if_any(&path);
        match text.and_then(|text| Slugs::parse(&path, &text.unwrap_or_default())) {
            Ok(slugs) => {
                out.insert(language.lang.clone(), slugs);
            }
            Err(found) => wrong.push(*found),
        }
    }
    (out, wrong)
}

/// Writes down the addresses that are new, before anybody can see them.
fn keep_slugs(
    project: &Project,
    (old, new): (&BTreeMap<Lang, Slugs>, &BTreeMap<Lang, Slugs>),
    asked: &Asked<'_>,
) -> Result<Vec<Diagnostic>, ProjectError> {
    let mut wrong = Vec::new();
    for (lang, slugs) in new
        .iter()
        .filter(|(lang, slugs)| old.get(lang) != Some(slugs))
    {
        let path = Slugs::path(lang);
        if slugs.pages.is_empty() {
            continue;
        }
        if asked.locked {
            wrong.push(Diagnostic::new(Code::NEW_ADDRESSES, Span::file(path)).with("lang", lang));
            continue;
        }
        project.root.write(&path, slugs.to_toml().as_bytes())?;
    }
    Ok(wrong)
}

/// Keeps what was worked out, if it is not what was known.
fn remember(
    project: &Project,
    (gathering, known): (&Gathering, &Known),
    files: &record::KnownFiles,
) {
    let articles = gathering.digests.iter().zip(&gathering.articles);
    let now: Known = articles
        .filter_map(|(digest, article)| Some(((*digest)?, article.clone())))
        .collect();
    if now.len() != known.len() || now.keys().ne(known.keys()) {
        record::keep_articles(&project.root, &now);
    }
    if files.has_grown() {
        record::keep_files(&project.root, files);
    }
}

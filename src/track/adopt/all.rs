//! Bases for the untracked translations of a project: articles in parallel, each dropped when done.

use rayon::prelude::*;

use super::{Adoption, Evidence, Proposal};
use crate::project::{Article, Project};
use crate::text::Lang;
use crate::track::pair::Sources;

/// An article with the languages that have no base.
#[derive(Debug, Clone)]
pub struct Untracked<'p> {
    /// The article.
    pub article: &'p Article,
    /// Its untracked translations.
    pub languages: Vec<Lang>,
}

/// A translation that was looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Adopted {
    /// The path of the source file.
    pub source: String,
    /// The language of the translation.
    pub lang: Lang,
    /// Its path.
    pub path: String,
    /// What is proposed, its text left out; none where nothing can be.
    pub proposal: Option<Proposal>,
    /// Whether the base was recorded.
    pub recorded: bool,
}

/// Records a base: the language, the path of the source, the text.
pub type Record<'r, E> = dyn Fn(&Lang, &str, &Proposal) -> Result<bool, E> + Sync + 'r;

/// Looks for the bases of all of `untracked`, has each recorded that `record` wants, and tells `done`
/// of each article. The order is that of `untracked`.
pub fn adopt<E: Send>(
    project: &Project,
    untracked: &[Untracked<'_>],
    evidence: Evidence<'_>,
    record: &Record<'_, E>,
    done: &(dyn Fn() + Sync),
) -> Result<Vec<Adopted>, E> {
    let each = |one: &Untracked<'_>| {
        let found = article(project, one, evidence, record);
        done();
        found
    };
    let found: Result<Vec<Vec<Adopted>>, E> = untracked.par_iter().map(each).collect();
    Ok(found?.into_iter().flatten().collect())
}

fn article<E>(
    project: &Project,
    untracked: &Untracked<'_>,
    evidence: Evidence<'_>,
    record: &Record<'_, E>,
) -> Result<Vec<Adopted>, E> {
    let sources = Sources::read(project, untracked.article, &untracked.languages);
    let mut adoption = Adoption::new(evidence, &sources);
    let mut out = Vec::new();
    for lang in &untracked.languages {
        let name = sources.name();
        let mut proposal = adoption.as_mut().and_then(|found| found.propose(lang));
        let mut recorded = false;
        if let Some(proposal) = &mut proposal {
            recorded = record(lang, &name, proposal)?;
            proposal.base = String::new();
        }
        out.push(Adopted {
            source: name,
            lang: lang.clone(),
            path: sources.article.path(lang),
            proposal,
            recorded,
        });
    }
    Ok(out)
}

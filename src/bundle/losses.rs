//! What goes with a new bundle and comes back with none: told, so that nobody misses it later.

use std::collections::BTreeSet;

use super::assemble::Asked;
use super::record::Record;
use super::work::Work;
use crate::diagnostic::{Code, Diagnostic};
use crate::project::{Output, ProjectError};
use crate::text::Span;

/// Tells what somebody put among what is published: with the next bundle it goes.
pub(super) fn foreign(
    output: &Output,
    (asked, work): (&Asked<'_>, &Work<'_>),
    old: &Record,
) -> Result<Vec<Diagnostic>, ProjectError> {
    // Of what is published nothing is known, so nothing is known to be foreign.
    if old.files.is_empty() {
        return Ok(Vec::new());
    }
    let root = work.project.root.path();
    let folder = asked.output.strip_prefix(root).unwrap_or(asked.output);
    let files = output.files()?.into_iter();
    let strange = files.filter(|path| !old.files.contains_key(path));
    let tell = |path: String| {
        let place = folder.join(path).display().to_string();
        Diagnostic::new(Code::FOREIGN_FILE, Span::file(place))
    };
    Ok(strange.map(tell).collect())
}

/// Tells addresses of articles that are gone, where neither an article nor a redirect is now. What is
/// withheld comes back or was meant to go.
pub(super) fn lost(work: &Work<'_>, old: &Record, new: &Record) -> Vec<Diagnostic> {
    let names: BTreeSet<&str> = work.articles.iter().map(|one| one.name.as_str()).collect();
    let mut out = Vec::new();
    for edition in &work.plan.editions {
        let known = work.plan.slugs.get(&edition.lang).into_iter();
        let known = known.flat_map(|slugs| &slugs.pages);
        for (name, locked) in known.filter(|(name, _)| !names.contains(name.as_str())) {
            let file = format!("{}{}index.html", edition.folder, locked.path);
            if old.files.contains_key(&file) && !new.files.contains_key(&file) {
                let found = Diagnostic::new(Code::LOST_ADDRESS, Span::file(name.as_str()));
                let found = found.with("lang", &edition.lang);
                out.push(found.with("link", &locked.path));
            }
        }
    }
    out
}

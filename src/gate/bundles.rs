//! What is wrong with all messages of a language together, today or as they were at a revision.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::interface::groups;
use crate::checks::engine::{Bundle, Finding, Page, Rules, check_bundle};
use crate::document::{Document, Reader};
use crate::project::{Article, Project};
use crate::text::Lang;
use crate::track::ReadFile;

/// What is found in the messages of every language but for the languages that nobody asked for; `read`
/// gives what a file said. What cannot be read is told where articles are looked at.
pub(super) fn in_bundles(
    (project, rules): (&Project, &Rules),
    (articles, languages): (&[(usize, &Article)], &[Lang]),
    read: ReadFile<'_>,
) -> Vec<Finding> {
    let mut out = Vec::new();
    let source = &project.config.source;
    for group in groups(project, articles) {
        let ours = Loaded::read(project, source, (&group, read));
        let pages = ours.pages(rules);
        let bundle = ours.bundle(&pages, (None, project));
        out.extend(check_bundle(rules, &bundle));
        let targets = project.config.languages();
        let asked = |lang: &&Lang| languages.is_empty() || languages.contains(lang);
        for lang in targets.filter(|lang| *lang != source).filter(asked) {
            let theirs = Loaded::read(project, lang, (&group, read));
            let pages = theirs.pages(rules);
            let bundle = theirs.bundle(&pages, (Some(&bundle), project));
            out.extend(check_bundle(rules, &bundle));
        }
    }
    out
}

/// The files of a group in one language, and after them those that are loaded beside them.
struct Loaded<'l> {
    lang: &'l Lang,
    files: Vec<(Arc<str>, String, Document)>,
    /// How many of them are of the group.
    own: usize,
}

impl<'l> Loaded<'l> {
    fn read(
        project: &Project,
        lang: &'l Lang,
        (group, read): (&[(usize, &Article)], ReadFile<'_>),
    ) -> Self {
        let document = |path: String| {
            let text = read(&path).ok().flatten()?;
            let path: Arc<str> = path.into();
            let document = Reader::of_messages(&path, lang).read(&text).document;
            Some((path, text, document))
        };
        let paths: BTreeSet<String> = group
            .iter()
            .map(|(_, article)| article.path(lang))
            .collect();
        let shared = project.shared_paths(lang).into_iter();
        let shared: Vec<String> = shared.filter(|path| !paths.contains(path)).collect();
        let mut files: Vec<_> = paths.into_iter().filter_map(document).collect();
        let own = files.len();
        files.extend(shared.into_iter().filter_map(document));
        Self { lang, files, own }
    }

    fn pages<'p>(&'p self, rules: &'p Rules) -> Vec<Page<'p>> {
        let words = rules.words(self.lang);
        let files = self.files.iter();
        files
            .map(|(path, text, document)| Page::new(path, words, text, document))
            .collect()
    }

    fn bundle<'p>(
        &'p self,
        pages: &'p [Page<'p>],
        (source, project): (Option<&'p Bundle<'p>>, &'p Project),
    ) -> Bundle<'p> {
        let (own, shared) = pages.split_at(self.own);
        let both = (own.iter().collect(), shared.iter().collect());
        Bundle::new(
            self.lang,
            both,
            (source, &project.config.interface.functions),
        )
    }
}

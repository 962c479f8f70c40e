//! What `check` looks at, found or not: its files with their languages, and its translations.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::alone::File;
use crate::project::{Article, Discovery};
use crate::text::Lang;

/// Files and translations.
#[derive(Default)]
pub(super) struct LookedAt {
    /// The language of each file.
    pub(super) langs: BTreeMap<Arc<str>, Lang>,
    /// The translations, by article and language.
    pub(super) pairs: Vec<(String, Lang)>,
}

impl LookedAt {
    /// Those of a project, in the languages and of the articles that are asked for; of all when
    /// none are.
    pub(super) fn in_project(
        discovery: &Discovery,
        languages: &[Lang],
        named: &[&Article],
    ) -> Self {
        let mut out = Self::default();
        for article in &discovery.articles {
            let name = article.name();
            let wanted = named.is_empty() || named.iter().any(|one| one.is(article));
            for (lang, path) in &article.files {
                out.langs.insert(Arc::clone(path), lang.clone());
                let asked = languages.is_empty() || languages.contains(lang);
                if wanted && asked && **path != *name {
                    out.pairs.push((name.clone(), lang.clone()));
                }
            }
        }
        out
    }

    /// Those of files of no project, the first of which may be the source of the second.
    pub(super) fn in_files(files: &[File], pair: bool) -> Self {
        let lang = |file: &File| file.parsed.document.lang.clone();
        let langs = files
            .iter()
            .map(|file| (file.name.as_str().into(), lang(file)));
        let pairs = match files {
            [source, target] if pair => vec![(source.name.clone(), lang(target))],
            files => files
                .iter()
                .map(|file| (file.name.clone(), lang(file)))
                .collect(),
        };
        Self {
            langs: langs.collect(),
            pairs,
        }
    }
}

//! Languages that are the names of files, or stand at the end of them.

use std::collections::{BTreeMap, BTreeSet};

use super::candidate::{Candidate, enough, extension};
use super::tags::{suffix, tag};
use super::tree::{Tree, cut, join};
use crate::text::Lang;

/// Files by what they have in common but for the language.
type Groups = BTreeMap<String, BTreeMap<Lang, usize>>;

/// Every candidate of this kind.
pub(super) fn candidates(tree: &Tree) -> Vec<Candidate> {
    let mut whole: BTreeMap<String, Groups> = BTreeMap::new();
    let mut ends: BTreeMap<(String, char), Groups> = BTreeMap::new();
    for (number, file) in tree.files.iter().enumerate() {
        let (folder, name) = cut(&file.stem);
        let top = folder.split('/').next().unwrap_or_default().to_owned();
        if let Some(lang) = tag(name) {
            let groups = whole.entry(top).or_default();
            groups
                .entry(folder.to_owned())
                .or_default()
                .insert(lang, number);
        } else if let Some((head, lang)) = suffix(name) {
            let (head, separator) = head.split_at(head.len() - 1);
            let separator = separator.chars().next().unwrap_or('.');
            let groups = ends.entry((top, separator)).or_default();
            let base = join(folder, head);
            groups.entry(base).or_default().insert(lang, number);
        }
    }
    let whole = whole
        .into_values()
        .filter_map(|groups| named(tree, &groups));
    let ends = ends
        .into_iter()
        .filter_map(|((_, separator), groups)| ending(tree, separator, &groups));
    whole.chain(ends).collect()
}

/// `articles/news/ru.md`: the folder is the article.
fn named(tree: &Tree, groups: &Groups) -> Option<Candidate> {
    // Folders where most files are languages; `docs/it.md` alone among others is not.
    let mostly = |folder: &str, langs: usize| {
        let beside = tree
            .under(folder)
            .filter(|(rest, _)| !rest.contains('/'))
            .count();
        enough(langs, beside)
    };
    let groups: Groups = groups
        .iter()
        .filter(|(folder, langs)| mostly(folder, langs.len()))
        .map(|(folder, langs)| (folder.clone(), langs.clone()))
        .collect();
    let (files, score) = alike(&groups, |_| false);
    let folders: BTreeSet<&str> = groups.keys().map(String::as_str).collect();
    let common = common_folder(folders.iter().copied())?;
    let deep = |folder: &&str| folder[common.len()..].matches('/').count();
    let at_root = usize::from(common.is_empty());
    let variable = match folders.iter().map(deep).max()? + at_root {
        _ if folders.len() == 1 && files.len() > 1 && !single_article(common) => "",
        0 | 1 => "{slug}",
        _ => "{path}",
    };
    // One folder alone: its name is the article if there is a folder above to hold others.
    let common = if folders.len() == 1 && variable == "{slug}" {
        cut(common).0
    } else {
        common
    };
    let ext = extension(tree, files.values().flatten().copied());
    let name = format!("{{lang}}.{ext}");
    let inner = if variable.is_empty() {
        name
    } else {
        join(variable, &name)
    };
    Some(Candidate {
        target: join(common, &inner),
        source: None,
        files,
        plain: BTreeSet::new(),
        score,
    })
}

/// Whether the only folder of languages is an article among others that are to come:
/// `articles/first/ru.md`, but not `locales/ru.ftl`.
fn single_article(folder: &str) -> bool {
    folder.contains('/')
}

/// `content/a.ru.md`, beside `content/a.md` or `content/a.en.md`.
fn ending(tree: &Tree, separator: char, groups: &Groups) -> Option<Candidate> {
    let plain = |base: &str| tree.find(base);
    let (files, score) = alike(groups, |base| plain(base).is_some());
    let with_plain: BTreeSet<&str> = groups
        .keys()
        .map(String::as_str)
        .filter(|base| plain(base).is_some())
        .collect();
    let is_pair = with_plain.len() * 2 >= groups.len();
    let bases: Vec<&str> = if is_pair {
        with_plain.into_iter().collect()
    } else {
        groups.keys().map(String::as_str).collect()
    };
    let common = common_folder(bases.iter().map(|base| cut(base).0))?;
    let variable = match bases.as_slice() {
        // One file at the root, such as README: its neighbours are no articles.
        [only] if common.is_empty() => only,
        _ if common.is_empty() && bases.iter().all(|base| !base.contains('/')) => "{slug}",
        _ => "{path}",
    };
    let plain: BTreeSet<usize> = if is_pair {
        bases.iter().filter_map(|base| plain(base)).collect()
    } else {
        BTreeSet::new()
    };
    let ext = extension(tree, files.values().flatten().chain(&plain).copied());
    Some(Candidate {
        target: join(common, &format!("{variable}{separator}{{lang}}.{ext}")),
        source: is_pair.then(|| join(common, &format!("{variable}.{ext}"))),
        files,
        plain,
        score,
    })
}

/// The languages of which enough files have their like, and how many do so in all.
///
/// In a group with a file of no language all others are its translations; in one without,
/// one of them is the source.
fn alike(
    groups: &Groups,
    has_plain: impl Fn(&str) -> bool,
) -> (BTreeMap<Lang, BTreeSet<usize>>, usize) {
    let mut all: BTreeMap<&Lang, (usize, BTreeSet<usize>)> = BTreeMap::new();
    for (base, langs) in groups {
        let has_like = has_plain(base) || langs.len() > 1;
        for (lang, number) in langs {
            let (alike, files) = all.entry(lang).or_default();
            *alike += usize::from(has_like);
            files.insert(*number);
        }
    }
    all.retain(|_, (alike, files)| enough(*alike, files.len()));
    let score = |(base, langs): (&String, &BTreeMap<Lang, usize>)| {
        let langs = langs.keys().filter(|lang| all.contains_key(lang)).count();
        if has_plain(base) {
            langs
        } else {
            langs.saturating_sub(1)
        }
    };
    let score = groups.iter().map(score).sum();
    let files = all
        .into_iter()
        .map(|(lang, (_, files))| (lang.clone(), files));
    (files.collect(), score)
}

/// The deepest folder that holds all of these.
fn common_folder<'p>(mut folders: impl Iterator<Item = &'p str>) -> Option<&'p str> {
    let first = folders.next()?;
    Some(folders.fold(first, |mut common, folder| {
        while !(common.is_empty()
            || folder == common
            || folder
                .strip_prefix(common)
                .is_some_and(|rest| rest.starts_with('/')))
        {
            common = cut(common).0;
        }
        common
    }))
}

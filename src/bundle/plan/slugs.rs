//! The addresses of articles: made once, and kept.
//!
//! What is made of a title must not change with it: links from elsewhere would break. So the address
//! under which an article was first published is written down (`.sverka/slugs/LANG.toml`) and holds
//! from then on. An address that a person chose, by the path of the file or the field `slug`, changes
//! when that does, and the old one leads to the new one.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::reserved::Reserved;
use super::{Given, Page, Plan};
use crate::bundle::gather::{Gathered, Told};
use crate::bundle::settings::Settings;
use crate::bundle::settings_file::{Letters, SlugSource};
use crate::checks::engine::Rules;
use crate::diagnostic::{Code, Diagnostic};
use crate::text::{Digest, Lang, Span};

/// The longest part of an address that is made of a title, in bytes of UTF-8.
const LONGEST: usize = 100;

/// The addresses of one language, by the path of the source file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Slugs {
    /// What is kept of each article.
    pub pages: BTreeMap<String, Locked>,
}

/// The address of an article, and those that it had.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Locked {
    /// The path below the address of its language, with a slash at its end.
    pub path: String,
    /// Paths that lead there, the oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub old: Vec<String>,
}

impl Slugs {
    /// Where the addresses of a language are kept, from the root of the project.
    pub fn path(lang: &Lang) -> String {
        format!(".sverka/slugs/{lang}.toml")
    }

    /// Reads such a file.
    pub fn parse(file: &str, text: &str) -> Result<Self, Box<Diagnostic>> {
        let broken = |place: Span, reason: &str| {
            let found = Diagnostic::new(Code::BROKEN_SLUGS, place);
            Box::new(found.with("reason", reason))
        };
        let slugs: Self = toml::from_str(text).map_err(|error| {
            let place = Span::new(file, error.span().unwrap_or_default());
            broken(place, error.message())
        })?;
        // Whoever writes into the file may not write outside the bundle by it.
        let mut paths = slugs.pages.values().map(|locked| &locked.path);
        match paths.find(|path| !path.is_empty() && !is_path(path)) {
            None => Ok(slugs),
            Some(path) => {
                let said = format!("path = {path:?}");
                let start = text.find(&said).unwrap_or_default();
                let end = text.len().min(start + said.len());
                Err(broken(Span::new(file, start..end), &said))
            }
        }
    }

    /// The text of such a file.
    pub fn to_toml(&self) -> String {
        let body = toml::to_string(self).unwrap_or_default();
        format!(
            "# Addresses under which articles were published; written by `sverka bundle`.\n\n{body}"
        )
    }
}

/// Lets articles whose source has another path than before keep their addresses.
pub(super) fn follow(slugs: &mut BTreeMap<Lang, Slugs>, articles: &[Gathered]) {
    let names: BTreeSet<&str> = articles.iter().map(|one| one.name.as_str()).collect();
    for article in articles {
        let old = article.renamed_from.as_deref();
        let Some(old) = old.filter(|old| !names.contains(old)) else {
            continue;
        };
        for slugs in slugs.values_mut() {
            if !slugs.pages.contains_key(&article.name)
                && let Some(locked) = slugs.pages.remove(old)
            {
                slugs.pages.insert(article.name.clone(), locked);
            }
        }
    }
}

/// The page with its address, which the plan keeps from now on.
pub(super) fn addressed(
    mut page: Page,
    given: &Given<'_>,
    (article, told): (&Gathered, &Told),
    (plan, reserved): (&mut Plan, &mut Reserved),
) -> Page {
    let section = given.settings.collections.get(page.collection);
    let section = section.map_or("", |section| section.path.as_str());
    let known = plan.slugs.entry(told.lang.clone()).or_default();
    let locked = known.pages.get(&article.name);
    let (wanted, chosen) = wanted(&page, given, (article, told), &mut plan.diagnostics);
    let path = match locked {
        // What a machine made stays.
        Some(locked) if !chosen && !locked.path.is_empty() => locked.path.clone(),
        _ => {
            let path = match section {
                "" => format!("{wanted}/"),
                _ => format!("{section}/{wanted}/"),
            };
            // What a machine makes, it can make otherwise.
            if chosen {
                path
            } else {
                reserved.free(path, &told.lang, &article.name)
            }
        }
    };
    reserved.keep(&told.lang, &path, &article.name);
    let mut kept = locked.cloned().unwrap_or_default();
    let former = std::mem::replace(&mut kept.path, path.clone());
    if !former.is_empty() && !kept.old.contains(&former) {
        kept.old.push(former);
    }
    kept.old.retain(|old| *old != path && is_path(old));
    page.redirects.clone_from(&kept.old);
    if let Some(facts) = told
        .facts
        .as_ref()
        .filter(|_| page.policy.shows_translation())
    {
        let mut led: BTreeSet<String> = page.redirects.iter().cloned().collect();
        for alias in &facts.fields.aliases {
            let inside = alias.trim_matches('/');
            let inside = format!("{}/", inside.trim_end_matches("/index.html"));
            if !is_path(&inside) {
                let found = Diagnostic::new(Code::BAD_SLUG, Span::file(told.path.as_str()));
                plan.diagnostics.push(found.with("slug", alias));
            } else if inside != path && led.insert(inside.clone()) {
                page.redirects.push(inside);
            }
        }
    }
    page.path = path;
    // Nothing is promised of a page that stands in for another.
    if page.policy.shows_translation() {
        known.pages.insert(article.name.clone(), kept);
    }
    page
}

/// The address that an article wants in its collection, and whether a person chose it.
fn wanted(
    page: &Page,
    given: &Given<'_>,
    (article, told): (&Gathered, &Told),
    wrong: &mut Vec<Diagnostic>,
) -> (String, bool) {
    let own = told
        .facts
        .as_ref()
        .and_then(|facts| facts.fields.slug.as_deref());
    if let Some(slug) = own {
        let slug = slug.trim_matches('/');
        if is_path(&format!("{slug}/")) {
            return (slug.to_owned(), true);
        }
        let found = Diagnostic::new(Code::BAD_SLUG, Span::file(told.path.as_str()));
        wrong.push(found.with("slug", slug));
    }
    let language = given.settings.language(&told.lang);
    let (source, letters) = language.map_or((SlugSource::Path, Letters::Keep), |one| {
        (one.slug, one.letters)
    });
    let by_title = source == SlugSource::Title && page.policy.shows_translation();
    let text = if by_title {
        page.title.to_lowercase()
    } else {
        article.key.clone()
    };
    // The letters are those of the language that the words are in.
    let lang = if by_title {
        &told.lang
    } else {
        &article.source
    };
    let scheme = scheme(letters).and_then(|name| given.rules.words(lang).schemes.get(name));
    let text = scheme.map_or_else(|| text.clone(), |scheme| scheme.write(&text));
    let parts = text.split('/').map(|part| part_of(part, scheme.is_some()));
    let mut parts: Vec<String> = if by_title {
        vec![part_of(&text.replace('/', " "), scheme.is_some())]
    } else {
        parts.collect()
    };
    let index = |last: &String| matches!(last.as_str(), "index" | "_index" | "README");
    if parts.len() > 1 && parts.last().is_some_and(index) {
        parts.pop();
    }
    (parts.join("/"), !by_title && scheme.is_none())
}

/// A tag of a language as one part of an address. Tags that mean the same to readers have one: they
/// differ in case only, or in what parts their words. Others never do: where signs are lost (`C++`),
/// the beginning of the digest tells them apart.
pub(crate) fn of_tag(tag: &str, lang: &Lang, (settings, rules): (&Settings, &Rules)) -> String {
    let letters = settings
        .language(lang)
        .map_or(Letters::Keep, |one| one.letters);
    let scheme = scheme(letters).and_then(|name| rules.words(lang).schemes.get(name));
    let text = tag.trim().to_lowercase();
    let written = scheme.map_or_else(|| text.clone(), |scheme| scheme.write(&text));
    let part = part_of(&written, scheme.is_some());
    let words = |text: &str| -> Vec<String> {
        let words = text.split([' ', '-', '_', '\'', '`', '’', 'ʹ', 'ʺ']);
        let words = words.filter(|word| !word.is_empty());
        words.map(str::to_lowercase).collect()
    };
    if words(&part).concat() == words(&written).concat() {
        return part;
    }
    let digest = Digest::of(text.as_bytes()).to_string();
    format!("{part}-{}", &digest[..8])
}

/// The name of a scheme in the tables of languages.
fn scheme(letters: Letters) -> Option<&'static str> {
    match letters {
        Letters::Keep => None,
        Letters::Gost => Some("gost-779b"),
        Letters::Icao => Some("icao-9303"),
    }
}

/// A text as one part of an address: letters and figures, and `-` for what stands between them.
fn part_of(text: &str, latin: bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let c = if latin { c.to_ascii_lowercase() } else { c };
        if c.is_alphanumeric() && (!latin || c.is_ascii()) || matches!(c, '_' | '.') {
            out.push(c);
        } else if matches!(c, '\'' | '’' | 'ʹ' | 'ʺ' | '`') {
            // An apostrophe, or a soft sign by GOST, parts no words.
        } else if !out.ends_with('-') {
            out.push('-');
        }
    }
    let mut cut = out.floor_char_boundary(LONGEST);
    if cut < out.len() {
        // At the end of a word, where there is one.
        cut = out[..cut].rfind('-').unwrap_or(cut);
    }
    let part = out[..cut].trim_matches(['-', '.']);
    let reserved = crate::project::is_device(part);
    match part {
        "" => "page".to_owned(),
        part if reserved => format!("{part}-page"),
        part => part.to_owned(),
    }
}

/// Whether a path may be part of an address and of a file system: relative, without dots that lead
/// elsewhere, without what systems forbid in names. It ends with a slash.
fn is_path(path: &str) -> bool {
    let fits = |part: &str| {
        let bad = |c: char| c.is_control() || c.is_whitespace() || "\\:*?\"<>|#%&".contains(c);
        !part.is_empty()
            && part.len() <= 200
            && !part.starts_with('.')
            && !part.ends_with('.')
            && !part.contains(bad)
            && !crate::project::is_device(part)
    };
    path.strip_suffix('/')
        .is_some_and(|path| path.split('/').all(fits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_addresses() {
        for (text, latin, part) in [
            ("Открытие — 2026!", false, "Открытие-2026"),
            ("otkry`tie shkoly`", true, "otkrytie-shkoly"),
            ("../..", false, "page"),
            ("CON", false, "CON-page"),
            ("a.b_c", true, "a.b_c"),
            ("Ünïcode", true, "n-code"),
        ] {
            assert_eq!(part_of(text, latin), part, "{text}");
        }
        assert!(part_of(&"слово ".repeat(50), false).len() <= LONGEST);
    }

    #[test]
    fn paths_that_lead_elsewhere_are_no_addresses() {
        for path in ["a/", "новости/день-1/", "a.b/"] {
            assert!(is_path(path), "{path}");
        }
        for path in [
            "", "/", "../a/", "a/../b/", "a//b/", "a", ".git/", "a b/", "nul/", "a\\b/", "c:/",
        ] {
            assert!(!is_path(path), "{path}");
        }
    }
}

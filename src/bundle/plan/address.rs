//! Where each language stands: its address, and its folder in what is published.

use std::borrow::Cow;
use std::collections::BTreeMap;

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use url::Url;

use crate::bundle::settings::Settings;
use crate::text::Lang;

/// What an address may not have as it is (RFC 3986, `pchar` and `/`).
const ESCAPED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// One language of what is published.
#[derive(Debug, Clone)]
pub struct Edition {
    /// The language.
    pub lang: Lang,
    /// Its address, with a slash at its end; none if the project names none.
    pub url: Option<Url>,
    /// Its folder in what is published, as its address is: empty or with a slash at its end.
    pub folder: String,
    /// Its pages in the order of its lists.
    pub pages: Vec<usize>,
}

/// What stands under one host: the languages that a link can reach without naming it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Site {
    /// The path that the addresses of all its languages begin with, with slashes around it.
    pub root: String,
    /// Its folder in what is published, as that of an edition.
    pub folder: String,
    /// The numbers of its editions.
    pub editions: Vec<usize>,
}

impl Edition {
    /// The host of its address, with the port if that is not the usual one.
    pub fn authority(&self) -> Option<String> {
        authority(self.url.as_ref()?)
    }

    /// The whole address of what stands at `path` below it; none if the project names no address.
    pub fn absolute(&self, path: &str) -> Option<String> {
        Some(format!("{}{}", self.url.as_ref()?, encoded(path)))
    }

    /// The address of what stands at `path` below it as other pages of the same site name it: from
    /// the root of the site.
    pub fn rooted(&self, path: &str) -> String {
        let root = self.url.as_ref().map_or("/", |url| url.path());
        format!("{root}{}", encoded(path))
    }

    /// Whether two languages stand on one site, so that a link between them needs no host.
    pub fn beside(&self, other: &Self) -> bool {
        match (&self.url, &other.url) {
            (Some(one), Some(other)) => {
                one.scheme() == other.scheme()
                    && one.host() == other.host()
                    && one.port_or_known_default() == other.port_or_known_default()
            }
            (None, None) => true,
            _ => false,
        }
    }

    /// The link from the page at `from` to what stands at `to` in `other`, as short as it can be:
    /// relative on one site, so that a bundle can be looked at wherever it lies.
    pub fn link(&self, from: &str, (other, to): (&Self, &str)) -> String {
        if !self.beside(other) {
            return other.absolute(to).unwrap_or_else(|| other.rooted(to));
        }
        between([&self.folder, from], [&other.folder, to])
    }
}

/// A path as it stands in an address.
pub(crate) fn encoded(path: &str) -> Cow<'_, str> {
    utf8_percent_encode(path, ESCAPED).into()
}

/// The way from one file or folder of a site to another, encoded.
pub(crate) fn relative(from: &str, to: &str) -> String {
    between(["", from], ["", to])
}

/// The folders of a path in two parts, each with a slash at its end.
fn folders(path: [&str; 2]) -> impl Iterator<Item = &str> {
    let parts = path.into_iter().flat_map(|part| part.split_inclusive('/'));
    parts.filter(|part| part.ends_with('/') && *part != "/")
}

/// The same of paths in two parts: the folder of an edition, and what stands below it.
fn between(from: [&str; 2], to: [&str; 2]) -> String {
    let same = folders(from).zip(folders(to));
    let common = same.take_while(|(here, there)| here == there).count();
    let mut out = "../".repeat(folders(from).count() - common);
    for folder in folders(to).skip(common) {
        out.push_str(&encoded(folder));
    }
    let file = to[1].rsplit('/').next().unwrap_or_default();
    out.push_str(&encoded(file));
    if out.is_empty() {
        out.push_str("./");
    }
    out
}

/// The languages of a project, each with its folder: languages on one site lie in one another as
/// their addresses do, and sites beside each other under the names of their hosts.
pub(super) fn editions(settings: &Settings) -> Vec<Edition> {
    let mut sites: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    let host = |url: &Url| url.origin().ascii_serialization();
    for language in &settings.languages {
        if let Some(url) = &language.url {
            sites.entry(host(url)).or_default().push(url.path());
        }
    }
    let many = sites.len() > 1;
    let editions = settings.languages.iter().map(|language| {
        let folder = match &language.url {
            // Without an address each language has a folder of its own.
            None => format!("{}/", language.lang),
            Some(url) => {
                let common = sites.get(&host(url)).map_or("/", |paths| common(paths));
                let inside = url.path().strip_prefix(common).unwrap_or_default();
                format!("{}{inside}", folder_of(url, many))
            }
        };
        Edition {
            lang: language.lang.clone(),
            url: language.url.clone(),
            folder,
            pages: Vec::new(),
        }
    });
    editions.collect()
}

/// The sites that these languages stand on, in the order of their first languages; none without an
/// address.
pub(super) fn sites(editions: &[Edition]) -> Vec<Site> {
    let mut hosts: Vec<(String, &Url, Vec<usize>)> = Vec::new();
    for (number, edition) in editions.iter().enumerate() {
        let Some(url) = &edition.url else {
            continue;
        };
        let host = url.origin().ascii_serialization();
        match hosts.iter_mut().find(|(known, ..)| *known == host) {
            Some((_, _, own)) => own.push(number),
            None => hosts.push((host, url, vec![number])),
        }
    }
    let many = hosts.len() > 1;
    let sites = hosts.into_iter().map(|(_, url, own)| {
        let urls = own.iter().filter_map(|one| editions[*one].url.as_ref());
        let paths: Vec<&str> = urls.map(Url::path).collect();
        Site {
            root: common(&paths).to_owned(),
            folder: folder_of(url, many),
            editions: own,
        }
    });
    sites.collect()
}

fn authority(url: &Url) -> Option<String> {
    let host = url.host_str()?;
    Some(match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    })
}

/// The folder of a site: its own where there are many.
fn folder_of(url: &Url, many: bool) -> String {
    let site = authority(url).filter(|_| many);
    let site = site.map(|host| format!("{}/", host.replace(':', "-")));
    site.unwrap_or_default()
}

/// The folder that all paths are in; each of them ends with a slash.
fn common<'p>(paths: &[&'p str]) -> &'p str {
    let Some(first) = paths.first() else {
        return "/";
    };
    let mut end = 1;
    for (at, _) in first.match_indices('/') {
        if paths.iter().all(|path| path.starts_with(&first[..=at])) {
            end = at + 1;
        }
    }
    first.get(..end).unwrap_or("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_way_from_one_page_to_another() {
        for (from, to, link) in [
            ("ru/a/", "ru/b/", "../b/"),
            ("a/", "a/", "./"),
            ("a/", "", "../"),
            ("", "a/b/", "a/b/"),
            ("news/a/", "en/news/a/", "../../en/news/a/"),
            ("a/", "style.css", "../style.css"),
            (
                "a/",
                "новости/день 1/",
                "../%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8/%D0%B4%D0%B5%D0%BD%D1%8C%201/",
            ),
        ] {
            assert_eq!(relative(from, to), link, "{from} → {to}");
        }
    }

    #[test]
    fn the_folder_of_all_addresses() {
        assert_eq!(common(&["/ru/", "/en/"]), "/");
        assert_eq!(common(&["/docs/", "/docs/en/"]), "/docs/");
        assert_eq!(common(&["/docs/ru/", "/docs/en/"]), "/docs/");
        assert_eq!(common(&["/"]), "/");
    }
}

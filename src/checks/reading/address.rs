//! Where a link leads, whatever the language of the page that it stands on.

use std::collections::BTreeMap;

use super::entities::is_identifier;
use super::links::links;
use super::thing::Thing;
use crate::checks::engine::{Page, Pair};
use crate::checks::words::Lexicon;
use crate::text::Lang;

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Address {
    /// To a place on the same page.
    Here,
    /// To a page of the same site: its path.
    Inside(String),
    /// To another site: host and path.
    Outside(String),
    /// To no page: an e-mail address, a telephone, a script.
    Elsewhere,
}

/// How the names of pages end.
const PAGES: &[&str] = &[".html", ".htm", ".mdx", ".md"];

/// The value of a link to a place on its own page.
pub(crate) const HERE: &str = "#";

/// Reads addresses so that the same page in two languages has the same one.
#[derive(Debug, Default)]
pub(crate) struct Addresses {
    /// How languages are named in addresses.
    locales: Vec<String>,
    hosts: Vec<String>,
    own: Vec<String>,
    same: BTreeMap<String, String>,
}

impl Addresses {
    /// What a project says of addresses.
    pub(crate) fn new(lexicon: &Lexicon) -> Self {
        let known = &lexicon.equivalents;
        let lower = |hosts: &[String]| hosts.iter().map(|host| host.to_lowercase()).collect();
        let mut out = Self {
            locales: lexicon.languages().map(str::to_lowercase).collect(),
            hosts: lower(&known.hosts),
            own: lower(&known.own_hosts),
            same: BTreeMap::new(),
        };
        for group in &known.links {
            let names: Vec<String> = group.iter().map(|url| out.name(url, &[])).collect();
            if let Some((first, others)) = names.split_first() {
                let first = (first.clone(), first.clone());
                let others = others.iter().map(|other| (other.clone(), first.0.clone()));
                out.same.extend(others.chain([first.clone()]));
            }
        }
        out
    }

    /// Reads the target of a link on a page of a pair in these languages.
    pub(crate) fn of(&self, url: &str, langs: &[&Lang]) -> Address {
        let url = url.trim();
        if url.starts_with('#') || url.is_empty() {
            return Address::Here;
        }
        // What a template makes of it is not known here.
        if url.contains("{{") || url.contains("{%") {
            return Address::Inside(url.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        let scheme = url.split_once(':').map(|(scheme, _)| scheme);
        let scheme = scheme.filter(|scheme| {
            scheme.len() > 1
                && scheme
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'+')
        });
        let web = scheme.is_some_and(|scheme| {
            scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
        });
        if scheme.is_some() && !web {
            return Address::Elsewhere;
        }
        // An address of e-mail that no `mailto:` stands before.
        if scheme.is_none() && url.contains('@') && !url.contains('/') {
            return Address::Elsewhere;
        }
        let name = self.name(url, langs);
        let name = self.same.get(&name).cloned().unwrap_or(name);
        match name.strip_prefix("//") {
            Some(outside) => Address::Outside(outside.to_owned()),
            None => Address::Inside(name),
        }
    }

    /// The links of a source and of its translation, as things to compare: the value is the path,
    /// `//host/path` for another site, [`HERE`] for the same page.
    pub(crate) fn of_pair(&self, pair: &Pair<'_>) -> [Vec<Thing>; 2] {
        let langs = [pair.source.lang, pair.target.lang];
        [pair.source, pair.target].map(|page| self.things(page, &langs))
    }

    fn things(&self, page: &Page<'_>, langs: &[&Lang]) -> Vec<Thing> {
        let thing = |link: super::Link| {
            let value = match self.of(&link.url, langs) {
                Address::Here => HERE.to_owned(),
                Address::Inside(path) if path.is_empty() => "/".to_owned(),
                Address::Inside(path) => path,
                Address::Outside(address) if is_identifier(&address) => return None,
                Address::Outside(address) => format!("//{address}"),
                Address::Elsewhere => return None,
            };
            Some(Thing {
                value,
                shown: link.url,
                place: link.place,
                segment: link.segment,
            })
        };
        links(page).into_iter().filter_map(thing).collect()
    }

    /// The name of a page: `//host/path` for another site, else its path.
    fn name(&self, url: &str, langs: &[&Lang]) -> String {
        let url = decoded(&url.replace("&amp;", "&")).to_lowercase();
        let (url, fragment) = url.split_once('#').unwrap_or((&url, ""));
        let (url, query) = url.split_once('?').unwrap_or((url, ""));
        let absolute = url
            .strip_prefix("https:")
            .or_else(|| url.strip_prefix("http:"))
            .unwrap_or(url)
            .strip_prefix("//");
        let (host, path) = match absolute {
            Some(rest) => rest.split_at(rest.find('/').unwrap_or(rest.len())),
            None => ("", url),
        };
        let host = self.host(host, langs);
        if self.hosts.contains(&host) {
            return format!("//{host}");
        }
        let outside = !host.is_empty() && !self.own.contains(&host);
        let mut out = if outside {
            format!("//{host}")
        } else {
            String::new()
        };
        for part in path.split('/') {
            let page = PAGES.iter().find_map(|end| part.strip_suffix(end));
            let bare = page.unwrap_or(part);
            // A page may be called by its language alone: `../grant/ru.md`.
            if matches!(part, "" | "." | "..") || self.is_locale(bare, langs) {
                continue;
            }
            if outside || !out.is_empty() {
                out.push('/');
            }
            out.push_str(&self.without_locale(part, langs));
        }
        let end = PAGES.iter().find(|end| out.ends_with(*end));
        out.truncate(out.len() - end.map_or(0, |end| end.len()));
        if let Some(folder) = out.strip_suffix("index")
            && (folder.is_empty() || folder.ends_with('/'))
        {
            out.truncate(folder.trim_end_matches('/').len());
        }
        let kept = query.split('&').filter(|one| {
            let name = one.split('=').next().unwrap_or_default();
            !one.is_empty() && !matches!(name, "lang" | "hl" | "locale")
        });
        let kept: Vec<&str> = kept.collect();
        if !kept.is_empty() {
            out.push('?');
            out.push_str(&kept.join("&"));
        }
        // Some sites have pages of their own behind the sign.
        if fragment.starts_with(['/', '!']) {
            out.push('#');
            out.push_str(fragment);
        }
        out
    }

    /// A host without what names a language.
    fn host(&self, host: &str, langs: &[&Lang]) -> String {
        let host = host.strip_prefix("www.").unwrap_or(host);
        match host.split_once('.') {
            Some((first, rest)) if rest.contains('.') && self.is_locale(first, langs) => {
                let mobile = rest.strip_prefix("m.").filter(|rest| rest.contains('.'));
                mobile.unwrap_or(rest).to_owned()
            }
            _ => host.to_owned(),
        }
    }

    /// Whether a part of a path names a language: `ru`, `en-US`, `pt_BR`.
    fn is_locale(&self, part: &str, langs: &[&Lang]) -> bool {
        let (first, region) = part.split_once(['-', '_']).unwrap_or((part, "xx"));
        let named = self.locales.iter().any(|known| known == first)
            || langs
                .iter()
                .any(|lang| lang.primary().eq_ignore_ascii_case(first));
        named
            && matches!(region.len(), 2 | 4)
            && region.bytes().all(|byte| byte.is_ascii_alphabetic())
    }

    /// A name without the language at its end: `guide-ru`, `map_en.png`, `about.ru.md`.
    fn without_locale(&self, part: &str, langs: &[&Lang]) -> String {
        let (stem, extension) = match part.rsplit_once('.') {
            // `index.ru` is a name with a language, `map.png` one with an extension.
            Some((stem, end)) if !self.is_locale(end, langs) => (stem, &part[stem.len()..]),
            _ => (part, ""),
        };
        for (at, _) in stem.match_indices(['-', '_', '.']) {
            if at > 0 && self.is_locale(&stem[at + 1..], langs) {
                return format!("{}{extension}", &stem[..at]);
            }
        }
        part.to_owned()
    }
}

/// Text with percent signs read, where that gives text.
pub(crate) fn decoded(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let hex = (*first == b'%').then(|| tail.get(..2)).flatten();
        let hex = hex.and_then(|hex| std::str::from_utf8(hex).ok());
        let byte = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
        out.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &tail[2..] } else { tail };
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(url: &str) -> Address {
        let equivalents = "own-hosts = ['lab.example']\nlinks = [['/o-nas', '/about']]";
        let lexicon = Lexicon::new(
            toml::Table::new(),
            equivalents.parse().unwrap(),
            &mut |reason: &str| panic!("{reason}"),
        );
        let langs: [Lang; 2] = ["ru".parse().unwrap(), "de".parse().unwrap()];
        Addresses::new(&lexicon).of(url, &[&langs[0], &langs[1]])
    }

    #[test]
    fn the_same_page_in_two_languages_has_one_address() {
        for (one, other) in [
            ("/ru/grants/", "/en/grants"),
            ("../ru/priem.ru.md#срок", "/de/priem.de.md"),
            (
                "https://www.ru.react.dev/a?hl=ru&b=1",
                "http://react.dev/a/?b=1",
            ),
            ("https://x.org/%D0%B0/index.html", "https://x.org/а"),
            (
                "https://developer.mozilla.org/en-US/docs/Web",
                "https://developer.mozilla.org/ru/docs/Web",
            ),
            (
                "https://ru.wikipedia.org/wiki/Сверка",
                "https://en.wikipedia.org/wiki/Collation",
            ),
            ("https://lab.example/ru/team", "/team"),
            ("img/map_ru.png", "img/map-de.png"),
            ("guide-ru/a.md", "guide/a.md"),
            ("/o-nas", "/en/about"),
        ] {
            assert_eq!(read(one), read(other), "{one} {other}");
        }
        assert_ne!(read("/grants/2024"), read("/grants/2025"));
        assert_ne!(read("https://a.ru/x"), read("https://a.de/x"));
    }

    #[test]
    fn what_leads_to_no_page() {
        assert_eq!(read("#сроки"), Address::Here);
        assert_eq!(read("mailto:a@b.ru"), Address::Elsewhere);
        assert_eq!(read("https://x.ru"), Address::Outside("x.ru".to_owned()));
        assert_eq!(read("/ru/"), Address::Inside(String::new()));
        assert_eq!(decoded("100%"), "100%");
    }
}

//! What stands at a path of the project: an article, or a folder that is one.

use std::collections::BTreeMap;

use super::{Edition, Given, Plan};

/// The articles by the paths that links in other articles may name.
pub(crate) struct Places {
    files: BTreeMap<String, usize>,
    whole: BTreeMap<String, usize>,
    addresses: BTreeMap<String, (usize, usize)>,
}

impl Places {
    /// Lists the paths.
    pub(super) fn new(given: &Given<'_>, plan: &Plan) -> Self {
        let ((files, whole), addresses) = rayon::join(|| paths(given), || addresses(plan));
        Self {
            files,
            whole,
            addresses,
        }
    }

    /// The article whose file, in any language, has this path from the root of the project.
    pub(super) fn file(&self, path: &str) -> Option<usize> {
        self.files.get(path.trim_end_matches('/')).copied()
    }

    /// The article whose file, in any language, has just this path from the root of the project.
    pub(super) fn whole_file(&self, path: &str) -> Option<usize> {
        self.whole.get(path).copied()
    }

    /// The article that stands at an address, whole or from the root of the site that the edition
    /// `from` stands on, and the edition whose address it is.
    pub(super) fn address(&self, address: &str, from: &Edition) -> Option<(usize, usize)> {
        let bare = address.trim_end_matches('/');
        let rooted = address.starts_with('/') && !address.starts_with("//");
        if rooted {
            return self
                .addresses
                .get(&format!("{}{bare}", host(from)))
                .copied();
        }
        self.addresses.get(bare).copied()
    }
}

/// The articles by the paths of their files: also without extension and by folder, and whole only.
fn paths(given: &Given<'_>) -> (BTreeMap<String, usize>, BTreeMap<String, usize>) {
    let mut files = BTreeMap::new();
    let mut whole = BTreeMap::new();
    let mut folders: BTreeMap<String, Option<usize>> = BTreeMap::new();
    for (number, article) in given.articles.iter().enumerate() {
        for told in &article.texts {
            files.insert(told.path.clone(), number);
            whole.insert(told.path.clone(), number);
            let bare = told
                .path
                .rsplit_once('.')
                .map_or(told.path.as_str(), |(bare, _)| bare);
            files.entry(bare.to_owned()).or_insert(number);
            let folder = told.path.rsplit_once('/').map_or("", |(folder, _)| folder);
            // A folder with one article only is that article.
            let of = folders.entry(folder.to_owned()).or_insert(Some(number));
            if *of != Some(number) {
                *of = None;
            }
            for name in ["/index", "/_index", "/README"] {
                if let Some(folder) = bare.strip_suffix(name) {
                    files.entry(folder.to_owned()).or_insert(number);
                }
            }
        }
    }
    for (folder, of) in folders {
        if let (Some(number), false) = (of, folder.is_empty()) {
            files.entry(folder).or_insert(number);
        }
    }
    (files, whole)
}

/// The articles and editions by the addresses of their pages, without a slash at the end.
fn addresses(plan: &Plan) -> BTreeMap<String, (usize, usize)> {
    let mut addresses = BTreeMap::new();
    for page in &plan.pages {
        let edition = &plan.editions[page.edition];
        let place = (page.article, page.edition);
        let bare = |path: &str| path.trim_end_matches('/').to_owned();
        let root = edition.url.as_ref().map_or("/", |url| url.path());
        let address = format!("{}{root}{}", host(edition), page.path);
        addresses.insert(bare(&address), place);
        if let Some(url) = &edition.url {
            addresses.insert(bare(&format!("{url}{}", page.path)), place);
        }
    }
    addresses
}

/// What an address without a scheme begins with: two slashes and the host; nothing without one.
fn host(edition: &Edition) -> String {
    let host = edition.authority();
    host.map_or_else(String::new, |host| format!("//{host}"))
}

/// The path that a link in the file at `from` means, from the root of the project; none if it leads
/// out of it.
pub(super) fn joined(from: &str, link: &str) -> Option<String> {
    let mut parts: Vec<&str> = match link.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => from
            .rsplit_once('/')
            .map_or(Vec::new(), |(folder, _)| folder.split('/').collect()),
    };
    for part in link.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::joined;

    #[test]
    fn what_a_link_means() {
        for (from, link, path) in [
            ("a/b/ru.md", "../c/ru.md", Some("a/c/ru.md")),
            ("a/b/ru.md", "./x.png", Some("a/b/x.png")),
            ("a/ru.md", "/static/x.png", Some("static/x.png")),
            ("ru.md", "../x", None),
            ("a/ru.md", "../../etc/passwd", None),
        ] {
            assert_eq!(joined(from, link).as_deref(), path, "{link}");
        }
    }
}

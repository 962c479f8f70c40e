//! Which fields of a front matter a list of globs means.

use globset::{Glob, GlobBuilder, GlobSet, GlobSetBuilder};

/// Fields of front matter, by globs over their keys.
///
/// A glob without a dot means the last name of a key, wherever it stands: `title` is
/// `title` and `hero.title`. A glob with dots means the whole key from its root:
/// `banner.content`. Numbers of list items do not count: `actions.0.text` is `actions.text`.
#[derive(Debug, Clone)]
pub struct Keys {
    names: GlobSet,
    paths: GlobSet,
}

/// The fields that a reader sees in the common site generators, translated unless
/// `translate` says otherwise: titles and descriptions everywhere, `linkTitle` (Hugo),
/// `sidebar_label`, `pagination_label`, `title_meta` (Docusaurus), `hero`, `banner`,
/// `prev.label` (Starlight), `excerpt`, `header.caption`, `btn_label` (Jekyll), `details`,
/// `linkText` (VitePress).
pub const TRANSLATED: &[&str] = &[
    "title",
    "*[_-]title",
    "title_meta",
    "*Title",
    "description",
    "*[_-]description",
    "*Description",
    "summary",
    "subtitle",
    "heading",
    "subheading",
    "headline",
    "tagline",
    "slogan",
    "lead",
    "intro",
    "excerpt",
    "abstract",
    "label",
    "*[_-]label",
    "*Label",
    "caption",
    "*[_-]caption",
    "*Caption",
    "alt",
    "*[_-]alt",
    "*Alt",
    "text",
    "*[_-]text",
    "*Text",
    "details",
    "quote",
    "question",
    "answer",
    "hero.name",
    "banner.content",
];

impl Keys {
    /// Compiles globs; one that cannot be read comes back with its number and the reason.
    pub fn new<'g>(
        globs: impl IntoIterator<Item = &'g str>,
    ) -> Result<Self, (usize, globset::Error)> {
        let mut names = GlobSetBuilder::new();
        let mut paths = GlobSetBuilder::new();
        for (number, text) in globs.into_iter().enumerate() {
            let glob = glob(&text.replace('.', "/")).map_err(|error| (number, error))?;
            if text.contains('.') {
                paths.add(glob);
            } else {
                names.add(glob);
            }
        }
        let build = |set: GlobSetBuilder| set.build().map_err(|error| (0, error));
        Ok(Self {
            names: build(names)?,
            paths: build(paths)?,
        })
    }

    /// Whether the field is meant, by its dotted key.
    pub fn matches(&self, key: &str) -> bool {
        let number =
            |name: &&str| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_digit());
        let parts = key.split(['.', '[', ']']).filter(|name| !name.is_empty());
        let names: Vec<&str> = parts.filter(|name| !number(name)).collect();
        let Some(last) = names.last() else {
            return false;
        };
        self.names.is_match(last)
            || (!self.paths.is_empty() && self.paths.is_match(names.join("/")))
    }

    /// Whether no field is meant.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty() && self.paths.is_empty()
    }
}

/// A glob in which `*` stays between two slashes and `**` does not.
pub(super) fn glob(text: &str) -> Result<Glob, globset::Error> {
    GlobBuilder::new(text).literal_separator(true).build()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_at_any_depth_and_a_path_from_the_root() {
        let keys = Keys::new(["title", "*_label", "banner.content", "seo.**"]).unwrap();
        for key in [
            "title",
            "hero.title",
            "features.0.title",
            "features[2].title",
            "sidebar_label",
            "banner.content",
            "seo.og.name",
        ] {
            assert!(keys.matches(key), "{key}");
        }
        for key in ["titles", "content", "head.banner.content", "slug", "", "0"] {
            assert!(!keys.matches(key), "{key}");
        }
    }

    #[test]
    fn what_a_reader_sees_is_translated() {
        let keys = Keys::new(TRANSLATED.iter().copied()).unwrap();
        for key in [
            "linkTitle",
            "sidebar_label",
            "hero.actions.0.text",
            "hero.image.alt",
            "title_meta",
            "prev.label",
            "features.0.details",
            "feature_row.1.btn_label",
        ] {
            assert!(keys.matches(key), "{key}");
        }
        for key in [
            "date",
            "weight",
            "tags.0",
            "slug",
            "template",
            "head.0.attrs.content",
            "layout",
            "context",
        ] {
            assert!(!keys.matches(key), "{key}");
        }
    }
}

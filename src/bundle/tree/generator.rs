//! Where each site generator wants the pages of each language, and the files beside them.

use crate::bundle::plan::relative;
use crate::text::{Lang, heading_id};

/// A site generator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Generator {
    /// Hugo: the language in the name of the file, files in the folder of their page.
    Hugo,
    /// Zola: the same, without the language where it is the default; files of sections in `static`.
    Zola,
    /// Docusaurus: `docs` for the default language, `i18n` for the others.
    Docusaurus,
    /// Starlight: a folder for each language but the default.
    Starlight,
}

/// A place that a page takes, whatever its language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// The path of the article without an extension; empty for the start page.
    pub(super) stem: String,
    /// Whether other articles stand below it.
    pub(super) is_branch: bool,
    /// Its extension.
    pub(super) extension: String,
}

/// A language of the tree: none for the default.
pub(super) type Other<'a> = Option<&'a Lang>;

impl Generator {
    /// The path of a page.
    pub(super) fn page(self, place: &Place, (lang, other): (&Lang, Other<'_>)) -> String {
        let Place {
            stem, extension, ..
        } = place;
        let slash = if stem.is_empty() { "" } else { "/" };
        let above = if place.is_branch { "_index" } else { "index" };
        // Hugo and Starlight know languages by small letters.
        match self {
            Self::Hugo => {
                let lang = lang.to_string().to_lowercase();
                format!("content/{stem}{slash}{above}.{lang}.{extension}")
            }
            Self::Zola => {
                let lang = other.map(|lang| format!(".{lang}")).unwrap_or_default();
                format!("content/{stem}{slash}{above}{lang}.{extension}")
            }
            Self::Docusaurus | Self::Starlight => {
                let folder = self.docs(other);
                // Starlight does not see a file whose name begins so, only a folder.
                let name = stem.rsplit('/').next().unwrap_or_default();
                let hidden = self == Self::Starlight && name.starts_with('_');
                if place.is_branch || hidden {
                    format!("{folder}{stem}{slash}index.{extension}")
                } else {
                    format!("{folder}{stem}.{extension}")
                }
            }
        }
    }

    /// The folder of all pages of a language, with a slash at its end.
    fn docs(self, other: Other<'_>) -> String {
        match (self, other) {
            (Self::Hugo | Self::Zola, _) => "content/".to_owned(),
            (Self::Docusaurus, None) => "docs/".to_owned(),
            (Self::Docusaurus, Some(lang)) => {
                format!("i18n/{lang}/docusaurus-plugin-content-docs/current/")
            }
            (Self::Starlight, None) => "src/content/docs/".to_owned(),
            (Self::Starlight, Some(lang)) => {
                format!("src/content/docs/{}/", lang.to_string().to_lowercase())
            }
        }
    }

    /// The extension of a page that is a file with this one.
    pub(super) fn extension(self, written: &str) -> String {
        match (self, written) {
            (Self::Hugo, "html" | "htm") => "html",
            (Self::Docusaurus | Self::Starlight, "mdx") => "mdx",
            _ => "md",
        }
        .to_owned()
    }

    /// The folder of files that are published as they are, with a slash at its end.
    pub(super) fn files(self) -> &'static str {
        match self {
            Self::Starlight => "public/",
            _ => "static/",
        }
    }

    /// The path of a file that a page at `page` names; an image is one that the page shows.
    pub(super) fn asset(self, page: &str, (asset, image): (&str, bool)) -> String {
        let name = page.rsplit('/').next().unwrap_or_default();
        match self {
            // Zola publishes files beside a section, but none of folders below it.
            Self::Zola if name.starts_with("_index.") => format!("{}{asset}", self.files()),
            Self::Hugo | Self::Zola => {
                let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
                format!("{folder}/{asset}")
            }
            Self::Starlight if image => format!("src/assets/{asset}"),
            Self::Docusaurus | Self::Starlight => format!("{}{asset}", self.files()),
        }
    }

    /// The address of a page from the root of the site, for links that no generator resolves: Astro
    /// makes the parts of it as GitHub makes the ids of headings.
    fn address(place: &Place, other: Other<'_>) -> String {
        let lang = other.map(|lang| format!("{}/", lang.to_string().to_lowercase()));
        let stem: Vec<String> = place.stem.split('/').map(heading_id).collect();
        let slash = if place.stem.is_empty() { "" } else { "/" };
        format!("{}{}{slash}", lang.unwrap_or_default(), stem.join("/"))
    }

    /// What a link from one page to another says; `from` and `to` are places with their languages. None
    /// if the generator has no such links: from one language to another in Docusaurus.
    pub(super) fn link(
        self,
        (from, from_lang): (&Place, (&Lang, Other<'_>)),
        (to, to_lang): (&Place, (&Lang, Other<'_>)),
        fragment: &str,
    ) -> Option<String> {
        let hash = if fragment.is_empty() { "" } else { "#" };
        let escaped = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"");
        Some(match self {
            Self::Hugo => {
                let path = escaped(&format!("/{}{hash}{fragment}", to.stem));
                if from_lang.0 == to_lang.0 {
                    format!("{{{{< relref \"{path}\" >}}}}")
                } else {
                    let lang = to_lang.0.to_string().to_lowercase();
                    format!("{{{{< relref path=\"{path}\" lang=\"{lang}\" >}}}}")
                }
            }
            Self::Zola => {
                let path = self.page(to, to_lang);
                let path = path.strip_prefix("content/").unwrap_or(&path);
                let to = format!("@/{path}{hash}{fragment}");
                if to.contains([' ', '(', ')']) {
                    format!("<{to}>")
                } else {
                    to
                }
            }
            Self::Docusaurus if from_lang.0 != to_lang.0 => return None,
            Self::Docusaurus => {
                let way = relative(&self.page(from, from_lang), &self.page(to, to_lang));
                let here = if way.starts_with("../") { "" } else { "./" };
                format!("{here}{way}{hash}{}", super::encoded(fragment))
            }
            Self::Starlight => {
                let from = Self::address(from, from_lang.1);
                let to = Self::address(to, to_lang.1);
                format!("{}{hash}{}", relative(&from, &to), super::encoded(fragment))
            }
        })
    }

    /// What a link from a page to a file beside it says.
    pub(super) fn to_asset(
        self,
        (from, lang): (&Place, (&Lang, Other<'_>)),
        (asset, image): (&str, bool),
    ) -> String {
        let page = self.page(from, lang);
        match self {
            Self::Docusaurus => format!("/{}", super::encoded(asset)),
            Self::Zola if from.is_branch => relative(&Self::address(from, lang.1), asset),
            Self::Starlight if !image => relative(&Self::address(from, lang.1), asset),
            _ => relative(&page, &self.asset(&page, (asset, image))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(stem: &str, is_branch: bool) -> Place {
        Place {
            stem: stem.to_owned(),
            is_branch,
            extension: "md".to_owned(),
        }
    }

    #[test]
    fn each_language_stands_where_the_generator_looks_for_it() {
        let (ru, en): (Lang, Lang) = ("ru".parse().unwrap(), "en".parse().unwrap());
        let page = place("guide/start", false);
        for (generator, own, translated) in [
            (
                Generator::Hugo,
                "content/guide/start/index.ru.md",
                "content/guide/start/index.en.md",
            ),
            (
                Generator::Zola,
                "content/guide/start/index.md",
                "content/guide/start/index.en.md",
            ),
            (
                Generator::Docusaurus,
                "docs/guide/start.md",
                "i18n/en/docusaurus-plugin-content-docs/current/guide/start.md",
            ),
            (
                Generator::Starlight,
                "src/content/docs/guide/start.md",
                "src/content/docs/en/guide/start.md",
            ),
        ] {
            assert_eq!(generator.page(&page, (&ru, None)), own);
            assert_eq!(generator.page(&page, (&en, Some(&en))), translated);
        }
    }

    #[test]
    fn links_are_what_the_generator_resolves() {
        let (ru, en): (Lang, Lang) = ("ru".parse().unwrap(), "en".parse().unwrap());
        let (here, there) = (place("guide/start", false), place("news", true));
        let ways = |generator: Generator, to: (&Lang, Other<'_>)| {
            generator.link((&here, (&en, Some(&en))), (&there, to), "snow")
        };
        let english = (&en, Some(&en));
        for (generator, own, foreign) in [
            (
                Generator::Hugo,
                "{{< relref \"/news#snow\" >}}",
                Some("{{< relref path=\"/news#snow\" lang=\"ru\" >}}"),
            ),
            (
                Generator::Zola,
                "@/news/_index.en.md#snow",
                Some("@/news/_index.md#snow"),
            ),
            (Generator::Docusaurus, "../news/index.md#snow", None),
            (
                Generator::Starlight,
                "../../news/#snow",
                Some("../../../news/#snow"),
            ),
        ] {
            assert_eq!(ways(generator, english).as_deref(), Some(own));
            assert_eq!(ways(generator, (&ru, None)).as_deref(), foreign);
        }
    }
}

//! The files of a site that are made: which there are, and where each stands.

use super::shelf::Shelf;
use super::theme::OWN_FILES;
use crate::bundle::work::Work;

/// A file that is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// An article in one language, by the number of its page.
    Article(usize),
    /// An old address of a page: the numbers of both.
    Redirect(usize, usize),
    /// The first page of an edition.
    Index(usize),
    /// The years of an edition.
    Archive(usize),
    /// The articles of a year.
    Year(usize, i16),
    /// The tags of an edition.
    Tags(usize),
    /// The articles of a tag, by its part of the address.
    Tag(usize, String),
    /// What is shown where there is nothing.
    NotFound(usize),
    /// A file of the program's own theme, by its number among them.
    Own(usize, usize),
}

impl Part {
    /// All parts of a site; `replaced` tells the files that the project has of its own.
    pub(super) fn all(
        work: &Work<'_>,
        shelves: &[Shelf],
        replaced: &dyn Fn(&str) -> bool,
    ) -> Vec<Self> {
        let mut out = Vec::new();
        for (number, page) in work.plan.pages.iter().enumerate() {
            out.push(Self::Article(number));
            out.extend((0..page.redirects.len()).map(|at| Self::Redirect(number, at)));
        }
        for (edition, shelf) in shelves.iter().enumerate() {
            out.extend([Self::Index(edition), Self::NotFound(edition)]);
            if !shelf.years.is_empty() {
                out.push(Self::Archive(edition));
                out.extend(shelf.years.keys().map(|year| Self::Year(edition, *year)));
            }
            if !shelf.tags.is_empty() {
                out.push(Self::Tags(edition));
                let tags = shelf.tags.keys();
                out.extend(tags.map(|slug| Self::Tag(edition, slug.clone())));
            }
            let own = OWN_FILES.iter().enumerate();
            let own = own.filter(|(_, (name, _))| !replaced(name));
            out.extend(own.map(|(at, _)| Self::Own(edition, at)));
        }
        out
    }

    /// The number of its edition.
    pub(super) fn edition(&self, work: &Work<'_>) -> usize {
        match self {
            Self::Article(page) | Self::Redirect(page, _) => work.plan.pages[*page].edition,
            Self::Index(edition)
            | Self::Archive(edition)
            | Self::Year(edition, _)
            | Self::Tags(edition)
            | Self::Tag(edition, _)
            | Self::NotFound(edition)
            | Self::Own(edition, _) => *edition,
        }
    }

    /// The file of the article that it shows, from the root of the project.
    pub(super) fn file(&self, work: &Work<'_>) -> Option<String> {
        let Self::Article(page) = self else {
            return None;
        };
        let page = &work.plan.pages[*page];
        let told = work.articles[page.article].told(&page.text)?;
        Some(told.path.clone())
    }

    /// Its address below that of its edition: a folder with a slash at its end, or a file.
    pub(super) fn address(&self, work: &Work<'_>) -> String {
        match self {
            Self::Article(page) => work.plan.pages[*page].path.clone(),
            Self::Redirect(page, at) => work.plan.pages[*page].redirects[*at].clone(),
            Self::Index(_) => String::new(),
            Self::Archive(_) => ARCHIVE.to_owned(),
            Self::Year(_, year) => of_year(*year),
            Self::Tags(_) => TAGS.to_owned(),
            Self::Tag(_, slug) => of_tag(slug),
            Self::NotFound(_) => "404.html".to_owned(),
            Self::Own(_, at) => OWN_FILES[*at].0.to_owned(),
        }
    }

    /// Whether another edition has the same list; its shelf is that of the other edition.
    pub(super) fn stands_on(&self, lists: &Shelf) -> bool {
        match self {
            Self::Index(_) => true,
            Self::Archive(_) => !lists.years.is_empty(),
            Self::Year(_, year) => lists.years.contains_key(year),
            Self::Tags(_) => !lists.tags.is_empty(),
            Self::Tag(_, slug) => lists.tags.contains_key(slug),
            Self::Article(_) | Self::Redirect(..) | Self::NotFound(_) | Self::Own(..) => false,
        }
    }

    /// Whether it is a list that search engines are to know.
    pub(super) fn is_list(&self) -> bool {
        matches!(
            self,
            Self::Index(_) | Self::Archive(_) | Self::Year(..) | Self::Tags(_) | Self::Tag(..)
        )
    }

    /// The template that it is made with; none for files that are no pages.
    pub(super) fn template(&self) -> Option<&'static str> {
        Some(match self {
            Self::Article(_) => "page.html",
            Self::Redirect(..) => "redirect.html",
            Self::Index(_) => "index.html",
            Self::Archive(_) => "archive.html",
            Self::Year(..) => "year.html",
            Self::Tags(_) => "tags.html",
            Self::Tag(..) => "tag.html",
            Self::NotFound(_) => "404.html",
            Self::Own(..) => return None,
        })
    }

    /// What templates call it.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::NotFound(_) => "not-found",
            Self::Article(_) => "article",
            _ => self
                .template()
                .map_or("", |name| name.trim_end_matches(".html")),
        }
    }
}

/// The address of the list of years.
pub(super) const ARCHIVE: &str = "archive/";
/// The address of the list of tags.
pub(super) const TAGS: &str = "tags/";

/// The address of a year.
pub(super) fn of_year(year: i16) -> String {
    format!("{ARCHIVE}{year}/")
}

/// The address of a tag.
pub(super) fn of_tag(slug: &str) -> String {
    format!("{TAGS}{slug}/")
}
